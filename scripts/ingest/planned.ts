import type { DuckDBConnection } from '@duckdb/node-api';
import type { ManifestRow } from '../../src/lib/form/index.ts';
import type { CorrectionWord } from '../../src/lib/reading/correcting.ts';
import type { Said } from '../../src/lib/reading/processing.ts';

/** A file that is to be read: a row of `work.plan`. */
export interface Planned {
	readonly ordinal: number;
	readonly path: string;
	readonly source: string;
	readonly size: bigint;
	readonly modified: bigint;
	/** JSON lists of what the office says of the file and its members; null where it says nothing. */
	readonly words: string | null;
	readonly corrections: string | null;
	readonly fingerprint: string;
	readonly fingerprint_before: string | null;
	readonly sha256_before: string | null;
}

const PAGE = 1_000;

/** The files that are to be read, in order. */
export async function* planned(connection: DuckDBConnection): AsyncGenerator<Planned> {
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

interface SaidWord {
	readonly source: string;
	readonly word: string;
}

interface SaidCorrection {
	readonly source: string;
	readonly address: string;
	readonly told: string;
	readonly sha256: string | null;
}

const list = <T>(json: string | null): T[] => (json === null ? [] : (JSON.parse(json) as T[]));

/** What the office says of a planned file and its members. */
export function saidOf({ words, corrections }: Planned): Said {
	return {
		words: list<SaidWord>(words).map(({ source, word }) => ({
			source,
			word: JSON.parse(word) as ManifestRow
		})),
		corrections: list<SaidCorrection>(corrections).map(({ source, address, told, sha256 }) => ({
			source,
			address,
			word: JSON.parse(told) as CorrectionWord,
			sha256
		}))
	};
}
