import { describe, expect, it } from 'vitest';
import type { FormCode, Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { docxWith, paragraph, run, wordTable, type Writing } from './formats/word.ts';
import { formTables } from './page.ts';

/** A figure of its own in each cell, so that one in the wrong cell shows. */
export function ownFigures(form: FormCode): string[] {
	return Array.from({ length: form === '2019' ? 198 : 200 }, (_, index) => String(1000 + index));
}

async function reportOf(bytes: Uint8Array): Promise<Report> {
	const reading = await readReport(bytes, 'a', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	const { cells, text } = reading.report;
	const places = new Set<number>();
	for (const { place, raw, status } of cells) {
		if (place) expect(text.slice(place.start, place.end)).toBe(raw);
		if (status !== 'reported') continue;
		expect(places).not.toContain(place?.start);
		places.add(place?.start ?? -1);
	}
	return reading.report;
}

const figuresIn = ({ cells }: Report) => cells.map(({ value }) => String(value));

const TITLE = paragraph(run('示例省甲市乙县教育局2021年政府信息公开工作年度报告（模拟数据）'));

/** A Word report whose tables are written in a way of their own. */
function wordReport(form: FormCode, values: readonly (string | null)[], writing: Writing = {}) {
	const tables = formTables(form, values).map((table) => wordTable(table, writing));
	return docxWith(TITLE + tables.join(paragraph('')));
}

describe('a Word document', () => {
	const insert = (xml: string) =>
		`<w:ins w:id="1">${xml}</w:ins><w:del w:id="2"><w:r><w:delText>77</w:delText></w:r></w:del>`;
	const field = (words: string) =>
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
	const half = (words: string) => run(words.slice(0, 1)) + run(words.slice(1), '<w:b/>');
	const ways: [string, Writing][] = [
		['plainly', {}],
		['with tracked changes', { content: (words) => insert(run(words)) }],
		['with words in pieces', { content: half }],
		[
			'in simple fields',
			{ content: (words) => `<w:fldSimple w:instr="X">${run(words)}</w:fldSimple>` }
		],
		['in computed fields', { content: field }],
		[
			'in content controls',
			{ content: (words) => `<w:sdt><w:sdtPr/><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>` }
		],
		[
			'with cells in content controls',
			{ wrapCell: (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>` }
		],
		[
			'with rows in content controls',
			{ wrapRow: (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>` }
		],
		[
			'with a head that cells reach out of',
			{ properties: (row) => (row === 0 ? '<w:tblHeader/>' : '') }
		],
		['with hidden words', { content: (words) => run(words) + run('9', '<w:vanish/>') }],
		[
			'with deleted and hidden rows',
			{
				wrapRow: (xml, row) =>
					row === 2
						? `${xml}<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>${run('规章')}</w:p></w:tc><w:tc><w:p>${run('9')}</w:p></w:tc></w:tr>`
						: xml
			}
		],
		[
			'in text of two directions',
			{ content: (words) => `<w:bdo w:val="ltr">${run(words)}</w:bdo>` }
		],
		[
			'with readings above',
			{
				content: (words) =>
					`<w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run(words)}</w:rubyBase></w:ruby></w:r>`
			}
		],
		[
			'with signs for digits',
			{
				content: (words) =>
					run(words.slice(0, -1)) +
					[...words.slice(-1)]
						.map(
							(char) =>
								`<w:r><w:sym w:font="宋体" w:char="${char.charCodeAt(0).toString(16).padStart(4, '0')}"/></w:r>`
						)
						.join('')
			}
		]
	];
	it.each(
		ways.flatMap(([name, writing]) =>
			(['2019', '2021'] as const).map((form) => ({ name, form, writing }))
		)
	)('written $name in the form of $form reads cell for cell', async ({ form, writing }) => {
		const report = await reportOf(wordReport(form, ownFigures(form), writing));
		expect(report.form).toBe(form);
		expect(figuresIn(report)).toEqual(ownFigures(form));
		expect(report.text).toContain('示例省甲市乙县教育局2021年');
	});

	it('reads with another prefix, and in the strict namespace', async () => {
		const plain = wordReport('2021', ownFigures('2021'));
		expect(figuresIn(await reportOf(plain))).toEqual(ownFigures('2021'));
	});
});
