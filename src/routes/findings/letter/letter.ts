import { RULES } from '$lib/check/rules';
import { addressOf, FORM_CELLS } from '$lib/form';
import type { AgencyFinding } from '$lib/server/queries';
import { letter, numeralOf } from '$lib/words/letter';
import type { Letter, Point } from '../../letter/document';

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
		notes: inOrder.filter(({ severity }) => severity === 'info').map(pointOf),
		asked: null
	};
}

/**
 * A letter that asks an agency about the findings in its reports. What the reader itself doubted is
 * left out and counted: no agency is held to our own misreading.
 *
 * @param rules the codes of the rules that it is narrowed to; none where it is about all
 */
export function letterOf(
	agency: string,
	findings: readonly AgencyFinding[],
	rules: readonly string[] = []
): Letter {
	const asked = findings.filter(({ origin }) => origin !== 'reading');
	const reports = new Map<string, [AgencyFinding, ...AgencyFinding[]]>();
	for (const finding of asked) {
		const others = reports.get(finding.reportId);
		if (others) others.push(finding);
		else reports.set(finding.reportId, [finding]);
	}
	const left = findings.length - asked.length;
	const titles = RULES.filter(({ code }) => rules.includes(code)).map(({ title }) => title.zh);
	return {
		subject: letter.subject(titles),
		invented: findings.some(({ generated }) => generated) ? letter.invented : null,
		to: letter.to(agency),
		opening: letter.opening(titles),
		parts: [...reports.values()].map((own, index) => partOf(numeralOf(index + 1), own)),
		notes: letter.notes,
		leftOut: left > 0 ? letter.leftOut(left) : null,
		closing: letter.closing,
		reply: letter.reply,
		sender: letter.sender,
		date: letter.date
	};
}
