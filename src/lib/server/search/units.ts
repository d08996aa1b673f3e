import { SIMPLIFIED } from '../../characters.ts';

/**
 * A unit of a text as it is searched: a Chinese character, simplified; a number, whole and without
 * its thousands' separators; or a word of letters, small. Spaces, line ends, punctuation and signs
 * are none, so that a phrase is found across the ends of lines and whatever its punctuation.
 */
export interface Unit {
	readonly unit: string;
	/** Its place in the text, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
}

/** What a code unit is to the search. */
const NOTHING = 0;
const CHARACTER = 1;
const DIGIT = 2;
const LETTER = 3;

/** Full-width forms, radicals of Kangxi's dictionary and doubles of Chinese characters stand for plain ones. */
const STANDS_FOR_ANOTHER = /[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e]/;
/** Half of a pair stands for a rare Chinese character: each half is found as if it were one. */
const IS_CHARACTER = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\ud800-\udfff]/;

interface Folding {
	/** For each code unit the one that it is found as. */
	readonly codes: Uint16Array;
	readonly classes: Uint8Array;
}

function folding(): Folding {
	const codes = new Uint16Array(0x10000);
	const classes = new Uint8Array(0x10000);
	for (let code = 0x30; code < 0x10000; code += 1) {
		const written = String.fromCharCode(code);
		const plain = STANDS_FOR_ANOTHER.test(written) ? written.normalize('NFKC') : written;
		const lower = plain.toLowerCase();
		const one = lower.length === 1 ? lower.charCodeAt(0) : code;
		const folded = SIMPLIFIED[one] || one;
		const character = String.fromCharCode(folded);
		codes[code] = folded;
		if (IS_CHARACTER.test(character)) classes[code] = CHARACTER;
		else if (/[0-9]/.test(character)) classes[code] = DIGIT;
		else if (/\p{L}/u.test(character)) classes[code] = LETTER;
	}
	return { codes, classes };
}

const { codes, classes } = folding();
const DIGITS_OF_A_GROUP = 3;

const isDigit = (text: string, at: number) => classes[text.charCodeAt(at)] === DIGIT;
const isComma = (text: string, at: number) => text[at] === ',' || text[at] === '，';
const isPoint = (text: string, at: number) => text[at] === '.' || text[at] === '．';

/** Whether exactly three digits stand at a place, as behind a separator of thousands. */
function isGroup(text: string, at: number): boolean {
	for (let digit = 0; digit < DIGITS_OF_A_GROUP; digit += 1) {
		if (!isDigit(text, at + digit)) return false;
	}
	return !isDigit(text, at + DIGITS_OF_A_GROUP);
}

/** The end of the number that begins at a place. */
function endOfNumber(text: string, start: number): number {
	let at = start + 1;
	let grouped = true;
	for (;;) {
		if (isDigit(text, at)) at += 1;
		else if (grouped && isComma(text, at) && isGroup(text, at + 1)) at += 1 + DIGITS_OF_A_GROUP;
		else if (grouped && isPoint(text, at) && isDigit(text, at + 1)) {
			grouped = false;
			at += 2;
		} else return at;
	}
}

function folded(text: string, start: number, end: number): string {
	let word = '';
	for (let at = start; at < end; at += 1) {
		const code = text.charCodeAt(at);
		if (classes[code] !== NOTHING) word += String.fromCharCode(codes[code] ?? code);
		else if (isPoint(text, at)) word += '.';
	}
	return word;
}

/**
 * Tells of each unit of a text, in order.
 *
 * @param take the folded code of a Chinese character, or else 0 and the number or word
 */
export function eachUnit(
	text: string,
	take: (code: number, word: string, start: number, end: number) => void
): void {
	let at = 0;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		const kind = classes[code];
		if (kind === NOTHING) at += 1;
		else if (kind === CHARACTER) {
			take(codes[code] ?? code, '', at, at + 1);
			at += 1;
		} else {
			const start = at;
			if (kind === DIGIT) at = endOfNumber(text, at);
			else while (classes[text.charCodeAt(at)] === LETTER) at += 1;
			take(0, folded(text, start, at), start, at);
		}
	}
}

/** The units of a text, in order. */
export function unitsOf(text: string): Unit[] {
	const units: Unit[] = [];
	eachUnit(text, (code, word, start, end) => {
		units.push({ unit: code === 0 ? word : String.fromCharCode(code), start, end });
	});
	return units;
}

/** Whether a unit is a Chinese character, and not a number or a word. */
export const isCharacter = (unit: string) => classes[unit.charCodeAt(0)] === CHARACTER;

/** A text as its units say it, for comparing names: nothing but characters, numbers and small letters. */
export const foldedText = (text: string) =>
	unitsOf(text)
		.map(({ unit }) => unit)
		.join('');
