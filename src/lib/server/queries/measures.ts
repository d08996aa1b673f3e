import { partsOf, seriesOf, type Address } from '../../form/index.ts';
import { MEASURES } from '../compared.ts';
import { hasCell } from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS } from '../filters.ts';

const isOf2014Alone = (address: Address) =>
	partsOf(address).section === 'statistics' &&
	seriesOf(address)?.parts.every(({ form }) => form === '2014') === true;

/** What the collection has to compare: rows that only the 统计表 has where some report has one. */
export function measures(database: Database): Promise<readonly Address[]> {
	return database.cached('measures', async () => {
		const { sql } = hasCell({ ...NO_FILTERS, section: ['statistics'] });
		const found = await database.rows(
			`SELECT 1 FROM figures WHERE is_current AND (${sql}) LIMIT 1`
		);
		return found.length > 0 ? MEASURES : MEASURES.filter((address) => !isOf2014Alone(address));
	});
}
