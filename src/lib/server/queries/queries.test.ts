import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESSES } from '../../form/index.ts';
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
	generated: false,
	current: true,
	scope: 'own',
	stock: false,
	q: '教育'
};

const QUESTIONS: Record<string, (database: Database, filters: Filters) => Promise<unknown>> = {
	corpus: queries.corpus,
	coverage: queries.coverage,
	basis: queries.basis,
	filterOptions: queries.filterOptions,
	outcomesByYear: queries.outcomesByYear,
	outcomesByAgency: queries.outcomesByAgency,
	'outcomesByAgency of a year': (database, filters) =>
		queries.outcomesByAgency(database, filters, { year: 2020, limit: 3 }),
	adding: queries.adding,
	'reportsList of a cell': (database, filters) =>
		queries.reportsList(database, filters, { cell: LICENSING }, 'zero'),
	'reportsList of an outcome': (database, filters) =>
		queries.reportsList(database, filters, { outcome: 'refused' }, 'reported'),
	reportsList: queries.reportsList,
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
	findingsByYear: queries.findingsByYear,
	agencies: queries.agencies,
	agency: (database) => queries.agency(database, AGENCY.education),
	agencyReports: (database) => queries.agencyReports(database, AGENCY.education),
	agencySeries: (database) => queries.agencySeries(database, AGENCY.education, ADDRESSES),
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
	unresolvedManifest: async (database, filters) => {
		const lines: string[] = [];
		for await (const line of queries.unresolvedManifest(database, filters)) lines.push(line);
		return lines;
	},
	...Object.fromEntries(
		queries.DOWNLOADS.map((table) => [
			`tablePage ${table}`,
			(database: Database, filters: Filters) => queries.tablePage(database, table, filters)
		])
	)
};

const SORTS: Record<string, readonly string[]> = {
	findingsList: ['severity', 'year', 'agency', 'rule', 'gap'],
	agencies: ['agency', 'level', 'kind', 'province', 'reports', 'year', 'errors', 'warnings'],
	files: ['source', 'status']
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
			ask(database, { ...EVERY, status: [], rule: [], severity: [] })
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
