import { formTables } from './page.ts';
import type { FormCode } from '../../src/lib/form/index.ts';

/** How a form is set on the pages of a PDF. */
export interface Setting {
	/** How the lines of its tables are drawn; `rows`: only those between rows. */
	readonly rules?: 'lines' | 'bars' | 'pieces' | 'rows' | 'none';
	readonly encoding?: 'UniGB-UCS2-H' | 'GBK-EUC-H';
	/** Turned in the page's dictionary, its contents turned the other way. */
	readonly rotate?: 0 | 90 | 180 | 270;
	/** Turned by its contents alone. */
	readonly sideways?: boolean;
	readonly landscape?: boolean;
	/** Characters of one show operator; a word is set in as many as it takes. */
	readonly piece?: number;
	/** Each character set again a hair beside, as bold print is faked. */
	readonly twice?: boolean;
	/** Figures that nobody sees: white, covered, clipped, off the page, in invisible mode. */
	readonly unseen?: boolean;
	readonly pageNumbers?: boolean;
	/** The height of a line of a table. */
	readonly pitch?: number;
}

interface PlacedCell {
	readonly words: string;
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
}

/** The cells of a table as page.ts writes it. */
function cellsOf(table: string): { cells: PlacedCell[]; rows: number; columns: number } {
	const taken = new Set<string>();
	const cells: PlacedCell[] = [];
	let columns = 0;
	const lines = table.match(/<tr>.*?<\/tr>/gs) ?? [];
	lines.forEach((line, row) => {
		let column = 0;
		for (const [, attributes = '', words = ''] of line.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)) {
			while (taken.has(`${row} ${column}`)) column += 1;
			const span = (name: string) =>
				Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
			const cell = { words, row, column, rows: span('rowspan'), columns: span('colspan') };
			for (let y = row; y < row + cell.rows; y += 1) {
				for (let x = column; x < column + cell.columns; x += 1) taken.add(`${y} ${x}`);
			}
			cells.push(cell);
			column += cell.columns;
			columns = Math.max(columns, column);
		}
	});
	return { cells, rows: lines.length, columns };
}

const SIZE = 9;
const MARGIN = 40;

class Page {
	readonly operators: string[] = [];
	constructor(
		private readonly setting: Setting,
		readonly width: number,
		readonly height: number
	) {}

	/** Sets words with their left end and their base line, from the top. */
	words(text: string, x: number, y: number, size = SIZE): void {
		const { piece = 99, twice } = this.setting;
		let at = x;
		for (let index = 0; index < text.length; index += piece) {
			const part = text.slice(index, index + piece);
			for (const shift of twice ? [0, 0.25] : [0]) {
				this.operators.push(
					`BT /F1 ${size} Tf 1 0 0 1 ${at + shift} ${this.height - y} Tm <${encoded(part, this.setting)}> Tj ET`
				);
			}
			at += widthOf(part, size);
		}
	}

	centred(text: string, left: number, right: number, y: number, size = SIZE): void {
		this.words(text, (left + right - widthOf(text, size)) / 2, y, size);
	}

	rule(x0: number, y0: number, x1: number, y1: number): void {
		const { rules = 'lines' } = this.setting;
		const [top, bottom] = [this.height - y0, this.height - y1];
		if (rules === 'none' || (rules === 'rows' && x0 === x1)) return;
		if (rules === 'bars') {
			this.operators.push(
				`${x0 - 0.2} ${bottom - 0.2} ${x1 - x0 + 0.4} ${top - bottom + 0.4} re f`
			);
			return;
		}
		const pieces = rules === 'pieces' ? 5 : 1;
		for (let index = 0; index < pieces; index += 1) {
			const part = (from: number, to: number, by: number) => from + ((to - from) * by) / pieces;
			const [one, other] = [index, index + 1];
			this.operators.push(
				`${part(x0, x1, one)} ${part(top, bottom, one)} m ${part(x0, x1, other)} ${part(top, bottom, other)} l S`
			);
		}
	}
}

const isWide = (character: string) => character.charCodeAt(0) > 0x7f;
const widthOf = (text: string, size: number) =>
	[...text].reduce((sum, character) => sum + (isWide(character) ? size : size / 2), 0);

let gbk: Map<string, string> | null = null;

function encoded(text: string, { encoding = 'UniGB-UCS2-H' }: Setting): string {
	const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
	if (encoding === 'UniGB-UCS2-H') {
		return [...text].map((character) => hex(character.charCodeAt(0), 4)).join('');
	}
	gbk ??= gbkCodes();
	return [...text]
		.map((character) => gbk?.get(character) ?? hex(character.charCodeAt(0), 2))
		.join('');
}

function gbkCodes(): Map<string, string> {
	const decoder = new TextDecoder('gbk');
	const codes = new Map<string, string>();
	for (let high = 0x81; high < 0xff; high += 1) {
		for (let low = 0x40; low < 0xff; low += 1) {
			const bytes = new Uint8Array([high, low]);
			codes.set(decoder.decode(bytes), Buffer.from(bytes).toString('hex'));
		}
	}
	return codes;
}

/** Sets a form over as many pages as it takes; the bytes of the PDF. */
export function formPdf(
	form: FormCode,
	values: readonly string[],
	setting: Setting = {}
): Uint8Array {
	const [wide, high] = setting.landscape ? [842, 595] : [595, 842];
	const pages: Page[] = [];
	let page = new Page(setting, wide, high);
	let y = MARGIN;
	const turn = () => {
		pages.push(page);
		page = new Page(setting, wide, high);
		y = MARGIN;
	};
	page.centred('示例省甲市教育局2022年政府信息公开工作年度报告', 0, wide, (y += 20), 18);
	for (const words of ['模拟数据', '一、总体情况', '本局全年收到申请12件，均已办结。']) {
		page.words(words, MARGIN, (y += 18), 10.5);
	}
	const heads = [
		'二、主动公开政府信息情况',
		'三、收到和处理政府信息公开申请情况',
		'四、政府信息公开行政复议、行政诉讼情况'
	];
	formTables(form, values).forEach((table, index) => {
		page.words(heads[index] ?? '', MARGIN, (y += 18), 10.5);
		y = setTable(table, y + 8, { at: () => page, turn }, setting);
	});
	page.words('五、存在的主要问题及改进情况', MARGIN, y + 20, 10.5);
	pages.push(page);
	return pdfOf(
		pages.map(({ operators }, index) => {
			const foot = `BT /F1 9 Tf 1 0 0 1 ${wide / 2} 20 Tm <${encoded(`- ${index + 3} -`, setting)}> Tj ET`;
			const all = [...operators, ...(setting.pageNumbers ? [foot] : [])];
			return setting.unseen ? [...all, ...unseen(setting)] : all;
		}),
		setting,
		[wide, high]
	);
}

/** Figures over the whole page that no reader sees. */
function unseen(setting: Setting): string[] {
	const grid = Array.from({ length: 60 }, (_, at) => [
		60 + (at % 10) * 50,
		60 + Math.floor(at / 10) * 120
	]);
	const show = (x: number, y: number) =>
		`BT /F1 9 Tf 1 0 0 1 ${x} ${y} Tm <${encoded('777', setting)}> Tj ET`;
	return [
		'q 1 g',
		...grid.map(([x = 0, y = 0]) => show(x, y)),
		'Q q 3 Tr',
		...grid.map(([x = 0, y = 0]) => show(x + 9, y + 9)),
		'Q q 0 0 1 1 re W n',
		...grid.map(([x = 0, y = 0]) => show(x + 5, y + 3)),
		'Q',
		...grid.map(([x = 0, y = 0]) => show(x + 2000, y))
	];
}

interface Sheet {
	readonly at: () => Page;
	readonly turn: () => void;
}

function setTable(table: string, top: number, sheet: Sheet, setting: Setting): number {
	const { cells, rows, columns } = cellsOf(table);
	const { width, height } = sheet.at();
	const { pitch = 22 } = setting;
	const inner = width - 2 * MARGIN;
	// Labels stand in the first columns, which are wider where the table has ten.
	const labels = columns === 10 ? 3 : columns === 4 ? 1 : 0;
	const narrow = labels === 0 ? inner / columns : labels === 1 ? 90 : 38;
	const wide = labels === 0 ? 0 : (inner - narrow * (columns - labels)) / labels;
	const xOf = (column: number) =>
		MARGIN + Math.min(column, labels) * wide + Math.max(column - labels, 0) * narrow;
	const heights = Array.from({ length: rows }, (_, row) =>
		Math.max(
			pitch,
			...cells
				.filter((cell) => cell.row === row && cell.rows === 1)
				.map((cell) => wrapped(cell, xOf).length * 11 + 8)
		)
	);
	let y = top;
	let first = 0;
	while (first < rows) {
		let last = first;
		let end = y;
		while (last < rows && end + (heights[last] ?? 0) < height - MARGIN - 15)
			end += heights[last++] ?? 0;
		if (last === first) last += 1;
		const yOf = (row: number) => y + heights.slice(first, row).reduce((a, b) => a + b, 0);
		for (const cell of cells) {
			const from = Math.max(cell.row, first);
			const to = Math.min(cell.row + cell.rows, last);
			if (from >= to) continue;
			setCell(sheet.at(), cell, xOf, [yOf(from), yOf(to)], cell.row >= first);
		}
		y = yOf(last);
		first = last;
		if (first < rows) {
			sheet.turn();
			y = MARGIN;
		}
	}
	return y;
}

function wrapped(
	{ words, column, columns }: PlacedCell,
	xOf: (column: number) => number
): string[] {
	const room = Math.max(Math.floor((xOf(column + columns) - xOf(column) - 4) / SIZE), 1);
	if (/^[\d.]*$/.test(words)) return [words];
	return Array.from({ length: Math.ceil(words.length / room) }, (_, at) =>
		words.slice(at * room, (at + 1) * room)
	);
}

function setCell(
	page: Page,
	cell: PlacedCell,
	xOf: (column: number) => number,
	[top, bottom]: readonly [number, number],
	begins: boolean
): void {
	const [left, right] = [xOf(cell.column), xOf(cell.column + cell.columns)];
	page.rule(left, top, right, top);
	page.rule(left, bottom, right, bottom);
	page.rule(left, top, left, bottom);
	page.rule(right, top, right, bottom);
	if (!begins) return;
	const lines = wrapped(cell, xOf);
	const first = (top + bottom) / 2 - (lines.length * 11) / 2 + 9;
	lines.forEach((line, index) => page.centred(line, left, right, first + index * 11));
}

/** A PDF of pages with these operators, its font named and not embedded. */
export function pdfOf(
	pages: readonly (readonly string[])[],
	setting: Setting = {},
	[wide, high]: readonly [number, number] = [595, 842]
): Uint8Array {
	const { rotate = 0, sideways = false, encoding = 'UniGB-UCS2-H' } = setting;
	const turned = rotate === 90 || rotate === 270 || sideways;
	const media = turned ? [high, wide] : [wide, high];
	const turns: Readonly<Record<number, string>> = {
		90: `0 1 -1 0 ${high} 0 cm`,
		180: `-1 0 0 -1 ${wide} ${high} cm`,
		270: `0 -1 1 0 0 ${wide} cm`
	};
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${at * 2 + 6} 0 R`).join(' ')}] >>`,
		`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
		'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
		'<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
		...pages.flatMap((operators, at) => {
			const content = [turns[sideways ? 90 : rotate] ?? '', ...operators].join('\n');
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${media.join(' ')}] /Rotate ${rotate} /Contents ${at * 2 + 7} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
				`<< /Length ${content.length} >>\nstream\n${content}\nendstream`
			];
		})
	];
	return fileOf(objects);
}

/** A PDF file of these objects, numbered from 1, the first its catalogue. */
export function fileOf(objects: readonly string[], trailer = ''): Uint8Array {
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	return new Uint8Array(
		Buffer.from(
			`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
			'latin1'
		)
	);
}
