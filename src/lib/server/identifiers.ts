import { createHash } from 'node:crypto';
import type { Identity, Report } from '../form/index.ts';
import type { Finding } from '../check/rule.ts';

const HEX = 16;

function identifier(prefix: string, words: readonly (string | null)[]): string {
	const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex');
	return prefix + hash.slice(0, HEX);
}

/** A report's identifier: the same for a file's later versions, so that bookmarks survive. */
export const reportId = (source: string) => identifier('r', [source]);

/**
 * An agency's identifier, from its region and name. An unresolved report has an agency of its own,
 * and an invented agency is never one with a real agency of the same name.
 */
export function agencyId(report: Report, id: string): string {
	return report.resolved ? settledAgencyId(report) : identifier('u', [id]);
}

/** The identifier of an agency whose region and name are settled. */
export function settledAgencyId({
	province,
	city,
	county,
	agency,
	generated
}: Pick<Identity, 'province' | 'city' | 'county' | 'agency'> & { generated: boolean }): string {
	const name = [province, city, county, agency];
	return identifier('a', generated ? ['invented', ...name] : name);
}

/** A finding's identifier: the same as long as the rule finds the same thing in the same report. */
export const findingId = (report: string, finding: Finding, ordinal: number) =>
	identifier('f', [report, finding.rule, finding.subject, finding.suspect, String(ordinal)]);
