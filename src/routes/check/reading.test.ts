import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from '../../lib/limits.ts';
import { Busy } from '$lib/server/failures';
import { actions } from './+page.server';
import { inHand, readGiven } from './reading';

const given = {
	name: 'blank-cells.html',
	bytes: readFileSync('tests/reading/fixtures/blank-cells.html')
};

it('reads a file in a thread of its own', async () => {
	const { pieces, cut, why } = await readGiven(given, new AbortController().signal);
	expect(pieces.map(({ source, result }) => [source, result.ok])).toEqual([[given.name, true]]);
	expect([cut, why]).toEqual([false, null]);
});

it('reads nothing for one who is gone, and lets the next one in', async () => {
	const gone = new AbortController();
	const waiting = readGiven(given, gone.signal);
	gone.abort();
	expect((await waiting).pieces).toEqual([]);
	expect((await readGiven(given, new AbortController().signal)).pieces).toHaveLength(1);
});

it('has a few checks in hand, and refuses one more', async () => {
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const held = Array.from({ length: LIMITS.checksInHand }, () => inHand(() => ended));
	await expect(inHand(async () => 'in')).rejects.toThrow(Busy);
	const asked = { locals: { language: 'zh' }, setHeaders: () => {} };
	expect(await actions.default?.(asked as never)).toMatchObject({
		status: 503,
		data: { draft: null, problem: 'busy' }
	});
	end();
	await Promise.all(held);
	await expect(inHand(async () => 'in')).resolves.toBe('in');
});
