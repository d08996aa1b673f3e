import { CsvError, parse } from 'csv-parse/sync';

/** A table that an office keeps, and that cannot be followed; says where and why. */
export class BadTable extends Error {
	override readonly name: string = 'BadTable';
}

/** A line of such a table: its number in the file, and its words by column. */
export interface OfficeLine {
	readonly number: number;
	/** What stands in a column, without spaces around it; null where nothing does. */
	word(column: string): string | null;
}

/** Text in UTF-8, or as spreadsheet programs of Chinese systems save it. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}

/** The apostrophe that our own downloads put before what a spreadsheet would take for a formula. */
const GUARD = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** What is wrong with a CSV that cannot be read, where, and what to do. */
function problemOf(error: unknown): string {
	const { code, lines, columns, record } = (error instanceof CsvError ? error : {}) as Partial<{
		code: string;
		lines: number;
		columns: readonly unknown[];
		record: readonly unknown[];
	}>;
	const at = lines === undefined ? '' : `第 ${lines} 行`;
	if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && columns && record) {
		return `${at}有 ${record.length} 格，表头有 ${columns.length} 列；请补足逗号或删去多余的格，格中有逗号的加双引号`;
	}
	if (code?.includes('QUOTE')) {
		return `${at}的双引号不成对；请补上或删去，格中的双引号写两个`;
	}
	return `${at}不是规范的 CSV；请另存为“CSV UTF-8（逗号分隔）”再试：${(error as Error).message}`;
}

/**
 * Reads the lines of a CSV with named columns.
 *
 * @param name what people call the table, in Chinese
 * @throws BadTable where it is no CSV, or has a column that is not among `columns`
 */
export function officeLines(
	bytes: Uint8Array,
	name: string,
	columns: readonly string[]
): OfficeLine[] {
	let records: { record: Record<string, string>; info: { lines: number } }[];
	try {
		records = parse(decode(bytes), {
			bom: true,
			columns: (header: string[]) => header.map((column) => column.trim()),
			info: true,
			skip_empty_lines: true
		});
	} catch (error) {
		throw new BadTable(`${name}${problemOf(error)}`);
	}
	const unknown = Object.keys(records[0]?.record ?? {}).find((column) => !columns.includes(column));
	if (unknown !== undefined) {
		throw new BadTable(`${name}有不认识的列：${unknown}；可用的列：${columns.join(' ')}`);
	}
	return records.map(({ record, info }) => ({
		number: info.lines,
		word: (column) => record[column]?.trim().replace(GUARD, '') || null
	}));
}

/** A source as ingest writes it: relative, `/` between folders, composed characters. */
export const sourceName = (text: string) =>
	text.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
