import { short } from '$lib/chart/number';
import type { Series } from '$lib/form';
import type { Reader } from '../figures';
import type { Parameters } from './parameters';

/** A figure with its unit, which plain counts go without in English. */
const withUnit = (figure: string, { unit }: Series, { words, language }: Reader) =>
	unit === 'count' && language === 'en' ? figure : `${figure}\u00a0${words.unit[unit]}`;

/** What is compared in one sentence, its first place said. */
export function titleOf(
	name: string,
	ranked: {
		readonly year: number | null;
		readonly first: string;
		readonly value: number | null;
		/** What ranks, where that is not the value. */
		readonly change: string | null;
	},
	{ rank, order }: Pick<Parameters, 'rank' | 'order'>,
	series: Series,
	who: string,
	reader: Reader
): string {
	const { year, first, value, change } = ranked;
	const { titleEmpty, titleChange } = reader.words.compare;
	if (year !== null && change !== null) {
		const [way, sign] = order === 'asc' ? (['fall', '−'] as const) : (['rise', '+'] as const);
		if (!change.startsWith(sign)) return titleEmpty(name);
		const by = rank === 'change' ? withUnit(change, series, reader) : change;
		return titleChange[way](name, year, who, first, by);
	}
	if (year === null || value === null || order === 'asc' || rank !== 'value') {
		return titleEmpty(name);
	}
	const most = withUnit(short(value, series.unit), series, reader);
	return reader.words.compare.title(name, year, who, first, most);
}
