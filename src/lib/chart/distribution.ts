import type { BarSeriesOption, EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, SPLIT_LINE, token } from './base.ts';
import { WIDTHS, type DistributionFigure, type Room } from './figure.ts';
import type { FigureTable } from './table.ts';

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

const MARGINS = 48;
const DIGIT = 7;

function bars(figure: DistributionFigure): BarSeriesOption {
	return {
		type: 'bar',
		name: figure.countLabel,
		barCategoryGap: '6%',
		emphasis: { disabled: true },
		data: figure.bins.map(({ count, own, href }) => ({
			value: count,
			href,
			itemStyle: own
				? { color: token('accent-soft'), borderColor: token('accent'), borderWidth: 1.5 }
				: { color: token('line'), borderColor: token('line-strong'), borderWidth: 1 }
		}))
	};
}

/** The counts over the classes, in front of the marks that run through them. */
function counts(figure: DistributionFigure): BarSeriesOption {
	return {
		type: 'bar',
		silent: true,
		barGap: '-100%',
		z: 10,
		itemStyle: { color: 'transparent' },
		data: figure.bins.map(({ count }) => count),
		label: {
			show: true,
			position: 'top',
			distance: 2,
			padding: [1, 2],
			backgroundColor: token('surface'),
			color: token('muted'),
			fontSize: 12,
			formatter: ({ dataIndex }) => {
				const count = figure.bins[dataIndex]?.count ?? 0;
				return count === 0 ? '' : String(count);
			}
		}
	};
}

/** Whether the classes' names do not fit side by side on one line. */
function crowded(figure: DistributionFigure, room: Room): boolean {
	const longest = Math.max(...figure.bins.map(({ label }) => label.length));
	return longest * DIGIT > (WIDTHS[room] - MARGINS) / figure.bins.length;
}

/** The option of a distribution: a histogram with its quartiles dashed and one mark of its own. */
export function distributionOption(figure: DistributionFigure, room: Room): EChartsOption {
	const shared = base();
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
			bottom: crowded(figure, room) ? 38 : 24,
			outerBoundsMode: 'same',
			outerBoundsContain: 'axisLabel'
		},
		xAxis: [
			{
				type: 'category',
				name: figure.axisLabel,
				nameLocation: 'middle',
				nameGap: crowded(figure, room) ? 38 : 24,
				nameTextStyle: LABEL,
				data: figure.bins.map(({ label }) => label),
				axisLabel: {
					...LABEL,
					fontSize: room === 'wide' ? 12 : 11,
					lineHeight: 14,
					interval: 0,
					// A class too wide for one line goes on in the next: every class is named.
					formatter: (label: string) => (crowded(figure, room) ? label.replace('–', '–\n') : label)
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
			splitLine: SPLIT_LINE
		},
		series: [bars(figure), marks(figure), counts(figure)]
	};
}

const row = (name: string, value: string, href: string | null = null) => [
	{ text: name, href: null },
	{ text: value, href }
];

/** The classes with their counts, then the quartiles and the own figure. */
export function distributionTable(figure: DistributionFigure): FigureTable {
	return {
		headers: [`${figure.name} (${figure.unitLabel})`, figure.countLabel],
		rows: [
			...figure.bins.map(({ label, count, href }) => row(label, String(count), href)),
			...figure.quartiles.map(({ name, value }) => row(name, value)),
			...(figure.own === null ? [] : [row(figure.own.label, figure.own.value, figure.own.href)])
		]
	};
}
