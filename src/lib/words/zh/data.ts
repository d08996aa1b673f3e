import { count } from '../../chart/number.ts';
import { LIMITS } from '../../limits.ts';

export const data = {
	yes: '是',
	no: '否',
	title: (n: number, table: string) => `${table}：${count(n)} 行`,
	lead: '先选表和范围，看前几行和合计，再下载全部。下面用中文显示，文件中的层级、状态、规则等为代码。',
	table: '表',
	tables: { reports: '报告', cells: '单元格', findings: '异常', rules: '规则' },
	slice: '范围',
	choices: {
		section: '部分',
		item: '事项',
		measure: '指标',
		status: '状态',
		rule: '规则',
		severity: '严重程度',
		origin: '归因'
	},
	any: '全部',
	several: (n: number) => `已选 ${count(n)} 项`,
	words: {
		reports: '机关、标题、来源中的文字',
		cells: '机关、标题、来源中的文字',
		findings: '机关、标题、说明中的文字',
		rules: '名称中的文字'
	},
	choose: '查看',
	position: (first: number, last: number, all: number) =>
		`第 ${count(first)}–${count(last)} 行，共 ${count(all)} 行`,
	none: '没有行',
	statuses: '按状态',
	rows: (n: number) => `${count(n)} 行`,
	sum: '全部各行数值之和',
	addable: '各行同口径、同层级。',
	notAddable: '各行口径或层级不同，此和只供与文件核对，不是合计。',
	supersededToo: '含被更正、替换的旧版报告。',
	currentOnly: '只看现行版本',
	fewColumns: '按数值排序时只列这几列；原文、位置等列见文件，点开一行也可看。',
	empty: '所选条件下没有行。',
	emptyCell: '各版表式中都没有这样的单元格：所选的部分、事项、指标配不上。',
	emptyPage: '没有这一页。',
	clear: '清除全部条件',
	clearCells: '另选部分、事项、指标',
	firstPage: '回到第一页',
	download: '下载全部',
	workbookLimit: `XLSX 至多 ${count(LIMITS.workbookRows)} 行，其他格式不限`,
	workbookTooLarge: `超过 ${count(LIMITS.workbookRows)} 行，不能存为 XLSX；请缩小范围，或用其他格式`,
	link: '这个切片的网址',
	linkWhy: (snapshot: string) =>
		`明天打开仍是同样的条件。以上各数出自数据快照 ${snapshot}；又读入报告后快照会变，数也随之变。`,
	sql: '得出这些行的 SQL',
	sqlWhy: '值已写入，可整段复制，在命令行里放进双引号运行，得出与文件相同的行：',
	copy: '复制',
	copied: '已复制',
	dictionary: '数据字典',
	columnsOf: (table: string) => `“${table}”表各列`,
	column: '列名',
	meaning: '含义',
	type: '类型',
	codes: '代码',
	types: {
		text: '文字',
		whole: '整数',
		figure: '数，至多六位小数',
		date: '日期',
		flag: '是否（true、false）'
	},
	statusWhy: {
		reported: '来源写有数',
		blank: '有此格，空着或为横线；不是 0',
		missing: '来源没有此格；不是 0',
		unreadable: '此处不是数'
	},
	formCells: '表式的单元格',
	formCellsWhy:
		'一个单元格由“部分/事项/指标”三个代码指明，各版通用；在页内查找（Ctrl+F）可按名称或代码找到。',
	edition: (label: string, notice: string, from: number, until: number | null) =>
		`${label}（${notice}；${until === null ? `${from} 年起` : `${from}–${until} 年`}）`,
	item: '事项',
	measures: '指标'
};
