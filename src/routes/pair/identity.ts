import { identitiesIn, type Identity } from '$lib/check/identity';
import type { Cell, FormCode, Language } from '$lib/form';
import { ruleTitle } from '../naming';

/** A relation among a report's own cells, whether it holds, and its rule's title. */
export interface ShownIdentity extends Identity {
	readonly title: string;
}

/** Every relation that the cells of a report must satisfy. */
export const shownIdentities = (
	form: FormCode,
	cells: readonly Pick<Cell, 'address' | 'status' | 'value'>[],
	language: Language
): ShownIdentity[] =>
	identitiesIn(form, { cells }).map((identity) => ({
		...identity,
		title: ruleTitle(identity.rule, language)
	}));
