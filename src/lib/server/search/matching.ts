import type { Bound, Condition } from '../condition.ts';
import { termsOf } from './phrases.ts';

/**
 * How a name answers a question, the less the better; `NO_MATCH` where it does not. Up to `REGION`
 * it has the very words, beyond only their characters in order, as 市监局 of 市场监督管理局.
 */
const WHOLE = 0;
/** The end of a name is what the organ itself is called, behind its regions: 水利局, or its initials slj. */
const ORGAN = 1;
const BEGINNING = 2;
const INSIDE = 3;
const REGION = 4;
const LOOSE = 5;
const NO_MATCH = 9;

/** Letters below this number stand in order in too many spellings to tell anything. */
const FEWEST_LOOSE_LETTERS = 4;

/** Characters with anything between them: units hold no sign that LIKE takes for its own. */
const looseOf = (units: readonly string[]) => `%${[...units.join('')].join('%')}%`;

/** The names, each with its pinyin without the spaces between its syllables. */
const NAMES = "SELECT *, replace(pinyin, ' ', '') AS joined FROM names";

/** How a name answers one term in Chinese. */
function byCharacters(name: string, loose: boolean): string {
	return `CASE
		WHEN folded = $${name} THEN ${WHOLE}
		WHEN ends_with(folded, $${name}) THEN ${ORGAN}
		WHEN starts_with(folded, $${name}) THEN ${BEGINNING}
		WHEN contains(folded, $${name}) THEN ${INSIDE}
		WHEN contains(concat(province, city, county), $${name}) THEN ${REGION}
		${loose ? `WHEN folded LIKE $${name}_loose THEN ${LOOSE}` : ''}
		ELSE ${NO_MATCH} END`;
}

/** How a name answers one term in letters: its initials, or its syllables from the beginning of one. */
function byLetters(name: string, loose: boolean): string {
	return `CASE
		WHEN initials = $${name} OR joined = $${name} THEN ${WHOLE}
		WHEN ends_with(initials, $${name}) THEN ${ORGAN}
		WHEN starts_with(initials, $${name}) OR starts_with(joined, $${name}) THEN ${BEGINNING}
		WHEN contains(initials, $${name}) OR contains(folded, $${name})
			OR (contains(joined, $${name}) AND regexp_matches(pinyin, $${name}_syllables)) THEN ${INSIDE}
		${loose ? `WHEN initials LIKE $${name}_loose THEN ${LOOSE}` : ''}
		ELSE ${NO_MATCH} END`;
}

/**
 * The rows of `names` that answer a question, each with its rank: those that have its very words
 * where there are any, else those that have its characters in order. None where it has no terms.
 */
export function matchingNames(question: string): Condition {
	const terms = termsOf(question);
	const params: Record<string, Bound> = {};
	const ranks = terms.map((units, index) => {
		const name = `term_${index}`;
		const term = units.join('');
		const letters = /^[a-z]+$/.test(term);
		const loose = letters ? term.length >= FEWEST_LOOSE_LETTERS : term.length > 1;
		params[name] = term;
		if (loose) params[`${name}_loose`] = looseOf(units);
		if (letters) params[`${name}_syllables`] = ` ${[...term].join(' ?')}`;
		return letters ? byLetters(name, loose) : byCharacters(name, loose);
	});
	return {
		sql: `SELECT * EXCLUDE (best, joined) FROM (
			SELECT *, min(rank) OVER (PARTITION BY agency_id IS NULL) AS best
			FROM (SELECT *, greatest(${ranks.join(', ') || NO_MATCH}) AS rank FROM (${NAMES}))
			WHERE rank < ${NO_MATCH}
		) WHERE rank < ${LOOSE} OR best = ${LOOSE}`,
		params
	};
}

/** The ids of the agencies that a question names, with their ranks. */
export function namedAgencies(question: string): Condition {
	const names = matchingNames(question);
	return {
		sql: `SELECT agency_id, min(rank) AS rank FROM (${names.sql})
			WHERE agency_id IS NOT NULL GROUP BY agency_id`,
		params: names.params
	};
}
