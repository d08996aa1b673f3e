import type { FilingCounts } from '$lib/server/queries';

/** The columns of a table of counts, behind what its rows are. */
export const COUNT_COLUMNS = [
	...(['expected', 'filed', 'on_time', 'late', 'undated', 'unreadable', 'unresolved'] as const),
	...(['missing', 'unexpected', 'listed', 'generated'] as const)
] as const;

/** Counts as a line of that table. */
export const countsLine = (
	row: FilingCounts
): Readonly<Record<(typeof COUNT_COLUMNS)[number], number>> => ({
	expected: row.expected,
	filed: row.filed,
	on_time: row.onTime,
	late: row.late,
	undated: row.undated,
	unreadable: row.unreadable,
	unresolved: row.unresolved,
	missing: row.missing,
	unexpected: row.unexpected,
	listed: row.listed,
	generated: row.generated
});
