import { addKnown } from '$lib/chart/number';
import { OUTCOMES } from '$lib/form';
import type { Basis, OutcomesByYear, OutcomesOfYear } from '$lib/server/queries';

/** All applications of a year that ended in a way that is reported; null where none is. */
export const handledOf = (year: OutcomesOfYear): number | null =>
	addKnown(OUTCOMES.map(({ code }) => year[code]));

/** The newest year with outcomes. */
export const newestOf = ({ years }: OutcomesByYear): OutcomesOfYear | undefined =>
	years.findLast((year) => (handledOf(year) ?? 0) > 0);

/** What an answer of some years rests on. */
export function yearsBasis({ years, basis }: OutcomesByYear, chosen: readonly number[]): Basis {
	const own = years.filter(({ year }) => chosen.includes(year));
	return {
		...basis,
		reports: own.reduce((sum, { reports }) => sum + reports, 0),
		generated: own.reduce((sum, { generated }) => sum + generated, 0),
		...{ scopeUnknown: 0, withoutYear: 0, otherScope: 0 }
	};
}
