import { spawn } from 'node:child_process';

/** The npm scripts that check what is written, at the same time: none needs what another makes. */
const CHECKS = ['types', 'lint', 'docs -- --check'];

/** Runs an npm script to its end, and shows in one piece what it said. */
function passes(script: string): Promise<boolean> {
	const child = spawn(`npm run ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
	const said: Buffer[] = [];
	child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
	child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			process.stdout.write(Buffer.concat(said));
			resolve(code === 0);
		});
	});
}

const passed = await Promise.all(CHECKS.map(passes));
process.exitCode = passed.every(Boolean) ? 0 : 1;
