import type { BarSeriesOption, EChartsOption } from 'echarts';
import { base, escapeText, token } from './base.ts';
import { WIDTHS, type Room, type YearsFigure } from './figure.ts';
import { legendBelow, legendRoom } from './legend.ts';
import { compact, short, widthOf } from './number.ts';
import { annotations, yearAxes } from './year-axes.ts';

const MARKED = {
	color: token('accent-soft'),
	borderColor: token('accent'),
	borderWidth: 1.5,
	borderType: 'dashed' as const
};

function tip(figure: YearsFigure, index: number): string {
	const point = figure.points[index];
	if (!point) return '';
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

const AXIS_WIDTH = 72;

type Bar = {
	readonly value: number | null;
	readonly href: string | null;
	readonly marked: boolean;
};

/** Every figure that is drawn. */
const valuesOf = ({ points, editions }: YearsFigure) => [
	...editions.flatMap(({ values }) => values),
	...points.map(({ value }) => value)
];

/** Words for the figures on bars: in full where each year has room for its own, else shortened. */
function labelsOf(figure: YearsFigure, room: Room) {
	const perYear = Math.max(1, figure.editions.length) * Math.max(1, figure.points.length);
	const width = (WIDTHS[room] - AXIS_WIDTH) / perYear - 4;
	const fits = valuesOf(figure).every(
		(value) => value === null || widthOf(short(value, figure.unit)) <= width
	);
	return (value: number) =>
		fits ? short(value, figure.unit) : compact(value, figure.unit, figure.language);
}

function barSeries(
	{ name, colour, said }: { name: string; colour: string; said: (value: number) => string },
	bars: readonly Bar[]
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
				return value === null ? '' : said(value);
			}
		}
	};
}

function series(figure: YearsFigure, room: Room): BarSeriesOption[] {
	const said = labelsOf(figure, room);
	if (figure.editions.length === 0) {
		return [barSeries({ name: figure.name, colour: 'accent', said }, figure.points)];
	}
	return figure.editions.map(({ name, colour, values, hrefs }) =>
		barSeries(
			{ name, colour, said },
			values.map((value, index) => ({ value, href: hrefs[index] ?? null, marked: false }))
		)
	);
}

/** The option of a figure by year: bars from zero, a marked bar hollow, a missing year a gap. */
export function yearsOption(figure: YearsFigure, room: Room): EChartsOption {
	const years = figure.points.map(({ year }) => year);
	const names = figure.editions.map(({ name }) => name);
	return {
		...base((index) => tip(figure, index)),
		legend: names.length === 0 ? { show: false } : legendBelow(names, room),
		...yearAxes({
			years,
			unitLabel: figure.unitLabel,
			values: valuesOf(figure),
			foot: names.length === 0 ? undefined : legendRoom(names, room)
		}),
		series: [...series(figure, room), annotations(years[0] ?? 0, figure)]
	};
}
