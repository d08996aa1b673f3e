import { error } from '@sveltejs/kit';
import { addressOf, type Address } from '$lib/form';
import { BadFilter, parseFilters } from '$lib/server/filters';
import {
	agency,
	agencyCorrections,
	agencyFindings,
	agencyOutcomes,
	agencyReports,
	agencySeries,
	parentOf,
	peerGroup
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
	shownFinding
} from '../../naming';
import { filingOf } from './filing';
import { MEASURES, measuresFor, measuresOf } from './measures';
import { outcomesOfAgency } from './outcomes';
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

function peerYear(asked: string | null): number | null {
	if (asked === null || asked === '') return null;
	if (!/^\d{4}$/.test(asked)) {
		throw new BadFilter(YEAR_KEY, asked, '应为四位年度，如 2020', 'must be a year such as 2020');
	}
	return Number(asked);
}

const placeOf = ({ agencyId, province }: { agencyId: string; province: string | null }) => ({
	agencyId,
	province
});

export const load: PageServerLoad = async ({ params, url, locals }) => {
	unsorted(parseFilters(url.searchParams, [MEASURE_KEY, YEAR_KEY]));
	const asked = url.searchParams.getAll(MEASURE_KEY).filter((address) => address !== '');
	const measures = peerMeasures(asked);
	const askedYear = peerYear(url.searchParams.get(YEAR_KEY));
	const database = await locals.database();
	const { language } = locals;
	const words = wordsOf(language);
	const [row, reports] = await Promise.all([
		agency(database, params.id),
		agencyReports(database, params.id)
	]);
	if (!row) error(404, { message: words.agency.notFound });
	const forms = new Set(reports.map(({ form }) => form));
	const [years, findings, outcomes, corrections, parent] = await Promise.all([
		agencySeries(database, row.agencyId, measuresFor(forms)),
		agencyFindings(database, row.agencyId, FINDINGS_OF_A_YEAR),
		agencyOutcomes(database, row.agencyId),
		agencyCorrections(database, row.agencyId),
		parentOf(database, row.agencyId)
	]);
	const span = stretch(years.map(({ year }) => year));
	const missing = span.filter((year) => !years.some((report) => report.year === year));
	const year = askedYear ?? years.at(-1)?.year ?? null;
	const measured = reports.find((report) => report.isCurrent && report.year === year);
	const group = measured ? peerGroup({ ...measured, ...placeOf(row) }) : null;
	/** Years before which the edition of the agency's own reports changes. */
	const breaks = years.flatMap(({ year, form }, index) =>
		index > 0 && years[index - 1]?.form !== form ? [year] : []
	);
	const scope = reports.find(({ isCurrent }) => isCurrent)?.scope ?? null;
	return {
		agency: {
			...row,
			kindName: kindName(row.kind, language),
			levelName: levelName(row.level, language),
			scopeName: scopeName(scope, language),
			region: regionName(row),
			summary: summaryOf(row, years, outcomes, missing, words)
		},
		parent,
		formerNames: formerNames(reports),
		missing,
		reports: reports.map((report) => ({
			...report,
			formName: formName(report.form, language),
			scopeName: scopeName(report.scope, language),
			filing: filingOf(report)
		})),
		years: years.map(({ year, reportId, form }) => ({ year, reportId, form })),
		breaks,
		measures: measuresOf(years, span, forms, language),
		findings: findings.map((year) => ({
			...year,
			findings: year.findings.map((finding) => shownFinding(finding, language))
		})),
		corrections: corrections.map((correction) => {
			const address = addressOf(correction.section, correction.item, correction.measure);
			return { ...correction, address, name: cellName(address, language) ?? address };
		}),
		peers: {
			year,
			measures,
			group: group && {
				...group,
				kindName: kindName(group.kind, language),
				levelName: levelName(group.level, language),
				formName: formName(group.form, language),
				scopeName: scopeName(group.scope, language)
			},
			choices: MEASURES.map((address) => ({
				address,
				name: cellName(address, language) ?? address
			})),
			standings: group ? await amongPeers(database, group, measures, language) : []
		},
		outcomes: outcomesOfAgency(outcomes, span, breaks, row, language)
	};
};
