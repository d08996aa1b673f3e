import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESSES, FILING_CHOICES } from '../../form/index.ts';
import { RULES } from '../../check/rules.ts';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import { BadFilter, NO_FILTERS, type Filters } from '../filters.ts';
import * as queries from './index.ts';
import { AGENCY, LICENSING } from './small-corpus.ts';

const rule = RULES[0]?.code;

/** Every filter at once, so that every branch of the SQL texts is bound. */
const EVERY: Filters = {
	...NO_FILTERS,
	year: [
		{ from: 2019, to: 2020 },
		{ from: 2022, to: 2022 }
	],
	province: ['示例省', '乙省'],
	city: ['甲市'],
	county: ['乙县'],
	level: ['county'],
	kind: ['education'],
	agency: [AGENCY.education],
	form: ['2019'],
	section: ['disclosure'],
	item: ['licensing', 'penalties'],
	measure: ['decisions'],
	status: ['blank', 'missing'],
	rule: rule ? [rule] : [],
	severity: ['error'],
	origin: ['agency', 'unknown'],
	generated: false,
	current: true,
	scope: 'own',
	stock: false,
	q: '教育'
};

/** All the pieces of a text that is made while it is sent. */
async function together(pieces: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}
const PEERS: queries.PeerGroup = {
	reportId: 'r0000000000000001',
	agencyId: AGENCY.education,
	year: 2019,
	form: '2019',
	level: 'city',
	kind: 'education',
	scope: 'own',
	province: null,
	generated: false
};

const QUESTIONS: Record<string, (database: Database, filters: Filters) => Promise<unknown>> = {
	corpus: queries.corpus,
	expectedReports: queries.expectedReports,
	expectedBehind: queries.expectedBehind,
	soughtReports: queries.soughtReports,
	filingOptions: queries.filingOptions,
	...Object.fromEntries(
		queries.FILING_GROUPS.map((group) => [
			`filingsByGroup ${group}`,
			(database: Database, filters: Filters) =>
				queries.filingsByGroup(database, filters, group, 2020)
		])
	),
	filingGrid: (database, filters) =>
		queries.filingGrid(database, filters, { choices: [], without: [] }),
	'filingGrid of every choice': (database, filters) =>
		queries.filingGrid(database, filters, {
			choices: FILING_CHOICES,
			without: queries.FILING_GROUPS
		}),
	expectedOrgan: queries.expectedOrgan,
	filingsCsv: (database, filters) =>
		together(queries.filingsCsv(database, filters, { choices: ['missing'], without: [] })),
	rosterCsv: (database, filters) => together(queries.rosterCsv(database, filters)),
	basis: queries.basis,
	filterOptions: queries.filterOptions,
	outcomesByYear: queries.outcomesByYear,
	...Object.fromEntries(
		queries.RANKED_BY.map((by) => [
			`outcomesByGroup ${by}`,
			(database: Database, filters: Filters) =>
				queries.outcomesByGroup(database, filters, {
					by,
					years: { from: 2019, to: 2020 },
					order: 'share'
				})
		])
	),
	...Object.fromEntries(
		queries.REMEDY_KINDS.flatMap((kind) =>
			queries.RANKED_BY.map((by) => [
				`remediesByGroup ${kind} ${by}`,
				(database: Database, filters: Filters) =>
					queries.remediesByGroup(database, filters, { kind, by, years: { from: 2019, to: 2020 } })
			])
		)
	),
	adding: queries.adding,
	measures: queries.measures,
	'reportsList of a cell': (database, filters) =>
		queries.reportsList(database, filters, { cell: LICENSING }, { state: 'zero' }),
	'reportsList of a class of figures': (database, filters) =>
		queries.reportsList(database, filters, { cell: LICENSING }, { within: { from: 1, below: 5 } }),
	'reportsList of an outcome': (database, filters) =>
		queries.reportsList(database, filters, { sum: 'refused' }, { state: 'reported' }),
	reportsList: queries.reportsList,
	everyListedReport: async (database, filters) => {
		const reports = [];
		const listed = { sum: 'refused' } as const;
		for await (const rows of queries.everyListedReport(database, filters, listed, {})) {
			reports.push(...rows);
		}
		return reports;
	},
	...Object.fromEntries(
		queries.GROUP_KEYS.map((by) => [
			`seriesByGroup ${by}`,
			(database: Database, filters: Filters) =>
				queries.seriesByGroup(database, filters, LICENSING, { by, year: 2020, measure: 'median' })
		])
	),
	findingsList: queries.findingsList,
	notableFindings: queries.notableFindings,
	findingsByRule: queries.findingsByRule,
	findingsByOrigin: queries.findingsByOrigin,
	agencyFindings: queries.agencyFindings,
	...Object.fromEntries(
		queries.GROUPINGS.map((by) => [
			`findingsGrid by ${by}`,
			(database: Database, filters: Filters) => queries.findingsGrid(database, filters, by)
		])
	),
	...Object.fromEntries(
		RULES.map(({ code }) => [
			`ruleByGroups ${code}`,
			(database: Database, filters: Filters) =>
				queries.ruleByGroups(database, filters, code, queries.GROUPINGS)
		])
	),
	...Object.fromEntries(
		RULES.map((rule) => [
			`undecidedOf ${rule.code}`,
			(database: Database, filters: Filters) => queries.undecidedOf(database, filters, rule)
		])
	),
	agencies: queries.agencies,
	agency: (database) => queries.agency(database, AGENCY.education),
	agencyReports: (database) => queries.agencyReports(database, AGENCY.education),
	agenciesSuggested: (database) => queries.agenciesSuggested(database, '教育 jyj', 5),
	regionsNamed: (database) => queries.regionsNamed(database, 'jia 市', { limit: 5 }),
	reportsSaying: (database, filters) =>
		queries.reportsSaying(database, { ...filters, q: '公开 45 件' }),
	agencySeries: (database) => queries.agencySeries(database, AGENCY.education, ADDRESSES),
	findingsOfAgency: (database) => queries.findingsOfAgency(database, AGENCY.education, 3),
	agencyCorrections: (database) => queries.agencyCorrections(database, AGENCY.education),
	rosterWord: (database) => queries.rosterWord(database, AGENCY.education),
	agencyNamed: (database) => queries.agencyNamed(database, '甲市教育局', false),
	dueDays: (database) => queries.dueDays(database, AGENCY.education, []),
	parentOf: (database) => queries.parentOf(database, AGENCY.education),
	standings: (database) => queries.standings(database, PEERS, ADDRESSES.slice(0, 60)),
	siblingReports: (database) => queries.siblingReports(database, AGENCY.education),
	report: (database) => queries.report(database, 'r0000000000000001'),
	reportNames: (database) => queries.reportNames(database, ['r0000000000000001']),
	reportCells: (database) => queries.reportCells(database, 'r0000000000000001'),
	reportDocument: (database) => queries.reportDocument(database, 'r0000000000000001'),
	reportCorrections: (database) => queries.reportCorrections(database, 'r0000000000000001'),
	reportFindings: (database) => queries.reportFindings(database, 'r0000000000000001'),
	files: queries.files,
	'files of a status': (database, filters) => queries.files(database, filters, 'rejected'),
	fileCounts: queries.fileCounts,
	unresolvedReports: queries.unresolvedReports,
	unresolvedManifest: (database, filters) =>
		together(queries.unresolvedManifest(database, filters)),
	...Object.fromEntries(
		queries.DOWNLOADS.map((table) => [
			`tablePage ${table}`,
			(database: Database, filters: Filters) => queries.tablePage(database, table, filters)
		])
	)
};

const SORTS: Record<string, readonly string[]> = {
	findingsList: ['severity', 'year', 'agency', 'rule', 'observed', 'expected', 'gap'],
	agencies: ['agency', 'level', 'kind', 'province', 'reports', 'year', 'errors', 'warnings'],
	files: ['source', 'status'],
	filingGrid: ['missing', 'late', 'agency', 'parent', 'region']
};

describe('every SQL text binds', () => {
	let database: Database;
	beforeAll(async () => {
		database = await emptyDatabase();
	});
	afterAll(() => database.close());

	test.each(Object.entries(QUESTIONS))('%s', async (_, ask) => {
		await expect(ask(database, NO_FILTERS)).resolves.toBeDefined();
		await expect(ask(database, EVERY)).resolves.toBeDefined();
		await expect(
			ask(database, { ...EVERY, status: [], rule: [], severity: [], origin: [] })
		).resolves.toBeDefined();
		await expect(ask(database, { ...NO_FILTERS, scope: 'consolidated' })).resolves.toBeDefined();
		await expect(ask(database, { ...NO_FILTERS, scope: 'all' })).resolves.toBeDefined();
	});

	test.each(ADDRESSES.filter((_, index) => index % 7 === 0))('a series of %s', async (address) => {
		for (const filters of [NO_FILTERS, EVERY]) {
			expect((await queries.seriesByYear(database, filters, address)).points).toEqual([]);
			expect((await queries.seriesByAgency(database, filters, address)).agencies).toEqual([]);
		}
	});

	test.each(Object.entries(SORTS))('%s in every order', async (name, columns) => {
		const ask = QUESTIONS[name]!;
		for (const column of columns) {
			await ask(database, { ...NO_FILTERS, sort: column });
			await ask(database, { ...NO_FILTERS, sort: `-${column}` });
		}
		await expect(ask(database, { ...NO_FILTERS, sort: 'no_such' })).rejects.toThrow(BadFilter);
		await expect(ask(database, { ...NO_FILTERS, sort: 'constructor' })).rejects.toThrow(BadFilter);
	});

	test('an address that no edition has is a bad filter', async () => {
		await expect(
			queries.seriesByYear(database, NO_FILTERS, "disclosure/licensing/x'; DROP TABLE figures")
		).rejects.toThrow(BadFilter);
	});
});
