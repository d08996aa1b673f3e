import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../check/rules.ts';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { findingsByOrigin, findingsGrid, GROUPINGS, together } from './findings-grid.ts';
import { findingsList } from './findings.ts';
import { ruleByGroups } from './rule-groups.ts';
import { undecidedOf } from './undecided.ts';

const RULE = 'made_over_disclosed';
const OTHER = 'applicants_total';
const asking = (filters: Partial<Filters>): Filters => ({
	...NO_FILTERS,
	current: true,
	...filters
});

interface Given {
	readonly id: string;
	readonly year: number | null;
	readonly county?: string;
	readonly city?: string;
	readonly current?: boolean;
	readonly generated?: boolean;
	/** Passes, failures and what could not be decided of `RULE`; null where it does not apply. */
	readonly tally: readonly [pass: number, fail: number, undecided: number] | null;
	readonly missing?: boolean;
}

const REPORTS: readonly Given[] = [
	{ id: 'a', year: 2019, city: '甲市', county: '新区', tally: [1, 1, 0] },
	{ id: 'b', year: 2019, city: '乙市', county: '新区', tally: [2, 0, 0] },
	{ id: 'c', year: 2019, city: '甲市', tally: [0, 0, 2], missing: true },
	{ id: 'd', year: 2021, city: '甲市', tally: null },
	{ id: 'e', year: null, tally: [0, 2, 0], generated: true },
	{ id: 'f', year: 2019, city: '甲市', tally: [0, 1, 1], current: false }
];

const text = (value: string | undefined) => (value ? `'${value}'` : 'NULL');

function insert(given: Given, place: number): string {
	const { id, year, city, county, current, generated, tally, missing } = given;
	const [pass, fail, undecided] = tally ?? [];
	return `INSERT INTO figures (report_id, place, agency_id, agency, province, city, county, year, form, resolved,
			is_current, generated, cells__reported, cells__blank, cells__missing, cells__unreadable,
			${RULE}__pass, ${RULE}__fail, ${RULE}__undecided,
			disclosure__normative_documents__made__status)
		VALUES ('${id}', ${place}, 'x${id}', '${id}局', '示例省', ${text(city)}, ${text(county)}, ${year ?? 'NULL'}, '2019',
			true, ${current ?? true}, ${generated ?? false}, 0, 0, 0, 0,
			${pass ?? 'NULL'}, ${fail ?? 'NULL'}, ${undecided ?? 'NULL'}, ${missing ? 2 : 0})`;
}

const finding = (id: string, report: string, rule: string, origin: string, message = '') =>
	`INSERT INTO findings (finding_id, report_id, rule, severity, origin, message)
	VALUES ('${id}', '${report}', '${rule}', 'warning', '${origin}', '${message}')`;

let database: Database;
beforeAll(async () => {
	database = await emptyDatabase([
		...REPORTS.map(insert),
		finding('1', 'a', RULE, 'agency'),
		finding('2', 'e', RULE, 'unknown', '模拟'),
		finding('3', 'e', RULE, 'agency'),
		finding('4', 'f', RULE, 'agency'),
		finding('5', 'a', OTHER, 'reading')
	]);
});
afterAll(() => database.close());

const counts = async (filters: Partial<Filters>, by: (typeof GROUPINGS)[number]) =>
	new Map(
		(await findingsGrid(database, asking(filters), by)).map((group) => [
			Object.values(group.keys).join('/'),
			group
		])
	);

describe('the grid of findings', () => {
	test('counts findings, and the reports that a rule could decide, by year', async () => {
		const groups = await counts({}, 'year');
		expect([...groups.keys()].sort()).toEqual(['', '2019', '2021']);
		expect(groups.get('2019')).toMatchObject({ reports: 3, withFindings: 1, findings: 2 });
		expect(groups.get('2019')?.rules.get(RULE)).toEqual({
			findings: 1,
			reports: 1,
			decided: 2,
			undecided: 1
		});
		expect(groups.get('')).toMatchObject({ reports: 1, generated: 1, findings: 2 });
	});

	test('a rule that does not apply has decided nothing, and left nothing undecided', async () => {
		const groups = await counts({}, 'year');
		expect(groups.get('2021')?.rules.get(RULE)).toEqual({
			findings: 0,
			reports: 0,
			decided: 0,
			undecided: 0
		});
	});

	test('counties of one name in two cities are two', async () => {
		const groups = await counts({ year: [{ from: 2019, to: 2019 }] }, 'county');
		expect(groups.get('示例省/甲市/新区')?.rules.get(RULE)?.reports).toBe(1);
		expect(groups.get('示例省/乙市/新区')?.rules.get(RULE)).toMatchObject({
			reports: 0,
			decided: 1
		});
	});

	test('an origin narrows the findings, and not what shares rest on', async () => {
		const groups = await counts({ origin: ['reading'] }, 'year');
		expect(groups.get('2019')).toMatchObject({ findings: 1, withFindings: 1, reports: 3 });
		expect(groups.get('2019')?.rules.get(RULE)).toMatchObject({ findings: 0, decided: 2 });
	});

	test('a rule or a severity leaves the other rules out', async () => {
		const one = await counts({ rule: [RULE] }, 'year');
		expect([...(one.get('2019')?.rules.keys() ?? [])]).toEqual([RULE]);
		expect(one.get('2019')).toMatchObject({ findings: 1 });
		const warnings = await counts({ severity: ['warning'] }, 'year');
		const codes = RULES.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
		expect([...(warnings.get('2019')?.rules.keys() ?? [])]).toEqual(codes);
	});

	test.each(GROUPINGS)('by %s adds up to the list of the same filters', async (by) => {
		for (const filters of [{}, { generated: false }, { origin: ['agency'] }, { q: '模拟' }]) {
			const whole = together(await findingsGrid(database, asking(filters), by));
			expect(whole.findings).toBe((await findingsList(database, asking(filters))).count);
		}
	});

	test('superseded reports are counted only where they are asked for', async () => {
		const groups = await counts({ current: false }, 'year');
		expect(groups.get('2019')).toMatchObject({ reports: 1, findings: 1 });
	});
});

test('one rule in several groupings at once is what the grid says of it', async () => {
	const told = await ruleByGroups(database, asking({}), RULE, GROUPINGS);
	for (const by of GROUPINGS) {
		const grid = await findingsGrid(database, asking({ rule: [RULE] }), by);
		const counts = (groups: typeof grid) =>
			new Map(groups.map(({ keys, rules }) => [JSON.stringify(keys), rules.get(RULE)?.decided]));
		expect(counts(told[by]), by).toEqual(counts(grid));
	}
});

test('findings by origin do not depend on the origin asked for', async () => {
	const all = await findingsByOrigin(database, asking({}));
	expect(await findingsByOrigin(database, asking({ origin: ['reading'] }))).toEqual(all);
	expect(new Map(all.map(({ origin, findings }) => [origin, findings]))).toEqual(
		new Map([
			['agency', 2],
			['unknown', 1],
			['reading', 1]
		])
	);
});

test('what could not be decided is told by the cells that the rule looks at', async () => {
	const rule = RULES.find(({ code }) => code === RULE)!;
	expect(await undecidedOf(database, asking({}), rule)).toMatchObject({
		reports: 1,
		missing: 1,
		blank: 0,
		unreadable: 0,
		withoutYear: 0,
		ownCells: true
	});
	const every = RULES.find(({ code }) => code === 'invalid_count')!;
	expect(await undecidedOf(database, asking({}), every)).toMatchObject({
		reports: 0,
		ownCells: false
	});
});
