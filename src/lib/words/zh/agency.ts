import { count } from '../../chart/number.ts';

export const agencies = {
	title: (n: number) => `${count(n)} 个机关`,
	empty: '没有这样的机关。',
	emptyStep: '请换一个词，或放宽筛选条件。',
	name: '机关',
	region: '地区',
	level: '层级',
	kind: '类别',
	reports: '报告',
	years: '年度',
	errors: '错误',
	warnings: '提醒',
	unresolved: '未定',
	unnamed: '（机关未定）',
	find: '查找'
};

export const agency = {
	title: (name: string, span: string, reports: number) =>
		`${name}：${span} ${count(reports)} 份年度报告`,
	series: '历年数',
	outcomes: '办理结果，逐年',
	reports: '报告',
	published: '发布日期',
	form: '表式',
	cells: '单元格',
	scope: '口径',
	current: '现行',
	replaced: '已替代',
	findings: '异常',
	allFindings: (n: number) => `全部 ${count(n)} 处异常`,
	notFound: '没有这个机关',
	measures: '各项历年数',
	measure: '指标',
	noYear: '年度未定',
	level: '层级',
	kind: '类别',
	region: '地区'
};
