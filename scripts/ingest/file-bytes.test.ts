import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../src/lib/limits.ts';
import { readFileBytes } from './file-bytes.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);

describe('the bytes of a file', () => {
	it('come with the size and time they had', async () => {
		writeFileSync(path('a'), 'abc');
		const got = await readFileBytes(path('a'));
		expect(got).toMatchObject({ ok: true, size: 3n });
		expect(got.ok && got.bytes.toString()).toBe('abc');
	});

	it('of a file that grows while it is read are refused, and may be tried again', async () => {
		writeFileSync(path('growing'), 'abc');
		const handle = await open(path('growing'));
		const prototype = Object.getPrototypeOf(handle) as { read: (...args: unknown[]) => unknown };
		await handle.close();
		const read = prototype.read;
		const spy = vi.spyOn(prototype, 'read').mockImplementation(function (this: unknown, ...args) {
			appendFileSync(path('growing'), 'more');
			return read.apply(this, args);
		});
		const got = await readFileBytes(path('growing'));
		spy.mockRestore();
		expect(got).toMatchObject({ ok: false, again: true });
		expect(!got.ok && got.why.reason).toContain('正在改变');
	});

	it('over the limit are refused unread; an archive has a limit of its own', async () => {
		writeFileSync(path('large'), 'x');
		truncateSync(path('large'), LIMITS.fileBytes + 1);
		writeFileSync(path('zip'), 'PK\u0003\u0004');
		truncateSync(path('zip'), LIMITS.fileBytes + 1);
		writeFileSync(path('huge'), 'PK\u0003\u0004');
		truncateSync(path('huge'), LIMITS.archiveBytes + 1);
		expect(await readFileBytes(path('large'))).toMatchObject({ ok: false, again: false });
		expect(await readFileBytes(path('zip'))).toMatchObject({ ok: true });
		expect(await readFileBytes(path('huge'))).toMatchObject({ ok: false, again: false });
	});

	it('of what is no file, or not there, are none', async () => {
		execFileSync('mkfifo', [path('pipe')]);
		symlinkSync(path('a'), path('link'));
		for (const name of ['pipe', 'link', 'absent']) {
			expect(await readFileBytes(path(name))).toMatchObject({ ok: false });
		}
	});

	it('that the system does not give in time are waited for no longer', async () => {
		vi.useFakeTimers();
		try {
			const handle = await open(path('a'));
			const prototype = Object.getPrototypeOf(handle) as { stat: () => Promise<unknown> };
			await handle.close();
			const spy = vi.spyOn(prototype, 'stat').mockReturnValue(new Promise(() => {}));
			const reading = readFileBytes(path('a'));
			await vi.advanceTimersByTimeAsync(LIMITS.fileMs + 1);
			const got = await reading;
			spy.mockRestore();
			expect(!got.ok && got.why.reason).toContain('没有读完');
		} finally {
			vi.useRealTimers();
		}
	});
});
