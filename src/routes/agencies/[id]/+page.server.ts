import { error } from '@sveltejs/kit';
import { addressOf, ADDRESSES, cellForm, seriesOf, type Address, type Language } from '$lib/form';
import { parseFilters, NO_FILTERS } from '$lib/server/filters';
import {
	agency,
	agencyReports,
	agencySeries,
	findingsList,
	outcomesByYear,
	seriesByYear,
	type AgencyYear
} from '$lib/server/queries';
import { wordsOf, type Words } from '$lib/words/words';
import { outcomesByYearFigure, stretch, yearsFigure } from '../../figures';
import {
	cellName,
	formName,
	kindName,
	levelName,
	regionName,
	scopeName,
	shownFinding
} from '../../naming';
import { cellsCsv, figureResting, reportsResting } from '../../resting';
import type { PageServerLoad } from './$types';

const SHOWN: readonly Address[] = [
	addressOf('disclosure', 'licensing', 'decisions'),
	addressOf('applications', 'received', 'total')
];

/** The measures that are worth a row of their own: section 二, and the totals of 三 and 四. */
const ROWS: readonly Address[] = ADDRESSES.filter(
	(address) => address.startsWith('disclosure/') || address.endsWith('/total')
);

/** Each measure over the years, left out where no report of the agency has a figure for it. */
function measuresOf(years: readonly AgencyYear[], language: Language) {
	return ROWS.flatMap((address) => {
		const cell = cellForm(address);
		const series = seriesOf(address);
		if (!cell || !series) return [];
		const figures = years.map((year) => ({
			reportId: year.reportId,
			value: year.figures.get(address)?.value ?? null,
			status: year.figures.get(address)?.status ?? null,
			possiblyStock: year.figures.get(address)?.possiblyStock ?? false
		}));
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
	const search = `agency=${filters.agency.join()}&scope=all`;
	const name = cellName(address, language) ?? '';
	return {
		id: address.replaceAll('/', '-'),
		title: name,
		figure: yearsFigure(answer, name, words),
		resting: figureResting(answer.basis, answer.series, search, words),
		csv: cellsCsv(answer.series, search),
		notes: answer.series.caution ? [answer.series.caution[language]] : []
	};
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
	parseFilters(url.searchParams);
	const database = await locals.database();
	const { language } = locals;
	const words = wordsOf(language);
	const row = await agency(database, params.id);
	if (!row) error(404, { message: words.agency.notFound });
	// One agency's figures are of one kind; showing them side by side adds nothing to anything.
	const filters = { ...NO_FILTERS, agency: [row.agencyId], scope: 'all' as const };
	const spoken = { language, words };
	const [reports, years, findings, outcomes, ...series] = await Promise.all([
		agencyReports(database, row.agencyId),
		agencySeries(database, row.agencyId, ROWS),
		findingsList(database, filters),
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
		measures: measuresOf(years, language).map((measure) => ({
			...measure,
			figures: measure.figures.map((figure, index) => ({
				...figure,
				collected:
					seriesOf(measure.address)?.parts.some(({ form }) => form === years[index]?.form) ?? false
			}))
		})),
		span: stretch(years.map(({ year }) => year)),
		findings: findings.rows.map((finding) => shownFinding(finding, language)),
		series,
		outcomes: {
			figure: outcomesByYearFigure(outcomes.years, false, language, words),
			resting: reportsResting(outcomes.basis, `agency=${row.agencyId}&scope=all`, words)
		}
	};
};
