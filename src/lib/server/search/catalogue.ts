import { RULES } from '../../check/rules.ts';
import { CELL_FORMS, OUTCOMES, seriesOf, type Address, type CellForm } from '../../form/index.ts';
import { MEASURES } from '../compared.ts';
import { termsOf } from './phrases.ts';
import { foldedText } from './units.ts';

/** Characters below this number stand in too many labels to tell anything. */
const FEWEST = 2;

/** How well words answer a question, the less the better; null where they do not. */
type Rank = number | null;

const terms = (question: string) => termsOf(question).map((units) => units.join(''));

/** Letters stand in order in too many labels to tell anything. */
const inOrder = (label: string, term: string) => {
	if (/[a-z]/.test(term)) return false;
	let at = 0;
	for (const character of label) if (character === term[at]) at += 1;
	return at === term.length;
};

/** Whole, inside, or only with its characters in order. */
function rankOf(label: string, asked: readonly string[]): Rank {
	const ranks = asked.map((term) => {
		if (label === term) return 0;
		if (label.includes(term)) return 1;
		return inOrder(label, term) ? 2 : null;
	});
	return ranks.some((rank) => rank === null) ? null : Math.max(...ranks.map(Number));
}

/** The best of some labels’ ranks. */
function bestOf(labels: readonly string[], asked: readonly string[]): Rank {
	const ranks = labels.flatMap((label) => rankOf(label, asked) ?? []);
	return ranks.length === 0 ? null : Math.min(...ranks);
}

const groupOf = ({ item }: CellForm) => OUTCOMES.find(({ code }) => code === item.outcome)?.label;

/**
 * What a cell is called by each edition that has it: row and column, with the group before it; and
 * what its series is called across editions.
 */
const LABELS: ReadonlyMap<Address, readonly string[]> = new Map(
	MEASURES.map((address) => {
		const forms = [...(CELL_FORMS.get(address)?.values() ?? [])];
		const said = forms.flatMap((form) =>
			(['zh', 'en'] as const).flatMap((language) => {
				const own = form.item.label[language] + form.measure.label[language];
				const group = groupOf(form)?.[language];
				return group === undefined ? [own] : [own, group + own];
			})
		);
		const across = seriesOf(address)?.across?.label;
		return [
			address,
			[...new Set([...said, ...(across ? [across.zh, across.en] : [])].map(foldedText))]
		];
	})
);

/**
 * The cells of the form that a question names and that may be compared, the best answers first;
 * those that merely have its characters in order only where there is no better one.
 */
export function cellsNamed(question: string): Address[] {
	const asked = terms(question);
	if (asked.join('').length < FEWEST) return [];
	const ranked = [...LABELS].flatMap(([address, labels]) => {
		const rank = bestOf(labels, asked);
		return rank === null ? [] : [{ address, rank: Math.max(rank, 1), whole: rank }];
	});
	const best = Math.min(...ranked.map(({ rank }) => rank));
	return ranked
		.filter(({ rank }) => rank === best)
		.sort((a, b) => a.whole - b.whole)
		.map(({ address }) => address);
}

/** The rules whose title, code or formula a question names, titles first. */
export function rulesNamed(question: string): string[] {
	const asked = terms(question);
	if (asked.join('').length < FEWEST) return [];
	const names = (labels: readonly string[]) =>
		asked.every((term) => labels.some((label) => foldedText(label).includes(term)));
	const titled = RULES.filter(({ code, title }) =>
		names([title.zh, title.en, code.replaceAll('_', ' ')])
	);
	const told = RULES.filter(({ formula, description }) =>
		names([formula.zh, formula.en, description.zh, description.en])
	);
	return [...new Set([...titled, ...told])].map(({ code }) => code);
}
