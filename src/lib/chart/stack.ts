import type { EChartsOption } from 'echarts';
import { hrefAt } from './addresses.ts';
import {
	AXIS_LINE,
	base,
	escapeText,
	LABEL,
	namesAxis,
	NO_LINE,
	SPLIT_LINE,
	token
} from './base.ts';
import { WIDTHS, type Room, type StackFigure } from './figure.ts';
import { legendBelow, legendRoom } from './legend.ts';
import { addKnown, count, percent, shareOf, widthOf } from './number.ts';
import { decalOf } from './pattern.ts';

/** The whole of a category: the sum of the parts that are known; null where none is. */
export const wholeOf = (figure: StackFigure, index: number): number | null =>
	addKnown(figure.parts.map(({ values }) => values[index] ?? null));

/** A part's share of its category; null where either is unknown. */
function shareAt(figure: StackFigure, part: number, index: number): number | null {
	const value = figure.parts[part]?.values[index] ?? null;
	const whole = wholeOf(figure, index);
	return value === null || whole === null ? null : shareOf(value, whole);
}

/** Whether a category's whole is so small that shares of it say little. */
const isSmall = (figure: StackFigure, index: number): boolean => {
	const whole = wholeOf(figure, index);
	return figure.shares && whole !== null && whole > 0 && whole < figure.smallBelow;
};

/** Whether a category is starred, so that its shares are to be read with care. */
export const isStarred = (figure: StackFigure): boolean =>
	figure.categories.some((_, index) => isSmall(figure, index));

/** The names of the categories, starred where shares are to be read with care. */
const categoriesOf = (figure: StackFigure): string[] =>
	figure.categories.map((name, index) => (isSmall(figure, index) ? `${name} *` : name));

function tip(figure: StackFigure, index: number): string {
	const whole = wholeOf(figure, index);
	const lines = figure.parts.map((part, position) => {
		const value = part.values[index] ?? null;
		const share = shareAt(figure, position, index);
		const words = value === null ? '—' : count(value);
		return `<span style="color:${token(part.colour)}">■</span> ${escapeText(part.name)} ${words}${share === null ? '' : ` · ${percent(share)}`}`;
	});
	const head = `<b>${escapeText(figure.categories[index] ?? '')}</b> ${whole === null ? '' : count(whole)}`;
	return [head, ...lines].join('<br>');
}

function axes(figure: StackFigure, room: Room) {
	const columns = figure.direction === 'columns';
	const category = {
		type: 'category' as const,
		data: categoriesOf(figure),
		inverse: !columns,
		axisTick: { show: false },
		axisLine: AXIS_LINE,
		axisLabel: columns ? LABEL : namesAxis(room)
	};
	const value = {
		type: 'value' as const,
		...(figure.shares ? { max: 1, interval: 0.25 } : { minInterval: 1 }),
		name: columns ? figure.unitLabel : '',
		nameTextStyle: { ...LABEL, align: 'left' as const },
		axisLabel: {
			...LABEL,
			hideOverlap: true,
			formatter: (amount: number) =>
				figure.shares ? `${Math.round(amount * 100)}%` : count(amount)
		},
		splitNumber: columns || room === 'wide' ? 4 : 2,
		splitLine: SPLIT_LINE,
		...NO_LINE
	};
	return columns ? { xAxis: category, yAxis: value } : { xAxis: value, yAxis: category };
}

function rulesOf(figure: StackFigure) {
	if (figure.rulesAfter.length === 0 || figure.direction !== 'columns') return [];
	// A category axis has no place between two categories; an invisible value axis of the same length has.
	return [
		{
			type: 'bar' as const,
			xAxisIndex: 1,
			data: [],
			silent: true,
			markLine: {
				silent: true,
				symbol: 'none',
				animation: false,
				lineStyle: { color: token('ink'), type: [4, 4] as number[], width: 1 },
				label: { color: token('muted'), fontSize: 12, position: 'end' as const, distance: 4 },
				data: figure.rulesAfter.map((after) => ({
					xAxis: after + 1,
					label: { formatter: figure.ruleLabel }
				}))
			}
		}
	];
}

/** A part as ECharts takes it: nothing where it is not known, no outline where it is zero, pale where faint. */
function drawn(value: number | null, href: string | null, faint: boolean, labelled: boolean) {
	if (value === null) return { value: '-' };
	const itemStyle = {
		...(value === 0 ? { borderWidth: 0 } : {}),
		...(faint ? { opacity: 0.35 } : {})
	};
	// An empty label would still be drawn, as the ground that it stands on.
	const label = {
		...(labelled ? {} : { show: false }),
		...(faint ? { color: token('ink'), backgroundColor: 'transparent', opacity: 1 } : {})
	};
	return { value, href, itemStyle, label };
}

/** The least share whose words fit its part: across a bar, or along it beside the names. */
const LEAST_LABELLED = {
	columns: { wide: 0.08, narrow: 0.11 },
	rows: { wide: 0.09, narrow: 0.18 }
} as const;

const LABEL_PADDING = 2;
const BAR_GAP = 0.2;
const WIDEST_BAR = 56;
/** What the axis of values and the margins take of the width, at most. */
const BESIDE_BARS = 60;

/** Width of a bar that stands upright. */
const barWidth = ({ categories }: StackFigure, room: Room): number =>
	Math.min(WIDEST_BAR, ((WIDTHS[room] - BESIDE_BARS) / categories.length) * (1 - BAR_GAP));

const shareWords = (share: number) => `${Math.round(share * 100)}%`;

/** Whether the words of a share stand on its part without reaching over it. */
const fits = (figure: StackFigure, share: number, room: Room): boolean =>
	share >= LEAST_LABELLED[figure.direction][room] &&
	(figure.direction === 'rows' ||
		widthOf(shareWords(share)) + 2 * LABEL_PADDING <= barWidth(figure, room));

/** What stands in place of a bar that has no length, down the page: a zero, or no figure at all. */
const nothingAt = (figure: StackFigure) => ({
	type: 'bar' as const,
	stack: 'whole',
	silent: true,
	label: {
		show: true,
		position: 'right' as const,
		color: token('muted'),
		fontSize: 12,
		formatter: ({ dataIndex }: { dataIndex: number }) => {
			const whole = wholeOf(figure, dataIndex);
			return whole === null ? '—' : whole === 0 ? '0' : '';
		}
	},
	data: figure.categories.map(() => 0)
});

/** Room above a stack: for the words of a rule between years, and for the unit of its axis. */
function topOf({ direction, unitLabel }: StackFigure): number {
	if (direction === 'rows') return 8;
	return unitLabel === '' ? 28 : 48;
}

/** The option of a stack: the parts in their fixed order, outlined, labelled where they fit. */
export function stackOption(figure: StackFigure, room: Room): EChartsOption {
	const { xAxis, yAxis } = axes(figure, room);
	const rules = rulesOf(figure);
	const names = figure.parts.map(({ name }) => name);
	const hidden = {
		type: 'value',
		min: 0,
		max: figure.categories.length,
		show: false,
		axisPointer: { show: false }
	} as const;
	return {
		...base((index) => tip(figure, index)),
		legend: {
			...legendBelow(names, room),
			itemStyle: { borderColor: token('ink'), borderWidth: 0.75 }
		},
		grid: {
			left: 8,
			right: 16,
			top: topOf(figure),
			bottom: legendRoom(names, room),
			outerBoundsMode: 'same',
			outerBoundsContain: 'axisLabel'
		},
		xAxis: rules.length > 0 ? [xAxis, hidden] : xAxis,
		yAxis,
		series: [
			...figure.parts.map((part, position) => ({
				type: 'bar' as const,
				name: part.name,
				stack: 'whole',
				barMaxWidth: WIDEST_BAR,
				...(figure.direction === 'columns' ? { barCategoryGap: `${BAR_GAP * 100}%` } : {}),
				emphasis: { disabled: true },
				cursor: part.hrefs ? 'pointer' : 'default',
				itemStyle: {
					color: token(part.colour),
					borderColor: token('ink'),
					borderWidth: 0.75,
					...decalOf(part)
				},
				label: {
					show: figure.shares,
					color: token(part.words),
					// The figure stays readable on a pattern.
					backgroundColor: token(part.colour),
					padding: [0, LABEL_PADDING],
					fontSize: 12,
					formatter: ({ dataIndex }: { dataIndex: number }) => {
						const share = shareAt(figure, position, dataIndex);
						return share === null ? '' : shareWords(share);
					}
				},
				data: part.values.map((value, index) => {
					const share = shareAt(figure, position, index);
					return drawn(
						figure.shares ? share : value,
						hrefAt(figure, position, index),
						isSmall(figure, index),
						figure.shares && share !== null && fits(figure, share, room)
					);
				})
			})),
			...(figure.direction === 'rows' ? [nothingAt(figure)] : []),
			...rules
		]
	};
}
