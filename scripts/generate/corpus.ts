import { characterOf } from './character.ts';
import { historyOf, rolledUp, YEARS, type Figures } from './history.ts';
import { cityOf, cityShape, type Organ } from './places.ts';
import { randomOf } from './random.ts';
import { reportOf } from './report.ts';
import type { Truth } from './truth.ts';

/** One agency-year of an invented corpus: a file's path and text, and what is true of it. */
export interface CorpusEntry {
	/** Null, as is the truth's source, for a report that was planted to be missing. */
	readonly text: string | null;
	readonly truth: Truth;
}

const digits = (n: number, width: number) => `${n}`.padStart(width, '0');

/** Writes an organ's reports, and those of all below it; gives its figures back to be rolled up. */
function* organReports(organ: Organ, seed: string): Generator<CorpusEntry, Figures[]> {
	const { agency, below } = organ;
	const character = characterOf(agency, randomOf(seed, agency.id, 'character'));
	const own = historyOf(agency, character, seed);
	const histories = [own];
	for (const part of below) histories.push(yield* organReports(part, seed));
	const history = agency.scope === 'consolidated' ? rolledUp(histories) : own;
	for (const [index, year] of YEARS.entries()) {
		const figures = history[index]!;
		const lastYear = history[index - 1] ?? null;
		const written = reportOf({ agency, character, year, figures, lastYear, seed });
		yield { text: written.text, truth: { source: null, ...written.truth } };
	}
	return history;
}

/**
 * An invented corpus of so many reports: a panel of agencies over years, city after city, of which
 * only one is in memory at a time. The same seed gives the same corpus.
 */
export function* corpus(reports: number, seed: string): Generator<CorpusEntry> {
	const shape = cityShape(reports);
	let files = 0;
	for (let city = 0; files < reports; city += 1) {
		let inCity = 0;
		for (const { text, truth } of organReports(cityOf(city, shape), seed)) {
			if (files === reports) return;
			if (text === null) {
				yield { text, truth };
				continue;
			}
			inCity += 1;
			files += 1;
			const source = `city-${digits(city + 1, 4)}/${truth.year}/${digits(inCity, 5)}.txt`;
			yield { text, truth: { ...truth, source } };
		}
	}
}
