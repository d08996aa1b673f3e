import { error } from '@sveltejs/kit';
import type { Rule } from '$lib/check/rule';
import { RULES } from '$lib/check/rules';
import { percent, shareOf } from '$lib/chart/number';
import { link, slice } from '$lib/components/link';
import { currentOnly, NO_FILTERS } from '$lib/server/filters';
import {
	findingsList,
	ruleByGroups,
	together,
	undecidedOf,
	type RuleCount,
	type Undecided
} from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking, type Asking } from '../../asking';
import { letterHref } from '../../findings/letter-href';
import { FEWEST } from '../../findings/shown-grid';
import { formName, severityName, shownFinding } from '../../naming';
import { NOTHING, shownAnswer } from '../answer';
import { answersFigure } from './figure';
import { worstOf, yearRows } from './groups';
import { examplesInWords } from './shown-example';
import type { PageServerLoad } from './$types';

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

/**
 * When a rule cannot decide, and why it could not. For a rule about words or about two reports the
 * cells of the report do not tell.
 */
function undecidedInWords(rule: Rule, undecided: Undecided, { language, words }: Asking) {
	if (rule.undecided) return { why: rule.undecided[language], reasons: [] };
	return { why: words.rules.undecidedWhy, reasons: reasonsOf(undecided, words) };
}

/** What a rule is, in the reader's words. */
function described(rule: Rule, { language, words }: Asking) {
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

/** What a rule said of the reports that the filters choose; what they say of findings is left out. */
async function asked(rule: Rule, { database, filters: given, kept }: Asking) {
	const { severity, origin, section, item, measure, status, q } = NO_FILTERS;
	const about = { rule: [rule.code], severity, origin, section, item, measure, status, q };
	const filters = currentOnly({ ...given, ...about, page: 1 });
	const [groups, undecided] = await Promise.all([
		kept(`${rule.code} by groups`, () =>
			ruleByGroups(database, filters, rule.code, ['year', 'province', 'city', 'kind'])
		),
		kept(`${rule.code} undecided`, () => undecidedOf(database, filters, rule))
	]);
	const whole = together(groups.year);
	const list = await kept(`${rule.code} findings`, () =>
		findingsList(database, filters, whole.findings)
	);
	return { groups, undecided, whole, list, current: filters.current ? '1' : '0' };
}

export const load: PageServerLoad = async (event) => {
	const page = await asking(event);
	const { language, words, options } = page;
	const rule = RULES.find(({ code }) => code === event.params.rule);
	if (!rule) error(404, { message: words.rules.notFound });
	const { groups, undecided, whole, list, current } = await asked(rule, page);
	const { search } = event.url;
	const told = { rule: rule.code, search, language, words };
	const count = whole.rules.get(rule.code) ?? NOTHING;
	const provinces = groups.province.filter(({ keys }) => keys.province !== null);
	const region = provinces.length > 1 ? 'province' : 'city';
	const listOf = (changes: Record<string, string> = {}) =>
		link('/findings', slice(search), { rule: rule.code, ...changes });
	return {
		rule: described(rule, page),
		answer: answerOf(count, words),
		whole: shownAnswer(count, listOf()),
		figure: answersFigure(groups.year, rule, (year) => listOf({ year }), words),
		years: yearRows(groups.year, told),
		worst: [worstOf(groups[region], region, told), worstOf(groups.kind, 'kind', told)],
		fewest: FEWEST,
		undecided: {
			reports: undecided.reports,
			whole: count.undecided,
			...undecidedInWords(rule, undecided, page)
		},
		examples: examplesInWords(rule, language, words),
		findings: list.rows.slice(0, FIRST).map((row) => ({
			...shownFinding(row, language),
			letter: letterHref(slice(search), row)
		})),
		invented: whole.generated > 0,
		csv: link('/download/findings.csv', slice(search), { rule: rule.code, current }),
		options: await options
	};
};
