import { expanded, type Draft, type Grid, type Part, type Row, type Slot } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import type { Rendering } from './rendering.ts';

interface Style {
	table(grid: Grid, random: Random): string[];
	heading(text: string): string[];
	paragraph(text: string): string[];
	title(text: string): string[];
}

function textOf(draft: Draft, style: Style, random: Random): string {
	const lines = (parts: readonly Part[]) =>
		parts.flatMap((part) => {
			if (part.kind === 'table') return style.table(part.grid, random);
			return part.kind === 'heading' ? style.heading(part.text) : style.paragraph(part.text);
		});
	return [
		...lines(draft.before),
		...style.title(draft.title),
		...(draft.prose.sourceLine ? [draft.prose.sourceLine, ''] : []),
		...lines(draft.parts),
		...lines(draft.after),
		''
	].join('\n');
}

const PLAIN = {
	heading: (text: string) => ['', text, ''],
	paragraph: (text: string) => [text, ''],
	title: (text: string) => ['', text, '']
};
const MARKDOWN = {
	...PLAIN,
	heading: (text: string) => ['', `## ${text}`, ''],
	title: (text: string) => [`# ${text}`, '']
};

const text = (place: Slot | null) => place?.text ?? '';

function rendering(
	name: string,
	medium: Rendering['medium'],
	style: Style,
	more: Partial<Rendering> = {}
): Rendering {
	return {
		...{ name, medium, extension: 'txt', losesEmpty: false },
		render: (draft, random) => textOf(draft, style, random),
		...more
	};
}

/** Every place of the grid between tabs, merged places empty. */
const gridTabs = (grid: Grid) => expanded(grid).map((places) => places.map(text).join('\t'));

/** Rows as they stand in the source, merged places gone. */
const mergedTabs = ({ rows }: Grid) => rows.map(({ slots }) => slots.map(text).join('\t'));

const pipe = (cells: readonly string[]) =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function pipes(grid: Grid): string[] {
	const places = expanded(grid);
	const width = Math.max(...places.map(({ length }) => length));
	const [first, ...rest] = places.map((line) => pipe(line.map(text)));
	return ['', first!, pipe(Array.from({ length: width }, () => '---')), ...rest, ''];
}

const slotsOf = ({ rows }: Grid) => rows.flatMap(({ slots }) => slots);

/** A label broken where a narrow column breaks it. */
function wrapped(label: string): string[] {
	const size = Math.max(4, Math.ceil(label.length / 3));
	return Array.from({ length: Math.ceil(label.length / size) }, (_, at) =>
		label.slice(at * size, (at + 1) * size)
	);
}

function wordRow({ slots, detached }: Row): string[] {
	const labels = slots.filter(({ role }) => role !== 'figure').map(text);
	const figures = slots
		.filter(({ role }) => role === 'figure')
		.map(text)
		.filter((word) => word !== '')
		.join(' ');
	const words = labels.filter((word) => word !== '');
	if (detached === null) return [[...words, figures].filter((word) => word !== '').join(' ')];
	const [last, ...others] = [...words].reverse();
	const lines = wrapped(last ?? '');
	const before = others.reverse();
	return detached === 'above' ? [figures, ...before, ...lines] : [...before, ...lines, figures];
}

/** Heads as a PDF reader gives them: line by line, words between spaces. */
const words = ({ rows }: Grid) => rows.flatMap((line) => wordRow(line));

export const TEXT_RENDERINGS: readonly Rendering[] = [
	rendering('tabs-grid', 'tabs', { ...PLAIN, table: gridTabs }),
	rendering('tabs-merged', 'tabs', { ...PLAIN, table: mergedTabs }),
	rendering('md-pipes', 'pipes', { ...MARKDOWN, table: pipes }, { extension: 'md' }),
	rendering(
		'cells',
		'lines',
		{
			...PLAIN,
			table: (grid) =>
				slotsOf(grid)
					.map(text)
					.filter((word) => word !== '')
		},
		{ losesEmpty: true }
	),
	rendering('cells-apart', 'lines', {
		...PLAIN,
		table: (grid) => slotsOf(grid).flatMap((place) => [text(place) || '\u00a0', ''])
	}),
	rendering('words', 'words', { ...PLAIN, table: words }, { losesEmpty: true }),
	rendering(
		'glued',
		'glued',
		{ ...PLAIN, table: ({ rows }) => rows.map(({ slots }) => slots.map(text).join('')) },
		{ losesEmpty: true }
	),
	rendering(
		'one-line',
		'words',
		{
			...PLAIN,
			table: (grid) => [
				slotsOf(grid)
					.map(text)
					.filter((word) => word !== '')
					.join(' ')
			]
		},
		{ losesEmpty: true }
	)
];
