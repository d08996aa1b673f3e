import { count } from '../../chart/number.ts';

export const overview = {
	title: (span: string, agencies: number, reports: number) =>
		`${span}，${count(agencies)} 个机关的 ${count(reports)} 份年度报告`,
	titleWithDecisions: (year: number, who: string, filled: number, decisions: string) =>
		`${year} 年，${count(filled)} 份${who}报告共填行政许可处理决定 ${decisions} 件`,
	empty: '所选条件下没有报告',
	emptyStore: '库里还没有报告',
	emptyStoreWhy: (files: number) => `读入的 ${count(files)} 个文件都没有收录为报告。`,
	emptyStoreLead: '请先读入报告',
	emptyStoreStep: '看各文件未收录的原因和办法',
	corpus: '收录',
	quality: '单元格与异常',
	reports: '报告',
	agencies: '机关',
	years: '年度',
	cells: '单元格',
	errors: '错误',
	warnings: '提醒',
	unresolved: '机关或年度未定',
	rejected: '未收录文件',
	superseded: '已被更正替代',
	ofThem: '其中模拟数据',
	hideInvented: '隐藏模拟数据',
	showInvented: '显示模拟数据',
	licensing: '行政许可处理决定数量，逐年合计',
	procurement: '政府集中采购总金额，逐年合计',
	outcomes: '申请办理结果的构成，逐年',
	findings: '值得注意的异常',
	allFindings: '全部异常',
	byRule: '各规则的结果',
	procurementNote: '2021 年版表式不再统计政府集中采购：是“未设”，不是零。',
	outcomesNote:
		'“其他处理”：2019 年版为一行，2021 年版为三行之和。所占份额以已填各类之和为分母。2014 年版的答复分类不同，不在此图。',
	editionBreak: '表式改变',
	notCollected: '未设',
	stockNote: '虚框柱：部分报告的数等于“上一年项目数量 + 本年增/减”，疑似存量。'
};
