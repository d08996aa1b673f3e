import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../scripts/generate/random.ts';
import { readFile } from '../../../src/lib/read/read.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const SCHEMA = join(import.meta.dirname, '../../../docs/parsed-report.schema.json');
const accepts = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(
	JSON.parse(readFileSync(SCHEMA, 'utf8')) as object
);

/** What the reader says of a file of reports: nothing where it takes every one. */
async function refusals(content: unknown): Promise<string[]> {
	const reasons: string[] = [];
	const bytes = new TextEncoder().encode(JSON.stringify(content));
	for await (const { reading } of readFile(bytes, 'a', () => null)) {
		if (!reading.ok) reasons.push(reading.rejection.reason);
	}
	return reasons;
}

const parsed = (name: string) => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as unknown;

/** Values of every type, good and bad in places. */
const VALUES: readonly unknown[] = [
	...[null, '', ' ', '7', 7, -1, 1.5, 2020, '2020', true, [], {}, [1, 2, 3, 4], [1, 2, '3', 4]],
	...['disclosure', 'licensing', 'decisions', 'own', 'city', '2019', 'reported', 'blank', '教育'],
	...['2021-01-27', '2021-13-27', { raw: 1 }, { value: '1' }, 'x'.repeat(2001), 'nonsense']
];

type Holder = Record<string | number, unknown>;

/** Every object and array of a value, itself among them. */
function holdersIn(value: unknown): Holder[] {
	if (typeof value !== 'object' || value === null) return [];
	return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

describe('the schema of parsed reports', () => {
	it.each(['reports.json', 'contradicted.json'])('accepts %s, as the reader does', async (name) => {
		expect(accepts(parsed(name)), JSON.stringify(accepts.errors)).toBe(true);
		expect(await refusals(parsed(name))).toEqual([]);
	});

	it('accepts what the reader accepts, and nothing else', async () => {
		const random = randomOf('schema', 1);
		const verdicts = { both: 0, neither: 0 };
		for (let run = 0; run < 1500; run += 1) {
			const content = structuredClone(parsed(random.pick(['reports.json', 'contradicted.json'])));
			for (let change = random.below(2); change >= 0; change -= 1) {
				const holders = holdersIn(content).filter((found) => Object.keys(found).length > 0);
				if (holders.length === 0) break;
				const holder = random.pick(holders);
				const key = random.pick(Object.keys(holder));
				if (random.chance(0.2) && !Array.isArray(holder)) delete holder[key];
				else if (key !== undefined) holder[key] = structuredClone(random.pick(VALUES));
			}
			const good = accepts(content);
			const reasons = await refusals(content);
			// What no schema of this kind can say: that a cell stands once, and which codes go together.
			if (good && reasons.some((reason) => /给了两次|不是表式中的单元格/.test(reason))) continue;
			expect(reasons.length === 0, `${JSON.stringify(content)} ${reasons.join()}`).toBe(good);
			verdicts[good ? 'both' : 'neither'] += 1;
		}
		expect(verdicts.both).toBeGreaterThan(150);
		expect(verdicts.neither).toBeGreaterThan(150);
	}, 60_000);
});
