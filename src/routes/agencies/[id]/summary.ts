import { count, percent, short } from '$lib/chart/number';
import {
	SMALL_NUMBER,
	type AgencyReport,
	type AgencyRow,
	type AgencyYear
} from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { wholeOf, type ReportOutcomes } from './outcomes';

const DECISIONS = 'disclosure/licensing/decisions';
const RECEIVED = 'applications/received/total';

/** What the newest outcomes say, with a share where there are enough applications for one. */
function endings(outcomes: ReportOutcomes | undefined, words: Words): string | null {
	const whole = outcomes ? wholeOf(outcomes) : null;
	if (!outcomes || whole === null || whole === 0) return null;
	const { granted, partly_granted: partly } = outcomes.counts;
	if (granted === null || partly === null) return null;
	const open = granted + partly;
	const share = whole >= SMALL_NUMBER ? percent(open / whole) : null;
	return words.agency.summary.endings(count(whole), count(open), share);
}

/** An agency in a sentence or two: what it filed, its newest figures, what the rules found. */
export function summaryOf(
	agency: AgencyRow,
	years: readonly AgencyYear[],
	outcomes: readonly ReportOutcomes[],
	missing: readonly number[],
	words: Words
): string {
	const say = words.agency.summary;
	const newest = years.at(-1);
	const figure = (address: string) => newest?.figures.get(address) ?? null;
	const decisions = figure(DECISIONS);
	const received = figure(RECEIVED);
	const said = [
		...(decisions && decisions.value !== null && !decisions.possiblyStock
			? [say.decisions(short(decisions.value, 'count'))]
			: []),
		...(received && received.value !== null ? [say.received(short(received.value, 'count'))] : [])
	];
	const ended = endings(
		outcomes.find(({ year }) => year === newest?.year),
		words
	);
	const figures = [...said, ...(ended === null ? [] : [ended])];
	return [
		say.filed(agency.reports, words.years(agency.firstYear, agency.lastYear), missing),
		...(newest && figures.length > 0 ? [say.newest(newest.year, figures)] : []),
		say.found(agency.errors, agency.warnings)
	].join('');
}

/** A name of an agency other than its present one, and the years in which reports bear it. */
export interface FormerName {
	readonly name: string;
	/** Null where the roster tells the name, and no report bears it. */
	readonly years: { readonly first: number; readonly last: number } | null;
}

/**
 * Names that reports of earlier years bear and the newest does not, and those of the roster.
 *
 * @param told former names of the roster, separated by semicolons
 */
export function formerNames(reports: readonly AgencyReport[], told: string | null): FormerName[] {
	const present = reports.find(({ agency }) => agency !== null)?.agency;
	const names = new Map<string, FormerName>(
		(told?.split('；') ?? [])
			.filter((name) => name !== present)
			.map((name) => [name, { name, years: null }])
	);
	for (const { agency, year } of reports) {
		if (agency === null || year === null || agency === present) continue;
		const known = names.get(agency)?.years;
		names.set(agency, {
			name: agency,
			years: {
				first: Math.min(known?.first ?? year, year),
				last: Math.max(known?.last ?? year, year)
			}
		});
	}
	return [...names.values()];
}
