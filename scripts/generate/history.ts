import { addressOf, APPLICANTS, FORM_CELLS, type Address } from '../../src/lib/form/index.ts';
import type { Agency } from './places.ts';
import type { Character } from './character.ts';
import { randomOf, type Random } from './random.ts';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024] as const;

/** The true figures of an agency in one year, at the addresses of every edition. */
export type Figures = Map<Address, number>;

const PARTS = APPLICANTS.map(({ code }) => code).filter((code) => code !== 'total');
/** The outcome rows of the newest edition: the finest division, from which the older follows. */
const OUTCOME_ROWS = [
	...new Set(
		FORM_CELLS.get('2021')!.flatMap(({ item }) => (item.outcome === null ? [] : [item.code]))
	)
];
const SPLIT_OTHER = ['other_overdue_correction', 'other_unpaid_fee', 'other_other'];
const ITEM_ROWS = ['licensing', 'other_services', 'penalties', 'coercion'] as const;

const at = (item: string, measure: string) => addressOf('disclosure', item, measure);
const app = (item: string, measure: string) => addressOf('applications', item, measure);

/** What one year hands to the next. */
interface Carried {
	readonly applications: Map<string, number>;
	readonly items: Map<string, number>;
	readonly inForce: Map<string, number>;
	readonly publicTotal: Map<string, number>;
}

function beginning(character: Character, random: Random): Carried {
	const stock = (rate: number) => (rate === 0 ? 0 : 2 + random.poisson(4 * Math.log1p(rate)));
	return {
		applications: new Map(
			PARTS.map((part) => [
				part,
				part === 'natural_person' ? random.poisson(character.applications * 0.04) : 0
			])
		),
		items: new Map([
			['licensing', stock(character.licensing)],
			['other_services', stock(character.services)],
			['penalties', stock(character.penalties)],
			['coercion', stock(character.coercion)],
			['fees', random.poisson(0.6)]
		]),
		inForce: new Map([
			['regulations', 0],
			['normative_documents', random.poisson(character.documents * 6)]
		]),
		publicTotal: new Map([
			['regulations', 0],
			['normative_documents', random.poisson(character.documents * 9)]
		])
	};
}

function documents(
	figures: Figures,
	carried: Carried,
	item: string,
	mean: number,
	random: Random
): void {
	const issued = random.poisson(mean);
	const before = carried.inForce.get(item)!;
	const repealed = Math.min(before, random.poisson(mean * 0.6));
	const inForce = before + issued - repealed;
	const publicTotal = carried.publicTotal.get(item)! + issued;
	figures.set(at(item, 'issued'), issued);
	figures.set(at(item, 'repealed'), repealed);
	figures.set(at(item, 'in_force'), inForce);
	figures.set(at(item, 'made'), issued);
	figures.set(at(item, 'disclosed'), issued);
	figures.set(at(item, 'public_total'), publicTotal);
	carried.inForce.set(item, inForce);
	carried.publicTotal.set(item, publicTotal);
}

function itemRow(
	figures: Figures,
	carried: Carried,
	item: string,
	decisionsMean: number,
	random: Random
): void {
	const before = carried.items.get(item)!;
	const change = random.chance(0.6) ? 0 : Math.max(-before, Math.round(3 * random.normal()));
	let decisions = random.poisson(decisionsMean * random.heavy(1, 0.25));
	// A fit by chance would look like a stock written for decisions, which is planted knowingly.
	if (decisions > 0 && decisions === before + change) decisions += 1;
	figures.set(at(item, 'items_last_year'), before);
	figures.set(at(item, 'items_change'), change);
	figures.set(at(item, 'decisions'), decisions);
	carried.items.set(item, before + change);
}

function disclosure(
	figures: Figures,
	carried: Carried,
	character: Character,
	random: Random
): void {
	documents(figures, carried, 'regulations', 0, random);
	documents(figures, carried, 'normative_documents', character.documents, random);
	const rates = [character.licensing, character.services, character.penalties, character.coercion];
	ITEM_ROWS.forEach((item, index) => itemRow(figures, carried, item, rates[index]!, random));
	const fees = carried.items.get('fees')!;
	figures.set(at('fees', 'items_last_year'), fees);
	figures.set(at('fees', 'items_change'), 0);
	figures.set(at('fees', 'amount'), fees === 0 ? 0 : Math.round(random.heavy(3e5, 1.5)) / 1e4);
	const projects = random.poisson(character.procurement);
	figures.set(at('procurement', 'projects'), projects);
	figures.set(
		at('procurement', 'amount'),
		projects === 0 ? 0 : Math.round(projects * random.heavy(3e5, 1.2)) / 1e4
	);
}

/** Whom an application is from. */
function applicant(character: Character, random: Random): string {
	if (random.chance(character.naturalShare)) return 'natural_person';
	return PARTS[1 + random.weighted([60, 2, 8, 15, 15])]!;
}

function applications(
	figures: Figures,
	carried: Carried,
	character: Character,
	random: Random
): void {
	const add = (item: string, part: string, count: number) =>
		figures.set(app(item, part), figures.get(app(item, part))! + count);
	for (const { address, section } of FORM_CELLS.get('2021')!) {
		if (section.code === 'applications') figures.set(address, 0);
	}
	const received = random.poisson(character.applications * random.heavy(1, 0.4));
	for (let index = 0; index < received; index += 1) {
		add('received', applicant(character, random), 1);
	}
	for (const part of PARTS) {
		add('carried_in', part, carried.applications.get(part)!);
		const open = figures.get(app('received', part))! + figures.get(app('carried_in', part))!;
		const carriedOut = Math.min(open, random.poisson(open * 0.05));
		add('carried_out', part, carriedOut);
		carried.applications.set(part, carriedOut);
		for (let index = carriedOut; index < open; index += 1) {
			add(OUTCOME_ROWS[random.weighted(character.outcomes)]!, part, 1);
			add('outcomes_total', part, 1);
		}
	}
	for (const item of ['received', 'carried_in', 'carried_out', 'outcomes_total', ...OUTCOME_ROWS]) {
		for (const part of PARTS) add(item, 'total', figures.get(app(item, part))!);
	}
}

/** The rows of the older edition that the newer one divides. */
function joinedOther(figures: Figures): void {
	for (const { code } of APPLICANTS) {
		const joined = SPLIT_OTHER.reduce((sum, item) => sum + figures.get(app(item, code))!, 0);
		figures.set(app('other', code), joined);
	}
}

function remedies(figures: Figures, random: Random): void {
	const refused = figures.get(app('outcomes_total', 'total'))!;
	const shares = { reconsideration: 0.05, litigation_direct: 0.012 };
	const rates = { ...shares, litigation_after_reconsideration: 0.01 };
	for (const [item, share] of Object.entries(rates)) {
		const counts = [0, 0, 0, 0];
		for (let left = random.poisson(refused * share); left > 0; left -= 1) {
			const index = random.weighted([60, 14, 16, 10]);
			counts[index] = counts[index]! + 1;
		}
		['upheld', 'corrected', 'other', 'pending'].forEach((measure, index) =>
			figures.set(addressOf('remedies', item, measure), counts[index]!)
		);
		const total = counts.reduce((sum, count) => sum + count, 0);
		figures.set(addressOf('remedies', item, 'total'), total);
	}
}

/** The true figures of an agency in each year; what one year carries out, the next carries in. */
export function historyOf(agency: Agency, character: Character, seed: string): Figures[] {
	const carried = beginning(character, randomOf(seed, agency.id, 'beginning'));
	return YEARS.map((year) => {
		const random = randomOf(seed, agency.id, year);
		const figures: Figures = new Map();
		disclosure(figures, carried, character, random);
		applications(figures, carried, character, random);
		joinedOther(figures);
		remedies(figures, random);
		return figures;
	});
}

/** The figures of several agencies added up: what a government rolls up. */
export function rolledUp(histories: readonly (readonly Figures[])[]): Figures[] {
	return YEARS.map((_, year) => {
		const sum: Figures = new Map();
		for (const history of histories) {
			for (const [address, value] of history[year]!) {
				const before = sum.get(address);
				sum.set(address, before === undefined ? value : Math.round((before + value) * 1e4) / 1e4);
			}
		}
		return sum;
	});
}
