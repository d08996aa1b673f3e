import { currentReports, SCOPE_SQL, scopeRule, type ScopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import { filtersToSearch, type Filters } from '../filters.ts';

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
	/** Of these, reports that give the figure in part. */
	readonly partial: number;
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

/** What the reports of one year are, of those that the filters admit; null for a year not settled. */
export interface BasisOfYear extends Basis {
	readonly year: number | null;
	/** Whether figures of the reports counted may be added. */
	readonly addable: boolean;
}

type Alike = 'counted' | 'counted AND generated' | 'counted AND scope IS NULL' | 'NOT counted';

/** How many reports fit, over rows that each stand for `n` reports that are alike. */
const fitting = (test: Alike) => `CAST(coalesce(sum(n) FILTER (${test}), 0) AS BIGINT)`;

/** What each year rests on, oldest first; asked once for all figures of a page. */
export function basisByYear(database: Database, filters: Filters): Promise<BasisOfYear[]> {
	const scope = scopeRule(filters);
	const where = currentReports(filters);
	const search = filtersToSearch({ ...filters, lang: null, page: 1, sort: null });
	return database.cached(`basis by year ${search}`, async () => {
		const years = await database.rows<Omit<BasisOfYear, 'scope' | 'withoutYear'>>(
			`WITH alike AS (
				SELECT ${SCOPE_SQL[scope]} AS counted, generated, scope, year, level, count(*) AS n
				FROM figures
				WHERE ${where.sql}
				GROUP BY ALL
			)
			SELECT
				year, ${ADDABLE} AS addable,
				${fitting('counted')} AS reports,
				${fitting('counted AND generated')} AS generated,
				${fitting('counted AND scope IS NULL')} AS "scopeUnknown",
				${fitting('NOT counted')} AS "otherScope",
				CASE WHEN ${ONE_LEVEL}
					THEN coalesce(CAST(min(level) FILTER (counted) AS VARCHAR), '') END AS level
			FROM alike
			GROUP BY year
			ORDER BY year`,
			where.params
		);
		return years.map((year) => ({
			...year,
			scope,
			withoutYear: year.year === null ? year.reports : 0
		}));
	});
}

/** The level of all years' reports, '' where there are none; null where they have several. */
function levelOf(years: readonly BasisOfYear[]): string | null {
	const [first, ...others] = years.filter(({ reports }) => reports > 0);
	if (!first) return '';
	return others.every(({ level }) => level === first.level) ? first.level : null;
}

/** What a question about the reports themselves rests on, a year that is not settled included. */
export async function basis(database: Database, filters: Filters): Promise<Basis> {
	const years = await basisByYear(database, filters);
	const sum = (of: (year: BasisOfYear) => number) =>
		years.reduce((whole, year) => whole + of(year), 0);
	return {
		scope: scopeRule(filters),
		level: levelOf(years),
		reports: sum(({ reports }) => reports),
		generated: sum(({ generated }) => generated),
		scopeUnknown: sum(({ scopeUnknown }) => scopeUnknown),
		withoutYear: sum(({ withoutYear }) => withoutYear),
		otherScope: sum(({ otherScope }) => otherScope)
	};
}
