import { Binary, Bool, Field, Int32, Schema, Utf8, type DataType } from 'apache-arrow';
import { PAIR_RULES } from '../check/rules.ts';
import { columnNames, columnType, literal, quoted } from './columns.ts';
import type { Batch, Snapshot } from './snapshot.ts';
import { firstPlaces } from './search/places.ts';
import { partFile } from './store.ts';
import { FIGURES_SCHEMA, SCHEMAS, tallyFields } from './tables.ts';

const text = (name: string, nullable = true) => new Field(name, new Utf8(), nullable);
const BATCH = text('batch', false);

/** A report's text, and what the reader noted about it as JSON arrays. */
export const DOCUMENTS_SCHEMA = new Schema([
	text('report_id', false),
	text('text', false),
	text('evidence', false),
	text('notes', false)
]);

/** The index of words: for each token of a batch's texts the reports that have it (see `search/postings.ts`). */
export const WORDS_SCHEMA = new Schema([
	text('token', false),
	new Field('postings', new Binary(), false),
	BATCH
]);

/** What the rules about two reports say of each report; all reports together decide it. */
export const PAIR_TALLIES_SCHEMA = new Schema([
	text('report_id', false),
	...tallyFields(PAIR_RULES)
]);

/** Columns of the wide table that are settled when all reports are there, and stand in no batch. */
const SETTLED: ReadonlySet<string> = new Set([
	'is_current',
	'place',
	...tallyFields(PAIR_RULES).map(({ name }) => name)
]);

/**
 * The Parquet parts of a batch. Cells stand one a row, ordered by report: for 20,000 reports 13.1 MB
 * and 4 ms to find one report's, against 12.6 MB and 48 ms as one list a report. `batch` tells a row from those of the same report in other batches,
 * which it replaced; what is current is settled in the files part, since other files decide it.
 */
export const PART_SCHEMAS = {
	figures: new Schema([
		...FIGURES_SCHEMA.fields.filter(({ name }) => !SETTLED.has(name)),
		text('supersedes'),
		// What the rules about two reports compare (see `comparable.ts`).
		text('figures_print'),
		new Field('figures_among_all', new Bool(), false),
		text('narrative_print'),
		new Field('narrative_among_all', new Bool(), false),
		text('standings', false),
		// The report's number among those of its batch, in the order of their ids.
		new Field('ordinal', new Int32(), false),
		BATCH
	]),
	cells: new Schema([...SCHEMAS.cells.fields, BATCH]),
	documents: new Schema([...DOCUMENTS_SCHEMA.fields, BATCH]),
	findings: new Schema([...SCHEMAS.findings.fields, BATCH]),
	words: WORDS_SCHEMA
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
	'found',
	'corrections',
	'agencies',
	'names',
	'roster',
	'filings',
	'files',
	'rules'
] as const;

/** Which reports findings are told apart by: the columns that filters, lists and groups ask for. */
const OF_REPORT = [
	'agency_id',
	'agency',
	'title',
	'year',
	...['kind', 'level', 'scope', 'form'],
	...['province', 'city', 'county'],
	...['is_current', 'generated', 'place']
];

/**
 * The relation behind `findings`: each finding with the columns of its report, so that choosing and
 * counting findings needs no second look into the wide table.
 */
export const foundQuery = (findings: string, figures: string) =>
	`SELECT of_finding.*, ${OF_REPORT.join(', ')}
	FROM ${findings} AS of_finding JOIN ${figures} USING (report_id)`;

/** Every name that questions may use, with its columns. */
export const RELATIONS: Readonly<Record<string, Schema>> = {
	...SCHEMAS,
	figures: FIGURES_SCHEMA,
	documents: PART_SCHEMAS.documents,
	words: PART_SCHEMAS.words
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

/** The rows of one kind of part that still count; the index of words tells of all reports of a batch. */
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
	if (kind === 'words' || batches.every((batch) => batch.live === batch.reports)) return rows;
	return `${rows} SEMI JOIN ${live} AS live USING (report_id, batch)`;
}

/** A column as its schema has it; where the derived database has an ENUM, the text. */
function plainColumn({ name, type }: Field): string {
	if (columnType(type as DataType) !== 'VARCHAR') return quoted(name);
	return `CAST(${quoted(name)} AS VARCHAR) AS ${quoted(name)}`;
}

/** The views that spread or cut down what is stored by report. */
const DERIVED_VIEWS: Readonly<Record<string, string>> = {
	reports: `SELECT ${SCHEMAS.reports.fields.map(plainColumn).join(', ')} FROM figures`,
	texts: 'SELECT report_id, text FROM documents'
};

/** The kinds of part that a report's own page reads, from the parts of one batch alone. */
const READ_ALONE = ['cells', 'documents'] as const satisfies readonly PartKind[];

/** The view of one batch's part: a few of many reports are read from these in a tenth of the time. */
export const partOfBatch = (kind: (typeof READ_ALONE)[number], id: string) => `${kind}_${id}`;

const batchViews = (store: string, { batches }: Snapshot) =>
	Object.fromEntries(
		batches.flatMap((batch) =>
			READ_ALONE.map((kind) => [
				partOfBatch(kind, batch.id),
				`SELECT * FROM ${scan(store, [batch[kind]])}`
			])
		)
	);

/** Over the parts: documents and cells, which only a report's own page asks for. */
function partViews(store: string, snapshot: Snapshot, live: string): Record<string, string> {
	const { batches } = snapshot;
	return {
		documents: partsQuery(store, batches, 'documents', live),
		words: partsQuery(store, batches, 'words', live),
		cells: `SELECT ${columnNames(SCHEMAS.cells)}
			FROM (${partsQuery(store, batches, 'cells', live)})`
	};
}

/** Where each batch's reports begin in the index of words. */
function firstPlacesQuery(batches: readonly Batch[]): string {
	if (batches.length === 0) return 'SELECT NULL::VARCHAR AS batch, 0 AS first_place WHERE false';
	const rows = firstPlaces(batches).map(({ batch, first }) => `(${literal(batch.id)}, ${first})`);
	return `SELECT * FROM (VALUES ${rows.join(', ')}) AS places(batch, first_place)`;
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
			FROM (SELECT *, CAST(ordinal + first_place AS INTEGER) AS place
				FROM (${figures}) JOIN (${firstPlacesQuery(snapshot.batches)}) USING (batch))
			JOIN (SELECT report_id, is_current FROM ${files}) USING (report_id)
			JOIN ${scan(store, [snapshot.pairTallies])} USING (report_id)`,
		findings: `SELECT ${columnNames(SCHEMAS.findings)}
			FROM (${partsQuery(store, snapshot.batches, 'findings', files)})
			UNION ALL FROM ${scan(store, [snapshot.pairFindings])}`,
		corrections: `SELECT ${columnNames(SCHEMAS.corrections)}
			FROM ${scan(store, [snapshot.corrections])}`,
		agencies: `SELECT * FROM ${scan(store, [snapshot.agencies])}`,
		names: `SELECT * FROM ${scan(store, [snapshot.names])}`,
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
	const ofFindings: Record<string, string> = cached
		? { findings: `SELECT ${columnNames(SCHEMAS.findings)} FROM found` }
		: { found: foundQuery('findings', 'figures') };
	return {
		...(cached ? {} : { live: liveReports(store, snapshot), ...tablesFromParts(store, snapshot) }),
		...ofFindings,
		...partViews(store, snapshot, live),
		...batchViews(store, snapshot),
		...DERIVED_VIEWS
	};
}
