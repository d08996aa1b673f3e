import { currentReports, SCOPE_SQL, scopeRule, type ScopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';

/** What an answer rests on: the current reports it counts, and those it leaves out. */
export interface Basis {
	/** Whose figures are added. */
	readonly scope: ScopeRule;
	/** Current reports that the filters and the scope admit. */
	readonly reports: number;
	/** Of these: invented ones, ones whose scope is not settled, ones whose year is not settled. */
	readonly generated: number;
	readonly scopeUnknown: number;
	readonly withoutYear: number;
	/** Current reports that the filters admit and the scope leaves out. */
	readonly otherScope: number;
	/** The level of all the reports counted, '' where none is settled; null where they have several. */
	readonly level: string | null;
}

/** A basis with what the reports counted say of one figure. */
export interface FigureBasis extends Basis {
	readonly reported: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	/** Reports whose edition of the form does not ask for the figure. */
	readonly notCollected: number;
	/** Reports whose figure is possibly a stock of items; left out where the filters ask so. */
	readonly possiblyStock: number;
	readonly stockLeftOut: boolean;
}

/** Whether the reports counted are all of one level, or none of a level that is settled. */
const ONE_LEVEL = `(
	min(level) FILTER (counted) IS NOT DISTINCT FROM max(level) FILTER (counted)
	AND count(level) FILTER (counted) IN (0, count(*) FILTER (counted))
)`;

/**
 * Whether figures of a group may be added: all are rolled up or none is, and all are of one level
 * (domain: “never add both”). Over rows with `scope` and `level` and a flag `counted`.
 */
export const ADDABLE = `(
	bool_or(scope IS NOT DISTINCT FROM 'consolidated') FILTER (counted)
		IS NOT DISTINCT FROM bool_and(scope IS NOT DISTINCT FROM 'consolidated') FILTER (counted)
	AND ${ONE_LEVEL}
)`;

/** The columns of a basis, over rows of current reports with a flag `counted`. */
export const BASIS_SQL = `
	count(*) FILTER (counted) AS reports,
	count(*) FILTER (counted AND generated) AS generated,
	count(*) FILTER (counted AND scope IS NULL) AS "scopeUnknown",
	count(*) FILTER (counted AND year IS NULL) AS "withoutYear",
	count(*) FILTER (NOT counted) AS "otherScope",
	CASE WHEN ${ONE_LEVEL} THEN coalesce(CAST(min(level) FILTER (counted) AS VARCHAR), '') END AS level`;

/** What a question about the reports themselves rests on. */
export async function basis(database: Database, filters: Filters): Promise<Basis> {
	const scope = scopeRule(filters);
	const where = currentReports(filters);
	const [row] = await database.rows<Omit<Basis, 'scope'>>(
		`WITH selected AS (
			SELECT ${SCOPE_SQL[scope]} AS counted, generated, scope, year, level
			FROM figures
			WHERE ${where.sql}
		)
		SELECT ${BASIS_SQL} FROM selected`,
		where.params
	);
	if (!row) throw new Error('a count without a row');
	return { scope, ...row };
}
