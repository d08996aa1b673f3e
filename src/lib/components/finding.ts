import type { Address } from '../form/index.ts';

/** A finding as pages show it: what is a code in the tables is in the reader's words here. */
export interface ShownFinding {
	readonly findingId: string;
	readonly reportId: string;
	readonly rule: string;
	readonly ruleTitle: string;
	readonly severity: string;
	readonly severityName: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly generated: boolean;
	/** True where a corrected version has replaced the report. */
	readonly replaced: boolean;
	/** The cell that the rule is about; null for the report as a whole. */
	readonly address: Address | null;
	readonly cellName: string | null;
	readonly suspect: Address | null;
	readonly suspectName: string | null;
	readonly observed: number | null;
	readonly expected: number | null;
	readonly suggestion: number | null;
	readonly message: string;
}
