import type { DuckDBConnection } from '@duckdb/node-api';
import { Field, Int32, Schema, Utf8, Int64 } from 'apache-arrow';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CheckedReport } from '../../src/lib/check/check.ts';
import type { ManifestRow, Reading, Report } from '../../src/lib/form/index.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import { AppendedTable } from '../../src/lib/server/appended-table.ts';
import { BatchWriter } from '../../src/lib/server/batch-writer.ts';
import { reportId } from '../../src/lib/server/identifiers.ts';
import type { Batch } from '../../src/lib/server/snapshot.ts';
import { reasonOf, type Obstacle } from './walk.ts';

export type Reader = (
	bytes: Uint8Array,
	source: string,
	manifest: ManifestRow | null
) => Promise<Reading>;
export type Checker = (report: Report) => CheckedReport;

/** What a run saw of each file: rows of `work.seen`; `batch` is a number until it is written. */
const SEEN = new Schema([
	new Field('path', new Utf8()),
	new Field('source', new Utf8()),
	new Field('size', new Int64()),
	new Field('modified', new Int64()),
	new Field('sha256', new Utf8()),
	new Field('status', new Utf8()),
	new Field('reason', new Utf8()),
	new Field('report_id', new Utf8()),
	new Field('batch', new Int32()),
	new Field('word', new Utf8()),
	new Field('fingerprint', new Utf8())
]);
const BATCHES = new Schema([new Field('number', new Int32()), new Field('id', new Utf8())]);

/** A file that is to be read: a row of `work.plan`. */
interface Planned {
	readonly ordinal: number;
	readonly path: string;
	readonly source: string;
	readonly size: bigint;
	readonly modified: bigint;
	readonly word: string | null;
	readonly fingerprint: string;
	readonly fingerprint_before: string | null;
	readonly sha256_before: string | null;
}

/** How far a run has come, and what it found. */
export interface Tally {
	read: number;
	reports: number;
	unresolved: number;
	rehashed: number;
	cells: number;
	findings: number;
	readonly rejected: { source: string; reason: string }[];
	rejectedCount: number;
}

/** Rejected files that a run names; the store's table of files has them all. */
export const NAMED_REJECTIONS = 50;

const PAGE = 1_000;

async function* planned(connection: DuckDBConnection): AsyncGenerator<Planned> {
	let after = -1;
	for (;;) {
		const reader = await connection.runAndReadAll(
			`SELECT * FROM work.plan WHERE NOT unchanged AND ordinal > $after
			ORDER BY ordinal LIMIT ${PAGE}`,
			{ after }
		);
		const rows = reader.getRowObjects() as unknown as Planned[];
		yield* rows;
		const last = rows.at(-1);
		if (!last) return;
		after = last.ordinal;
	}
}

function unresolvedReason(report: Report): string | null {
	if (report.resolved) return null;
	const codes = report.notes.map(({ code }) => code);
	const parts = [
		...(codes.includes('year_unresolved') || report.year === null ? ['年度'] : []),
		...(codes.includes('agency_unresolved') || report.year !== null ? ['机关'] : [])
	];
	return `${parts.join('和')}不能确定；请在清单（--manifest）中写明后重新导入`;
}

/** Reads the planned files one after another into batches, and notes what became of each. */
export class Run {
	readonly tally: Tally = {
		read: 0,
		reports: 0,
		unresolved: 0,
		rehashed: 0,
		cells: 0,
		findings: 0,
		rejected: [],
		rejectedCount: 0
	};
	readonly batches: Batch[] = [];
	readonly #connection: DuckDBConnection;
	readonly #writer: BatchWriter;
	readonly #seen: AppendedTable;
	readonly #read: Reader;
	readonly #check: Checker;

	private constructor(
		connection: DuckDBConnection,
		store: string,
		seen: AppendedTable,
		{ read, check }: { read: Reader; check: Checker }
	) {
		this.#connection = connection;
		this.#writer = new BatchWriter(connection, store);
		this.#seen = seen;
		this.#read = read;
		this.#check = check;
	}

	static async start(
		connection: DuckDBConnection,
		store: string,
		parts: { read: Reader; check: Checker }
	): Promise<Run> {
		return new Run(connection, store, await AppendedTable.create(connection, 'seen', SEEN), parts);
	}

	/** Reads every planned file; `progress` is told how many are done. */
	async readAll(progress: (done: number) => void): Promise<void> {
		for await (const file of planned(this.#connection)) {
			await this.#take(file);
			this.tally.read += 1;
			progress(this.tally.read);
			if (this.#writer.full) this.batches.push(await this.#writer.write());
		}
		if (this.#writer.reports > 0) this.batches.push(await this.#writer.write());
		this.#seen.close();
		const numbers = await AppendedTable.create(this.#connection, 'batches', BATCHES);
		this.batches.forEach(({ id }, number) => numbers.add([number, id]));
		numbers.close();
	}

	/** Notes a file or folder that is not even tried. */
	reject({ source, reason }: Obstacle): void {
		this.#name(source, reason);
		this.#seen.add([null, source, null, null, null, 'rejected', reason, null, null, null, null]);
	}

	#name(source: string, reason: string): void {
		this.tally.rejectedCount += 1;
		if (this.tally.rejected.length < NAMED_REJECTIONS) this.tally.rejected.push({ source, reason });
	}

	#note(
		file: Planned,
		sha256: string | null,
		status: string,
		outcome: { reason?: string | null; report?: string; batch?: number; again?: boolean }
	): void {
		this.#seen.add([
			file.path,
			file.source,
			file.size,
			file.modified,
			sha256,
			status,
			outcome.reason ?? null,
			outcome.report ?? null,
			outcome.batch ?? null,
			file.word,
			outcome.again ? null : file.fingerprint
		]);
	}

	async #take(file: Planned): Promise<void> {
		if (file.size > BigInt(LIMITS.fileBytes)) {
			const reason = `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB，未读取；请只给出年度报告本身`;
			this.#name(file.source, reason);
			this.#note(file, null, 'rejected', { reason });
			return;
		}
		let bytes: Uint8Array;
		try {
			bytes = await readFile(file.path);
		} catch (error) {
			const reason = reasonOf(error);
			this.#name(file.source, reason);
			this.#note(file, null, 'rejected', { reason, again: true });
			return;
		}
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		if (sha256 === file.sha256_before && file.fingerprint === file.fingerprint_before) {
			this.tally.rehashed += 1;
			this.#note(file, sha256, 'same', {});
			return;
		}
		await this.#readBytes(file, bytes, sha256);
	}

	async #readBytes(file: Planned, bytes: Uint8Array, sha256: string): Promise<void> {
		const word = file.word === null ? null : (JSON.parse(file.word) as ManifestRow);
		let reading: Reading;
		try {
			reading = await this.#read(bytes, file.source, word);
		} catch (error) {
			const reason = `读取程序出错：${(error as Error).message}；请把这个文件交给维护者`;
			this.#name(file.source, reason);
			this.#note(file, sha256, 'rejected', { reason });
			return;
		}
		if (!reading.ok) {
			this.#name(file.source, reading.rejection.reason);
			this.#note(file, sha256, 'rejected', { reason: reading.rejection.reason });
			return;
		}
		const { report } = reading;
		const checked = this.#check(report);
		const { source, fingerprint } = file;
		const supersedes = word?.supersedes ?? null;
		await this.#writer.add({ source, sha256, fingerprint, supersedes, report, checked });
		this.#note(file, sha256, report.resolved ? 'report' : 'unresolved', {
			reason: unresolvedReason(report),
			report: reportId(source),
			batch: this.batches.length
		});
		this.tally.reports += 1;
		if (!report.resolved) this.tally.unresolved += 1;
		this.tally.cells += report.cells.length;
		this.tally.findings += checked.findings.length;
	}
}
