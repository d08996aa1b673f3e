import { CsvError, parse, type Info } from 'csv-parse/sync';
import { LIMITS } from '../../limits.ts';
import { pointerOf, type Complaint } from './complaint.ts';
import { spoilt, type RawReport, type RawReports } from './raw-report.ts';
import { nameOf } from './recorded-report.ts';

/** Columns that a table of cells has, besides `raw` or `value`. */
const NEEDED = ['section', 'item', 'measure'];
/** Columns of the report: the same in each of its rows. */
const OF_REPORT = [
	...['report_id', 'id', 'source', 'title', 'agency', 'province', 'city', 'county', 'level'],
	...['kind', 'scope', 'year', 'published_on', 'source_url', 'form', 'generated', 'text']
];
const OF_CELL = [...NEEDED, 'status', 'value', 'raw', 'char_start', 'char_end', 'page'];
const SIDES = ['left', 'top', 'right', 'bottom'];
const NUMBERS = new Set(['value', 'char_start', 'char_end', 'page', ...SIDES]);

/** The delimiter of a table of cells, told by its first line; null where it is none. */
export function delimiterOf(header: string): string | null {
	const found = [',', '\t', ';'].find((delimiter) => {
		const names = header.split(delimiter).map(columnName);
		const figures = names.includes('raw') || names.includes('value');
		return figures && NEEDED.every((name) => names.includes(name));
	});
	return found ?? null;
}

const columnName = (words: string) => words.replace(/^[\s"\ufeff]+|[\s"]+$/g, '').toLowerCase();

/** A report of a CSV while its rows are gathered. */
interface Gathered {
	readonly given: Record<string, unknown>;
	readonly cells: Record<string, unknown>[];
	/** The line of each cell. */
	readonly lines: number[];
	readonly complaints: Complaint[];
}

/** Thrown for a table of more rows than any file of reports has. */
class TooManyRows extends Error {}

/** The reports of a table of cells: a row a cell, the report's columns repeated in each. */
export function csvReports(text: string): RawReports | null {
	const newline = text.search(/[\r\n]/);
	const delimiter = delimiterOf(newline === -1 ? text : text.slice(0, newline));
	if (delimiter === null) return null;
	const table = new CellTable();
	try {
		parse(text, {
			bom: true,
			delimiter,
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: LIMITS.textLength,
			on_record: (record: string[], { lines }: Info) => table.take(record, lines)
		});
	} catch (error) {
		if (error instanceof TooManyRows) {
			return spoilt(`CSV 超过 ${LIMITS.recordRows} 行。请分成几个文件后再导入。`, {
				of: 'rows',
				most: LIMITS.recordRows
			});
		}
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error.lines === 'number' ? `第 ${error.lines} 行起` : '';
		return spoilt(
			`CSV 的写法有错：${line}引号不成对，或一行过长。请重新导出后再导入。`,
			typeof error.lines === 'number' ? { line: error.lines } : {}
		);
	}
	return table.reports();
}

/** Gathers the rows of a table into its reports, in the order in which they begin. */
class CellTable {
	private header: readonly string[] = [];
	private rows = 0;
	/** Line breaks inside fields that csv-parse counts twice: \r\n. */
	private doubled = 0;
	private readonly found = new Map<string, Gathered>();

	/** Takes a row; nothing of it is kept by the parser. */
	take(record: readonly string[], line: number): null {
		if (this.rows === 0) this.header = record.map(columnName);
		else {
			for (const field of record) this.doubled += field.split('\r\n').length - 1;
			this.row(record, line - this.doubled);
		}
		this.rows += 1;
		if (this.rows > LIMITS.recordRows) throw new TooManyRows();
		return null;
	}

	private row(record: readonly string[], line: number): void {
		const word = (name: string) => plain(record[this.header.indexOf(name)] ?? '');
		const own = Object.fromEntries(
			OF_REPORT.map((name) => [name, word(name)] as const).filter(([, words]) => words !== '')
		);
		const key = nameOf(own) ?? '';
		const report = this.found.get(key) ?? { given: {}, cells: [], lines: [], complaints: [] };
		this.found.set(key, report);
		const path = ['cells', report.cells.length];
		if (record.length !== this.header.length) {
			const words = `有 ${record.length} 列，表头有 ${this.header.length} 列`;
			report.complaints.push({ path, words });
		}
		for (const [name, words] of Object.entries(own)) {
			const known = report.given[name] ?? words;
			report.given[name] = known;
			if (known !== words) {
				report.complaints.push({ path, words: `${name} 与同一报告前面的行不同` });
			}
		}
		report.cells.push(this.cellOf(word));
		report.lines.push(line);
	}

	private cellOf(word: (name: string) => string): Record<string, unknown> {
		const names = OF_CELL.filter((name) => this.header.includes(name));
		const cell: Record<string, unknown> = Object.fromEntries(
			names.map((name) => [name, typed(name, word(name))])
		);
		// A CSV has one way of saying both “nothing stands there” and “no word”.
		if (cell.raw === '' && typeof cell.value === 'number' && cell.status !== 'blank')
			cell.raw = null;
		if (SIDES.some((side) => word(side) !== '')) {
			cell.box = SIDES.map((side) => typed(side, word(side)));
		}
		return cell;
	}

	reports(): RawReports {
		if (this.found.size === 0) return spoilt('CSV 里只有表头，没有一行数据。请重新导出后再导入。');
		return { ok: true, reports: [...this.found.values()].map(reportOf) };
	}
}

function reportOf({ given, cells, lines, complaints }: Gathered): RawReport {
	const { generated } = given;
	const flag = { true: true, false: false }[String(generated).toLowerCase()];
	return {
		given: { ...given, ...(flag === undefined ? {} : { generated: flag }), cells },
		complaints,
		locate: ([part, index, ...rest]) => {
			const line = part === 'cells' ? lines[Number(index)] : lines[0];
			const column = part === 'cells' ? rest : [part ?? ''];
			const name = pointerOf(column).slice(1);
			return { words: `CSV 第 ${line} 行 ${name}`.trim(), code: `${line}:${name}` };
		}
	};
}

/** The words of a field; an apostrophe that keeps a spreadsheet from taking them for a formula is none. */
function plain(field: string): string {
	return /^'[=+\-@\t\r\n＝＋－＠]/.test(field) ? field.slice(1) : field;
}

function typed(name: string, words: string): unknown {
	if (!NUMBERS.has(name)) return words;
	if (words.trim() === '') return null;
	return /^\s*-?\d+(?:\.\d+)?\s*$/.test(words) ? Number(words) : words;
}
