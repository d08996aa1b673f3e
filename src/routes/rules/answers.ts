import type { Database } from '$lib/server/database';
import { currentOnly, type Filters } from '$lib/server/filters';
import { findingsGrid, together, type FindingsGroup } from '$lib/server/queries';

/** What each rule said of the reports that the filters choose; which rules are asked for plays no part. */
export async function answersOf(database: Database, filters: Filters): Promise<FindingsGroup> {
	const current = currentOnly({ ...filters, rule: [], severity: [] });
	return together(await findingsGrid(database, current, 'level'));
}
