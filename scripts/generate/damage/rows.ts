import {
	figuresOf,
	insertBelow,
	removeRow,
	row,
	slot,
	type Draft,
	type Row,
	type Slot
} from '../draft/draft.ts';
import { certainOf } from '../truth.ts';
import { doubt, drawRows, freshRows, GONE, lose, PLAIN_MEDIA, type Damage } from './damage.ts';

const SPREAD = ['tabs', 'pipes'] as const;

const labelsOf = ({ slots }: Row) => slots.filter(({ role }) => role !== 'figure');

/** Takes the last figures of a row away; what is certain of the rest, whoever moved where. */
function cutLast(draft: Draft, line: Row, cut: number): void {
	const figures = figuresOf(line);
	const shown = figures.slice(0, figures.length - cut);
	const certain = certainOf(
		shown.map(({ text }) => text),
		cut
	);
	doubt(
		draft,
		shown.filter((_, index) => !certain[index])
	);
	lose(draft, figures.slice(figures.length - cut));
	line.slots = line.slots.filter((each) => !figures.includes(each) || shown.includes(each));
}

const hasFigures = (line: Row) => figuresOf(line).every(({ text }) => text !== '');

const MERGED_LABEL: Damage = {
	name: 'merged-label-shift',
	media: SPREAD,
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft, ['applications'], hasFigures), random, 6);
		for (const { row: line } of drawn) {
			const cut = random.chance(0.8) ? 1 : 2;
			cutLast(draft, line, cut);
			const empty = Array.from({ length: cut }, () => slot('label', ''));
			const first = line.slots.findIndex(({ role }) => role === 'figure');
			line.slots.splice(first, 0, ...empty);
		}
		return drawn.length > 0;
	}
};

const CUT_LAST: Damage = {
	name: 'last-figures-cut',
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft, ['applications'], hasFigures), random);
		for (const { row: line } of drawn) cutLast(draft, line, 1 + random.below(3));
		return drawn.length > 0;
	}
};

/**
 * A figure amid the row is gone. Where the rule of short rows holds a figure for certain all the
 * same (domain: “Short rows”), that figure is an answer too: nobody can see what is gone.
 */
const INNER_LOST: Damage = {
	name: 'inner-figure-lost',
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft, ['applications'], hasFigures), random);
		for (const { row: line } of drawn) {
			const figures = figuresOf(line);
			const gone = figures[random.below(figures.length)]!;
			const shown = figures.filter((each) => each !== gone);
			const shownAnswers = shown.map(({ address }) => draft.answers.get(address!)!);
			const at = figures.indexOf(gone);
			// Of equal neighbours nobody can tell which one is gone.
			const twin = [figures[at - 1], figures[at + 1]].some((each) => each?.text === gone.text);
			doubt(draft, figures);
			if (!twin) lose(draft, [gone]);
			certainOf(
				shown.map(({ text }) => text),
				1
			).forEach((certain, column) => {
				if (!certain) return;
				const { address } = figures[column]!;
				draft.answers.set(address!, [...draft.answers.get(address!)!, ...shownAnswers[column]!]);
			});
			line.slots = line.slots.filter((each) => each !== gone);
		}
		return drawn.length > 0;
	}
};

const BLANK_FIRST: Damage = {
	name: 'first-cell-blank',
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft), random);
		for (const { row: line } of drawn) {
			const [first] = figuresOf(line);
			first!.text = '';
			lose(draft, [first!], ['blank']);
		}
		return drawn.length > 0;
	}
};

const BLANK_ZEROS: Damage = {
	name: 'zeros-left-blank',
	befall(draft, random) {
		const isZero = (place: Slot) => place.text === '0' && !place.markup;
		const places = freshRows(draft, ['applications'], (line) => figuresOf(line).some(isZero));
		const drawn = drawRows(places, random, 12);
		for (const { row: line } of drawn) {
			const zeros = figuresOf(line).slice(0, -1).filter(isZero);
			for (const zero of zeros) zero.text = '';
			lose(draft, zeros, ['blank']);
		}
		return drawn.some(({ row: line }) => figuresOf(line).some(({ text }) => text === ''));
	}
};

const DASHES: Damage = {
	name: 'dashes-for-zeros',
	befall(draft, random) {
		const dash = random.pick(['-', '—', '——', '/', '无', '－', '--', '\\']);
		const isZero = (place: Slot) => place.text === '0' && !place.markup;
		const places = freshRows(draft, ['applications', 'disclosure'], (line) =>
			figuresOf(line).some(isZero)
		);
		const drawn = drawRows(places, random, 8);
		for (const { row: line } of drawn) {
			const zeros = figuresOf(line).filter(isZero);
			for (const zero of zeros) zero.text = dash;
			lose(draft, zeros, dash === '\\' ? ['blank', 'unreadable'] : ['blank']);
		}
		return drawn.length > 0;
	}
};

const ALL_BLANK: Damage = {
	name: 'all-blank',
	befall(draft) {
		const places = freshRows(draft, ['disclosure', 'applications', 'remedies']);
		for (const { row: line } of places) {
			line.touched = true;
			for (const figure of figuresOf(line)) {
				figure.text = '';
				figure.markup = null;
			}
			lose(draft, figuresOf(line), ['blank']);
		}
		return places.length > 0;
	}
};

const ROW_LOST: Damage = {
	name: 'row-lost',
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft, ['applications', 'disclosure']), random);
		for (const { grid, row: line } of drawn) {
			lose(draft, figuresOf(line), ['missing']);
			removeRow(grid, line);
		}
		return drawn.length > 0;
	}
};

/** Where another row was given the label of one that is gone, the document says its figures of that one. */
function speakForLost(draft: Draft, lost: Row, left: readonly Row[]): void {
	const label = labelsOf(lost).at(-1)?.text;
	const twin = left.find((line) => line.item !== null && labelsOf(line).at(-1)?.text === label);
	const figures = twin ? figuresOf(twin) : [];
	figuresOf(lost).forEach(({ address }, at) => {
		const said = figures[at]?.address;
		if (address && said) draft.answers.set(address, [...GONE, ...draft.answers.get(said)!]);
	});
}

const TABLE_CUT: Damage = {
	name: 'table-cut-off',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications', 'disclosure']), random, 1);
		if (!place) return false;
		const { grid, row: from } = place;
		const left = grid.rows.slice(0, grid.rows.indexOf(from));
		for (const line of grid.rows.slice(left.length)) {
			line.touched = true;
			lose(draft, figuresOf(line), ['missing']);
			speakForLost(draft, line, left);
		}
		grid.rows = left;
		return true;
	}
};

/** A row whose last label is long enough to break. */
const breaks = (line: Row) => (labelsOf(line).at(-1)?.text.length ?? 0) >= 5;

const BREAK_IN_LABEL: Damage = {
	name: 'page-break-in-label',
	media: SPREAD,
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications'], breaks), random, 1);
		if (!place) return false;
		const { grid, row: line } = place;
		const label = labelsOf(line).at(-1)!;
		const at = label.text.length - 1 - random.below(2);
		const rest = label.text.slice(at);
		label.text = label.text.slice(0, at);
		insertBelow(
			grid,
			line,
			row([
				slot('label', rest, { across: label.across }),
				...figuresOf(line).map(() => slot('label', ''))
			])
		);
		return true;
	}
};

const BREAK_BEFORE_FIGURES: Damage = {
	name: 'page-break-before-figures',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications']), random, 1);
		if (!place) return false;
		const { grid, row: line } = place;
		const figures = figuresOf(line);
		const { across } = labelsOf(line).at(-1)!;
		line.slots = [...labelsOf(line), ...figures.map(() => slot('label', ''))];
		insertBelow(grid, line, { ...row([slot('label', '', { across }), ...figures]), touched: true });
		return true;
	}
};

const BREAK_AMID: Damage = {
	name: 'page-break-amid-figures',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications'], hasFigures), random, 1);
		if (!place) return false;
		const { grid, row: line } = place;
		const figures = figuresOf(line);
		const at = 2 + random.below(4);
		const { across } = labelsOf(line).at(-1)!;
		line.slots = [...labelsOf(line), ...figures.slice(0, at)];
		doubt(draft, figures);
		insertBelow(grid, line, {
			...row([slot('label', '', { across }), ...figures.slice(at)]),
			touched: true
		});
		return true;
	}
};

const isZeros = (line: Row) => figuresOf(line).every(({ text }) => text === '0');
const areZeros = (line: Row) => isZeros(line) && figuresOf(line).length > 1;

const MERGED_ZERO: Damage = {
	name: 'one-zero-over-seven',
	befall(draft, random, { name, medium }) {
		const drawn = drawRows(freshRows(draft, ['applications'], areZeros), random);
		for (const { row: line } of drawn) {
			const [first, ...others] = figuresOf(line);
			lose(draft, others, ['missing', 'unreadable', 'blank']);
			// Where merged places are written as empty cells, the zero looks like the first cell’s.
			if (medium === 'html' && name !== 'html-flat') {
				lose(draft, [first!]);
				first!.across = 7;
			} else doubt(draft, [first!]);
			line.slots = line.slots.filter((each) => !others.includes(each));
		}
		return drawn.length > 0;
	}
};

const STRAY_ZERO: Damage = {
	name: 'eighth-zero',
	befall(draft, random) {
		const drawn = drawRows(freshRows(draft, ['applications'], isZeros), random, 8);
		for (const { row: line } of drawn) line.slots.push(slot('label', '0'));
		return drawn.length > 0;
	}
};

const STRAY_FIGURE: Damage = {
	name: 'eighth-figure',
	befall(draft, random, { medium }) {
		// Beside the only figure of a row that is blank or run together nobody sees that it is stray.
		const shows = (line: Row) => {
			const [only, ...others] = figuresOf(line);
			return others.length > 0 || (medium !== 'glued' && /\d/.test(only?.text ?? ''));
		};
		const drawn = drawRows(
			freshRows(draft, ['applications'], (line) => !isZeros(line) && shows(line)),
			random
		);
		for (const { row: line } of drawn) {
			const at = line.slots.length - random.below(8);
			line.slots.splice(at, 0, slot('label', `${random.below(20)}`));
			doubt(draft, figuresOf(line));
		}
		return drawn.length > 0;
	}
};

const DUPLICATE_ROW: Damage = {
	name: 'row-twice',
	befall(draft, random) {
		const single = (line: Row) => line.slots.every(({ down }) => down === 1);
		const drawn = drawRows(freshRows(draft, ['applications', 'disclosure'], single), random, 2);
		for (const { grid, row: line } of drawn) {
			const copies = line.slots.map((each) => ({ ...each, address: null }));
			insertBelow(grid, line, { ...row(copies), touched: true });
		}
		return drawn.length > 0;
	}
};

const DETACHED: Damage = {
	name: 'figures-detached',
	media: ['words'],
	befall(draft, random, { name }) {
		if (name !== 'words') return false;
		const drawn = drawRows(freshRows(draft, ['applications'], hasFigures), random, 8);
		const way = random.pick(['above', 'below'] as const);
		for (const { row: line } of drawn) line.detached = way;
		return drawn.length > 0;
	}
};

const NOTES = [
	'注：本年度另办结上年件。',
	'（以上为全口径数据）',
	'备注：含线上申请 3 件。',
	'注：其中 2 件为邮寄申请。'
];

const NOTE_ROW: Damage = {
	name: 'note-between-rows',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications']), random, 1);
		if (!place) return false;
		insertBelow(place.grid, place.row, row([slot('head', random.pick(NOTES), { across: 10 })]));
		return true;
	}
};

const REMARK_BELOW: Damage = {
	name: 'remark-below-row',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['disclosure']), random, 1);
		if (!place) return false;
		const remark = `（其中修订 ${1 + random.below(20)} 件）`;
		insertBelow(place.grid, place.row, row([slot('head', remark, { across: 4 })]));
		return true;
	}
};

const EXTRA_ROW: Damage = {
	name: 'extra-row',
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['disclosure']), random, 1);
		if (!place) return false;
		const figures = figuresOf(place.row).map(({ across }) =>
			slot('label', `${random.below(40)}`, { across })
		);
		const label = random.pick(['其他主动公开文件', '行政确认', '政策解读材料', '行政检查']);
		insertBelow(place.grid, place.row, row([slot('label', label), ...figures]));
		return true;
	}
};

const PAGE_NUMBER: Damage = {
	name: 'page-number-amid-table',
	media: PLAIN_MEDIA.filter((medium) => medium !== 'pipes'),
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['applications']), random, 1);
		if (!place) return false;
		const page = 2 + random.below(6);
		const text = random.pick([`- ${page} -`, `—${page}—`, `第 ${page} 页 共 9 页`, `${page} / 9`]);
		insertBelow(place.grid, place.row, row([slot('head', text, { across: 10 })]));
		return true;
	}
};

/** Damage to whole rows: shifted, cut, broken, lost, doubled. */
export const ROW_DAMAGE: readonly Damage[] = [
	...[MERGED_LABEL, CUT_LAST, INNER_LOST, BLANK_FIRST, BLANK_ZEROS, DASHES, ALL_BLANK, ROW_LOST],
	...[TABLE_CUT, BREAK_IN_LABEL, BREAK_BEFORE_FIGURES, BREAK_AMID, MERGED_ZERO, STRAY_ZERO],
	...[STRAY_FIGURE, DUPLICATE_ROW, DETACHED, NOTE_ROW, REMARK_BELOW, EXTRA_ROW, PAGE_NUMBER]
];
