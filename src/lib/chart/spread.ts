import type { EChartsOption } from 'echarts';
import { base, escapeText, token } from './base.ts';
import type { Room, SpreadFigure } from './figure.ts';
import { short } from './number.ts';
import { annotations, yearAxes } from './year-axes.ts';

function tip(figure: SpreadFigure, index: number): string {
	const point = figure.points[index];
	if (!point) return '';
	const said = (value: number) => short(value, figure.unit);
	const { quantiles } = point;
	const lines = quantiles
		? [
				`${figure.medianLabel} ${said(quantiles.median)} ${figure.unitLabel}`,
				`25%–75%: ${said(quantiles.p25)}–${said(quantiles.p75)}`,
				`10%–90%: ${said(quantiles.p10)}–${said(quantiles.p90)}`
			]
		: [figure.gapLabel];
	return [`<b>${point.year}</b>`, ...lines.map(escapeText)].join('<br>');
}

const BOX = 40;

/** The median's figure to the right of its line, where there is room for it. */
function medianLabels(figure: SpreadFigure) {
	return {
		type: 'bar' as const,
		silent: true,
		barWidth: BOX,
		itemStyle: { color: 'transparent' },
		label: {
			show: true,
			position: [BOX + 4, -6] as [number, number],
			color: token('ink'),
			// The figure stays readable where the rule between two editions passes it.
			backgroundColor: token('surface'),
			padding: [0, 2],
			fontSize: 12,
			formatter: ({ dataIndex }: { dataIndex: number }) => {
				const median = figure.points[dataIndex]?.quantiles?.median;
				return median === undefined ? '' : short(median, figure.unit);
			}
		},
		data: figure.points.map(({ quantiles }) => quantiles?.median ?? '-')
	};
}

/** The option of a spread: a box a year from the lower to the upper quartile, whiskers 10 % to 90 %. */
export function spreadOption(figure: SpreadFigure, room: Room): EChartsOption {
	const years = figure.points.map(({ year }) => year);
	return {
		...base((index) => tip(figure, index)),
		...yearAxes({
			years,
			unitLabel: figure.unitLabel,
			values: figure.points.flatMap(({ quantiles }) => Object.values(quantiles ?? {}))
		}),
		series: [
			{
				type: 'boxplot',
				name: figure.name,
				boxWidth: [8, BOX],
				emphasis: { disabled: true },
				itemStyle: {
					color: token('accent-soft'),
					borderColor: token('accent'),
					borderWidth: 1.5
				},
				data: figure.points.map(({ quantiles, href }) => ({
					value: quantiles
						? [quantiles.p10, quantiles.p25, quantiles.median, quantiles.p75, quantiles.p90]
						: ['-', '-', '-', '-', '-'],
					href
				})) as never
			},
			...(room === 'wide' && years.length <= 8 ? [medianLabels(figure)] : []),
			annotations(years[0] ?? 0, figure)
		]
	};
}
