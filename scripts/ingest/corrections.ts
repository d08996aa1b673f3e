import {
	CELL_FORMS,
	CORRECTION_COLUMNS,
	STATUSES,
	addressOf,
	type Address
} from '../../src/lib/form/index.ts';
import type { CorrectionWord } from '../../src/lib/reading/correcting.ts';
import { BadTable, isDay, officeLines, sourceName, type OfficeLine } from './office-csv.ts';

/** A table of corrections that cannot be followed; says where and why. */
export class BadCorrections extends BadTable {
	override readonly name = 'BadCorrections';
}

/** The last line of the table for a cell. */
export interface CorrectionLine {
	readonly source: string;
	readonly address: Address;
	readonly word: CorrectionWord;
	/** Whether the table has an earlier line for the cell, so that there is something to withdraw. */
	readonly repeated: boolean;
}

/** What may stand for a figure: the statuses of a cell without one. */
export const WITHOUT_FIGURE: readonly string[] = STATUSES.filter((status) => status !== 'reported');
/** As the tables hold it: at most twelve digits and six decimals. */
const FIGURE = /^-?\d{1,12}(?:\.\d{1,6})?$/;

function lineOf(line: OfficeLine): Omit<CorrectionLine, 'repeated'> {
	const wrong = (what: string): never => {
		throw new BadCorrections(`更正表第 ${line.number} 行${what}`);
	};
	const needed = (column: string): string => line.word(column) ?? wrong(`没有 ${column}`);
	const address = addressOf(needed('section'), needed('item'), needed('measure'));
	if (!CELL_FORMS.has(address)) wrong(`没有这个单元格：${address}；代码见数据字典`);
	const figure = line.word('figure') ?? '';
	if (figure !== '' && !WITHOUT_FIGURE.includes(figure) && !FIGURE.test(figure)) {
		wrong(
			`figure 的值不对：${figure}；可用的值：数（金额以万元计）、${WITHOUT_FIGURE.join('、')}，空着为撤回`
		);
	}
	const when = needed('when');
	if (!isDay(when)) wrong(`when 的值不对：${when}；应为 YYYY-MM-DD`);
	const sha256 = line.word('sha256')?.toLowerCase() ?? null;
	if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) wrong(`sha256 的值不对：${sha256}`);
	const word = { figure, who: needed('who'), when, why: needed('why'), sha256 };
	return { source: sourceName(needed('source')), address, word };
}

function linesOf(bytes: Uint8Array): OfficeLine[] {
	try {
		return officeLines(bytes, '更正表', CORRECTION_COLUMNS);
	} catch (error) {
		throw error instanceof BadTable ? new BadCorrections(error.message) : error;
	}
}

/**
 * Reads the bytes of a table of corrections, to which an office only ever adds lines: of several
 * for a cell the last one counts. A wrong column or value is named with its line.
 */
export function parseCorrections(bytes: Uint8Array): CorrectionLine[] {
	const last = new Map<string, CorrectionLine>();
	for (const line of linesOf(bytes).map(lineOf)) {
		const cell = JSON.stringify([line.source, line.address]);
		last.set(cell, { ...line, repeated: last.has(cell) });
	}
	return [...last.values()];
}
