import { count } from '../../chart/number.ts';

/** The complete rankings of how applications and cases ended. */
export const ranking = {
	lists: '排名内容',
	of: { outcomes: '申请办理结果', reconsideration: '行政复议', litigation: '行政诉讼' },
	title: (years: string, who: string, what: string, column: string, first: string, value: string) =>
		`${years} 年${what}，${who}中“${column}”最高的是${first}：${value}`,
	titleMost: (years: string, who: string, what: string, column: string, first: string, n: string) =>
		`${years} 年${what}，${who}中“${column}”最多的是${first}：${n} 件`,
	titleOf: (years: string, who: string, what: string, column: string) =>
		`${years} 年${who}机关${what}，按“${column}”排名`,
	agencies: (who: string) => `${who}机关`,
	handled: '办结',
	open: '公开与部分公开份额',
	share: (outcome: string) => `${outcome}份额`,
	allYears: '所选各年合计',
	added: (years: string) => `${years} 年各年之数相加`,
	leftOut: {
		outcomes: (first: number) => `所选年度中只加 ${first} 年起的：更早的没有办理结果`,
		remedies: (first: number) =>
			`所选年度中只加 ${first} 年起的：更早年度应使用的表式不同，不能相加`
	},
	place: '名次',
	count: (n: number) => `列入排名 ${count(n)} 个。`,
	few: {
		outcomes: {
			leftOut: (n: number) => `办结不足 30 件的 ${count(n)} 个，份额说明不了问题，未列入。`,
			ranked: (n: number) => `其中办结不足 30 件的 ${count(n)} 个，份额仅供参考。`
		},
		remedies: {
			leftOut: (n: number) =>
				`维持与纠正合计不足 10 件的 ${count(n)} 个，纠错率说明不了问题，未列入。`,
			ranked: (n: number) => `其中维持与纠正合计不足 10 件的 ${count(n)} 个，纠错率仅供参考。`
		}
	},
	rankToo: '也列入',
	leaveOut: '不列入',
	notes: {
		outcomes:
			'份额为该类占办结件数之比；没有填写的行不在其中。数相同的名次相同；没有数的排在最后，不作 0。点列名改换排名依据与方向。',
		remedies:
			'纠错率为结果纠正占结果维持与结果纠正之和的份额；其他结果与尚未审结不在分母。行政诉讼为未经复议直接起诉与复议后起诉两类之和，任一类没有填写的报告不计。只取与该年（各年合计时为最近一年）应使用的表式口径相同的报告。'
	},
	summedNote:
		'份额由各年之和算出，件数是否太少也按各年之和判断。缺某年报告或某年没有填数的，那一年不在和中，不作 0。改名的机关以最近一份报告的名称列出。',
	download: '下载完整名次（CSV）',
	empty: '所选报告没有可以排名的数'
};
