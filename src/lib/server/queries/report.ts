import type { Address, Evidence, FormCode, ReadingNote, Status } from '../../form/index.ts';
import { ADDRESSES, columnOf, STATUSES } from '../../form/index.ts';
import type { Database } from '../database.ts';
import { statusColumnOf } from '../tables.ts';
import { partOfBatch } from '../views.ts';
import { FINDING_COLUMNS, SEVERITY_RANK, type FindingRow } from './findings.ts';

/** A report as its row of `reports`, with its neighbours. */
export interface ReportRow {
	readonly reportId: string;
	readonly agencyId: string;
	readonly agency: string | null;
	readonly kind: string | null;
	readonly level: string | null;
	readonly scope: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly year: number | null;
	readonly form: FormCode;
	readonly title: string | null;
	readonly publishedOn: string | null;
	readonly source: string;
	readonly sourceUrl: string | null;
	readonly sha256: string;
	readonly resolved: boolean;
	readonly isCurrent: boolean;
	readonly generated: boolean;
	/** The format and size of the file it was read from. */
	readonly fileFormat: string | null;
	readonly fileBytes: number | null;
}

/** One cell of a report, as `cells` has it. */
export interface CellRow {
	readonly section: string;
	readonly item: string;
	readonly measure: string;
	readonly value: number | null;
	readonly raw: string | null;
	readonly status: Status;
	readonly charStart: number | null;
	readonly charEnd: number | null;
	readonly deduced: number | null;
	/** The page of the source it stands on, from 1, and `left top right bottom` in points. */
	readonly page: number | null;
	readonly box: string | null;
}

/** What the office says of a cell of a report, and what became of it. */
export interface CorrectionRow {
	readonly section: string;
	readonly item: string;
	readonly measure: string;
	readonly value: number | null;
	readonly status: Status;
	readonly readValue: number | null;
	readonly readStatus: Status | null;
	readonly who: string;
	readonly madeOn: string;
	readonly why: string;
	readonly state: 'applied' | 'dropped' | 'no_cell' | 'no_report';
}

/** What a report was read from, and what the reader saw and doubted. */
export interface ReportDocument {
	readonly text: string;
	readonly evidence: readonly Evidence[];
	readonly notes: readonly ReadingNote[];
}

/** One report, superseded ones too; null where there is none. */
export async function report(database: Database, reportId: string): Promise<ReportRow | null> {
	const [row] = await database.rows<ReportRow>(
		`SELECT
			report_id AS "reportId", agency_id AS "agencyId", agency, kind, level, scope,
			province, city, county, year, form, title, published_on AS "publishedOn",
			reports.source, source_url AS "sourceUrl", reports.sha256, resolved,
			is_current AS "isCurrent", generated, format AS "fileFormat", bytes AS "fileBytes"
		FROM reports LEFT JOIN files USING (report_id)
		WHERE report_id = $report_id`,
		{ report_id: reportId }
	);
	return row ?? null;
}

/** The view of the one part that holds what a report says; null where there is no such report. */
async function partOf(
	database: Database,
	kind: 'cells' | 'documents',
	reportId: string
): Promise<string | null> {
	const [row] = await database.rows<{ batch: string }>(
		'SELECT batch FROM live WHERE report_id = $report_id',
		{ report_id: reportId }
	);
	const batch = database.snapshot.batches.find(({ id }) => id === row?.batch);
	return batch ? partOfBatch(kind, batch.id) : null;
}

/** Every cell of a report, in the order of the form. */
export async function reportCells(database: Database, reportId: string): Promise<CellRow[]> {
	const cells = await partOf(database, 'cells', reportId);
	if (cells === null) return [];
	return database.rows<CellRow>(
		`SELECT
			section, item, measure, value, raw, status,
			char_start AS "charStart", char_end AS "charEnd", deduced, page, box
		FROM ${cells}
		WHERE report_id = $report_id`,
		{ report_id: reportId }
	);
}

/** What some cells of a report say; cells that it has not are left out. */
export async function reportFigures(
	database: Database,
	reportId: string,
	addresses: readonly Address[]
): Promise<{ address: Address; value: number | null; status: Status }[]> {
	const known = addresses.filter((address) => ADDRESSES.includes(address));
	if (known.length === 0) return [];
	const columns = known.flatMap((address) => [columnOf(address), statusColumnOf(address)]);
	const [row] = await database.rows<Record<string, number | null>>(
		`SELECT ${columns.join(', ')} FROM figures WHERE report_id = $report_id`,
		{ report_id: reportId }
	);
	return known.flatMap((address) => {
		const status = STATUSES[row?.[statusColumnOf(address)] ?? -1];
		return status ? [{ address, value: row?.[columnOf(address)] ?? null, status }] : [];
	});
}

/** Everything the office put right in a report, and what it says of cells that could not be. */
export async function reportCorrections(
	database: Database,
	reportId: string
): Promise<CorrectionRow[]> {
	return database.rows<CorrectionRow>(
		`SELECT section, item, measure, value, status, read_value AS "readValue",
			read_status AS "readStatus", who, made_on AS "madeOn", why, state
		FROM corrections
		WHERE report_id = $report_id
		ORDER BY section, item, measure`,
		{ report_id: reportId }
	);
}

const list = <T>(json: unknown): T[] => {
	const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
	return Array.isArray(value) ? (value as T[]) : [];
};

/** The text of a report with the reader's evidence and notes; null where there is none. */
export async function reportDocument(
	database: Database,
	reportId: string
): Promise<ReportDocument | null> {
	const documents = await partOf(database, 'documents', reportId);
	if (documents === null) return null;
	const [row] = await database.rows<{ text: string; evidence: unknown; notes: unknown }>(
		`SELECT text, evidence, notes FROM ${documents} WHERE report_id = $report_id`,
		{ report_id: reportId }
	);
	return row ? { text: row.text, evidence: list(row.evidence), notes: list(row.notes) } : null;
}

/** Every finding of a report, errors first. */
export async function reportFindings(database: Database, reportId: string): Promise<FindingRow[]> {
	return database.rows<FindingRow>(
		`SELECT ${FINDING_COLUMNS}
		FROM found
		WHERE report_id = $report_id
		ORDER BY ${SEVERITY_RANK}, finding_id`,
		{ report_id: reportId }
	);
}

/** Another report of the same agency. */
export interface SiblingReport {
	readonly reportId: string;
	readonly year: number;
	readonly publishedOn: string | null;
	readonly isCurrent: boolean;
}

/** The reports of an agency whose year is settled, oldest year first, the current one of a year first. */
export async function siblingReports(
	database: Database,
	agencyId: string
): Promise<SiblingReport[]> {
	return database.rows<SiblingReport>(
		`SELECT report_id AS "reportId", year, published_on AS "publishedOn", is_current AS "isCurrent"
		FROM figures
		WHERE agency_id = $agency_id AND year IS NOT NULL
		ORDER BY year, is_current DESC, published_on DESC NULLS LAST, report_id`,
		{ agency_id: agencyId }
	);
}
