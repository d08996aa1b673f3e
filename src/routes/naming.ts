import { SEVERITIES } from '$lib/check/rule';
import { RULES } from '$lib/check/rules';
import type { ShownFinding } from '$lib/components/finding';
import {
	addressOf,
	EDITIONS,
	KINDS,
	LEVELS,
	SCOPES,
	seriesOf,
	standsFor,
	type Address,
	type Label,
	type Language
} from '$lib/form';
import type { FindingRow } from '$lib/server/queries';
import { cellName } from './cell-name';

export { cellName };

type Coded = readonly { readonly code: string; readonly label: Label }[];

const nameIn = (list: Coded, code: string | null, language: Language): string | null =>
	list.find((entry) => entry.code === code)?.label[language] ?? null;

export const levelName = (code: string | null, language: Language) =>
	nameIn(LEVELS, code, language);
export const kindName = (code: string | null, language: Language) => nameIn(KINDS, code, language);
export const scopeName = (code: string | null, language: Language) =>
	nameIn(SCOPES, code, language);
export const formName = (code: string, language: Language) => nameIn(EDITIONS, code, language);
export const severityName = (code: string, language: Language) =>
	nameIn(SEVERITIES, code, language) ?? code;

/** A rule's title; its code where no rule has it any more. */
export const ruleTitle = (code: string, language: Language): string =>
	RULES.find((rule) => rule.code === code)?.title[language] ?? code;

interface Placed {
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

/** The region that an agency belongs to, from the top down. */
export const regionName = ({ province, city, county }: Placed): string =>
	[province, city, county].filter(Boolean).join(' ');

/** Names of regions; where two are called alike, each has its province before it. */
export function toldApart<T extends Pick<Placed, 'province'>>(
	regions: readonly T[],
	nameOf: (region: T) => string
): string[] {
	const names = regions.map(nameOf);
	if (new Set(names).size === names.length) return names;
	return regions.map((region) => [region.province, nameOf(region)].filter(Boolean).join(' '));
}

/** A series in words that hold in all its editions: its own, or those of the cell it is named by. */
export const seriesName = (address: Address, language: Language): string | null =>
	seriesOf(address)?.across?.label[language] ?? cellName(standsFor(address), language);

/** A finding in the reader's words. */
export function shownFinding(row: Omit<FindingRow, 'agencyId'>, language: Language): ShownFinding {
	const { section, item, measure } = row;
	const address =
		section !== null && item !== null && measure !== null
			? addressOf(section, item, measure)
			: null;
	return {
		findingId: row.findingId,
		reportId: row.reportId,
		rule: row.rule,
		ruleTitle: ruleTitle(row.rule, language),
		severity: row.severity,
		severityName: severityName(row.severity, language),
		agency: row.agency ?? row.title,
		year: row.year,
		generated: row.generated,
		replaced: !row.isCurrent,
		address,
		cellName: address && cellName(address, language, row.form),
		suspect: row.suspect,
		suspectName: row.suspect && cellName(row.suspect, language, row.form),
		observed: row.observed,
		expected: row.expected,
		suggestion: row.suggestion,
		origin: row.origin,
		message: row.message,
		otherReportId: row.otherReportId,
		stretch:
			row.charStart === null || row.charEnd === null
				? null
				: { start: row.charStart, end: row.charEnd }
	};
}
