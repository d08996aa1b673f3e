import { count } from '../../chart/number.ts';

export const findings = {
	title: (withFindings: number, reports: number, share: string, n: number) =>
		`${count(reports)} 份报告中 ${count(withFindings)} 份有异常，占 ${share}，共 ${count(n)} 处`,
	titleNone: (reports: number) => `核查 ${count(reports)} 份报告，没有异常`,
	none: '所选条件下没有异常。',
	noneStep: '可放宽筛选条件，或查看各规则的结果。',
	noneRules: '查看各规则',
	lead: '每条规则对每份报告有三种回答：相符、不符、无法判断。异常不等于错误，以来源文件为准。',
	originLead:
		'“来源即如此”：有关数字在来源中清楚成立，不符出在填报；“读取存疑”：行列位置在读取时已有疑问，可能是读取所致，核对来源以前不应据以要求机关更正；“未能断定”：现有依据不足以区分。',
	severity: '程度',
	report: '报告',
	year: '年度',
	rule: '规则',
	cell: '单元格',
	message: '说明',
	observed: '填报值',
	expected: '按公式得',
	suggestion: '建议',
	suspect: '疑误',
	origin: '归因',
	origins: { agency: '来源即如此', reading: '读取存疑', unknown: '未能断定' },
	observedExpected: (observed: string, expected: string) =>
		`填报 ${observed}，按公式得 ${expected}`,
	other: '对照的报告',
	wordsToldIn: '正文这句话',
	wholeReport: '关于整份报告',
	reportedOnly: (observed: string) => `填报 ${observed}`,
	suspected: (observed: string, suggestion: string) =>
		`由 ${observed} 改为 ${suggestion}，有关各式即可成立`,
	pass: '相符',
	fail: '不符',
	undecided: '无法判断',
	byRule: '按规则',
	byYear: '按年度',
	list: '逐条',
	listOf: (n: number) => `逐条列出，共 ${count(n)} 处`,
	grid: (by: string) => `各规则查到的异常，按${by}分列`,
	groupings: {
		year: '年度',
		province: '省',
		city: '市',
		county: '县',
		level: '层级',
		kind: '机关类别',
		form: '表式'
	},
	unplaced: {
		year: '年度未定',
		province: '未列省份',
		city: '不属某市',
		county: '不属某县',
		level: '层级未定',
		kind: '类别未定',
		form: '表式未定'
	},
	switches: { by: '分列', show: '格中', origin: '归因', severity: '程度' },
	shows: { count: '异常处数', share: '涉及报告占比' },
	any: '全部',
	total: '合计',
	allRules: '各规则合计',
	rest: (n: number) => `其余 ${count(n)} 个`,
	idle: '此规则不适用于这些报告',
	idleRules: '不适用于这些报告的规则',
	cellTitle: (n: number, reports: number, decided: number, share: string, undecided: number) =>
		`${count(n)} 处，涉及 ${count(reports)} 份报告；能判断的 ${count(decided)} 份中占 ${share}${
			undecided > 0 ? `；另 ${count(undecided)} 份无法判断` : ''
		}`,
	ground: (fewest: number) =>
		`底色深浅表示有此异常的报告占能判断的报告的比例，与报告多少无关；能判断的不足 ${fewest} 份的不着色。无法判断的报告不在分母之内。`,
	narrowed: '按单元格、词语或归因筛选时，只筛异常，占比的分母仍是该规则能判断的全部报告。',
	steps: { below: (share: string) => `不足 ${share}`, above: (share: string) => `${share} 以上` },
	basisCurrent: '只计现行版本',
	basisSuperseded: '只计已被替代的版本',
	superseded: '另看已被替代的版本',
	letter: {
		link: '起草核对函',
		/** Beside a finding, in a list of one rule. */
		linkOfRule: '就此条规则致函',
		title: (agency: string, rules: readonly string[]) =>
			`致${agency}的核对函（草稿）${rules.length === 0 ? '' : `：${rules.join('、')}`}`,
		lead: '由所列异常逐条写成，供修改后使用；提示另列，读取存疑的不列入，只记处数。划线处请填写。',
		back: '所列异常',
		backToReport: '这份报告',
		empty: '没有可以写入函中的异常。'
	}
};
