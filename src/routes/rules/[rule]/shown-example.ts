import { examplesOf, type ShownExample } from '$lib/check/examples';
import type { Rule } from '$lib/check/rule';
import { full } from '$lib/chart/number';
import { editionOf, type Address, type Language, type Report, type Status } from '$lib/form';
import type { Words } from '$lib/words/words';
import { cellName } from '../../naming';

/** A report of an example, in the reader’s words. */
interface ReportInWords {
	/** The year and the edition, and what there is of a table where its cells do not tell. */
	readonly report: string;
	readonly state: string | null;
	readonly cells: readonly {
		readonly name: string;
		readonly value: string;
		readonly status: Status;
		readonly subject: boolean;
	}[];
}

/** What a rule said of an invented report, in the reader’s words. */
export interface ExampleInWords {
	readonly answer: 'pass' | 'fail' | 'undecided';
	/** The report, and the one that it is held against. */
	readonly reports: readonly ReportInWords[];
	readonly verdict: string;
	readonly message: string | null;
}

/** Characters of a narrative that tell it from another. */
const BEGINNING = 24;

function stateOf(report: Report, words: Words): string | null {
	const told = report.text.match(/.+。/gu)?.join('') ?? '';
	if (told !== '') {
		return told.length > BEGINNING
			? words.rules.exampleWords(`${told.slice(0, BEGINNING)}…`, told.length)
			: words.rules.exampleWords(told, null);
	}
	if (report.cells.length === 0) return words.rules.exampleFree;
	return report.cells.every(({ status }) => status === 'missing') ? words.rules.exampleEmpty : null;
}

function cellsOf(
	report: Report,
	addresses: readonly Address[],
	subject: Address | null,
	language: Language,
	words: Words
): ReportInWords['cells'] {
	const own = new Map(report.cells.map((cell) => [cell.address, cell]));
	return addresses.flatMap((address) => {
		const cell = own.get(address);
		if (!cell) return [];
		const { status, value } = cell;
		return [
			{
				name: cellName(address, language, report.form) ?? address,
				value: value === null ? words.status[status] : full(value),
				status,
				subject: address === subject
			}
		];
	});
}

function reportsOf(
	{ report, cells, other, otherCells, verdict }: ShownExample,
	language: Language,
	words: Words
): ReportInWords[] {
	const formOf = ({ form }: Report) => editionOf(form).label[language];
	const inWords = (
		shown: Report,
		title: string,
		addresses: readonly Address[],
		subject: Address | null
	): ReportInWords => ({
		report: title,
		state: stateOf(shown, words),
		cells: cellsOf(shown, addresses, subject, language, words)
	});
	const title = words.rules.exampleOf(report.year, formOf(report));
	const own = inWords(report, title, cells, verdict.subject);
	if (!other) return [own];
	const beside = words.rules.exampleBeside(other.year, formOf(other));
	return [own, inWords(other, beside, otherCells, null)];
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
	return examplesOf(rule).map((example) => ({
		answer: example.verdict.answer,
		reports: reportsOf(example, language, words),
		verdict: verdicts[example.verdict.answer],
		message: messageOf(example, language, words)
	}));
}
