import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OUTCOMES, type Address } from '$lib/form';
import { hrefAt, wholeHrefAt } from '$lib/chart/addresses';
import type { StackFigure } from '$lib/chart/figure';
import type { Database } from '$lib/server/database';
import { filtersToSearch, parseFilters, type Filters } from '$lib/server/filters';
import {
	outcomesByYear,
	RANKED_BY,
	reportFigures,
	reportsList,
	seriesByGroup,
	seriesByYear,
	type ListedFigure,
	type ListedReport
} from '$lib/server/queries';
import {
	asking,
	LAWSUITS,
	LICENSING,
	MADE,
	OTHER,
	smallCorpus
} from '$lib/server/queries/small-corpus';
import { wordsOf } from '$lib/words/words';
import { addedHref } from './added-href';
import { comparedGroups } from './compare/compared';
import { yearsFigure } from './figures';
import { outcomesByYearFigure } from './outcome-figures';
import { applicantsFigure, balance, FURTHER, reasonsFigure, remedies } from './outcomes/details';
import { LISTS, ordersOf, type List } from './outcomes/ranking/parameters';
import { ranked } from './outcomes/ranking/ranked';
import { rankedYears } from './outcomes/ranking/ranked-years';
import { rowsOf } from './outcomes/ranking/rows';
import { additionOf, sumAsked } from './pair/addition';
import { listedCsv } from './reports/listed-csv';
import { addendsOf, codeOf, KEYS, parametersOf } from './reports/parameters';
import { figureResting } from './resting';

const READER = { language: 'zh', words: wordsOf('zh') } as const;
const SLICES: readonly Filters[] = [
	asking({ level: ['city'] }),
	asking({ level: ['city'], stock: false }),
	asking({ level: ['county'] }),
	asking({ level: ['county'], generated: false }),
	asking({ scope: 'consolidated' })
];
const SUED: readonly Filters[] = [
	asking({ level: ['province'] }),
	asking({
		level: ['province'],
		year: [2018, 2020, 2022].map((year) => ({ from: year, to: year }))
	}),
	asking({ level: ['province'], form: ['2014'] })
];
const searchOf = (filters: Filters) => filtersToSearch(filters);

let database: Database;
beforeAll(async () => {
	database = await smallCorpus('some_rule', LAWSUITS);
});
afterAll(() => database.close());

/** The list that a link opens. */
async function opened(href: string) {
	const params = new URL(href, 'http://x').searchParams;
	const { listed, state, within } = parametersOf(params);
	const list = await reportsList(database, parseFilters(params, KEYS), listed, { state, within });
	expect(list.pages, href).toBe(1);
	return { ...list, listed };
}

/** What a report shows where a row of a list leads: the figure of a cell, or of its cells added. */
async function shownBehind({ reportId, form }: ListedReport, listed: ListedFigure | null) {
	if (!listed) return null;
	const href = addedHref(reportId, codeOf(listed), addendsOf(listed), form);
	const params = new URL(href, 'http://x').searchParams;
	const sum = sumAsked(params);
	if (sum) return (await additionOf(database, { reportId, form }, sum, 'zh')).total;
	const [cell] = await reportFigures(database, reportId, [params.get('cell') ?? '']);
	return cell?.value ?? null;
}

/** A number on a page is the total of the list that it opens, and the sum of its rows. */
async function agrees(value: number | null, href: string | null | undefined) {
	if (value === null || !href) return 0;
	const { listed, total, rows } = await opened(href);
	expect(total, href).toBe(value);
	const sum = rows.reduce((whole, row) => whole + (row.value ?? 0), 0);
	expect(sum, href).toBeCloseTo(value, 9);
	for (const row of rows) expect(await shownBehind(row, listed), href).toBe(row.value);
	return 1;
}

/** Every number of a stack with its list, wholes too. */
const numbersOf = (figure: StackFigure | null) =>
	(figure?.categories ?? []).flatMap((_, index) => {
		const parts = (figure?.parts ?? []).map((part) => part.values[index] ?? null);
		const known = parts.filter((value) => value !== null);
		const whole = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
		return [
			...parts.map((value, part) => [value, figure && hrefAt(figure, part, index)] as const),
			[whole, figure && wholeHrefAt(figure, index)] as const
		];
	});

async function allAgree(
	numbers: readonly (readonly [number | null, string | null | undefined])[]
): Promise<number> {
	let checked = 0;
	for (const [value, href] of numbers) checked += await agrees(value, href);
	return checked;
}

describe('a number is the sum of the list that it opens:', () => {
	test('outcomes, their reasons and who applied, parts and wholes', async () => {
		let checked = 0;
		for (const filters of SLICES) {
			const answer = await outcomesByYear(database, filters, Object.values(FURTHER).flat());
			const search = searchOf(filters);
			const figures = [
				outcomesByYearFigure(answer, search, READER),
				applicantsFigure(answer, search, READER),
				...OUTCOMES.map(({ code }) => reasonsFigure(answer, code, search, READER))
			];
			checked += await allAgree(figures.flatMap(numbersOf));
			checked += await allAgree([
				...balance(answer, search)
					.flatMap(({ cells }) => cells)
					.map(({ value, href }) => [value, href] as const),
				...remedies(answer, search, READER)
					.flatMap(({ years }) => years.flatMap(({ results }) => results))
					.map(({ value, href }) => [value, href] as const)
			]);
			for (const { year, incomplete } of answer.years) {
				const { count } = await opened(
					`/reports?${search}&current=1&scope=${filters.scope ?? 'not_consolidated'}&year=${year}&sum=handled&figure=partial`
				);
				expect(count).toBe(incomplete);
			}
		}
		expect(checked).toBeGreaterThan(30);
	});

	test.each(LISTS.flatMap((of) => (['all', null] as const).map((at) => [of, at] as const)))(
		'a ranking by %s of the years %s',
		async (of: List, at) => {
			let checked = 0;
			for (const filters of [...SLICES, ...SUED]) {
				for (const by of RANKED_BY) {
					const parameters = {
						of,
						by,
						at,
						small: true,
						order: ordersOf(of)[0] ?? '',
						ascending: false
					};
					const years = await rankedYears(database, filters, parameters);
					const [from = 0, to = 0] = [years.years[0], years.years.at(-1)];
					const asked = { years: { from, to }, limit: 100, offset: 0 };
					const groups = await ranked(database, filters, parameters, asked, READER);
					const given = { search: searchOf(filters), here: '' };
					checked += await allAgree(
						rowsOf(groups, years, parameters, given, READER)
							.flatMap(({ cells }) => cells)
							.map(({ text, href }) => [
								text === null ? null : Number(text.replaceAll(',', '')),
								href
							])
					);
				}
			}
			expect(checked).toBeGreaterThan(10);
		}
	);

	test.each<Address>([LICENSING, MADE, OTHER, 'statistics/answered_refused/count'])(
		'%s by year and by province',
		async (address) => {
			let checked = 0;
			for (const filters of SLICES) {
				const search = searchOf(filters);
				const answer = await seriesByYear(database, filters, address);
				const years = answer.points.map(({ year }) => year);
				const figure = yearsFigure(answer, '', search, READER);
				checked += await allAgree([
					...(figure?.points ?? []).map(({ value, href }) => [value, href] as const),
					...(figure?.editions ?? []).flatMap(({ values, hrefs }) =>
						values.map((value, index) => [value, hrefs[index]] as const)
					)
				]);
				const by = 'province' as const;
				const groups = await seriesByGroup(database, filters, address, { by, year: null });
				const view = { by, stat: 'total' as const, basis: answer.basis, search };
				checked += await allAgree(
					comparedGroups(groups, view, years, READER)
						.flatMap(({ points }) => points)
						.map(({ value, href }) => [value, href] as const)
				);
			}
			expect(checked).toBeGreaterThan(0);
		}
	);
});

test('the parts of a basis are the reports of their lists, and together all of them', async () => {
	for (const filters of SLICES) {
		for (const address of [LICENSING, OTHER]) {
			const { basis, series } = await seriesByYear(database, filters, address);
			const { parts } = figureResting(basis, series, searchOf(filters), READER.words);
			for (const { text, href } of parts) {
				if (!href) continue;
				expect((await opened(href)).count, href).toBe(Number(text.replace(/\D/g, '')));
			}
		}
	}
});

test.each([
	`cell=${LICENSING}&current=1&scope=own&level=city&stock=0`,
	`cell=${LICENSING}&figure=blank`,
	`cell=${OTHER}&year=2021&level=city&sort=agency`,
	`cell=${LICENSING}&from=5&below=50`,
	'outcome=refused&current=1&level=city&scope=own',
	'outcome=granted&figure=reported&sort=-year',
	''
])('a list is downloaded whole, as it is shown and adds up: %s', async (search) => {
	const params = new URLSearchParams(search);
	const parameters = parametersOf(params);
	let text = '';
	for await (const lines of listedCsv(database, parseFilters(params, KEYS), parameters)) {
		text += lines;
	}
	const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
	const shown = await opened(`/reports?${search}`);
	const figure = (value: number | null) => (value === null ? '' : String(value));
	expect(rows.map((row) => [row.report_id, row.agency, row.year])).toEqual(
		shown.rows.map(({ reportId, agency, year }) => [reportId, agency ?? '', figure(year)])
	);
	expect(rows).toHaveLength(shown.count);
	if (!shown.listed) {
		expect(Object.keys(rows[0] ?? {})).not.toContain('value');
		return;
	}
	expect(rows.map(({ value }) => value)).toEqual(shown.rows.map(({ value }) => figure(value)));
	const counted = rows.filter((row) => row.counted === 'true');
	expect(counted).toHaveLength(shown.filled);
	if (shown.total !== null) {
		const sum = counted.reduce((whole, { value }) => whole + Number(value), 0);
		expect(sum).toBeCloseTo(shown.total, 9);
	}
});

test('a list says why it has no total', async () => {
	const blank = await opened(`/reports?cell=${LICENSING}&figure=blank`);
	expect(blank).toMatchObject({ total: null, noTotal: 'none', filled: 0 });
	const mixed = await opened(`/reports?current=1&cell=${LICENSING}`);
	expect(mixed).toMatchObject({ total: null, noTotal: 'groups' });
	const editions = await opened(`/reports?current=1&level=city&scope=own&cell=${MADE}`);
	expect(editions).toMatchObject({ total: null, noTotal: 'editions', filled: 2 });
});

test('decisions that are possibly a stock are listed apart, and out of the total', async () => {
	const slice = `current=1&scope=own&level=city&cell=${LICENSING}`;
	const left = await opened(`/reports?${slice}&stock=0`);
	expect(left).toMatchObject({ count: 3, total: 50, filled: 2, stockLeftOut: 1 });
	const stocks = await opened(`/reports?${slice}&stock=0&figure=stock`);
	expect(stocks).toMatchObject({ count: 1, total: 10, filled: 1, stockLeftOut: 0 });
});

test('a report that gives some cells of a sum counts, and is said to give it in part', async () => {
	const slice = 'current=1&scope=own&year=2021&level=city';
	const list = await opened(`/reports?${slice}&cell=${OTHER}`);
	expect(list).toMatchObject({ total: 3, filled: 1, partial: 1 });
	expect(list.rows).toMatchObject([{ value: 3, status: 'reported', partial: true }]);
	// The cell by itself is another thing: no report of the year has it.
	const alone = await opened(`/reports?${slice}&cell=${OTHER}&alone=1`);
	expect(alone).toMatchObject({ total: null, filled: 0, partial: 0 });
});
