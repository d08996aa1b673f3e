import { group } from 'd3-array';
import { RULES } from '../../check/rules.ts';
import { admittedFound, reportColumns } from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { tallyColumnOf } from '../tables.ts';

/** What findings may be told apart by; the filter of the same name chooses one group. */
export const GROUPINGS = ['year', 'province', 'city', 'county', 'level', 'kind', 'form'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The columns that make one group; counties of one name lie in several cities. */
export const KEYS: Readonly<Record<Grouping, readonly Grouping[]>> = {
	year: ['year'],
	province: ['province'],
	city: ['province', 'city'],
	county: ['province', 'city', 'county'],
	level: ['level'],
	kind: ['kind'],
	form: ['form']
};

/** What one rule found in the reports of one group. */
export interface RuleCount {
	readonly findings: number;
	/** Reports with such a finding. */
	readonly reports: number;
	/** Reports of which the rule could tell anything: a pass or a failure. What shares rest on. */
	readonly decided: number;
	/** Reports that the rule applies to and could tell nothing of. */
	readonly undecided: number;
}

/** A group of reports, and what every rule found there. */
export interface FindingsGroup {
	/** The group’s values, from the widest on; null where reports say none. */
	readonly keys: Partial<Readonly<Record<Grouping, string | null>>>;
	/** All reports of the group, the invented ones among them, and those with a finding. */
	readonly reports: number;
	readonly generated: number;
	readonly withFindings: number;
	readonly findings: number;
	/** By code, for the rules that the filters admit. */
	readonly rules: ReadonlyMap<string, RuleCount>;
}

/** The rules that filters about rules admit, in the order of the rules. */
export const admittedRules = ({ rule, severity }: Filters): readonly string[] =>
	RULES.filter(
		(each) =>
			(rule.length === 0 || rule.includes(each.code)) &&
			(severity.length === 0 || severity.includes(each.severity))
	).map(({ code }) => code);

type Keyed = Partial<Record<Grouping, string | null>>;
type Reports = Keyed & { reports: number; generated: number } & Record<string, unknown>;
/** What a rule found in a group; `firsts` counts reports of which no rule before it found anything. */
type Found = Keyed & { rule: string; findings: number; reports: number; firsts: number };

const selectKeys = (keys: readonly Grouping[]) =>
	keys.map((key) => `CAST(${key} AS VARCHAR) AS ${key}`).join(', ');

/** How many reports of each group there are, and of how many each rule could tell. */
async function reportsOf(
	database: Database,
	filters: Filters,
	keys: readonly Grouping[],
	codes: readonly string[]
): Promise<Reports[]> {
	const where = reportColumns(filters);
	const counts = codes.flatMap((code) => {
		const [pass, fail] = [tallyColumnOf(code, 'pass'), tallyColumnOf(code, 'fail')];
		return [
			// `count_if` of nothing but nulls is null, where FILTER would take twice as long.
			`coalesce(count_if(${pass} > 0 OR ${fail} > 0), 0) AS "decided ${code}"`,
			// A rule that does not apply to a report's edition has no tally there.
			`count(${pass}) AS "applied ${code}"`
		];
	});
	const columns = [selectKeys(keys), 'count(*) AS reports', 'count_if(generated) AS generated'];
	return database.rows(
		`SELECT ${[...columns, ...counts].join(', ')}
		FROM figures WHERE ${where.sql} GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`,
		where.params
	);
}

/** The findings of each group by rule: first those of each report, then of the reports. */
async function foundIn(
	database: Database,
	filters: Filters,
	keys: readonly Grouping[]
): Promise<Found[]> {
	const where = admittedFound(filters);
	return database.rows<Found>(
		`WITH by_report AS (
			SELECT place, rule, count(*) AS n, ${keys.map((key) => `any_value(${key}) AS ${key}`).join(', ')},
				rule = min(rule) OVER (PARTITION BY place) AS is_first
			FROM found WHERE ${where.sql} GROUP BY place, rule
		)
		SELECT ${selectKeys(keys)}, rule,
			sum(n) AS findings, count(*) AS reports, count_if(is_first) AS firsts
		FROM by_report GROUP BY ALL`,
		where.params
	);
}

/**
 * Findings by rule and group, each beside the reports in which the rule could be decided.
 *
 * Whether a rule could be decided is known for a report, not for a cell: where the filters ask for
 * cells, words or an origin, they narrow the findings and not the reports that shares rest on.
 */
export async function findingsGrid(
	database: Database,
	filters: Filters,
	by: Grouping
): Promise<FindingsGroup[]> {
	const keys = KEYS[by];
	const codes = admittedRules(filters);
	const [groups, found] = await Promise.all([
		reportsOf(database, filters, keys, codes),
		foundIn(database, filters, keys)
	]);
	const nameOf = (row: Keyed) => JSON.stringify(keys.map((key) => row[key] ?? null));
	const byName = group(found, nameOf);
	return groups.map((row) => {
		const own = byName.get(nameOf(row)) ?? [];
		return {
			keys: Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
			reports: row.reports,
			generated: row.generated,
			withFindings: own.reduce((sum, { firsts }) => sum + firsts, 0),
			findings: own.reduce((sum, { findings }) => sum + findings, 0),
			rules: new Map(codes.map((code) => [code, ruleCount(row, own, code)]))
		};
	});
}

/** A rule without findings in a group has been counted: none. */
function ruleCount(row: Reports, found: readonly Found[], code: string): RuleCount {
	const own = found.find(({ rule }) => rule === code);
	const decided = row[`decided ${code}`] as number;
	return {
		findings: own?.findings ?? 0,
		reports: own?.reports ?? 0,
		decided,
		undecided: (row[`applied ${code}`] as number) - decided
	};
}

/** Several groups as one. */
export function together(groups: readonly FindingsGroup[]): FindingsGroup {
	const sum = (of: (group: FindingsGroup) => number) =>
		groups.reduce((total, group) => total + of(group), 0);
	const codes = new Set(groups.flatMap(({ rules }) => [...rules.keys()]));
	const ruleSum = (code: string, key: keyof RuleCount) =>
		sum(({ rules }) => rules.get(code)?.[key] ?? 0);
	return {
		keys: {},
		reports: sum(({ reports }) => reports),
		generated: sum(({ generated }) => generated),
		withFindings: sum(({ withFindings }) => withFindings),
		findings: sum(({ findings }) => findings),
		rules: new Map(
			[...codes].map((code) => [
				code,
				{
					findings: ruleSum(code, 'findings'),
					reports: ruleSum(code, 'reports'),
					decided: ruleSum(code, 'decided'),
					undecided: ruleSum(code, 'undecided')
				}
			])
		)
	};
}

/** How many findings there are of each origin, whatever origin the filters ask for. */
export async function findingsByOrigin(
	database: Database,
	filters: Filters
): Promise<{ origin: string; findings: number }[]> {
	const where = admittedFound({ ...filters, origin: NO_FILTERS.origin });
	return database.rows(
		`SELECT origin, count(*) AS findings FROM found WHERE ${where.sql} GROUP BY origin`,
		where.params
	);
}
