import { figuresOf, gridsOf, type Draft } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import type { Rendering } from '../renderings/rendering.ts';
import { doubt, type Damage, type TextDamage } from './damage.ts';
import { FIGURE_DAMAGE } from './figures.ts';
import { LABEL_DAMAGE } from './labels.ts';
import { PAGE_DAMAGE } from './page.ts';
import { ROW_DAMAGE } from './rows.ts';
import { STATISTICS_DAMAGE } from './statistics.ts';
import { TEXT_DAMAGE } from './text.ts';

/** How much befalls a report: nothing, one kind of damage, two or three, five. */
export const DAMAGE_LEVELS = [0, 1, 2, 3] as const;
export type DamageLevel = (typeof DAMAGE_LEVELS)[number];

export const DAMAGE: readonly Damage[] = [
	...ROW_DAMAGE,
	...FIGURE_DAMAGE,
	...LABEL_DAMAGE,
	...PAGE_DAMAGE
];
export { TEXT_DAMAGE };

const countAt = (level: DamageLevel, random: Random) =>
	level === 2 ? 2 + random.below(2) : [0, 1, 0, 5][level]!;

type AnyDamage =
	| { readonly on: 'draft'; readonly damage: Damage }
	| { readonly on: 'text'; readonly damage: TextDamage };

const onDraft = (damage: Damage): AnyDamage => ({ on: 'draft', damage });

const ALL: readonly AnyDamage[] = [
	...DAMAGE.map(onDraft),
	...TEXT_DAMAGE.map((damage) => ({ on: 'text' as const, damage }))
];
const OF_STATISTICS = [...STATISTICS_DAMAGE.map(onDraft), ...ALL];

/**
 * What a rendering itself leaves in doubt: rows whose empty cells leave no trace, rows that begin
 * with an empty cell where a merged label may have pushed the figures along, figures run together.
 */
function clouded(draft: Draft, { medium, losesEmpty }: Rendering): void {
	for (const row of gridsOf(draft).flatMap(({ rows }) => rows)) {
		const figures = figuresOf(row).filter(({ address }) => address !== null);
		const texts = figures.map(({ text }) => text);
		const vanishing = losesEmpty && texts.includes('');
		const maybeShifted = (medium === 'tabs' || medium === 'pipes') && texts[0] === '';
		const glued = medium === 'glued' && texts.length > 1 && texts.some((text) => text.length > 1);
		const parted = medium === 'words' && texts.some((text) => /\s/.test(text));
		if (vanishing || maybeShifted || glued || parted) doubt(draft, figures);
	}
}

/** Copies what stands there, damage and all: it comes last, so that both copies say the same. */
const COPIES = 'tables-twice';

export interface Damaged {
	readonly document: string;
	/** The names of what befell it. */
	readonly damage: readonly string[];
	/** False where names are no longer written as the draft has them. */
	readonly namesKept: boolean;
}

/** Lets damage of a level befall a draft, and renders it; the draft’s answers say what is left. */
export function damagedDocument(
	draft: Draft,
	rendering: Rendering,
	level: DamageLevel,
	random: Random,
	only: string | null = null
): Damaged {
	const left = (draft.edition === '2014' ? OF_STATISTICS : ALL).filter(
		({ damage: { media, name } }) =>
			(!media || media.includes(rendering.medium)) && (only === null || name === only)
	);
	const befallen: string[] = [];
	const later: TextDamage[] = [];
	const last: Damage[] = [];
	for (let count = countAt(level, random); count > 0 && left.length > 0;) {
		const [drawn] = left.splice(random.below(left.length), 1);
		if (drawn!.on === 'text') later.push(drawn!.damage);
		else if (drawn!.damage.name === COPIES) last.push(drawn!.damage);
		else if (!drawn!.damage.befall(draft, random, rendering)) continue;
		befallen.push(drawn!.damage.name);
		count -= 1;
	}
	for (const damage of last) damage.befall(draft, random, rendering);
	clouded(draft, rendering);
	let document = rendering.render(draft, random);
	for (const damage of later) document = damage.befall(document, random);
	const namesKept = later.every(({ rewritesNames }) => rewritesNames !== true);
	return { document, damage: befallen, namesKept };
}
