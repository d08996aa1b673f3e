import {
	addressOf,
	type Address,
	type Cell,
	type Reading,
	type Report
} from '../../../src/lib/form/index.ts';
import type { WorldDocument } from './documents.ts';

/**
 * How a reading of one cell, or of one fact about the report, compares with the truth:
 *
 * - `right`: the best answer, or one of the others that the document allows
 * - `lost`: no figure, or no fact, where the document shows one; or the wrong status
 * - `silent`: a figure, or a fact, that the document does not say. The worst fault.
 */
export type Outcome = 'right' | 'lost' | 'silent';

export interface Verdict {
	/** A cell's address, or `about/agency`, `about/year`, and so on. */
	readonly address: Address;
	readonly outcome: Outcome;
	readonly expected: string;
	readonly read: string;
}

/** A cell in one word: its figure, `_` blank, `?` missing, `!` unreadable. */
function word(cell: Cell | undefined): string {
	if (!cell) return '?';
	if (cell.status === 'reported') return String(cell.value);
	return { blank: '_', missing: '?', unreadable: '!' }[cell.status];
}

const isFigure = (word: string) => /\d/.test(word);
const same = (one: string, other: string) =>
	one === other || (isFigure(one) && isFigure(other) && Number(one) === Number(other));

/** What a reading makes of every cell that the document or the reading has. */
export function verdictsOf({ truth, about }: WorldDocument, reading: Reading): Verdict[] {
	const report = reading.ok ? reading.report : null;
	const cells = new Map((report?.cells ?? []).map((cell) => [cell.address, cell]));
	const addresses = new Set<Address>([...truth.keys(), ...cells.keys()]);
	const ofCells = [...addresses].map((address): Verdict => {
		const expected = truth.get(address) ?? ['?', '_', '!'];
		const read = word(cells.get(address));
		const right = expected.some((answer) => same(answer, read));
		const outcome = right ? 'right' : isFigure(read) ? 'silent' : 'lost';
		return { address, outcome, expected: expected.join('|'), read };
	});
	return [...Object.entries(about).map((fact) => verdictOfFact(fact, report)), ...ofCells];
}

/** A fact of a report under the name that the table `reports` gives it. */
function factOf(report: Report, name: string): string | null {
	const { agency, province, city, county, level, scope, form, year, publishedOn } = report;
	const facts = { agency, province, city, county, level, scope, form, published_on: publishedOn };
	if (name === 'year') return year === null ? null : String(year);
	if (!(name in facts)) throw new RangeError(`no fact of a report has the name ${name}`);
	return facts[name as keyof typeof facts];
}

function verdictOfFact(
	[name, value]: [string, string | number | null],
	report: Report | null
): Verdict {
	const found = report ? factOf(report, name) : null;
	const expected = value === null ? [] : String(value).split('|');
	const right = found === null ? value === null : expected.includes(found);
	return {
		address: addressOf('about', name, ''),
		outcome: right ? 'right' : found === null ? 'lost' : 'silent',
		expected: value === null ? 'unsettled' : expected.join('|'),
		read: found ?? 'unsettled'
	};
}
