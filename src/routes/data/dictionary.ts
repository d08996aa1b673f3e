import { SEVERITIES } from '$lib/check/rule';
import { numberingIn } from '$lib/components/numbering';
import {
	EDITIONS,
	KINDS,
	LEVELS,
	SCOPES,
	STATUSES,
	type Block,
	type Label,
	type Language
} from '$lib/form';
import { columnType } from '$lib/server/columns';
import { DOWNLOAD_SCHEMAS, type DownloadTable } from '$lib/server/queries';
import type { Words } from '$lib/words/words';

/** A code that stands in a file, and what it means. */
export interface Code {
	readonly code: string;
	readonly label: string;
}

/** A column of a table, as its file has it. */
export interface ColumnMeaning {
	readonly name: string;
	/** A few words, for the head of a column. */
	readonly short: string;
	readonly meaning: string;
	readonly type: keyof Words['data']['types'];
	readonly codes: readonly Code[];
}

const TYPES: Readonly<Record<string, ColumnMeaning['type']>> = {
	VARCHAR: 'text',
	BOOLEAN: 'flag',
	DATE: 'date',
	INTEGER: 'whole',
	BIGINT: 'whole',
	UTINYINT: 'whole'
};

const labelled = (
	list: readonly { readonly code: string; readonly label: Label }[],
	language: Language
): Code[] => list.map(({ code, label }) => ({ code, label: label[language] }));

function codesOf(name: string, language: Language, words: Words): readonly Code[] {
	switch (name) {
		case 'section': {
			const sections = EDITIONS.flatMap(({ sections }) => sections);
			return labelled([...new Map(sections.map((one) => [one.code, one])).values()], language);
		}
		case 'kind':
			return labelled(KINDS, language);
		case 'level':
			return labelled(LEVELS, language);
		case 'scope':
			return labelled(SCOPES, language);
		case 'form':
			return labelled(EDITIONS, language);
		case 'severity':
			return labelled(SEVERITIES, language);
		case 'status':
			return STATUSES.map((code) => ({
				code,
				label: `${words.status[code]}${words.colon}${words.data.statusWhy[code]}`
			}));
		case 'origin':
			return Object.entries(words.findings.origins).map(([code, label]) => ({ code, label }));
		default:
			return [];
	}
}

/** The columns of a table with their meanings, in the order of its files. */
export function columnsOf(
	table: DownloadTable,
	language: Language,
	words: Words
): readonly ColumnMeaning[] {
	return DOWNLOAD_SCHEMAS[table].fields.map(({ name, type, metadata }) => {
		const meaning = metadata.get(language) ?? name;
		return {
			name,
			short: meaning.split(/[：（;:,]/)[0] ?? meaning,
			meaning,
			type: TYPES[columnType(type as Parameters<typeof columnType>[0])] ?? 'figure',
			codes: codesOf(name, language, words)
		};
	});
}

const blockOf = (block: Block, language: Language, words: Words) => ({
	caption: block.caption[language],
	measures: block.measures.map(({ code, label, unit }) => ({
		code,
		label: label[language],
		unit: words.unit[unit]
	})),
	items: block.items.map(({ code, label, numbering }) => ({
		code,
		label: `${numberingIn(language, numbering)}${label[language]}`
	}))
});

/** The cells of each edition of the form: what their codes stand for. */
export const editionsOf = (language: Language, words: Words) =>
	EDITIONS.filter(({ sections }) => sections.length > 0)
		.toReversed()
		.map(({ code, label, notice, from, until, sections }) => ({
			code,
			title: words.data.edition(label[language], notice ?? '', from, until),
			sections: sections.map((section) => ({
				code: section.code,
				label: section.label[language],
				blocks: section.blocks.map((block) => blockOf(block, language, words))
			}))
		}));
export type EditionCells = ReturnType<typeof editionsOf>[number];
