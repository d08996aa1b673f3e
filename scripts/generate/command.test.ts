import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Truth } from './truth.ts';

const folder = mkdtempSync(join(tmpdir(), 'generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function generate(...args: readonly string[]) {
	const command = ['--import', 'tsx', 'scripts/generate.ts', ...args];
	return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

test('writes the reports, and their truth beside the folder', () => {
	const out = join(folder, 'corpus');
	const { status, stderr } = generate('--reports', '25', '--out', out, '--seed', 's');
	expect(status, stderr).toBe(0);
	const lines = readFileSync(`${out}.truth.jsonl`, 'utf8').trim().split('\n');
	const sources = lines.flatMap((line) => (JSON.parse(line) as Truth).source ?? []);
	expect(sources).toHaveLength(25);
	for (const source of sources) expect(existsSync(join(out, source)), source).toBe(true);
	const files = readdirSync(out, { recursive: true, withFileTypes: true });
	expect(files.filter((file) => file.isFile())).toHaveLength(25);
}, 30_000);

test('damaged reports are written in many layouts, with what is left true of them', () => {
	const out = join(folder, 'damaged');
	const { status, stderr } = generate('--reports', '16', '--out', out, '--damage', '2');
	expect(status, stderr).toBe(0);
	const lines = readFileSync(`${out}.truth.jsonl`, 'utf8').trim().split('\n');
	const truths = lines.map((line) => JSON.parse(line) as { source: string; damage: string[] });
	expect(truths).toHaveLength(16);
	for (const { source, damage } of truths) {
		expect(existsSync(join(out, source)), source).toBe(true);
		expect(damage.length).toBeGreaterThanOrEqual(2);
	}
	expect(generate('--reports', '1', '--out', out, '--damage', '4').status).toBe(1);
}, 30_000);

test('refuses a folder that is a file', () => {
	const { status, stderr } = generate('--reports', '1', '--out', 'package.json');
	expect(status).toBe(1);
	expect(stderr).toMatch(/是文件，不是文件夹/);
	expect(stderr).not.toContain('    at ');
}, 30_000);

test.each([
	['a truth inside the folder of the reports', ['--truth', 'in/truth.jsonl'], /之外/],
	['no reports', ['--reports', '0'], /正整数/],
	['half a report', ['--reports', '1.5'], /正整数/]
])(
	'refuses %s',
	(_, args, message) => {
		const out = join(folder, 'in');
		const paths = args.map((arg) => (arg.startsWith('in/') ? join(folder, arg) : arg));
		const { status, stderr } = generate('--reports', '1', '--out', out, ...paths);
		expect(status).toBe(1);
		expect(stderr).toMatch(message);
		expect(existsSync(out)).toBe(false);
	},
	30_000
);
