import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileReason, Report } from '../../src/lib/form/index.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import { BatchWriter } from '../../src/lib/server/batch-writer.ts';
import { fileFormat } from '../../src/lib/server/file-format.ts';
import { Originals } from '../../src/lib/server/originals.ts';
import type { Batch } from '../../src/lib/server/snapshot.ts';
import { readFileBytes, type FileBytes } from './file-bytes.ts';
import { planned, saidOf, type Planned } from './planned.ts';
import { sha256Of, type Processed, type Said } from '../../src/lib/reading/processing.ts';
import { Record } from './record.ts';
import type { Obstacle } from './walk.ts';

/** Begins to read a file at once, and gives what it holds piece by piece, in order. */
export type Processor = (bytes: Uint8Array, source: string, said: Said) => AsyncIterable<Processed>;

/** How far a run has come, and what it found. */
export interface Tally {
	read: number;
	/** Members of the files that were read. */
	members: number;
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

function unresolvedReason(report: Report): FileReason | null {
	if (report.resolved) return null;
	const codes = report.notes.map(({ code }) => code);
	const year = codes.includes('year_unresolved') || report.year === null;
	const agency = codes.includes('agency_unresolved') || report.year !== null;
	const parts = [...(year ? ['年度'] : []), ...(agency ? ['机关'] : [])];
	return {
		code:
			year && agency
				? 'agency_and_year_unresolved'
				: year
					? 'year_unresolved'
					: 'agency_unresolved',
		reason: `${parts.join('和')}不能确定；请在清单（--manifest）中写明后重新导入`
	};
}

const NO_MEMBERS: FileReason = {
	code: 'no_members',
	reason: '里面没有可以读取的文件；请检查它是否损坏'
};

/** A file on its way: its bytes, and what is being read from them. */
interface Opened {
	readonly file: Planned;
	readonly got: FileBytes;
	readonly sha256: string | null;
	/** Null where the file is refused, or holds what it held before. */
	readonly pieces: AsyncIterable<Processed> | null;
}

/** Reads the planned files in order into batches, and notes what became of each. */
export class Run {
	readonly tally: Tally = {
		read: 0,
		members: 0,
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
	readonly #originals: Originals;
	readonly #record: Record;
	readonly #process: Processor;

	private constructor(
		connection: DuckDBConnection,
		store: string,
		record: Record,
		process: Processor
	) {
		this.#connection = connection;
		this.#writer = new BatchWriter(connection, store);
		this.#originals = new Originals(store);
		this.#record = record;
		this.#process = process;
	}

	static async start(
		connection: DuckDBConnection,
		store: string,
		process: Processor
	): Promise<Run> {
		return new Run(connection, store, await Record.start(connection), process);
	}

	/**
	 * Reads every planned file; `progress` is told how many are done.
	 *
	 * @param atOnce files that are opened ahead, for a processor that reads several at a time
	 */
	async readAll(atOnce: number, progress: (done: number) => void): Promise<void> {
		const ahead: { readonly size: number; readonly opened: Promise<Opened> }[] = [];
		/** Bytes that are held at once: many small files, or one archive as large as may be. */
		const held = () => ahead.reduce((sum, { size }) => sum + size, 0);
		const finish = async () => {
			const next = ahead.shift();
			if (!next) return;
			await this.#take(await next.opened);
			this.tally.read += 1;
			progress(this.tally.read);
		};
		try {
			for await (const file of planned(this.#connection)) {
				const size = Number(file.size);
				while (ahead.length > 0 && held() + size > LIMITS.archiveBytes) await finish();
				ahead.push({ size, opened: this.#open(file) });
				if (ahead.length >= atOnce) await finish();
			}
			while (ahead.length > 0) await finish();
		} finally {
			await Promise.allSettled(ahead.map(({ opened }) => opened));
		}
		if (this.#writer.reports > 0) this.batches.push(await this.#writer.write());
		await this.#record.close(this.batches);
		await this.#originals.settled();
	}

	/** Notes a file or folder that is not even tried. */
	reject(obstacle: Obstacle): void {
		this.#name(obstacle.source, obstacle.reason);
		this.#record.obstacle(obstacle);
	}

	#name(source: string, reason: string): void {
		this.tally.rejectedCount += 1;
		if (this.tally.rejected.length < NAMED_REJECTIONS) this.tally.rejected.push({ source, reason });
	}

	async #open(file: Planned): Promise<Opened> {
		const got = await readFileBytes(file.path);
		if (!got.ok) return { file, got, sha256: null, pieces: null };
		const sha256 = sha256Of(got.bytes);
		const isSame = sha256 === file.sha256_before && file.fingerprint === file.fingerprint_before;
		const pieces = isSame ? null : this.#process(got.bytes, file.source, saidOf(file));
		return { file, got, sha256, pieces };
	}

	async #take({ file, got, sha256, pieces }: Opened): Promise<void> {
		const { source } = file;
		if (!got.ok) {
			const { why, again } = got;
			this.#name(source, why.reason);
			this.#record.file(file, file, { source, status: 'rejected', why, again });
			return;
		}
		if (!pieces) {
			this.tally.rehashed += 1;
			this.#record.file(file, got, { source, sha256, status: 'same' });
			return;
		}
		const words = new Map(
			saidOf(file).words.map(({ source: of, word }) => [of, JSON.stringify(word)])
		);
		let own = false;
		let members = 0;
		for await (const piece of pieces) {
			own ||= piece.source === source;
			if (piece.source !== source) members += 1;
			const again = members === 0 && !piece.result.ok && piece.result.again === true;
			await this.#piece(file, got, piece, { word: words.get(piece.source) ?? null, again });
		}
		this.tally.members += members;
		if (own) return;
		const why = members === 0 ? NO_MEMBERS : null;
		if (why !== null) this.#name(source, why.reason);
		this.#record.file(file, got, {
			source,
			sha256,
			status: why === null ? 'archive' : 'rejected',
			why,
			format: fileFormat(got.bytes),
			bytes: got.bytes.length,
			word: words.get(source) ?? null
		});
	}

	/** Takes in the file itself or one of its members. */
	async #piece(
		file: Planned,
		got: FileBytes & { ok: true },
		piece: Processed,
		{ word, again }: { word: string | null; again: boolean }
	): Promise<void> {
		const { source, sha256, result } = piece;
		const format = fileFormat(piece.bytes);
		const known = { source, sha256, format, bytes: piece.bytes.length, word };
		const note = (fate: Parameters<Record['member']>[1]) =>
			source === file.source ? this.#record.file(file, got, fate) : this.#record.member(file, fate);
		this.#record.corrections(piece);
		if (!result.ok) {
			const { why } = result;
			this.#name(source, why.reason);
			note({ ...known, status: 'rejected', why, again });
			return;
		}
		const { report, checked, readValues } = result;
		const { fingerprint } = file;
		const supersedes = word === null ? null : supersededBy(word);
		await this.#originals.keep(sha256, piece.bytes);
		await this.#writer.add({
			source,
			sha256,
			fingerprint,
			supersedes,
			report,
			checked,
			readValues
		});
		note({
			...known,
			status: report.resolved ? 'report' : 'unresolved',
			why: unresolvedReason(report),
			batch: this.batches.length
		});
		this.tally.reports += 1;
		if (!report.resolved) this.tally.unresolved += 1;
		this.tally.cells += report.cells.length;
		this.tally.findings += checked.findings.length;
		if (this.#writer.full) this.batches.push(await this.#writer.write());
	}
}

const supersededBy = (word: string) =>
	(JSON.parse(word) as { readonly supersedes: string | null }).supersedes;
