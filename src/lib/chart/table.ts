import { hrefAt, wholeHrefAt } from './addresses.ts';
import type {
	ChartFigure,
	DistributionFigure,
	RankingFigure,
	SpreadFigure,
	StackFigure,
	TilesFigure,
	YearsFigure
} from './figure.ts';
import type { FigureTable, TableCell, TableWords } from './figure-table.ts';
import { full, short } from './number.ts';
import { wholeOf } from './stack.ts';

const plain = (text: string): TableCell => ({ text, href: null });

function yearsTable(figure: YearsFigure, words: TableWords): FigureTable {
	const bandOf = (year: number) =>
		figure.bands.find(({ from, until }) => year >= from && year <= until)?.label;
	const unit = (name: string) => words.withUnit(name, figure.unitLabel);
	const cell = (value: number | null, href: string | null, otherwise: string): TableCell =>
		value === null ? plain(otherwise) : { text: full(value), href };
	const editions = figure.editions;
	return {
		headers: [
			words.year,
			...(editions.length > 0 ? editions : [figure]).map(({ name }) => unit(name)),
			words.filledColumn,
			words.reportsColumn
		],
		rows: figure.points.map(({ year, value, reports, href }, index) => [
			plain(String(year)),
			...(editions.length > 0
				? editions.map(({ values, hrefs }) =>
						cell(values[index] ?? null, hrefs[index] ?? null, words.gap)
					)
				: [cell(value, href, bandOf(year) ?? figure.gapLabel)]),
			plain(reports ? full(reports.filled) : '—'),
			plain(reports ? full(reports.all) : '—')
		])
	};
}

function stackTable(figure: StackFigure, words: TableWords): FigureTable {
	const cell = (value: number | null, href: string | null): TableCell =>
		value === null ? plain(words.gap) : { text: full(value), href };
	return {
		headers: [
			figure.direction === 'columns' ? words.year : words.name,
			...figure.parts.map(({ name }) => name),
			words.total
		],
		rows: figure.categories.map((category, index) => [
			plain(category),
			...figure.parts.map(({ values }, part) =>
				cell(values[index] ?? null, hrefAt(figure, part, index))
			),
			cell(wholeOf(figure, index), wholeHrefAt(figure, index))
		])
	};
}

function rankingTable(figure: RankingFigure, words: TableWords): FigureTable {
	const cell = (value: number | null, href: string | null): TableCell =>
		value === null ? plain(words.gap) : { text: full(value), href };
	const previous = figure.previousName;
	const unit = (name: string) => words.withUnit(name, figure.unitLabel);
	return {
		headers: [
			words.name,
			...[figure.name, ...(previous === null ? [] : [previous])].map(unit),
			...(figure.changeName === null ? [] : [figure.changeName])
		],
		rows: figure.bars.map((bar) => [
			plain(bar.name),
			cell(bar.value, bar.href),
			...(previous === null ? [] : [cell(bar.previous, bar.previousHref)]),
			...(figure.changeName === null ? [] : [plain(bar.change ?? words.gap)])
		])
	};
}

function spreadTable(figure: SpreadFigure, words: TableWords): FigureTable {
	return {
		headers: [
			words.year,
			'10%',
			'25%',
			words.withUnit(figure.medianLabel, figure.unitLabel),
			'75%',
			'90%',
			words.filledColumn,
			words.reportsColumn
		],
		rows: figure.points.map(({ year, quantiles, reports, href }) => {
			const at = (key: keyof NonNullable<typeof quantiles>): TableCell =>
				quantiles === null
					? plain(figure.gapLabel)
					: { text: short(quantiles[key], figure.unit), href };
			return [
				plain(String(year)),
				...(['p10', 'p25', 'median', 'p75', 'p90'] as const).map(at),
				plain(reports ? full(reports.filled) : '—'),
				plain(reports ? full(reports.all) : '—')
			];
		})
	};
}

function tilesTable(figure: TilesFigure, words: TableWords): FigureTable {
	return {
		headers: [
			words.name,
			words.withUnit(figure.name, figure.unitLabel),
			words.filledColumn,
			words.reportsColumn
		],
		rows: figure.tiles.map(({ name, value, reports, href }) => [
			plain(name),
			value === null ? plain(figure.gapLabel) : { text: full(value), href },
			plain(full(reports.filled)),
			plain(full(reports.all))
		])
	};
}

/** The classes with their counts, then the quartiles and the own figure. */
function distributionTable(figure: DistributionFigure, words: TableWords): FigureTable {
	const row = (name: string, text: string, href: string | null = null) => [
		plain(name),
		{ text, href }
	];
	return {
		headers: [words.withUnit(figure.name, figure.unitLabel), figure.countLabel],
		rows: [
			...figure.bins.map(({ label, count, href }) => row(label, full(count), href)),
			...figure.quartiles.map(({ name, value }) => row(name, value)),
			...(figure.own === null ? [] : [row(figure.own.label, figure.own.value, figure.own.href)])
		]
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
		case 'spread':
			return spreadTable(figure, words);
		case 'tiles':
			return tilesTable(figure, words);
		case 'distribution':
			return distributionTable(figure, words);
	}
}
