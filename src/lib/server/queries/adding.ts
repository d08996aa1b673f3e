import { LEVELS } from '../../form/index.ts';
import { currentReports } from '../condition.ts';
import type { Database } from '../database.ts';
import { UNKNOWN_LEVEL, type Filters, type ScopeFilter } from '../filters.ts';

/** Current reports that may be added: all rolled up or none, all of one level. */
export interface AddableGroup {
	readonly scope: 'not_consolidated' | 'consolidated';
	/** A code of LEVELS, or `unknown`. */
	readonly level: string;
	readonly reports: number;
}

/** What totals add: one group of reports, chosen by the filters or else the largest. */
export interface Adding {
	/** The filters narrowed to the group; the filters themselves where no report fits them. */
	readonly filters: Filters;
	/** The groups there are to choose from, rolled-up ones last, by level. */
	readonly groups: readonly AddableGroup[];
	readonly chosen: AddableGroup | null;
}

const ORDER: readonly string[] = [...LEVELS.map(({ code }) => code), UNKNOWN_LEVEL];

/** The scope that filters ask a total for; `all` names none. */
const askedScope = ({ scope }: Filters): ScopeFilter | null => (scope === 'all' ? null : scope);

async function addableGroups(database: Database, filters: Filters): Promise<AddableGroup[]> {
	const where = currentReports({ ...filters, level: [] });
	// Columns are grouped as they are: as numbers they take a third of the time of words.
	const rows = await database.rows<{ scope: string | null; level: string | null; reports: number }>(
		`SELECT scope, level, count(*) AS reports FROM figures WHERE ${where.sql} GROUP BY ALL`,
		where.params
	);
	const groups = new Map<string, AddableGroup>();
	for (const row of rows) {
		const scope = row.scope === 'consolidated' ? 'consolidated' : 'not_consolidated';
		const level = row.level ?? UNKNOWN_LEVEL;
		const known = groups.get(`${scope} ${level}`)?.reports ?? 0;
		groups.set(`${scope} ${level}`, { scope, level, reports: known + row.reports });
	}
	const place = ({ scope, level }: AddableGroup) =>
		(scope === 'consolidated' ? ORDER.length : 0) + ORDER.indexOf(level);
	return [...groups.values()].sort((a, b) => place(a) - place(b));
}

/** Of the groups that filters admit the largest, rolled-up ones only where there is no other. */
function choose(groups: readonly AddableGroup[], filters: Filters): AddableGroup | null {
	const scope = askedScope(filters);
	const rolledUp = scope === 'consolidated';
	const admitted = groups.filter(
		(group) =>
			(filters.level.length === 0 || filters.level.includes(group.level)) &&
			(scope === null || (group.scope === 'consolidated') === rolledUp)
	);
	const own = admitted.filter(({ scope: of }) => of === 'not_consolidated');
	const candidates = own.length > 0 ? own : admitted;
	return candidates.reduce<AddableGroup | null>(
		(best, group) => (best && best.reports >= group.reports ? best : group),
		null
	);
}

/**
 * Settles which reports totals add: those of one scope and one level only (domain: “never add
 * both”). Without a word of the filters it is the level that has most reports, not rolled up.
 */
export async function adding(database: Database, filters: Filters): Promise<Adding> {
	const groups = await addableGroups(database, filters);
	const chosen = choose(groups, filters);
	const scope = askedScope(filters) ?? chosen?.scope ?? null;
	return {
		filters: chosen ? { ...filters, scope, level: [chosen.level] } : filters,
		groups,
		chosen
	};
}
