import { error } from '@sveltejs/kit';
import { addressOf, type Address, type Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import { BadFilter, filtersToSearch, parseFilters } from '$lib/server/filters';
import {
	agencyCorrections,
	agencyNamed,
	findingsOfAgency,
	agencyOf,
	agencyReports,
	agencySeries,
	dueDays,
	measures as comparedMeasures,
	parentOf,
	peerGroup,
	rosterWord,
	type AgencyCorrection,
	type AgencyReport,
	type AgencyRow,
	type AgencyYear
} from '$lib/server/queries';
import { unsorted } from '$lib/server/sorting';
import { wordsOf } from '$lib/words/words';
import { stretch } from '../../figures';
import {
	cellName,
	formName,
	kindName,
	levelName,
	regionName,
	scopeName,
	seriesName,
	shownFinding
} from '../../naming';
import { yearOf } from '../../parameters';
import { filingOf } from './filing';
import {
	MEASURES,
	measuresOf,
	shownMeasure,
	STATISTICS_MEASURES,
	USUAL_MEASURES
} from './measures';
import { outcomesByReport, outcomesOfAgency } from './outcomes';
import { amongPeers } from './standing';
import { formerNames, summaryOf } from './summary';
import type { PageServerLoad } from './$types';

const MEASURE_KEY = 'peer_measure';
const YEAR_KEY = 'peer_year';
const FINDINGS_OF_A_YEAR = 3;

const USUAL: readonly Address[] = [
	addressOf('disclosure', 'licensing', 'decisions'),
	addressOf('applications', 'received', 'total')
];

/** The measures that peers are asked for: two, those of the URL first. */
function peerMeasures(asked: readonly string[]): Address[] {
	const unknown = asked.find((address) => !MEASURES.includes(address));
	if (unknown !== undefined) {
		throw new BadFilter(
			MEASURE_KEY,
			unknown,
			'没有这项指标，或它不单独比较',
			'is no measure that is compared'
		);
	}
	return [...new Set([...asked, ...USUAL])].slice(0, 2);
}

/** Where the agency stands among its peers in a year; without a group where it has none. */
async function peersIn(
	database: Database,
	reports: readonly AgencyReport[],
	agencyId: string,
	{ year: asked, measures }: { year: number | null; measures: readonly Address[] },
	language: Language
) {
	const year = asked ?? agencyOf(agencyId, reports)?.lastYear ?? null;
	const report = reports.find((candidate) => candidate.isCurrent && candidate.year === year);
	const group = report ? peerGroup({ ...report, agencyId }) : null;
	const [offered, standings] = await Promise.all([
		comparedMeasures(database),
		group ? amongPeers(database, group, measures, language) : []
	]);
	return {
		year,
		measures,
		group: group && {
			...group,
			kindName: kindName(group.kind, language),
			levelName: levelName(group.level, language),
			formName: formName(group.form, language),
			scopeName: scopeName(group.scope, language)
		},
		choices: MEASURES.filter(
			(address) => offered.includes(address) || measures.includes(address)
		).map((address) => ({ address, name: seriesName(address, language) ?? address })),
		standings
	};
}

/** What the roster says of an agency, and what stands above it: so told, else its region's government. */
async function above(database: Database, agencyId: string, reports: Promise<AgencyReport[]>) {
	const [roster, government] = await Promise.all([
		rosterWord(database, agencyId),
		parentOf(database, agencyId)
	]);
	const told = roster?.parent ?? null;
	if (told === null) return { roster, parent: government };
	const generated = (await reports).some((report) => report.isCurrent && report.generated);
	const parent = await agencyNamed(database, told, generated);
	return { roster, parent: parent ?? { agencyId: null, agency: told } };
}

/** The agency's figures by year, those of the 统计表 where one of its reports has one. */
async function seriesOf(database: Database, agencyId: string, reports: Promise<AgencyReport[]>) {
	const [years, others] = await Promise.all([
		agencySeries(database, agencyId, USUAL_MEASURES),
		reports.then((all) =>
			all.some(({ form }) => form === '2014')
				? agencySeries(database, agencyId, STATISTICS_MEASURES)
				: []
		)
	]);
	const figuresOf = new Map(others.map(({ reportId, figures }) => [reportId, figures]));
	return years.map((year) => ({
		...year,
		figures: new Map([...year.figures, ...(figuresOf.get(year.reportId) ?? [])])
	}));
}

const shownReport = (
	report: AgencyReport,
	due: ReadonlyMap<number, string>,
	language: Language
) => ({
	...report,
	formName: formName(report.form, language),
	scopeName: scopeName(report.scope, language),
	filing: filingOf(report, due)
});

function shownCorrection(correction: AgencyCorrection, language: Language) {
	const address = addressOf(correction.section, correction.item, correction.measure);
	return { ...correction, address, name: cellName(address, language) ?? address };
}

/** What tells of the agency by year: outcomes, series, and where the edition changes. */
function byYear(years: readonly AgencyYear[], agency: AgencyRow, language: Language) {
	const span = stretch(years.map(({ year }) => year));
	/** Years before which the edition of the agency's own reports changes. */
	const breaks = years.flatMap(({ year, form }, index) =>
		index > 0 && years[index - 1]?.form !== form ? [year] : []
	);
	const missing = span.filter((year) => !years.some((report) => report.year === year));
	const outcomes = outcomesByReport(years);
	return {
		summary: summaryOf(agency, years, outcomes, missing, wordsOf(language)),
		years: years.map(({ year, reportId, form }) => ({ year, reportId, form })),
		breaks,
		span: span.map((year) => ({
			year,
			reportId: years.find((report) => report.year === year)?.reportId ?? null
		})),
		measures: measuresOf(years, span, language).map(shownMeasure),
		outcomes: outcomesOfAgency(outcomes, span, breaks, agency, language)
	};
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const filters = unsorted(parseFilters(url.searchParams, [MEASURE_KEY, YEAR_KEY]));
	const asked = url.searchParams.getAll(MEASURE_KEY).filter((address) => address !== '');
	const measures = peerMeasures(asked);
	const year = yearOf(url.searchParams, YEAR_KEY);
	const database = await locals.database();
	const { language } = locals;
	const { id } = params;
	// Only what rests on its reports waits for them.
	const asking = agencyReports(database, id);
	const [reports, years, peers, due, { roster, parent }, findings, corrections] = await Promise.all(
		[
			asking,
			seriesOf(database, id, asking),
			asking.then((all) => peersIn(database, all, id, { year, measures }, language)),
			asking.then((all) => dueDays(database, id, all)),
			above(database, id, asking),
			findingsOfAgency(database, id, FINDINGS_OF_A_YEAR),
			agencyCorrections(database, id)
		]
	);
	const agency = agencyOf(id, reports);
	if (!agency) error(404, { message: wordsOf(language).agency.notFound });
	const scope = reports.find(({ isCurrent }) => isCurrent)?.scope ?? null;
	return {
		agency: {
			...agency,
			kindName: kindName(agency.kind, language),
			levelName: levelName(agency.level, language),
			scopeName: scopeName(scope, language),
			region: regionName(agency)
		},
		/** Whether the URL asks for a part of what the page tells whole. */
		narrowed: filtersToSearch({ ...filters, generated: null, page: 1, lang: null }) !== '',
		parent,
		formerNames: formerNames(reports, roster?.formerly ?? null),
		roster,
		reports: reports.map((report) => shownReport(report, due, language)),
		...byYear(years, agency, language),
		findings: findings.map((year) => ({
			...year,
			findings: year.findings.map((finding) => shownFinding(finding, language))
		})),
		corrections: corrections.map((correction) => shownCorrection(correction, language)),
		peers
	};
};
