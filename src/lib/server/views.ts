import { Bool, Field, Schema, Utf8, type DataType } from 'apache-arrow';
import { columnNames, columnType, literal, quoted } from './columns.ts';
import type { Batch, Snapshot } from './snapshot.ts';
import { partFile } from './store.ts';
import { FIGURES_SCHEMA, SCHEMAS } from './tables.ts';

const text = (name: string, nullable = true) => new Field(name, new Utf8(), nullable);
const BATCH = text('batch', false);

/** A report's text, and what the reader noted about it as JSON arrays. */
export const DOCUMENTS_SCHEMA = new Schema([
	text('report_id', false),
	text('text', false),
	text('evidence', false),
	text('notes', false)
]);

/**
 * The Parquet parts of a batch. Cells stand one a row, ordered by report: for 20,000 reports 13.1 MB
 * and 4 ms to find one report's, against 12.6 MB and 48 ms as one list a report. `batch` tells a row from those of the same report in other batches,
 * which it replaced; what is current is settled in the files part, since other files decide it.
 */
export const PART_SCHEMAS = {
	figures: new Schema([
		...FIGURES_SCHEMA.fields.filter(({ name }) => name !== 'is_current'),
		text('supersedes'),
		BATCH
	]),
	cells: new Schema([...SCHEMAS.cells.fields, BATCH]),
	documents: new Schema([...DOCUMENTS_SCHEMA.fields, BATCH]),
	findings: new Schema([...SCHEMAS.findings.fields, BATCH])
} as const;
export type PartKind = keyof typeof PART_SCHEMAS;
export const PART_KINDS = Object.keys(PART_SCHEMAS) as readonly PartKind[];

/**
 * The files part: every file ever given, and which batch holds its report. `word` is what the
 * manifest says of it as JSON, `fingerprint` what its reading depends on besides its bytes.
 */
export const FILES_PART_SCHEMA = new Schema([
	...SCHEMAS.files.fields,
	text('batch'),
	new Field('is_current', new Bool(), true),
	text('word'),
	text('fingerprint')
]);

/**
 * The corrections part: for each cell that the office put right, its last line. `told` is that line
 * as JSON, by which a later ingest knows it again.
 */
export const CORRECTIONS_PART_SCHEMA = new Schema([...SCHEMAS.corrections.fields, text('told')]);

/** The roster part: the office's list of who is to report. `told` is a line as given, as JSON. */
export const ROSTER_PART_SCHEMA = new Schema([...SCHEMAS.roster.fields, text('told')]);

/** The tables that the derived database holds; the other names are views over the parts. */
export const CACHED_TABLES = [
	'figures',
	'findings',
	'corrections',
	'agencies',
	'roster',
	'filings',
	'files',
	'rules'
] as const;

/** Every name that questions may use, with its columns. */
export const RELATIONS: Readonly<Record<string, Schema>> = {
	...SCHEMAS,
	figures: FIGURES_SCHEMA,
	documents: DOCUMENTS_SCHEMA
};

function nothing(schema: Schema): string {
	const columns = schema.fields.map(
		({ name, type }) => `NULL::${columnType(type as DataType)} AS ${quoted(name)}`
	);
	return `SELECT ${columns.join(', ')} WHERE false`;
}

function scan(store: string, names: readonly string[]): string {
	return `read_parquet([${names.map((name) => literal(partFile(store, name))).join(', ')}])`;
}

/** The rows of one kind of part that still count. */
export function partsQuery(
	store: string,
	batches: readonly Batch[],
	kind: PartKind,
	live: string
): string {
	if (batches.length === 0) return nothing(PART_SCHEMAS[kind]);
	const rows = `SELECT * FROM ${scan(
		store,
		batches.map((batch) => batch[kind])
	)}`;
	if (batches.every((batch) => batch.live === batch.reports)) return rows;
	return `${rows} SEMI JOIN ${live} AS live USING (report_id, batch)`;
}

/** The views that spread or cut down what is stored by report. */
const DERIVED_VIEWS: Readonly<Record<string, string>> = {
	reports: `SELECT ${columnNames(SCHEMAS.reports)} FROM figures`,
	texts: 'SELECT report_id, text FROM documents'
};

/** Over the parts: documents and cells, which only a report's own page asks for. */
function partViews(store: string, snapshot: Snapshot, live: string): Record<string, string> {
	const { batches } = snapshot;
	return {
		documents: `SELECT ${columnNames(DOCUMENTS_SCHEMA)}
			FROM (${partsQuery(store, batches, 'documents', live)})`,
		cells: `SELECT ${columnNames(SCHEMAS.cells)}
			FROM (${partsQuery(store, batches, 'cells', live)})`
	};
}

function filesOf(store: string, snapshot: Snapshot): string {
	return scan(store, [snapshot.files]);
}

/** Which batch holds each report that counts. */
export const liveReports = (store: string, snapshot: Snapshot) =>
	`SELECT report_id, batch FROM ${filesOf(store, snapshot)} WHERE report_id IS NOT NULL`;

/** The files part before it is settled what is current. */
export const FILES_STATE_SCHEMA = new Schema(
	FILES_PART_SCHEMA.fields.filter(({ name }) => name !== 'is_current')
);

/** The cached tables as queries over the parts: to derive the database from, or to do without it. */
export function tablesFromParts(store: string, snapshot: Snapshot): Record<string, string> {
	const files = filesOf(store, snapshot);
	const figures = partsQuery(store, snapshot.batches, 'figures', files);
	return {
		figures: `SELECT ${columnNames(FIGURES_SCHEMA)}
			FROM (${figures}) JOIN (SELECT report_id, is_current FROM ${files}) USING (report_id)`,
		findings: `SELECT ${columnNames(SCHEMAS.findings)}
			FROM (${partsQuery(store, snapshot.batches, 'findings', files)})`,
		corrections: `SELECT ${columnNames(SCHEMAS.corrections)}
			FROM ${scan(store, [snapshot.corrections])}`,
		agencies: `SELECT * FROM ${scan(store, [snapshot.agencies])}`,
		roster: `SELECT ${columnNames(SCHEMAS.roster)} FROM ${scan(store, [snapshot.roster])}`,
		filings: `SELECT * FROM ${scan(store, [snapshot.filings])}`,
		files: `SELECT ${columnNames(SCHEMAS.files)} FROM ${files}`,
		rules: `SELECT * FROM ${scan(store, [snapshot.rules])}`
	};
}

/** The views of a database whose tables come from the derived database, or else from the parts. */
export function viewsOf(
	store: string,
	snapshot: Snapshot,
	cached: boolean
): Record<string, string> {
	const live = cached ? 'live' : filesOf(store, snapshot);
	return {
		...(cached ? {} : tablesFromParts(store, snapshot)),
		...partViews(store, snapshot, live),
		...DERIVED_VIEWS
	};
}
