import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormCode, Report } from '../../src/lib/form/index.ts';
import { openDocument } from '../../src/lib/read/formats/open.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { sheetTable, xlsxOf, type SheetXml } from './formats/excel.ts';
import { mostlyZeros, ownFigures, wordReport, wordReports } from './formats/shapes.ts';
import { docxWith, run, wordTable, type Writing } from './formats/word.ts';
import { formTables } from './page.ts';

/** The report in some bytes, whose every cell is cut from its text, and none from another's place. */
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

/** What is read, against the figures of the form: a figure, or `_` for a blank cell. */
const readIn = ({ cells }: Report) =>
	cells.map(({ value, status }) => (status === 'blank' ? '_' : String(value ?? status)));
const asRead = (values: readonly string[]) =>
	values.map((value) => (value === '' || value === '-' ? '_' : value));

const FORMS = ['2019', '2021'] as const;

describe('a Word document', () => {
	const insert = (xml: string) =>
		`<w:ins w:id="1">${xml}</w:ins><w:del w:id="2"><w:r><w:delText>77</w:delText></w:r></w:del>`;
	const char = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
	const field = (words: string) =>
		`${char('begin')}<w:r><w:instrText>=SUM(1)</w:instrText></w:r>${char('separate')}${run(words)}${char('end')}`;
	const control = (xml: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
	const signs = (words: string) =>
		[...words].map((sign) => {
			const code = sign.charCodeAt(0).toString(16).padStart(4, '0');
			return `<w:r><w:sym w:font="宋体" w:char="${code}"/></w:r>`;
		});
	const deletedRow = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>${run('规章')}</w:p></w:tc><w:tc><w:p>${run('9')}</w:p></w:tc></w:tr>`;
	const ways: Readonly<Record<string, Writing>> = {
		plainly: {},
		'with tracked changes': { content: (words) => insert(run(words)) },
		'with words in pieces': {
			content: (words) => run(words.slice(0, 1)) + run(words.slice(1), '<w:b/>')
		},
		'in simple fields': {
			content: (words) => `<w:fldSimple w:instr="X">${run(words)}</w:fldSimple>`
		},
		'in computed fields': { content: field },
		'in content controls': { content: (words) => control(run(words)) },
		'with cells in content controls': { wrapCell: control },
		'with rows in content controls': { wrapRow: control },
		'with a head that cells reach out of': {
			properties: (row) => (row === 0 ? '<w:tblHeader/>' : '')
		},
		'with hidden words': { content: (words) => run(words) + run('9', '<w:vanish/>') },
		'with deleted rows': { wrapRow: (xml, row) => (row === 2 ? xml + deletedRow : xml) },
		'with hidden rows': {
			wrapRow: (xml, row) =>
				row === 2 ? xml + deletedRow.replace('w:del w:id="1"', 'w:hidden') : xml
		},
		'in text of two directions': { content: (words) => `<w:bdo w:val="ltr">${run(words)}</w:bdo>` },
		'with readings above': {
			content: (words) =>
				`<w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run(words)}</w:rubyBase></w:ruby></w:r>`
		},
		'with signs for digits': {
			content: (words) => run(words.slice(0, -1)) + signs(words.slice(-1)).join('')
		},
		'without widths': { noWidths: true }
	};
	const each = Object.keys(ways).flatMap((name) => FORMS.map((form) => ({ name, form })));
	it.each(each)(
		'written $name in the form of $form reads cell for cell',
		async ({ form, name }) => {
			for (const values of [ownFigures(form), mostlyZeros(form)]) {
				const report = await reportOf(wordReport(form, values, ways[name]));
				expect(report.form).toBe(form);
				expect(readIn(report)).toEqual(asRead(values));
				expect(report).toMatchObject({
					agency: '示例省甲市乙县教育局',
					year: 2021,
					generated: true
				});
			}
		}
	);

	const cells = (words: readonly string[]) =>
		words.map((word) => `<w:tc><w:p>${run(word)}</w:p></w:tc>`).join('');
	const HEAD = `<w:tr>${cells(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])}</w:tr>`;
	const ofRow = async (row: string, head = HEAD) => {
		const report = await reportOf(docxWith(`<w:tbl>${head}${row}</w:tbl>`));
		return report.cells.slice(0, 3).map(({ value, status }) => value ?? status);
	};

	it('keeps figures under their heads where a row begins or ends elsewhere', async () => {
		const sliver = `<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>${cells(['规章', '5', '6', '7'])}</w:tr>`;
		const wide = HEAD.replace(
			'<w:tc><w:p><w:r><w:t xml:space="preserve">现行',
			'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">现行'
		);
		expect(wide).not.toBe(HEAD);
		expect(await ofRow(sliver, wide)).toEqual([5, 6, 7]);
		const indented = HEAD.replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>');
		const later = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cells(['规章', '5', '', '7'])}</w:tr>`;
		expect(await ofRow(later, indented)).toEqual([5, 'blank', 7]);
	});

	it('never puts a figure under another head where cells are left out', async () => {
		const row = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cells(['规章', '5', '6'])}</w:tr><w:tr>${cells(['行政规范性文件', '1', '2', '3'])}</w:tr>`;
		for (const value of await ofRow(row))
			expect(['missing', 'blank', 'unreadable']).toContain(value);
	});

	it('takes a figure in cells merged the old way for one', async () => {
		const merged = (mark: string, word: string) =>
			`<w:tc><w:tcPr><w:hMerge w:val="${mark}"/></w:tcPr><w:p>${run(word)}</w:p></w:tc>`;
		const row = `<w:tr>${cells(['规章', '5'])}${merged('restart', '6')}${merged('continue', '')}</w:tr>`;
		expect(await ofRow(row)).toEqual([5, 'missing', 'missing']);
	});

	it('tells pictures, formulas and hyphens in cells', async () => {
		const drawn = `<w:tc><w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p></w:tc>`;
		const formula = `<w:tc><w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p></w:tc>`;
		const hyphen = `<w:tc><w:p><w:r><w:noBreakHyphen/></w:r></w:p></w:tc>`;
		expect(await ofRow(`<w:tr>${cells(['规章'])}${drawn}${formula}${hyphen}</w:tr>`)).toEqual([
			'unreadable',
			'unreadable',
			'blank'
		]);
	});

	it('reads tables in text boxes', async () => {
		const table = wordTable(formTables('2021', ownFigures('2021')).join(''));
		const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${table}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
		expect(readIn(await reportOf(docxWith(box)))).toEqual(ownFigures('2021'));
	});

	it('reads with another prefix, and in the strict namespace', async () => {
		const table = wordTable(formTables('2019', ownFigures('2019')).join(''));
		const strict = docxWith(
			'',
			[],
			`<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body>${table.replaceAll('w:', 'x:')}</x:body></x:document>`
		);
		expect(readIn(await reportOf(strict))).toEqual(ownFigures('2019'));
	});
});

const DOC_FOLDER = join(import.meta.dirname, 'formats');
const docs = readdirSync(DOC_FOLDER).filter((name) => name.endsWith('.doc'));

describe('a Word 97 file', () => {
	it.each(docs)('%s reads as the document it was saved from', async (name) => {
		const report = await reportOf(readFileSync(join(DOC_FOLDER, name)));
		const form: FormCode = name.includes('2019') ? '2019' : '2021';
		const truth = asRead(
			name.includes('zeros') || name.includes('widths') ? mostlyZeros(form) : ownFigures(form)
		);
		const read = readIn(report);
		expect(report).toMatchObject({ form, agency: '示例省甲市乙县教育局', year: 2021 });
		if (!name.startsWith('no-widths')) expect(read).toEqual(truth);
		// Without widths the file itself puts the cells of a row elsewhere than the heads.
		else read.forEach((word, index) => expect([truth[index], 'missing']).toContain(word));
		const source = await reportOf((wordReports[name.slice(0, -4)] ?? (() => new Uint8Array()))());
		expect(readIn(source)).toEqual(truth);
	});

	const whole = readFileSync(join(DOC_FOLDER, 'own-figures-2021.doc'));
	it.each([1000, 5000, 20_000, 40_000])(
		'cut after %i bytes is refused, or loses no place',
		async (size) => {
			const reading = await readReport(whole.subarray(0, size), 'a', null);
			if (reading.ok) readIn(await reportOf(whole.subarray(0, size)));
			else expect(reading.rejection.reason).toMatch(/[一-龥].*。$/);
		}
	);

	it('with sectors that lead in a circle is refused', async () => {
		const circle = Buffer.from(whole);
		for (let at = 512; at + 512 <= circle.length; at += 512) {
			if (circle.readUInt32LE(at) < 2 ** 16)
				circle.fill(Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]), at, at + 512);
		}
		expect(await readReport(circle, 'a', null)).toMatchObject({ ok: false });
	});
});

describe('a workbook', () => {
	const number = (words: string): SheetXml | null =>
		words === '' ? null : /^\d+$/.test(words) ? { xml: `<c><v>${words}</v></c>` } : words;
	const formula = (words: string): SheetXml | null =>
		/^\d+$/.test(words)
			? { xml: `<c><f>SUM(A1:A2)</f><v>${words}</v></c>` }
			: words === ''
				? null
				: words;
	const spaced = (words: string): SheetXml => `\n${words} `;
	const ways = {
		'as numbers': number,
		'as words': (words: string) => words,
		'as formulas': formula,
		'with spaces': spaced
	};

	function report(
		form: FormCode,
		values: readonly string[],
		written: (words: string) => SheetXml | null
	) {
		const rows: (SheetXml | null)[][] = [
			['示例省甲市乙县教育局2021年政府信息公开工作年度报告（模拟数据）'],
			[]
		];
		const merges: string[] = [];
		for (const html of formTables(form, values)) {
			const table = sheetTable(html, rows.length, written);
			rows.push(...table.rows, []);
			merges.push(...table.merges);
		}
		return { rows, merges };
	}

	const each = Object.keys(ways).flatMap((name) =>
		FORMS.map((form) => ({ name: name as keyof typeof ways, form }))
	);
	it.each(each)(
		'with figures $name in the form of $form reads cell for cell',
		async ({ name, form }) => {
			for (const values of [ownFigures(form), mostlyZeros(form)]) {
				const read = await reportOf(xlsxOf([report(form, values, ways[name])]));
				expect(read).toMatchObject({ form, agency: '示例省甲市乙县教育局', year: 2021 });
				expect(readIn(read)).toEqual(asRead(values));
			}
		}
	);

	it('shows neither hidden sheets, rows nor columns', async () => {
		const shown = report('2021', ownFigures('2021'), number);
		const secret = report('2021', mostlyZeros('2021'), number);
		const rows = shown.rows.map((cells) => [cells[0] ?? null, '88888', ...cells.slice(1)]);
		rows.splice(2, 0, ['规章', null, { xml: '<c><v>99999</v></c>' }]);
		const merges: string[] = [];
		const sheet = {
			rows,
			merges,
			hiddenRows: [2],
			columns: '<cols><col min="2" max="2" hidden="1"/></cols>'
		};
		const read = await reportOf(xlsxOf([{ ...secret, state: 'hidden' }, sheet]));
		expect(readIn(read).slice(0, 10)).toEqual(ownFigures('2021').slice(0, 10));
		expect(read.text).not.toMatch(/88888|99999/);
	});

	const HEAD = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
	it.each([
		['20.499999999999996', null, '20.5'],
		['20.26849', '0.00', '20.27'],
		['1.005', '0.00', '1.01'],
		['1234.5', '#,##0.00', '1,234.50'],
		['5', '0"件"', '5件'],
		['0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '0'],
		['-8', '0_);[Red]\\(0\\)', '-8'],
		['0.5', '0%', '50%'],
		['44575', 'yyyy"年"m"月"d"日"', '2022-01-14'],
		['12345', '0!.0,"万"', '12345 [0!.0,"万"]'],
		['5', '[DBNum1]General', '5 [[DBNum1]General]']
	])('shows %s in the format %s as %s', async (value, format, shown) => {
		const cell = { xml: `<c${format === null ? '' : ' s="1"'}><v>${value}</v></c>` };
		const opened = await openDocument(
			xlsxOf([{ rows: [HEAD, ['规章', cell, '0', '0']] }], format === null ? [] : [format])
		);
		expect(opened.ok && opened.document.text.split('\n')[1]?.split('\t')[1]).toBe(shown);
	});

	it('takes days, errors, scaled numbers and merged figures for no figures', async () => {
		const rows = [
			HEAD,
			[
				'规章',
				{ xml: '<c s="1"><v>44575</v></c>' },
				{ xml: '<c t="e"><v>#DIV/0!</v></c>' },
				{ xml: '<c s="2"><v>12345</v></c>' }
			],
			['行政规范性文件', '3', '4', null]
		];
		const read = await reportOf(xlsxOf([{ rows, merges: ['C3:D3'] }], ['yyyy-mm-dd', '0.0,']));
		expect(read.cells.slice(0, 6).map(({ value, status }) => value ?? status)).toEqual([
			'unreadable',
			'unreadable',
			'unreadable',
			3,
			'missing',
			'missing'
		]);
	});
});

describe('formats told by content', () => {
	const html = `<html><body>${formTables('2021', ownFigures('2021')).join('')}</body></html>`;
	const mht = (encoding: string, body: string) =>
		Buffer.from(
			`From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--X\r\nContent-Type: text/css\r\n\r\np {}\r\n--X--\r\n`
		);
	it.each([
		['8bit', html],
		['base64', Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')],
		['quoted-printable', html.replaceAll('=', '=3D').replace(/.{60}/g, '$&=\r\n')]
	])('a page saved as one file, in %s', async (encoding, body) => {
		expect(readIn(await reportOf(mht(encoding, body)))).toEqual(ownFigures('2021'));
	});

	it.each([
		['RTF', '{\\rtf1\\ansi 政府信息公开}', 'unsupported', /docx/],
		[
			'Word XML',
			'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
			'unsupported',
			/docx/
		],
		['PDF', '%PDF-1.7', 'damaged', /PDF/]
	])('%s is refused with a sentence', async (_, words, code, reason) => {
		const reading = await readReport(Buffer.from(words), 'a.doc', null);
		expect(reading).toMatchObject({ ok: false, rejection: { code } });
		if (!reading.ok) expect(reading.rejection.reason).toMatch(reason);
	});
});
