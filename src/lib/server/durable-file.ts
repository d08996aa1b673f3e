import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until a file's bytes, or a folder's names, are on the disk. */
export async function sync(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Puts a finished file in its place in one step, which also survives a loss of power. */
export async function put(temporary: string, file: string): Promise<void> {
	await sync(temporary);
	await rename(temporary, file);
	await sync(dirname(file));
}

/** Writes a small file in one step: readers see the old text or the new one. */
export async function putText(file: string, text: string): Promise<void> {
	const temporary = `${file}.tmp`;
	const handle = await open(temporary, 'w');
	try {
		await handle.writeFile(text);
	} finally {
		await handle.close();
	}
	await put(temporary, file);
}

/** The SHA-256 of a file's bytes. */
export async function hashOf(file: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}
