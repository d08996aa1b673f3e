import { expect, test } from 'vitest';
import { columnOf } from '../../form/index.ts';
import { emptyDatabase } from '../empty.ts';
import { statusColumnOf } from '../tables.ts';
import { measures } from './measures.ts';

const MEETINGS = 'statistics/meetings/count';
const LAWSUITS = 'statistics/litigation_corrected/count';

test('rows of the 统计表 alone are offered where a report has one, its joined series always', async () => {
	const without = await emptyDatabase([
		`INSERT INTO figures (report_id, is_current, generated) VALUES ('r1', true, false)`
	]);
	expect(await measures(without)).toContain(LAWSUITS);
	expect(await measures(without)).toContain('remedies/reconsideration/corrected');
	expect(await measures(without)).not.toContain(MEETINGS);
	await without.close();

	const withOne = await emptyDatabase([
		`INSERT INTO figures (report_id, is_current, generated, ${columnOf(MEETINGS)}, ${statusColumnOf(MEETINGS)})
		VALUES ('r1', true, false, 3, 0)`
	]);
	expect(await measures(withOne)).toContain(MEETINGS);
	// Later editions have a cell of their own for it, under whose name it is offered.
	expect(await measures(withOne)).not.toContain('statistics/received/count');
	await withOne.close();
});
