import type { FilledTable } from './pdflayout.ts';
import type { GlyphLine } from './pdflines.ts';

/** Lines of a page without rules, with the tables that their columns make. */
export interface Aligned {
	readonly aligned: readonly FilledTable[];
	readonly lines: readonly GlyphLine[];
}

/** Finds tables without rules among the lines of a page. */
export function alignedTables(lines: readonly GlyphLine[]): Aligned {
	return { aligned: [], lines };
}
