import { csvLine, MANIFEST_COLUMNS, type Evidence, type ToldReason } from '../../form/index.ts';
import { mentions, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOf, type Page } from '../page.ts';
import { REASON_COLUMNS, withReason, type Stored } from './reason.ts';

/** A report whose agency or year is not settled, with what is known of it. */
export interface UnresolvedRow extends ToldReason {
	readonly source: string;
	readonly reportId: string;
	readonly title: string | null;
	readonly agency: string | null;
	readonly year: number | null;
	readonly generated: boolean;
	/** What the reader saw, followed or not. */
	readonly evidence: readonly Evidence[];
}

type Line = Stored<Omit<UnresolvedRow, 'evidence'>>;

const unresolvedFiles = (filters: Filters): Condition => {
	const { sql, params } = mentions(filters, ['source', 'reason']);
	return {
		sql: `(SELECT report_id, reason, reason_code, reason_detail FROM files WHERE status = 'unresolved' AND ${sql})`,
		params
	};
};

/** What the reader saw of some reports, by report. */
async function evidenceOf(
	database: Database,
	ids: readonly string[]
): Promise<Map<string, Evidence[]>> {
	if (ids.length === 0) return new Map();
	type Row = { id: string; evidence: string };
	const select = 'SELECT report_id AS id, evidence FROM documents WHERE report_id';
	const names = ids.map((_, index) => `$id_${index}`).join(', ');
	const rows =
		ids.length <= FEW
			? await Promise.all(ids.map((id) => database.rows<Row>(`${select} = $id`, { id })))
			: [
					await database.rows<Row>(
						`${select} IN (${names})`,
						Object.fromEntries(ids.map((id, index) => [`id_${index}`, id]))
					)
				];
	return new Map(rows.flat().map(({ id, evidence }) => [id, JSON.parse(evidence) as Evidence[]]));
}

/** Reports that are looked up one by one: on 100,000, 7 ms each against 90 for a list of any length. */
const FEW = 8;

/** Reports that are not settled, a page at a time; `q` looks in paths and reasons. */
export async function unresolvedReports(
	database: Database,
	filters: Filters,
	length?: number
): Promise<Page<UnresolvedRow>> {
	const { sql, params } = unresolvedFiles(filters);
	const select = `
		SELECT source, report_id AS "reportId", ${REASON_COLUMNS}, title, agency, year, generated
		FROM ${sql} JOIN reports USING (report_id)`;
	const page = await pageOf<Line>(
		database,
		filters,
		{ select, order: 'ORDER BY source', length },
		params
	);
	const evidence = await evidenceOf(
		database,
		page.rows.map(({ reportId }) => reportId)
	);
	return {
		...page,
		rows: page.rows.map((row) => ({
			...withReason(row),
			evidence: evidence.get(row.reportId) ?? []
		}))
	};
}

/** What a spreadsheet would take for a formula gets an apostrophe, which ingest takes off again. */
export const guarded = (word: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(word) ? `'${word}` : word);

const KNOWN = MANIFEST_COLUMNS.filter((name) => name !== 'supersedes');

/**
 * The manifest's rows for the reports that are not settled, as a CSV to be filled in and given to
 * ingest: what is settled stands there, what is not is empty.
 */
export async function* unresolvedManifest(
	database: Database,
	filters: Filters
): AsyncGenerator<string> {
	yield `\uFEFF${csvLine(MANIFEST_COLUMNS)}\r\n`;
	const { sql, params } = unresolvedFiles(filters);
	const rows = database.stream<Record<(typeof KNOWN)[number], string | null>>(
		`SELECT source,
			CASE WHEN NOT contains(notes, '"code":"agency_unresolved"') THEN agency END AS agency,
			province, city, county, level, kind, scope,
			year::VARCHAR AS year, published_on::VARCHAR AS published_on, source_url
		FROM ${sql} JOIN reports USING (report_id) JOIN documents USING (report_id)
		ORDER BY source`,
		params
	);
	for await (const batch of rows) {
		yield batch
			.map((row) => `${csvLine([...KNOWN.map((name) => guarded(row[name] ?? '')), ''])}\r\n`)
			.join('');
	}
}
