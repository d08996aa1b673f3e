/** What tells when a report was due. */
interface Filed {
	readonly year: number | null;
	readonly level: string | null;
	readonly kind: string | null;
	readonly scope: string | null;
	readonly publishedOn: string | null;
}

/** Bodies for which the regulation sets no day: townships and subdistricts, and what is no organ. */
const WITHOUT_DAY = new Set(['township', 'subdistrict', 'public_institution']);

/**
 * The last day on which a report for a year is in time (《条例》第四十九条): 31 March for a local
 * government’s own report, 31 January for a department’s; null where no day is set, or who reports
 * is not settled.
 */
export function dueOn({ year, level, kind, scope }: Filed): string | null {
	if (year === null || level === null || kind === null) return null;
	if (level === 'township' || WITHOUT_DAY.has(kind)) return null;
	const government = kind === 'government' || scope === 'consolidated';
	return `${year + 1}-${government ? '03-31' : '01-31'}`;
}

export type Filing = 'in_time' | 'late' | 'no_day' | 'unknown';

/** Whether a report came in time; days compare as `YYYY-MM-DD`. */
export function filingOf(report: Filed): Filing {
	const due = dueOn(report);
	if (due === null) return 'no_day';
	if (report.publishedOn === null) return 'unknown';
	return report.publishedOn <= due ? 'in_time' : 'late';
}
