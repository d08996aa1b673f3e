import { drawAnomaly } from './anomalies.ts';
import type { Character } from './character.ts';
import { textOf, type Page } from './page.ts';
import type { Agency } from './places.ts';
import type { ReportPlan } from './plan.ts';
import { asksForFees, proseOf } from './prose.ts';
import { randomOf, type Random } from './random.ts';
import { sheetOf } from './sheet.ts';
import {
	cutRows,
	handwriting,
	NOTHING_CUT,
	tellingOf,
	type Cuts,
	type Handwriting,
	type Telling
} from './telling.ts';
import { templateOf } from './template.ts';
import type { Truth } from './truth.ts';

export interface WrittenReport {
	/** Null for a report that was planted to be missing. */
	readonly text: string | null;
	readonly truth: Omit<Truth, 'source'>;
}

/** The text as a program on Windows saves it: its line ends, or a mark of the encoding before it. */
function saved(text: string, odds: { windowsLines: boolean; byteOrderMark: boolean }): string {
	const lines = odds.windowsLines ? text.replaceAll('\n', '\r\n') : text;
	return odds.byteOrderMark ? `\ufeff${lines}` : lines;
}

/** Departments and townships are to publish by 31 January, governments by 31 March. */
function publicationDay({ scope }: Agency, year: number, random: Random): string {
	const month = scope === 'consolidated' ? 1 + random.below(3) : 1;
	const late = random.chance(0.06) ? 1 + random.below(4) : 0;
	const day = `${1 + random.below(28)}`.padStart(2, '0');
	return `${year + 1}-${`${month + late}`.padStart(2, '0')}-${day}`;
}

function oddsOf(character: Character, random: Random) {
	return {
		pageBreak: random.chance(0.25),
		eightZeros: character.layout === 'markdown' && random.chance(0.3),
		brokenHeader: character.layout === 'lines' && random.chance(0.5),
		doubledHeading: random.chance(0.06),
		contentsDecoy: random.chance(0.15),
		variants: random.chance(0.2),
		anonymous: random.chance(0.006),
		windowsLines: random.chance(0.04),
		byteOrderMark: random.chance(0.03)
	};
}

function canCut({ layout, blankMark }: Character): boolean {
	return (layout === 'aligned' || layout === 'shifted') && blankMark === null;
}

type Odds = ReturnType<typeof oddsOf>;

/** The page of a report: its words and tables, in the agency's layout. */
function pageOf(
	{ agency, character, year, figures, seed }: ReportPlan,
	{ telling, written, cuts }: { telling: Telling; written: Handwriting['written']; cuts: Cuts },
	publishedOn: string,
	odds: Odds,
	random: Random
): Page {
	const { layout, halfWidthBrackets } = character;
	const bareTitle = layout === 'indented' && agency.id.length % 2 === 0;
	return {
		form: telling.form,
		layout,
		prose: proseOf(
			{
				agency,
				year,
				publishedOn,
				figures,
				bareTitle,
				...odds,
				template: templateOf(agency, seed)
			},
			random
		),
		sheet: sheetOf(telling.form, written, cuts, {
			halfWidthBrackets,
			spaceAfterNumber: layout === 'markdown',
			variants: odds.variants
		}),
		disorder: odds,
		doubledHeading: odds.doubledHeading
	};
}

/** Whether the words of a report are those of the year before; what every year asks for may change. */
function repeatsWords({ agency, year, lastYear, seed }: ReportPlan): boolean {
	return (
		lastYear !== null &&
		asksForFees(year) === asksForFees(year - 1) &&
		templateOf(agency, seed) !== null
	);
}

/** Writes one report of an invented agency, and what is true of it. */
export function reportOf(plan: ReportPlan): WrittenReport {
	const { agency, character, year, seed } = plan;
	const random = randomOf(seed, agency.id, year, 'report');
	const kind = drawAnomaly(random);
	const telling = tellingOf(plan, kind, random);
	const { written, cells } = handwriting(telling, character, kind === 'blank_form', random);
	const short = kind === 'short_rows' && canCut(character);
	const { cuts, hidden } = short ? cutRows(telling, { written, cells }, random) : NOTHING_CUT;
	const odds = oddsOf(character, random);
	const publishedOn = publicationDay(agency, year, random);
	const page = pageOf(plan, { telling, written, cuts }, publishedOn, odds, random);
	const text = kind === 'missing_report' ? null : saved(textOf(page, random), odds);
	const truth = {
		...{ agency: agency.name, kind: agency.kind, level: agency.level, scope: agency.scope },
		...{ province: agency.province, city: agency.city, county: agency.county, year },
		...{ published_on: publishedOn, form: telling.form, layout: character.layout },
		settled: !odds.anonymous,
		oddities: Object.entries(odds).flatMap(([name, there]) => (there ? [name] : [])),
		planted: [
			...telling.planted,
			...(cuts.size > 0 ? [{ kind: 'short_rows' as const }] : []),
			...(repeatsWords(plan) ? [{ kind: 'copied_narrative' as const }] : [])
		],
		...{ cells, hidden }
	};
	return { text, truth };
}
