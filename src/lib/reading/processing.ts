import { createHash } from 'node:crypto';
import type { CheckedReport } from '../check/check.ts';
import type { FileReason, ManifestRow, Report } from '../form/index.ts';
import type { Member } from '../read/read.ts';
import {
	correct,
	withoutReport,
	type Correction,
	type CorrectionOutcome,
	type Corrected
} from './correcting.ts';

/** Reads one file: its bytes, its source, and what the manifest says of a source. */
export type Reader = (
	bytes: Uint8Array,
	source: string,
	wordOf: (source: string) => ManifestRow | null
) => AsyncIterable<Member>;
export type Checker = (report: Report) => CheckedReport;

/** What the office says of a file and of its members. */
export interface Said {
	readonly words: readonly { readonly source: string; readonly word: ManifestRow }[];
	readonly corrections: readonly (Correction & { readonly source: string })[];
}

/** A file, or a member of one, as it goes into the store. */
export interface Processed {
	readonly source: string;
	readonly sha256: string;
	readonly bytes: Uint8Array;
	readonly outcomes: readonly CorrectionOutcome[];
	readonly result:
		| ({ readonly ok: true; readonly checked: CheckedReport } & Omit<Corrected, 'outcomes'>)
		| {
				readonly ok: false;
				readonly why: FileReason;
				/** Whether another try may succeed: it took too long, or too much memory. */
				readonly again?: boolean;
		  };
}

export const sha256Of = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('hex');

/** Members by their source, each once: a second one of a name is not read. */
function taken(): (source: string) => string | null {
	const seen = new Map<string, number>();
	return (source) => {
		const count = (seen.get(source) ?? 0) + 1;
		seen.set(source, count);
		return count === 1 ? null : `${source}#${count}`;
	};
}

const DUPLICATE: FileReason = {
	code: 'same_name',
	reason: '与同一文件中另一成员同名，未读取；请改名后重新导入'
};

/** What a mistake of ours, met while reading, is called. */
export function failed(error: unknown): FileReason {
	const said = (error as Error).message;
	return {
		code: 'reader_failed',
		reason: `读取程序出错：${said}；请把这个文件交给维护者`,
		detail: { said }
	};
}

/**
 * Reads a file, puts right what the office says was misread, and confronts each report with the
 * rules. A mistake in the reader rejects the file, and keeps the members that were read before.
 */
export async function* processFile(
	bytes: Uint8Array,
	source: string,
	said: Said,
	{ read, check }: { readonly read: Reader; readonly check: Checker }
): AsyncGenerator<Processed> {
	const words = new Map(said.words.map((entry) => [entry.source, entry.word]));
	const again = taken();
	const rejected = (name: string, of: Uint8Array, why: FileReason): Processed => {
		const sha256 = sha256Of(of);
		const outcomes = said.corrections
			.filter((correction) => correction.source === name)
			.map((correction) => withoutReport(correction, sha256));
		return {
			source: name,
			sha256,
			bytes: of,
			outcomes,
			result: { ok: false, why }
		};
	};
	try {
		for await (const member of read(bytes, source, (name) => words.get(name) ?? null)) {
			const other = again(member.source);
			if (other !== null) yield rejected(other, member.bytes, DUPLICATE);
			else if (!member.reading.ok) {
				yield rejected(member.source, member.bytes, member.reading.rejection);
			} else yield readingOf(member, member.reading.report, said, check);
		}
	} catch (error) {
		yield rejected(again(source) ?? source, bytes, failed(error));
	}
}

function readingOf(
	{ source, bytes }: Member,
	report: Report,
	{ corrections }: Said,
	check: Checker
): Processed {
	const sha256 = sha256Of(bytes);
	const own = corrections.filter((correction) => correction.source === source);
	const { outcomes, ...corrected } = correct(report, own, sha256);
	const checked = check(corrected.report);
	return {
		source,
		sha256,
		bytes,
		outcomes,
		result: { ok: true, checked, ...corrected }
	};
}
