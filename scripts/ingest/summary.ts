import Table from 'cli-table3';
import type { IngestResult } from './ingest.ts';

/** What `--json` prints last: one run in figures. */
export interface Summary {
	readonly files: number;
	readonly reports: number;
	readonly unchanged: number;
	readonly rejected: number;
	readonly cells: number;
	readonly findings: number;
	readonly seconds: number;
	readonly unresolved: number;
	readonly copies: number;
	readonly dropped: number;
	readonly snapshot: string;
}

export function summaryOf(result: IngestResult, seconds: number): Summary {
	const { tally } = result;
	return {
		files: result.files,
		reports: tally.reports,
		unchanged: result.unchanged,
		rejected: tally.rejectedCount,
		cells: tally.cells,
		findings: tally.findings,
		seconds: Math.round(seconds * 1000) / 1000,
		unresolved: tally.unresolved,
		copies: result.copies,
		dropped: result.dropped,
		snapshot: result.snapshot.id
	};
}

/** One line a rejected file: its name, the reason, and what to do. */
export function rejectionLines({ tally }: IngestResult, store: string): string[] {
	const lines = tally.rejected.map(({ source, reason }) => `拒收 ${source}：${reason}`);
	const more = tally.rejectedCount - tally.rejected.length;
	if (more > 0) {
		const sql = "SELECT source, reason FROM files WHERE status = 'rejected'";
		lines.push(
			`另有 ${more} 个文件拒收，全部见：npm run query -- "${sql}" --store ${store} --format table`
		);
	}
	return lines;
}

/** Words of the manifest that fit no file. */
export function manifestLines({ unusedWords }: IngestResult): string[] {
	if (unusedWords.length === 0) return [];
	const shown = unusedWords.slice(0, 5).join('、');
	const rest = unusedWords.length > 5 ? ' 等' : '';
	return [`清单中有 ${unusedWords.length} 个 source 没有对应的文件：${shown}${rest}`];
}

/** The run and the store in a table for people. */
export function summaryTable(result: IngestResult, summary: Summary): string {
	const { counts } = result.snapshot;
	const table = new Table({
		head: ['', '本次', '库中共有'],
		colAligns: ['left', 'right', 'right'],
		style: { head: [], border: [] }
	});
	const figure = (value: number) => value.toLocaleString('en-US');
	table.push(
		['文件', figure(summary.files), figure(counts.files)],
		['新读报告', figure(summary.reports), figure(counts.reports)],
		['其中机关或年度未确定', figure(summary.unresolved), figure(counts.unresolved)],
		['未变', figure(summary.unchanged), ''],
		['内容相同的副本', figure(summary.copies), ''],
		['拒收', figure(summary.rejected), figure(counts.rejected)],
		['移除', figure(summary.dropped), ''],
		['单元格', figure(summary.cells), figure(counts.cells)],
		['问题', figure(summary.findings), figure(counts.findings)]
	);
	const state = result.changed ? '已发布快照' : '内容没有变化，快照仍为';
	return `${table.toString()}\n${state} ${result.snapshot.id}，用时 ${summary.seconds} 秒`;
}
