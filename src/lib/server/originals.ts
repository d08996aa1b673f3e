import { createHash } from 'node:crypto';
import { open, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { originalFile, originalsDirectory } from './store.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** The ending of an original that is kept compressed. */
const GZIP = '.gz';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function size(file: string): Promise<number> {
	return stat(file).then(
		(found) => found.size,
		() => 0
	);
}

/**
 * Keeps the bytes that reports were read from, each under its SHA-256 and compressed where that is
 * smaller: `originals/<first two digits>/<sha256>`, or the same with `.gz`. What is there already is
 * never written again. A few are written at a time, while the next files are read.
 */
export class Originals {
	readonly #store: string;
	readonly #pending = new Map<string, Promise<void>>();
	readonly #folders = new Set<string>();
	#failure: Error | null = null;

	constructor(store: string) {
		this.#store = store;
	}

	/** Begins to keep some bytes; waits only while too many others are being written. */
	async keep(sha256: string, bytes: Uint8Array): Promise<void> {
		while (this.#pending.size >= LIMITS.originalsAtOnce) {
			await Promise.race(this.#pending.values());
		}
		if (this.#failure) throw this.#failure;
		// Two files with the same bytes are one original, and must not be written over each other.
		if (this.#pending.has(sha256)) return;
		const writing = this.#write(sha256, bytes)
			.catch((error: unknown) => {
				this.#failure ??= error as Error;
			})
			.finally(() => this.#pending.delete(sha256));
		this.#pending.set(sha256, writing);
	}

	/** Waits until everything is on the disk; throws what went wrong on the way. */
	async settled(): Promise<void> {
		await Promise.all(this.#pending.values());
		if (this.#failure) throw this.#failure;
		for (const folder of this.#folders) await syncFolder(folder);
		this.#folders.clear();
	}

	async #write(sha256: string, bytes: Uint8Array): Promise<void> {
		const file = originalFile(this.#store, sha256);
		if ((await size(file)) > 0 || (await size(file + GZIP)) > 0) return;
		const folder = dirname(file);
		if (!this.#folders.has(folder)) {
			await mkdir(folder, { recursive: true });
			this.#folders.add(folder);
		}
		const packed = await compress(bytes);
		const smaller = packed.length < bytes.length;
		const temporary = `${file}.tmp`;
		const handle = await open(temporary, 'w');
		try {
			await handle.writeFile(smaller ? packed : bytes);
			await handle.datasync();
		} finally {
			await handle.close();
		}
		await rename(temporary, smaller ? file + GZIP : file);
	}
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
	try {
		return await readFile(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** The bytes that a report was read from; null where they are not kept, or damaged. */
export async function readOriginal(store: string, sha256: string): Promise<Uint8Array | null> {
	if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
	const file = originalFile(store, sha256);
	const plain = await readIfThere(file);
	if (plain && sha256Of(plain) === sha256) return plain;
	const packed = await readIfThere(file + GZIP);
	if (!packed) return null;
	const bytes = await decompress(packed, { maxOutputLength: LIMITS.archiveBytes }).catch(
		() => null
	);
	return bytes && sha256Of(bytes) === sha256 ? bytes : null;
}

async function names(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** Removes the originals whose SHA-256 is none of those kept, and what a crash left half-written. */
export async function collectOriginals(store: string, kept: ReadonlySet<string>): Promise<void> {
	const directory = originalsDirectory(store);
	for (const folder of await names(directory)) {
		for (const name of await names(join(directory, folder))) {
			const sha256 = name.endsWith(GZIP) ? name.slice(0, -GZIP.length) : name;
			if (!kept.has(sha256)) await rm(join(directory, folder, name), { force: true });
		}
	}
}
