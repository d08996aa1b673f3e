import {
	Bool,
	DateDay,
	Decimal,
	Field,
	Int32,
	Int64,
	Schema,
	Uint8,
	Utf8,
	type DataType
} from 'apache-arrow';
import { ADDRESSES, columnOf, STATUSES, type Status } from '../form/index.ts';
import type { Rule } from '../check/rule.ts';
import { RULES } from '../check/rules.ts';

/**
 * The tables of a snapshot. One Arrow schema a table is the typed shape from which the Parquet
 * columns, the `.arrow` downloads and the data dictionary follow. Field metadata `zh` and `en`
 * describe a column for people.
 */
export type TableName =
	| 'reports'
	| 'cells'
	| 'findings'
	| 'corrections'
	| 'texts'
	| 'files'
	| 'agencies'
	| 'names'
	| 'roster'
	| 'filings'
	| 'rules';

/** A figure: DECIMAL(18,6). Arrow's decimal takes scale first. */
export const figure = (): DataType => new Decimal(6, 18, 128);

function field(name: string, type: DataType, zh: string, en: string, nullable = true): Field {
	return new Field(
		name,
		type,
		nullable,
		new Map([
			['zh', zh],
			['en', en]
		])
	);
}

const text = (name: string, zh: string, en: string, nullable = true) =>
	field(name, new Utf8(), zh, en, nullable);
const flag = (name: string, zh: string, en: string) => field(name, new Bool(), zh, en, false);

const REPORT_ID = text('report_id', '报告标识', 'Identifier of the report', false);
const ADDRESS_FIELDS = (nullable: boolean) => [
	text('section', '部分', 'Section of the form', nullable),
	text('item', '事项', 'Item: a row of the form', nullable),
	text('measure', '指标', 'Measure: a column of the form', nullable)
];

export const SCHEMAS: Readonly<Record<TableName, Schema>> = {
	reports: new Schema([
		REPORT_ID,
		text('agency_id', '机关标识', 'Identifier of the agency', false),
		text('agency', '机关', 'Agency that reports'),
		text('kind', '机关类别', 'Kind of agency'),
		text('level', '层级', 'Level of administration'),
		text('scope', '统计口径', 'Scope: own or consolidated figures'),
		text('province', '省', 'Province'),
		text('city', '市', 'City'),
		text('county', '县', 'County'),
		field('year', new Int32(), '报告年度', 'Year reported on'),
		text('form', '表式', 'Edition of the form', false),
		text('title', '标题', 'Title of the report'),
		field('published_on', new DateDay(), '发布日期', 'Day of publication'),
		text('source', '来源文件', 'Path relative to the folder given to ingest', false),
		text('source_url', '来源网址', 'Where the report was published'),
		text('sha256', '文件指纹', 'SHA-256 of the file', false),
		flag('resolved', '机关与年度已确定', 'Agency and year are settled'),
		flag('is_current', '现行版本', 'The current one of an agency-year’s files'),
		flag('generated', '模拟数据', 'Invented data')
	]),
	cells: new Schema([
		REPORT_ID,
		...ADDRESS_FIELDS(false),
		field('value', figure(), '数值（金额为万元）', 'Figure; amounts in 10,000 yuan'),
		text('raw', '原文', 'The characters as they stand in the source'),
		text('status', '状态', 'Status: reported, blank, missing or unreadable', false),
		field('char_start', new Int32(), '起点', 'Start in texts.text, UTF-16 code units'),
		field('char_end', new Int32(), '终点', 'End in texts.text, UTF-16 code units'),
		field('deduced', figure(), '推得数值', 'What the sums force where value is null'),
		field('page', new Int32(), '页码', 'Page of the source, from 1, in formats that have pages'),
		text(
			'box',
			'页上位置：左 上 右 下，自页左上角起，以点计',
			'Place on the page: left top right bottom, in points from its top left corner'
		),
		flag('corrected', '已更正', 'The office put the reading right'),
		field('read_value', figure(), '更正前读到的数值', 'The figure as read, where it was corrected')
	]),
	findings: new Schema([
		text('finding_id', '问题标识', 'Identifier of the finding', false),
		REPORT_ID,
		text('rule', '规则', 'Code of the rule', false),
		text('severity', '严重程度', 'Severity: error, warning or info', false),
		...ADDRESS_FIELDS(true),
		field('observed', figure(), '填报值', 'Figure of the cell the rule is about'),
		field(
			'expected',
			figure(),
			'按公式得：以式中其他各格为准，此格的数；有误的可能是其他格',
			'What the formula gives for it, taking the other cells as they are; the slip may be in one of these'
		),
		text('suspect', '疑误单元格', 'Address of the cell held most likely wrong'),
		field('suggestion', figure(), '建议值', 'The figure the suspect should have'),
		text('origin', '出处', 'Origin: agency, reading or unknown', false),
		text('message', '说明', 'The finding in words', false),
		text(
			'other_report_id',
			'对照的报告：上一年度的，或数字、文字与之相同的',
			'The report it was compared with: of the year before, or with the same figures or words'
		),
		field(
			'char_start',
			new Int32(),
			'所据文字的起点',
			'Start of the words it rests on, in texts.text'
		),
		field('char_end', new Int32(), '所据文字的终点', 'End of the words it rests on, in texts.text')
	]),
	corrections: new Schema([
		text('report_id', '报告标识', 'Identifier of the report'),
		text('source', '来源文件', 'Path of the report’s file', false),
		...ADDRESS_FIELDS(false),
		field('value', figure(), '更正为', 'The figure that the office gives'),
		text(
			'status',
			'更正后的状态',
			'Status put right: reported, blank, missing or unreadable',
			false
		),
		field('read_value', figure(), '读到的数值', 'The figure as read'),
		text('read_status', '读到的状态', 'The status as read'),
		text('who', '更正人', 'Who made the correction', false),
		field('made_on', new DateDay(), '更正日期', 'Day on which it was made', false),
		text('why', '理由', 'Why it was made', false),
		text('sha256', '所据文件的指纹', 'SHA-256 of the bytes that the correction was made for', true),
		text(
			'state',
			'结果：applied 已采用，dropped 文件已变而未采用，no_cell 报告无此单元格，no_report 文件未读成报告',
			'applied; dropped: the source’s bytes have changed; no_cell: the report has no such cell; no_report: the file gave no report',
			false
		)
	]),
	texts: new Schema([REPORT_ID, text('text', '全文', 'The text that offsets count in', false)]),
	files: new Schema([
		text('source', '来源文件', 'Path relative to the folder given to ingest', false),
		text('sha256', '文件指纹', 'SHA-256 of the file'),
		text(
			'status',
			'状态：report 报告，unresolved 机关或年度未定，rejected 拒收，archive 装有多份报告的文件',
			'report, unresolved, rejected, or archive (a file that holds several)',
			false
		),
		text('reason', '原因', 'Why it was rejected or is unresolved, and what to do'),
		text('report_id', '报告标识', 'Identifier of the report it holds'),
		text('archive', '所在的压缩包或数据文件', 'The file that this one is a member of'),
		text('format', '格式', 'Format by content'),
		field('bytes', new Int64(), '字节数', 'Size in bytes'),
		text('reason_code', '原因的代码', 'Code of the reason'),
		text(
			'reason_detail',
			'原因中因文件而异的部分（JSON）：数量与上限、行列、位置、格式等',
			'What varies in the reason, as JSON: amounts and limits, lines, places, formats'
		)
	]),
	agencies: new Schema([
		text('agency_id', '机关标识', 'Identifier of the agency', false),
		text('agency', '机关', 'Agency'),
		text('kind', '机关类别', 'Kind of agency'),
		text('level', '层级', 'Level of administration'),
		text('province', '省', 'Province'),
		text('city', '市', 'City'),
		text('county', '县', 'County'),
		text('parent_id', '上级机关标识', 'Identifier of the parent organ')
	]),
	names: new Schema([
		text('name', '名称', 'Name', false),
		text('agency_id', '机关标识；为空的是地区', 'Identifier of the agency; null for a region'),
		text('province', '省', 'Province'),
		text('city', '市', 'City'),
		text('county', '县', 'County'),
		flag('generated', '模拟数据', 'Invented data'),
		flag('former', '曾用名或改名后的名称', 'A name of before, or of today for one of before'),
		text('folded', '简体、去标点的名称', 'The name simplified and without punctuation', false),
		text('initials', '拼音首字母', 'First letters of its pinyin', false),
		text('pinyin', '全拼，每个音节前有一空格', 'Its pinyin, a space before each syllable', false)
	]),
	roster: new Schema([
		text(
			'agency_id',
			'机关标识：有报告的，同其报告',
			'Identifier, that of its reports if any',
			false
		),
		text('agency', '机关', 'Organ that is to report', false),
		text('parent', '上级或主管机关', 'Parent organ'),
		text('province', '省', 'Province'),
		text('city', '市', 'City'),
		text('county', '县', 'County'),
		text('level', '层级', 'Level of administration'),
		text('kind', '机关类别', 'Kind of agency'),
		text('founded', '成立的年份或日期', 'Year or day of founding'),
		text('abolished', '撤销的年份或日期', 'Year or day of abolition'),
		field('first_year', new Int32(), '应报的第一个报告年度', 'First report year it is to report'),
		field('last_year', new Int32(), '应报的最后一个报告年度', 'Last report year it is to report'),
		text('formerly', '曾用名，以分号分隔', 'Former names, separated by semicolons'),
		text('succeeded_by', '并入或改组成的机关', 'The organ that took over'),
		text('note', '备注', 'Remark'),
		flag('generated', '模拟数据', 'Invented data')
	]),
	filings: new Schema([
		text('agency_id', '机关标识', 'Identifier of the agency', false),
		text('agency', '机关', 'Agency', false),
		text('parent', '上级或主管机关', 'Parent organ'),
		text('province', '省', 'Province'),
		text('city', '市', 'City'),
		text('county', '县', 'County'),
		text('level', '层级', 'Level of administration'),
		text('kind', '机关类别', 'Kind of agency'),
		field('year', new Int32(), '报告年度', 'Year reported on', false),
		field('due_on', new DateDay(), '应于此日前公布', 'Day by which it is to be published', false),
		text(
			'state',
			'on_time 按时，late 逾期，undated 已报而日期不明，unreadable 有文件而读不出，unresolved 或有报告而机关或年度未定，missing 未报',
			'on_time, late, undated (filed), unreadable (a file is there), unresolved (a report may be its), or missing',
			false
		),
		flag('expected', '应报', 'A report is expected'),
		flag('listed', '在应报名单上', 'Stands on the office’s roster'),
		field(
			'place',
			new Int32(),
			'机关按地区和名称排列的次序',
			'The organ’s place in the order of regions and names',
			false
		),
		field('published_on', new DateDay(), '最早的发布日期', 'Day on which it was first published'),
		text('report_id', '报告标识', 'Identifier of the report'),
		text('source', '来源文件', 'The file that the state rests on'),
		flag('generated', '模拟数据', 'Invented data')
	]),
	rules: new Schema([
		text('rule', '规则', 'Code of the rule', false),
		text('severity', '严重程度', 'Severity: error, warning or info', false),
		text('title', '名称', 'Title', false),
		text('description', '说明', 'Description', false),
		text('formula', '公式', 'Formula', false),
		text('basis', '依据', 'Basis', false),
		text('forms', '适用表式', 'Editions it applies to, separated by spaces', false)
	])
};

/** The status of a figure in the wide table, as a narrow integer; null where the form has no such cell. */
export const STATUS_NUMBERS = { reported: 0, blank: 1, missing: 2, unreadable: 3 } as const;

/** The column of the wide table that holds the status of an address. */
export const statusColumnOf = (address: string) => `${columnOf(address)}__status`;

/** The column of the wide table that holds how often a rule gave an answer in a report. */
export const tallyColumnOf = (rule: string, answer: 'pass' | 'fail' | 'undecided') =>
	`${rule}__${answer}`;

/** The columns of the wide table that hold how often some rules gave each answer in a report. */
export const tallyFields = (rules: readonly Rule[]): Field[] =>
	rules.flatMap(({ code }) =>
		(['pass', 'fail', 'undecided'] as const).map(
			(answer) => new Field(tallyColumnOf(code, answer), new Uint8(), true)
		)
	);

/** The column of the wide table that holds how many cells of a report have a status. */
export const statusCountColumnOf = (status: Status) => `cells__${status}`;

/** The columns of the wide table that tell how a report fills in the rows by which applications end. */
export const OUTCOME_ROWS = {
	reported: 'outcomes__reported',
	lacking: 'outcomes__lacking'
} as const;

/**
 * The wide table behind `reports`: one row a report, with a figure and a status column for each
 * address of any edition, how many cells and outcomes are filled in, and three tallies for each rule.
 * This is what most questions scan.
 */
export const FIGURES_SCHEMA = new Schema([
	...SCHEMAS.reports.fields,
	// Where the report stands in the index of words (see `search/postings.ts`).
	new Field('place', new Int32(), true),
	...ADDRESSES.flatMap((address) => [
		new Field(columnOf(address), figure(), true),
		new Field(statusColumnOf(address), new Uint8(), true)
	]),
	// A report that holds the tables of two editions has more cells than fit in eight bits.
	...STATUSES.map((status) => new Field(statusCountColumnOf(status), new Int32(), false)),
	// How many of the rows by which applications end are reported, and how many are not: see `form/added.ts`.
	new Field(OUTCOME_ROWS.reported, new Uint8(), false),
	new Field(OUTCOME_ROWS.lacking, new Uint8(), false),
	...tallyFields(RULES)
]);

/** Columns that count: BIGINT in answers. */
export const COUNT = new Int64();
