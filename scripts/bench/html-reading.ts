import { parse } from 'parse5';
import { readReport } from '../../src/lib/read/read.ts';
import { damagedReport } from '../generate/damaged.ts';
import { randomOf } from '../generate/random.ts';
import { RENDERINGS } from '../generate/renderings/index.ts';
import { inShell } from '../generate/renderings/shell.ts';
import { medianTimes, type Measurement } from './measurement.ts';

const PAGES_OF_EACH = 40;

/** Reports as pages in UTF-8, in every rendering, with nothing around them. */
const barePages = (): string[] =>
	RENDERINGS.filter(({ extension, encoding }) => extension === 'html' && !encoding).flatMap(
		({ name }) =>
			Array.from({ length: PAGES_OF_EACH }, (_, at) =>
				new TextDecoder().decode(damagedReport(name, 0, `speed-${at}`).bytes)
			)
	);

/** Characters of a page with a report and little else; Word’s own markup makes it ten times larger. */
const SMALL = 10_000;

/**
 * How fast HTML pages are read, against the time that their parser alone takes for them: pages as
 * sites and Word write them, of 50 to 150 thousand characters, and such as hold the report alone.
 */
export async function measureHtmlReading(): Promise<Measurement[]> {
	const bare = barePages();
	const full = bare.map((page, at) => inShell(page, randomOf('shell', at)));
	return [
		await measure('as sites publish them', full),
		await measure(
			'of a report alone',
			bare.filter(({ length }) => length < SMALL)
		)
	];
}

async function measure(which: string, pages: readonly string[]): Promise<Measurement> {
	const files = pages.map((page) => new TextEncoder().encode(page));
	const size = Math.round(pages.reduce((sum, { length }) => sum + length, 0) / pages.length / 1000);
	const parsing = await medianTimes(5, () => {
		for (const page of pages) parse(page);
	});
	const reading = await medianTimes(5, async () => {
		for (const bytes of files) await readReport(bytes, 'page.html', null);
	});
	return {
		what: `reading ${pages.length} HTML pages ${which} (${size}k)`,
		...reading,
		amount: { number: pages.length, of: 'reports' },
		against: { what: 'parse5 alone', ...parsing }
	};
}
