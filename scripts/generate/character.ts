import type { Agency } from './places.ts';
import type { Random } from './random.ts';

/** The five layouts, named after what tells them apart; each stands for one of the real samples. */
export const LAYOUTS = ['aligned', 'shifted', 'markdown', 'lines', 'indented'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What an agency keeps over the years: its size, its rates, and how it writes a report. */
export interface Character {
	readonly layout: Layout;
	readonly licensing: number;
	readonly services: number;
	readonly penalties: number;
	readonly coercion: number;
	readonly applications: number;
	readonly documents: number;
	readonly procurement: number;
	/** Share of applications from natural persons. */
	readonly naturalShare: number;
	/** How likely each outcome is, in the order of the form’s rows. */
	readonly outcomes: readonly number[];
	/** Writes the stock of items where decisions are asked for (2019 and 2020). */
	readonly stockInDecisions: boolean;
	/** Leaves cells empty, or writes a dash, where others write 0; null where it writes 0. */
	readonly blankMark: string | null;
	readonly halfWidthBrackets: boolean;
	readonly thousands: boolean;
	readonly fullWidthDigits: boolean;
	readonly writesUnits: boolean;
	readonly signedChange: 'plain' | 'plus' | 'word';
}

/** Usual shares of the outcome rows: granted and “not held” are most of them. */
const OUTCOME_SHARES = [
	45, 7, 0.2, 1, 0.3, 2, 2.5, 2, 2, 1.5, 22, 5, 2, 3, 1.5, 0.4, 0.3, 0.8, 2, 0.2, 3
];

const LEVEL_SIZE = { national: 40, province: 12, city: 3, county: 1, township: 0.3 };

/** The rates of an office that is no department: a government’s own, or a township’s. */
const GENERAL = { licensing: 3, services: 60, penalties: 1, coercion: 0, applications: 2 };

function writing(random: Random, layout: Layout) {
	const dash = random.pick(['-', '—', '/', '无', '－']);
	return {
		blankMark: random.chance(0.12) ? (layout === 'indented' ? '\u00a0' : dash) : null,
		halfWidthBrackets: random.chance(0.35),
		thousands: random.chance(0.12),
		fullWidthDigits: random.chance(0.04),
		writesUnits: random.chance(0.15),
		signedChange: random.pick(['plain', 'plain', 'plain', 'plus', 'word'] as const)
	};
}

/** Draws the character of an agency. */
export function characterOf(agency: Agency, random: Random): Character {
	const usual = agency.department ?? GENERAL;
	const size = LEVEL_SIZE[agency.level] * random.heavy(1, 0.6);
	const quiet = random.chance(agency.level === 'township' ? 0.7 : 0.4);
	const rate = (usualRate: number, silent: number) =>
		random.chance(silent) ? 0 : usualRate * size * random.heavy(1, 1);
	const layout = random.pick(LAYOUTS);
	return {
		layout,
		licensing: rate(usual.licensing, 0.12),
		services: rate(usual.services, 0.2),
		penalties: rate(usual.penalties, 0.15),
		coercion: rate(usual.coercion, 0.5),
		applications: quiet ? 0.05 : usual.applications * size * random.heavy(1, 0.9),
		documents: random.chance(0.45) ? 0 : random.heavy(1.5, 0.8),
		procurement: random.chance(0.3) ? 0 : random.heavy(4, 1),
		naturalShare: 0.75 + 0.23 * random.uniform(),
		outcomes: OUTCOME_SHARES.map((share) => share * random.heavy(1, 0.7)),
		stockInDecisions: random.chance(0.12),
		...writing(random, layout)
	};
}
