import type { EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, SPLIT_LINE, token } from './base.ts';
import type { Room, YearPoint, YearsFigure } from './figure.ts';
import { short } from './number.ts';

/** Dashed rules where the edition changes, and bands where nothing is collected. */
function annotations(figure: YearsFigure) {
	return {
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			lineStyle: { color: token('muted'), type: [4, 4] as number[], width: 1 },
			label: { color: token('muted'), fontSize: 12, position: 'end' as const, distance: 4 },
			data: figure.rules.map(({ after, label }) => ({
				xAxis: after + 0.5,
				label: { formatter: label }
			}))
		},
		markArea: {
			silent: true,
			itemStyle: { color: token('hatch'), opacity: 0.45 },
			label: {
				show: true,
				position: 'inside' as const,
				color: token('ink'),
				fontSize: 12
			},
			data: figure.bands.map(
				({ from, until, label }) =>
					[{ xAxis: from - 0.5, name: label }, { xAxis: until + 0.5 }] as [object, object]
			)
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

/** The option of a figure by year: bars from zero, a marked bar hollow, a missing year a gap. */
export function yearsOption(figure: YearsFigure, room: Room): EChartsOption {
	const years = figure.points.map(({ year }) => year);
	const edges = [...years, ...figure.bands.flatMap(({ from, until }) => [from, until])];
	const barWidth = Math.max(8, Math.min(48, (room === 'wide' ? 340 : 180) / (edges.length + 1)));
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
		grid: { left: 8, right: 16, top: 48, bottom: 8, containLabel: true },
		xAxis: {
			type: 'value',
			min: Math.min(...edges) - 0.5,
			max: Math.max(...edges) + 0.5,
			interval: 1,
			axisLabel: {
				...LABEL,
				formatter: (year: number) => (Number.isInteger(year) ? String(year) : ''),
				showMinLabel: false,
				showMaxLabel: false
			},
			axisTick: { show: false },
			axisLine: AXIS_LINE,
			splitLine: { show: false }
		},
		yAxis: {
			type: 'value',
			name: figure.unitLabel,
			nameTextStyle: { ...LABEL, align: 'left' },
			nameGap: 20,
			axisLabel: LABEL,
			splitNumber: 4,
			splitLine: SPLIT_LINE
		},
		series: [
			{
				type: 'bar',
				name: figure.name,
				barWidth,
				emphasis: { disabled: true },
				data: figure.points.map(({ year, value, marked }) => ({
					value: value === null ? [year, '-'] : [year, value],
					itemStyle: marked
						? {
								color: token('accent-soft'),
								borderColor: token('accent'),
								borderWidth: 1.5,
								borderType: 'dashed' as const
							}
						: { color: token('accent') }
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
				},
				...annotations(figure)
			}
		]
	};
}
