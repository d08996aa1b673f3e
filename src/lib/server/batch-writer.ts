import {
	DuckDBDateValue,
	blobValue,
	type DuckDBConnection,
	type DuckDBValue
} from '@duckdb/node-api';
import { Bool, Field, Int32, Schema, Uint8, Utf8 } from 'apache-arrow';
import { createHash } from 'node:crypto';
import type { CheckedReport } from '../check/check.ts';
import { REPORT_RULES } from '../check/rules.ts';
import {
	ADDRESSES,
	filledIn,
	namedSum,
	STATUSES,
	partsOf,
	type Address,
	type Box,
	type Cell,
	type Report
} from '../form/index.ts';
import { LIMITS } from '../limits.ts';
import { AppendedTable } from './appended-table.ts';
import { columnNames, literal } from './columns.ts';
import { lettersOf, printOf } from './comparable.ts';
import { decimal, findingRow } from './finding-row.ts';
import { agencyId, findingId, reportId } from './identifiers.ts';
import { writePart } from './part.ts';
import { WordIndex } from './search/word-index.ts';
import type { Batch } from './snapshot.ts';
import { SCHEMAS, STATUS_NUMBERS, figure } from './tables.ts';
import { DOCUMENTS_SCHEMA, PART_SCHEMAS, type PartKind } from './views.ts';

/** A report as read and checked, on its way into a batch. */
export interface CheckedFile {
	readonly source: string;
	readonly sha256: string;
	/** What the reading depended on besides the bytes. */
	readonly fingerprint: string;
	readonly supersedes: string | null;
	readonly report: Report;
	readonly checked: CheckedReport;
	/** The cells that the office put right, with the figures that were read there. */
	readonly readValues: ReadonlyMap<Address, number | null>;
}

const withoutBatch = (schema: Schema) =>
	new Schema(schema.fields.filter(({ name }) => name !== 'batch' && name !== 'ordinal'));

/** Cells on their way: codes as numbers, spelt out only when the part is written. */
const CELL_ROWS = new Schema([
	new Field('report_id', new Utf8()),
	new Field('address', new Int32()),
	new Field('value', figure()),
	new Field('raw', new Utf8()),
	new Field('status', new Uint8()),
	new Field('char_start', new Int32()),
	new Field('char_end', new Int32()),
	new Field('deduced', figure()),
	new Field('page', new Int32()),
	new Field('box', new Utf8()),
	new Field('corrected', new Bool()),
	new Field('read_value', figure())
]);
const ADDRESS_ROWS = new Schema([
	new Field('address', new Int32()),
	...SCHEMAS.cells.fields.slice(1, 4)
]);
const ADDRESS_NUMBERS = new Map(ADDRESSES.map((address, index) => [address, index]));

const DAY_MS = 86_400_000;
/** Documents that are read together to find one; a text is a few thousand characters. */
const DOCUMENT_ROWS = 256;
/** Tokens of the index of words that are read together. */
const TOKEN_ROWS = 2_048;

/** A day, `YYYY-MM-DD`; null for a day that is none. */
export function day(date: string | null): DuckDBDateValue | null {
	const time = date === null ? NaN : Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(time) ? null : new DuckDBDateValue(Math.floor(time / DAY_MS));
}

function figuresRow(file: CheckedFile, id: string): DuckDBValue[] {
	const { report } = file;
	const row: DuckDBValue[] = [
		id,
		agencyId(report, id),
		report.agency,
		report.kind,
		report.level,
		report.scope,
		report.province,
		report.city,
		report.county,
		report.year,
		report.form,
		report.title,
		day(report.publishedOn),
		file.source,
		report.sourceUrl,
		file.sha256,
		report.resolved,
		report.generated
	];
	const cells = new Map(report.cells.map((cell) => [cell.address, cell]));
	for (const address of ADDRESSES) {
		const cell = cells.get(address);
		row.push(cell ? decimal(cell.value) : null, cell ? STATUS_NUMBERS[cell.status] : null);
	}
	for (const status of STATUSES) {
		row.push(report.cells.filter((cell) => cell.status === status).length);
	}
	const outcomes = filledIn(
		namedSum('handled').addends,
		report.form,
		(address) => cells.get(address)?.status
	);
	row.push(outcomes.reported, outcomes.lacking);
	for (const { code } of REPORT_RULES) {
		const tally = file.checked.tallies.get(code);
		row.push(tally?.pass ?? null, tally?.fail ?? null, tally?.undecided ?? null);
	}
	const { figures, narrative, standings } = file.checked.comparable;
	row.push(file.supersedes, printOf(figures), figures?.amongAll ?? false);
	row.push(printOf(narrative), narrative?.amongAll ?? false, lettersOf(standings));
	return row;
}

/** Points to two decimals, which is finer than any screen shows. */
const points = (length: number) => Math.round(length * 100) / 100;

const boxText = ({ left, top, right, bottom }: Box) =>
	[left, top, right, bottom].map(points).join(' ');

function cellRow(id: string, cell: Cell, readValues: CheckedFile['readValues']): DuckDBValue[] {
	const address = ADDRESS_NUMBERS.get(cell.address);
	if (address === undefined) throw new RangeError(`no edition has the cell ${cell.address}`);
	return [
		id,
		address,
		decimal(cell.value),
		cell.raw,
		STATUS_NUMBERS[cell.status],
		cell.place?.start ?? null,
		cell.place?.end ?? null,
		decimal(cell.deduced),
		cell.box?.page ?? null,
		cell.box ? boxText(cell.box) : null,
		readValues.has(cell.address),
		decimal(readValues.get(cell.address) ?? null)
	];
}

function findingRows(id: string, { findings }: CheckedReport): DuckDBValue[][] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const key = findingId(id, finding, 0);
		const ordinal = seen.get(key) ?? 0;
		seen.set(key, ordinal + 1);
		return findingRow(id, finding, ordinal);
	});
}

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
		for (const [address, number] of ADDRESS_NUMBERS) {
			const { section, item, measure } = partsOf(address);
			addresses.add([number, section, item, measure]);
		}
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
