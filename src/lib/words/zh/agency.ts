import { count } from '../../chart/number.ts';

/** A place among so many, the largest first, and how many share it. */
interface Place {
	readonly place: number;
	readonly of: number;
	readonly shared: number;
}

export const agencies = {
	title: (n: number) => `${count(n)} 个机关`,
	empty: '没有这样的机关。',
	emptyStep: '请换一个词，或放宽筛选条件。',
	download: '下载这些机关（CSV）',
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
	summary: {
		filed: (reports: number, span: string, missing: readonly number[]) =>
			`${span}收录 ${count(reports)} 份年度报告${missing.length === 0 ? '' : `，缺 ${missing.join('、')} 年`}。`,
		newest: (year: number, figures: readonly string[]) => `${year} 年${figures.join('，')}。`,
		decisions: (n: string) => `作出行政许可处理决定 ${n} 件`,
		received: (n: string) => `新收政府信息公开申请 ${n} 件`,
		endings: (whole: string, open: string, share: string | null) =>
			`办结 ${whole} 件，其中予以公开、部分公开 ${open} 件${share === null ? '' : `（${share}）`}`,
		found: (errors: number, warnings: number) =>
			errors + warnings === 0
				? '各条规则未见错误和提醒。'
				: `现行报告中有错误 ${count(errors)} 处、提醒 ${count(warnings)} 处。`
	},
	parent: '上级机关',
	formerNames: '曾用名',
	changes: '沿革',
	formerName: (name: string, years: string) => `${name}（${years}）`,
	filed: '填报年度',
	outcomes: '申请办理结果，逐年',
	outcomesTable: '办理结果：件数与份额',
	outcomesNote: '办结不足 30 件的年度只列件数，不列份额。',
	outcomesEmpty: '各年报告没有填写办理结果，或所填全部为 0。',
	outcome: '结果',
	whole: '各类之和',
	reports: '报告与来源',
	report: '报告',
	year: '年度',
	published: '发布日期',
	filing: {
		in_time: '按期',
		late: '逾期',
		after_custom: '迟于惯例',
		not_told: '',
		unknown: '日期未知'
	},
	filingNote:
		'期限据《政府信息公开条例》第四十九条：部门次年 1 月 31 日，地方人民政府次年 3 月 31 日；乡镇、街道条例未规定日期，惯例为 1 月 31 日。2018 年度及以前均为次年 3 月 31 日。',
	form: '表式',
	cells: '已填单元格',
	notFilled: '空、缺、无法辨认',
	scope: '口径',
	state: '版本',
	current: '现行',
	replaced: '已替代',
	sources: '来源',
	original: '原始文件',
	webPage: '发布网页',
	findings: '异常，逐年',
	findingsOf: (year: number) => `${year} 年`,
	more: (n: number) => `另有 ${count(n)} 处`,
	allFindings: '全部异常',
	wholeStory: '本页讲一个机关的全部年度：网址中的年度等筛选条件在这里不起作用。',
	notFound: '没有这个机关',
	multiples: '历年各项',
	multiplesNote:
		'点数字看报告原格。虚线：表式改变，两边不连；空心：疑似存量，不是当年决定数；斜纹：该年表式未设；没有柱也没有数的年度：没有报告，或未填。',
	zero: '凡已填的年度均为 0：',
	measures: '各项历年数',
	measure: '指标',
	noReport: '无报告',
	noYear: '年度未定',
	level: '层级',
	kind: '类别',
	region: '地区',
	none: '没有年度已定的现行报告，故无历年数可列。'
};

export const peers = {
	title: '在同类机关中',
	measure: '指标',
	year: '年度',
	show: '显示',
	who: (level: string, kind: string, year: number, form: string, scope: string) =>
		`同类：${[level, kind].join('·')}，${year} 年，${form}，${scope}`,
	scopeUnknown: '口径未定',
	near: (province: string) => `${province}内`,
	everywhere: '不限省份（本省不足 10 个）',
	figureTitle: (name: string, rank: Place | null) =>
		rank === null
			? `${name}：同类的分布`
			: `${name}：${count(rank.of)} 个同类中${rank.shared > 1 ? '并列' : ''}第\u00a0${count(rank.place)}`,
	ownLabel: '本机关',
	own: (value: string) => `本机关 ${value}`,
	reports: (n: number) => `${count(n)} 份同类报告`,
	filled: (n: number) => `已填 ${count(n)}`,
	stock: (n: number) => `疑似存量 ${count(n)}`,
	rank: ({ place, of, shared }: Place) =>
		shared > 1
			? `${count(of)} 个中由多到少并列第 ${count(place)}（${count(shared)} 个同为此数）`
			: `${count(of)} 个中由多到少第 ${count(place)}`,
	q1: '下四分位数',
	median: '中位数',
	q3: '上四分位数',
	agencies: (n: number) => `${count(n)} 个机关`,
	countLabel: '机关数',
	axis: (unit: string, even: boolean) => (even ? unit : `${unit}（分组逐级加宽）`),
	note: '三条细虚线为四分位数，粗线为本机关。',
	noteQuartiles: '三条细虚线为四分位数。',
	few: (filled: number) => `同类机关中填有此项的只有 ${count(filled)} 个，不足 5 个，不画分布。`,
	noReport: (year: number) => `本机关没有 ${year} 年的报告。请另选年度。`,
	unsettled: '本机关的层级、类别或年度未定，找不出同类。可在清单（manifest）中写明后重新导入。',
	ownNone: '本机关此项没有数'
};
