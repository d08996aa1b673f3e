import type { LegendComponentOption } from 'echarts';
import { token } from './base.ts';
import { WIDTHS, type Room } from './figure.ts';
import { widthOf } from './number.ts';

const MARGINS = 24;
const MARK = 17;
const LINE = 14;
const FOOT = 22;
const GAP = { wide: 20, narrow: 12 } as const;

/** Where a line may end: after a space, and before a Chinese character. */
const BREAK = /(?<= )|(?=\p{Script=Han})/u;

/** A name in lines no wider than a legend. */
function written(name: string, room: Room): string[] {
	const most = WIDTHS[room] - MARGINS - MARK;
	return name.split(BREAK).reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		return last === undefined || widthOf(last + word) > most
			? [...lines, word]
			: [...lines.slice(0, -1), last + word];
	}, []);
}

/** Room below a chart for a legend of these names, so that it never lies over an axis. */
export function legendRoom(names: readonly string[], room: Room): number {
	let [above, row, used] = [0, 0, 0];
	for (const name of names) {
		const lines = written(name, room);
		const width = MARK + Math.max(...lines.map(widthOf)) + GAP[room];
		if (used > 0 && used + width > WIDTHS[room] - MARGINS) {
			[above, row, used] = [above + row + GAP[room], 0, 0];
		}
		used += width;
		row = Math.max(row, LINE * lines.length);
	}
	return FOOT + above + row;
}

/** A legend below a chart, which names its parts and hides none of them. */
export const legendBelow = (names: readonly string[], room: Room): LegendComponentOption => ({
	data: [...names],
	bottom: 0,
	left: 'center',
	itemWidth: 12,
	itemHeight: 12,
	itemGap: GAP[room],
	formatter: (name) => written(name, room).join('\n'),
	textStyle: { color: token('ink'), fontSize: 12 },
	selectedMode: false
});
