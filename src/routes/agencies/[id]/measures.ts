import {
	ADDRESSES,
	cellForm,
	isCompared,
	partsOf,
	seriesOf,
	type Address,
	type Language,
	type Status,
	type Unit
} from '$lib/form';
import type { AgencyYear } from '$lib/server/queries';
import { addedHref } from '../../added-href';
import { seriesName } from '../../naming';

const SECTIONS = ['disclosure', 'applications', 'remedies', 'statistics'] as const;

/** Addresses of one item together, where the form first names it, whatever edition they are of. */
function inOrder(addresses: readonly Address[]): Address[] {
	const section = (address: Address) =>
		SECTIONS.findIndex((code) => code === partsOf(address).section);
	const rowOf = (address: Address) => `${partsOf(address).section}/${partsOf(address).item}`;
	const items = [...new Set(addresses.map(rowOf))];
	const item = (address: Address) => items.indexOf(rowOf(address));
	return addresses.toSorted((a, b) => section(a) - section(b) || item(a) - item(b));
}

/**
 * The measures that are worth a row of their own: section 二, the totals of 三 and 四, and the rows
 * of the 统计表 that are no part of one of their series.
 */
export const MEASURES: readonly Address[] = inOrder(ADDRESSES.filter(isCompared));

const ofStatistics = (address: Address) => partsOf(address).section === 'statistics';
/** The measures of the 统计表, which only reports of 2014 to 2018 have, and those of all other forms. */
export const STATISTICS_MEASURES = MEASURES.filter(ofStatistics);
export const USUAL_MEASURES = MEASURES.filter((address) => !ofStatistics(address));

/** A measure's figure in the agency's report of one year. */
export interface YearFigure {
	readonly year: number;
	/** Null where the agency has no report of the year. */
	readonly reportId: string | null;
	readonly value: number | null;
	readonly status: Status | null;
	/** Whether the report's edition asks for it. */
	readonly collected: boolean;
	readonly possiblyStock: boolean;
	/** Where the report shows it; null where the report has no cell for it. */
	readonly href: string | null;
}

/** A measure over all the years of an agency, years without a report among them. */
export interface MeasureRow {
	readonly address: Address;
	readonly name: string;
	readonly unit: Unit;
	readonly figures: readonly YearFigure[];
	/** True where every report that gives a figure gives zero. */
	readonly zero: boolean;
}

const NO_REPORT = {
	reportId: null,
	value: null,
	status: null,
	collected: false,
	possiblyStock: false,
	href: null
};

/** A row's own words: the total column of sections 三 and 四 need not be named in each. */
function rowName(address: Address, language: Language): string {
	const name = seriesName(address, language) ?? address;
	const { section, measure } = partsOf(address);
	const column = cellForm(address)?.measure.label[language] ?? '';
	const totals = section !== 'disclosure' && section !== 'statistics' && measure === 'total';
	return totals ? name.replace(` · ${column}`, '') : name;
}

function figureOf(address: Address, { year, reportId, form, figures }: AgencyYear): YearFigure {
	const series = seriesOf(address);
	const figure = figures.get(address);
	// The editions' figures of a broken series are two things: each has a row of its own.
	const part = series?.parts.find((candidate) => candidate.form === form);
	const own = !series?.broken || part?.addresses.includes(address) === true;
	const collected = own && part !== undefined;
	return {
		year,
		reportId,
		value: own ? (figure?.value ?? null) : null,
		status: own ? (figure?.status ?? null) : null,
		collected,
		possiblyStock: own && figure?.possiblyStock === true,
		href:
			series && (collected || (own && figure?.status !== null))
				? addedHref(reportId, address, [series], form)
				: null
	};
}

/** Each measure over the years, left out where no report of the agency has a figure for it. */
export function measuresOf(
	reports: readonly AgencyYear[],
	years: readonly number[],
	language: Language
): MeasureRow[] {
	const statistics = reports.some(({ form }) => form === '2014');
	return (statistics ? MEASURES : USUAL_MEASURES).flatMap((address) => {
		const figures = years.map((year) => {
			const report = reports.find((candidate) => candidate.year === year);
			return report ? figureOf(address, report) : { year, ...NO_REPORT };
		});
		if (figures.every(({ value }) => value === null)) return [];
		return [
			{
				address,
				name: rowName(address, language),
				unit: seriesOf(address)?.unit ?? 'count',
				figures,
				zero: figures.every(({ value }) => value === null || value === 0)
			}
		];
	});
}

/** Why a measure has no figure in a year. */
export type Gap = 'noReport' | 'notCollected' | Exclude<Status, 'reported'>;

/** A year of an agency's span, with its report. */
export type SpanYear = Pick<YearFigure, 'year' | 'reportId'>;

/** A figure as the page shows it, with no more than it needs: a page has hundreds. */
export interface ShownFigure {
	readonly value: number | null;
	readonly gap?: Gap;
	readonly href?: string;
	readonly possiblyStock?: true;
}

/** A measure as the page shows it, its figures in the order of the span. */
export type ShownMeasure = Omit<MeasureRow, 'figures'> & {
	readonly figures: readonly ShownFigure[];
};

function gapOf({ reportId, collected, status }: YearFigure): Gap {
	if (reportId === null) return 'noReport';
	if (!collected && status === null) return 'notCollected';
	return status === null || status === 'reported' ? 'missing' : status;
}

/** A measure cut down to what the page shows of it. */
export const shownMeasure = (measure: MeasureRow): ShownMeasure => ({
	...measure,
	figures: measure.figures.map((figure) => ({
		value: figure.value,
		...(figure.value === null && { gap: gapOf(figure) }),
		...(figure.href !== null && { href: figure.href }),
		...(figure.possiblyStock && { possiblyStock: true })
	}))
});
