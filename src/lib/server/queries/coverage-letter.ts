import type { FilingState } from '../../form/index.ts';
import { admittedFilings } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { STANDING_COLUMNS } from './coverage.ts';

/** One year for which a report of an organ is expected, and what is there. */
export interface ExpectedFiling {
	readonly year: number;
	readonly state: FilingState;
	readonly dueOn: string;
	readonly publishedOn: string | null;
	/** Days after the day it was due; null unless late. */
	readonly daysLate: number | null;
	readonly reportId: string | null;
	/** The file that the state rests on, and the title where it is a report. */
	readonly source: string | null;
	readonly title: string | null;
}

/** An organ with every year for which its report is expected. */
export interface ExpectedOrgan {
	readonly agencyId: string;
	readonly agency: string;
	readonly parent: string | null;
	readonly level: string | null;
	readonly kind: string | null;
	readonly generated: boolean;
	/** Expected because the office's roster says so; else because it once filed. */
	readonly listed: boolean;
	/** In the order of years. */
	readonly filings: readonly ExpectedFiling[];
}

type Organ = Omit<ExpectedOrgan, 'filings'>;

/** The organ that the filters name by its id, in all its years; null where none of its is expected. */
export async function expectedOrgan(
	database: Database,
	filters: Filters
): Promise<ExpectedOrgan | null> {
	const { sql, params } = admittedFilings({ ...filters, year: [] });
	const rows = await database.rows<ExpectedFiling & Organ>(
		`WITH own AS (SELECT * FROM filings WHERE expected AND ${sql})
		SELECT agency_id AS "agencyId", agency, parent, level, kind, generated, listed,
			${STANDING_COLUMNS}, title
		FROM own LEFT JOIN (SELECT report_id, title FROM figures) USING (report_id)
		ORDER BY year`,
		params
	);
	const [first] = rows;
	if (!first) return null;
	const { agencyId, agency, parent, level, kind, generated, listed } = first;
	return {
		...{ agencyId, agency, parent, level, kind, generated, listed },
		filings: rows.map(({ year, state, dueOn, publishedOn, daysLate, reportId, source, title }) => ({
			...{ year, state, dueOn, publishedOn, daysLate, reportId, source, title }
		}))
	};
}
