import type { Suggest, Suggestion } from '$lib/components/suggestion';

/** Suggestions from the server; none where it does not answer, since the form goes on without. */
export const suggest: Suggest = async (q, signal) => {
	const response = await fetch(`/search/suggest?${new URLSearchParams({ q }).toString()}`, {
		signal
	});
	if (!response.ok) return [];
	const { suggestions } = (await response.json()) as { suggestions: readonly Suggestion[] };
	return suggestions;
};
