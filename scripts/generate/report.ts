import {
	APPLICANTS,
	editionForYear,
	FORM_CELLS,
	partsOf,
	type Address,
	type FormCode
} from '../../src/lib/form/index.ts';
import {
	drawAnomaly,
	plantFigure,
	plantStock,
	type AnomalyKind,
	type Planted
} from './anomalies.ts';
import type { Character } from './character.ts';
import { write } from './hand.ts';
import type { Figures } from './history.ts';
import { textOf } from './page.ts';
import type { Agency } from './places.ts';
import { proseOf } from './prose.ts';
import { randomOf, type Random } from './random.ts';
import { sheetOf } from './sheet.ts';
import { certainOf, type Truth } from './truth.ts';

/** One agency-year before it is written. */
export interface ReportPlan {
	readonly agency: Agency;
	readonly character: Character;
	readonly year: number;
	readonly figures: Figures;
	/** Last year's true figures; null in the first year. */
	readonly lastYear: Figures | null;
	readonly seed: string;
}

export interface WrittenReport {
	/** Null for a report that was planted to be missing. */
	readonly text: string | null;
	readonly truth: Omit<Truth, 'source'>;
}

/** The edition used, the figures told and what was planted in them. */
interface Telling {
	readonly form: FormCode;
	readonly figures: Figures;
	readonly planted: readonly Planted[];
}

const due = (year: number) => editionForYear(year)!.code;

function tellingOf(plan: ReportPlan, kind: AnomalyKind | null, random: Random): Telling {
	const { year, character, lastYear } = plan;
	const proper = due(year);
	const wrong = kind === 'wrong_edition';
	const form = wrong ? (proper === '2019' ? '2021' : '2019') : proper;
	const copied = kind === 'copied_from_last_year' && lastYear !== null && due(year - 1) === proper;
	const figures = new Map(copied ? lastYear : plan.figures);
	const planted: Planted[] = [];
	if (wrong || copied || kind === 'blank_form' || kind === 'missing_report') {
		planted.push({ kind: kind! });
	}
	if (character.stockInDecisions && proper === '2019' && form === '2019' && !copied) {
		if (plan.agency.scope === 'own') planted.push(...plantStock(figures));
	}
	if (kind) planted.push(...plantFigure(kind, figures, form, random));
	return { form, figures, planted };
}

/** Whether an agency leaves a cell empty where others write 0. */
function leftEmpty(address: Address, value: number, character: Character): boolean {
	const { section, measure } = partsOf(address);
	return (
		character.blankMark !== null && value === 0 && section === 'applications' && measure !== 'total'
	);
}

interface Handwriting {
	readonly written: Map<Address, string>;
	readonly cells: Record<Address, number | 'blank' | 'missing'>;
}

function handwriting(
	{ form, figures }: Telling,
	character: Character,
	blankForm: boolean,
	random: Random
): Handwriting {
	const written = new Map<Address, string>();
	const cells: Handwriting['cells'] = {};
	for (const cell of FORM_CELLS.get(form)!) {
		const { address } = cell;
		const value = figures.get(address)!;
		const empty = blankForm || leftEmpty(address, value, character);
		if (empty) cells[address] = 'blank';
		else if (value !== 0) cells[address] = value;
		const mark = blankForm ? '' : character.blankMark;
		written.set(address, empty ? mark! : write(value, cell, character, random));
	}
	return { written, cells };
}

/** Cuts some rows of the applications short, and says in the cells what is still certain. */
function cutRows(
	{ form, figures }: Telling,
	{ written, cells }: Handwriting,
	random: Random
): { cuts: Map<string, number>; hidden: Record<Address, number> } {
	const cuts = new Map<string, number>();
	const hidden: Record<Address, number> = {};
	const rows = FORM_CELLS.get(form)!.filter(({ item }) => item.outcome !== null);
	for (const item of new Set(rows.map((cell) => cell.item.code))) {
		if (!random.chance(0.3)) continue;
		const cut = random.chance(0.8) ? 1 : 2;
		const addresses = APPLICANTS.map(({ code }) => `applications/${item}/${code}`);
		const shown = addresses.slice(0, -cut).map((address) => written.get(address)!);
		certainOf(shown, cut).forEach((certain, index) => {
			if (certain) return;
			const address = addresses[index]!;
			cells[address] = 'missing';
			hidden[address] = figures.get(address)!;
		});
		cuts.set(item, cut);
	}
	return { cuts, hidden };
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
		anonymous: random.chance(0.006)
	};
}

function canCut({ layout, blankMark }: Character): boolean {
	return (layout === 'aligned' || layout === 'shifted') && blankMark === null;
}

/** Writes one report of an invented agency, and what is true of it. */
export function reportOf(plan: ReportPlan): WrittenReport {
	const { agency, character, year, seed } = plan;
	const random = randomOf(seed, agency.id, year, 'report');
	const kind = drawAnomaly(random);
	const telling = tellingOf(plan, kind, random);
	const hand = handwriting(telling, character, kind === 'blank_form', random);
	const short = kind === 'short_rows' && canCut(character);
	const { cuts, hidden } = short
		? cutRows(telling, hand, random)
		: { cuts: new Map<string, number>(), hidden: {} };
	const odds = oddsOf(character, random);
	const bareTitle = character.layout === 'indented' && agency.id.length % 2 === 0;
	const publishedOn = publicationDay(agency, year, random);
	const text =
		kind === 'missing_report'
			? null
			: textOf(
					{
						form: telling.form,
						layout: character.layout,
						prose: proseOf(
							{ ...{ agency, year, publishedOn, bareTitle, ...odds }, figures: plan.figures },
							random
						),
						sheet: sheetOf(telling.form, hand.written, cuts, {
							halfWidthBrackets: character.halfWidthBrackets,
							spaceAfterNumber: character.layout === 'markdown',
							variants: odds.variants
						}),
						disorder: odds,
						doubledHeading: odds.doubledHeading
					},
					random
				);
	const truth = {
		...{ agency: agency.name, kind: agency.kind, level: agency.level, scope: agency.scope },
		...{ province: agency.province, city: agency.city, county: agency.county, year },
		...{ published_on: publishedOn, form: telling.form, layout: character.layout },
		settled: !odds.anonymous,
		oddities: Object.entries(odds).flatMap(([name, there]) => (there ? [name] : [])),
		planted: [...telling.planted, ...(cuts.size > 0 ? [{ kind: 'short_rows' as const }] : [])],
		...{ cells: hand.cells, hidden }
	};
	return { text, truth };
}
