import { shortAddresses } from '$lib/chart/addresses';
import type { StackFigure, StackPart } from '$lib/chart/figure';
import { shareOf } from '$lib/chart/number';
import {
	addressOf,
	cellForm,
	outcomeCells,
	partsOf,
	type Address,
	type OutcomeCode,
	type SumCode
} from '$lib/form';
import { FEW_CASES, SMALL_NUMBER, type OutcomesByYear } from '$lib/server/queries';
import { editionRules, stretch, type Reader } from '../figures';
import { byItself, counted, list } from '../resting';

const APPLICANTS = [
	'natural_person',
	'business',
	'research',
	'social_org',
	'legal_service',
	'other_org'
] as const;
const REMEDIES = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
const RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const;

const received = (applicant: string) => addressOf('applications', 'received', applicant);
const total = (item: string) => addressOf('applications', item, 'total');
const BALANCE: readonly Address[] = [
	total('received'),
	total('carried_in'),
	total('outcomes_total'),
	total('carried_out')
];

/** What the page adds up beside the outcomes: who applied, what was carried over, remedies. */
export const FURTHER = {
	applicants: APPLICANTS.map(received),
	balance: BALANCE,
	remedies: REMEDIES.flatMap((item) =>
		[...RESULTS, 'total'].map((result) => addressOf('remedies', item, result))
	)
} as const satisfies Readonly<Record<string, readonly Address[]>>;

const PATTERNS = ['plain', 'rising', 'dots', 'falling', 'level', 'upright'] as const;

/** The look of the parts of a stack that have no colours of their own, eight at most. */
const lookOf = (index: number): Pick<StackPart, 'colour' | 'words' | 'pattern'> => ({
	colour: `c${(index % 8) + 1}`,
	words: 'on-deep',
	pattern: PATTERNS[index % PATTERNS.length] ?? 'plain'
});

/** Cells by year as a stack, each value leading to the reports it is added from. */
function stackOf(
	{ years, basis }: OutcomesByYear,
	cells: readonly { readonly name: string; readonly address: Address }[],
	given: { readonly shares: boolean; readonly search: string; readonly whole: SumCode },
	{ words }: Reader
): StackFigure | null {
	const all = stretch(years.map(({ year }) => year));
	const at = (year: number, address: Address) =>
		years.find((row) => row.year === year)?.sums[address] ?? null;
	const shown = cells.filter(({ address }) => all.some((year) => at(year, address) !== null));
	if (!shown.some(({ address }) => all.some((year) => at(year, address)))) return null;
	return shortAddresses({
		kind: 'stack',
		categories: all.map(String),
		parts: shown.map(({ name, address }, index) => ({
			...lookOf(index),
			name,
			values: all.map((year) => at(year, address)),
			hrefs: all.map((year) =>
				list(given.search, {
					...counted(basis),
					year: String(year),
					...byItself(address),
					figure: 'reported'
				})
			)
		})),
		wholeHrefs: all.map((year) =>
			list(given.search, {
				...counted(basis),
				year: String(year),
				sum: given.whole,
				figure: 'reported'
			})
		),
		shares: given.shares,
		unitLabel: given.shares ? '' : words.unit.count,
		rulesAfter: editionRules(all, words).map(({ after }) => all.indexOf(after)),
		ruleLabel: words.overview.editionBreak,
		direction: 'columns',
		smallBelow: given.shares ? SMALL_NUMBER : 0
	});
}

/** The reasons of one outcome, year by year. */
export function reasonsFigure(
	answer: OutcomesByYear,
	outcome: OutcomeCode,
	search: string,
	reader: Reader
): StackFigure | null {
	const cells = outcomeCells(outcome).map((address) => ({
		address,
		name: cellForm(address)?.item.label[reader.language] ?? address
	}));
	return stackOf(answer, cells, { shares: false, search, whole: outcome }, reader);
}

/** Who applied, year by year. */
export function applicantsFigure(
	answer: OutcomesByYear,
	search: string,
	reader: Reader
): StackFigure | null {
	const cells = APPLICANTS.map(received).map((address) => ({
		address,
		name: cellForm(address)?.measure.label[reader.language] ?? address
	}));
	return stackOf(answer, cells, { shares: true, search, whole: 'applicants' }, reader);
}

/** A number of a table, and the reports it is added from. */
export interface Counted {
	readonly value: number | null;
	readonly href: string;
}

/** One year of applications: what came in, was carried in, was ended and is carried on. */
export interface BalanceYear {
	readonly year: number;
	readonly cells: readonly Counted[];
}

function behind({ basis }: OutcomesByYear, search: string, year: number, cell: Address): string {
	return list(search, {
		...counted(basis),
		...byItself(cell),
		year: String(year),
		figure: 'reported'
	});
}

export function balance(answer: OutcomesByYear, search: string): BalanceYear[] {
	return answer.years
		.filter(({ sums }) => BALANCE.some((address) => (sums[address] ?? null) !== null))
		.map(({ year, sums }) => ({
			year,
			cells: BALANCE.map((address) => ({
				value: sums[address] ?? null,
				href: behind(answer, search, year, address)
			}))
		}));
}

/** One year of one kind of remedy, and how often the agency lost. */
export interface RemedyYear {
	readonly year: number;
	readonly results: readonly Counted[];
	/** Corrected results of those decided one way or the other; null where there are none. */
	readonly lost: number | null;
	/** Whether so few were decided that the share says little. */
	readonly few: boolean;
}

/** Whether some share lost is starred, being of few cases. */
export const hasFew = (remedies: readonly Remedy[]): boolean =>
	remedies.some(({ years }) => years.some(({ lost, few }) => lost !== null && few));

export interface Remedy {
	readonly item: string;
	readonly name: string;
	readonly results: readonly string[];
	readonly years: readonly RemedyYear[];
}

/** Reconsideration and litigation by year: results, and the share that went against the agency. */
export function remedies(answer: OutcomesByYear, search: string, { language }: Reader): Remedy[] {
	return REMEDIES.flatMap((item) => {
		const cells = [...RESULTS, 'total'].map((result) => addressOf('remedies', item, result));
		const years = answer.years.flatMap(({ year, sums }) => {
			const at = (result: string) => sums[addressOf('remedies', item, result)] ?? null;
			if (cells.every((address) => (sums[address] ?? null) === null)) return [];
			const [upheld, corrected] = [at('upheld'), at('corrected')];
			const decided = upheld === null || corrected === null ? null : upheld + corrected;
			return [
				{
					year,
					results: cells.map((address) => ({
						value: sums[address] ?? null,
						href: behind(answer, search, year, address)
					})),
					lost: decided === null || corrected === null ? null : shareOf(corrected, decided),
					few: decided !== null && decided < FEW_CASES
				}
			];
		});
		const [first] = cells;
		const form = first ? cellForm(first) : null;
		if (years.length === 0 || !form) return [];
		return [
			{
				item,
				name: form.item.label[language],
				results: cells.map(
					(address) => cellForm(address)?.measure.label[language] ?? partsOf(address).measure
				),
				years
			}
		];
	});
}
