import { checkReport } from '../../src/lib/check/check.ts';
import {
	FORM_CELLS,
	type Cell,
	type FormCode,
	type ManifestRow,
	type Reading,
	type Report,
	type Scope
} from '../../src/lib/form/index.ts';
import type { Member } from '../../src/lib/read/read.ts';
import type { IngestParts } from './ingest.ts';
import { processFile, type Reader } from '../../src/lib/reading/processing.ts';

const encoder = new TextEncoder();

/**
 * A reader for tests of the store: lines of `name=value`, where a name is `agency`, `year`,
 * `published`, `form`, `scope`, `county`, `kind`, `generated` or a cell's address; a cell may stand on a page
 * (`address=value @page left top right bottom`). Whatever else stands in a file is no report.
 */
function readPlain(bytes: Uint8Array, manifest: ManifestRow | null): Reading {
	const text = new TextDecoder().decode(bytes);
	if (text.startsWith('crash')) throw new Error('a mistake in the reader');
	if (!text.includes('=')) {
		return { ok: false, rejection: { code: 'not_a_report', reason: '没有表格；请检查文件' } };
	}
	return { ok: true, report: reportOf(text, manifest) };
}

/** The same for files with members: `archive`, and before each member a line `--- its name`. */
export const readPlainFile: Reader = async function* (bytes, source, wordOf) {
	const text = new TextDecoder().decode(bytes);
	if (!text.startsWith('archive')) {
		yield { source, bytes, reading: readPlain(bytes, wordOf(source)) };
		return;
	}
	for (const [, name = '', content = ''] of text.matchAll(/^--- (.*)\n((?:(?!--- ).*\n?)*)/gm)) {
		yield memberOf(`${source}/${name}`, encoder.encode(content), wordOf);
	}
};

function memberOf(
	source: string,
	bytes: Uint8Array,
	wordOf: (source: string) => ManifestRow | null
): Member {
	return { source, bytes, reading: readPlain(bytes, wordOf(source)) };
}

interface Line {
	readonly value: string;
	readonly start: number;
}

function linesOf(text: string): Map<string, Line> {
	const lines = new Map<string, Line>();
	for (const match of text.matchAll(/^([^=\n]+)=(.*)$/gm)) {
		const [, name = '', value = ''] = match;
		lines.set(name, { value, start: match.index + name.length + 1 });
	}
	return lines;
}

const ON_PAGE = / @(\d+) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)$/;

function cellOf(address: string, line: Line | undefined): Cell {
	if (!line) {
		return { address, status: 'missing', value: null, raw: null, place: null, deduced: null };
	}
	const onPage = ON_PAGE.exec(line.value);
	const raw = line.value.replace(ON_PAGE, '');
	const place = { start: line.start, end: line.start + raw.length };
	const value = raw === '' ? null : Number(raw);
	const status = value === null ? 'blank' : 'reported';
	const cell: Cell = { address, status, value, raw, place, deduced: null };
	if (!onPage) return cell;
	const [page = 0, left = 0, top = 0, right = 0, bottom = 0] = onPage.slice(1).map(Number);
	return { ...cell, box: { page, left, top, right, bottom } };
}

function reportOf(text: string, manifest: ManifestRow | null): Report {
	const lines = linesOf(text);
	const word = (name: string) => lines.get(name)?.value ?? null;
	const agency = manifest?.agency ?? word('agency');
	const written = word('year');
	const year = manifest?.year ?? (written === null ? null : Number(written));
	const form = (word('form') ?? '2019') as FormCode;
	return {
		text,
		title: `${year} ${agency}`,
		form,
		agency,
		kind: manifest?.kind ?? word('kind'),
		level: manifest?.level ?? 'county',
		scope: (manifest?.scope ?? word('scope') ?? 'own') as Scope,
		province: '示例省',
		city: '甲市',
		county: word('county') ?? '乙县',
		year,
		publishedOn: manifest?.publishedOn ?? word('published'),
		sourceUrl: null,
		resolved: agency !== null && year !== null,
		generated: word('generated') !== null,
		cells: (FORM_CELLS.get(form) ?? []).map(({ address }) => cellOf(address, lines.get(address))),
		evidence: [],
		notes: []
	};
}

/** What an ingest uses in tests, with the sources that the reader was asked to read. */
export function plainParts(changes: Partial<IngestParts> = {}): IngestParts & { asked: string[] } {
	const asked: string[] = [];
	return {
		asked,
		process: (bytes, source, said) => {
			asked.push(source);
			return processFile(bytes, source, said, { read: readPlainFile, check: checkReport });
		},
		atOnce: 1,
		readerVersion: 'test',
		progress: () => {},
		...changes
	};
}
