import {
	KINDS,
	LEVELS,
	MANIFEST_COLUMNS,
	SCOPES,
	type ManifestRow
} from '../../src/lib/form/index.ts';
import { BadTable, isDay, officeLines, sourceName, type OfficeLine } from './office-csv.ts';

/** A manifest that cannot be followed; says where and why. */
export class BadManifest extends BadTable {
	override readonly name = 'BadManifest';
}

type Column = (typeof MANIFEST_COLUMNS)[number];

const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
const ALLOWED: Partial<Record<Column, readonly string[]>> = {
	level: codes(LEVELS),
	kind: codes(KINDS),
	scope: codes(SCOPES)
};
const PATTERNS: Partial<Record<Column, RegExp>> = {
	year: /^(?:19|20)\d\d$/,
	source_url: /^https?:\/\//
};

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

function rowOf(line: OfficeLine): ManifestRow {
	const word = (column: Column): string | null => {
		const value = line.word(column);
		if (value !== null) checkValue(line.number, column, value);
		return value;
	};
	const source = word('source');
	if (source === null) throw new BadManifest(`清单第 ${line.number} 行没有 source`);
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

function linesOf(bytes: Uint8Array): OfficeLine[] {
	try {
		return officeLines(bytes, '清单', MANIFEST_COLUMNS);
	} catch (error) {
		throw error instanceof BadTable ? new BadManifest(error.message) : error;
	}
}

/** Reads a manifest's bytes; a wrong column or value is named with its line. */
export function parseManifest(bytes: Uint8Array): ManifestRow[] {
	const seen = new Set<string>();
	return linesOf(bytes).map((line) => {
		const row = rowOf(line);
		if (seen.has(row.source)) throw new BadManifest(`清单第 ${line.number} 行重复：${row.source}`);
		seen.add(row.source);
		return row;
	});
}
