import Table from 'cli-table3';
import type { Fault } from './judge.ts';
import type { Blame, FaultyCase } from './run.ts';
import type { Tallies, Tally } from './tally.ts';

export const HEAD = [
	'',
	'reports',
	'rejected',
	'cells',
	'right',
	'lost',
	'silently wrong',
	'per 10,000',
	'other status',
	'agency',
	'year',
	'form'
];

export const percent = (part: number, whole: number) =>
	whole === 0 ? '' : `${((100 * part) / whole).toFixed(2)} %`;
/** Who reports, or which year: right, wrong, unsettled. */
export const told = ({ right, wrong, unsettled }: Tally['agency']) =>
	`${right} / ${wrong} / ${unsettled}`;

/** A line of the table: counts, shares, and right, wrong and unsettled identities. */
export function rowOf(sort: string, tally: Tally): string[] {
	const { reports, rejected, cells, verdicts, agency, year, form } = tally;
	return [
		...[sort, `${reports}`, `${rejected}`, `${cells}`],
		...[percent(verdicts.right, cells), `${verdicts.lost}`, `${verdicts.silent}`],
		...[cells === 0 ? '' : ((1e4 * verdicts.silent) / cells).toFixed(2), `${verdicts.status}`],
		...[told(agency), told(year), `${form.right}/${form.wrong}`]
	];
}

const plain = (head: string[]) => new Table({ head, style: { head: [], border: [] } });

export function accuracyTable(tallies: Tallies): string {
	const table = plain(HEAD);
	for (const [sort, tally] of tallies.entries) table.push(rowOf(sort, tally));
	return table.toString();
}

/** The kinds of damage and the layouts that most faults of a kind came with. */
export function blameTable(
	blame: readonly Blame[],
	verdict: Fault['verdict'],
	most: number
): string {
	const table = plain([`${verdict}: damage`, 'layout', 'cells', 'reports', 'alone', 'for one']);
	blame
		.filter((entry) => entry.verdict === verdict)
		.sort(
			(a, b) => b.alone.size - a.alone.size || b.reports.size - a.reports.size || b.cells - a.cells
		)
		.slice(0, most)
		.forEach(({ damage, layout, cells, reports, alone }) =>
			table.push([
				...[damage, layout, cells, reports.size, alone.size],
				[...alone, ...reports][0] ?? ''
			])
		);
	return table.toString();
}

/** The first faults of a kind, with the keys by which each can be replayed. */
export function faultList(
	faults: readonly FaultyCase[],
	verdict: Fault['verdict'],
	most: number
): string {
	return faults
		.filter(({ fault }) => fault.verdict === verdict)
		.slice(0, most)
		.map(
			({ key, damage, fault }) =>
				`${verdict} ${key} [${damage.join(', ')}] ${fault.address}: expected ${fault.expected.join('|')}, read ${fault.read}`
		)
		.join('\n');
}
