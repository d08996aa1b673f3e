import { count, size } from '../../chart/number.ts';

export const report = {
	title: (agency: string, year: string) => `${agency} ${year}政府信息公开工作年度报告`,
	noAgency: '机关未定',
	noYear: '年度未定',
	year: (year: number) => `${year} 年`,
	form: '表',
	source: '来源原文',
	sourceTab: '原文',
	halves: '表与原文',
	inStep: '同步滚动',
	keys: '方向键逐格移动，回车看记录，Esc 关闭',
	otherYears: '本机关其他年度的报告',
	versions: '本年度的其他版本',
	noDate: '日期未知',
	sourceHint: '点表中的格，看它的记录和原文中的字；点原文中的数，跳回表格。',
	findings: '异常',
	noFindings: '各条规则未发现异常。',
	evidence: '机关与年度的依据',
	notes: '读取说明',
	noNotes: '没有疑义。',
	used: '采用',
	unused: '未采用',
	group: '三、本年度办理结果',
	organisations: '法人或其他组织',
	applicants: {
		natural_person: '自然人',
		business: '商业企业',
		research: '科研机构',
		social_org: '社会公益组织',
		legal_service: '法律服务机构',
		other_org: '其他'
	},
	otherEdition: '另一版表式的行',
	noForm: '这一年度的报告没有统一表格，数只在正文里；这里不从文字中推断任何数。',
	tableLost:
		'没有读到这份报告的表格：可能在附件或图片里，或导出时丢失。报告照样收录，各格为缺失，不是零。',
	file: '来源文件',
	original: '原始文件',
	originalOf: (format: string | null, bytes: number | null) =>
		[
			format === 'text' ? '文本' : format?.toUpperCase(),
			bytes === null ? null : `大小 ${size(bytes)}`
		]
			.filter(Boolean)
			.join('，') || '打开',
	noOriginal: '没有存下这份报告的原始文件',
	url: '来源网址',
	sha: '文件指纹',
	published: '发布日期',
	scope: '口径',
	edition: '表式',
	editionOf: (label: string, notice: string | null) =>
		notice === null ? label : `${label}（${notice}）`,
	replaced: '此报告已被更正的版本替代，不计入合计。',
	unresolved: '机关或年度未能确定：不并入任何机关，可在清单（manifest）中写明后重新导入。',
	unknown: '未定',
	notFound: '没有这份报告',
	legend: '图例',
	legendFinding: '角标：有异常',
	download: '下载单元格（CSV）',
	subject: {
		agency: '机关',
		region: '地区',
		year: '年度',
		form: '表式',
		published_on: '发布日期',
		scope: '口径'
	},
	evidenceSource: {
		manifest: '清单',
		record: '已解析的数据',
		title: '标题',
		source_line: '来源或落款',
		breadcrumb: '页面路径',
		narrative: '正文',
		table: '表格',
		path: '文件路径'
	},
	note: {
		short_row: '本行的数少于列数，只有各种放法都相同的数才算已填',
		long_row: '本行的数多于列数',
		mended_row: '只有一种读法使各合计都成立，按此读取',
		row_not_found: '报告中没有这一行',
		row_in_doubt: '这一行属于哪一组、以哪个数为准，不能确定，未采用',
		no_table: '没有读到表格，只收录正文，不从文字推断数',
		unreadable_figure: '此处不是数',
		unit_converted: '按所写单位换算为万元',
		record_contradicted: '已解析的数据中，数值或状态与原文不符，不采用',
		place_contradicted: '已解析的数据所给的位置不是这个数的位置，另行写出',
		agency_unresolved: '依据不足，机关未定',
		year_unresolved: '依据不足，年度未定'
	}
};

export const record = {
	title: '所选单元格',
	cell: '单元格',
	now: '现为',
	read: '读到',
	to: '更正为',
	raw: '原文',
	place: '所在',
	pageName: '页',
	at: (line: number, start: number, end: number) =>
		`第 ${count(line)} 行（第 ${count(start)}–${count(end)} 字符）`,
	status: '状态',
	format: '来源格式',
	text: '文本',
	close: '关闭',
	identities: '所在的勾稽关系',
	noIdentities: '此格不在任何勾稽关系中。',
	answer: { pass: '相符', fail: '不符', undecided: '无法判断' },
	zeros: (n: number) => `其余 ${count(n)} 项 0`,
	addition: '此数为下列各格相加',
	noSum: '无数',
	terms: (n: number) => `表式没有单独的一格，由 ${count(n)} 格相加，各格已标出`,
	lacking: (n: number) => `其中 ${count(n)} 格没有数，只加有数的格`,
	years: '本机关各年同一格',
	page: (n: number) => `第 ${count(n)} 页`,
	corrections: '更正',
	putRight: '读错了？更正此格',
	how: '填好后复制这一行，加到办公室的更正表（CSV）末尾，下次读入时用 --corrections 给出。应为何数：填数（金额以万元计）；格子是空的填 blank，来源没有此格填 missing，不是数填 unreadable；空着是撤回以前的更正。',
	figure: '应为',
	who: '更正人',
	when: '日期',
	why: '理由',
	copy: '复制这一行',
	copied: '已复制',
	outcome: '结果',
	state: {
		applied: '已更正',
		dropped: '文件已变，更正未采用',
		no_cell: '报告无此格，更正未采用',
		no_report: '未读成报告，更正未采用'
	}
};
