import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, type Address, type Reading } from '../../../src/lib/form/index.ts';
import { readReport } from '../../../src/lib/read/read.ts';

const FOLDER = join(import.meta.dirname, 'documents');

/** What a document says of who reports, and when; null is “it must stay unsettled”. */
export type About = Readonly<Record<string, string | number | null>>;

/** An invented document, and what a careful person reads in it. */
export interface WorldDocument {
	readonly name: string;
	readonly file: string;
	/**
	 * For each cell the words that a reading may give, the best first: a figure, `_` blank,
	 * `?` missing, `!` unreadable. A cell that stands here not at all must not be reported.
	 */
	readonly truth: ReadonlyMap<Address, readonly string[]>;
	/** A text may name several good answers, the best first, with `|` between. */
	readonly about: About;
}

/** Every document of the world, by name. */
export function worldDocuments(): WorldDocument[] {
	const files = readdirSync(FOLDER);
	return files
		.filter((file) => /\.(txt|html|md)$/.test(file))
		.map((file) => {
			const name = file.replace(/\.[a-z]+$/, '');
			return { name, file, truth: truthOf(name), about: aboutOf(name, files) };
		});
}

/** Reads a document as `ingest` does, without a manifest. */
export function read({ file }: WorldDocument): Promise<Reading> {
	return readReport(readFileSync(join(FOLDER, file)), file, null);
}

function truthOf(name: string): Map<Address, readonly string[]> {
	const lines = readFileSync(join(FOLDER, `${name}.truth.csv`), 'utf8')
		.trim()
		.split('\n');
	return new Map(
		lines.slice(1).map((line) => {
			const [section = '', item = '', measure = '', expected = ''] = line.split(',');
			return [addressOf(section, item, measure), expected.split('|')];
		})
	);
}

function aboutOf(name: string, files: readonly string[]): About {
	const file = `${name}.about.json`;
	if (!files.includes(file)) return {};
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as About;
}
