import {
	addressOf,
	APPLICANTS,
	FORM_CELLS,
	type Address,
	type FormCode
} from '../../src/lib/form/index.ts';
import type { Figures } from './history.ts';
import type { Random } from './random.ts';

/** What may be planted in a report; `missing_report` stands for a year without a file. */
export const ANOMALIES = [
	'made_over_disclosed',
	'disclosed_over_public_total',
	'wrong_row_total',
	'wrong_cell',
	'wrong_remedy_total',
	'negative_count',
	'issued_over_in_force',
	'stock_in_decisions',
	'copied_from_last_year',
	'wrong_edition',
	'blank_form',
	'short_rows',
	'missing_report',
	'broken_chain',
	'copied_narrative'
] as const;
export type AnomalyKind = (typeof ANOMALIES)[number];

/** Something wrong that was put into a report on purpose; `true` is the agency's true figure. */
export interface Planted {
	readonly kind: AnomalyKind;
	readonly address?: Address;
	readonly reported?: number;
	readonly true?: number;
}

/** How often each kind is drawn, of those that change single figures. */
const FIGURE_ANOMALIES: readonly (readonly [AnomalyKind, number])[] = [
	['made_over_disclosed', 3],
	['disclosed_over_public_total', 1],
	['wrong_row_total', 2],
	['wrong_cell', 3],
	['wrong_remedy_total', 1],
	['negative_count', 0.3],
	['issued_over_in_force', 1]
];
/** How often each kind is drawn, of those that concern the report as a whole. */
const REPORT_ANOMALIES: readonly (readonly [AnomalyKind, number])[] = [
	['copied_from_last_year', 1],
	['wrong_edition', 1],
	['blank_form', 0.3],
	['short_rows', 1.2],
	['missing_report', 1]
];

/** Draws what is to be wrong with a report; null for most. */
export function drawAnomaly(random: Random): AnomalyKind | null {
	const choices = [...FIGURE_ANOMALIES, ...REPORT_ANOMALIES];
	if (!random.chance(0.12)) return null;
	return choices[random.weighted(choices.map(([, weight]) => weight))]![0];
}

const at = (item: string, measure: string) => addressOf('disclosure', item, measure);
const DOCUMENTS = 'normative_documents';

function wrongBy(value: number, random: Random): number {
	const amount = 1 + random.poisson(1.5);
	return value - amount >= 0 && random.chance(0.5) ? value - amount : value + amount;
}

type Plan = (figures: Figures, random: Random, form: FormCode) => [Address, number] | null;

/** How each kind changes one figure: its address and what the report says; null where it cannot. */
const PLANS: Partial<Record<AnomalyKind, Plan>> = {
	made_over_disclosed: (figures, random) => {
		const made = figures.get(at(DOCUMENTS, 'made'))!;
		return made === 0 ? null : [at(DOCUMENTS, 'disclosed'), random.below(made)];
	},
	disclosed_over_public_total: (figures, random) => {
		const disclosed = figures.get(at(DOCUMENTS, 'disclosed'))!;
		return disclosed === 0 ? null : [at(DOCUMENTS, 'public_total'), random.below(disclosed)];
	},
	issued_over_in_force: (figures) => {
		const issued = figures.get(at(DOCUMENTS, 'issued'))!;
		return issued <= figures.get(at(DOCUMENTS, 'repealed'))!
			? null
			: [at(DOCUMENTS, 'in_force'), 0];
	},
	wrong_row_total: (figures, random, form) => {
		const address = addressOf('applications', random.pick(applicationItems(form)), 'total');
		return [address, wrongBy(figures.get(address)!, random)];
	},
	wrong_cell: (figures, random, form) => {
		const part = random.pick(APPLICANTS.slice(0, -1)).code;
		const address = addressOf('applications', random.pick(applicationItems(form)), part);
		return [address, wrongBy(figures.get(address)!, random)];
	},
	wrong_remedy_total: (figures, random) => {
		const items = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
		const address = addressOf('remedies', random.pick(items), 'total');
		const total = figures.get(address)!;
		return [address, total > 0 && random.chance(0.5) ? 0 : total + 1 + random.below(3)];
	},
	negative_count: (_, random) => [at('penalties', 'decisions'), -1 - random.below(9)]
};

function applicationItems(form: FormCode): string[] {
	const cells = FORM_CELLS.get(form)!.filter(({ section }) => section.code === 'applications');
	return [...new Set(cells.map(({ item }) => item.code))];
}

/** Whether a kind can stand in a report of an edition. */
function fits(kind: AnomalyKind, form: FormCode): boolean {
	if (kind === 'made_over_disclosed' || kind === 'disclosed_over_public_total') {
		return form === '2019';
	}
	return kind !== 'issued_over_in_force' || form === '2021';
}

/** Puts one wrong figure into a report's figures; empty where the kind does not fit them. */
export function plantFigure(
	kind: AnomalyKind,
	figures: Figures,
	form: FormCode,
	random: Random
): Planted[] {
	const change = fits(kind, form) ? PLANS[kind]?.(figures, random, form) : null;
	if (!change) return [];
	const [address, reported] = change;
	const planted = { kind, address, reported, true: figures.get(address)! };
	figures.set(address, reported);
	return [planted];
}

/** Writes the stock of items where decisions are asked for, as some agencies did in 2019 and 2020. */
export function plantStock(figures: Figures): Planted[] {
	return ['licensing', 'other_services', 'penalties', 'coercion'].flatMap((item): Planted[] => {
		const address = at(item, 'decisions');
		const stock =
			figures.get(at(item, 'items_last_year'))! + figures.get(at(item, 'items_change'))!;
		if (stock === 0) return [];
		const planted = { kind: 'stock_in_decisions' as const, address, reported: stock };
		const decisions = figures.get(address)!;
		figures.set(address, stock);
		return [{ ...planted, true: decisions }];
	});
}

/** How often a report carries in other applications than the year before carried out. */
const BROKEN_CHAINS = 0.02;

/**
 * Counts some of the year's applications as carried in: every sum holds, and the tie to the year
 * before does not.
 */
export function plantBrokenChain(figures: Figures, random: Random): Planted[] {
	const counted = (item: string) => addressOf('applications', item, 'natural_person');
	const received = figures.get(counted('received'))!;
	if (received === 0 || !random.chance(BROKEN_CHAINS)) return [];
	const moved = 1 + random.below(Math.min(received, 3));
	return ['natural_person', 'total'].flatMap((applicant) =>
		(
			[
				['carried_in', moved],
				['received', -moved]
			] as const
		).map(([item, change]): Planted => {
			const address = addressOf('applications', item, applicant);
			const value = figures.get(address)!;
			figures.set(address, value + change);
			return { kind: 'broken_chain', address, reported: value + change, true: value };
		})
	);
}
