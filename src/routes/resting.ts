import { link, slice } from '$lib/components/link';
import { EDITIONS, partsOf, type Series } from '$lib/form';
import type { Basis, FigureBasis } from '$lib/server/queries';
import type { Words } from '$lib/words/words';

/** What a figure rests on, in words, each count with its list. */
export interface Resting {
	readonly parts: readonly { readonly text: string; readonly href: string | null }[];
	readonly remarks: readonly string[];
}

type Count = [number, (n: number) => string, string | null];

const shown = (counts: readonly Count[]) =>
	counts.filter(([n]) => n > 0).map(([n, say, href]) => ({ text: say(n), href }));

/** The address of a list on the page of downloads. */
const list = (table: string, search: string, changes: Record<string, string | string[]>) =>
	link('/data', slice(search), { table, ...changes });

/** The scope whose reports a total leaves out; null where no one scope has just these. */
const LEFT_OUT = { not_consolidated: 'consolidated', consolidated: 'not_consolidated' } as const;
const leftOut = (basis: Basis) =>
	new Map<string, string>(Object.entries(LEFT_OUT)).get(basis.scope);

/** What chooses just the reports that an answer counts. */
const counted = ({ scope }: Basis) => ({ current: '1', scope });

function reportCounts(basis: Basis, search: string, words: Words): Count[] {
	const other = leftOut(basis);
	return [
		[basis.scopeUnknown, words.basis.scopeUnknown, null],
		[basis.withoutYear, words.basis.withoutYear, null],
		[
			basis.otherScope,
			words.basis.otherScope,
			other ? list('reports', search, { current: '1', scope: other }) : null
		],
		[
			basis.generated,
			words.basis.invented,
			list('reports', search, { ...counted(basis), generated: '1' })
		]
	];
}

/** What an answer about reports rests on. */
export function reportsResting(basis: Basis, search: string, words: Words): Resting {
	return {
		parts: [
			{ text: words.basis.reports(basis.reports), href: list('reports', search, counted(basis)) },
			...shown(reportCounts(basis, search, words))
		],
		remarks: [words.basis.scope[basis.scope]]
	};
}

/** What an answer about one figure rests on. */
export function figureResting(
	basis: FigureBasis,
	series: Series,
	search: string,
	words: Words
): Resting {
	const addresses = series.parts.flatMap((part) => part.addresses.map(partsOf));
	const every = (key: 'section' | 'item' | 'measure') => [
		...new Set(addresses.map((address) => address[key]))
	];
	const cells = { section: every('section'), item: every('item'), measure: every('measure') };
	const status = (code: string) =>
		list('cells', search, { ...counted(basis), ...cells, status: code });
	const without = EDITIONS.filter(({ code }) => !series.parts.some(({ form }) => form === code));
	return {
		parts: [
			{ text: words.basis.reports(basis.reports), href: list('reports', search, counted(basis)) },
			...shown([
				[basis.reported, words.basis.reported, status('reported')],
				[basis.missing, words.basis.missing, status('missing')],
				[basis.blank, words.basis.blank, status('blank')],
				[basis.unreadable, words.basis.unreadable, status('unreadable')],
				[
					basis.notCollected,
					words.basis.notCollected,
					without.length > 0
						? list('reports', search, { ...counted(basis), form: without.map(({ code }) => code) })
						: null
				],
				[
					basis.possiblyStock,
					basis.stockLeftOut ? words.basis.stockLeftOut : words.basis.stock,
					link('/findings', slice(search), { rule: 'stock_in_decisions' })
				],
				...reportCounts(basis, search, words)
			])
		],
		remarks: [words.basis.scope[basis.scope]]
	};
}

/** The address of the cells behind a series, as CSV. */
export function cellsCsv(series: Series, search: string): string {
	const addresses = series.parts.flatMap((part) => part.addresses.map(partsOf));
	return link('/download/cells.csv', slice(search), {
		section: [...new Set(addresses.map(({ section }) => section))],
		item: [...new Set(addresses.map(({ item }) => item))],
		measure: [...new Set(addresses.map(({ measure }) => measure))]
	});
}
