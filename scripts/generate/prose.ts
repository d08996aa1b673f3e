import { INVENTED_MARK } from '../../src/lib/form/index.ts';
import type { Figures } from './history.ts';
import type { Agency } from './places.ts';
import type { Random } from './random.ts';

/** The words around the tables of a report. */
export interface Prose {
	readonly title: string;
	/** 发布时间 and 来源; null where the page shows none. */
	readonly sourceLine: string | null;
	readonly breadcrumb: string | null;
	readonly opening: readonly string[];
	readonly overview: readonly string[];
	readonly problems: readonly string[];
	readonly matters: string;
	/** 落款: who signs, and the day. */
	readonly signature: readonly string[];
}

export interface ProseChoices {
	readonly agency: Agency;
	readonly year: number;
	readonly publishedOn: string;
	readonly figures: Figures;
	/** The title leaves the agency out, and the first paragraphs name it. */
	readonly bareTitle: boolean;
	/** Nothing in the text says who reports. */
	readonly anonymous: boolean;
	readonly contentsDecoy: boolean;
	/** What the agency hands in every year, word for word; null where it writes its own. */
	readonly template: readonly string[] | null;
}

const MARK = `（${INVENTED_MARK}：本报告由程序生成，机关、地名和数字均为虚构。）`;

/** How an agency speaks of itself. */
function we({ shortName }: Agency): string {
	if (shortName.endsWith('局')) return '我局';
	if (shortName.endsWith('委员会')) return '我委';
	if (shortName.endsWith('街道办事处')) return '我街道';
	if (shortName.includes('镇')) return '我镇';
	return shortName.includes('乡') ? '我乡' : '本级政府';
}

const PRACTICES = [
	'指定专人整理和发布信息，发布前由分管负责人审看。',
	'网站专栏按月更新，过时的栏目已经合并。',
	'年内办了两次业务学习，讲解条例和申请答复的写法。',
	'群众来电来访的常见疑问编成问答，放在网站首页。',
	'新出文件一律先定公开属性，再送印发。',
	'公示栏、广播和公众号与网站同时发布。'
];
const PROBLEMS = [
	'一是个别栏目更新偏慢，内容单薄。',
	'一是经办人员变动较多，业务生疏。',
	'一是公开形式单一，图解和视频偏少。',
	'一是重点领域的信息不够细。'
];
const PLANS = [
	'二是下一年将按季度检查栏目，限期补齐。',
	'二是下一年将增加培训，编写办理手册。',
	'二是下一年将改进政策解读，多用图表。'
];

function overview(choices: ProseChoices, random: Random): string[] {
	const { agency, year, figures } = choices;
	const self = we(agency);
	const subject = choices.bareTitle && !choices.anonymous ? agency.name : self;
	const received = figures.get('applications/received/total')!;
	const documents = figures.get('disclosure/normative_documents/issued')!;
	const counting =
		agency.scope === 'consolidated'
			? `本报告所列数据汇总了${agency.county ? '全县（区）' : '全市'}各级行政机关的数据。`
			: '';
	const opening = `${year}年，${subject}按照《政府信息公开条例》的规定开展工作。${counting}`;
	if (choices.template) return [opening, ...choices.template];
	return [
		opening,
		`（一）主动公开。全年制发规范性文件${documents}件。${random.pick(PRACTICES)}`,
		`（二）依申请公开。全年新收政府信息公开申请${received}件。${random.pick(PRACTICES)}`
	];
}

const CONTENTS =
	'以下依次写六件事：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。';

function chineseDay(day: string): string {
	const [year, month, date] = day.split('-').map(Number);
	return `${year}年${month}月${date}日`;
}

/** Whether a report of a year tells of the 信息处理费. */
export const asksForFees = (year: number) => year >= 2021;

/** Writes the words of a report: few, and with the figures that the agency believes true. */
export function proseOf(choices: ProseChoices, random: Random): Prose {
	const { agency, year, publishedOn, anonymous, bareTitle, template } = choices;
	const region = `${agency.province}${agency.city}${agency.county ?? ''}`;
	const named = `${agency.name}${year}年政府信息公开工作年度报告`;
	const bare = anonymous ? `${year}` : '政府信息公开工作年度报告';
	return {
		title: bareTitle || anonymous ? bare : named,
		sourceLine: anonymous ? null : `发布时间：${publishedOn} 来源：${region}`,
		breadcrumb: anonymous
			? null
			: `您的位置：首页 > 政务公开 > 政府信息公开年报 > ${year} > ${agency.level === 'township' ? '乡镇街道' : '部门'}`,
		opening: [MARK, ...(choices.contentsDecoy && !template ? [CONTENTS] : [])],
		overview: overview(choices, random),
		problems: template
			? [`${PROBLEMS[0]}${PLANS[0]}`]
			: [`${random.pick(PROBLEMS)}${random.pick(PLANS)}`],
		matters: asksForFees(year) ? '本年度没有发出信息处理费收费通知，收取0元。' : '无。',
		signature: bareTitle && !anonymous ? [agency.name, chineseDay(publishedOn)] : []
	};
}
