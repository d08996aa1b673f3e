import type { LegendComponentOption } from 'echarts';
import { token } from './base.ts';
import { WIDTHS, type Room } from './figure.ts';
import { widthOf } from './number.ts';

const MARGINS = 24;
const MARK = 17;
const LINE = 22;
const GAP = { wide: 20, narrow: 12 } as const;

/** Lines that the names of a legend take. */
function linesOf(names: readonly string[], room: Room): number {
	let [lines, used] = [1, 0];
	for (const name of names) {
		const width = MARK + widthOf(name) + GAP[room];
		if (used > 0 && used + width > WIDTHS[room] - MARGINS) [lines, used] = [lines + 1, 0];
		used += width;
	}
	return lines;
}

/** Room below a chart for a legend of these names, so that it never lies over an axis. */
export const legendRoom = (names: readonly string[], room: Room): number =>
	14 + LINE * linesOf(names, room);

/** A legend below a chart, which names its parts and hides none of them. */
export const legendBelow = (names: readonly string[], room: Room): LegendComponentOption => ({
	data: [...names],
	bottom: 0,
	left: 'center',
	itemWidth: 12,
	itemHeight: 12,
	itemGap: GAP[room],
	textStyle: { color: token('ink'), fontSize: 12 },
	selectedMode: false
});
