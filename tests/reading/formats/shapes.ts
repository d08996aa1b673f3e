import type { FormCode } from '../../../src/lib/form/index.ts';
import { formTables } from '../page.ts';
import { docxWith, paragraph, run, wordTable, type Writing } from './word.ts';

/** A figure of its own in each cell, so that one in the wrong cell shows. */
export function ownFigures(form: FormCode): string[] {
	return Array.from({ length: form === '2019' ? 198 : 200 }, (_, index) => String(1000 + index));
}

/** What most reports look like: zeros, and every ninth cell blank, or with a dash. */
export function mostlyZeros(form: FormCode): string[] {
	return ownFigures(form).map((_, index) =>
		index % 9 === 4 ? '' : index % 31 === 7 ? '-' : String(index % 5)
	);
}

const TITLE = paragraph(run('示例省甲市乙县教育局2021年政府信息公开工作年度报告（模拟数据）'));
const TEXT =
	paragraph(run('一、总体情况')) + paragraph(run('本局依法公开政府信息，按时办理申请。'));

/** A Word report whose tables are written in a way of their own. */
export function wordReport(
	form: FormCode,
	values: readonly (string | null)[],
	writing: Writing = {}
): Buffer {
	const tables = formTables(form, values).map((table) => wordTable(table, writing));
	return docxWith(TITLE + TEXT + tables.join(paragraph(run('接下表'))));
}

/** What an editor leaves behind around a figure: spaced out, struck, hidden, and with an empty line. */
const edited = (words: string) =>
	`</w:p><w:p>${run(words, '<w:spacing w:val="11"/>')}` +
	`<w:del w:id="7" w:author="x" w:date="2022-01-01T00:00:00Z"><w:r><w:delText>77</w:delText></w:r></w:del>` +
	run('9', '<w:vanish/>');

/** The reports that stand beside this file as .doc, saved by LibreOffice from these. */
export const wordReports: Readonly<Record<string, () => Buffer>> = {
	'own-figures-2019': () => wordReport('2019', ownFigures('2019')),
	'own-figures-2021': () => wordReport('2021', ownFigures('2021')),
	'mostly-zeros-2021': () => wordReport('2021', mostlyZeros('2021')),
	'no-widths-2021': () => wordReport('2021', mostlyZeros('2021'), { noWidths: true }),
	'edited-2019': () => wordReport('2019', ownFigures('2019'), { content: edited }),
	'edited-zeros-2021': () => wordReport('2021', mostlyZeros('2021'), { content: edited })
};
