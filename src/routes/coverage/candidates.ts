import type { Evidence } from '$lib/form';

/** Candidates of one kind that a list shows, and the characters of one. */
const CANDIDATES = 4;
const CANDIDATE_LENGTH = 40;

/** Words that may name the agency or the year of a report, each once. */
export function candidates(evidence: readonly Evidence[]) {
	const subjects = ['agency', 'region', 'year'] as const;
	return subjects.flatMap((subject) => {
		const found = new Map(
			evidence
				.filter((entry) => entry.subject === subject)
				.map(({ text, source }) => [text.trim().slice(0, CANDIDATE_LENGTH), source])
		);
		const words = [...found].slice(0, CANDIDATES).map(([text, source]) => ({ text, source }));
		return words.length > 0 ? [{ subject, words }] : [];
	});
}
