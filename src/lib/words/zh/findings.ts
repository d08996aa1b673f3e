import { count } from '../../chart/number.ts';

export const findings = {
	title: (n: number, reports: number) => `在 ${count(reports)} 份报告中发现 ${count(n)} 处异常`,
	none: '所选条件下没有异常。',
	noneStep: '可放宽筛选条件，或查看各规则的结果。',
	lead: '每条规则对每份报告有三种回答：通过、不符、无法判定。异常不等于错误，以来源文件为准。',
	severity: '程度',
	report: '报告',
	year: '年度',
	rule: '规则',
	cell: '单元格',
	message: '说明',
	observed: '填报值',
	expected: '应为',
	suggestion: '建议',
	suspect: '疑误',
	origin: '出处',
	origins: { agency: '机关填报', reading: '读取', unknown: '未定' },
	observedExpected: (observed: string, expected: string) => `填报 ${observed}，应为 ${expected}`,
	pass: '通过',
	fail: '不符',
	undecided: '无法判定',
	byRule: '按规则',
	byYear: '按年度',
	list: '逐条',
	withFindings: '有异常的报告',
	shareFail: '不符占比'
};
