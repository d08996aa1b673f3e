/** A day, or a year alone, as documents of offices write it: 2021年1月30日. */
export const dateOf = (day: string): string =>
	day
		.split('-')
		.map((part, index) => `${Number(part)}${['年', '月', '日'][index] ?? ''}`)
		.join('');

/** Rules by their titles: “甲”“乙”. */
const quoted = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join('');

/**
 * The words of a letter to an agency: a document, not a part of the interface. It is in Chinese
 * whatever language the interface speaks, as the rules' messages are and as agencies read it.
 */
export const letter = {
	/** What the letter is about; the titles of the rules that it is narrowed to, if any. */
	subject: (titles: readonly string[]) =>
		titles.length === 0
			? '关于核对政府信息公开工作年度报告有关数据的函（草稿）'
			: `关于核对政府信息公开工作年度报告${quoted(titles)}有关数据的函（草稿）`,
	invented: '【模拟数据：本函所涉机关与数据均系编造，不得发出】',
	to: (agency: string) => `${agency}：`,
	opening: (titles: readonly string[]) =>
		`经核对你单位公布的政府信息公开工作年度报告，下列内容需要核实或者说明，请对照原始台账办理。${
			titles.length === 0 ? '' : `本函只涉及${quoted(titles)}。`
		}注明“表式要求”的，是表式本身的规定；其余是与有关规定、其他年度或其他报告对照所得，不符的未必有误。`,
	report: (
		numeral: string,
		year: number | null,
		title: string | null,
		published: string | null
	) => {
		const said = [title === null ? null : `《${title}》`, published && `${dateOf(published)}公布`];
		const known = said.filter((part) => part !== null && part !== '').join('，');
		return `${numeral}、${year === null ? '年度未定的报告' : `${year} 年度报告`}${known === '' ? '' : `（${known}）`}`;
	},
	source: (url: string) => `网址：${url}`,
	/** What each kind of demand asks. */
	asks: {
		form: (formula: string, basis: string) => `表式要求：${formula}。依据：${basis}。`,
		law: (formula: string, basis: string) => `有关规定：${basis}。核对方法：${formula}。`,
		comparison: (formula: string, basis: string) => `核对方法：${formula}。依据：${basis}。`
	},
	/** After what compares figures of one report. */
	mayStand: '不符未必有误，请核对，或者说明原因。',
	/** After what holds a report against another one, either of which may be the wrong one. */
	eitherReport: '不符未必出在本报告，请核对所涉两份报告，更正有误的一份，或者说明原因。',
	notTold: '此处是否因读取所致，现有依据不足以区分，请先对照公布的文本。',
	notes: '请一并说明（以下各点本身不足以认定有误）：',
	closing:
		'以上情况由公布的文本读取并逐项核对得出，以公布的文本为准。核实有误的，请更正后重新公布；数据无误的，请予说明。',
	leftOut: (n: number) =>
		`另有 ${n} 处在读取时行列位置已有疑问，可能并非填报所致，核对公布的文本以前未列入本函。`,
	reply: '请于＿＿＿＿年＿＿月＿＿日前书面回复。联系人：＿＿＿＿＿＿，联系电话：＿＿＿＿＿＿＿＿。',
	sender: '（发函机关）＿＿＿＿＿＿＿＿＿＿',
	date: '＿＿＿＿年＿＿月＿＿日'
};

const NUMERALS = '一二三四五六七八九';

/** A numeral such as 七, 十二 or 二十 for the parts of a document; plain digits from 100 on. */
export function numeralOf(n: number): string {
	if (n < 1 || n > 99) return String(n);
	const [tens, ones] = [Math.floor(n / 10), n % 10];
	const digit = (value: number) => (value === 0 ? '' : NUMERALS.charAt(value - 1));
	return tens === 0 ? digit(ones) : `${tens === 1 ? '' : digit(tens)}十${digit(ones)}`;
}
