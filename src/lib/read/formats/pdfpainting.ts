import { OPS } from './pdfoperators.ts';
import type { PdfPage } from './pdffile.ts';
import { isGarbled, plain, type Glyph } from './pdfglyph.ts';
import {
	compose,
	contains,
	IDENTITY,
	rectOf,
	shared,
	type Matrix,
	type Rect
} from './pdfmatrix.ts';
import { shapesOf, type Stroke } from './pdfpath.ts';
import {
	freshState,
	inkOf,
	isLight,
	isWithin,
	moveText,
	PATTERN,
	startText,
	type State
} from './pdfstate.ts';
import { typeset, type PdfGlyph, type Typeset } from './pdftypeset.ts';

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

/** Filled areas of one page that are remembered; a page with more is a drawing. */
const AREAS = 1_000;

/** Reads one page's operators as a painter would, without painting. */
export function paintedOf(page: PdfPage): Painted {
	const painter = new Painter(page);
	page.operators.forEach((operator, index) => painter.run(operator, page.operands[index]));
	return painter.painted();
}

type Operands = readonly unknown[];

class Painter {
	state: State;
	/** Whether each piece of marked content under way belongs to a layer that shows. */
	readonly layers: boolean[] = [];
	clipNext = false;
	private readonly inked: Inked[] = [];
	private readonly strokes: Stroke[] = [];
	private readonly areas: Area[] = [];
	private readonly stack: State[] = [];
	private order = 0;
	private unseen = 0;
	private garbled = 0;

	constructor(readonly page: PdfPage) {
		this.state = freshState(page);
	}

	run(operator: number, operands: unknown): void {
		this.order += 1;
		DOES.get(operator)?.(this, Array.isArray(operands) ? (operands as Operands) : []);
	}

	painted(): Painted {
		const seen = this.inked.filter((inked) => this.isSeen(inked));
		const unseen = this.unseen + this.inked.length - seen.length;
		const glyphs = seen.map(({ glyph }) => glyph);
		return { glyphs, strokes: this.strokes, unseen, garbled: this.garbled };
	}

	save(): void {
		this.stack.push({ ...this.state });
	}

	restore(): void {
		this.state = this.stack.pop() ?? this.state;
	}

	transform(matrix: unknown): void {
		if (matrix) this.state.ctm = compose(this.state.ctm, matrix as Matrix);
	}

	clipTo(box: unknown): void {
		if (!box) return;
		const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box as readonly number[];
		this.state.clip = shared(this.state.clip, rectOf(this.state.ctm, x0, y0, x1, y1));
	}

	setStates(states: readonly (readonly [string, unknown])[]): void {
		for (const [key, value] of states) {
			if (key === 'ca') this.state.fillAlpha = Number(value);
			if (key === 'CA') this.state.strokeAlpha = Number(value);
			if (key === 'BM') this.state.opaque = value === 'source-over' || value === 'normal';
			if (key === 'SMask' && value) this.state.opaque = false;
			if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], Number(value[1]));
		}
	}

	setFont(name: unknown, size: number): void {
		this.state.font = this.page.fontOf(String(name));
		this.state.size = Math.abs(size);
		this.state.direction = size < 0 ? -1 : 1;
	}

	path(operator: number, data: Float32Array | null, box: unknown): void {
		const { state } = this;
		if (data && this.visible) {
			const shapes = shapesOf(data, state.ctm, PAINTS.get(operator) ?? {});
			if (state.fillAlpha > 0 && state.fill !== null) this.addFilled(shapes.areas, shapes.bars);
			if (state.strokeAlpha > 0 && state.stroke !== null) this.addStrokes(shapes.lines);
		}
		if (this.clipNext) this.clipTo(box);
		this.clipNext = false;
	}

	show(glyphs: readonly (PdfGlyph | number)[]): void {
		for (const set of typeset(glyphs, this.state)) this.ink(set);
	}

	private get visible(): boolean {
		return this.layers.every((shown) => shown);
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
		const { left, top, right, bottom } = this.state.clip;
		for (const stroke of strokes) {
			const [low, high] = stroke.upright ? [top, bottom] : [left, right];
			const [near, far] = stroke.upright ? [left, right] : [top, bottom];
			const from = Math.max(stroke.from, low);
			const to = Math.min(stroke.to, high);
			// A clip often runs along the middle of a rule.
			if (stroke.at < near - 2 || stroke.at > far + 2 || to - from < 1) continue;
			this.strokes.push({ ...stroke, from, to });
		}
	}

	private ink({ glyph, rect, size, turn }: Typeset): void {
		const text = plain(glyph.unicode);
		if (!glyph.isSpace && isGarbled(glyph.unicode)) this.garbled += 1;
		if (text === '') return;
		const colour = this.visible && isWithin(this.state, rect) ? inkOf(this.state) : null;
		if (turn === null || colour === null) {
			this.unseen += 1;
			return;
		}
		const { number, width, height } = this.page;
		const whole = { left: 0, top: 0, right: width, bottom: height };
		const box = { page: number, ...shared(rect, whole) };
		const inked = { text, ...rect, size, turn, box };
		this.inked.push({ glyph: inked, order: this.order, light: isLight(colour) });
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

const number = (operand: unknown) => (typeof operand === 'number' ? operand : 0);

function beginAnnotation(painter: Painter, [, rect, transform, matrix]: Operands): void {
	painter.save();
	painter.state = freshState(painter.page);
	painter.clipTo(rect);
	painter.transform(transform);
	painter.transform(matrix);
}

function beginForm(painter: Painter, [matrix, box]: Operands): void {
	painter.save();
	painter.transform(matrix);
	painter.clipTo(box);
}

/** What each operator does; the others change nothing that is read. */
const DOES: ReadonlyMap<number, (painter: Painter, operands: Operands) => void> = new Map([
	[OPS.save, (painter) => painter.save()],
	[OPS.restore, (painter) => painter.restore()],
	[OPS.transform, (painter, operands) => painter.transform(operands)],
	[OPS.setGState, (painter, [states]) => painter.setStates((states ?? []) as [string, unknown][])],
	[OPS.setFillRGBColor, ({ state }, [colour]) => void (state.fill = String(colour))],
	[OPS.setStrokeRGBColor, ({ state }, [colour]) => void (state.stroke = String(colour))],
	[OPS.setFillTransparent, ({ state }) => void (state.fill = null)],
	[OPS.setStrokeTransparent, ({ state }) => void (state.stroke = null)],
	[OPS.setFillColorN, ({ state }) => void (state.fill = PATTERN)],
	[OPS.clip, (painter) => void (painter.clipNext = true)],
	[OPS.eoClip, (painter) => void (painter.clipNext = true)],
	[
		OPS.constructPath,
		(painter, [operator, data, box]) =>
			painter.path(number(operator), (data as (Float32Array | null)[])[0] ?? null, box)
	],
	[OPS.paintFormXObjectBegin, beginForm],
	[OPS.paintFormXObjectEnd, (painter) => painter.restore()],
	[OPS.beginAnnotation, beginAnnotation],
	[OPS.endAnnotation, (painter) => painter.restore()],
	[OPS.beginMarkedContent, ({ layers }) => void layers.push(true)],
	[
		OPS.beginMarkedContentProps,
		({ layers, page }, [tag, layer]) => void layers.push(tag !== 'OC' || page.shows(layer))
	],
	[OPS.endMarkedContent, ({ layers }) => void layers.pop()],
	[OPS.beginText, ({ state }) => startText(state, IDENTITY)],
	[
		OPS.setTextMatrix,
		({ state }, [matrix]) =>
			startText(state, Array.from(matrix as Iterable<number>) as unknown as Matrix)
	],
	[OPS.setCharSpacing, ({ state }, [spacing]) => void (state.charSpacing = number(spacing))],
	[OPS.setWordSpacing, ({ state }, [spacing]) => void (state.wordSpacing = number(spacing))],
	[OPS.setHScale, ({ state }, [percent]) => void (state.scale = number(percent) / 100)],
	[OPS.setLeading, ({ state }, [leading]) => void (state.leading = -number(leading))],
	[OPS.setTextRise, ({ state }, [rise]) => void (state.rise = number(rise))],
	[OPS.setTextRenderingMode, ({ state }, [mode]) => void (state.mode = number(mode))],
	[OPS.setFont, (painter, [name, size]) => painter.setFont(name, number(size))],
	[OPS.moveText, ({ state }, [x, y]) => moveText(state, number(x), number(y))],
	[
		OPS.setLeadingMoveText,
		({ state }, [x, y]) => {
			state.leading = number(y);
			moveText(state, number(x), number(y));
		}
	],
	[OPS.nextLine, ({ state }) => moveText(state, 0, state.leading)],
	[OPS.showText, (painter, [glyphs]) => painter.show((glyphs ?? []) as (PdfGlyph | number)[])]
] as const);
