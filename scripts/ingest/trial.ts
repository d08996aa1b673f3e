import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { parseCorrections } from './corrections.ts';
import { ingest, type IngestOptions, type IngestParts, type IngestResult } from './ingest.ts';
import { parseManifest } from './manifest.ts';
import { plainParts } from './plain-reader.ts';
import { parseRoster } from './roster.ts';

export const DECISIONS = 'disclosure/licensing/decisions';

/** A report as the tests' reader reads it. */
export const report = (agency: string, year: number, decisions: number, more = '') =>
	`agency=${agency}\nyear=${year}\n${DECISIONS}=${decisions}\n${more}`;

/** What a trial may ask of an ingest: the tables of the office as CSV, and any other option. */
export type Asked = Partial<IngestOptions> & {
	readonly manifest?: string;
	readonly corrections?: string;
	readonly roster?: string;
};

/** A folder for one test: files that are given, and the store that they are read into. */
export class Trial {
	readonly folder = mkdtempSync(join(tmpdir(), 'gouji-trial-'));
	readonly store = join(this.folder, 'store');
	readonly given = join(this.folder, 'given');

	constructor() {
		mkdirSync(this.given);
	}

	put(name: string, content: string | Uint8Array): void {
		mkdirSync(dirname(join(this.folder, name)), { recursive: true });
		writeFileSync(join(this.folder, name), content);
	}

	run(
		{ manifest = 'source\n', corrections = 'source\n', roster, ...options }: Asked = {},
		parts: IngestParts = plainParts()
	): Promise<IngestResult> {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const said = {
			manifest: parseManifest(bytes(manifest)),
			corrections: parseCorrections(bytes(corrections)),
			roster: roster === undefined ? null : parseRoster(bytes(roster))
		};
		const { given, store } = this;
		return ingest({ paths: [given], store, said, saidIn: [], prune: false, ...options }, parts);
	}

	/** Reads again, and tells which files the reader was asked for. */
	async asked(options: Asked = {}): Promise<string[]> {
		const parts = plainParts();
		await this.run(options, parts);
		return parts.asked;
	}

	async rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
		const database = await openDatabase(this.store);
		try {
			return await database.rows<T>(sql);
		} finally {
			await database.close();
		}
	}

	/** The decisions of each report, as the store holds them. */
	decisions(): Promise<Record<string, unknown>[]> {
		return this.rows(`SELECT agency, year, disclosure__licensing__decisions AS decisions, is_current
			FROM figures ORDER BY source`);
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}
