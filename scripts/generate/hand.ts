import type { CellForm } from '../../src/lib/form/index.ts';
import type { Character } from './character.ts';
import type { Random } from './random.ts';

const FULL_WIDTH_SHIFT = 0xfee0;

/** Digits as their full-width forms: `12` as `１２`. */
function fullWidth(digits: string): string {
	return digits.replace(/\d/g, (digit) =>
		String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_SHIFT)
	);
}

function amount(value: number, character: Character, random: Random): string {
	if (!character.writesUnits || value === 0) return `${value}`;
	if (random.chance(0.3)) return `${Math.round(value * 1e4)}元`;
	return `${value}万元`;
}

function change(value: number, character: Character): string {
	if (value === 0 || character.signedChange === 'plain') return `${value}`;
	if (character.signedChange === 'word') return `${value > 0 ? '增' : '减'}${Math.abs(value)}`;
	return value > 0 ? `+${value}` : `${value}`;
}

/** How an agency writes a figure into a cell: units, signs, thousands and digits as it likes. */
export function write(
	value: number,
	{ measure }: CellForm,
	character: Character,
	random: Random
): string {
	if (measure.unit === 'wan_yuan') return amount(value, character, random);
	if (measure.signed) return change(value, character);
	if (measure.code === 'projects' && character.writesUnits && value > 0) return `${value}项`;
	if (character.thousands && value >= 1000) {
		return `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');
	}
	return character.fullWidthDigits ? fullWidth(`${value}`) : `${value}`;
}
