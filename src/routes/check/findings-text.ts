import { full } from '$lib/chart/number';
import { inFigures, type ShownFinding } from '$lib/components/finding';
import type { Language } from '$lib/form';
import type { Words } from '$lib/words/words';

/** What a rule found without its sentence: the rules speak Chinese. */
function inEnglish(finding: ShownFinding, words: Words): string {
	const { cellName, suspectName, suggestion } = finding;
	const { findings, colon } = words;
	const figures = inFigures(finding, words);
	return [
		cellName === null ? figures : `${cellName}${colon}${figures}`,
		...(suspectName !== null && suggestion !== null
			? [`${findings.suspect}${colon}${suspectName}, ${findings.suggestion} ${full(suggestion)}`]
			: [])
	].join('; ');
}

/** A list of findings as plain text, to be copied into a letter or a chat. */
export function findingsText(
	heading: string,
	findings: readonly ShownFinding[],
	words: Words,
	language: Language
): string {
	const lines = findings.map((finding, index) => {
		const { severityName, origin, ruleTitle, message } = finding;
		const said = language === 'zh' ? message : inEnglish(finding, words);
		const kind = `${severityName}${words.list}${words.findings.origins[origin]}`;
		return `${index + 1}. ${ruleTitle}${words.open}${kind}${words.close}${words.colon}${said}`;
	});
	return [heading, ...lines].join('\n');
}
