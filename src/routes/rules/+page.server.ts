import { RULES } from '$lib/check/rules';
import { findingsByRule } from '$lib/server/queries';
import { currentOnly } from '$lib/server/filters';
import { asking } from '../asking';
import { formName, severityName } from '../naming';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { database, filters, language, invented, kept } = await asking(event);
	const tallies = await kept('rules', () => findingsByRule(database, currentOnly(filters)));
	return {
		invented: await invented(),
		rules: RULES.map((rule) => ({
			code: rule.code,
			severity: rule.severity,
			severityName: severityName(rule.severity, language),
			title: rule.title[language],
			formula: rule.formula[language],
			basis: rule.basis[language],
			forms: rule.forms.map((form) => formName(form, language)),
			tally: tallies.find((tally) => tally.rule === rule.code) ?? null
		}))
	};
};
