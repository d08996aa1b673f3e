import { spawn } from 'node:child_process';

/** Runs one of the program’s own command lines to its end; gives its output and its time. */
export function command(
	name: 'generate' | 'ingest',
	args: readonly string[]
): Promise<{ output: string; milliseconds: number }> {
	const start = performance.now();
	const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	let complaint = '';
	child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
	child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => {
			if (code === 0) resolve({ output, milliseconds: performance.now() - start });
			else reject(new Error(`${name} ended with ${code}:\n${complaint}`));
		});
	});
}
