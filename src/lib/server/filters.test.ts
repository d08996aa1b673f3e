import { describe, expect, test } from 'vitest';
import { RULES } from '../check/rules.ts';
import { LIMITS } from '../limits.ts';
import { BadFilter, filtersToSearch, NO_FILTERS, parseFilters } from './filters.ts';

const parse = (search: string, extra: readonly string[] = []) =>
	parseFilters(new URLSearchParams(search), extra);

/** The key that a wrong query string is blamed on. */
function blamed(search: string): string | null {
	try {
		parse(search);
		return null;
	} catch (error) {
		if (error instanceof BadFilter) return error.key;
		throw error;
	}
}

const rule = RULES[0]?.code;
const GOOD: Record<string, [search: string, expected: object]> = {
	nothing: ['', {}],
	'one year': ['year=2020', { year: [{ from: 2020, to: 2020 }] }],
	'a range of years': ['year=2019..2023', { year: [{ from: 2019, to: 2023 }] }],
	'years apart': [
		'year=2019&year=2021..2022',
		{
			year: [
				{ from: 2019, to: 2019 },
				{ from: 2021, to: 2022 }
			]
		}
	],
	'a name': ['province=%E7%A4%BA%E4%BE%8B%E7%9C%81', { province: ['示例省'] }],
	'a name with signs': ['city=%27%3B--%22', { city: [`';--"`] }],
	'several of one key': ['level=city&level=county', { level: ['city', 'county'] }],
	'the same value twice': ['county=x&county=x', { county: ['x'] }],
	'a kind': ['kind=education', { kind: ['education'] }],
	'an agency': ['agency=a0123456789abcdef', { agency: ['a0123456789abcdef'] }],
	'an unresolved agency': ['agency=u0123456789abcdef', { agency: ['u0123456789abcdef'] }],
	'an edition': ['form=2021', { form: ['2021'] }],
	'editions without sections 二 to 四': ['form=2014&form=free', { form: ['2014', 'free'] }],
	'a year long before the form': ['year=1950', { year: [{ from: 1950, to: 1950 }] }],
	'a section': ['section=disclosure', { section: ['disclosure'] }],
	'an item': ['item=licensing', { item: ['licensing'] }],
	'a measure': ['measure=decisions', { measure: ['decisions'] }],
	'a status': ['status=blank', { status: ['blank'] }],
	'a severity': ['severity=error', { severity: ['error'] }],
	'an origin': ['origin=agency', { origin: ['agency'] }],
	...(rule ? { 'a rule': [`rule=${rule}`, { rule: [rule] }] } : {}),
	'no invented reports': ['generated=0', { generated: false }],
	'only invented reports': ['generated=1', { generated: true }],
	'only current reports': ['current=1', { current: true }],
	'a scope': ['scope=all', { scope: 'all' }],
	'all that is not rolled up': ['scope=not_consolidated', { scope: 'not_consolidated' }],
	'without stocks': ['stock=0', { stock: false }],
	'a language': ['lang=en', { lang: 'en' }],
	'a page': ['page=12', { page: 12 }],
	'an order': ['sort=-year', { sort: '-year' }],
	words: ['q=+%E6%95%99%E8%82%B2+', { q: '教育' }],
	'a form sent without values': ['year=&province=&q=&page=&lang=&scope=', {}]
};

const WRONG: readonly [search: string, key: string][] = [
	['colour=red', 'colour'],
	['Year=2020', 'Year'],
	['__proto__=1', '__proto__'],
	['year=abc', 'year'],
	['year=20201', 'year'],
	['year=2023..2019', 'year'],
	['year=2019..', 'year'],
	['year=0001', 'year'],
	['year=2020&year=x', 'year'],
	['level=galaxy', 'level'],
	['kind=nothing_such', 'kind'],
	['agency=1', 'agency'],
	['agency=a0123456789ABCDEF', 'agency'],
	['form=2020', 'form'],
	['section=x', 'section'],
	['item=x', 'item'],
	['measure=x', 'measure'],
	['status=fine', 'status'],
	['rule=no_such_rule', 'rule'],
	['severity=fatal', 'severity'],
	['origin=nobody', 'origin'],
	['generated=yes', 'generated'],
	['scope=both', 'scope'],
	['current=yes', 'current'],
	['stock=2', 'stock'],
	['lang=fr', 'lang'],
	['lang=zh&lang=en', 'lang'],
	['page=0', 'page'],
	['page=-1', 'page'],
	['page=1.5', 'page'],
	['page=99999999', 'page'],
	['sort=year;drop', 'sort'],
	[`province=${'x'.repeat(LIMITS.parameterLength + 1)}`, 'province'],
	[
		Array.from({ length: LIMITS.parameterValues + 1 }, (_, index) => `city=${index}`).join('&'),
		'city'
	]
];

describe('filters', () => {
	test.each(Object.entries(GOOD))('%s', (_, [search, expected]) => {
		expect(parse(search)).toEqual({ ...NO_FILTERS, ...expected });
	});

	test.each(Object.entries(GOOD))('%s: from the filters to the URL and back', (_, [search]) => {
		const filters = parse(search);
		expect(parse(filtersToSearch(filters))).toEqual(filters);
	});

	test.each(WRONG)('%s is blamed on its key', (search, key) => {
		expect(blamed(search)).toBe(key);
	});

	test('a key of a page of its own is let through, and only there', () => {
		expect(parse('bom=0', ['bom'])).toEqual(NO_FILTERS);
		expect(blamed('bom=0')).toBe('bom');
	});

	test('the message names the key in both languages', () => {
		const error = new BadFilter('year', 'x', '不对', 'is wrong');
		expect(error.message).toBe('year: 不对');
		expect(error.reason).toEqual({ zh: '不对', en: 'is wrong' });
	});
});
