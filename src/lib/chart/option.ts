import type { EChartsOption } from 'echarts';
import type { DrawnFigure, Room } from './figure.ts';
import { rankingOption } from './ranking.ts';
import { spreadOption } from './spread.ts';
import { stackOption } from './stack.ts';
import { yearsOption } from './years.ts';

/** The ECharts option of a figure; the same on the server and in the browser. */
export function optionOf(figure: DrawnFigure, room: Room): EChartsOption {
	switch (figure.kind) {
		case 'years':
			return yearsOption(figure, room);
		case 'stack':
			return stackOption(figure, room);
		case 'spread':
			return spreadOption(figure, room);
		case 'ranking':
			return rankingOption(figure, room);
	}
}
