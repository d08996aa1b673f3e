import {
	cellsOfAddends,
	columnOf,
	figureAdded,
	STATUSES,
	type Address,
	type FormCode,
	type Given
} from '../../form/index.ts';
import type { Database } from '../database.ts';
import { statusColumnOf } from '../tables.ts';
import { isStock, seriesAt, stockCells } from './series-figure.ts';

/** A figure of a series: null where no part of it is reported or the form does not ask. */
export interface Figure extends Given {
	readonly possiblyStock: boolean;
}

/** An agency's current report of one year with the figures asked for. */
export interface AgencyYear {
	readonly year: number;
	readonly reportId: string;
	readonly form: FormCode;
	readonly figures: ReadonlyMap<Address, Figure>;
}

/** What a report has in some cells, each list in their order. */
interface CellsRow {
	readonly year: number;
	readonly reportId: string;
	readonly form: FormCode;
	readonly values: readonly (number | null)[];
	readonly statuses: readonly (number | null)[];
}

/** A series, and the cells of last year's items and the change, where its decisions may be these added. */
function seriesAsked(address: Address) {
	const series = seriesAt(address);
	const stock = stockCells(address);
	return { address, series, stock, cells: [...cellsOfAddends([series]), ...stock] };
}

/**
 * An agency's figures of some series, by year: one entry a current report whose year is settled.
 *
 * @throws BadFilter where no edition of the form has an address
 */
export async function agencySeries(
	database: Database,
	agencyId: string,
	addresses: readonly Address[]
): Promise<AgencyYear[]> {
	const asked = addresses.map(seriesAsked);
	const cells = [...new Set(asked.flatMap((series) => series.cells))];
	// The cells of a few reports are added here: planning the sums of sixty series takes the database
	// as long as finding the reports. Two lists are handed over sooner than a hundred columns.
	const rows = await database.rows<CellsRow>(
		`SELECT year, report_id AS "reportId", form,
			[${cells.map((cell) => `${columnOf(cell)}::DOUBLE`).join(', ')}] AS values,
			[${cells.map(statusColumnOf).join(', ')}] AS statuses
		FROM figures
		WHERE agency_id = $agency_id AND is_current AND year IS NOT NULL
		ORDER BY year`,
		{ agency_id: agencyId }
	);
	return rows.map(({ year, reportId, form, values, statuses }) => {
		const given = new Map(
			cells.map((cell, index): [Address, Given] => [
				cell,
				{ value: values[index] ?? null, status: STATUSES[statuses[index] ?? -1] ?? null }
			])
		);
		const figures = asked.map(({ address, series, stock }): [Address, Figure] => [
			address,
			{
				...figureAdded(series, form, (cell) => given.get(cell)),
				possiblyStock: isStock([address, ...stock].map((cell) => given.get(cell)?.value ?? null))
			}
		]);
		return { year, reportId, form, figures: new Map(figures) };
	});
}
