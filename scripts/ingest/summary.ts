import Table from 'cli-table3';
import type { CorrectionNotice, IngestResult } from './ingest.ts';
import { NAMED_REJECTIONS } from './reading.ts';

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
	readonly dropped: number;
	readonly corrections: {
		readonly applied: number;
		readonly dropped: number;
		readonly idle: number;
	};
	/** How the roster and the reports fit together; null without a roster. */
	readonly roster: {
		readonly organs: number;
		readonly filed: number;
		readonly unfiled: number;
		readonly unlisted: number;
	} | null;
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
		dropped: result.dropped,
		corrections: {
			applied: result.corrections.applied,
			dropped: result.corrections.dropped,
			idle: result.corrections.idle
		},
		roster: result.roster && {
			organs: result.roster.organs,
			filed: result.roster.filed,
			unfiled: result.roster.unfiled.length,
			unlisted: result.roster.unlisted.length
		},
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

/** What is said of several names at once, the first few of them by name. */
function naming(names: readonly string[], say: (count: number, shown: string) => string): string[] {
	if (names.length === 0) return [];
	const rest = names.length > NAMED_WORDS ? ' 等' : '';
	return [say(names.length, names.slice(0, NAMED_WORDS).join('、') + rest)];
}

const NAMED_WORDS = 5;

/** What the office said and no file or cell took up. */
export function unusedLines({ unused }: IngestResult): string[] {
	return [
		...naming(unused.sources, (n, shown) => `清单中有 ${n} 个 source 没有对应的文件：${shown}`),
		...naming(
			unused.outside,
			(n, shown) =>
				`清单中有 ${n} 个 source 是以前读入而这次没有给出的文件，所写未采用；请连同它们所在的文件夹一起导入：${shown}`
		),
		...naming(
			unused.ambiguous,
			(n, shown) => `有 ${n} 个 source 可指不止一个文件，未采用；请写成右边的全名：${shown}`
		),
		...naming(
			unused.superseded,
			(n, shown) => `清单的 supersedes 中有 ${n} 个没有对应的报告：${shown}`
		),
		...naming(unused.cells, (n, shown) => `更正表中有 ${n} 处没有对应的报告或更正：${shown}`),
		...naming(
			unused.cellsOutside,
			(n, shown) =>
				`更正表中有 ${n} 处属于以前读入而这次没有给出的文件，未采用；请连同它们所在的文件夹一起导入：${shown}`
		)
	];
}

const NOT_IN_FORCE: Readonly<Record<CorrectionNotice['state'], string>> = {
	dropped: '文件已与更正时不同，更正未采用；请核对新文件，仍需更正时在更正表中另加一行',
	no_cell: '报告没有这个单元格，更正未采用；请核对代码',
	no_report: '文件未能读成报告，更正未采用'
};

/** One line a correction that this run met and could not follow. */
export function correctionLines({ corrections }: IngestResult): string[] {
	const { notices } = corrections;
	const more = notices.length - NAMED_REJECTIONS;
	return [
		...notices
			.slice(0, NAMED_REJECTIONS)
			.map(({ source, address, state }) => `更正 ${source} ${address}：${NOT_IN_FORCE[state]}`),
		...(more > 0 ? [`另有 ${more} 处更正未采用，见表 corrections`] : [])
	];
}

/** What of the roster and what of the reports fits no other. */
export function rosterLines({ roster }: IngestResult): string[] {
	if (!roster) return ['应报名单是空的：此后以曾有报告的机关为应报机关'];
	return [
		...naming(
			roster.unfiled,
			(n, shown) => `应报名单中有 ${n} 个机关从未有报告，请核对名称与地区是否与报告一致：${shown}`
		),
		...naming(
			roster.unlisted,
			(n, shown) => `有 ${n} 个机关有报告而不在应报名单上，请补入名单或改正名称：${shown}`
		),
		...naming(
			roster.unclear,
			(n, shown) => `应报名单中有 ${n} 行可指不止一个机关，未采用；请写明省份：${shown}`
		),
		...naming(
			roster.shared,
			(n, shown) => `应报名单中有 ${n} 行所指的机关已由前面的行占用，请核对是否重复：${shown}`
		),
		...naming(
			roster.successors,
			(n, shown) => `succeeded_by 中有 ${n} 个机关不在应报名单上：${shown}`
		)
	];
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
		['拒收', figure(summary.rejected), figure(counts.rejected)],
		['移除', figure(summary.dropped), ''],
		['更正：已采用', '', figure(summary.corrections.applied)],
		['更正：文件已变，未采用', '', figure(summary.corrections.dropped)],
		['更正：没有对应的格子或报告', '', figure(summary.corrections.idle)],
		...(summary.roster
			? [
					['应报名单：机关', '', figure(summary.roster.organs)],
					['应报名单：从未有报告', '', figure(summary.roster.unfiled)],
					['有报告而不在名单上的机关', '', figure(summary.roster.unlisted)]
				]
			: []),
		['单元格', figure(summary.cells), figure(counts.cells)],
		['问题', figure(summary.findings), figure(counts.findings)]
	);
	const state = result.changed ? '已发布快照' : '内容没有变化，快照仍为';
	return `${table.toString()}\n${state} ${result.snapshot.id}，用时 ${summary.seconds} 秒`;
}
