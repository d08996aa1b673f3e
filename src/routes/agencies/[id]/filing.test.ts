import { expect, it } from 'vitest';
import { dueOn, filingOf } from './filing';

const filed = { year: 2020, level: 'county', kind: 'education', scope: 'own', publishedOn: null };
const town = { ...filed, level: 'township', kind: 'township' };

it('knows the days of the regulation, and of the one before it', () => {
	expect(dueOn(filed)).toBe('2021-01-31');
	expect(dueOn({ ...filed, kind: 'government', scope: 'consolidated' })).toBe('2021-03-31');
	expect(dueOn({ ...filed, kind: 'general_office', scope: 'consolidated' })).toBe('2021-03-31');
	expect(dueOn({ ...filed, kind: 'general_office' })).toBe('2021-01-31');
	expect(dueOn({ ...filed, year: 2018 })).toBe('2019-03-31');
	expect(dueOn({ ...filed, level: null })).toBeNull();
});

it('tells late from in time by the day, and says where it cannot', () => {
	expect(filingOf({ ...filed, publishedOn: '2021-01-31' })).toBe('in_time');
	expect(filingOf({ ...filed, publishedOn: '2021-02-01' })).toBe('late');
	expect(filingOf(filed)).toBe('unknown');
	expect(filingOf({ ...filed, kind: null, publishedOn: '2021-02-01' })).toBe('not_told');
});

it('holds a township to custom, and does not call it late by law', () => {
	expect(filingOf({ ...town, publishedOn: '2021-01-30' })).toBe('in_time');
	expect(filingOf({ ...town, publishedOn: '2021-02-01' })).toBe('after_custom');
	expect(filingOf({ ...town, year: 2017, publishedOn: '2018-04-01' })).toBe('late');
});
