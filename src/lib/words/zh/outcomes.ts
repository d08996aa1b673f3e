export const outcomes = {
	empty: '所选报告没有填写办理结果，或所填全部为 0。请放宽筛选条件。',
	title: (year: number, granted: string, handled: string) =>
		`${year} 年办结的 ${handled} 件申请中，予以公开和部分公开的占 ${granted}`,
	titleEmpty: '申请办理结果',
	shares: '份额',
	counts: '件数',
	byYearShares: '办理结果的构成，逐年',
	byYearCounts: '办理结果的件数，逐年',
	byAgency: (year: number) => `${year} 年办结最多的机关`,
	stated: '报告所填总计',
	handled: '各类之和',
	small: '不足 30 件的份额仅供参考。',
	agency: '机关'
};
