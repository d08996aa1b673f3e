import { cellForm } from '../../../src/lib/form/index.ts';
import type { Slot } from '../draft/draft.ts';
import { doubt, drawFigures, freshFigures, lose, type Damage, type FigurePlace } from './damage.ts';
import type { Answer } from '../draft/draft.ts';
import type { Medium } from '../renderings/rendering.ts';

const isCount = ({ address }: Slot) => cellForm(address!)!.measure.unit === 'count';
const isChange = ({ address }: Slot) => cellForm(address!)!.measure.signed;
const isAmount = ({ address }: Slot) => cellForm(address!)!.measure.unit === 'wan_yuan';
const isPlain = ({ text }: Slot) => /^\d+$/.test(text);

interface Writing {
	readonly name: string;
	readonly fits: (value: number, slot: Slot) => boolean;
	readonly write: (value: number, pick: <T>(choices: readonly T[]) => T) => string;
	/** What may be said of the cell afterwards; the figure alone where not told. */
	readonly answers?: (value: number) => readonly Answer[];
	readonly media?: readonly Medium[];
	readonly most?: number;
}

/** A way of writing figures that befalls a few of them. */
function writing({ name, fits, write, answers, media, most }: Writing): Damage {
	return {
		name,
		...(media ? { media } : {}),
		befall(draft, random) {
			const fresh = freshFigures(draft, (value, place) => fits(value, place));
			const drawn = drawFigures(fresh, random, most);
			for (const { slot, value } of drawn) {
				slot.text = write(value, (choices) => random.pick(choices));
				if (answers) draft.answers.set(slot.address!, answers(value));
			}
			return drawn.length > 0;
		}
	};
}

const FULL = (text: string) =>
	text.replace(/[\d.,+-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
const unsure = (value: number): readonly Answer[] => [value, 'missing', 'unreadable'];
const CHINESE = [...'零一二三四五六七八九十'];

/** Ways of writing that leave no doubt. */
const CLEAR: readonly Writing[] = [
	{
		name: 'figure-with-unit',
		fits: (_, slot) => isCount(slot) && !isChange(slot) && isPlain(slot),
		write: (value, pick) => `${value}${pick(['件', '项', '个', '件次', ' 件', '宗'])}`
	},
	{
		name: 'change-in-words',
		fits: (value, slot) => isChange(slot) && value !== 0,
		write: (value, pick) =>
			`${pick(value > 0 ? ['增', '增加', '+', '＋', '增加 '] : ['减', '减少', '-', '－', '−', '减少 '])}${Math.abs(value)}`
	},
	{
		name: 'change-of-zero',
		fits: (value, slot) => isChange(slot) && value === 0,
		write: (_, pick) => pick(['+(0)', '0/0', '+0', '增0', '±0', '+0/-0']),
		answers: () => [0, 'unreadable', 'missing']
	},
	{
		name: 'change-without-figure',
		fits: (_, slot) => isChange(slot),
		write: (_, pick) => pick(['增', '减', '增/减', '持平']),
		answers: () => ['unreadable', 'missing']
	},
	{
		name: 'amount-in-yuan',
		fits: (value, slot) => isAmount(slot) && value > 0,
		write: (value, pick) => `${Math.round(value * 1e4)}${pick(['元', '元', ' 元', '元整'])}`
	},
	{
		name: 'amount-with-unit',
		fits: (value, slot) => isAmount(slot) && value > 0 && /^[\d.]+$/.test(slot.text),
		write: (value, pick) => `${value}${pick(['万元', '(万)', '（万元）', ' 万元', '万'])}`
	},
	{
		name: 'amount-to-four-places',
		fits: (_, slot) => isAmount(slot),
		write: (value) => value.toFixed(4)
	},
	{
		name: 'thousands-separator',
		fits: (value, slot) => value >= 1000 && isPlain(slot),
		write: (value, pick) => `${value}`.replace(/\B(?=(\d{3})+$)/g, pick([',', '，', ',']))
	},
	{
		name: 'full-width-figure',
		fits: (_, slot) => slot.text !== '',
		write: (value) => FULL(`${value}`),
		most: 12
	},
	{
		name: 'footnote-mark',
		fits: (_, slot) => isPlain(slot),
		write: (value, pick) =>
			`${value}${pick(['①', '②', '*', '[1]', '注1', '（1）', '¹', '※', '⑴'])}`,
		answers: unsure
	},
	{
		name: 'remark-in-cell',
		fits: (value, slot) => isPlain(slot) && value > 1,
		write: (value, pick) =>
			`${value}${pick([`（其中修订${value - 1}件）`, `（含上年${value - 1}件）`, `(线上${value - 1}，窗口1)`, `，其中网上 ${value - 1} 件`])}`
	},
	{
		name: 'figure-between-spaces',
		fits: (_, slot) => isPlain(slot),
		write: (value, pick) =>
			pick([`\u00a0${value}`, `${value}\u00a0`, `\u3000${value}\u3000`, `  ${value}`]),
		most: 12
	},
	{
		name: 'zero-width-in-figure',
		fits: (value, slot) => isPlain(slot) && value > 9,
		write: (value, pick) =>
			`${value}`.replace(/^(\d)/, `$1${pick(['\u200b', '\ufeff', '\u200d', '\u2060'])}`),
		most: 8
	},
	{
		name: 'leading-zero',
		fits: (value, slot) => isPlain(slot) && value < 10,
		write: (value) => `0${value}`,
		most: 2
	}
];

/** Ways of writing that leave a doubt: the figure or silence is right, never another figure. */
const DOUBTFUL: readonly Writing[] = [
	{
		name: 'ocr-letters',
		fits: (_, slot) => isPlain(slot) && /[01]/.test(slot.text),
		write: (value, pick) =>
			`${value}`
				.replace(/1/g, pick(['l', 'I', '|', '丨']))
				.replace(/0/g, pick(['O', 'o', '〇', 'Ｏ'])),
		answers: unsure,
		media: ['html', 'tabs', 'lines', 'words']
	},
	{
		name: 'split-figure',
		fits: (value, slot) => isPlain(slot) && value > 9,
		write: (value) => `${value}`.replace(/^(\d)/, '$1 '),
		answers: unsure,
		media: ['html', 'tabs', 'pipes', 'lines']
	},
	{
		name: 'thousands-apart',
		fits: (value, slot) => value >= 1000 && isPlain(slot),
		write: (value, pick) => `${value}`.replace(/\B(?=(\d{3})+$)/g, pick([' ', '\u00a0', '\u2009'])),
		answers: unsure,
		media: ['html', 'tabs', 'pipes', 'lines']
	},
	{
		name: 'chinese-numeral',
		fits: (value, slot) => isPlain(slot) && value <= 10,
		write: (value) => CHINESE[value]!,
		answers: unsure
	},
	{
		name: 'words-for-figure',
		fits: (_, slot) => isPlain(slot),
		write: (_, pick) => pick(['详见附件', '见注', '待统计', '未统计', '？', '*', '#REF!', '同上']),
		answers: () => ['unreadable', 'missing']
	},
	{
		name: 'two-figures-in-cell',
		fits: (value, slot) => isPlain(slot) && value > 0,
		write: (value, pick) =>
			pick([`${value}/${value + 3}`, `${value}、${value + 2}`, `${value}-${value + 4}`]),
		answers: () => ['unreadable', 'missing'],
		media: ['html', 'tabs', 'pipes', 'lines']
	}
];

/** A figure split by a space where spaces part the cells: then nobody can place the row. */
const SPLIT_AMONG_WORDS: Damage = {
	name: 'split-figure',
	media: ['words'],
	befall(draft, random) {
		const places = freshFigures(draft, (value, slot) => value > 9 && isPlain(slot));
		const drawn: FigurePlace[] = drawFigures(places, random, 1);
		for (const { slot, row, value } of drawn) {
			slot.text = `${value}`.replace(/^(\d)/, '$1 ');
			row.touched = true;
			doubt(draft, row.slots);
		}
		return drawn.length > 0;
	}
};

const INPUTS: Damage = {
	name: 'figures-in-inputs',
	media: ['html'],
	befall(draft, random) {
		const drawn = drawFigures(freshFigures(draft), random, 20);
		for (const { slot } of drawn) {
			slot.markup = `<input type="text" value="${slot.text}" size="3">`;
			draft.answers.set(slot.address!, [
				...unsure(draft.answers.get(slot.address!)![0] as number),
				'blank'
			]);
		}
		return drawn.length > 0;
	}
};

const SUPERSCRIPT: Damage = {
	name: 'superscript-beside-figure',
	media: ['html'],
	befall(draft, random) {
		const drawn = drawFigures(
			freshFigures(draft, (_, slot) => isPlain(slot)),
			random
		);
		for (const { slot } of drawn) {
			slot.markup = `${slot.text}<sup>${random.pick(['1', '[2]', '①', '注'])}</sup>`;
		}
		return drawn.length > 0;
	}
};

const STRUCK: Damage = {
	name: 'struck-out-figure',
	media: ['html'],
	befall(draft, random) {
		const drawn = drawFigures(
			freshFigures(draft, (_, slot) => isPlain(slot)),
			random
		);
		for (const { slot, value } of drawn) {
			slot.markup =
				`<${random.pick(['s', 'del', 'strike'])}>${value + 1 + random.below(9)}</s>${slot.text}`.replace(
					/<(del|strike)>(\d+)<\/s>/,
					'<$1>$2</$1>'
				);
		}
		return drawn.length > 0;
	}
};

const PICTURE: Damage = {
	name: 'picture-for-figure',
	media: ['html'],
	befall(draft, random) {
		const drawn = drawFigures(freshFigures(draft), random, 2);
		for (const { slot } of drawn) {
			slot.markup = '<img src="figure.gif">';
			lose(draft, [slot], ['unreadable', 'missing', 'blank']);
		}
		return drawn.length > 0;
	}
};

/** Damage to single figures: how they are written, what stands beside them. */
export const FIGURE_DAMAGE: readonly Damage[] = [
	...[...CLEAR, ...DOUBTFUL].map(writing),
	...[SPLIT_AMONG_WORDS, INPUTS, SUPERSCRIPT, STRUCK, PICTURE]
];
