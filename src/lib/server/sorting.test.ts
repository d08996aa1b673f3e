import { expect, test } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import { unsorted } from './sorting.ts';

test('a column to sort by is blamed where nothing can be sorted', () => {
	expect(unsorted(NO_FILTERS)).toBe(NO_FILTERS);
	expect(() => unsorted({ ...NO_FILTERS, sort: 'drop' })).toThrow(
		expect.objectContaining({ name: 'BadFilter', key: 'sort' })
	);
});
