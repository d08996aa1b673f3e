import { count } from '../../chart/number.ts';

export const figure = {
	csv: 'CSV',
	csvTitle: '下载本图数据（CSV）',
	xlsx: 'XLSX',
	xlsxTitle: '下载本图数据（XLSX，至多 100,000 行）',
	sqlTitle: '看本图所据的各行，及得出它们的 SQL',
	svg: 'SVG',
	png: 'PNG',
	patterns: '花纹',
	patternsTitle: '各类加花纹，不只靠颜色区分',
	link: '链接',
	linkTitle: '本图的网址',
	table: '数据表',
	tableOfCounts: '数据表（与件数图同一张）',
	sql: '数据',
	year: '年度',
	name: '名称',
	total: '合计',
	filledColumn: '已填报告数',
	reportsColumn: '全部报告数',
	gap: '无数据',
	withUnit: (name: string, unit: string) => `${name}（${unit}）`,
	empty: '这里没有数据：所选条件下没有报告填写此项。请放宽筛选条件。',
	otherEdition: (years: string, n: number) =>
		`${years} 年的表式未设此项，当年的数只来自用了别的年度表式的 ${count(n)} 份报告。`,
	chartOf: (title: string) => `图：${title}。数据见图下的数据表。`
};

export const basis = {
	on: '据',
	reports: (n: number) => `${count(n)} 份报告`,
	filled: (n: number, all: number) => `${count(all)} 份报告，已填 ${count(n)} 份`,
	notNarrowed: '规则、程度、状态不影响合计与图',
	reported: (n: number) => `已填 ${count(n)}`,
	partial: (n: number) => `其中 ${count(n)} 份有格没有数，只加有数的格`,
	blank: (n: number) => `空白 ${count(n)}`,
	missing: (n: number) => `缺 ${count(n)}`,
	unreadable: (n: number) => `无法辨认 ${count(n)}`,
	notCollected: (n: number) => `表式未设 ${count(n)}`,
	stock: (n: number) => `疑似存量 ${count(n)}`,
	stockLeftOut: (n: number) => `疑似存量 ${count(n)} 份未计入`,
	otherScope: (n: number) => `另有 ${count(n)} 份因口径不同未计入`,
	scopeUnknown: (n: number) => `口径未定 ${count(n)}`,
	withoutYear: (n: number) => `年度未定 ${count(n)} 份未计入`,
	invented: (n: number) => `其中模拟数据 ${count(n)}`,
	incomplete: (n: number) => `部分行缺填 ${count(n)}`,
	scope: {
		not_consolidated: '口径：不含汇总数据',
		own: '口径：本机关数据',
		consolidated: '口径：汇总数据',
		unknown: '口径：未定',
		all: '本机关与汇总数据并列，不相加'
	},
	level: {
		national: '层级：国家级',
		province: '层级：省级',
		city: '层级：市级',
		county: '层级：县级',
		township: '层级：乡级',
		unsettled: '层级：未定'
	},
	separator: '，',
	end: '；',
	notAddable: '不同口径或层级不能相加，故无合计'
};
