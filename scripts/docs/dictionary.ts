import { ORIGINS, SEVERITIES } from '../../src/lib/check/rule.ts';
import { RULES } from '../../src/lib/check/rules.ts';
import { KINDS, LEVELS, SCOPES, type Label } from '../../src/lib/form/index.ts';
import { comparabilityChapter } from './comparability.ts';
import { formChapter } from './form.ts';
import { code, table } from './markdown.ts';
import { tablesChapter } from './tables.ts';

const STATUSES_TABLE = table(
	['状态 status', '含义', 'meaning', '`value`'],
	[
		['`reported`', '文件上有一个数', 'The document shows a figure', '该数 the figure'],
		[
			'`blank`',
			'有此单元格，而为空或一横（-、—、/、无）',
			'The cell is there, empty or a dash',
			'null'
		],
		[
			'`missing`',
			'文件没有此单元格：行被截短、表被截断、缺行',
			'The document has no such cell: a row cut short or left out',
			'null'
		],
		['`unreadable`', '有内容而不是数', 'Something stands there that is no figure', 'null']
	]
);

function rulesChapter(): string {
	const severity = new Map<string, Label>(SEVERITIES.map(({ code, label }) => [code, label]));
	return [
		'## 规则 Rules',
		'每条规则对每个单元格有三种答案：相符、不符、无法判断（有空白、缺失或无法辨认的部分时）。A rule has three answers: pass, fail and undecided.',
		...RULES.map((rule) =>
			[
				`### ${code(rule.code)} ${rule.title.zh} ${rule.title.en}`,
				`${severity.get(rule.severity)?.zh ?? rule.severity} ${severity.get(rule.severity)?.en ?? ''} · 适用 ${rule.forms.map(code).join(' ')} · ${code(rule.formula.zh)}`,
				`${rule.description.zh}\n${rule.description.en}`,
				`依据 ${rule.basis.zh} · Basis: ${rule.basis.en}`
			].join('\n\n')
		)
	].join('\n\n');
}

function codesChapter(): string {
	const list = (title: string, entries: readonly { code: string; label: Label }[]) =>
		`### ${title}\n\n${table(
			['代码 code', '名称', 'label'],
			entries.map((entry) => [code(entry.code), entry.label.zh, entry.label.en])
		)}`;
	return [
		'## 代码 Codes',
		list('层级 level', LEVELS),
		list('口径 scope', SCOPES),
		list('机关类别 kind', KINDS),
		list('严重程度 severity', SEVERITIES),
		`### 出处 origin\n\n${ORIGINS.map(code).join(' ')}：填报、识读、未定。The agency’s slip, a misreading, or not known.`
	].join('\n\n');
}

/** The data dictionary: everything that the registry says of tables, cells, series and rules. */
export function dataDictionary(): string {
	return `${[
		'# 数据字典 Data dictionary',
		'由 `npm run docs` 从代码生成，请勿手改。Generated from the code by `npm run docs`; do not edit.',
		`## 状态 Status of a cell\n\n${STATUSES_TABLE}`,
		tablesChapter(),
		codesChapter(),
		rulesChapter(),
		comparabilityChapter(),
		formChapter()
	].join('\n\n')}\n`;
}
