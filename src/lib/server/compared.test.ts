import { expect, test } from 'vitest';
import { parseFilters } from './filters.ts';
import { chosenAddress } from './compared.ts';

const chosen = (search: string) => chosenAddress(parseFilters(new URLSearchParams(search)));

test.each([
	['', 'disclosure/licensing/decisions'],
	['section=applications&item=granted', 'applications/granted/total'],
	['item=granted', 'applications/granted/total'],
	['measure=total', 'applications/received/total'],
	['section=remedies', 'remedies/reconsideration/total'],
	['item=procurement', 'disclosure/procurement/projects'],
	['item=granted&measure=research', 'applications/granted/research'],
	['item=granted&item=penalties', 'disclosure/penalties/items_last_year']
])('%s compares %s', (search, address) => {
	expect(chosen(search)).toBe(address);
});

test.each([
	['section=disclosure&item=granted', 'item'],
	['item=procurement&measure=total', 'measure']
])('%s fits no cell, and %s is blamed', (search, key) => {
	expect(() => chosen(search)).toThrow(expect.objectContaining({ name: 'BadFilter', key }));
});
