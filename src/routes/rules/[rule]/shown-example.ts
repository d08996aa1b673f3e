import { examplesOf, type ShownExample } from '$lib/check/examples';
import type { Rule } from '$lib/check/rule';
import { full } from '$lib/chart/number';
import { editionOf, type Language, type Status } from '$lib/form';
import type { Words } from '$lib/words/words';
import { cellName } from '../../naming';

/** An invented report that a rule judged, in the reader’s words. */
export interface ExampleInWords {
	readonly answer: 'pass' | 'fail' | 'undecided';
	/** The year and the edition, and what there is of a table where its cells do not tell. */
	readonly report: string;
	readonly state: string | null;
	readonly cells: readonly {
		readonly name: string;
		readonly value: string;
		readonly status: Status;
		readonly subject: boolean;
	}[];
	readonly verdict: string;
	readonly message: string | null;
}

function stateOf({ report }: ShownExample, words: Words): string | null {
	if (report.cells.length === 0) return words.rules.exampleFree;
	return report.cells.every(({ status }) => status === 'missing') ? words.rules.exampleEmpty : null;
}

function messageOf({ verdict }: ShownExample, language: Language, words: Words): string | null {
	if (verdict.answer !== 'fail') return null;
	const { message, observed, expected } = verdict.finding;
	if (language === 'zh') return message;
	if (observed === null) return null;
	return expected === null
		? words.findings.reportedOnly(full(observed))
		: words.findings.observedExpected(full(observed), full(expected));
}

/** The examples of a rule, as the rule itself judges them. */
export function examplesInWords(rule: Rule, language: Language, words: Words): ExampleInWords[] {
	const verdicts = {
		pass: words.rules.examplePass,
		fail: words.rules.exampleFail,
		undecided: words.rules.exampleUndecided
	};
	return examplesOf(rule).map((example) => {
		const { report, verdict } = example;
		const own = new Map(report.cells.map((cell) => [cell.address, cell]));
		return {
			answer: verdict.answer,
			report: words.rules.exampleOf(report.year, editionOf(report.form).label[language]),
			state: stateOf(example, words),
			cells: example.cells.flatMap((address) => {
				const cell = own.get(address);
				if (!cell) return [];
				const { status, value } = cell;
				return [
					{
						name: cellName(address, language, report.form) ?? address,
						value: value === null ? words.status[status] : full(value),
						status,
						subject: address === verdict.subject
					}
				];
			}),
			verdict: verdicts[verdict.answer],
			message: messageOf(example, language, words)
		};
	});
}
