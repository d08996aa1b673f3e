import type { EChartsOption } from 'echarts';
import type { Room } from './figure.ts';
import { widthOf } from './number.ts';

/** A colour of the style sheet, by its token; resolved by the page, so that themes switch freely. */
export const token = (name: string): string => `var(--${name})`;

export const LABEL = { color: token('muted'), fontSize: 12 };
export const AXIS_LINE = { show: true, lineStyle: { color: token('line-strong') } };
/** An axis of values is its labels and the lines across the chart. */
export const NO_LINE = { axisLine: { show: false }, axisTick: { show: false } };
export const SPLIT_LINE = { show: true, lineStyle: { color: token('line') } };

/** The page's own type, by name: browsers measure text with it before they draw. */
export const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, system-ui, sans-serif';

/** Whole figures have no marks between them on their axis. */
export const stepsOf = (values: readonly (number | null)[]) =>
	values.every((value) => value === null || Number.isInteger(value)) ? { minInterval: 1 } : {};

/**
 * What every chart shares: still, in the page's own type, with a tooltip the style sheet dresses.
 *
 * @param tip says, as markup, what stands at a place of the chart's axis
 */
export function base(tip: (index: number) => string): EChartsOption {
	return {
		animation: false,
		textStyle: { fontFamily: FONT, color: token('ink') },
		tooltip: {
			trigger: 'axis',
			confine: true,
			axisPointer: { type: 'shadow', shadowStyle: { color: token('accent'), opacity: 0.08 } },
			className: 'chart-tip',
			backgroundColor: token('surface'),
			borderColor: token('line-strong'),
			borderWidth: 1,
			shadowBlur: 0,
			extraCssText: 'box-shadow:none;border-radius:4px;white-space:normal;max-width:280px',
			textStyle: { color: token('ink'), fontSize: 12, fontFamily: FONT },
			formatter: (given: unknown) => {
				const first = (Array.isArray(given) ? given[0] : given) as { dataIndex?: number };
				return first?.dataIndex === undefined ? '' : tip(first.dataIndex);
			}
		}
	};
}

/** Text as markup: tooltips are HTML, and names come from reports. */
export const escapeText = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A name in 12 px type whose words in brackets would be torn by the end of a line, broken before them instead. */
export function brokenName(name: string, width: number): string {
	const bracket = name.search(/[（(]/);
	if (bracket <= 0) return name;
	const lineAt = (end: number) => Math.ceil(widthOf(name.slice(0, end)) / width);
	return lineAt(bracket + 1) === lineAt(name.length)
		? name
		: `${name.slice(0, bracket).trimEnd()}\n${name.slice(bracket)}`;
}

const NAMES = {
	wide: { fontSize: 12, lineHeight: 14, width: 240 },
	narrow: { fontSize: 11, lineHeight: 14, width: 118 }
} as const;

/** Names down the page, in full: over two lines where one is too short, over more on a phone. */
export const namesAxis = (room: Room) => ({
	color: token('ink'),
	overflow: 'break' as const,
	interval: 0,
	...NAMES[room],
	formatter: (name: string) =>
		brokenName(name, 12 * Math.floor(NAMES[room].width / NAMES[room].fontSize))
});
