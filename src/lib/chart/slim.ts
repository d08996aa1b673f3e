import { FONT } from './base.ts';

/** One element of a drawing that stands on a line of its own, taken apart. */
interface Mark {
	readonly name: 'path' | 'text';
	/** All attributes but those of its shape and place. */
	readonly look: string;
	/** The shape of a path, the place of a text. */
	readonly at: string;
	readonly text: string;
}

const MARK = /^<(path|text)((?: [\w-]+="[^"]*")*)\s*>([^<]*)<\/\1>$/;
const ATTRIBUTE = / ([\w-]+)="([^"]*)"/g;
const PLACE = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/;
/** A shape whose first point alone is told from the origin. */
const RELATIVE = /^M(-?[\d.]+) (-?[\d.]+)((?:[lhv][-\d. ]+)*Z?)$/;

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

/** Straight lines along an axis in the words that SVG has for them. */
const shortened = (shape: string): string =>
	shape.replace(/l(-?[\d.]+) 0(?=[lLMZ]|$)/g, 'h$1').replace(/l0 (-?[\d.]+)/g, 'v$1');

/** What an element says of itself: its look, and its shape and place as short as they can be told. */
function markOf(line: string): Mark | null {
	const [, name, attributes = '', text = ''] = MARK.exec(line) ?? [];
	if (name !== 'path' && name !== 'text') return null;
	const given = new Map(
		[...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value])
	);
	const [, right, down] = PLACE.exec(given.get('transform') ?? 'translate(0 0)') ?? [];
	const moved = (from: string | undefined, by: string | undefined) =>
		tenth(Number(from ?? 0) + Number(by ?? 0));
	let at = '';
	if (name === 'path') {
		const shape = shortened(given.get('d') ?? '');
		const [, x, y, rest = ''] = RELATIVE.exec(shape) ?? [];
		if (right !== undefined && x !== undefined) {
			at = `M${moved(x, right)} ${moved(y, down)}${rest}`;
			given.delete('transform');
		} else at = shape;
		given.delete('d');
	} else if (right !== undefined) {
		at = ` x="${moved(given.get('x'), right)}" y="${moved(given.get('y'), down)}"`;
		for (const key of ['x', 'y', 'transform']) given.delete(key);
	}
	const look = [...given].map(([key, value]) => ` ${key}="${value}"`).join('');
	return { name, look, at, text };
}

const isPattern = ({ look }: Mark) => look.includes(' fill="url(');
const isOutlined = ({ look }: Mark) => look.includes(' stroke="');
/** Neither filled nor outlined: what ECharts feels the pointer with. */
const isUnseen = (mark: Mark) =>
	mark.name === 'path' && mark.look.includes(' fill="none"') && !isOutlined(mark);

/** What may lie between two paths of one look without their order being seen once they are one. */
function passes(between: Mark, path: Mark): boolean {
	// The ground behind one word, and the words before it.
	if (between.name === 'text') return !isOutlined(path);
	// A bar’s pattern lies on that bar alone.
	return isPattern(between) && !isPattern(path);
}

/** Paths of one look that follow one another, as one path of several shapes. */
function joined(marks: readonly Mark[]): Mark[] {
	const kept: Mark[] = [];
	for (const mark of marks) {
		let index = kept.length - 1;
		const same = () => kept[index]?.name === 'path' && kept[index]?.look === mark.look;
		if (mark.name === 'path') {
			for (let last = kept[index]; last && !same() && passes(last, mark); last = kept[index])
				index -= 1;
		}
		const found = kept[index];
		if (found && same()) kept[index] = { ...found, at: found.at + mark.at };
		else kept.push(mark);
	}
	return kept;
}

/** Marks as markup, the look of texts that follow one another said once. */
function written(marks: readonly Mark[]): string {
	let [markup, look] = ['', ''];
	const turn = (next: string) => {
		if (next === look) return;
		markup += `${look === '' ? '' : '</g>'}${next === '' ? '' : `<g${next}>`}`;
		look = next;
	};
	for (const mark of marks) {
		turn(mark.name === 'text' ? mark.look : '');
		markup +=
			mark.name === 'text'
				? `<text${mark.at}>${mark.text}</text>`
				: `<path d="${mark.at}"${mark.look}/>`;
	}
	turn('');
	return markup;
}

/**
 * A drawing of ECharts without what only its own script reads, at under half its length: marks of
 * one look are told once. Size, type and baseline come from the style sheet.
 */
export function slim(svg: string): string {
	const lines = svg
		.replace(/<style\s*>[\s\S]*?<\/style>/g, '')
		.replaceAll(`font-family:${FONT};`, '')
		.replaceAll(' style="font-size:12px;"', '')
		.replace(
			/ (?:ecmeta_\w+|class|pointer-events|dominant-baseline|xmlns(?::\w+)?|version|baseProfile)="[^"]*"/g,
			''
		)
		.replace(
			/^<svg width="\d+" height="\d+"/,
			'<svg aria-hidden="true" focusable="false" font-size="12"'
		)
		// The browser's own drawings count from zero too, and must not take these for theirs.
		.replace(/(id="|url\(#)zr(?=\d)/g, '$1drawn')
		.replace(/<rect [^>]*fill="none"[^>]*><\/rect>/, '')
		.split('\n');
	let [markup, run] = ['', [] as Mark[]];
	for (const line of lines) {
		const mark = markOf(line);
		if (mark) {
			if (!isUnseen(mark)) run.push(mark);
			continue;
		}
		markup += written(joined(run)) + line;
		run = [];
	}
	return markup + written(joined(run));
}
