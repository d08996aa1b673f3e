import type { Unit } from '../form/index.ts';
import { remembering } from './remembering.ts';

/** A figure as written: its number, and the unit beside it, if any. */
export interface Figure {
	readonly number: number;
	readonly unit: WrittenUnit;
}

/** A unit written beside a figure: `none`, a counting word, or an amount of money. */
export type WrittenUnit = 'none' | 'piece' | 'yuan' | 'qian' | 'wan' | 'yi';

/** DECIMAL(18,6) holds no more. */
const LARGEST = 1e12;

const PIECES = '项|件|个|条|次|人|份|宗|起|例|篇|部|家|笔|批|类|人次|件次';
const MONEY: Readonly<Record<string, WrittenUnit>> = {
	元: 'yuan',
	千元: 'qian',
	万元: 'wan',
	万: 'wan',
	亿元: 'yi'
};

const PLAIN = /^(?:0|[1-9]\d{0,11})$/;
const WRITTEN = new RegExp(
	'^(?<word>增加|增|减少|减)?\\s*(?<sign>[+-])?\\s*(?<open>\\()?\\s*' +
		'(?<whole>0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(?<decimals>\\.\\d{1,8})?\\s*(?<close>\\))?\\s*' +
		`(?:\\(?(?<unit>${PIECES}|千元|万元|亿元|元|万)\\)?)?\\s*(?<remark>\\([^()]*\\))?$`
);

/** Characters without a width. */
const HIDDEN = /[\u200b-\u200d\u2060\ufeff]/g;

/** Marks behind a figure that point to a note: ①, ⑴, ², *. */
const NOTE_MARKS = /(?<=\d)\s*(?:[①-⑳⑴-⒇¹²³⁴-⁹]|[*＊※])$/u;

/** The figure that stands in a cell; null where the words are no figure, or may be several. */
export function figureIn(raw: string): Figure | null {
	if (PLAIN.test(raw)) return { number: Number(raw), unit: 'none' };
	const code = raw.charCodeAt(0);
	if (code > 0x7f && !/^[\d+\-−(（＋－０-９零增减]/.test(raw)) return null;
	return figureWritten(raw);
}

/** A figure with a sign, a unit, a remark or the like, among them labels that begin with a number. */
const figureWritten = remembering((raw): Figure | null => {
	const plain = raw.replace(HIDDEN, '').replace(NOTE_MARKS, '');
	// Other numbers in circles or brackets, and small ones, would turn into digits of the figure.
	if (/\p{No}/u.test(plain)) return null;
	const text = plain.normalize('NFKC').replaceAll('−', '-');
	if (text === '零') return { number: 0, unit: 'none' };
	const found = WRITTEN.exec(text)?.groups;
	return found ? figureFrom(found) : null;
});

function figureFrom(found: Record<string, string | undefined>): Figure | null {
	const { word, sign, open, close, whole, decimals, unit } = found;
	const size = Number(`${whole?.replaceAll(',', '')}${decimals === undefined ? '' : decimals}`);
	if (!(size < LARGEST) || Boolean(open) !== Boolean(close)) return null;
	// A figure in brackets alone is a negative one in bookkeeping and a plain one elsewhere.
	if (open && !sign && !word && size !== 0) return null;
	if (word && sign === '-') return null;
	const negative = sign === '-' || word?.startsWith('减') === true;
	return {
		number: negative && size !== 0 ? -size : size,
		unit: unit === undefined ? 'none' : (MONEY[unit] ?? 'piece')
	};
}

/** Words that leave a cell blank: dashes, strokes, 无. */
export function isBlankMark(raw: string): boolean {
	return raw.length <= 6 && /^[(（]?(?:[-–—―−－﹣/／\\]+|无|空|空白)[)）]?$/.test(raw);
}

/** Whether a dot may stand for the comma of thousands, as in 1.412. */
const isDotted = (number: number) => /^-?\d{1,3}\.\d{3}$/.test(String(number));

/** The unit that the words behind the name of an amount ask for: 本年收费金额（单位：元）. */
export function unitAsked(words: string): WrittenUnit {
	const unit = /^(?:单位)?(元|千元|万元|亿元)/.exec(words)?.[1];
	return (unit === undefined ? null : MONEY[unit]) ?? 'none';
}

/** Yuan in 万元; null for parts of a fen, which no sum of money has: the unit is a slip for 万元. */
function wanOfYuan(yuan: number): number | null {
	const fen = Math.round(yuan * 100);
	return Math.abs(yuan * 100 - fen) < 1e-6 * Math.max(1, Math.abs(yuan)) ? fen / 1e6 : null;
}

/**
 * A figure in the unit of its cell: counts as they are, amounts in 万元. Null where the unit that
 * is written is not one of the cell's, such as 万元 beside a count.
 */
export function valueIn(unit: Unit, figure: Figure): number | null {
	if (unit === 'count') {
		if (isDotted(figure.number)) return null;
		return figure.unit === 'none' || figure.unit === 'piece' ? figure.number : null;
	}
	if (figure.unit === 'piece') return null;
	if (figure.unit === 'yuan') return wanOfYuan(figure.number);
	if (figure.unit === 'qian') return Math.round(figure.number * 1e5) / 1e6;
	if (figure.unit !== 'yi') return figure.number;
	const wan = Math.round(figure.number * 1e10) / 1e6;
	return wan < LARGEST ? wan : null;
}
