import { expect, it } from 'vitest';
import { filingOf } from './filing';

const due = new Map([
	[2017, '2018-03-31'],
	[2020, '2021-01-31']
]);
const filed = { year: 2020, level: 'county', kind: 'education', publishedOn: null };
const town = { ...filed, level: 'township', kind: 'township' };

it('tells late from in time by the day, and says where it cannot', () => {
	expect(filingOf({ ...filed, publishedOn: '2021-01-31' }, due)).toBe('in_time');
	expect(filingOf({ ...filed, publishedOn: '2021-02-01' }, due)).toBe('late');
	expect(filingOf(filed, due)).toBe('unknown');
	expect(filingOf({ ...filed, year: 2021, publishedOn: '2021-02-01' }, due)).toBe('not_told');
	expect(filingOf({ ...filed, year: null, publishedOn: '2021-02-01' }, due)).toBe('not_told');
});

it('holds a township to custom, and does not call it late by law', () => {
	expect(filingOf({ ...town, publishedOn: '2021-01-30' }, due)).toBe('in_time');
	expect(filingOf({ ...town, publishedOn: '2021-02-01' }, due)).toBe('after_custom');
	expect(filingOf({ ...town, year: 2017, publishedOn: '2018-04-01' }, due)).toBe('late');
});
