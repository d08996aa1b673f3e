import {
	APPLICANTS,
	editionForYear,
	FORM_CELLS,
	partsOf,
	type Address,
	type FormCode
} from '../../src/lib/form/index.ts';
import {
	plantBrokenChain,
	plantFigure,
	plantStock,
	type AnomalyKind,
	type Planted
} from './anomalies.ts';
import type { Character } from './character.ts';
import { write } from './hand.ts';
import type { Figures } from './history.ts';
import type { ReportPlan } from './plan.ts';
import { randomOf, type Random } from './random.ts';
import { certainOf } from './truth.ts';

/** The edition used, the figures told and what was planted in them. */
export interface Telling {
	readonly form: FormCode;
	readonly figures: Figures;
	readonly planted: readonly Planted[];
}

const due = (year: number) => editionForYear(year)!.code;

/** Decides what an agency tells: its edition and figures, with what is wrong in them. */
export function tellingOf(plan: ReportPlan, kind: AnomalyKind | null, random: Random): Telling {
	const { year, character, lastYear } = plan;
	const proper = due(year);
	const wrong = kind === 'wrong_edition';
	const form = wrong ? (proper === '2019' ? '2021' : '2019') : proper;
	const copied = kind === 'copied_from_last_year' && lastYear !== null && due(year - 1) === proper;
	const figures = new Map(copied ? lastYear : plan.figures);
	const planted: Planted[] = [];
	if (wrong || copied || kind === 'blank_form' || kind === 'missing_report') {
		planted.push({ kind });
	}
	if (character.stockInDecisions && proper === '2019' && form === '2019' && !copied) {
		if (plan.agency.scope === 'own') planted.push(...plantStock(figures));
	}
	if (kind) planted.push(...plantFigure(kind, figures, form, random));
	else if (lastYear !== null) {
		planted.push(...plantBrokenChain(figures, randomOf(plan.seed, plan.agency.id, year, 'chain')));
	}
	return { form, figures, planted };
}

/** Whether an agency leaves a cell empty where others write 0. */
function leftEmpty(address: Address, value: number, character: Character): boolean {
	const { section, measure } = partsOf(address);
	return (
		character.blankMark !== null && value === 0 && section === 'applications' && measure !== 'total'
	);
}

/** What an agency wrote into the cells of a form, and what is true of them. */
export interface Handwriting {
	readonly written: Map<Address, string>;
	readonly cells: Record<Address, number | 'blank' | 'missing'>;
}

/** Writes the figures told into the cells of the form. */
export function handwriting(
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

/** How many figures were cut off at the end of a row, by item. */
export type Cuts = ReadonlyMap<string, number>;

interface CutRows {
	readonly cuts: Cuts;
	/** The figures that the agency meant in cells that are no longer certain. */
	readonly hidden: Readonly<Record<Address, number>>;
}

export const NOTHING_CUT: CutRows = { cuts: new Map(), hidden: {} };

/** Cuts some rows of the applications short, and says in the cells what is still certain. */
export function cutRows(
	{ form, figures }: Telling,
	{ written, cells }: Handwriting,
	random: Random
): CutRows {
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
