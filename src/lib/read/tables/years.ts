import type { Measure } from '../../form/index.ts';
import { keysOf } from './label.ts';
import type { Row } from './row.ts';

/** The columns of a row that are the form's, where others of last year or of a change stand among them. */
export interface OwnColumns {
	readonly measures: readonly Measure[];
	readonly row: Row;
}

const THIS_YEAR = /^(?:本年度?|今年|本期)$/;
/** Heads of columns that say something else of the same thing: last year's figure, the change. */
const OTHER =
	/^(?:(?:上一?年|去年|上期)(?:同期|度|数)?|(?:与?[上去]年)?同?比(?:增[减长幅])?|增[减长幅][率%]?|变化)/;
const DATED = /^(20\d\d)年度?/;

type Told = 'own' | 'other' | null;

/** What a head says of the year of its figures; null for a head that says nothing. */
function yearOf(head: string, year: number | null): Told {
	if (THIS_YEAR.test(head)) return 'own';
	const dated = DATED.exec(head)?.[1];
	if (dated !== undefined && year !== null) return Number(dated) === year ? 'own' : 'other';
	return OTHER.test(head) ? 'other' : null;
}

/** Whether words are nothing but the heads of years below a head. */
export const areYears = (words: readonly string[]) =>
	words.length > 0 &&
	words.every((word) => DATED.test(word) || THIS_YEAR.test(word) || OTHER.test(word));

/**
 * The cells of a row that are the form's own. Null unless the heads behind 信息内容 name every
 * column, each measure once, and at least one that is none.
 */
export function ownColumns(
	names: readonly string[],
	measures: readonly Measure[],
	row: Row,
	year: number | null
): OwnColumns | null {
	const heads = names.slice(names.findLastIndex((name) => name.startsWith('信息')) + 1);
	const columns = columnsOf(heads, measures, year);
	if (!columns || row.glued) return null;
	// What merged cells left between the others is no cell where every column has one.
	const written = row.values.filter(({ kind }) => kind !== 'empty');
	const cells = [row.values, written].find(({ length }) => length === columns.length);
	if (!cells) return null;
	const own = columns.flatMap((measure, index) => (measure ? [{ measure, index }] : []));
	return {
		measures: own.map(({ measure }) => measure),
		row: { ...row, values: own.flatMap(({ index }) => cells[index] ?? []) }
	};
}

/** The measure of each column, null for those that are none; null where a head is not known. */
function columnsOf(
	heads: readonly string[],
	measures: readonly Measure[],
	year: number | null
): readonly (Measure | null)[] | null {
	const below = heads.findIndex((head) => THIS_YEAR.test(head) || DATED.exec(head)?.[0] === head);
	const first = below > 0 && areYears([heads[below - 1] ?? '']) ? below - 1 : below;
	const upper = first === -1 ? heads : heads.slice(0, first);
	const years = first === -1 ? [] : heads.slice(first);
	const named = upper.map((head) => measureOf(head, measures, year));
	const columns = years.length === 0 ? named : divided(named, years, year);
	if (!columns || columns.some((column) => column === undefined)) return null;
	const known = columns.filter((column) => column !== undefined && column !== null);
	const whole = known.length === measures.length && new Set(known).size === known.length;
	return whole && known.length < columns.length ? (columns as (Measure | null)[]) : null;
}

/** Columns of measures, each divided into years of which one is the report's own. */
function divided(
	named: readonly (Measure | null | undefined)[],
	years: readonly string[],
	year: number | null
): (Measure | null | undefined)[] | null {
	const size = years.length / named.length;
	if (!Number.isInteger(size) || size < 2) return null;
	const told = years.map((word) => yearOf(word, year));
	const own = named.map((_, at) => told.slice(at * size, (at + 1) * size));
	if (own.some((some) => some.filter((one) => one === 'own').length !== 1)) return null;
	return told.map((one, index) => {
		if (one === null) return undefined;
		return one === 'own' ? named[Math.floor(index / size)] : null;
	});
}

/** The measure that a head names; null where it names another year's, undefined where it is not known. */
function measureOf(
	head: string,
	measures: readonly Measure[],
	year: number | null
): Measure | null | undefined {
	const exact = measures.find((measure) => keysOf(measure).includes(head));
	if (exact) return exact;
	if (yearOf(head, year) === 'other') return null;
	const fitting = measures.filter((measure) => keysOf(measure).some((key) => head.includes(key)));
	return fitting.length === 1 ? fitting[0] : undefined;
}
