import { RULES } from '$lib/check/rules';
import type { AgencyFinding } from '$lib/server/queries';
import { letter, numeralOf } from '$lib/words/letter';

/** One report in a letter: its heading, and what is asked about it. */
export interface LetterPart {
	readonly heading: string;
	readonly source: string | null;
	/** Each a sentence of what was found, and then what the form asks. */
	readonly points: readonly (readonly string[])[];
}

/** A letter to an agency, paragraph by paragraph. */
export interface Letter {
	readonly subject: string;
	readonly invented: string | null;
	readonly to: string;
	readonly opening: string;
	readonly parts: readonly LetterPart[];
	readonly leftOut: string | null;
	readonly closing: string;
	readonly date: string;
}

function pointOf({ rule: code, message, origin }: AgencyFinding): string[] {
	const rule = RULES.find((candidate) => candidate.code === code);
	return [
		message,
		...(rule ? [letter.asks(rule.formula.zh, rule.basis.zh)] : []),
		...(origin === 'unknown' ? [letter.notTold] : [])
	];
}

/**
 * A letter that asks an agency about the findings in its reports. What the reader itself doubted is
 * left out and counted: no agency is held to our own misreading.
 */
export function letterOf(agency: string, findings: readonly AgencyFinding[]): Letter {
	const asked = findings.filter(({ origin }) => origin !== 'reading');
	const reports = new Map<string, AgencyFinding[]>();
	for (const finding of asked) {
		reports.set(finding.reportId, [...(reports.get(finding.reportId) ?? []), finding]);
	}
	const left = findings.length - asked.length;
	return {
		subject: letter.subject,
		invented: findings.some(({ generated }) => generated) ? letter.invented : null,
		to: letter.to(agency),
		opening: letter.opening,
		parts: [...reports.values()].map(([first, ...others], index) => ({
			heading: letter.report(numeralOf(index + 1), first!.year, first!.title, first!.publishedOn),
			source: first!.sourceUrl === null ? null : letter.source(first!.sourceUrl),
			points: [first!, ...others].map(pointOf)
		})),
		leftOut: left > 0 ? letter.leftOut(left) : null,
		closing: letter.closing,
		date: letter.date
	};
}

/** A letter as plain text, to be copied into a document. */
export function textOf({ subject, invented, to, opening, parts, leftOut, closing, date }: Letter) {
	const lines = parts.flatMap(({ heading, source, points }) => [
		heading,
		...(source === null ? [] : [source]),
		...points.map((point, index) => `${index + 1}. ${point.join('')}`)
	]);
	return [subject, invented, to, opening, ...lines, leftOut, closing, date]
		.filter((line) => line !== null)
		.join('\n');
}
