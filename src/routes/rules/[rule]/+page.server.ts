import { error } from '@sveltejs/kit';
import { RULES } from '$lib/check/rules';
import { findingsByRule, findingsByYear, findingsList } from '$lib/server/queries';
import { currentOnly } from '$lib/server/filters';
import { asking } from '../../asking';
import { formName, severityName, shownFinding } from '../../naming';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const {
		database,
		filters: given,
		language,
		words,
		options,
		invented
	} = await asking(event, {
		sorted: true
	});
	const rule = RULES.find(({ code }) => code === event.params.rule);
	if (!rule) error(404, { message: words.rules.notFound });
	const filters = currentOnly({ ...given, rule: [rule.code] });
	const [list, [tally], years] = await Promise.all([
		findingsList(database, filters),
		findingsByRule(database, filters),
		findingsByYear(database, filters)
	]);
	return {
		rule: {
			code: rule.code,
			severity: rule.severity,
			severityName: severityName(rule.severity, language),
			title: rule.title[language],
			description: rule.description[language],
			formula: rule.formula[language],
			basis: rule.basis[language],
			forms: rule.forms.map((form) => formName(form, language))
		},
		invented: await invented(),
		tally: tally ?? null,
		years,
		count: list.count,
		page: list.page,
		pages: list.pages,
		findings: list.rows.map((row) => shownFinding(row, language)),
		options
	};
};
