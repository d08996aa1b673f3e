/** What tells when a report was due. */
interface Filed {
	readonly year: number | null;
	readonly level: string | null;
	readonly kind: string | null;
	readonly scope: string | null;
	readonly publishedOn: string | null;
}

/** The first year whose reports are due after the regulation of 2019. */
const REGULATION_OF_2019 = 2019;

/** Townships and subdistricts, for which the regulation sets no day: 31 January is practice. */
const byPractice = ({ level, kind }: Filed) =>
	level === 'township' || kind === 'township' || kind === 'subdistrict';

/**
 * The last day on which a report for a year is in time (《条例》第四十九条): 31 March for a local
 * government’s own report, which its office writes, 31 January for a department’s; before the
 * regulation of 2019 it was 31 March for all. Null where who reports is not settled.
 */
export function dueOn(report: Filed): string | null {
	const { year, level, kind, scope } = report;
	if (year === null || level === null || kind === null) return null;
	const government =
		kind === 'government' || (kind === 'general_office' && scope === 'consolidated');
	const march = year < REGULATION_OF_2019 || government;
	return `${year + 1}-${march ? '03-31' : '01-31'}`;
}

export type Filing = 'in_time' | 'late' | 'after_custom' | 'not_told' | 'unknown';

/** Whether a report came in time; days compare as `YYYY-MM-DD`. */
export function filingOf(report: Filed): Filing {
	const due = dueOn(report);
	if (report.publishedOn === null) return 'unknown';
	if (due === null) return 'not_told';
	if (report.publishedOn <= due) return 'in_time';
	return byPractice(report) && (report.year ?? 0) >= REGULATION_OF_2019 ? 'after_custom' : 'late';
}
