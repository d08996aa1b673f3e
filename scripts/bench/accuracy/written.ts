import type { Accuracy } from './run.ts';
import { percent, told } from './table.ts';
import type { Tallies, Tally } from './tally.ts';

const BEGIN = '<!-- accuracy: written by `npm run bench -- reading --write` -->';
const END = '<!-- /accuracy -->';

const HEAD = [
	...['', '份数 reports', '格数 cells', '读对 right', '未读出 lost', '误读 silently wrong'],
	...['每万格误读 per 10,000', '机关 agency', '年度 year']
];

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function rowOf(sort: string, { reports, cells, verdicts, agency, year }: Tally): string {
	const rate = cells === 0 ? '' : ((1e4 * verdicts.silent) / cells).toFixed(2);
	return line([
		...[sort, `${reports}`, `${cells}`, percent(verdicts.right, cells), `${verdicts.lost}`],
		...[`${verdicts.silent}`, rate, told(agency), told(year)]
	]);
}

function tableOf(title: string, tallies: Tallies): string[] {
	return [
		'',
		line([title, ...HEAD.slice(1)]),
		line(['---', ...HEAD.slice(1).map(() => '---:')]),
		...tallies.entries.map(([sort, tally]) => rowOf(sort, tally))
	];
}

/** The docs with the tables of a run between their markers. */
export function withTables(
	docs: string,
	{ byLevel, byEdition, byLayout }: Accuracy,
	world: Tallies | null,
	{ reports, seed }: { readonly reports: number; readonly seed: string }
): string {
	const [before, rest] = docs.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`the markers ${BEGIN} and ${END} do not stand in the docs`);
	}
	return [
		`${before}${BEGIN}`,
		'',
		`\`npm run bench -- reading --reports ${reports} --seed ${seed}\``,
		...tableOf('损坏程度 damage', byLevel),
		...(world ? tableOf('手工样本 hand-made', world) : []),
		...tableOf('表式 edition', byEdition),
		...tableOf('版面 layout', byLayout),
		'',
		`${END}${after}`
	].join('\n');
}
