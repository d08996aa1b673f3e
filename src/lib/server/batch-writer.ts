import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import { Schema } from 'apache-arrow';
import { createHash } from 'node:crypto';
import { STATUSES } from '../form/index.ts';
import { LIMITS } from '../limits.ts';
import { AppendedTable } from './appended-table.ts';
import { columnNames, literal } from './columns.ts';
import { reportId } from './identifiers.ts';
import { writePart } from './part.ts';
import {
	ADDRESS_ROWS,
	addressRows,
	CELL_ROWS,
	cellRow,
	figuresRow,
	findingRows,
	type CheckedFile
} from './report-rows.ts';
import { WordIndex } from './search/word-index.ts';
import type { Batch } from './snapshot.ts';
import { SCHEMAS } from './tables.ts';
import { DOCUMENTS_SCHEMA, PART_SCHEMAS, type PartKind } from './views.ts';

const withoutBatch = (schema: Schema) =>
	new Schema(schema.fields.filter(({ name }) => name !== 'batch' && name !== 'ordinal'));

/** Documents that are read together to find one; a text is a few thousand characters. */
const DOCUMENT_ROWS = 256;
/** Tokens of the index of words that are read together. */
const TOKEN_ROWS = 2_048;

interface Tables {
	readonly figures: AppendedTable;
	readonly cells: AppendedTable;
	readonly documents: AppendedTable;
	readonly findings: AppendedTable;
	readonly tokens: AppendedTable;
}

/**
 * Gathers checked reports and writes them as the parts of one batch. Memory is bounded by the size
 * of a batch, in reports and in characters of text; `full` says when to write.
 */
export class BatchWriter {
	readonly #connection: DuckDBConnection;
	readonly #store: string;
	readonly #readings: string[] = [];
	readonly #ids: string[] = [];
	#words = new WordIndex();
	#characters = 0;
	#tables: Tables | null = null;

	/** @param connection of a database that has another one attached as `work` */
	constructor(connection: DuckDBConnection, store: string) {
		this.#connection = connection;
		this.#store = store;
	}

	get reports(): number {
		return this.#readings.length;
	}

	get full(): boolean {
		return this.reports >= LIMITS.reportsPerPart || this.#characters >= LIMITS.charactersPerPart;
	}

	async add(file: CheckedFile): Promise<void> {
		this.#tables ??= await this.#createTables();
		const { figures, cells, documents, findings } = this.#tables;
		const { report, checked } = file;
		const id = reportId(file.source);
		figures.add(figuresRow(file, id));
		for (const cell of report.cells) cells.add(cellRow(id, cell, file.readValues));
		documents.add([id, report.text, JSON.stringify(report.evidence), JSON.stringify(report.notes)]);
		for (const row of findingRows(id, checked)) findings.add(row);
		this.#words.add(report.text);
		this.#ids.push(id);
		this.#readings.push(`${id} ${file.sha256} ${file.fingerprint}`);
		this.#characters += report.text.length;
	}

	/** Writes the batch's parts; the writer is empty afterwards. */
	async write(): Promise<Batch> {
		if (!this.#tables) throw new RangeError('a batch without reports');
		this.#listWords(this.#tables.tokens);
		for (const table of Object.values(this.#tables) as AppendedTable[]) table.close();
		const reports = this.reports;
		const id = createHash('sha256')
			.update(this.#readings.splice(0).sort().join('\n'))
			.digest('hex')
			.slice(0, 16);
		const part = (kind: PartKind, query: string, rowGroup?: number) =>
			writePart(
				this.#connection,
				this.#store,
				kind,
				`SELECT *, ${literal(id)} AS batch FROM (${query})`,
				rowGroup
			);
		const batch: Batch = {
			id,
			reports,
			live: reports,
			figures: await part(
				'figures',
				`SELECT *, CAST(row_number() OVER (ORDER BY report_id) - 1 AS INTEGER) AS ordinal
				FROM work.figures ORDER BY agency_id, year, report_id`
			),
			cells: await part('cells', this.#spelledOutCells()),
			documents: await part('documents', await this.#documentsInPieces(reports), DOCUMENT_ROWS),
			findings: await part('findings', 'FROM work.findings ORDER BY report_id, finding_id'),
			words: await part('words', 'FROM work.tokens ORDER BY token', TOKEN_ROWS)
		};
		for (const name of Object.keys(this.#tables)) {
			await this.#connection.run(`DROP TABLE work.${name}`);
		}
		this.#tables = null;
		this.#characters = 0;
		return batch;
	}

	/** Lists the reports of each token, by their numbers in the order of their ids. */
	#listWords(table: AppendedTable): void {
		const order = this.#ids.map((_, index) => index);
		order.sort((a, b) => ((this.#ids[a] ?? '') < (this.#ids[b] ?? '') ? -1 : 1));
		for (const { token, postings } of this.#words.postings(order)) {
			table.add([token, blobValue(postings)]);
		}
		this.#words = new WordIndex();
		this.#ids.length = 0;
	}

	/**
	 * The documents in the order of their ids, a few at a time: the database writes 2,048 rows
	 * together at least, unless they come from queries that have fewer.
	 */
	async #documentsInPieces(reports: number): Promise<string> {
		await this.#connection.run(`CREATE OR REPLACE TABLE work.documents AS
			SELECT *, row_number() OVER (ORDER BY report_id) - 1 AS ordinal
			FROM work.documents ORDER BY report_id`);
		const pieces = Array.from({ length: Math.ceil(reports / DOCUMENT_ROWS) }, (_, piece) => {
			const first = piece * DOCUMENT_ROWS;
			return `SELECT ${columnNames(DOCUMENTS_SCHEMA)} FROM work.documents
				WHERE ordinal BETWEEN ${first} AND ${first + DOCUMENT_ROWS - 1}`;
		});
		return pieces.join(' UNION ALL ');
	}

	#spelledOutCells(): string {
		const statuses = STATUSES.map(literal).join(', ');
		return `SELECT report_id, section, item, measure, value, raw,
				([${statuses}])[status + 1] AS status, char_start, char_end, deduced,
				page, box, corrected, read_value
			FROM work.cells JOIN work.addresses USING (address) ORDER BY report_id, address`;
	}

	async #createTables(): Promise<Tables> {
		const addresses = await AppendedTable.create(this.#connection, 'addresses', ADDRESS_ROWS);
		for (const row of addressRows()) addresses.add(row);
		addresses.close();
		return {
			figures: await this.#create('figures', withoutBatch(PART_SCHEMAS.figures)),
			cells: await this.#create('cells', CELL_ROWS),
			documents: await this.#create('documents', DOCUMENTS_SCHEMA),
			findings: await this.#create('findings', SCHEMAS.findings),
			tokens: await this.#create('tokens', withoutBatch(PART_SCHEMAS.words))
		};
	}

	#create(name: string, schema: Schema): Promise<AppendedTable> {
		return AppendedTable.create(this.#connection, name, schema);
	}
}
