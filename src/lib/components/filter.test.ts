import { expect, it } from 'vitest';
import { wordsOf } from '../words/words.ts';
import { chipsOf } from './filter.ts';
import { link, slice } from './link.ts';

const options = {
	year: ['2019', '2020', '2021', '2022'].map((value) => ({ value, reports: 3 })),
	level: [
		{ value: 'county', reports: 1 },
		{ value: 'city', reports: 2 }
	]
};
const chips = (search: string) => chipsOf(search, options, wordsOf('zh'), 'zh');
const valueOf = (search: string, key: string) =>
	chips(search).find((chip) => chip.key === key)?.value;

it('says a filter in words', () => {
	expect(valueOf('level=county&level=city', 'level')).toBe('县级、市级');
	expect(valueOf('year=2019..2021', 'year')).toBe('2019–2021');
	expect(valueOf('year=2019&year=2020&year=2021', 'year')).toBe('2019–2021');
	expect(valueOf('year=2019&year=2021', 'year')).toBe('2019、2021');
	expect(valueOf('', 'year')).toBe('全部');
});

it('says what a page counts where nothing is chosen: lists hold every scope, totals do not', () => {
	const scopes = { scope: ['own', 'consolidated'].map((value) => ({ value, reports: 1 })) };
	const said = (search: string, counting: boolean) =>
		Object.fromEntries(
			chipsOf(search, { ...options, ...scopes }, wordsOf('zh'), 'zh', {
				adds: counting,
				decisions: counting
			}).map((chip) => [chip.key, chip.value])
		);
	expect(said('', false)).not.toHaveProperty('stock');
	expect(said('', true)).toMatchObject({ scope: '不含汇总数据', stock: '计入' });
	expect(said('stock=0', true)).toMatchObject({ stock: '不计入' });
	const offered = (adds: boolean) =>
		chipsOf('', scopes, wordsOf('zh'), 'zh', { adds })
			.find(({ key }) => key === 'scope')
			?.choices.map(({ value }) => value);
	expect(offered(false)).toEqual(['own', 'consolidated', 'all']);
	expect(offered(true)).toEqual(['own', 'consolidated']);
});

it('ticks the years that a range holds', () => {
	const year = chips('year=2020..2021').find(({ key }) => key === 'year');
	expect(year?.choices.map(({ chosen }) => chosen)).toEqual([false, true, true, false]);
});

it('keeps a link’s other filters, and drops the page', () => {
	expect(link('/findings', 'year=2020&page=3&rule=a', { rule: ['b', 'c'] })).toBe(
		'/findings?year=2020&rule=b&rule=c'
	);
	expect(link('/', 'generated=0', { generated: null })).toBe('/');
	expect(slice('?year=2020&rule=a&q=x&generated=0')).toBe('year=2020&generated=0');
});
