import { createTable } from './columns.ts';
import type { Database } from './database.ts';
import { lockedDatabase } from './locked-database.ts';
import { STORE_VERSION, type Batch, type Snapshot } from './snapshot.ts';
import { foundQuery, RELATIONS } from './views.ts';

const NOTHING: Snapshot = {
	id: 'empty',
	version: STORE_VERSION,
	readingVersion: '',
	counts: {
		files: 0,
		rejected: 0,
		reports: 0,
		unresolved: 0,
		generated: 0,
		agencies: 0,
		cells: 0,
		findings: 0
	},
	batches: [],
	files: '',
	corrections: '',
	agencies: '',
	names: '',
	roster: '',
	filings: '',
	pairFindings: '',
	pairTallies: '',
	rules: ''
};

/**
 * A database with every table and no rows, or with the rows that INSERT statements give it. Tests
 * bind each SQL text against it, so that a renamed column breaks a test and not a page.
 */
export async function emptyDatabase(
	inserts: readonly string[] = [],
	batches: readonly Batch[] = []
): Promise<Database> {
	const tables = Object.entries(RELATIONS).map(([name, schema]) => createTable(name, schema));
	return lockedDatabase({
		snapshot: { ...NOTHING, batches },
		statements: [
			...tables,
			'CREATE TABLE live (report_id VARCHAR, batch VARCHAR)',
			`CREATE VIEW found AS ${foundQuery('findings', 'figures')}`,
			...inserts
		],
		searchPath: 'memory.main',
		readable: []
	});
}
