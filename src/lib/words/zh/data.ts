import { count } from '../../chart/number.ts';
import { LIMITS } from '../../limits.ts';

export const data = {
	yes: '是',
	no: '否',
	title: (n: number, table: string) => `${table}：${count(n)} 行`,
	lead: `先选表和范围，看前几行，再下载全部。下面用中文显示，文件中的层级、状态、规则等为代码。CSV、JSON、Parquet、Arrow 不限行数，XLSX 至多 ${count(LIMITS.workbookRows)} 行。`,
	table: '表',
	tables: { reports: '报告', cells: '单元格', findings: '异常', rules: '规则' },
	preview: (shown: number, all: number) => `前 ${count(shown)} 行，共 ${count(all)} 行`,
	empty: '所选条件下没有行。请放宽筛选条件。',
	download: '下载全部',
	link: '此网址明天仍给出同样的切片（只要数据未更新）',
	dictionary: '各列说明'
};
