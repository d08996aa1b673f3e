import { expect, it } from 'vitest';
import { dueOn, filingOf } from './filing';

const filed = { year: 2020, level: 'county', kind: 'education', scope: 'own', publishedOn: null };

it('knows the days of the regulation, and that townships have none', () => {
	expect(dueOn(filed)).toBe('2021-01-31');
	expect(dueOn({ ...filed, kind: 'government', scope: 'consolidated' })).toBe('2021-03-31');
	expect(dueOn({ ...filed, kind: 'general_office', scope: 'consolidated' })).toBe('2021-03-31');
	expect(dueOn({ ...filed, level: 'township', kind: 'township' })).toBeNull();
	expect(dueOn({ ...filed, level: null })).toBeNull();
});

it('tells late from in time by the day, and says where it cannot', () => {
	expect(filingOf({ ...filed, publishedOn: '2021-01-31' })).toBe('in_time');
	expect(filingOf({ ...filed, publishedOn: '2021-02-01' })).toBe('late');
	expect(filingOf(filed)).toBe('unknown');
	expect(filingOf({ ...filed, kind: 'subdistrict' })).toBe('no_day');
});
