import { cellHref } from '$lib/components/form-cell';
import {
	candidatesOf,
	cellsOfAddends,
	type Addend,
	type Address,
	type FormCode,
	type SumCode
} from '$lib/form';

/** Whether a figure may be added from more than one cell of a report. */
export const severalCells = (addends: readonly Addend[]): boolean =>
	addends.length > 1 ||
	addends.some(({ parts }) => parts.some(({ addresses }) => addresses.length > 1));

/**
 * Where a report shows a figure: its cell, or where several may be added for it the addition.
 *
 * @param name the code of the sum, or the address of the series
 */
export function addedHref(
	reportId: string,
	name: SumCode | Address,
	addends: readonly Addend[],
	form: FormCode
): string {
	const cells = new Set(addends.flatMap((addend) => candidatesOf(addend, form).flat()));
	if (cells.size > 1) return `/reports/${reportId}?sum=${name}#addition`;
	const [cell = cellsOfAddends(addends)[0]] = cells;
	return cell === undefined ? `/reports/${reportId}` : cellHref(reportId, cell);
}
