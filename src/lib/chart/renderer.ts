import { init, setPlatformAPI } from './engine.ts';
import { WIDTHS, type DrawnFigure, type Room } from './figure.ts';
import { heightOf } from './height.ts';
import { widthOf } from './number.ts';
import { optionOf } from './option.ts';
import { slim } from './slim.ts';

const KEPT = 400;
const kept = new Map<string, string>();

// Without a canvas ECharts takes all type for narrow: words set in another would meet their neighbours.
setPlatformAPI({
	measureText: (text, font) => {
		const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
		return { width: (widthOf(text) * size) / 12 };
	}
});

function render(figure: DrawnFigure, room: Room): string {
	const chart = init(null, null, {
		renderer: 'svg',
		ssr: true,
		width: WIDTHS[room],
		height: heightOf(figure, room)
	});
	try {
		chart.setOption(optionOf(figure, room));
		return slim(chart.renderToSVGString());
	} finally {
		chart.dispose();
	}
}

/** Where a mark leads does not show: drawings that differ in nothing else are one. */
const withoutLinks = (name: string, value: unknown): unknown =>
	/hrefs?$/i.test(name) ? undefined : value;

/** A figure as the text of an SVG, drawn on the server; the newest drawings are kept. */
export function renderSvg(figure: DrawnFigure, room: Room): string {
	const key = `${room} ${JSON.stringify(figure, withoutLinks)}`;
	const found = kept.get(key);
	if (found !== undefined) return found;
	const svg = render(figure, room);
	kept.set(key, svg);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
	return svg;
}
