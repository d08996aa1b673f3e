import { describe, expect, it } from 'vitest';
import { FORM_CELLS } from '../../src/lib/form/index.ts';
import { filesIn, FIXTURES, reportIn, SAMPLE } from './files.ts';

const files = [SAMPLE, FIXTURES].flatMap((folder) =>
	filesIn(folder).map((name) => ({ folder, name }))
);

describe.each(files)('what is read from $name', async ({ folder, name }) => {
	const { text, cells, form, evidence } = await reportIn(folder, name);

	it('has every cell of the form once', () => {
		const addresses = cells.map(({ address }) => address);
		expect(new Set(addresses).size).toBe(addresses.length);
		const whole = FORM_CELLS.get(form)?.map(({ address }) => address);
		expect(addresses.slice(0, whole?.length)).toEqual(whole);
	});

	it('is cut from the text at its places, without spaces around', () => {
		for (const { raw, place, status } of cells) {
			if (status === 'missing') {
				expect([raw, place]).toEqual([null, null]);
			} else {
				expect(text.slice(place?.start, place?.end)).toBe(raw);
				expect(raw).toBe(raw?.trim());
			}
		}
		for (const { place, text: words } of evidence) {
			if (place) expect(text.slice(place.start, place.end)).toBe(words);
		}
	});

	it('uses no figure for two cells', () => {
		const reported = cells.filter(({ status }) => status === 'reported');
		const spans = reported
			.map(({ place }) => place ?? { start: -1, end: -1 })
			.sort((one, other) => one.start - other.start);
		spans.slice(1).forEach((span, index) => {
			expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? Infinity);
		});
	});

	it('has a figure exactly where a cell is reported, and deduces only elsewhere', () => {
		for (const { status, value, deduced } of cells) {
			expect(value !== null).toBe(status === 'reported');
			if (value !== null) expect(deduced).toBe(null);
		}
	});
});
