import Table from 'cli-table3';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LIMITS } from '../../src/lib/limits.ts';

type Row = Readonly<Record<string, unknown>>;
type Batches = AsyncIterable<readonly Row[]>;

/** Writes an answer to a stream, row by row as it comes. */
export type Format = (
	names: readonly string[],
	batches: Batches,
	output: NodeJS.WritableStream,
	say: (line: string) => void
) => Promise<void>;

/** A value as JSON; whole numbers beyond 2^53 keep all their digits. */
export function json(value: unknown): string {
	if (typeof value === 'bigint') return value.toString();
	if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		const entries = Object.entries(value).map(
			([name, entry]) => `${JSON.stringify(name)}:${json(entry)}`
		);
		return `{${entries.join(',')}}`;
	}
	return JSON.stringify(value ?? null);
}

const write = (lines: AsyncIterable<string>, output: NodeJS.WritableStream) =>
	pipeline(Readable.from(lines), output, { end: false });

const writeJson: Format = (_, batches, output) => {
	async function* lines() {
		let before = '[\n';
		for await (const rows of batches) {
			for (const row of rows) {
				yield before + json(row);
				before = ',\n';
			}
		}
		yield before === '[\n' ? '[]\n' : '\n]\n';
	}
	return write(lines(), output);
};

function text(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : json(value);
}

const writeCsv: Format = async (names, batches, output) => {
	async function* records() {
		for await (const rows of batches) {
			for (const row of rows) yield names.map((name) => text(row[name]));
		}
	}
	const formatter = stringify({ header: true, columns: [...names], record_delimiter: 'windows' });
	await pipeline(Readable.from(records()), formatter, output, { end: false });
};

const writeTable: Format = async (names, batches, output, say) => {
	const table = new Table({ head: [...names], style: { head: [], border: [] } });
	let count = 0;
	for await (const rows of batches) {
		const room = Math.max(LIMITS.tableRows - count, 0);
		for (const row of rows.slice(0, room)) table.push(names.map((name) => text(row[name])));
		count += rows.length;
	}
	output.write(`${table.toString()}\n`);
	const more = count - LIMITS.tableRows;
	if (more > 0) say(`另有 ${more} 行未显示；全部行请用 --format csv 或 --format json`);
};

export const FORMATS: Readonly<Record<string, Format>> = {
	json: writeJson,
	csv: writeCsv,
	table: writeTable
};
