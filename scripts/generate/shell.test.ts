import { expect, it } from 'vitest';
import { readReport } from '../../src/lib/read/read.ts';
import { damagedReport } from './damaged.ts';
import { randomOf } from './random.ts';
import { inShell } from './renderings/shell.ts';

const read = async (page: string) => {
	const reading = await readReport(new TextEncoder().encode(page), 'page.html', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	const { agency, year, title, generated, cells } = reading.report;
	const figures = cells.map(({ address, status, value, raw }) => [address, status, value, raw]);
	return { agency, year, title, generated, figures };
};

it.each(['html-spans', 'html-flat', 'html-word', 'html-site', '2014-html-word'])(
	'a site around the page changes nothing in the report: %s',
	async (layout) => {
		for (const seed of ['1', '2', '3']) {
			const page = new TextDecoder().decode(damagedReport(layout, 0, seed).bytes);
			const published = inShell(page, randomOf(seed));
			expect(published.length - page.length).toBeGreaterThan(60_000);
			expect(await read(published)).toEqual(await read(page));
		}
	}
);
