import { SEVERITIES } from '$lib/check/rule';
import { RULES } from '$lib/check/rules';
import { link, slice } from '$lib/components/link';
import type { Language } from '$lib/form';
import type { FindingsGroup } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking } from '../asking';
import { formName, ruleTitle } from '../naming';
import { NOTHING, shownAnswer } from './answer';
import { answersOf } from './answers';
import type { PageServerLoad } from './$types';

/** How many rules there are, how many found something, and which one the most. */
function titleOf({ rules }: FindingsGroup, language: Language, words: Words): string {
	const hits = [...rules].filter(([, { reports }]) => reports > 0);
	const [most] = hits.toSorted(([, a], [, b]) => b.reports - a.reports);
	if (!most) return words.rules.title(RULES.length, 0);
	const [code, { reports }] = most;
	return words.rules.titleMost(RULES.length, hits.length, ruleTitle(code, language), reports);
}

export const load: PageServerLoad = async (event) => {
	const { database, filters, language, words, options, kept } = await asking(event);
	const { search } = event.url;
	const whole = await kept('answers of rules', () => answersOf(database, filters));
	const listOf = (rule: string) => link('/findings', slice(search), { rule });
	return {
		title: titleOf(whole, language, words),
		invented: whole.generated > 0,
		greatest: Math.max(
			0,
			...[...whole.rules.values()].map(({ reports, decided }) =>
				decided === 0 ? 0 : reports / decided
			)
		),
		bands: SEVERITIES.map(({ code: severity, label }) => ({
			severity,
			label: label[language],
			why: words.rules.severityWhy[severity],
			rules: RULES.filter((rule) => rule.severity === severity).map((rule) => ({
				code: rule.code,
				title: rule.title[language],
				href: link(`/rules/${rule.code}`, slice(search)),
				formula: rule.formula[language],
				forms: rule.forms.map((form) => formName(form, language)),
				answer: shownAnswer(whole.rules.get(rule.code) ?? NOTHING, listOf(rule.code))
			}))
		})),
		options: await options
	};
};
