import { parse } from 'csv-parse/sync';
import { KINDS, LEVELS, SCOPES, type ManifestRow } from '../../src/lib/form/index.ts';

/** A manifest that cannot be followed; says where and why. */
export class BadManifest extends Error {
	override readonly name = 'BadManifest';
}

/** The columns of a manifest, in the order in which people are shown them. */
export const MANIFEST_COLUMNS = [
	'source',
	'agency',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'scope',
	'year',
	'published_on',
	'source_url',
	'supersedes'
] as const;
type Column = (typeof MANIFEST_COLUMNS)[number];

const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
const ALLOWED: Partial<Record<Column, readonly string[]>> = {
	level: codes(LEVELS),
	kind: codes(KINDS),
	scope: codes(SCOPES)
};
const PATTERNS: Partial<Record<Column, RegExp>> = {
	year: /^(?:19|20)\d\d$/,
	published_on: /^\d{4}-\d{2}-\d{2}$/,
	source_url: /^https?:\/\//
};

/** Text in UTF-8, or as spreadsheet programs of Chinese systems save it. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}

/** A source as ingest writes it: relative, `/` between folders, composed characters. */
const sourceName = (text: string) =>
	text.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');

function isDay(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function checkValue(line: number, column: Column, value: string): void {
	const allowed = ALLOWED[column];
	const wrong =
		(allowed && !allowed.includes(value)) ||
		(PATTERNS[column] && !PATTERNS[column].test(value)) ||
		(column === 'published_on' && !isDay(value));
	if (!wrong) return;
	const hint = allowed ? `；可用的值：${allowed.join(' ')}` : '';
	throw new BadManifest(`清单第 ${line} 行 ${column} 的值不对：${value}${hint}`);
}

function rowOf(line: number, record: Readonly<Record<string, string>>): ManifestRow {
	const word = (column: Column): string | null => {
		const value = record[column]?.trim();
		if (!value) return null;
		checkValue(line, column, value);
		return value;
	};
	const source = word('source');
	if (source === null) throw new BadManifest(`清单第 ${line} 行没有 source`);
	const year = word('year');
	const supersedes = word('supersedes');
	return {
		source: sourceName(source),
		agency: word('agency'),
		province: word('province'),
		city: word('city'),
		county: word('county'),
		level: word('level') as ManifestRow['level'],
		kind: word('kind'),
		scope: word('scope') as ManifestRow['scope'],
		year: year === null ? null : Number(year),
		publishedOn: word('published_on'),
		sourceUrl: word('source_url'),
		supersedes: supersedes === null ? null : sourceName(supersedes)
	};
}

/** Reads a manifest's bytes; a wrong column or value is named with its line. */
export function parseManifest(bytes: Uint8Array): ManifestRow[] {
	let records: { record: Record<string, string>; info: { lines: number } }[];
	try {
		records = parse(decode(bytes), {
			bom: true,
			columns: true,
			info: true,
			skip_empty_lines: true
		});
	} catch (error) {
		throw new BadManifest(`清单不是规范的 CSV：${(error as Error).message}`);
	}
	const unknown = Object.keys(records[0]?.record ?? {}).find(
		(name) => !MANIFEST_COLUMNS.includes(name.trim() as Column)
	);
	if (unknown !== undefined) {
		throw new BadManifest(`清单有不认识的列：${unknown}；可用的列：${MANIFEST_COLUMNS.join(' ')}`);
	}
	const seen = new Set<string>();
	return records.map(({ record, info }) => {
		const row = rowOf(info.lines, record);
		if (seen.has(row.source)) throw new BadManifest(`清单第 ${info.lines} 行重复：${row.source}`);
		seen.add(row.source);
		return row;
	});
}
