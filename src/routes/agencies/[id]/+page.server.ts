import { error } from '@sveltejs/kit';
import {
	addressOf,
	ADDRESSES,
	cellForm,
	isCompared,
	partsOf,
	seriesOf,
	type Address,
	type Language
} from '$lib/form';
import { currentOnly, filtersToSearch, parseFilters, NO_FILTERS } from '$lib/server/filters';
import {
	agency,
	agencyReports,
	agencySeries,
	findingsList,
	outcomesByYear,
	seriesByYear,
	type AgencyYear
} from '$lib/server/queries';
import { unsorted } from '$lib/server/sorting';
import { wordsOf, type Words } from '$lib/words/words';
import { strayNotes, stretch, yearsFigure } from '../../figures';
import {
	cellName,
	formName,
	kindName,
	levelName,
	regionName,
	scopeName,
	shownFinding
} from '../../naming';
import { outcomesByYearFigure } from '../../outcome-figures';
import { figureResting, outcomesCsv, reportsResting, seriesCsv } from '../../resting';
import type { PageServerLoad } from './$types';

const SHOWN: readonly Address[] = [
	addressOf('disclosure', 'licensing', 'decisions'),
	addressOf('applications', 'received', 'total')
];

/**
 * The measures that are worth a row of their own: section 二, the totals of 三 and 四, and the rows
 * of the 统计表 that are no part of one of their series.
 */
const ROWS: readonly Address[] = inOrder(ADDRESSES.filter(isCompared));

/** Addresses of one item together, where the form first names it, whatever edition they are of. */
function inOrder(addresses: readonly Address[]): Address[] {
	const section = (address: Address) =>
		['disclosure', 'applications', 'remedies', 'statistics'].indexOf(partsOf(address).section);
	const rowOf = (address: Address) => `${partsOf(address).section}/${partsOf(address).item}`;
	const items = [...new Set(addresses.map(rowOf))];
	const item = (address: Address) => items.indexOf(rowOf(address));
	return addresses.toSorted((a, b) => section(a) - section(b) || item(a) - item(b));
}

/** Each measure over the years, left out where no report of the agency has a figure for it. */
function measuresOf(years: readonly AgencyYear[], language: Language) {
	return ROWS.flatMap((address) => {
		const cell = cellForm(address);
		const series = seriesOf(address);
		if (!cell || !series) return [];
		const figures = years.map(({ reportId, form, figures }) => {
			const figure = figures.get(address);
			// The editions' figures of a broken series are two things: each has a row of its own.
			const part = series.parts.find((candidate) => candidate.form === form);
			const own = !series.broken || part?.addresses.includes(address) === true;
			return {
				reportId,
				value: own ? (figure?.value ?? null) : null,
				status: own ? (figure?.status ?? null) : null,
				collected: own && part !== undefined
			};
		});
		if (figures.every(({ value }) => value === null)) return [];
		return [{ address, name: cellName(address, language) ?? '', unit: series.unit, figures }];
	});
}

async function seriesOfAgency(
	database: Parameters<typeof seriesByYear>[0],
	filters: typeof NO_FILTERS,
	address: Address,
	{ language, words }: { language: Language; words: Words }
) {
	const answer = await seriesByYear(database, filters, address);
	const search = filtersToSearch(filters);
	const name = cellName(address, language) ?? '';
	return {
		id: address.replaceAll('/', '-'),
		title: name,
		figure: yearsFigure(answer, name, search, { language, words }),
		resting: figureResting(answer.basis, answer.series, search, words),
		csv: seriesCsv(answer.series, answer.basis, search),
		notes: [
			...(answer.series.caution ? [answer.series.caution[language]] : []),
			...strayNotes(answer, words)
		]
	};
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
	unsorted(parseFilters(url.searchParams));
	const database = await locals.database();
	const { language } = locals;
	const words = wordsOf(language);
	const row = await agency(database, params.id);
	if (!row) error(404, { message: words.agency.notFound });
	// One agency's figures are of one kind; showing them side by side adds nothing to anything.
	const filters = { ...NO_FILTERS, agency: [row.agencyId], scope: 'all' as const };
	const own = filtersToSearch(filters);
	const spoken = { language, words };
	const [reports, years, findings, outcomes, ...series] = await Promise.all([
		agencyReports(database, row.agencyId),
		agencySeries(database, row.agencyId, ROWS),
		findingsList(database, currentOnly(filters)),
		outcomesByYear(database, filters),
		...SHOWN.map((address) => seriesOfAgency(database, filters, address, spoken))
	]);
	return {
		agency: {
			...row,
			kindName: kindName(row.kind, language),
			levelName: levelName(row.level, language),
			region: regionName(row)
		},
		reports: reports.map((report) => ({
			...report,
			formName: formName(report.form, language),
			scopeName: scopeName(report.scope, language)
		})),
		years: years.map(({ year, reportId, form }) => ({ year, reportId, form })),
		measures: measuresOf(years, language),
		span: stretch(years.map(({ year }) => year)),
		findingCount: findings.count,
		findings: findings.rows.map((finding) => shownFinding(finding, language)),
		series,
		outcomes: {
			figure: outcomesByYearFigure(outcomes, false, own, spoken),
			resting: reportsResting(outcomes.basis, own, words),
			csv: outcomesCsv(outcomes.basis, own)
		}
	};
};
