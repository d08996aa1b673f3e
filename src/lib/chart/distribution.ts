import type { BarSeriesOption, EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, NO_LINE, SPLIT_LINE, token } from './base.ts';
import { WIDTHS, type DistributionFigure, type Room } from './figure.ts';
import type { FigureTable, TableWords } from './figure-table.ts';
import { widthOf } from './number.ts';

function tip(figure: DistributionFigure, index: number): string {
	const bin = figure.bins[index];
	if (!bin) return '';
	return [`<b>${escapeText(bin.label)}</b> ${escapeText(figure.unitLabel)}`, escapeText(bin.note)]
		.filter((line) => line !== '')
		.join('<br>');
}

/** Marks stand on an axis of their own, since a category axis has no places within a category. */
function marks(figure: DistributionFigure): BarSeriesOption {
	return {
		type: 'bar',
		xAxisIndex: 1,
		silent: true,
		data: [],
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			data: [
				...figure.quartiles.map(({ position }) => ({
					xAxis: position,
					label: { show: false },
					lineStyle: { color: token('ink'), type: [2, 3], width: 1 }
				})),
				...(figure.own === null
					? []
					: [
							{
								xAxis: figure.own.position,
								label: {
									formatter: figure.own.label,
									position: 'end' as const,
									distance: 14,
									align: sideOf(figure, figure.own.position),
									color: token('accent'),
									fontSize: 12,
									fontWeight: 700
								},
								lineStyle: { color: token('accent'), type: 'solid' as const, width: 2 }
							}
						])
			]
		}
	};
}

/** Words at a mark near an edge turn inwards. */
function sideOf(figure: DistributionFigure, position: number): 'left' | 'center' | 'right' {
	const share = position / figure.bins.length;
	return share < 0.25 ? 'left' : share > 0.75 ? 'right' : 'center';
}

/** How far a count moves aside from the middle of its bar, so that no mark goes through it. */
export function asideOf(figure: DistributionFigure, index: number, room: Room): number {
	const wide = (WIDTHS[room] - EDGES) / figure.bins.length;
	const half = widthOf(String(figure.bins[index]?.count ?? 0)) / 2 + 3;
	const marks = [...figure.quartiles, ...(figure.own === null ? [] : [figure.own])].map(
		({ position }) => (position - index - 0.5) * wide
	);
	const places = [0, ...marks.flatMap((mark) => [mark - half, mark + half])].sort(
		(a, b) => Math.abs(a) - Math.abs(b)
	);
	const free = (place: number) => marks.every((mark) => Math.abs(mark - place) >= half - 0.01);
	return places.find(free) ?? 0;
}

function bars(figure: DistributionFigure, room: Room): BarSeriesOption {
	return {
		type: 'bar',
		name: figure.countLabel,
		barCategoryGap: '6%',
		emphasis: { disabled: true },
		data: figure.bins.map(({ count, own, href }, index) => ({
			value: count,
			href,
			label: { offset: [asideOf(figure, index, room), 0] },
			itemStyle: own
				? { color: token('accent-soft'), borderColor: token('accent'), borderWidth: 1.5 }
				: { color: token('line'), borderColor: token('line-strong'), borderWidth: 1 }
		})),
		label: {
			show: true,
			position: 'top',
			color: token('muted'),
			fontSize: 12,
			formatter: ({ dataIndex }) => {
				const count = figure.bins[dataIndex]?.count ?? 0;
				return count === 0 ? '' : String(count);
			}
		}
	};
}

/** What axis and margins take of a drawing's width. */
const EDGES = 56;
const NAMES = { wide: 12, narrow: 11 } as const;
const NAME_LINE = 14;

/**
 * How the names of classes stand: side by side; broken at their dash; or broken, and every second
 * one lower, where they would still run into each other.
 */
export function namesOf(figure: DistributionFigure, room: Room) {
	const each = (WIDTHS[room] - EDGES) / figure.bins.length;
	const fits = (names: readonly string[]) =>
		names.every((name) => (widthOf(name) * NAMES[room]) / 12 + 4 <= each);
	const whole = figure.bins.map(({ label }) => label);
	if (fits(whole)) return { names: whole, lines: 1 };
	const broken = whole.map((name) => name.replace('–', '–\n'));
	const most = Math.max(...broken.map((name) => name.split('\n').length));
	if (fits(broken.flatMap((name) => name.split('\n')))) return { names: broken, lines: most };
	const lowered = broken.map((name, index) => (index % 2 === 0 ? name : '\n'.repeat(most) + name));
	return { names: lowered, lines: 2 * most };
}

/** The option of a distribution: a histogram with its quartiles dashed and one mark of its own. */
export function distributionOption(figure: DistributionFigure, room: Room): EChartsOption {
	const shared = base();
	const { names, lines } = namesOf(figure, room);
	const foot = 10 + NAME_LINE * lines;
	return {
		...shared,
		tooltip: {
			...shared.tooltip,
			formatter: (given: unknown) => {
				const first = (Array.isArray(given) ? given[0] : given) as { dataIndex?: number };
				return tip(figure, first?.dataIndex ?? -1);
			}
		},
		grid: {
			left: 8,
			right: 16,
			top: 60,
			// The names of classes have their room above this one, which is the axis' own name's.
			bottom: 24,
			outerBoundsMode: 'same',
			outerBoundsContain: 'axisLabel'
		},
		xAxis: [
			{
				type: 'category',
				name: figure.axisLabel,
				nameLocation: 'middle',
				nameGap: foot,
				nameTextStyle: LABEL,
				data: figure.bins.map(({ label }) => label),
				axisLabel: {
					...LABEL,
					fontSize: NAMES[room],
					lineHeight: NAME_LINE,
					interval: 0,
					formatter: (_: string, index: number) => names[index] ?? ''
				},
				axisTick: { show: false },
				axisLine: AXIS_LINE
			},
			{ type: 'value', min: 0, max: figure.bins.length, show: false, axisPointer: { show: false } }
		],
		yAxis: {
			type: 'value',
			name: figure.countLabel,
			nameTextStyle: { ...LABEL, align: 'left' },
			nameGap: 36,
			minInterval: 1,
			// Room above the tallest bar for its count, below the words of the mark.
			boundaryGap: [0, '12%'],
			splitNumber: 3,
			axisLabel: LABEL,
			splitLine: SPLIT_LINE,
			...NO_LINE
		},
		series: [bars(figure, room), marks(figure)]
	};
}

const row = (name: string, value: string, href: string | null = null) => [
	{ text: name, href: null },
	{ text: value, href }
];

/** The classes with their counts, then the quartiles and the own figure. */
export function distributionTable(figure: DistributionFigure, words: TableWords): FigureTable {
	return {
		headers: [words.withUnit(figure.name, figure.unitLabel), figure.countLabel],
		rows: [
			...figure.bins.map(({ label, count, href }) => row(label, String(count), href)),
			...figure.quartiles.map(({ name, value }) => row(name, value)),
			...(figure.own === null ? [] : [row(figure.own.label, figure.own.value, figure.own.href)])
		]
	};
}
