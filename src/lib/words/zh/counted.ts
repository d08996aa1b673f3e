import { count } from '../../chart/number.ts';

export const counted = {
	label: '合计所加：',
	why: '合计只加同一口径、同一层级的报告：汇总数据已含下级与部门，与本机关数据相加会重复；各层级之间也不相加。',
	expected: (expected: number, filed: number) =>
		`应报 ${count(expected)} 份，已报 ${count(filed)} 份`,
	onceFiled: (expected: number, filed: number) =>
		`按曾有报告的机关计，应报 ${count(expected)} 份，已报 ${count(filed)} 份`,
	/** Some are on a roster, the others once filed. */
	partlyListed: (expected: number, filed: number, unlisted: number) =>
		`应报 ${count(expected)} 份（${count(unlisted)} 份不在名单，按曾有报告计），已报 ${count(filed)} 份`,
	notBoth: '“本机关与汇总”在这里不能照办：两者相加会重复，合计仍只加上面选定的一组。',
	own: '不含汇总',
	rolledUp: '汇总数据',
	who: (level: string, rolledUp: boolean) => (rolledUp ? `${level}汇总` : level)
};
