import { parse } from 'parse5';
import { readReport } from '../../src/lib/read/read.ts';
import { damagedReport } from '../generate/damaged.ts';
import { RENDERINGS } from '../generate/renderings/index.ts';
import { medianTime, type Measurement } from './measurement.ts';

const PAGES_OF_EACH = 40;

/** How fast HTML pages are read, against the time that their parser alone takes for them. */
export async function measureHtmlReading(): Promise<Measurement> {
	const pages = RENDERINGS.filter(
		({ extension, encoding }) => extension === 'html' && !encoding
	).flatMap(({ name }) =>
		Array.from({ length: PAGES_OF_EACH }, (_, at) => damagedReport(name, 0, `speed-${at}`).bytes)
	);
	const texts = pages.map((bytes) => new TextDecoder().decode(bytes));
	const parsing = await medianTime(3, () => {
		for (const text of texts) parse(text);
	});
	const reading = await medianTime(3, async () => {
		for (const bytes of pages) await readReport(bytes, 'page.html', null);
	});
	return {
		what: `reading ${pages.length} HTML pages`,
		milliseconds: reading,
		amount: { number: pages.length, of: 'reports' },
		against: { what: 'parse5 alone', milliseconds: parsing }
	};
}
