import { count } from '../../chart/number.ts';

export const compare = {
	title: (measure: string, year: number, who: string, first: string, value: string) =>
		`${year} 年${measure}，${who}中最多的是${first}：${value}`,
	named: '所选机关',
	titleEmpty: (measure: string) => `比较：${measure}`,
	choose: '指标',
	chooseBy: '并列',
	chooseYear: '排名年度',
	chooseStat: '各组取',
	chooseAxis: '小图纵轴',
	by: { agency: '机关', province: '省', city: '市', county: '县', kind: '机关类别' },
	stats: { total: '合计', median: '中位数' },
	axes: { own: '各自', shared: '相同' },
	newest: '最近有数的一年',
	show: '显示',
	find: '加入机关',
	findLabel: '机关名称',
	findGo: '查找',
	foundNone: (q: string) => `没有名称含“${q}”的机关。`,
	add: '加入',
	added: '已加入',
	byYear: (measure: string) => `${measure}，逐年合计`,
	overYears: (years: string, reports: number) =>
		`${years} 年合计（据 ${count(reports)} 份有数的报告）：`,
	stocksNotAdded:
		'各年之数是当年的存量，或含上年结转、尚未审结的，各年相加会重复，故不作多年合计。',
	editionsNotAdded: '各年的表式所统计的不是同一事项，故不作多年合计。',
	spreadOf: (measure: string) => `${measure}，每份报告的数怎样分布`,
	spreadNote:
		'箱为四分位之间，箱中横线为中位数（放得下时旁注其数），须为 10% 至 90%。空白与缺不是 0，不在其中。',
	statesOf: (measure: string) => `${measure}，报告怎样填`,
	statesNote: '以当年全部报告为分母。空白、缺、未设都不是 0。',
	states: {
		above: '填有数',
		stock: '疑似存量，未计入',
		zero: '填 0',
		blank: '空白',
		missing: '缺',
		unreadable: '无法辨认',
		notCollected: '表式未设'
	},
	tilesOf: (measure: string, year: number, stat: string) => `${measure}，${year} 年各省${stat}`,
	tilesNote: '各省一格，大小相同，位置近似。颜色按有数各省的五分位分级。点一格，只看该省。',
	ranking: (measure: string, year: number | null, what: string) =>
		`${measure}，${year === null ? '' : `${year} 年`}居前的${what}`,
	multiples: (measure: string, what: string) => `${measure}，各${what}历年`,
	chooseRank: '排名依据',
	ranks: { value: '当年之数', change: '比上年增减', growth: '比上年增减（%）' },
	rankedOf: {
		value: (n: number, all: number) => `列出 ${count(n)} 个，当年有数的共 ${count(all)} 个。`,
		change: (n: number, all: number) => `列出 ${count(n)} 个，两年都有数的共 ${count(all)} 个。`,
		growth: (n: number, all: number) =>
			`列出 ${count(n)} 个，两年都有数、上年不少于 30 的共 ${count(all)} 个；上年更少的不列入。`
	},
	rankedTitle: (measure: string, year: number | null, rank: string, order: string) =>
		`${measure}，${year === null ? '' : `${year} 年`}按${rank}${order}`,
	noChange: '没有哪个当年与上年都有数。上年也须在所选年度之内。',
	notJoined: '这一年的表式改变了所统计的事项，与上年不能相比，仍按当年之数排名。',
	titleChange: {
		rise: (measure: string, year: number, who: string, first: string, change: string) =>
			`${year} 年${measure}，${who}中比上年增加最多的是${first}：${change}`,
		fall: (measure: string, year: number, who: string, first: string, change: string) =>
			`${year} 年${measure}，${who}中比上年减少最多的是${first}：${change}`
	},
	shown: (n: number, all: number) => `列出 ${count(n)} 个，共 ${count(all)} 个。`,
	total: '合计',
	median: '中位数',
	quartiles: '四分位',
	spread: '合计与分布',
	previous: (year: number) => `${year} 年`,
	notCollected: '未设',
	brokenNote: '分布、并列与排名只取当年应使用的表式，不同表式的数不放在一起。',
	ownAxis: '各图纵轴不同，只看各自的变化。缺的年度留空。',
	sharedAxis: '各图纵轴相同。缺的年度留空。',
	rankingNote: '细条为上一年。'
};
