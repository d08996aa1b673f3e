import { createHash } from 'node:crypto';
import { CHAIN_CELLS } from '../check/chain.ts';
import type { Comparable } from '../check/check.ts';
import type { Told } from '../check/copies.ts';
import { together } from '../check/standing.ts';
import { ORIGINS, type Origin } from '../check/rule.ts';
import type { Address } from '../form/index.ts';

/** Hexadecimal digits of a print: two of a billion different texts are the same once in 10^20. */
const HEX = 32;

/** The print of what a report tells: the same for the same text. */
export const printOf = (told: Told | null): string | null =>
	told && createHash('sha256').update(told.text).digest('hex').slice(0, HEX);

/** The standing of each of `CHAIN_CELLS` as its first letter, one after the other. */
export const lettersOf = (standings: Comparable['standings']): string =>
	standings.map((origin) => origin.charAt(0)).join('');

/** Whose slip a disagreement among cells is, each given with the letters of its report. */
export function originOfCells(
	cells: readonly { readonly address: Address; readonly letters: string }[]
): Origin {
	const origins = cells.map(({ address, letters }) => {
		const letter = letters.charAt(CHAIN_CELLS.indexOf(address));
		return ORIGINS.find((origin) => origin.startsWith(letter || '?')) ?? 'unknown';
	});
	return together(origins);
}
