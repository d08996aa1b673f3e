import { filters } from './zh/filters.ts';
import { status, cell, unit } from './zh/cell.ts';
import { figure, basis } from './zh/figure.ts';
import { counted } from './zh/counted.ts';
import { overview } from './zh/overview.ts';
import { findings } from './zh/findings.ts';
import { rules } from './zh/rules.ts';
import { outcomes } from './zh/outcomes.ts';
import { ranking } from './zh/ranking.ts';
import { agencies, agency, peers } from './zh/agency.ts';
import { report, record } from './zh/report.ts';
import { reports } from './zh/reports.ts';
import { original } from './zh/original.ts';
import { compare } from './zh/compare.ts';
import { coverage } from './zh/coverage.ts';
import { data } from './zh/data.ts';
import { search } from './zh/search.ts';
import { check } from './zh/check.ts';
import { count } from '../chart/number.ts';
import { chineseDay } from './day.ts';

/** Every word of the interface in Chinese. Labels of the form come from its registry. */
export const zh = {
	name: '勾稽',
	tagline: '政府信息公开工作年度报告的汇总、比对与核查',
	skip: '跳到正文',
	places: {
		overview: '总览',
		compare: '比较',
		outcomes: '办理结果',
		findings: '异常',
		rules: '规则',
		coverage: '填报情况',
		agencies: '机关',
		data: '下载',
		check: '核稿'
	},
	placesLabel: '栏目',
	search,
	letter: { copy: '复制文字', copied: '已复制' },
	theme: { label: '明暗', auto: '随系统', light: '浅色', dark: '深色' },
	language: { label: '语言', other: 'English', otherCode: 'en' as 'zh' | 'en' },
	invented: '模拟数据',
	inventedShort: '（模拟）',
	inventedWhy: '为演示而编造，不是任何机关的数据',
	filters,
	status,
	cell,
	unit,
	figure,
	basis,
	counted,
	overview,
	findings,
	rules,
	outcomes,
	ranking,
	agencies,
	agency,
	peers,
	report,
	record,
	reports,
	original,
	compare,
	coverage,
	data,
	check,
	pager: {
		label: '分页',
		previous: '上一页',
		next: '下一页',
		position: (page: number, pages: number) => `第 ${count(page)} 页，共 ${count(pages)} 页`
	},
	bare: '库中还没有报告，所以各页都没有可列的内容。请先读入报告，再刷新此页：',
	ingest: 'npm run ingest -- 你的报告文件夹',
	error: {
		400: '网址中有一处条件不对',
		404: '没有这一页',
		500: '出了错',
		503: '暂时没有数据可看',
		step400: '请改正网址中的条件，或清除全部筛选。',
		step404: '网址可能抄错，或报告已不在库中。可从总览重新找。',
		step500: '请稍后再试；若仍如此，请把网址告诉管理者。',
		step503: '还没有数据，或数据库正忙。若是新装，请先导入报告，再刷新此页：',
		home: '回到总览',
		again: '刷新此页',
		clear: '清除全部筛选'
	},
	years: (first: number | null, last: number | null) =>
		first === null || last === null
			? '年度未定'
			: first === last
				? `${first} 年`
				: `${first}–${last} 年`,
	/** A year, a month or a day, given as `2021-01-27`. */
	day: chineseDay,
	footer: {
		snapshot: '数据快照',
		noSnapshot: '没有数据',
		source: '数据来自各机关发布的年度报告；以来源文件为准。'
	},
	list: '、',
	colon: '：',
	period: '。',
	open: '（',
	close: '）'
};

/** The shape of a language's words. */
export type Words = typeof zh;
