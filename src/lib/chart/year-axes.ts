import type { BarSeriesOption } from 'echarts';
import { AXIS_LINE, LABEL, NO_LINE, SPLIT_LINE, stepsOf, token } from './base.ts';
import type { Band, Rule } from './figure.ts';

interface YearAxes {
	readonly years: readonly number[];
	readonly unitLabel: string;
	/** The figures that stand along the axis. */
	readonly values: readonly (number | null)[];
	/** Room below the names of the years. */
	readonly foot?: number;
}

/** Where a chart by year stands, its axes, and what is written at them. */
export function yearAxes({ years, unitLabel, values, foot = 8 }: YearAxes) {
	return {
		grid: {
			left: 8,
			right: 16,
			top: 48,
			bottom: foot,
			outerBoundsMode: 'same' as const,
			outerBoundsContain: 'axisLabel' as const
		},
		xAxis: [
			{
				type: 'category' as const,
				data: years.map(String),
				axisLabel: LABEL,
				axisTick: { show: false },
				axisLine: AXIS_LINE
			},
			betweenYears(years.length)
		],
		yAxis: {
			type: 'value' as const,
			name: unitLabel,
			nameTextStyle: { ...LABEL, align: 'left' as const },
			nameGap: 20,
			axisLabel: LABEL,
			splitNumber: 4,
			...stepsOf(values),
			splitLine: SPLIT_LINE,
			...NO_LINE
		}
	};
}

/** An axis without a face, as long as there are years: its whole numbers lie between two of them. */
const betweenYears = (years: number) =>
	({ type: 'value', min: 0, max: years, show: false, axisPointer: { show: false } }) as const;

/**
 * Dashed rules where the edition changes, and bands where nothing is collected. They stand on an
 * axis of their own, since a category axis has no place between two categories.
 */
export function annotations(
	first: number,
	{ rules, bands = [] }: { rules: readonly Rule[]; bands?: readonly Band[] }
): BarSeriesOption {
	return {
		type: 'bar',
		xAxisIndex: 1,
		silent: true,
		data: [],
		markLine: {
			silent: true,
			symbol: 'none',
			z: 1,
			animation: false,
			lineStyle: { color: token('muted'), type: [4, 4], width: 1 },
			label: { color: token('muted'), fontSize: 12, position: 'end', distance: 4 },
			data: rules.map(({ after, label }) => ({
				xAxis: after + 1 - first,
				label: { formatter: label }
			}))
		},
		markArea: {
			silent: true,
			itemStyle: { color: token('hatch'), opacity: 0.45 },
			label: { show: true, position: 'inside', color: token('ink'), fontSize: 12 },
			data: bands.map(({ from, until, label }) => [
				{ xAxis: from - first, name: label },
				{ xAxis: until + 1 - first }
			])
		}
	};
}
