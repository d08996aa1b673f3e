export const rules = {
	title: (n: number) => `${n} 条核查规则`,
	lead: '规则核对一份报告之内的勾稽关系。空白不是零：有缺项的合计不能判定时，记为“无法判定”。',
	formula: '公式',
	basis: '依据',
	forms: '适用表式',
	description: '说明',
	hits: '查到的异常',
	reports: '涉及报告',
	hitsByYear: '逐年',
	all: '全部规则',
	notFound: '没有这条规则'
};
