import {
	SECTIONED_EDITIONS as EDITIONS,
	type Edition,
	type Item,
	type SectionCode
} from '../../form/index.ts';
import { remembering } from '../remembering.ts';

/**
 * What the words of a label mean in the form. `part` is a word of the form that is neither row
 * nor column: a heading, a caption, a group of rows.
 */
export type Meaning =
	| { readonly role: 'item'; readonly section: SectionCode; readonly item: string }
	| { readonly role: 'measure'; readonly section: SectionCode; readonly measure: string }
	| { readonly role: 'part'; readonly part: string };

/** Words of the form that no edition lists as an item or a measure. */
const PARTS = [
	'信息内容',
	'申请人情况',
	'法人或其他组织',
	'本年度办理结果',
	'本年度结果',
	'不予公开',
	'无法提供',
	'不予处理',
	'行政诉讼'
];

/** Labels longer than this are prose. */
export const LABEL_LENGTH = 120;

const NUMBERING =
	/^(?:第?[一二三四五六七八九十]{1,3}[、.:,]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、,)]|\d{1,2}(?=[一-龥])|[一二三四五六七八九十](?=\())+/;
/** What Markdown leaves of a page's tags in a cell: <br>. */
const TAGS = /<\/?[a-z]{1,6}(?:\s[^<>]*)?\/?>/gi;
const DROPPED = /[\s\u200b-\u200d\u2060\ufeff*#_`~|<>]/g;
const PUNCTUATION = /[,，、.。:：;；“”"'‘’「」《》()[\]【】〔〕/\\·—\-+]/g;
const REMARK = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g;
const OPEN_REMARK = /[([【〔].*$/;

/** Whether words are too many for a label; pinyin blanked out does not count. */
function isProse(words: string): boolean {
	return words.length > LABEL_LENGTH && words.replace(/\u200b/g, '').length > LABEL_LENGTH;
}

/** A label without spaces, tags, marks of Markdown and its numbering. */
function bare(label: string): string {
	return label.normalize('NFKC').replace(TAGS, '').replace(DROPPED, '').replace(NUMBERING, '');
}

/** The key under which a label is compared: no spaces, numbering, brackets or punctuation. */
export const labelKey = remembering((label) => bare(label).replace(PUNCTUATION, ''));

/** A label's keys, from all its words to the words before a remark or a colon. */
function labelKeys(label: string): string[] {
	const words = bare(label);
	const unremarked = words.replace(REMARK, '').replace(OPEN_REMARK, '');
	const head = unremarked.split(':', 1)[0];
	const keys = [words, unremarked, head === undefined ? '' : head].map((key) =>
		key.replace(PUNCTUATION, '')
	);
	return keys.filter((key, index) => key !== '' && keys.indexOf(key) === index);
}

function itemMeanings(edition: Edition): [string, Meaning][] {
	return edition.sections.flatMap((section) =>
		section.blocks.flatMap((block) =>
			block.items.flatMap((item) =>
				[item.label.zh, ...item.variants].map((label): [string, Meaning] => [
					labelKey(label),
					{ role: 'item', section: section.code, item: item.code }
				])
			)
		)
	);
}

function measureMeanings(edition: Edition): [string, Meaning][] {
	return edition.sections.flatMap((section) =>
		section.blocks.flatMap((block) =>
			block.measures.flatMap((measure) =>
				[measure.label.zh, ...measure.variants].map((label): [string, Meaning] => [
					labelKey(label),
					{ role: 'measure', section: section.code, measure: measure.code }
				])
			)
		)
	);
}

function partMeanings(edition: Edition): [string, Meaning][] {
	const words = edition.sections.flatMap((section) => [
		section.label.zh,
		...section.variants,
		...section.blocks.map((block) => block.caption.zh)
	]);
	return [...words, ...PARTS].map((part) => [labelKey(part), { role: 'part', part }]);
}

/** Every label of every edition, by key. Where a word is a row and a column (总计), the row. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
	...EDITIONS.flatMap(partMeanings),
	...EDITIONS.flatMap(measureMeanings),
	...EDITIONS.flatMap(itemMeanings)
]);

/** Labels of section 三 that also head a column, or stand inside another label. */
export const COLUMN_HEADS: ReadonlySet<string> = new Set(
	['自然人', '法人或其他组织', '商业企业', '科研机构', '社会公益组织', '法律服务机构'].map(labelKey)
);

/** What a label means, whatever its numbering, brackets, spaces and remarks; null for no label. */
export function meaningOf(label: string): Meaning | null {
	return isProse(label) ? null : knownMeaningOf(label);
}

const knownMeaningOf = remembering(
	(label): Meaning | null => meaningOfKeys(label) ?? meaningInGroup(label)
);

function meaningOfKeys(label: string): Meaning | null {
	const key = labelKeys(label).find((candidate) => MEANINGS.has(candidate));
	return (key === undefined ? null : MEANINGS.get(key)) ?? null;
}

/** Groups of rows whose name may stand in one cell with the label of their first row. */
const GROUPS = /^(?:本年度(?:办理)?结果|不予公开|无法提供|不予处理|其他处理)/;

/** What a label means behind the groups it stands in: （三）不予公开 1.属于国家秘密. */
function meaningInGroup(label: string): Meaning | null {
	let rest = bare(label);
	while (GROUPS.test(rest)) {
		rest = bare(rest.replace(GROUPS, '').replace(/^[:：]/, ''));
		const meaning = rest === '' ? null : meaningOfKeys(rest);
		if (meaning) return meaning.role === 'item' ? meaning : null;
	}
	return null;
}

/**
 * What the last words of a label mean, where others stand before them in one line, as in the
 * columns of a printed page: 三、本年度办 （一）予以公开.
 */
export function meaningOfEnd(label: string): Meaning | null {
	if (label.length > LABEL_LENGTH) return null;
	for (const { index } of label.matchAll(/\s+(?=\S)/g)) {
		const meaning = meaningOf(label.slice(index).trim());
		if (meaning?.role !== 'item') continue;
		return meaningOf(label.slice(0, index))?.role === 'item' ? null : meaning;
	}
	return null;
}

const PART_CHARACTERS = new Set(PARTS.join(''));

/** Whether a character stands in the name of a group of rows, or in numbering. */
export const isPart = (character: string) =>
	PART_CHARACTERS.has(character) || /[一二三四五六七八九十\d]/.test(character);

/** Whether a label is nothing but a remark in brackets. */
export function isRemark(label: string): boolean {
	return /^[(（[【〔]/.test(label) && bare(label).replace(REMARK, '') === '';
}

const ITEM_KEYS: readonly (readonly [string, Meaning])[] = [...MEANINGS].filter(
	([, { role }]) => role === 'item'
);

/**
 * What a label means that was cut short, such as 属于行政执法案: the only item whose label begins
 * so, where at least five characters and half of the label are there.
 */
export function meaningOfBeginning(label: string): Meaning | null {
	if (isProse(label)) return null;
	const key = labelKey(label);
	if (key.length < 5) return null;
	const fitting = ITEM_KEYS.filter(
		([whole]) => whole.startsWith(key) && key.length * 2 >= whole.length
	);
	const [first] = fitting;
	if (!first) return null;
	const same = fitting.every(([, meaning]) => sameItem(meaning, first[1]));
	return same ? first[1] : null;
}

/** Characters that a label needs for a slip of one to leave no doubt. */
const SLIP_LENGTH = 6;

/** What a label means that has one wrong character, as a scan may give it; null where two labels fit. */
export function meaningOfSlip(label: string): Meaning | null {
	if (label.length > LABEL_LENGTH) return null;
	const key = labelKey(label);
	if (key.length < SLIP_LENGTH) return null;
	const fitting = ITEM_KEYS.filter(([whole]) => differInOne(whole, key));
	const [first] = fitting;
	return first && fitting.every(([, meaning]) => sameItem(meaning, first[1])) ? first[1] : null;
}

/** Whether one character is another, is left out, or is one too many. */
function differInOne(one: string, other: string): boolean {
	const longer = one.length - other.length;
	if (longer < -1 || longer > 1 || one === other) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	const [rest, otherRest] = [one.slice(at), other.slice(at)];
	return rest.slice(longer < 0 ? 0 : 1) === otherRest.slice(longer > 0 ? 0 : 1);
}

function sameItem(one: Meaning, other: Meaning): boolean {
	return one.role === 'item' && other.role === 'item' && one.item === other.item;
}

/** Finds any of some keys within words; keys hold nothing that means more in a pattern. */
export const anyOf = (keys: readonly string[]) => new RegExp([...new Set(keys)].join('|'));

const knownKeys = new WeakMap<object, readonly string[]>();

/** The keys of an item's or a measure's label and its variants. */
export function keysOf(labelled: Pick<Item, 'label' | 'variants'>): readonly string[] {
	const known = knownKeys.get(labelled);
	if (known) return known;
	const keys = [labelled.label.zh, ...labelled.variants].map(labelKey);
	knownKeys.set(labelled, keys);
	return keys;
}
