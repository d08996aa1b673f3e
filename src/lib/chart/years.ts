import type { BarSeriesOption, EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, SPLIT_LINE, token } from './base.ts';
import type { YearPoint, YearsFigure } from './figure.ts';
import { short } from './number.ts';
import { annotations, betweenYears } from './year-rules.ts';

const MARKED = {
	color: token('accent-soft'),
	borderColor: token('accent'),
	borderWidth: 1.5,
	borderType: 'dashed' as const
};

function tip(figure: YearsFigure, point: YearPoint, index: number): string {
	const said = (value: number | null) =>
		value === null ? figure.gapLabel : `${short(value, figure.unit)} ${figure.unitLabel}`;
	const values =
		figure.editions.length === 0
			? [said(point.value)]
			: figure.editions.map(({ name, values }) => `${name} ${said(values[index] ?? null)}`);
	return [`<b>${point.year}</b>`, ...values.map(escapeText), escapeText(point.note)]
		.filter((line) => line !== '')
		.join('<br>');
}

type Bar = {
	readonly value: number | null;
	readonly href: string | null;
	readonly marked: boolean;
};

function barSeries(
	figure: YearsFigure,
	name: string,
	colour: string,
	bars: Bar[]
): BarSeriesOption {
	return {
		type: 'bar',
		name,
		barMaxWidth: 48,
		emphasis: { disabled: true },
		itemStyle: { color: token(colour) },
		data: bars.map(({ value, marked, href }) => ({
			value: value ?? '-',
			href,
			...(marked ? { itemStyle: MARKED } : {})
		})),
		label: {
			show: true,
			position: 'top',
			color: token('ink'),
			fontSize: 12,
			formatter: ({ dataIndex }) => {
				const value = bars[dataIndex]?.value ?? null;
				return value === null ? '' : short(value, figure.unit);
			}
		}
	};
}

function series(figure: YearsFigure): BarSeriesOption[] {
	if (figure.editions.length === 0) {
		return [barSeries(figure, figure.name, 'accent', [...figure.points])];
	}
	return figure.editions.map(({ name, colour, values, hrefs }) =>
		barSeries(
			figure,
			name,
			colour,
			values.map((value, index) => ({ value, href: hrefs[index] ?? null, marked: false }))
		)
	);
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
				return point ? tip(figure, point, first.dataIndex ?? -1) : '';
			}
		},
		legend:
			figure.editions.length === 0
				? { show: false }
				: {
						bottom: 0,
						itemWidth: 12,
						itemHeight: 8,
						textStyle: { color: token('ink'), fontSize: 12 },
						selectedMode: false
					},
		grid: {
			left: 8,
			right: 16,
			top: 48,
			bottom: figure.editions.length === 0 ? 8 : 32,
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
			betweenYears(years.length)
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
		series: [...series(figure), annotations(years[0] ?? 0, figure)]
	};
}
