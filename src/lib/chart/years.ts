import type { BarSeriesOption, EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, SPLIT_LINE, token } from './base.ts';
import type { YearPoint, YearsFigure } from './figure.ts';
import { short } from './number.ts';

const MARKED = {
	color: token('accent-soft'),
	borderColor: token('accent'),
	borderWidth: 1.5,
	borderType: 'dashed' as const
};

/**
 * Dashed rules where the edition changes, and bands where nothing is collected. They stand on an
 * axis of their own, since a category axis has no place between two categories.
 */
function annotations(figure: YearsFigure, first: number): BarSeriesOption {
	return {
		type: 'bar',
		xAxisIndex: 1,
		silent: true,
		data: [],
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			lineStyle: { color: token('muted'), type: [4, 4], width: 1 },
			label: { color: token('muted'), fontSize: 12, position: 'end', distance: 4 },
			data: figure.rules.map(({ after, label }) => ({
				xAxis: after + 1 - first,
				label: { formatter: label }
			}))
		},
		markArea: {
			silent: true,
			itemStyle: { color: token('hatch'), opacity: 0.45 },
			label: { show: true, position: 'inside', color: token('ink'), fontSize: 12 },
			data: figure.bands.map(({ from, until, label }) => [
				{ xAxis: from - first, name: label },
				{ xAxis: until + 1 - first }
			])
		}
	};
}

function tip(figure: YearsFigure, point: YearPoint): string {
	const value =
		point.value === null
			? figure.gapLabel
			: `${short(point.value, figure.unit)} ${figure.unitLabel}`;
	return [`<b>${point.year}</b>`, escapeText(value), escapeText(point.note)]
		.filter((line) => line !== '')
		.join('<br>');
}

function bars(figure: YearsFigure): BarSeriesOption {
	return {
		type: 'bar',
		name: figure.name,
		barMaxWidth: 48,
		emphasis: { disabled: true },
		data: figure.points.map(({ value, marked }) => ({
			value: value ?? '-',
			itemStyle: marked ? MARKED : { color: token('accent') }
		})),
		label: {
			show: true,
			position: 'top',
			color: token('ink'),
			fontSize: 12,
			formatter: ({ dataIndex }) => {
				const value = figure.points[dataIndex]?.value ?? null;
				return value === null ? '' : short(value, figure.unit);
			}
		}
	};
}

/** The option of a figure by year: bars from zero, a marked bar hollow, a missing year a gap. */
export function yearsOption(figure: YearsFigure): EChartsOption {
	const years = figure.points.map(({ year }) => year);
	const shared = base();
	return {
		...shared,
		tooltip: {
			...shared.tooltip,
			formatter: (given: unknown) => {
				const first = (Array.isArray(given) ? given[0] : given) as { dataIndex?: number };
				const point = figure.points[first?.dataIndex ?? -1];
				return point ? tip(figure, point) : '';
			}
		},
		grid: {
			left: 8,
			right: 16,
			top: 48,
			bottom: 8,
			outerBoundsMode: 'same',
			outerBoundsContain: 'axisLabel'
		},
		xAxis: [
			{
				type: 'category',
				data: years.map(String),
				axisLabel: LABEL,
				axisTick: { show: false },
				axisLine: AXIS_LINE
			},
			{ type: 'value', min: 0, max: years.length, show: false, axisPointer: { show: false } }
		],
		yAxis: {
			type: 'value',
			name: figure.unitLabel,
			nameTextStyle: { ...LABEL, align: 'left' },
			nameGap: 20,
			axisLabel: LABEL,
			splitNumber: 4,
			splitLine: SPLIT_LINE
		},
		series: [bars(figure), annotations(figure, years[0] ?? 0)]
	};
}
