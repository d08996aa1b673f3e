import { addressesOf, all, askForFindings, findingColumns, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { columnOf, STATUSES, type Address } from '../../form/index.ts';
import { STATUS_NUMBERS, statusColumnOf, statusCountColumnOf } from '../tables.ts';
import { reportsBehindCells } from './admitted-cells.ts';
import { stockOf } from './series-figure.ts';

/** Addresses whose cells are listed one by one; of more, only the reports that hold them are. */
const LISTED = 16;

const statusTest = ({ status }: Filters) => {
	const numbers = STATUSES.filter((code) => status.includes(code)).map(
		(code) => STATUS_NUMBERS[code]
	);
	return numbers.length > 0 ? `IN (${numbers.join(', ')})` : 'IS NOT NULL';
};

/** The figure and the status of an address in a row of `figures`; null where the filters leave it out. */
export function columns(address: Address, { stock }: Filters) {
	const [value, status] = [columnOf(address), statusColumnOf(address)];
	const isStock = stockOf(address);
	if (stock || isStock === 'false') return { value, status };
	const kept = (column: string) => `(CASE WHEN ${isStock} THEN NULL ELSE ${column} END)`;
	return { value: kept(value), status: kept(status) };
}

/** The addresses that findings are about, of those the filters admit. */
async function addressesWithFinding(database: Database, filters: Filters): Promise<Address[]> {
	const { sql, params } = findingColumns(filters);
	const rows = await database.rows<{ address: Address }>(
		`SELECT DISTINCT concat_ws('/', section, item, measure) AS address FROM findings WHERE ${sql}`,
		params
	);
	const found = new Set(rows.map(({ address }) => address));
	return addressesOf(filters).filter((address) => found.has(address));
}

/** The cells that findings are about, one a row, as the wide table has them. */
function cellsWithFinding(filters: Filters, addresses: readonly Address[]): Condition {
	const reports = reportsBehindCells(filters);
	const findings = findingColumns(filters);
	const choose = (column: 'value' | 'status') =>
		`CASE address ${addresses
			.map((address) => `WHEN '${address}' THEN ${columns(address, filters)[column]}`)
			.join(' ')} END`;
	return {
		sql: `SELECT report_id, year, scope, level, address,
				${choose('value')} AS value, ${choose('status')} AS status
			FROM figures JOIN (
				SELECT DISTINCT report_id, concat_ws('/', section, item, measure) AS address
				FROM findings WHERE ${findings.sql}
			) USING (report_id)
			WHERE ${reports.sql}`,
		params: all([reports, findings]).params
	};
}

/** The cells at a few addresses, one a row, as the wide table has them: one look at it for all. */
function cellsAt(filters: Filters, addresses: readonly Address[]): Condition {
	const { sql, params } = reportsBehindCells(filters);
	const cells = addresses.map((address) => columns(address, filters));
	const spread = (expressions: readonly string[]) =>
		expressions.length === 1 ? expressions.join() : `unnest([${expressions.join(', ')}])`;
	return {
		sql: `SELECT report_id, year, scope, level,
				${spread(addresses.map((address) => `'${address}'`))} AS address,
				${spread(cells.map(({ value }) => value))} AS value,
				${spread(cells.map(({ status }) => status))} AS status
			FROM figures WHERE ${sql}`,
		params
	};
}

/** The admitted cells, one a row; null where that would be most cells of most reports. */
export async function listedCells(database: Database, filters: Filters): Promise<Condition | null> {
	const withFinding = askForFindings(filters);
	const addresses = withFinding
		? await addressesWithFinding(database, filters)
		: addressesOf(filters);
	if (addresses.length === 0) {
		const nothing = `SELECT NULL AS report_id, NULL AS year, NULL AS scope, NULL AS level,
			NULL AS address, 0.0 AS value, 0 AS status WHERE false`;
		return { sql: nothing, params: {} };
	}
	if (!withFinding && addresses.length > LISTED) return null;
	const { sql, params } = (withFinding ? cellsWithFinding : cellsAt)(filters, addresses);
	return { sql: `SELECT * FROM (${sql}) WHERE status ${statusTest(filters)}`, params };
}

/** Whether the cells of a slice can be sorted by their figures without reading all cells. */
export const sortsCells = (filters: Filters): boolean =>
	askForFindings(filters) || addressesOf(filters).length <= LISTED;

/** Whether every cell of a report is asked for: how many these are stands in its row. */
export const asksForAll = ({ section, item, measure, stock }: Filters) =>
	stock && section.length + item.length + measure.length === 0;

/** The statuses of a report's cells as a list: far cheaper to plan than a test of each. */
export const statusList = (filters: Filters): string =>
	`[${addressesOf(filters)
		.map((address) => columns(address, filters).status)
		.join(', ')}]`;

/** How many of a report's cells the filters admit. */
export function countOf(filters: Filters): string {
	const statuses = STATUSES.filter(
		(status) => filters.status.length === 0 || filters.status.includes(status)
	);
	if (asksForAll(filters)) return `(${statuses.map(statusCountColumnOf).join(' + ')})`;
	if (filters.status.length === 0) return `list_count(${statusList(filters)})`;
	return `len(list_filter(${statusList(filters)}, lambda status: status ${statusTest(filters)}))`;
}

/** A report may have a cell of the statuses asked for: told by its counts, before any cell is looked at. */
export const mayHaveStatus = ({ status }: Filters): string =>
	status.length === 0
		? 'true'
		: `${STATUSES.filter((code) => status.includes(code))
				.map(statusCountColumnOf)
				.join(' + ')} > 0`;
