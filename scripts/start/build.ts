import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a build is made of: files, and folders with all that is in them. */
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const BUILD = 'build';
/** The fingerprint of the sources that the build was made from; a build cut short has none. */
const FINGERPRINT = join(BUILD, 'sources.sha256');

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
	return hash.digest('hex');
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

/** Builds the pages where there is no build, or where its sources have changed since. */
export async function ensureBuild(say: (line: string) => void): Promise<void> {
	const wanted = fingerprint();
	if (existsSync(FINGERPRINT) && readFileSync(FINGERPRINT, 'utf8') === wanted) return;
	say('正在构建页面…… Building the pages …');
	const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
	await run(join(vite, 'bin', 'vite.js'), ['build', '--logLevel', 'warn']);
	writeFileSync(FINGERPRINT, wanted);
}
