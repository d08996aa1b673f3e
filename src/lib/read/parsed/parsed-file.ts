import type { ManifestRow, Reading } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { bytewise, decode } from '../formats/decode.ts';
import { placesOf, sentenceOf } from './complaint.ts';
import { csvReports, delimiterOf } from './csv.ts';
import { jsonReports } from './json.ts';
import type { RawReport, RawReports } from './raw-report.ts';
import { nameOf, recordIn } from './recorded-report.ts';
import { readRecord } from './recorded-reading.ts';

/** One report of a file of parsed reports. */
export interface ParsedMember {
	/** The file's source, with the report's name in it behind a `/` where the file has several. */
	readonly source: string;
	readonly reading: Reading;
}

/** First bytes that tell what a file holds. */
const SAMPLE = 4096;

/** Whether a file may hold parsed reports; told by its beginning, without decoding it. */
function maybe(bytes: Uint8Array): 'json' | 'csv' | null {
	// The codes of the columns are ASCII in every encoding; UTF-16 sets a NUL beside each letter.
	const beginning = bytewise(bytes, SAMPLE)
		.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
		.replaceAll('\u0000', '');
	if (/^\s*[{[]/.test(beginning)) return 'json';
	return delimiterOf(beginning.split(/[\r\n]/, 1)[0] ?? '') === null ? null : 'csv';
}

/**
 * The reports of a file that an office's own parser wrote, as JSON or CSV
 * (docs/parsed-report.schema.json); null for a file that is no such thing. A report that breaks the
 * schema is rejected with the place of each fault, and the others are read.
 */
export function parsedReports(bytes: Uint8Array): RawReports | null {
	const format = maybe(bytes);
	if (format === null) return null;
	const decoded = decode(bytes, LIMITS.fileBytes);
	if (!decoded.ok) return null;
	const text = decoded.text.replace(/^\ufeff/, '');
	return format === 'json' ? jsonReports(text) : csvReports(text);
}

/** Reads each report of such a file; they are made as they are taken. */
export function* readParsed(
	found: RawReports,
	source: string,
	wordOf: (source: string) => ManifestRow | null
): Generator<ParsedMember> {
	if (!found.ok) {
		yield { source, reading: found };
		return;
	}
	const names = new Map<string, number>();
	for (const [index, raw] of found.reports.entries()) {
		const name = uniqueName(nameOf(raw.given) ?? String(index + 1), names);
		const member = found.reports.length === 1 ? source : `${source}/${name}`;
		yield { source: member, reading: readingOf(raw, member, wordOf(member)) };
	}
}

function readingOf(
	{ given, complaints, locate }: RawReport,
	source: string,
	manifest: ManifestRow | null
): Reading {
	const checked = complaints.length > 0 ? null : recordIn(given);
	if (checked?.ok) return readRecord(checked.record, source, manifest);
	const told = checked === null ? complaints : checked.complaints;
	const reason = sentenceOf(told, locate);
	const detail = { at: placesOf(told, locate) };
	return { ok: false, rejection: { code: 'invalid_record', reason, detail } };
}

const NAME_LENGTH = 120;

/** A report's name as a part of a path: letters, digits, dots and dashes, and no other's. */
function uniqueName(given: string, names: Map<string, number>): string {
	const safe = given
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}._-]+/gu, '_')
		.replace(/^\.+/, '_')
		.slice(0, NAME_LENGTH);
	const count = (names.get(safe) ?? 0) + 1;
	names.set(safe, count);
	return count === 1 ? safe : `${safe}~${count}`;
}
