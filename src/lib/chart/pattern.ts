import type { BarSeriesOption } from 'echarts';
import { token } from './base.ts';
import type { Pattern, StackPart } from './figure.ts';

type Decal = Exclude<NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>, 'none'>;

const LINES = { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [1.5, 5] };
const DECALS: Readonly<Record<Pattern, Decal | null>> = {
	plain: null,
	rising: { ...LINES, rotation: -Math.PI / 4 },
	falling: { ...LINES, rotation: Math.PI / 4 },
	level: { ...LINES, rotation: 0 },
	upright: { ...LINES, rotation: Math.PI / 2 },
	dots: {
		symbol: 'circle',
		symbolSize: 0.5,
		dashArrayX: [
			[0, 6],
			[6, 0]
		],
		dashArrayY: [6, 0]
	}
};

/**
 * A part's pattern as ECharts draws it, over the colour. It is always drawn; the style sheet shows
 * it in print and where a reader asks for it, so that the server draws each chart once.
 */
export function decalOf({ pattern, words }: StackPart): { decal?: Decal } {
	const decal = DECALS[pattern];
	return decal === null ? {} : { decal: { ...decal, color: token(words) } };
}
