import { distributionTable } from './distribution.ts';
import type { ChartFigure, RankingFigure, StackFigure, YearsFigure } from './figure.ts';
import { full } from './number.ts';
import { wholeOf } from './stack.ts';

/** The words of a table's own headers. */
export interface TableWords {
	readonly year: string;
	readonly total: string;
	readonly filledColumn: string;
	readonly reportsColumn: string;
	readonly gap: string;
}

/** A figure's values as people read them: the chart's other form. */
export interface FigureTable {
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

function yearsTable(figure: YearsFigure, words: TableWords): FigureTable {
	const bandOf = (year: number) =>
		figure.bands.find(({ from, until }) => year >= from && year <= until)?.label;
	return {
		headers: [
			words.year,
			`${figure.name} (${figure.unitLabel})`,
			words.filledColumn,
			words.reportsColumn
		],
		rows: figure.points.map(({ year, value, reports }) => [
			String(year),
			value === null ? (bandOf(year) ?? figure.gapLabel) : full(value),
			reports ? full(reports.filled) : '—',
			reports ? full(reports.all) : '—'
		])
	};
}

function stackTable(figure: StackFigure, words: TableWords): FigureTable {
	const cell = (value: number | null) => (value === null ? words.gap : full(value));
	return {
		headers: ['', ...figure.parts.map(({ name }) => name), words.total],
		rows: figure.categories.map((category, index) => [
			category,
			...figure.parts.map(({ values }) => cell(values[index] ?? null)),
			cell(wholeOf(figure, index))
		])
	};
}

function rankingTable(figure: RankingFigure, words: TableWords): FigureTable {
	const cell = (value: number | null) => (value === null ? words.gap : full(value));
	const previous = figure.previousName;
	return {
		headers: ['', figure.name, ...(previous === null ? [] : [previous])],
		rows: figure.bars.map((bar) => [
			bar.name,
			cell(bar.value),
			...(previous === null ? [] : [cell(bar.previous)])
		])
	};
}

/** A figure as a table. */
export function tableOf(figure: ChartFigure, words: TableWords): FigureTable {
	switch (figure.kind) {
		case 'years':
			return yearsTable(figure, words);
		case 'stack':
			return stackTable(figure, words);
		case 'ranking':
			return rankingTable(figure, words);
		case 'distribution':
			return distributionTable(figure);
	}
}
