import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORM_CELLS, INVENTED_MARK, SUMS, type Address } from '../../src/lib/form/index.ts';
import { corpus, type CorpusEntry } from './corpus.ts';
import { LAYOUTS } from './character.ts';
import { certainOf, type Truth } from './truth.ts';

const entries = [...corpus(900, 'test')];
const written = entries.filter((entry) => entry.text !== null);

/** The figure that the agency believes true: what was planted is taken back. */
function trueFigure({ cells, hidden, planted }: Truth, address: Address): number {
	const slip = planted.find((anomaly) => anomaly.address === address);
	if (slip?.true !== undefined) return slip.true;
	const told = cells[address];
	if (told === 'missing') return hidden[address]!;
	return typeof told === 'number' ? told : 0;
}

const concerns = ({ planted }: Truth, kind: string) =>
	planted.some((anomaly) => anomaly.kind === kind);

test('a seed gives the same corpus again, and another seed another', () => {
	const again = [...corpus(900, 'test')];
	expect(again).toEqual(entries);
	const other = [...corpus(900, 'other')];
	expect(other.map(({ text }) => text)).not.toEqual(entries.map(({ text }) => text));
});

test('the sample is what its command makes', () => {
	const folder = fileURLToPath(new URL('../../data/sample/invented/', import.meta.url));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true });
	const sample = [...corpus(120, '774')].filter(({ text }) => text !== null);
	expect(files.filter((file) => file.isFile())).toHaveLength(sample.length);
	for (const { text, truth } of sample) {
		expect(readFileSync(join(folder, truth.source!), 'utf8'), truth.source!).toBe(text);
	}
});

test('as many files as were asked for, each under a path of its own', () => {
	expect(written).toHaveLength(900);
	expect(new Set(written.map(({ truth }) => truth.source)).size).toBe(900);
});

test('every text is marked as invented and names invented places only', () => {
	for (const { text, truth } of written) {
		expect(text).toContain(INVENTED_MARK);
		expect(truth.agency).toMatch(/^示例/u);
		if (truth.settled) expect(text).toContain(truth.agency);
	}
});

test('every layout, level, scope and edition stands in the corpus', () => {
	const seen = (of: (truth: Truth) => string) => new Set(entries.map(({ truth }) => of(truth)));
	expect(seen(({ layout }) => layout)).toEqual(new Set(LAYOUTS));
	expect(seen(({ level }) => level)).toEqual(new Set(['city', 'county', 'township']));
	expect(seen(({ scope }) => scope)).toEqual(new Set(['own', 'consolidated']));
	expect(seen(({ form }) => form)).toEqual(new Set(['2019', '2021']));
});

test('every sum holds in what the agencies believe true', () => {
	for (const { truth } of entries) {
		if (concerns(truth, 'blank_form')) continue;
		const add = (addresses: readonly Address[]) =>
			addresses.reduce((sum, address) => sum + trueFigure(truth, address), 0);
		for (const { subject, left, right } of SUMS.get(truth.form)!) {
			expect(add(left), `${truth.source} ${subject}`).toBe(add(right));
		}
	}
});

test('what is planted is what the cells show', () => {
	const slips = entries.flatMap(({ truth }) =>
		truth.planted.flatMap((slip) => (slip.address ? [{ truth, slip }] : []))
	);
	expect(new Set(slips.map(({ slip }) => slip.kind)).size).toBeGreaterThanOrEqual(6);
	for (const { truth, slip } of slips) {
		const told = truth.cells[slip.address!] ?? 0;
		if (typeof told === 'number') expect(told).toBe(slip.reported);
		expect(slip.reported).not.toBe(slip.true);
	}
});

describe('one agency’s years', () => {
	const histories = new Map<string, Truth[]>();
	for (const { truth } of entries) {
		histories.set(truth.agency, [...(histories.get(truth.agency) ?? []), truth]);
	}
	/** Neighbouring years in which the agency told its own figures, in the same edition. */
	const pairs = [...histories.values()].flatMap((years) =>
		years.slice(1).flatMap((truth, index) => {
			const before = years[index]!;
			const sound = [before, truth].every(
				(year) => !concerns(year, 'copied_from_last_year') && !concerns(year, 'blank_form')
			);
			return sound && before.form === truth.form ? [[before, truth] as const] : [];
		})
	);

	test('what is carried out of a year is carried into the next', () => {
		for (const [before, after] of pairs) {
			expect(trueFigure(after, 'applications/carried_in/total'), after.source ?? '').toBe(
				trueFigure(before, 'applications/carried_out/total')
			);
		}
		const carried = pairs.filter(
			([before]) => trueFigure(before, 'applications/carried_out/total') > 0
		);
		expect(carried.length).toBeGreaterThan(20);
	});

	test('kinds of item and documents in force follow from the year before', () => {
		for (const [before, after] of pairs) {
			if (after.form === '2019') {
				expect(trueFigure(after, 'disclosure/licensing/items_last_year')).toBe(
					trueFigure(before, 'disclosure/licensing/items_last_year') +
						trueFigure(before, 'disclosure/licensing/items_change')
				);
				continue;
			}
			const at = (measure: string) => `disclosure/normative_documents/${measure}`;
			expect(trueFigure(after, at('in_force'))).toBe(
				trueFigure(before, at('in_force')) +
					trueFigure(after, at('issued')) -
					trueFigure(after, at('repealed'))
			);
		}
	});

	test('the layout stays', () => {
		for (const years of histories.values()) {
			expect(new Set(years.map(({ layout }) => layout)).size).toBe(1);
		}
	});
});

test('a government’s figures are those of its own office and all below it', () => {
	const city = entries.filter(({ truth }) => truth.city === '甲市' && truth.year === 2022);
	const address = 'applications/received/total';
	const sound = city.every(({ truth }) => !concerns(truth, 'copied_from_last_year'));
	const sum = (truths: readonly CorpusEntry[]) =>
		truths.reduce((total, { truth }) => total + trueFigure(truth, address), 0);
	const whole = city.filter(({ truth }) => truth.agency === '示例省甲市人民政府');
	const parts = city.filter(({ truth }) => truth.scope === 'own');
	expect(sound).toBe(true);
	expect(parts.length).toBeGreaterThan(10);
	expect(sum(whole)).toBeGreaterThanOrEqual(sum(parts));
});

describe('what the truth file says matches the texts', () => {
	/** Figures as they stand in a text, without units and signs that are words. */
	const figuresIn = (text: string) =>
		text
			.normalize('NFKC')
			.replace(/减(?=\d)/gu, '-')
			.match(/-?\d[\d,]*(\.\d+)?/gu)!
			.map((figure) => Number(figure.replaceAll(',', '')));

	test('every figure of the truth stands in the text', () => {
		for (const { text, truth } of written) {
			const figures = new Set(figuresIn(text!));
			for (const [address, told] of Object.entries(truth.cells)) {
				if (typeof told !== 'number') continue;
				const yuan = Math.round(told * 10_000);
				const stands = figures.has(told) || figures.has(yuan);
				expect(stands, `${truth.source} ${address} ${told}`).toBe(true);
			}
		}
	});

	test('only cells of the edition are named', () => {
		for (const { truth } of entries) {
			const cells = new Set(FORM_CELLS.get(truth.form)!.map(({ address }) => address));
			const strangers = Object.keys(truth.cells).filter((address) => !cells.has(address));
			expect(strangers).toEqual([]);
		}
	});
});

test('a cut row keeps what every placing agrees on', () => {
	const zeros = ['0', '0', '0', '0', '0', '0'];
	expect(certainOf(zeros, 1)).toEqual([false, true, true, true, true, true, false]);
	expect(certainOf(zeros.slice(1), 2)).toEqual([false, false, true, true, true, false, false]);
	const three = ['3', '0', '0', '0', '0', '0'];
	expect(certainOf(three, 1)).toEqual([false, false, true, true, true, true, false]);
});

test('a broken chain leaves every sum, and differs from what the year before carried out', () => {
	const broken = entries.filter(({ truth }) => concerns(truth, 'broken_chain'));
	expect(broken.length).toBeGreaterThan(3);
	for (const { truth } of broken) {
		const moved = truth.planted.flatMap(({ kind, reported, true: meant }) =>
			kind === 'broken_chain' ? reported! - meant! : []
		);
		expect(moved[0]).toBeGreaterThan(0);
		expect(moved).toEqual([moved[0], -moved[0]!, moved[0], -moved[0]!]);
	}
});

test('agencies that copy their narrative repeat it year after year, and those of a city may share it', () => {
	const copies = [...corpus(3000, 'test')].filter(({ truth }) =>
		concerns(truth, 'copied_narrative')
	);
	const words = (text: string) =>
		text
			.match(/[^\n。]{30,}。/gu)!
			.slice(-9)
			.join('\n');
	const told = new Map<string, Set<string>>();
	for (const { text, truth } of copies) {
		if (text === null) continue;
		expect(text).toContain(INVENTED_MARK);
		told.set(truth.agency, (told.get(truth.agency) ?? new Set<string>()).add(words(text)));
	}
	expect(told.size).toBeGreaterThan(5);
	for (const [agency, texts] of told) expect(texts.size, agency).toBe(1);
	const templates = new Set([...told.values()].flatMap((texts) => [...texts]));
	expect(templates.size).toBeLessThan(told.size);
});
