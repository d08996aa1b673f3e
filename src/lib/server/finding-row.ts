import { DuckDBDecimalValue, type DuckDBValue } from '@duckdb/node-api';
import type { Finding } from '../check/rule.ts';
import { partsOf } from '../form/index.ts';
import { findingId } from './identifiers.ts';

const SCALE = 6;
const ZERO = new DuckDBDecimalValue(0n, 18, SCALE);

/** A figure as the tables hold it, exact to six decimals. */
export function decimal(value: number | null): DuckDBDecimalValue | null {
	if (value === null) return null;
	if (value === 0) return ZERO;
	return new DuckDBDecimalValue(BigInt(Math.round(value * 10 ** SCALE)), 18, SCALE);
}

/**
 * A finding as its row of `findings`.
 *
 * @param ordinal its number among findings of the same rule about the same cells of the report
 * @param other the report that it was compared with
 */
export function findingRow(
	report: string,
	finding: Finding,
	ordinal: number,
	other: string | null = null
): DuckDBValue[] {
	const subject = finding.subject === null ? null : partsOf(finding.subject);
	return [
		findingId(report, finding, ordinal),
		report,
		finding.rule,
		finding.severity,
		subject?.section ?? null,
		subject?.item ?? null,
		subject?.measure ?? null,
		decimal(finding.observed),
		decimal(finding.expected),
		finding.suspect,
		decimal(finding.suggestion),
		finding.origin,
		finding.message,
		other,
		finding.place?.start ?? null,
		finding.place?.end ?? null
	];
}
