import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { currentFile } from '../../src/lib/server/store.ts';

const SAMPLE = 'data/sample';

function ingest(store: string): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const args = [
			...['--import', 'tsx', 'scripts/ingest.ts', SAMPLE, '--store', store],
			...['--manifest', join(SAMPLE, 'manifest.csv'), '--roster', join(SAMPLE, 'roster.csv')],
			'--prune'
		];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
		child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
		child.once('error', reject);
		child.once('exit', (code) => resolve({ code, output }));
	});
}

/**
 * Brings the sample’s store up to date with the bundled sample: made at the first start, and again
 * where the sample or the reader has changed. It can always be made anew, so one that cannot be
 * read is thrown away.
 */
export async function ensureSample(store: string, say: (line: string) => void): Promise<void> {
	if (!existsSync(currentFile(store))) say('正在读入示例报告…… Reading the sample reports …');
	if ((await ingest(store)).code === 0) return;
	rmSync(store, { recursive: true, force: true });
	const { code, output } = await ingest(store);
	if (code !== 0) throw new Error(`the sample could not be read in:\n${output}`);
}
