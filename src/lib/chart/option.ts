import type { EChartsOption } from 'echarts';
import { distributionOption } from './distribution.ts';
import type { ChartFigure, Room } from './figure.ts';
import { rankingOption } from './ranking.ts';
import { stackOption } from './stack.ts';
import { yearsOption } from './years.ts';

/** The ECharts option of a figure; the same on the server and in the browser. */
export function optionOf(figure: ChartFigure, room: Room): EChartsOption {
	switch (figure.kind) {
		case 'years':
			return yearsOption(figure);
		case 'stack':
			return stackOption(figure, room);
		case 'ranking':
			return rankingOption(figure, room);
		case 'distribution':
			return distributionOption(figure, room);
	}
}
