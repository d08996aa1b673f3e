import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The scratch folders of open databases, removed with the process at the latest. */
const SCRATCH = new Set<string>();
process.once('exit', () => {
	for (const folder of SCRATCH) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder where one database may write. */
export async function makeScratch(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'gouji-'));
	SCRATCH.add(folder);
	return folder;
}

/** Removes the folder of a database that is closed, with all that is in it. */
export async function removeScratch(folder: string): Promise<void> {
	SCRATCH.delete(folder);
	await rm(folder, { recursive: true, force: true });
}
