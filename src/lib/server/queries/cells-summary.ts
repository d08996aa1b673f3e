import { addressesOf, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { STATUSES, type Status } from '../../form/index.ts';
import { STATUS_NUMBERS, statusCountColumnOf } from '../tables.ts';
import { reportsBehindCells } from './admitted-cells.ts';
import { ADDABLE } from './basis.ts';
import { asksForAll, columns, listedCells, statusList } from './listed-cells.ts';

/** What a slice of `cells` comes to. */
export interface CellsSummary {
	readonly statuses: Readonly<Record<Status, number>>;
	/**
	 * The figures of all rows added; null where no row has one, and where the rows are of so many
	 * cells of the form that their sum would tell nothing.
	 */
	readonly sum: number | null;
	/** False where the rows are of several scopes or levels, whose figures are no total. */
	readonly addable: boolean;
}

type SummaryRow = Record<Status, number> & Pick<CellsSummary, 'sum' | 'addable'>;

const summaryOf = (filters: Filters, row: SummaryRow | undefined): CellsSummary => {
	if (!row) throw new Error('a count without a row');
	const asked = (status: Status) =>
		filters.status.length === 0 || filters.status.includes(status) ? row[status] : 0;
	return {
		statuses: {
			reported: asked('reported'),
			blank: asked('blank'),
			missing: asked('missing'),
			unreadable: asked('unreadable')
		},
		sum: asked('reported') > 0 ? row.sum : null,
		addable: row.addable
	};
};

/** How many cells of the form have each status, all reports together. */
async function wholeCounts(database: Database, { sql, params }: Condition) {
	const sums = STATUSES.map((status) => `sum(${statusCountColumnOf(status)}) AS ${status}`);
	const [row] = await database.rows<Record<Status, number | null>>(
		`SELECT ${sums.join(', ')} FROM figures WHERE ${sql}`,
		params
	);
	return row;
}

/**
 * The same of the cells at many addresses. Blank ones are what is left: reports with a cell that is
 * missing or unreadable are few, and only in those are statuses told apart cell by cell.
 */
async function manyCounts(database: Database, filters: Filters, { sql, params }: Condition) {
	const cells = addressesOf(filters).map((address) => columns(address, filters));
	const counts = (column: 'value' | 'status') =>
		cells.map((cell) => `count(${cell[column]})`).join(' + ');
	const [total] = await database.rows<{ all: number; reported: number }>(
		`SELECT ${counts('status')} AS "all", ${counts('value')} AS reported FROM figures WHERE ${sql}`,
		params
	);
	const few = await database.rows<{ status: number; cells: number }>(
		`SELECT status, count(*) AS cells FROM (
			SELECT unnest(${statusList(filters)}) AS status FROM figures
			WHERE (${sql})
				AND ${statusCountColumnOf('missing')} + ${statusCountColumnOf('unreadable')} > 0
		) GROUP BY status`,
		params
	);
	const ofFew = (status: Status) =>
		few.find((row) => row.status === STATUS_NUMBERS[status])?.cells ?? 0;
	if (!total) return undefined;
	const [missing, unreadable] = [ofFew('missing'), ofFew('unreadable')];
	const blank = total.all - total.reported - missing - unreadable;
	return { reported: total.reported, blank, missing, unreadable };
}

async function wideSummary(database: Database, filters: Filters): Promise<CellsSummary> {
	const reports = reportsBehindCells(filters);
	const counts = asksForAll(filters)
		? await wholeCounts(database, reports)
		: await manyCounts(database, filters, reports);
	const { reported, blank, missing, unreadable } = counts ?? {};
	return summaryOf(filters, {
		reported: reported ?? 0,
		blank: blank ?? 0,
		missing: missing ?? 0,
		unreadable: unreadable ?? 0,
		sum: null,
		addable: false
	});
}

/** What the cells that the filters admit come to, told from the wide table. */
export async function cellsSummary(database: Database, filters: Filters): Promise<CellsSummary> {
	const listed = await listedCells(database, filters);
	if (!listed) return wideSummary(database, filters);
	const counts = STATUSES.map(
		(status) => `count(*) FILTER (status = ${STATUS_NUMBERS[status]}) AS ${status}`
	);
	const [row] = await database.rows<SummaryRow>(
		`SELECT ${counts.join(', ')}, sum(value) AS sum, ${ADDABLE} AS addable
		FROM (SELECT *, value IS NOT NULL AS counted FROM (${listed.sql}))`,
		listed.params
	);
	return summaryOf(filters, row);
}
