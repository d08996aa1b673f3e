import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildAlone, BUILDS } from './builds.ts';

/** What a build is made of: files, and folders with all that is in them. */
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
/** Where the pages are built (svelte.config.js); a build cut short stays there. */
const UNFINISHED = join(BUILDS, 'unfinished');

function filesOf(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.map((name) => join(path, name))
		.filter((name) => statSync(name).isFile() && !name.endsWith('.test.ts'))
		.sort();
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap(filesOf)) {
		const bytes = readFileSync(file);
		hash.update(`${file}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex').slice(0, 16);
}

function run(program: string, args: readonly string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [program, ...args], {
			// A test's NODE_ENV would make a build that warns and checks as in development.
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const output: Buffer[] = [];
		child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
		child.stderr.on('data', (bytes: Buffer) => output.push(bytes));
		child.once('error', reject);
		child.once('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`the build failed:\n${Buffer.concat(output).toString()}`));
		});
	});
}

/**
 * The folder of the pages as the sources now are, named by their fingerprint: built where it is not
 * there, and moved into its place when whole. Other builds stay, since they may be being served.
 */
export async function ensureBuild(say: (line: string) => void): Promise<string> {
	const build = join(BUILDS, fingerprint());
	if (existsSync(build)) return build;
	say('正在构建页面…… Building the pages …');
	const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
	await buildAlone(async () => {
		if (existsSync(build)) return;
		await run(join(vite, 'bin', 'vite.js'), ['build', '--logLevel', 'warn']);
		renameSync(UNFINISHED, build);
	});
	return build;
}
