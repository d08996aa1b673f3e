import { namedSum, seriesOf, type Language, type Unit } from '$lib/form';
import type { ListedFigure } from '$lib/server/queries';
import { cellName, seriesName } from '../naming';
import { codeOf } from './parameters';

/** What the figure of a list is called. */
export function nameOf(listed: ListedFigure, language: Language): string {
	if ('sum' in listed) return namedSum(listed.sum).label[language];
	if ('cell' in listed) return seriesName(listed.cell, language) ?? listed.cell;
	return cellName(listed.alone, language) ?? listed.alone;
}

/** What the figure of a list is counted in. */
export const unitOf = (listed: ListedFigure | null): Unit =>
	(listed && seriesOf(codeOf(listed))?.unit) ?? 'count';
