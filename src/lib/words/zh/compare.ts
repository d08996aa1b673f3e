export const compare = {
	title: (measure: string, year: number, first: string, value: string) =>
		`${year} 年${measure}最多的是${first}：${value}`,
	titleEmpty: (measure: string) => `比较：${measure}`,
	choose: '比较的指标',
	show: '显示',
	byYear: (measure: string) => `${measure}，逐年`,
	ranking: (measure: string, year: number) => `${measure}，${year} 年居前的机关`,
	multiples: (measure: string) => `${measure}，各机关历年`,
	total: '合计',
	mean: '平均',
	median: '中位数',
	quartiles: '四分位',
	spread: '合计与分布',
	previous: (year: number) => `${year} 年`,
	notCollected: '未设',
	multiplesNote: '各机关纵轴不同，只看各自的变化。缺的年度留空。',
	rankingNote: '本机关数据与汇总数据并列而不相加，以口径区分。细条为上一年。'
};
