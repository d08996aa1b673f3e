import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What becomes of a process that nobody-waited-for rejections with such a stack reach. */
function exitAfter(stack: string): number | null {
	const script = `import { passStrays } from '${new URL('stray.ts', import.meta.url).href}'; passStrays(); const error = new Error('x'); error.stack = '${stack}'; void Promise.reject(error);`;
	return spawnSync('npx', ['tsx', '--input-type=module', '-e', script], { timeout: 30_000 }).status;
}

it('a failure that pdf.js leaves behind does not end the process, any other does', () => {
	expect(exitAfter('at pdfjs-dist/legacy/build/pdf.worker.mjs:1:1')).toBe(0);
	expect(exitAfter('at src/lib/read/read.ts:1:1')).not.toBe(0);
}, 60_000);
