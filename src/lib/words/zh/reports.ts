import { count } from '../../chart/number.ts';

/** The list of reports behind a number. */
export const reports = {
	title: (n: number) => `${count(n)} 份报告`,
	titleOf: (n: number, what: string) => `${count(n)} 份报告：${what}`,
	empty: '没有这样的报告。',
	emptyStep: '请放宽筛选条件。',
	sums: (filled: string, total: string) => `其中 ${filled} 份有数，合计 ${total}`,
	noTotal: {
		none: (_: string) => '没有一份有数，故无合计',
		groups: (filled: string) => `其中 ${filled} 份有数；不同口径或层级不相加，故无合计`,
		editions: (filled: string) => `其中 ${filled} 份有数；各版表式所计不是一回事，不相加，故无合计`
	},
	within: (from: string, below: string, unit: string) =>
		`只列所填为 ${from} 以上、不足 ${below}${unit}的报告。`,
	anyFigure: '不论多少，全部列出',
	lead: '每个数点开是它在报告中的格子，或相加成它的各格，再看它在原文中的字。',
	agency: '机关',
	region: '地区',
	level: '层级',
	kind: '类别',
	scope: '口径',
	year: '年度',
	published: '发布日期',
	dateUnknown: '日期未知',
	any: '全部',
	state: '此项',
	states: {
		reported: '已填',
		partial: '部分有数',
		blank: '空白',
		missing: '缺',
		unreadable: '无法辨认',
		nonzero: '填有数（非 0）',
		zero: '填 0',
		stock: '疑似存量',
		not_collected: '表式未设'
	},
	downloadList: '下载这份清单（CSV）',
	download: '下载这些单元格（CSV）',
	downloadReports: '下载这些报告（CSV）'
};
