import { RULES } from '$lib/check/rules';
import { addressOf, FORM_CELLS } from '$lib/form';
import type { AgencyFinding } from '$lib/server/queries';
import { letter, numeralOf } from '$lib/words/letter';

/** A sentence of what was found, and then what is asked about it. */
type Point = readonly string[];

/** One report in a letter: its heading, and what is asked about it in the order of the form. */
export interface LetterPart {
	readonly heading: string;
	readonly source: string | null;
	readonly points: readonly Point[];
	/** What is no sign of a slip by itself; numbered on from the points. */
	readonly notes: readonly Point[];
}

/** A letter to an agency, paragraph by paragraph. */
export interface Letter {
	readonly subject: string;
	readonly invented: string | null;
	readonly to: string;
	readonly opening: string;
	readonly parts: readonly LetterPart[];
	readonly notes: string;
	readonly leftOut: string | null;
	readonly closing: string;
	readonly reply: string;
	readonly sender: string;
	readonly date: string;
}

function askedBy(code: string): string[] {
	const rule = RULES.find((candidate) => candidate.code === code);
	if (!rule) return [];
	const asks = letter.asks[rule.demand](rule.formula.zh, rule.basis.zh);
	if (rule.demand !== 'comparison') return [asks];
	return [asks + ('checkPair' in rule ? letter.eitherReport : letter.mayStand)];
}

const pointOf = ({ rule, message, origin }: AgencyFinding): Point => [
	message,
	...askedBy(rule),
	...(origin === 'unknown' ? [letter.notTold] : [])
];

/** Where a finding stands in the form: what is about the whole report first, then cell after cell. */
function placeOf({ form, section, item, measure }: AgencyFinding): number {
	if (section === null || item === null || measure === null) return -1;
	const address = addressOf(section, item, measure);
	const cells = FORM_CELLS.get(form) ?? [];
	const index = cells.findIndex((cell) => cell.address === address);
	return index < 0 ? cells.length : index;
}

function partOf(numeral: string, findings: readonly [AgencyFinding, ...AgencyFinding[]]) {
	const [{ year, title, publishedOn, sourceUrl }] = findings;
	const inOrder = findings.toSorted((one, other) => placeOf(one) - placeOf(other));
	return {
		heading: letter.report(numeral, year, title, publishedOn),
		source: sourceUrl === null ? null : letter.source(sourceUrl),
		points: inOrder.filter(({ severity }) => severity !== 'info').map(pointOf),
		notes: inOrder.filter(({ severity }) => severity === 'info').map(pointOf)
	};
}

/**
 * A letter that asks an agency about the findings in its reports. What the reader itself doubted is
 * left out and counted: no agency is held to our own misreading.
 */
export function letterOf(agency: string, findings: readonly AgencyFinding[]): Letter {
	const asked = findings.filter(({ origin }) => origin !== 'reading');
	const reports = new Map<string, [AgencyFinding, ...AgencyFinding[]]>();
	for (const finding of asked) {
		const others = reports.get(finding.reportId);
		if (others) others.push(finding);
		else reports.set(finding.reportId, [finding]);
	}
	const left = findings.length - asked.length;
	return {
		subject: letter.subject,
		invented: findings.some(({ generated }) => generated) ? letter.invented : null,
		to: letter.to(agency),
		opening: letter.opening,
		parts: [...reports.values()].map((own, index) => partOf(numeralOf(index + 1), own)),
		notes: letter.notes,
		leftOut: left > 0 ? letter.leftOut(left) : null,
		closing: letter.closing,
		reply: letter.reply,
		sender: letter.sender,
		date: letter.date
	};
}

/** A letter as plain text, to be copied into a document. */
export function textOf({ parts, ...letter }: Letter): string {
	const { subject, invented, to, opening, leftOut, closing, reply, sender, date } = letter;
	const lines = parts.flatMap(({ heading, source, points, notes }) => {
		const numbered = [...points, ...notes].map((point, index) => `${index + 1}. ${point.join('')}`);
		return [
			heading,
			...(source === null ? [] : [source]),
			...numbered.slice(0, points.length),
			...(notes.length > 0 ? [letter.notes] : []),
			...numbered.slice(points.length)
		];
	});
	return [subject, invented, to, opening, ...lines, leftOut, closing, reply, sender, date]
		.filter((line) => line !== null)
		.join('\n');
}
