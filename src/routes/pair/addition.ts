import { addKnown } from '$lib/chart/number';
import {
	cellsAdded,
	cellsOfAddends,
	NAMED_SUMS,
	seriesOf,
	type Addend,
	type Address,
	type Language,
	type Status
} from '$lib/form';
import type { Database } from '$lib/server/database';
import { BadFilter } from '$lib/server/filters';
import { reportFigures, type ReportRow } from '$lib/server/queries';
import { cellName, nameAmong } from '../cell-name';

/** A cell as a term of an addition. */
export interface Term {
	readonly address: Address;
	readonly name: string;
	readonly value: number | null;
	/** Null where the report has no such cell. */
	readonly status: Status | null;
}

/** A figure of a report that stands in no cell of its own, and the cells that it is added from. */
export interface Addition {
	/** The code of the sum, or the address of the series. */
	readonly code: string;
	readonly name: string;
	/** The terms that are reported, added; null where none is. */
	readonly total: number | null;
	readonly terms: readonly Term[];
	/** How many terms have no figure. */
	readonly lacking: number;
}

/** The figure that a report's address asks for by `sum=`: a sum by its code, a series by its cell. */
export interface AskedSum {
	readonly code: string;
	readonly addends: readonly Addend[];
}

/**
 * The sum that a report is asked for; null where it is asked for none.
 *
 * @throws BadFilter where there is no such sum
 */
export function sumAsked(params: URLSearchParams): AskedSum | null {
	const code = params.get('sum');
	if (!code) return null;
	const known = NAMED_SUMS.find((sum) => sum.code === code);
	const series = known ? null : seriesOf(code);
	if (known) return { code, addends: known.addends };
	if (series) return { code, addends: [series] };
	throw new BadFilter('sum', code, '没有这个合计', 'there is no such sum');
}

const nameOf = (code: string, language: Language) =>
	NAMED_SUMS.find((sum) => sum.code === code)?.label[language] ?? cellName(code, language) ?? code;

/** How a report's cells add up to a figure: see `form/added.ts`. */
export async function additionOf(
	database: Database,
	{ reportId, form }: Pick<ReportRow, 'reportId' | 'form'>,
	{ code, addends }: AskedSum,
	language: Language
): Promise<Addition> {
	const cells = await reportFigures(database, reportId, cellsOfAddends(addends));
	const known = new Map<Address, (typeof cells)[number]>(cells.map((cell) => [cell.address, cell]));
	const reported = (address: Address) => known.get(address)?.status === 'reported';
	const added = addends.flatMap((addend) => cellsAdded(addend, form, reported));
	const terms = added.map((address): Term => ({
		address,
		name: nameAmong(address, added, language, form),
		value: known.get(address)?.value ?? null,
		status: known.get(address)?.status ?? null
	}));
	const values = terms.flatMap(({ value }) => value ?? []);
	return {
		code,
		name: nameOf(code, language),
		total: addKnown(values),
		terms,
		lacking: terms.length - values.length
	};
}
