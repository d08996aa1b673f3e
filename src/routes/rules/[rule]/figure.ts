import type { Severity } from '$lib/check/rule';
import type { StackFigure } from '$lib/chart/figure';
import type { FindingsGroup } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { editionRules, stretch } from '../../figures';

/** The colour in which a severity is said, everywhere. */
const COLOURS: Readonly<Record<Severity, string>> = {
	error: 'alarm',
	warning: 'warn',
	info: 'muted'
};

/** Reports by a rule’s answer and year; null where the rule applies to none. A year without is a gap. */
export function answersFigure(
	groups: readonly FindingsGroup[],
	rule: { readonly code: string; readonly severity: Severity },
	hrefOf: (year: string) => string,
	words: Words
): StackFigure | null {
	const counts = new Map(
		groups.flatMap(({ keys, rules }) => {
			const own = rules.get(rule.code);
			return keys.year && own && own.decided + own.undecided > 0
				? [[Number(keys.year), own] as const]
				: [];
		})
	);
	if (counts.size === 0) return null;
	const years = stretch([...counts.keys()]);
	const values = (of: (count: { reports: number; decided: number; undecided: number }) => number) =>
		years.map((year) => {
			const count = counts.get(year);
			return count ? of(count) : null;
		});
	return {
		kind: 'stack',
		categories: years.map(String),
		parts: [
			{
				name: words.findings.fail,
				colour: COLOURS[rule.severity],
				words: 'on-deep',
				pattern: 'dots',
				values: values(({ reports }) => reports),
				hrefs: years.map((year) => (counts.get(year)?.reports ? hrefOf(String(year)) : null))
			},
			{
				name: words.findings.pass,
				colour: 'ok',
				words: 'on-deep',
				pattern: 'plain',
				values: values(({ reports, decided }) => decided - reports)
			},
			{
				name: words.findings.undecided,
				colour: 'other',
				words: 'on-pale',
				pattern: 'rising',
				values: values(({ undecided }) => undecided)
			}
		],
		shares: false,
		unitLabel: words.rules.unit,
		ruleLabel: words.overview.editionBreak,
		rulesAfter: editionRules(years, words).map(({ after }) => years.indexOf(after)),
		direction: 'columns',
		smallBelow: 0
	};
}
