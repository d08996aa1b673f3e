import type { DataType, Schema } from 'apache-arrow';
import { REASON_CODES } from '../../src/lib/form/index.ts';
import { columnType } from '../../src/lib/server/columns.ts';
import { SCHEMAS, STATUS_NUMBERS, type TableName } from '../../src/lib/server/tables.ts';
import { code, table } from './markdown.ts';

const OF_REPORT_TOO =
	'下载的文件在这些列之后，另有所属报告的 `agency`、`province`、`city`、`county`、`year`。Downloads have, behind these columns, the report’s `agency`, `province`, `city`, `county` and `year`.';

/** What one row of a table is, and what to beware of when adding rows up. */
const ABOUT: Readonly<Record<TableName, { row: string; beware: readonly string[] }>> = {
	reports: {
		row: '一份报告一行。One row a report.',
		beware: [
			'合计只取 `is_current` 的报告：同一机关同一年度可能有更正版。Totals use current reports only: an agency-year may have a corrected version.',
			'`own` 与 `consolidated` 不可相加：汇总数据已含所属部门与下级。Never add the two scopes: rolled-up figures hold those of departments and lower levels.',
			'`resolved` 为假的报告机关或年度未定，自成一个机关。A report that is not resolved has an agency of its own and merges with nothing.',
			'`generated` 为真的是模拟数据。Generated reports are invented.'
		]
	},
	cells: {
		row: '每份报告的每个单元格一行。One row for each cell of each report.',
		beware: [
			'`value` 只在 `status` 为 `reported` 时有值；空白、缺失、无法辨认都是 null，不是 0。Blank, missing and unreadable are null, never 0.',
			'`deduced` 是勾稽关系推出的数，不是读到的数，不可并入 `value`。What the sums force is not a reading: do not merge it into `value`.',
			'`corrected` 为真的格，`value` 与 `status` 出自更正（见 `corrections`），`read_value` 是原先读到的数；更正的缺失格可以没有原文位置。Where `corrected` is true, value and status are the office’s and `read_value` is what was read; a corrected cell that was missing has no place.',
			'`texts.text` 在 `char_start` 与 `char_end` 之间的文字就是 `raw`。The text cut at the offsets is exactly `raw`.',
			OF_REPORT_TOO
		]
	},
	findings: {
		row: '一条规则在一份报告中发现的一处异常一行。One row for each failure of a rule in a report.',
		beware: [
			'没有异常不等于相符：规则也可能无法判断，见 `figures` 的计数列。No finding is not a pass: a rule may be undecided; see the tallies in `figures`.',
			OF_REPORT_TOO
		]
	},
	corrections: {
		row: '办公室更正过的每个单元格一行，取更正表中的最后一行。One row for each cell that the office put right: the last line for it.',
		beware: [
			'`state` 为 `applied` 的才生效：单元格的 `value` 与 `status` 是更正后的，`raw` 与位置仍是读到的。Only applied ones count: the cell’s value and status are the corrected ones, its raw text and place stay as read.',
			'文件内容变了（与 `sha256` 不同），更正即为 `dropped`，不再生效。Where the source’s bytes change, the correction is dropped.'
		]
	},
	texts: { row: '每份报告的全文一行。One row a report.', beware: [] },
	files: {
		row: '收到过的每个文件一行，被拒的也在内；压缩包和装有多份报告的数据文件，其中每份也各一行。Every file ever given, the rejected ones too, and every member of an archive or of a file of parsed reports.',
		beware: [
			`\`reason\` 是给人看的句子；\`reason_code\` 是它的代码，\`reason_detail\` 是其中因文件而异的部分。The reason is a sentence in Chinese; its code is one of ${REASON_CODES.map(code).join(' ')}.`,
			'成员的 `source` 是 `压缩包/成员路径`，`archive` 是所在的文件。A member’s source is `archive/path in it`.',
			'读成报告的文件，原始字节存在库的 `originals/指纹前两位/指纹`（或加 `.gz`）；压缩包本身不另存。The bytes of every file that gave a report are kept in the store as `originals/<first two digits>/<sha256>`, with `.gz` where compressed; those of an archive only member by member.'
		]
	},
	agencies: { row: '每个机关一行。One row an agency.', beware: [] },
	names: {
		row: '每个机关、每个地区的每个名称一行，查找时用。One row for each name of each agency and region, for searching.',
		beware: [
			'`former` 为真的是按行政区划沿革推出的另一名称，报告中不一定出现过。A former name follows from the history of divisions; no report need bear it.'
		]
	},
	roster: {
		row: '应报名单上的每个机关一行；没有名单时为空。One row for each organ of the office’s roster; none without a roster.',
		beware: [
			'成立当年起应报，撤销当年起不再应报；空着的，以库中最早、最晚的报告年度为限。An organ reports for the year of its founding and for none from that of its abolition on; where empty, the years of the corpus bound it.'
		]
	},
	filings: {
		row: '每个机关、每个应报或已报的年度一行。One row for each organ and year that is expected or was filed.',
		beware: [
			'应报数只数 `expected` 的行；有报告而不在名单上的机关，或名单所定年度以外的报告，`expected` 为假。Only rows that are `expected` count as expected; reports of agencies that are not on the roster, or of years outside it, are not.',
			'已报为 `on_time`、`late` 与 `undated`；`unreadable` 有文件而数字读不出，`unresolved` 有一份机关或年度未定的报告可能是它的，都不算已报，也不算未报。Filed are the first three; a file that cannot be read, or a report that may be the organ’s, is neither filed nor missing.',
			'期限：部门与乡镇为次年 1 月 31 日（乡镇是通行做法，法规没有规定），政府本级为 3 月 31 日；2018 年度及以前，2008 年施行的条例规定各机关都是 3 月 31 日。按最早公布的版本判定。Due on 31 January of the next year, a government’s own report on 31 March; for report years up to 2018 on 31 March for all. The first version published decides.'
		]
	},
	rules: { row: '每条规则一行。One row a rule.', beware: [] }
};

function columns(schema: Schema): string {
	return table(
		['列 column', '类型 type', '可空 null', '含义', 'meaning'],
		schema.fields.map((field) => [
			code(field.name),
			columnType(field.type as DataType),
			field.nullable ? '✓' : '',
			field.metadata.get('zh') ?? '',
			field.metadata.get('en') ?? ''
		])
	);
}

const WIDE = `### \`figures\`

宽表：一份报告一行，\`reports\` 的各列之外，每个单元格地址两列，每条规则三列。页面的大多数问题只扫这张表。
One row a report: the columns of \`reports\`, two columns for each address and three for each rule.

${table(
	['列 column', '类型 type', '含义', 'meaning'],
	[
		[
			code('section__item__measure'),
			'DECIMAL(18,6)',
			'该地址的数值；非 `reported` 时为 null',
			'The figure at an address; null unless reported'
		],
		[
			code('section__item__measure__status'),
			'UTINYINT',
			`${Object.entries(STATUS_NUMBERS)
				.map(([status, number]) => `${number} ${status}`)
				.join('，')}；null：该版表式没有此单元格`,
			'The status as a number; null where the edition has no such cell'
		],
		[
			`${code('rule__pass')} ${code('rule__fail')} ${code('rule__undecided')}`,
			'UTINYINT',
			'规则在该报告中得出各答案的次数；null：规则不适用',
			'How often the rule gave each answer; null where it does not apply'
		]
	]
)}`;

/** The tables of a snapshot: columns, types, and what to beware of. */
export function tablesChapter(): string {
	const chapters = (Object.keys(SCHEMAS) as TableName[]).map((name) => {
		const { row, beware } = ABOUT[name];
		const warnings = beware.map((line) => `- ${line}`).join('\n');
		return [`### ${code(name)}`, row, ...(warnings ? [warnings] : []), columns(SCHEMAS[name])].join(
			'\n\n'
		);
	});
	return ['## 表 Tables', ...chapters, WIDE].join('\n\n');
}
