import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { Bool, Field, Int32, Int64, Schema, Utf8 } from 'apache-arrow';
import { partsOf, type FileReason } from '../../src/lib/form/index.ts';
import { AppendedTable } from '../../src/lib/server/appended-table.ts';
import { decimal } from '../../src/lib/server/finding-row.ts';
import { reportId } from '../../src/lib/server/identifiers.ts';
import { day } from '../../src/lib/server/report-rows.ts';
import type { Batch } from '../../src/lib/server/snapshot.ts';
import { CORRECTIONS_PART_SCHEMA } from '../../src/lib/server/views.ts';
import type { Planned } from './planned.ts';
import type { Processed } from '../../src/lib/reading/processing.ts';
import type { Obstacle } from './walk.ts';

/** What a run saw of each file: rows of `work.seen`; `batch` is a number until it is written. */
const SEEN = new Schema([
	new Field('path', new Utf8()),
	new Field('source', new Utf8()),
	new Field('archive', new Utf8()),
	new Field('size', new Int64()),
	new Field('modified', new Int64()),
	new Field('sha256', new Utf8()),
	new Field('status', new Utf8()),
	new Field('reason', new Utf8()),
	new Field('reason_code', new Utf8()),
	new Field('reason_detail', new Utf8()),
	new Field('report_id', new Utf8()),
	new Field('batch', new Int32()),
	new Field('word', new Utf8()),
	new Field('fingerprint', new Utf8()),
	new Field('format', new Utf8()),
	new Field('bytes', new Int64()),
	new Field('reread', new Bool())
]);
const BATCHES = new Schema([new Field('number', new Int32()), new Field('id', new Utf8())]);

/** What became of a file or member. */
export interface Fate {
	readonly source: string;
	readonly status: 'same' | 'report' | 'unresolved' | 'rejected' | 'archive';
	readonly sha256?: string | null;
	readonly format?: string | null;
	readonly bytes?: number | null;
	readonly why?: FileReason | null;
	readonly batch?: number;
	readonly word?: string | null;
	/** True where another try may succeed though the file stays as it is. */
	readonly again?: boolean;
}

/** A reason as the columns of `files` have it. */
const columnsOf = (why: FileReason | null) => ({
	reason: why?.reason ?? null,
	reason_code: why?.code ?? null,
	reason_detail: why?.detail ? JSON.stringify(why.detail) : null
});

/** The working tables in which a run writes down what it saw. */
export class Record {
	readonly #seen: AppendedTable;
	readonly #corrections: AppendedTable;
	readonly #connection: DuckDBConnection;

	private constructor(
		connection: DuckDBConnection,
		seen: AppendedTable,
		corrections: AppendedTable
	) {
		this.#connection = connection;
		this.#seen = seen;
		this.#corrections = corrections;
	}

	static async start(connection: DuckDBConnection): Promise<Record> {
		const seen = await AppendedTable.create(connection, 'seen', SEEN);
		const corrections = await AppendedTable.create(
			connection,
			'corrections_read',
			CORRECTIONS_PART_SCHEMA
		);
		return new Record(connection, seen, corrections);
	}

	/** A file or folder that is not even tried. */
	obstacle({ source, ...why }: Obstacle): void {
		const known: { readonly [name: string]: DuckDBValue } = {
			source,
			status: 'rejected',
			...columnsOf(why)
		};
		this.#seen.add(SEEN.fields.map(({ name }) => known[name] ?? null));
	}

	/** A file on the disk. */
	file(file: Planned, stood: { size: bigint; modified: bigint }, fate: Fate): void {
		this.#add(file, { ...stood, path: file.path, archive: null }, fate);
	}

	/** A member of a file. */
	member(file: Planned, fate: Fate): void {
		this.#add(file, { path: null, archive: file.source, size: null, modified: null }, fate);
	}

	#add(
		file: Planned,
		place: {
			path: string | null;
			archive: string | null;
			size: bigint | null;
			modified: bigint | null;
		},
		fate: Fate
	): void {
		this.#seen.add([
			place.path,
			fate.source,
			place.archive,
			place.size,
			place.modified,
			fate.sha256 ?? null,
			fate.status,
			...Object.values(columnsOf(fate.why ?? null)),
			fate.batch === undefined ? null : reportId(fate.source),
			fate.batch ?? null,
			fate.word ?? null,
			fate.again ? null : file.fingerprint,
			fate.format ?? null,
			fate.bytes === undefined || fate.bytes === null ? null : BigInt(fate.bytes),
			fate.status !== 'same'
		]);
	}

	/** What became of the corrections of a report, or of a file that gave none. */
	corrections({ source, outcomes, result }: Processed): void {
		for (const { address, word, ...outcome } of outcomes) {
			const { section, item, measure } = partsOf(address);
			this.#corrections.add([
				result.ok ? reportId(source) : null,
				source,
				section,
				item,
				measure,
				decimal(outcome.value),
				outcome.status,
				decimal(outcome.readValue),
				outcome.readStatus,
				word.who,
				day(word.when),
				word.why,
				outcome.sha256,
				outcome.state,
				JSON.stringify(word)
			]);
		}
	}

	/** Finishes the tables, once the batches have their names. */
	async close(batches: readonly Batch[]): Promise<void> {
		this.#seen.close();
		this.#corrections.close();
		const numbers = await AppendedTable.create(this.#connection, 'batches', BATCHES);
		batches.forEach(({ id }, number) => numbers.add([number, id]));
		numbers.close();
	}
}
