import type { EChartsOption } from 'echarts';
import { AXIS_LINE, base, escapeText, LABEL, namesAxis, SPLIT_LINE, token } from './base.ts';
import type { RankingFigure, Room } from './figure.ts';
import { legendBelow } from './legend.ts';
import { short } from './number.ts';

function tip(figure: RankingFigure, index: number): string {
	const bar = figure.bars[index];
	if (!bar) return '';
	const said = (value: number | null) =>
		value === null ? '—' : `${short(value, figure.unit)} ${figure.unitLabel}`;
	const lines = [`<b>${escapeText(bar.name)}</b>`, `${escapeText(figure.name)} ${said(bar.value)}`];
	if (figure.previousName !== null) {
		lines.push(`${escapeText(figure.previousName)} ${said(bar.previous)}`);
	}
	if (figure.changeName !== null && bar.change !== null) {
		lines.push(`${escapeText(figure.changeName)} ${bar.change}`);
	}
	return lines.join('<br>');
}

function valueLabel(figure: RankingFigure) {
	return {
		show: true,
		position: 'right' as const,
		color: token('ink'),
		fontSize: 12,
		formatter: ({ dataIndex }: { dataIndex: number }) => {
			const { value = null, change = null } = figure.bars[dataIndex] ?? {};
			return value === null ? '' : [short(value, figure.unit), change ?? ''].join(' ').trim();
		}
	};
}

/** The option of a ranking: bars from zero, the previous year as a thin bar below. */
export function rankingOption(figure: RankingFigure, room: Room): EChartsOption {
	return {
		...base((index) => tip(figure, index)),
		legend:
			figure.previousName === null
				? { show: false }
				: { ...legendBelow([figure.name, figure.previousName], room), itemHeight: 8 },
		grid: {
			left: 8,
			right: figure.changeName === null ? 64 : 112,
			top: 8,
			bottom: figure.previousName === null ? 8 : 32,
			outerBoundsMode: 'same',
			outerBoundsContain: 'axisLabel'
		},
		xAxis: {
			type: 'value',
			axisLabel: { ...LABEL, hideOverlap: true },
			splitLine: SPLIT_LINE,
			splitNumber: room === 'wide' ? 4 : 2
		},
		yAxis: {
			type: 'category',
			inverse: true,
			data: figure.bars.map(({ name }) => name),
			axisTick: { show: false },
			axisLine: AXIS_LINE,
			axisLabel: namesAxis(room)
		},
		series: [
			{
				type: 'bar',
				name: figure.name,
				barMaxWidth: 12,
				emphasis: { disabled: true },
				itemStyle: { color: token('accent') },
				label: valueLabel(figure),
				data: figure.bars.map(({ value, href }) => ({ value: value ?? '-', href }))
			},
			...(figure.previousName === null
				? []
				: [
						{
							type: 'bar' as const,
							name: figure.previousName,
							barMaxWidth: 5,
							barGap: '10%',
							emphasis: { disabled: true },
							itemStyle: { color: token('line-strong') },
							data: figure.bars.map(({ previous, previousHref }) => ({
								value: previous ?? '-',
								href: previousHref
							}))
						}
					])
		]
	};
}
