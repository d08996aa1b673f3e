import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The folder of all builds, each in a folder named by the fingerprint of its sources. */
export const BUILDS = 'build';
/** A file for each process that serves a build: its number is the name, the build's name is in it. */
const SERVING = join(BUILDS, 'serving');
/** Stands while a process builds, with its number in it. */
const BUILDING = join(BUILDS, 'building');
/** No build takes as long: what says so was left behind, and its number is another process’s now. */
const LONGEST_BUILD_MS = 600_000;

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

/** Whether what says that a process builds was left behind by a build cut short. */
function leftBehind(): boolean {
	try {
		const builder = Number(readFileSync(BUILDING, 'utf8'));
		const age = Date.now() - statSync(BUILDING).mtimeMs;
		return builder === process.pid || !runs(builder) || age > LONGEST_BUILD_MS;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw error;
	}
}

/** Whether this process is now the one that builds. */
function mayBuild(): boolean {
	try {
		writeFileSync(BUILDING, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	if (leftBehind()) rmSync(BUILDING, { force: true });
	return false;
}

/** Does what only one process at a time may do, after the others. */
export async function buildAlone(build: () => Promise<void>): Promise<void> {
	mkdirSync(BUILDS, { recursive: true });
	while (!mayBuild()) await sleep(200);
	try {
		await build();
	} finally {
		rmSync(BUILDING, { force: true });
	}
}
