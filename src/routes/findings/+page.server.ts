import { findingsByRule, findingsByYear, findingsList } from '$lib/server/queries';
import { asking } from '../asking';
import { ruleTitle, shownFinding } from '../naming';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { database, filters, language, options, invented, kept } = await asking(event, {
		sorted: true
	});
	const [list, rules, years] = await Promise.all([
		kept(`findings ${filters.sort}`, () => findingsList(database, filters)),
		kept('rules', () => findingsByRule(database, filters)),
		kept('years of findings', () => findingsByYear(database, filters))
	]);
	return {
		count: list.count,
		page: list.page,
		pages: list.pages,
		findings: list.rows.map((row) => shownFinding(row, language)),
		rules: rules.map((row) => ({ ...row, title: ruleTitle(row.rule, language) })),
		years,
		invented: await invented(),
		options
	};
};
