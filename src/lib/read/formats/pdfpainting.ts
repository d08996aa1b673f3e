import type { Box } from '../../form/index.ts';
import { OPS } from './pdfoperators.ts';
import type { PdfFont, PdfPage } from './pdffile.ts';
import { isGarbled, plain, type Glyph, type Turn } from './pdfglyph.ts';
import { compose, contains, mapped, rectOf, shared, type Matrix, type Rect } from './pdfmatrix.ts';
import { shapesOf, type Stroke } from './pdfpath.ts';

/** What a page shows: its characters and its lines, and what was told of them. */
export interface Painted {
	readonly glyphs: readonly Glyph[];
	/** Straight lines along the axes, as drawn: a rule may come in pieces, or many times. */
	readonly strokes: readonly Stroke[];
	/** Characters that the file holds for this page and that nobody sees. */
	readonly unseen: number;
	/** Characters whose font does not say which they are. */
	readonly garbled: number;
}

interface State {
	ctm: Matrix;
	clip: Rect;
	/** Colours as #rrggbb; null where nothing plain is painted. */
	fill: string | null;
	stroke: string | null;
	fillAlpha: number;
	strokeAlpha: number;
	/** Whether what is painted hides what lies below. */
	opaque: boolean;
	lineWidth: number;
	font: PdfFont | null;
	size: number;
	direction: 1 | -1;
	charSpacing: number;
	wordSpacing: number;
	scale: number;
	leading: number;
	rise: number;
	mode: number;
	text: Matrix;
	x: number;
	y: number;
	lineX: number;
	lineY: number;
}

/** A filled area: what may hide characters painted before, or be the ground of later ones. */
interface Area extends Rect {
	readonly order: number;
	readonly light: boolean;
}

interface Inked {
	readonly glyph: Glyph;
	readonly order: number;
	readonly light: boolean;
}

/** Text rendering modes that paint nothing (ISO 32000-1, table 106). */
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** Stands for a colour that is none, such as a shading. */
const PATTERN = 'pattern';
/** Ascent and descent of the square that a Chinese character stands in. */
const ASCENT = 0.88;
const DESCENT = -0.12;
/** Filled areas of one page that are remembered, and how large they must be. */
const AREAS = 3_000;

/** Reads one page's operators as a painter would, without painting. */
export function paintedOf(page: PdfPage): Painted {
	const painter = new Painter(page);
	page.operators.forEach((operator, index) => painter.run(operator, page.operands[index]));
	return painter.painted();
}

class Painter {
	private readonly inked: Inked[] = [];
	private readonly strokes: Stroke[] = [];
	private readonly areas: Area[] = [];
	private readonly stack: State[] = [];
	private readonly layers: boolean[] = [];
	private state: State;
	private clipNext = false;
	private order = 0;
	private unseen = 0;
	private garbled = 0;

	constructor(private readonly page: PdfPage) {
		this.state = this.fresh();
	}

	private fresh(): State {
		const { toPage, width, height } = this.page;
		const clip = { left: 0, top: 0, right: width, bottom: height };
		return {
			...{ ctm: toPage, clip, fill: '#000000', stroke: '#000000', fillAlpha: 1, strokeAlpha: 1 },
			...{ opaque: true, lineWidth: 1, font: null, size: 0, direction: 1, charSpacing: 0 },
			...{ wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0, text: [1, 0, 0, 1, 0, 0] },
			...{ x: 0, y: 0, lineX: 0, lineY: 0 }
		};
	}

	painted(): Painted {
		const seen = this.inked.filter((inked) => this.isSeen(inked));
		const unseen = this.unseen + this.inked.length - seen.length;
		const glyphs = seen.map(({ glyph }) => glyph);
		return { glyphs, strokes: this.strokes, unseen, garbled: this.garbled };
	}

	run(operator: number, operands: unknown): void {
		this.order += 1;
		const args = (operands ?? []) as readonly unknown[];
		const numbers = args as readonly number[];
		const [first = 0, second = 0] = numbers;
		const { state } = this;
		switch (operator) {
			case OPS.save:
				this.save();
				break;
			case OPS.restore:
				this.restore();
				break;
			case OPS.transform:
				state.ctm = compose(state.ctm, numbers as unknown as Matrix);
				break;
			case OPS.setLineWidth:
				state.lineWidth = first;
				break;
			case OPS.setGState:
				this.setStates(args[0] as readonly (readonly [string, unknown])[]);
				break;
			case OPS.setFillRGBColor:
				state.fill = String(args[0]);
				break;
			case OPS.setStrokeRGBColor:
				state.stroke = String(args[0]);
				break;
			case OPS.setFillTransparent:
				state.fill = null;
				break;
			case OPS.setFillColorN:
				state.fill = PATTERN;
				break;
			case OPS.setStrokeTransparent:
				state.stroke = null;
				break;
			case OPS.clip:
			case OPS.eoClip:
				this.clipNext = true;
				break;
			case OPS.constructPath:
				this.path(args);
				break;
			case OPS.paintFormXObjectBegin:
				this.beginForm(args[0] as Matrix | null, args[1] as readonly number[] | null);
				break;
			case OPS.paintFormXObjectEnd:
				this.restore();
				break;
			case OPS.beginAnnotation:
				this.beginAnnotation(args);
				break;
			case OPS.endAnnotation:
				this.restore();
				break;
			case OPS.beginMarkedContent:
				this.layers.push(true);
				break;
			case OPS.beginMarkedContentProps:
				this.layers.push(args[0] !== 'OC' || this.page.shows(args[1]));
				break;
			case OPS.endMarkedContent:
				this.layers.pop();
				break;
			default:
				this.runText(operator, args, first, second);
		}
	}

	private runText(operator: number, args: readonly unknown[], first: number, second: number): void {
		const { state } = this;
		switch (operator) {
			case OPS.beginText:
				this.startText([1, 0, 0, 1, 0, 0]);
				break;
			case OPS.setTextMatrix:
				this.startText([...(args[0] as Iterable<number>)] as unknown as Matrix);
				break;
			case OPS.setCharSpacing:
				state.charSpacing = first;
				break;
			case OPS.setWordSpacing:
				state.wordSpacing = first;
				break;
			case OPS.setHScale:
				state.scale = first / 100;
				break;
			case OPS.setLeading:
				state.leading = -first;
				break;
			case OPS.setTextRise:
				state.rise = first;
				break;
			case OPS.setTextRenderingMode:
				state.mode = first;
				break;
			case OPS.setFont:
				this.setFont(args[0], second);
				break;
			case OPS.moveText:
				this.moveText(first, second);
				break;
			case OPS.setLeadingMoveText:
				state.leading = second;
				this.moveText(first, second);
				break;
			case OPS.nextLine:
				this.moveText(0, state.leading);
				break;
			case OPS.showText:
				this.showText(args[0] as readonly (PdfGlyph | number)[]);
				break;
		}
	}

	private save(): void {
		this.stack.push({ ...this.state });
	}

	private restore(): void {
		this.state = this.stack.pop() ?? this.state;
	}

	private setStates(states: readonly (readonly [string, unknown])[]): void {
		for (const [key, value] of states) {
			if (key === 'ca') this.state.fillAlpha = Number(value);
			if (key === 'CA') this.state.strokeAlpha = Number(value);
			if (key === 'LW') this.state.lineWidth = Number(value);
			if (key === 'BM') this.state.opaque = value === 'source-over' || value === 'normal';
			if (key === 'SMask' && value) this.state.opaque = false;
			if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], Number(value[1]));
		}
	}

	private setFont(name: unknown, size: number): void {
		this.state.font = this.page.fontOf(String(name));
		this.state.size = Math.abs(size);
		this.state.direction = size < 0 ? -1 : 1;
	}

	private beginForm(matrix: Matrix | null, box: readonly number[] | null): void {
		this.save();
		if (matrix) this.state.ctm = compose(this.state.ctm, matrix);
		if (box) this.clipTo(box);
	}

	private beginAnnotation([, rect, transform, matrix]: readonly unknown[]): void {
		this.save();
		this.state = this.fresh();
		if (rect) this.clipTo(rect as readonly number[]);
		if (transform) this.state.ctm = compose(this.state.ctm, transform as Matrix);
		if (matrix) this.state.ctm = compose(this.state.ctm, matrix as Matrix);
	}

	private clipTo([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): void {
		this.state.clip = shared(this.state.clip, rectOf(this.state.ctm, x0, y0, x1, y1));
	}

	private get visible(): boolean {
		return this.layers.every((shown) => shown);
	}

	private path(args: readonly unknown[]): void {
		const [operator, parts, box] = args as [number, readonly (Float32Array | null)[], unknown];
		const { state } = this;
		const data = parts[0];
		if (data && this.visible) {
			const shapes = shapesOf(data, state.ctm, PAINTS.get(operator) ?? {});
			if (state.fillAlpha > 0 && state.fill !== null) this.addFilled(shapes.areas, shapes.bars);
			if (state.strokeAlpha > 0 && state.stroke !== null) this.addStrokes(shapes.lines);
		}
		if (this.clipNext && box) this.clipTo(box as readonly number[]);
		this.clipNext = false;
	}

	private addFilled(areas: readonly Rect[], bars: readonly Stroke[]): void {
		this.addStrokes(bars);
		const { fill, fillAlpha, opaque, clip } = this.state;
		if (fillAlpha < 1 || !opaque || fill === null || fill === PATTERN) return;
		for (const area of areas) {
			if (this.areas.length >= AREAS) return;
			this.areas.push({ ...shared(area, clip), order: this.order, light: isLight(fill) });
		}
	}

	private addStrokes(strokes: readonly Stroke[]): void {
		for (const stroke of strokes) {
			const { left, top, right, bottom } = this.state.clip;
			const [low, high] = stroke.upright ? [top, bottom] : [left, right];
			const [near, far] = stroke.upright ? [left, right] : [top, bottom];
			const from = Math.max(stroke.from, low);
			const to = Math.min(stroke.to, high);
			if (stroke.at < near - 2 || stroke.at > far + 2 || to - from < 1) continue;
			this.strokes.push({ ...stroke, from, to });
		}
	}

	private startText(matrix: Matrix): void {
		Object.assign(this.state, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
	}

	private moveText(x: number, y: number): void {
		const { state } = this;
		state.x = state.lineX += x;
		state.y = state.lineY += y;
	}

	private showText(glyphs: readonly (PdfGlyph | number)[]): void {
		const { state } = this;
		const { font, size } = state;
		if (!font || size === 0) return;
		const type3 = font.isType3Font === true;
		const unit = size * (font.fontMatrix?.[0] ?? 0.001);
		const vertical = font.vertical === true;
		const up = (font.fontMatrix?.[3] ?? 1) < 0 ? -1 : 1;
		const across = state.scale * state.direction;
		const place: Matrix = [
			across,
			0,
			0,
			type3 ? state.direction : 1,
			state.x,
			state.y + state.rise
		];
		const matrix = compose(compose(state.ctm, state.text), place);
		let at = 0;
		for (const glyph of glyphs) {
			if (typeof glyph === 'number') {
				at += ((vertical ? 1 : -1) * glyph * size) / 1000;
				continue;
			}
			const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
			const width = glyph.width * unit;
			if (vertical) {
				const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
				const [down = -1000, originX = 500, originY = 880] = metric;
				const left = -(glyph.vmetric ? originX * unit : width / 2);
				const base = at - originY * unit;
				this.ink(glyph, matrix, [left, base + DESCENT * size, left + width, base + ASCENT * size]);
				at += down * unit - spacing * state.direction;
			} else {
				const low = up * DESCENT * size;
				this.ink(glyph, matrix, [at, low, at + width, up * ASCENT * size]);
				at += type3 ? width + spacing : width + spacing * state.direction;
			}
		}
		if (vertical) state.y += at;
		else state.x += at * across;
	}

	private ink(
		glyph: PdfGlyph,
		matrix: Matrix,
		box: readonly [number, number, number, number]
	): void {
		const rect = rectOf(matrix, ...box);
		const turn = turnOf(matrix);
		const text = plain(glyph.unicode);
		if (isGarbled(glyph.unicode) && !glyph.isSpace) this.garbled += 1;
		if (text === '') return;
		if (turn === null || !this.isPainted(rect)) {
			this.unseen += 1;
			return;
		}
		const size = Math.hypot(matrix[2], matrix[3]) * this.state.size;
		const { fill, mode, stroke } = this.state;
		const colour = mode === 1 || mode === 5 ? stroke : fill;
		const light = colour !== null && isLight(colour);
		this.inked.push({
			glyph: { text, ...rect, size, turn, box: this.boxOf(rect) },
			order: this.order,
			light
		});
	}

	private boxOf(rect: Rect): Box {
		const { number, width, height } = this.page;
		return { page: number, ...shared(rect, { left: 0, top: 0, right: width, bottom: height }) };
	}

	private isPainted(rect: Rect): boolean {
		const { mode, fillAlpha, strokeAlpha, fill, stroke, clip } = this.state;
		if (mode === INVISIBLE || mode === CLIP_ONLY || !this.visible) return false;
		const outlined = mode === 1 || mode === 5;
		const none = outlined ? stroke === null || strokeAlpha === 0 : fill === null || fillAlpha === 0;
		const middle = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2] as const;
		return !none && contains(clip, ...middle);
	}

	/** Whether characters are of another colour than their ground, and nothing was laid over them. */
	private isSeen({ glyph, order, light }: Inked): boolean {
		const x = (glyph.left + glyph.right) / 2;
		const y = (glyph.top + glyph.bottom) / 2;
		let ground = true;
		for (const area of this.areas) {
			if (!contains(area, x, y)) continue;
			if (area.order > order) return false;
			ground = area.light;
		}
		return !(light && ground);
	}
}

/** A character as pdf.js gives it; its width in thousandths of its font's size. */
interface PdfGlyph {
	readonly unicode: string;
	readonly width: number;
	readonly vmetric?: readonly number[] | null;
	readonly isSpace?: boolean;
}

/** What an operator does with its path. */
const PAINTS: ReadonlyMap<number, { readonly fills?: boolean; readonly strokes?: boolean }> =
	new Map([
		[OPS.stroke, { strokes: true }],
		[OPS.closeStroke, { strokes: true }],
		[OPS.fill, { fills: true }],
		[OPS.eoFill, { fills: true }],
		[OPS.fillStroke, { fills: true, strokes: true }],
		[OPS.eoFillStroke, { fills: true, strokes: true }],
		[OPS.closeFillStroke, { fills: true, strokes: true }],
		[OPS.closeEOFillStroke, { fills: true, strokes: true }]
	]);

/** Whether a colour is white or nearly so. */
function isLight(colour: string): boolean {
	const value = Number.parseInt(colour.slice(1), 16);
	const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
	return 0.3 * red + 0.59 * green + 0.11 * blue > 245;
}

/** The quarter turns of text under a map; null for a slant, as watermarks have. */
function turnOf(matrix: Matrix): Turn | null {
	const [x0, y0] = mapped(matrix, 0, 0);
	const [x1, y1] = mapped(matrix, 1, 0);
	const angle = (Math.atan2(y1 - y0, x1 - x0) * 2) / Math.PI;
	const nearest = Math.round(angle);
	return Math.abs(angle - nearest) > 0.05 ? null : ((((nearest % 4) + 4) % 4) as Turn);
}
