import { addressOf, type Address } from './address.ts';
import { APPLICANTS } from './applications.ts';
import { OUTCOMES, type FormCode, type OutcomeCode } from './edition.ts';
import { STATUSES, type Status } from './cell.ts';
import type { Label } from './label.ts';
import { CELL_FORMS, outcomeCells } from './registry.ts';
import { seriesOf, type Series } from './series.ts';

/*
 * The rule for a figure that is added from several cells, everywhere the same: the parts that are
 * reported are added. A report counts as filled where one of them is, and as partly filled where
 * another is not; where none is reported it has no figure. Blank is never zero.
 */

/** Cells whose sum is a figure, by edition of the form: a series, or one of the addends of a longer sum. */
export type Addend = Pick<Series, 'parts' | 'broken'>;

/**
 * The cells that a report's figure may be added from, first asked first: those of its own edition,
 * and unless these count another thing those of other editions, which a hybrid form may answer with.
 */
export function candidatesOf({ parts, broken }: Addend, form: FormCode): (readonly Address[])[] {
	const lists = new Map(parts.map(({ addresses }) => [addresses.join(), addresses]));
	if (lists.size <= 1) return [...lists.values()];
	const own = parts.find((part) => part.form === form)?.addresses;
	if (!own) return [];
	lists.delete(own.join());
	return [own, ...(broken ? [] : lists.values())];
}

/**
 * The cells that a report's figure is added from: of the candidates the first that is wholly
 * reported, else the first that is partly, else those of its own edition.
 */
export function cellsAdded(
	addend: Addend,
	form: FormCode,
	reported: (address: Address) => boolean
): readonly Address[] {
	const candidates = candidatesOf(addend, form);
	return (
		candidates.find((cells) => cells.every(reported)) ??
		candidates.find((cells) => cells.some(reported)) ??
		candidates[0] ??
		[]
	);
}

/** Sums that the form has no cell for: each way in which applications end, all of them, who applied. */
export type SumCode = OutcomeCode | 'handled' | 'applicants';

/** A sum that pages show and lists list, with its addends in the order of the form. */
export interface NamedSum {
	readonly code: SumCode;
	readonly label: Label;
	readonly addends: readonly Addend[];
}

const OTHER = addressOf('applications', 'other', 'total');

/** One cell by itself, whatever series it belongs to. */
export const cellAlone = (address: Address): Addend => ({
	parts: [...(CELL_FORMS.get(address)?.keys() ?? [])].map((form) => ({
		form,
		addresses: [address]
	})),
	broken: false
});

/** Editions split 其他处理 in different rows, so it is one addend: its series. */
function addendsOf(outcome: OutcomeCode): Addend[] {
	const cells = outcomeCells(outcome);
	const series = cells.includes(OTHER) ? seriesOf(OTHER) : null;
	return series ? [series] : cells.map(cellAlone);
}

export const NAMED_SUMS: readonly NamedSum[] = [
	...OUTCOMES.map(({ code, label }) => ({ code, label, addends: addendsOf(code) })),
	{
		code: 'handled',
		label: { zh: '各类办理结果之和', en: 'All outcomes together' },
		addends: OUTCOMES.flatMap(({ code }) => addendsOf(code))
	},
	{
		code: 'applicants',
		label: { zh: '各类申请人本年新收之和', en: 'Received from all kinds of applicant' },
		addends: APPLICANTS.filter(({ code }) => code !== 'total').map(({ code }) =>
			cellAlone(addressOf('applications', 'received', code))
		)
	}
];

/** The sum with a code. */
export function namedSum(code: SumCode): NamedSum {
	const sum = NAMED_SUMS.find((candidate) => candidate.code === code);
	if (!sum) throw new RangeError(`no sum has the code ${code}`);
	return sum;
}

/**
 * How many of the cells that a report's figure is added from are reported, and how many are not.
 *
 * @param statusOf the status of a cell; undefined where the report has no such cell
 */
export function filledIn(
	addends: readonly Addend[],
	form: FormCode,
	statusOf: (address: Address) => Status | undefined
): { readonly reported: number; readonly lacking: number } {
	const isReported = (address: Address) => statusOf(address) === 'reported';
	const cells = addends
		.flatMap((addend) => cellsAdded(addend, form, isReported))
		.filter((address) => statusOf(address) !== undefined);
	const reported = cells.filter(isReported).length;
	return { reported, lacking: cells.length - reported };
}

/** A figure that a report gives, or why it gives none. */
export interface Given {
	readonly value: number | null;
	/** Null where the report has no such cell. */
	readonly status: Status | null;
}

const NOT_GIVEN: Given = { value: null, status: null };

/** The worst status of some cells; null where the report lacks one of them altogether. */
function worstOf(cells: readonly Given[]): Status | null {
	const ranks = cells.map(({ status }) => (status === null ? -1 : STATUSES.indexOf(status)));
	return ranks.includes(-1) ? null : (STATUSES[Math.max(...ranks)] ?? null);
}

/**
 * A report's figure of an addend: reported where one of its parts is, else as bad as the worst of
 * them, those of its own edition first.
 *
 * @param given what the report has in a cell; undefined where it has no such cell
 */
export function figureAdded(
	addend: Addend,
	form: FormCode,
	given: (address: Address) => Given | undefined
): Given {
	const at = (cells: readonly Address[]) => cells.map((address) => given(address) ?? NOT_GIVEN);
	const isReported = (address: Address) => typeof given(address)?.value === 'number';
	const values = at(cellsAdded(addend, form, isReported)).flatMap(({ value }) => value ?? []);
	if (values.length > 0) {
		return { value: values.reduce((sum, value) => sum + value, 0), status: 'reported' };
	}
	const statuses = candidatesOf(addend, form).flatMap((cells) => worstOf(at(cells)) ?? []);
	return { value: null, status: statuses[0] ?? null };
}

/** Every cell that any edition adds to a sum of these addends. */
export const cellsOfAddends = (addends: readonly Addend[]): Address[] => [
	...new Set(addends.flatMap(({ parts }) => parts.flatMap(({ addresses }) => addresses)))
];
