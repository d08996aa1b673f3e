import { addressOf, type Address } from './address.ts';
import { APPLICANTS } from './applications.ts';
import type { Edition, FormCode } from './edition.ts';
import { EDITIONS } from './registry.ts';
import { STATISTICS_SUMS } from './statistics.ts';

/** The kinds of sum that the form must satisfy (domain: identities 1 to 4; the 统计表's own). */
export type SumKind =
	'balance' | 'applicants_total' | 'outcomes_total' | 'remedy_total' | 'statistics_total';

/**
 * A sum that must tie out: the figures at `left` add up to the figures at `right`. All cells of a
 * sum are counts that are never negative. `subject` is the cell the sum is about: its total.
 */
export interface Sum {
	readonly kind: SumKind;
	readonly subject: Address;
	readonly left: readonly Address[];
	readonly right: readonly Address[];
}

function applicationSums(edition: Edition): Sum[] {
	const section = edition.sections.find(({ code }) => code === 'applications');
	if (!section) return [];
	const items = section.blocks[0]?.items ?? [];
	const at = (item: string, measure: string) => addressOf('applications', item, measure);
	const applicants = APPLICANTS.map(({ code }) => code);
	const parts = applicants.filter((code) => code !== 'total');
	const outcomes = items.filter(({ outcome }) => outcome !== null);
	return [
		...applicants.map((measure): Sum => ({
			kind: 'balance',
			subject: at('outcomes_total', measure),
			left: [at('received', measure), at('carried_in', measure)],
			right: [at('outcomes_total', measure), at('carried_out', measure)]
		})),
		...items.map(({ code }): Sum => ({
			kind: 'applicants_total',
			subject: at(code, 'total'),
			left: parts.map((measure) => at(code, measure)),
			right: [at(code, 'total')]
		})),
		...applicants.map((measure): Sum => ({
			kind: 'outcomes_total',
			subject: at('outcomes_total', measure),
			left: outcomes.map(({ code }) => at(code, measure)),
			right: [at('outcomes_total', measure)]
		}))
	];
}

function remedySums(edition: Edition): Sum[] {
	const block = edition.sections.find(({ code }) => code === 'remedies')?.blocks[0];
	return (block?.items ?? []).map(({ code }) => ({
		kind: 'remedy_total',
		subject: addressOf('remedies', code, 'total'),
		left: (block?.measures ?? [])
			.filter((measure) => measure.code !== 'total')
			.map((measure) => addressOf('remedies', code, measure.code)),
		right: [addressOf('remedies', code, 'total')]
	}));
}

function statisticsSums({ sections }: Edition): Sum[] {
	if (!sections.some(({ code }) => code === 'statistics')) return [];
	const at = (item: string) => addressOf('statistics', item, 'count');
	return Object.entries(STATISTICS_SUMS).map(([whole, parts]) => ({
		kind: 'statistics_total',
		subject: at(whole),
		left: parts.map(at),
		right: [at(whole)]
	}));
}

/**
 * Every sum within one report of an edition: one a row and two a column of its applications, and
 * its remedies; in the 2014 edition the totals of its one column.
 */
export const SUMS: ReadonlyMap<FormCode, readonly Sum[]> = new Map(
	EDITIONS.map((edition) => [
		edition.code,
		[...applicationSums(edition), ...remedySums(edition), ...statisticsSums(edition)]
	])
);
