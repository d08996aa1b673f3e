import { count } from '../../chart/number.ts';

export const rules = {
	title: (n: number, hits: number) => `${n} 条核查规则，其中 ${hits} 条查到异常`,
	titleMost: (n: number, hits: number, most: string, reports: number) =>
		`${n} 条核查规则，其中 ${hits} 条查到异常；涉及报告最多的是“${most}”，共 ${count(reports)}\u00a0份`,
	lead: '规则核对一份报告之内的勾稽关系，以及它与上一年度、与其他报告的关系。空白不是零：有缺项的合计不能判断时，记为“无法判断”。',
	basisCurrent: '据现行版本的报告；份数以报告计，一份报告可有多处异常。',
	formula: '公式',
	basis: '依据',
	forms: '适用表式',
	severity: '程度',
	severityWhy: {
		error: '勾稽关系或数值本身不成立，必有一处有误。',
		warning: '与表式或条例的要求不符，是否有误须向机关核实。',
		info: '只是可疑的迹象，不足以说明有误。'
	},
	description: '说明',
	hits: '查到的异常',
	failing: '不符的报告',
	decided: '能判断的报告',
	share: '不符占比',
	undecided: '无法判断的报告',
	findings: '异常处数',
	reports: '涉及报告',
	answer: (share: string, reports: number, decided: number) =>
		`能判断的 ${count(decided)} 份报告中 ${count(reports)} 份不符，占 ${share}`,
	answerNone: (decided: number) => `能判断的 ${count(decided)} 份报告全部相符`,
	answerNever: '没有可以判断的报告',
	hitsByYear: '逐年的不符、相符与无法判断',
	chartNote:
		'以报告计：一份报告只要有一处不符即为不符；没有不符而至少一处相符的为相符；一处也不能判断的为无法判断。规则不适用的表式不计。',
	sharesByYear: '逐年的不符占比',
	byRegion: (by: string) => `不符占比最高的${by}`,
	byKind: '不符占比最高的机关类别',
	few: (n: number) => `能判断的报告不足 ${n} 份的不列。`,
	noGroups: '没有能判断的报告足够多的组。',
	undecidedTitle: '为什么无法判断',
	undecidedWhy:
		'式中有空白、缺失或无法辨认的一格，而已填的数又不足以证明成立或不成立时，规则不作判断，也不计入占比的分母。',
	undecidedReports: (n: number, whole: number) =>
		`${count(n)} 份报告中有此规则无法判断之处，其中 ${count(whole)} 份一处也不能判断`,
	undecidedNone: '没有无法判断之处。',
	undecidedCells: {
		blank: (n: number) => `式中有空白格：${count(n)} 份`,
		missing: (n: number) => `式中有来源所缺的格：${count(n)} 份`,
		unreadable: (n: number) => `式中有无法辨认的格：${count(n)} 份`
	},
	undecidedReport: {
		blank: (n: number) => `表中有空白格：${count(n)} 份`,
		missing: (n: number) => `表中有来源所缺的格：${count(n)} 份`,
		unreadable: (n: number) => `表中有无法辨认的格：${count(n)} 份`
	},
	withoutYear: (n: number) => `年度未定：${count(n)} 份`,
	withoutTable: (n: number) => `没有读到表格：${count(n)} 份`,
	overlapping: '一份报告可同时属于几种情形。',
	examples: '示例',
	examplesWhy: '为说明规则而编造的报告，回答由规则当场作出；未列出的格均为 0。',
	exampleOf: (year: number | null, form: string) =>
		`${year === null ? '年度未定' : `${year} 年度`}，${form}`,
	exampleBeside: (year: number | null, form: string) => `与之对照：${year} 年度，${form}`,
	exampleWords: (beginning: string, characters: number | null) =>
		characters === null ? `“${beginning}”` : `“${beginning}”，共 ${count(characters)} 字`,
	exampleEmpty: '表中各格均缺',
	exampleFree: '只有正文，没有表格',
	examplePass: '规则的回答：相符',
	exampleFail: '规则的回答：不符',
	exampleUndecided: '规则的回答：无法判断',
	unit: '份',
	list: '逐条',
	allFindings: '全部列出',
	all: '全部规则',
	beyond: '尚未核查的',
	beyondWhy:
		'正文所写的数只核对四项：收到申请、结转下年度、制发规范性文件、行政复议；其余的是否与表格一致，尚未核查，没有异常不说明这方面无误。',
	notFound: '没有这条规则'
};
