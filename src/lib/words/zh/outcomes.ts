import { count } from '../../chart/number.ts';

export const outcomes = {
	empty: '所选报告没有填写办理结果，或所填全部为 0。请放宽筛选条件。',
	title: (year: number, who: string, granted: string, handled: string) =>
		`${year} 年${who}机关办结的 ${handled} 件申请中，予以公开和部分公开的占 ${granted}`,
	titleHandled: (year: number, who: string, handled: string) =>
		`${year} 年${who}机关办结申请 ${handled} 件`,
	titleEmpty: '所选报告没有填报办结的申请',
	shares: '份额',
	counts: '件数',
	byYearShares: '办理结果的构成，逐年',
	byYearCounts: '办理结果的件数，逐年',
	byGroup: (year: number, what: string) => `${year} 年各${what}的办理结果`,
	what: { agency: '机关', province: '省', city: '市', kind: '机关类别' },
	chooseBy: '并列',
	chooseYear: '年度',
	chooseRank: '次序',
	ranks: {
		count: '办结件数',
		share: '公开与部分公开的份额',
		refused: '不予公开的份额',
		unable: '无法提供的份额',
		unprocessed: '不予处理的份额',
		other: '其他处理的份额'
	},
	chooseOrder: '方向',
	orders: { desc: '由高到低', asc: '由低到高' },
	whole: (n: number) => `完整名次（${count(n)} 个）`,
	small: '不足 30 件的也排名',
	smallNote: '* 不足 30 件，份额仅供参考。',
	smallLeftOut: (n: number) => `不足 30 件的 ${count(n)} 个未参加份额排名。`,
	shown: (n: number, all: number) => `列出 ${count(n)} 个，共 ${count(all)} 个。`,
	show: '显示',
	reasons: (outcome: string) => `${outcome}：各项理由，逐年`,
	open: '展开',
	applicants: '谁在申请：本年新收，逐年份额',
	balance: '收办与结转，逐年',
	balanceHeads: ['本年新收', '上年结转', '办理结果总计', '结转下年度'],
	carried: '结转率',
	carriedNote:
		'结转率为结转下年度占本年新收与上年结转之和的份额。各数为报告所填之和，不含没有数的报告，因此收办未必恰好相抵。“办理结果总计”加的是各报告自填的总计一格，标题与构成图加的是各类结果的各格；总计空着、读不出或与各格之和不等的报告，使两者不同。',
	remedies: '行政复议与行政诉讼，逐年',
	lost: '纠错率',
	lostNote: '纠错率为结果纠正占结果维持与结果纠正之和的份额；其他结果与尚未审结不在分母。',
	fewNote: '* 维持与纠正合计不足 10 件，仅供参考。',
	ranked: '按机关、地区排名：',
	year: '年度',
	noRemedies: '所选报告没有填写复议与诉讼。',
	noBalance: '所选报告没有填写申请的收办。',
	agency: '机关'
};
