import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../../src/lib/form/index.ts';
import { read, worldDocuments } from './world/documents.ts';
import { knownLosses, writeLosses } from './world/losses.ts';
import { summaryOf } from './world/summary.ts';
import { verdictsOf, type Outcome, type Verdict } from './world/verdict.ts';

/**
 * Documents as the world makes them, with their truth made apart from the reader (see
 * world/README.md). `WORLD=summary` prints the count of each document, `WORLD=losses` writes the
 * table of known losses anew.
 */
const documents = worldDocuments();
const verdicts = new Map<string, readonly Verdict[]>();
const known = knownLosses();

beforeAll(async () => {
	for (const document of documents) {
		verdicts.set(document.name, verdictsOf(document, await read(document)));
	}
	if (process.env['WORLD'] === 'losses') writeLosses(verdicts);
}, 120_000);

afterAll(() => {
	if (process.env['WORLD'] === 'summary') process.stdout.write(`${summaryOf(verdicts)}\n`);
});

const those = (name: string, outcome: Outcome) =>
	(verdicts.get(name) ?? []).filter((verdict) => verdict.outcome === outcome);
const sentence = ({ address, expected, read }: Verdict) =>
	`${address}: read ${read}, stands ${expected}`;

describe.each(documents.map(({ name }) => name))('%s', (name) => {
	it('says nothing that the document does not say', () => {
		expect(those(name, 'silent').map(sentence)).toEqual([]);
	});

	it('loses no cell that is not known to be lost', () => {
		const lost = those(name, 'lost').filter(({ address }) => !known.get(name)?.has(address));
		expect(lost.map(sentence)).toEqual([]);
	});
});

describe('the documents themselves', () => {
	it.each(documents)('$name has a truth of real addresses and words', ({ truth }) => {
		const words = [...truth.values()].flat();
		expect([...truth.keys()].filter((address) => !ADDRESSES.includes(address))).toEqual([]);
		expect(words.filter((word) => !/^(-?\d+(\.\d+)?|[_?!])$/.test(word))).toEqual([]);
		expect(truth.size).toBeGreaterThanOrEqual(186);
	});
});

describe('the table of known losses', () => {
	it('names only cells that are lost today (WORLD=losses writes it anew)', () => {
		const stale = [...known].flatMap(([name, addresses]) => {
			const lost = new Set(those(name, 'lost').map(({ address }) => address));
			return [...addresses].filter((address) => !lost.has(address)).map((at) => `${name} ${at}`);
		});
		expect(stale).toEqual([]);
	});
});
