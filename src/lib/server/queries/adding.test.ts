import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS } from '../filters.ts';
import { adding } from './adding.ts';
import { seriesByYear } from './series-by-year.ts';
import { AGENCY, LICENSING, smallCorpus, asking } from './small-corpus.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

describe('what totals add', () => {
	test('is the level that has most reports, rolled-up ones apart', async () => {
		const { chosen, groups, filters } = await adding(database, NO_FILTERS);
		expect(groups.map(({ scope, level, reports }) => [scope, level, reports])).toEqual([
			['not_consolidated', 'city', 3],
			['not_consolidated', 'county', 4],
			['not_consolidated', 'unknown', 1],
			['consolidated', 'city', 1]
		]);
		expect(chosen).toMatchObject({ scope: 'not_consolidated', level: 'county' });
		expect(filters).toMatchObject({ scope: 'not_consolidated', level: ['county'] });
	});

	test('is what the filters ask for where they name one', async () => {
		const rolledUp = await adding(database, asking({ scope: 'consolidated' }));
		expect(rolledUp.filters).toMatchObject({ scope: 'consolidated', level: ['city'] });
		const city = await adding(database, asking({ level: ['city'], scope: 'all' }));
		expect(city.filters).toMatchObject({ scope: 'not_consolidated', level: ['city'] });
		const unsettled = await adding(database, asking({ level: ['unknown'] }));
		expect(unsettled.chosen).toMatchObject({ level: 'unknown', reports: 1 });
		const { basis } = await seriesByYear(database, unsettled.filters, LICENSING);
		expect(basis).toMatchObject({ reports: 1, withoutYear: 1 });
	});

	test('is rolled up where nothing else is there, and nothing where no report is', async () => {
		const government = await adding(database, asking({ agency: [AGENCY.government] }));
		expect(government.filters).toMatchObject({ scope: 'consolidated', level: ['city'] });
		const nobody = asking({ province: ['无此省'] });
		expect(await adding(database, nobody)).toEqual({ filters: nobody, groups: [], chosen: null });
	});
});
