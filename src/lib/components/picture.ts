import { element, plainDrawing } from './plain-drawing.ts';
import { swatches, wrapped, writtenWords } from './picture-text.ts';

/** What a picture says of itself where it stands alone. */
export interface Caption {
	readonly title: string;
	/** The mark of invented data; null where there is none in it. */
	readonly mark: string | null;
	/** What it rests on, and what may not be compared in it. */
	readonly under: readonly string[];
	/** Where it comes from: snapshot and address. */
	readonly source: readonly string[];
}

interface Picture {
	readonly text: string;
	readonly width: number;
	readonly height: number;
}

const MARGIN = 16;
const LEAST_WIDTH = 420;

/** A token of the style sheet, its quotes fit for an attribute. */
const token = (name: string) =>
	getComputedStyle(document.documentElement)
		.getPropertyValue(`--${name}`)
		.trim()
		.replaceAll('"', "'");

/** Lines of text below one another from a height on, and where they end. */
function paragraph(
	text: string,
	from: number,
	{ width, size, weight = 400, ink }: { width: number; size: number; weight?: number; ink: string }
) {
	const context = document.createElement('canvas').getContext('2d');
	if (context) context.font = `${weight} ${size}px ${token('text')}`;
	const measure = (part: string) => context?.measureText(part).width ?? part.length * size;
	const height = size * 1.5;
	const lines = wrapped(text, width, measure).map((line, index) =>
		element(
			'text',
			{
				...{ x: MARGIN, y: from + height * (index + 0.5), fill: token(ink) },
				...{ 'font-size': size, 'font-weight': weight, 'dominant-baseline': 'central' }
			},
			line
		)
	);
	return { lines, end: from + height * lines.length };
}

/** The mark of invented data, as pages have it. */
function marked(mark: string, from: number) {
	const { lines } = paragraph(mark, from + 2, { width: 400, size: 12, ink: 'warn' });
	const [word] = lines;
	word?.setAttribute('x', String(MARGIN + 6));
	const width = mark.length * 12 + 12;
	const frame = { x: MARGIN, y: from + 1, width, height: 20, rx: 4, fill: 'none' };
	const dashes = { stroke: token('warn'), 'stroke-dasharray': '3 2' };
	return { lines: [element('rect', { ...frame, ...dashes }), ...lines], end: from + 26 };
}

/** The chart as it is shown now: each visible drawing at its place, and the words between them. */
function drawn(chart: Element, top: number) {
	const box = chart.getBoundingClientRect();
	const group = element('g', { transform: `translate(${MARGIN} ${top})` });
	for (const svg of chart.querySelectorAll<SVGSVGElement>('svg')) {
		const { left, top: above, width, height } = svg.getBoundingClientRect();
		if (width === 0 || svg.parentElement?.closest('svg')) continue;
		const place = { x: left - box.left, y: above - box.top, width, height };
		group.append(plainDrawing(svg, place));
	}
	group.append(...swatches(chart, box), ...writtenWords(chart, box));
	return { group, end: top + box.height };
}

function composed(chart: Element, caption: Caption): Picture {
	const inner = Math.max(LEAST_WIDTH, chart.getBoundingClientRect().width);
	const small = { width: inner, size: 12, ink: 'muted' };
	const parts: SVGElement[] = [];
	let end = MARGIN;
	const put = (block: { lines: SVGElement[]; end: number }) => {
		parts.push(...block.lines);
		end = block.end;
	};
	put(paragraph(caption.title, end, { width: inner, size: 16, weight: 600, ink: 'ink' }));
	if (caption.mark !== null) put(marked(caption.mark, end));
	for (const line of caption.under) put(paragraph(line, end, small));
	const chartPart = drawn(chart, end + 8);
	parts.push(chartPart.group);
	end = chartPart.end + 12;
	for (const line of caption.source) put(paragraph(line, end, { ...small, size: 11 }));
	const [width, height] = [Math.ceil(inner + 2 * MARGIN), Math.ceil(end + MARGIN)];
	const root = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	root.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	root.setAttribute('font-family', token('text'));
	root.append(element('rect', { width, height, fill: token('surface') }), ...parts);
	return { text: new XMLSerializer().serializeToString(root), width, height };
}

/**
 * A figure's chart as one picture that can stand alone. It goes into documents on white paper, so
 * it is made in the light theme whatever the page is in.
 */
function pictureOf(figure: HTMLElement, caption: Caption): Picture | null {
	const chart = figure.querySelector('.chart');
	if (!chart) return null;
	const { dataset } = document.documentElement;
	const theme = dataset.theme;
	dataset.theme = 'light';
	try {
		return composed(chart, caption);
	} finally {
		if (theme === undefined) delete dataset.theme;
		else dataset.theme = theme;
	}
}

function save(address: string, name: string): void {
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = name;
	anchor.click();
}

/** Saves a figure's chart as an SVG file. */
export function saveSvg(figure: HTMLElement, caption: Caption, name: string): void {
	const picture = pictureOf(figure, caption);
	if (!picture) return;
	const address = URL.createObjectURL(new Blob([picture.text], { type: 'image/svg+xml' }));
	save(address, `${name}.svg`);
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves a figure's chart as a PNG file, at twice its size on the page. */
export async function savePng(figure: HTMLElement, caption: Caption, name: string): Promise<void> {
	const picture = pictureOf(figure, caption);
	const context = document.createElement('canvas').getContext('2d');
	if (!picture || !context) return;
	const { text, width, height } = picture;
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
	await image.decode();
	context.canvas.width = width * 2;
	context.canvas.height = height * 2;
	context.scale(2, 2);
	context.drawImage(image, 0, 0, width, height);
	save(context.canvas.toDataURL('image/png'), `${name}.png`);
}
