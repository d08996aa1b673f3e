import type { FilingState } from '$lib/form';

/** The sign of each state, which tells it without its colour. */
export const SIGNS: Readonly<Record<FilingState, string>> = {
	on_time: '✓',
	late: '△',
	undated: '○',
	unreadable: '◇',
	unresolved: '?',
	missing: '×'
};
