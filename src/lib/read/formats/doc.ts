import { slotAt, type Document, type Line } from '../slot.ts';
import { DocPieces } from './docpieces.ts';
import { gridOf, rowShape, type DocRow } from './docrow.ts';
import type { OleFile } from './ole.ts';
import { sprmsIn, shortAt, type PropertyRun, type Sprm } from './sprm.ts';
import { lineAt } from './text.ts';

/** A paragraph of a Word file outside tables, or a row of a table. */
type Block = { readonly words: string } | { readonly row: DocRow };

/** Marks of [MS-DOC] 2.4: the end of a cell or a row, of a paragraph, and of a page. */
const CELL = '\u0007';
const ENDS = new Set(['\r', '\u000c', CELL]);

const CODES = {
	deleted: 0x0800,
	hidden: 0x083c,
	symbol: 0x6a09,
	inTable: 0x2416,
	rowEnd: 0x2417
} as const;

/**
 * A Word 97 to 2003 file as its text, and its tables as rows of a grid.
 * @throws {OleTrouble | DocEncrypted} as the file is damaged or asks for a password
 */
export function readDoc(file: OleFile): Document {
	return written(new BlockReader(new DocPieces(file)).blocks());
}

/** Reads the body mark by mark. */
class BlockReader {
	private readonly found: Block[] = [];
	private cells: string[] = [];
	private words = '';
	/** For each open field, whether its words are what is shown. */
	private readonly fields: boolean[] = [];
	private run: PropertyRun | null = null;
	private look: Look = PLAIN;

	constructor(private readonly pieces: DocPieces) {}

	blocks(): Block[] {
		const { text } = this.pieces;
		for (let index = 0; index < text.length; index += 1) {
			const char = text[index] ?? '';
			if (ENDS.has(char)) this.end(char, index);
			else this.take(char, index);
		}
		this.flush();
		return this.found;
	}

	private end(char: string, index: number): void {
		const paragraph = this.pieces.paragraphAt(index);
		const rowEnds = paragraph.some(
			({ code, operand }) => code === CODES.rowEnd && operand[0] === 1
		);
		if (char === CELL && rowEnds) {
			const deleted = this.lookAt(index).hidden;
			if (!deleted) this.found.push({ row: rowShape(this.cells, paragraph) });
			this.cells = [];
			this.words = '';
		} else if (char === CELL) {
			this.cells.push(this.words);
			this.words = '';
		} else if (isOn(paragraph, CODES.inTable)) {
			this.words += ' ';
		} else {
			this.flush();
		}
	}

	/** Ends a paragraph; cells whose row has no end are a line each, so that none can be misplaced. */
	private flush(): void {
		for (const words of [...this.cells, this.words]) this.found.push({ words });
		this.cells = [];
		this.words = '';
	}

	private take(char: string, index: number): void {
		const look = this.lookAt(index);
		if (char === '\u0013') this.fields.push(false);
		else if (char === '\u0015') this.fields.pop();
		else if (char === '\u0014') this.fields[this.fields.length - 1] = true;
		else if (!look.hidden && this.fields.every((shows) => shows)) {
			this.words += look.symbol ?? SHOWN[char] ?? char;
		}
	}

	/** How a character looks; the same as the last one's in one run. */
	private lookAt(index: number): Look {
		const run = this.pieces.characterAt(index);
		if (run !== this.run) {
			this.run = run;
			this.look = run ? lookOf(sprmsIn(run.list)) : PLAIN;
		}
		return this.look;
	}
}

interface Look {
	/** Whether it does not show: hidden, or struck out in a tracked change. */
	readonly hidden: boolean;
	/** The sign that stands in its place. */
	readonly symbol: string | null;
}

const PLAIN: Look = { hidden: false, symbol: null };

function lookOf(sprms: readonly Sprm[]): Look {
	const symbol = sprms.find(({ code }) => code === CODES.symbol);
	const sign = symbol ? shortAt(symbol.operand, 2) : null;
	return {
		hidden: isOn(sprms, CODES.deleted) || isOn(sprms, CODES.hidden),
		// Signs of fonts of signs stand in Unicode's private area: something shows, and it is no text.
		symbol: sign === null ? null : sign < 0xe000 ? String.fromCharCode(sign) : '\ufffc'
	};
}

/** Whether a property is on; the last change counts. */
function isOn(sprms: readonly Sprm[], code: number): boolean {
	const value = sprms.findLast((sprm) => sprm.code === code)?.operand[0];
	return value === 1 || value === 0x81;
}

/** What characters of Word's own show: a picture, notes, breaks, hyphens. */
const SHOWN: Readonly<Record<string, string>> = {
	'\u0001': '\ufffc',
	'\u0002': '',
	'\u0003': '',
	'\u0004': '',
	'\u0005': '',
	'\u0008': '',
	'\u000b': ' ',
	'\u000e': ' ',
	'\n': ' ',
	'\u001e': '-',
	'\u001f': '',
	'\u0000': ''
};

/** Writes blocks into one text. */
function written(blocks: readonly Block[]): Document {
	const writer = new BlockWriter();
	let rows: DocRow[] = [];
	for (const block of blocks) {
		if ('row' in block) rows.push(block.row);
		else {
			writer.table(rows);
			rows = [];
			writer.paragraph(block.words);
		}
	}
	writer.table(rows);
	return { text: writer.text, lines: writer.lines };
}

class BlockWriter {
	text = '';
	readonly lines: Line[] = [];
	private tables = 0;

	paragraph(words: string): void {
		const start = this.text.length;
		this.text += `${words.replace(/ +$/, '')}\n`;
		const line = words.trim() === '' ? null : lineAt(this.text, start, this.text.length - 1);
		if (line) this.lines.push(line);
	}

	table(rows: readonly DocRow[]): void {
		this.tables += 1;
		for (const { cells, above } of gridOf(rows)) {
			const places = cells.map(({ words, area }, index) => {
				if (index > 0) this.text += '\t';
				const start = this.text.length;
				this.text += words.replace(/[\s\u00a0]+/g, ' ').trim();
				return { start, end: this.text.length, area };
			});
			this.text += '\n';
			const slots = places.map(({ start, end, area }) => ({
				...slotAt(this.text, start, end),
				...(area && { area })
			}));
			this.lines.push({
				layout: 'cells',
				slots,
				...(above && { grid: { table: this.tables, above } })
			});
		}
	}
}
