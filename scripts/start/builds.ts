import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The folder of all builds, each in a folder named by the fingerprint of its sources. */
export const BUILDS = 'build';
/** A file for each process that serves a build: its number is the name, the build's name is in it. */
const SERVING = join(BUILDS, 'serving');

function runs(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// Another user's process may not be signalled, but it is there.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** The builds that processes serve; what ended processes left is removed. */
function served(): Set<string> {
	const names = new Set<string>();
	for (const pid of readdirSync(SERVING)) {
		const file = join(SERVING, pid);
		if (runs(Number(pid))) names.add(readFileSync(file, 'utf8'));
		else rmSync(file, { force: true });
	}
	return names;
}

/**
 * Keeps a build as long as this process runs, since modules and files of it are read when they are
 * first asked for, and removes the builds that no process serves any more.
 */
export function keepBuild(build: string): void {
	mkdirSync(SERVING, { recursive: true });
	writeFileSync(join(SERVING, String(process.pid)), basename(build));
	const kept = served();
	for (const name of readdirSync(BUILDS)) {
		if (!/^[0-9a-f]{16}$/.test(name) || kept.has(name)) continue;
		rmSync(join(BUILDS, name), { recursive: true, force: true });
	}
}
