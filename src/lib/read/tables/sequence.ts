import type { Item } from '../../form/index.ts';
import { isPart } from './label.ts';
import type { Row } from './row.ts';

/** A row of figures between two others, and the item it belongs to, where its label tells. */
export interface Ranked {
	readonly item: string | null;
	/** False for a row that has not a figure for every column. */
	readonly whole: () => boolean;
	/** The words on the row's own line. */
	readonly words: string;
	readonly row: Row;
}

/**
 * The items of rows that no label tells, by the order of the form: where as many whole rows stand
 * between two that are known as the form has items there, each is the next. Lines of a printed page
 * leave a label above, below and on both sides of its figures.
 */
export function itemsByOrder(rows: readonly Ranked[], items: readonly Item[]): Map<Row, string> {
	const found = new Map<Row, string>();
	const ranks = rows.map(({ item }) => items.findIndex(({ code }) => code === item));
	const known = ranks.filter((rank) => rank >= 0);
	if (known.some((rank, index) => index > 0 && rank <= (known[index - 1] ?? -1))) return found;
	let from = 0;
	for (let at = 0; at <= rows.length; at += 1) {
		const rank = at === rows.length ? items.length : (ranks[at] ?? -1);
		if (rank < 0) continue;
		const before = from === 0 ? -1 : (ranks[from - 1] ?? -1);
		const between = rows.slice(from, at);
		const missing = items.slice(before + 1, rank);
		const fits =
			between.length === missing.length &&
			between.every(({ whole, words }, index) => whole() && mayBeOf(words, missing[index]));
		if (fits) between.forEach(({ row }, index) => found.set(row, missing[index]?.code ?? ''));
		from = at + 1;
	}
	return found;
}

/** Whether the words beside a row's figures may be a piece of an item's label, or of its group's. */
function mayBeOf(words: string, item: Item | undefined): boolean {
	if (!item) return false;
	const label = [item.label.zh, ...item.variants].join('');
	return [...words].every((character) => label.includes(character) || isPart(character));
}
