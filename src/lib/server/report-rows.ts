import { DuckDBDateValue, type DuckDBValue } from '@duckdb/node-api';
import { Bool, Field, Int32, Schema, Uint8, Utf8 } from 'apache-arrow';
import type { CheckedReport } from '../check/check.ts';
import { REPORT_RULES } from '../check/rules.ts';
import {
	ADDRESSES,
	filledIn,
	namedSum,
	partsOf,
	STATUSES,
	type Address,
	type Box,
	type Cell,
	type Report
} from '../form/index.ts';
import { lettersOf, printOf } from './comparable.ts';
import { decimal, findingRow } from './finding-row.ts';
import { agencyId, findingId } from './identifiers.ts';
import { SCHEMAS, STATUS_NUMBERS, figure } from './tables.ts';

/** A report as read and checked, on its way into a batch. */
export interface CheckedFile {
	readonly source: string;
	readonly sha256: string;
	/** What the reading depended on besides the bytes. */
	readonly fingerprint: string;
	readonly supersedes: string | null;
	readonly report: Report;
	readonly checked: CheckedReport;
	/** The cells that the office put right, with the figures that were read there. */
	readonly readValues: ReadonlyMap<Address, number | null>;
}

/** The columns of `cellRow`: codes as numbers, spelt out only when the part is written. */
export const CELL_ROWS = new Schema([
	new Field('report_id', new Utf8()),
	new Field('address', new Int32()),
	new Field('value', figure()),
	new Field('raw', new Utf8()),
	new Field('status', new Uint8()),
	new Field('char_start', new Int32()),
	new Field('char_end', new Int32()),
	new Field('deduced', figure()),
	new Field('page', new Int32()),
	new Field('box', new Utf8()),
	new Field('corrected', new Bool()),
	new Field('read_value', figure())
]);
/** The columns of `addressRows`. */
export const ADDRESS_ROWS = new Schema([
	new Field('address', new Int32()),
	...SCHEMAS.cells.fields.slice(1, 4)
]);
const ADDRESS_NUMBERS = new Map(ADDRESSES.map((address, index) => [address, index]));

/** Every address by its number, spelt out. */
export function addressRows(): DuckDBValue[][] {
	return [...ADDRESS_NUMBERS].map(([address, number]) => {
		const { section, item, measure } = partsOf(address);
		return [number, section, item, measure];
	});
}

const DAY_MS = 86_400_000;
/** A day, `YYYY-MM-DD`; null for a day that is none. */
export function day(date: string | null): DuckDBDateValue | null {
	const time = date === null ? NaN : Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(time) ? null : new DuckDBDateValue(Math.floor(time / DAY_MS));
}

/** A report as its row of the wide table, in the order of the columns that a part keeps. */
export function figuresRow(file: CheckedFile, id: string): DuckDBValue[] {
	const { report } = file;
	const row: DuckDBValue[] = [
		id,
		agencyId(report, id),
		report.agency,
		report.kind,
		report.level,
		report.scope,
		report.province,
		report.city,
		report.county,
		report.year,
		report.form,
		report.title,
		day(report.publishedOn),
		file.source,
		report.sourceUrl,
		file.sha256,
		report.resolved,
		report.generated
	];
	const cells = new Map(report.cells.map((cell) => [cell.address, cell]));
	for (const address of ADDRESSES) {
		const cell = cells.get(address);
		row.push(cell ? decimal(cell.value) : null, cell ? STATUS_NUMBERS[cell.status] : null);
	}
	for (const status of STATUSES) {
		row.push(report.cells.filter((cell) => cell.status === status).length);
	}
	const outcomes = filledIn(
		namedSum('handled').addends,
		report.form,
		(address) => cells.get(address)?.status
	);
	row.push(outcomes.reported, outcomes.lacking);
	for (const { code } of REPORT_RULES) {
		const tally = file.checked.tallies.get(code);
		row.push(tally?.pass ?? null, tally?.fail ?? null, tally?.undecided ?? null);
	}
	const { figures, narrative, standings } = file.checked.comparable;
	row.push(file.supersedes, printOf(figures), figures?.amongAll ?? false);
	row.push(printOf(narrative), narrative?.amongAll ?? false, lettersOf(standings));
	return row;
}

/** Points to two decimals, which is finer than any screen shows. */
const points = (length: number) => Math.round(length * 100) / 100;

const boxText = ({ left, top, right, bottom }: Box) =>
	[left, top, right, bottom].map(points).join(' ');

/** A cell as its row, until it is spelt out. */
export function cellRow(
	id: string,
	cell: Cell,
	readValues: CheckedFile['readValues']
): DuckDBValue[] {
	const address = ADDRESS_NUMBERS.get(cell.address);
	if (address === undefined) throw new RangeError(`no edition has the cell ${cell.address}`);
	return [
		id,
		address,
		decimal(cell.value),
		cell.raw,
		STATUS_NUMBERS[cell.status],
		cell.place?.start ?? null,
		cell.place?.end ?? null,
		decimal(cell.deduced),
		cell.box?.page ?? null,
		cell.box ? boxText(cell.box) : null,
		readValues.has(cell.address),
		decimal(readValues.get(cell.address) ?? null)
	];
}

/** The findings of one report as their rows. */
export function findingRows(id: string, { findings }: CheckedReport): DuckDBValue[][] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const key = findingId(id, finding, 0);
		const ordinal = seen.get(key) ?? 0;
		seen.set(key, ordinal + 1);
		return findingRow(id, finding, ordinal);
	});
}
