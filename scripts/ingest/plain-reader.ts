import { checkReport } from '../../src/lib/check/check.ts';
import {
	FORM_CELLS,
	type Cell,
	type FormCode,
	type ManifestRow,
	type Reading,
	type Report
} from '../../src/lib/form/index.ts';
import type { IngestParts } from './ingest.ts';

/**
 * A reader for tests of the store: lines of `name=value`, where a name is `agency`, `year`,
 * `published`, `form`, `generated` or a cell's address. Whatever else stands in a file is no report.
 */
export async function readPlain(
	bytes: Uint8Array,
	_: string,
	manifest: ManifestRow | null
): Promise<Reading> {
	const text = new TextDecoder().decode(bytes);
	if (text.startsWith('crash')) throw new Error('a mistake in the reader');
	if (!text.includes('=')) {
		return { ok: false, rejection: { code: 'not_a_report', reason: '没有表格；请检查文件' } };
	}
	return { ok: true, report: reportOf(text, manifest) };
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

function cellOf(address: string, line: Line | undefined): Cell {
	if (!line) {
		return { address, status: 'missing', value: null, raw: null, place: null, deduced: null };
	}
	const place = { start: line.start, end: line.start + line.value.length };
	const value = line.value === '' ? null : Number(line.value);
	const status = value === null ? 'blank' : 'reported';
	return { address, status, value, raw: line.value, place, deduced: null };
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
		scope: 'own',
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
		read: (bytes, source, manifest) => {
			asked.push(source);
			return readPlain(bytes, source, manifest);
		},
		check: checkReport,
		readerVersion: 'test',
		progress: () => {},
		...changes
	};
}
