import type { Counted, Rejection } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { rejected } from './opened.ts';
import { packageKind } from './package.ts';
import { entriesOf, isZip, ZipTrouble, type ZipEntry } from './zip.ts';

/** One file of an archive: its path in it, and its bytes, or why they cannot be had. */
export interface ArchiveFile {
	/** Safe and unlike the others', with `/` between folders; empty for the archive as a whole. */
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly rejection: Rejection | null;
}

/** Whether bytes are an archive of files, and no office file. */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
	if (!isZip(bytes)) return false;
	try {
		return (await packageKind(bytes)) === 'archive';
	} catch {
		return true;
	}
}

/** What all of an archive may still unpack to, with the archives in it; and the paths given so far. */
interface Budget {
	bytes: number;
	entries: number;
	/** How often each path was asked for. */
	readonly taken: Map<string, number>;
}

/**
 * The files of a ZIP, and of the ZIPs in it, one after another in the order of the directory, so
 * that no more than one is held. What cannot be unpacked is a file with a rejection; where the
 * archive itself is damaged or too large, a last one says so.
 */
export async function* filesIn(bytes: Uint8Array): AsyncGenerator<ArchiveFile> {
	const budget = { bytes: LIMITS.zipBytes, entries: LIMITS.zipEntries, taken: new Map() };
	yield* unpacked(bytes, '', 1, budget);
}

async function* unpacked(
	bytes: Uint8Array,
	place: string,
	depth: number,
	budget: Budget
): AsyncGenerator<ArchiveFile> {
	let files = 0;
	try {
		for await (const entry of entriesOf(bytes)) {
			budget.entries -= 1;
			if (budget.entries < 0)
				throw overBudget(`条目超过 ${LIMITS.zipEntries} 个`, 'entries', LIMITS.zipEntries);
			const path = safePath(entry.path);
			if (path === null || isSkipped(path)) continue;
			files += 1;
			const own = unlike(place === '' ? path : `${place}/${path}`, budget.taken);
			const file = await fileAt(entry, own, budget);
			const inner = file.rejection === null && depth < LIMITS.zipDepth;
			if (inner && (await isArchive(file.bytes))) {
				yield* unpacked(file.bytes, own, depth + 1, budget);
			} else yield file;
			if (budget.bytes <= 0)
				throw overBudget(`展开后超过 ${LIMITS.zipBytes} 字节`, 'bytes', LIMITS.zipBytes);
		}
		if (files === 0) throw new ZipTrouble('empty', '压缩包里没有文件。请确认打包是否完整。');
	} catch (error) {
		if (!(error instanceof ZipTrouble)) throw error;
		// Where the budget of all is spent, the outermost archive says so, once.
		if (place !== '' && isSpent(budget)) return;
		yield { path: place, bytes, ...rejected(error.code, error.message, error.detail) };
	}
}

const isSpent = ({ bytes, entries }: Budget) => bytes <= 0 || entries < 0;

function overBudget(what: string, of: Counted, most: number): ZipTrouble {
	return new ZipTrouble(
		'too_large',
		`压缩包${what}，其余的文件没有读取。请分成几个压缩包后再导入。`,
		{ of, most }
	);
}

async function fileAt(entry: ZipEntry, path: string, budget: Budget): Promise<ArchiveFile> {
	try {
		const bytes = await entry.bytes(Math.min(LIMITS.fileBytes, Math.max(budget.bytes, 0)));
		budget.bytes -= bytes.length;
		return { path, bytes, rejection: null };
	} catch (error) {
		if (!(error instanceof ZipTrouble)) throw error;
		// What was unpacked before the limit was met has cost as much as a file of that size.
		if (error.code === 'too_large') budget.bytes -= LIMITS.fileBytes;
		return { path, bytes: new Uint8Array(0), ...rejected(error.code, error.message, error.detail) };
	}
}

/**
 * A path within the archive, whatever the ZIP says: no drive, no way up or out, no backslash and no
 * control character, in Unicode's composed form. Null for a folder.
 */
export function safePath(path: string): string | null {
	const flat = path.normalize('NFC').replaceAll('\\', '/').slice(-PATH_LENGTH);
	if (flat === '' || flat.endsWith('/')) return null;
	const pieces = flat
		.replace(/^\s*[A-Za-z]:/, '')
		.split('/')
		.map((piece) => piece.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '_').trim())
		.filter((piece) => piece !== '' && !/^\.{1,2}$/.test(piece));
	return pieces.length === 0 ? '_' : pieces.join('/');
}

/** Characters of a path that are kept, its end. */
const PATH_LENGTH = 400;

/** Files that are no documents, as the walk of folders leaves them out too. */
function isSkipped(path: string): boolean {
	return path.split('/').some((piece) => piece === '__MACOSX' || /^(?:\.|~\$)/.test(piece));
}

/** A path that no file had before: the second of a name gets a number. */
function unlike(path: string, taken: Map<string, number>): string {
	let times = taken.get(path) ?? 0;
	let own = path;
	while (taken.has(own)) own = `${path} (${(times += 1) + 1})`;
	taken.set(path, times);
	taken.set(own, taken.get(own) ?? 0);
	return own;
}
