import { error } from '@sveltejs/kit';
import type { Rule } from '$lib/check/rule';
import { RULES } from '$lib/check/rules';
import { percent, shareOf } from '$lib/chart/number';
import { link, slice } from '$lib/components/link';
import { currentOnly } from '$lib/server/filters';
import {
	findingsList,
	ruleByGroups,
	together,
	undecidedOf,
	type FindingsGroup,
	type Grouping,
	type RuleCount,
	type Undecided
} from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking, type Asking } from '../../asking';
import { groupName } from '../../findings/grid';
import { FEWEST } from '../../findings/shown-grid';
import { formName, severityName, shownFinding } from '../../naming';
import { NOTHING, shownAnswer } from '../answer';
import { answersFigure } from './figure';
import { examplesInWords } from './shown-example';
import type { PageServerLoad } from './$types';

/** Groups that are shown of those in which a rule fails most often. */
const WORST = 8;
/** Findings that are shown before the list of all. */
const FIRST = 20;

function answerOf({ reports, decided }: RuleCount, words: Words): string {
	const share = shareOf(reports, decided);
	if (share === null) return words.rules.answerNever;
	return reports === 0
		? words.rules.answerNone(decided)
		: words.rules.answer(percent(share), reports, decided);
}

/** Why a rule could not decide, in words. */
function reasonsOf(undecided: Undecided, words: Words): string[] {
	const cells = undecided.ownCells ? words.rules.undecidedCells : words.rules.undecidedReport;
	const { withoutYear, withoutTable } = undecided;
	return [
		...(withoutTable > 0 ? [words.rules.withoutTable(withoutTable)] : []),
		...(withoutYear > 0 ? [words.rules.withoutYear(withoutYear)] : []),
		...(['blank', 'missing', 'unreadable'] as const).flatMap((status) =>
			undecided[status] > 0 ? [cells[status](undecided[status])] : []
		)
	];
}

interface Page {
	readonly rule: Rule;
	readonly search: string;
	readonly asked: Asking;
}

/** Groups with what the rule said of each, and the list of its findings there. */
function rowsOf(groups: readonly FindingsGroup[], by: Grouping, { rule, search, asked }: Page) {
	return groups.map((group) => {
		const known = Object.entries(group.keys).filter(
			(entry): entry is [string, string] => entry[1] !== null
		);
		const settled = group.keys[by] !== null;
		const chosen = { ...Object.fromEntries(known), rule: rule.code };
		return {
			key: JSON.stringify(group.keys),
			...groupName(group, by, asked.language, asked.words),
			answer: shownAnswer(
				group.rules.get(rule.code) ?? NOTHING,
				settled ? link('/findings', slice(search), chosen) : null
			)
		};
	});
}

/** The groups in which a rule fails most often, of those with enough reports that it could decide. */
function worstOf(groups: readonly FindingsGroup[], by: Grouping, page: Page) {
	const count = (group: FindingsGroup) => group.rules.get(page.rule.code) ?? NOTHING;
	const share = (group: FindingsGroup) => count(group).reports / count(group).decided;
	const worst = groups
		.filter((group) => group.keys[by] !== null && count(group).decided >= FEWEST)
		.filter((group) => count(group).reports > 0)
		.toSorted((a, b) => share(b) - share(a))
		.slice(0, WORST);
	return { by: page.asked.words.findings.groupings[by], rows: rowsOf(worst, by, page) };
}

function told(rule: Rule, { language, words }: Asking) {
	return {
		code: rule.code,
		severity: rule.severity,
		severityName: severityName(rule.severity, language),
		severityWhy: words.rules.severityWhy[rule.severity],
		title: rule.title[language],
		description: rule.description[language],
		formula: rule.formula[language],
		basis: rule.basis[language],
		forms: rule.forms.map((form) => formName(form, language))
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event);
	const { database, language, words, options, kept } = asked;
	const { search } = event.url;
	const rule = RULES.find(({ code }) => code === event.params.rule);
	if (!rule) error(404, { message: words.rules.notFound });
	const filters = currentOnly({ ...asked.filters, rule: [rule.code], severity: [] });
	const [{ year: years, ...groups }, undecided] = await Promise.all([
		kept(`${rule.code} by groups`, () =>
			ruleByGroups(database, filters, rule.code, ['year', 'province', 'city', 'kind'])
		),
		kept(`${rule.code} undecided`, () => undecidedOf(database, filters, rule))
	]);
	const many = groups.province.filter(({ keys }) => keys.province !== null).length > 1;
	const region = many ? 'province' : 'city';
	const whole = together(years).rules.get(rule.code) ?? NOTHING;
	const list = await kept(`${rule.code} findings`, () =>
		findingsList(database, { ...filters, page: 1 }, whole.findings)
	);
	const page: Page = { rule, search, asked };
	const settled = years.toSorted(
		(a, b) => Number(a.keys.year ?? Infinity) - Number(b.keys.year ?? Infinity)
	);
	return {
		rule: told(rule, asked),
		answer: answerOf(whole, words),
		whole: shownAnswer(whole, link('/findings', slice(search), { rule: rule.code })),
		figure: answersFigure(
			years,
			rule,
			(year) => link('/findings', slice(search), { rule: rule.code, year }),
			words
		),
		years: rowsOf(
			settled.filter(({ rules }) => {
				const { decided, undecided } = rules.get(rule.code) ?? NOTHING;
				return decided + undecided > 0;
			}),
			'year',
			page
		),
		worst: [worstOf(groups[region], region, page), worstOf(groups.kind, 'kind', page)],
		fewest: FEWEST,
		undecided: {
			reports: undecided.reports,
			whole: whole.undecided,
			reasons: reasonsOf(undecided, words)
		},
		examples: examplesInWords(rule, language, words),
		findings: list.rows.slice(0, FIRST).map((row) => shownFinding(row, language)),
		invented: together(years).generated > 0,
		csv: link('/download/findings.csv', slice(search), {
			rule: rule.code,
			current: filters.current ? '1' : '0'
		}),
		options
	};
};
