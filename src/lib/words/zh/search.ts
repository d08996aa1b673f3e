import { count } from '../../chart/number.ts';

/** How much of each kind was found; of texts perhaps a few fewer, and null where none were looked for. */
interface Found {
	readonly agencies: number;
	readonly regions: number;
	readonly rules: number;
	readonly cells: number;
	readonly texts: { readonly count: number; readonly exact: boolean } | null;
}

export const search = {
	label: '查找',
	placeholder: '机关、拼音、规则、文字',
	go: '查找',
	/** What a suggestion is. */
	kinds: { agency: '机关', region: '地区', rule: '规则', cell: '指标' },
	suggested: (n: number) => (n === 0 ? '没有建议，按回车查找报告文字' : `${count(n)} 条建议`),
	suggestions: '建议',
	former: (name: string) => `又名 ${name}`,
	ask: '查找',
	askLead:
		'在页首的框里输入：机关名称或其拼音首字母（如 jyj）、地区、规则、表式中的指标，或报告里的文字与数字（如 45 件）。',
	title: (q: string, { agencies, regions, rules, cells, texts }: Found) => {
		const found = [
			agencies > 0 ? `${count(agencies)} 个机关` : null,
			regions > 0 ? `${count(regions)} 个地区` : null,
			rules > 0 ? `${count(rules)} 条规则` : null,
			cells > 0 ? `${count(cells)} 项指标` : null,
			texts && texts.count > 0
				? `文字见于${texts.exact ? '' : '至多'} ${count(texts.count)} 份报告`
				: null
		].filter((part) => part !== null);
		return `查找“${q}”${found.length > 0 ? '：' : ''}${found.join('，')}`;
	},
	nothing: (q: string) => `没有找到“${q}”`,
	nothingStep: '试试少写几个字、换一种说法，或只写机关名称的首字母。',
	nothingFiltered: '也可能是筛选条件排除了结果：',
	clear: '清除筛选条件再查',
	browse: '浏览全部机关',
	agencies: '机关',
	allAgencies: (n: number) => `全部 ${count(n)} 个机关`,
	regions: '地区',
	rules: '规则',
	cells: '表式中的指标',
	more: (n: number) => `另有 ${count(n)} 个`,
	reports: (n: number) => `${count(n)} 份报告`,
	words: '报告中的文字',
	exact: (n: number) => `${count(n)} 份报告中有这些文字，最近年度在前。`,
	about: (n: number) =>
		`至多 ${count(n)} 份报告中有这些文字，最近年度在前。份数按相邻两字计，实际可能略少；所列各份已核对原文。`,
	near: (n: number) => `本页另有 ${count(n)} 份只有其中的字，没有连成这段文字，未列出。`,
	noWords: '没有报告含有这些文字。',
	tooShort: '查找报告中的文字，请输入两个字以上，或一个数字。',
	times: (n: number) => `${count(n)} 处`,
	year: (year: number | null) => (year === null ? '年度未定' : `${year} 年报告`),
	unnamed: '（机关未定）'
};
