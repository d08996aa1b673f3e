import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADDRESSES, STATUSES } from '../../form/index.ts';
import type { Database } from '../database.ts';
import { agencySeries } from './agency-series.ts';
import { seriesFigure } from './series-figure.ts';
import { AGENCY, OTHER, smallCorpus } from './small-corpus.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

test('an agency has by year the figures that totals add', async () => {
	const agencies = Object.values(AGENCY);
	const told = await Promise.all(agencies.map((id) => agencySeries(database, id, ADDRESSES)));
	const years = told.flat();
	for (const address of ADDRESSES) {
		const { figure, status, possiblyStock } = seriesFigure(address);
		const rows = await database.rows<{ value: number; status: number; possiblyStock: boolean }>(
			`SELECT (${figure})::DOUBLE AS value, ${status} AS status, ${possiblyStock} AS "possiblyStock"
			FROM figures WHERE is_current AND year IS NOT NULL ORDER BY agency_id, year`
		);
		expect(
			years.map(({ figures }) => figures.get(address)),
			address
		).toEqual(rows.map((row) => ({ ...row, status: STATUSES[row.status] ?? null })));
	}
});

test('what a hybrid form answers in the rows of another edition counts', async () => {
	const [, , year] = await agencySeries(database, AGENCY.civilAffairs, [OTHER]);
	expect(year?.figures.get(OTHER)).toEqual({ value: 4, status: 'reported', possiblyStock: false });
	const [, , partly] = await agencySeries(database, AGENCY.education, [OTHER]);
	expect(partly?.figures.get(OTHER)).toMatchObject({ value: 3, status: 'reported' });
});
