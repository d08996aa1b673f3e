import { addressOf, FORM_CELLS } from '../../../src/lib/form/index.ts';
import { proseOf } from '../prose.ts';
import { randomOf, type Random } from '../random.ts';
import {
	row,
	slot,
	type Answer,
	type Answers,
	type Draft,
	type Grid,
	type Part,
	type Row
} from './draft.ts';
import { AGENCIES } from './write.ts';

/** A line of the 统计表 as it is printed: words, unit, and the code of its cell; a heading has no code. */
type Printed = readonly [words: string, unit: string, code?: string];

/** The 统计表 of 国办发〔2014〕32号, as agencies print it. */
const PRINTED: readonly Printed[] = [
	['一、主动公开情况', '——'],
	[
		'（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
		'条',
		'disclosed_on_own_initiative'
	],
	['其中：主动公开规范性文件数', '条', 'normative_documents_disclosed'],
	['制发规范性文件总数', '件', 'normative_documents_issued'],
	['（二）通过不同渠道和方式公开政府信息的情况', '——'],
	['1.政府公报公开政府信息数', '条', 'disclosed_in_gazette'],
	['2.政府网站公开政府信息数', '条', 'disclosed_on_website'],
	['3.政务微博公开政府信息数', '条', 'disclosed_on_weibo'],
	['4.政务微信公开政府信息数', '条', 'disclosed_on_wechat'],
	['5.其他方式公开政府信息数', '条', 'disclosed_otherwise'],
	['二、回应解读情况', '——'],
	[
		'（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
		'次',
		'responses_to_public_concern'
	],
	['（二）通过不同渠道和方式回应解读的情况', '——'],
	['1.参加或举办新闻发布会总次数', '次', 'press_conferences'],
	['其中：主要负责同志参加新闻发布会次数', '次', 'press_conferences_by_leaders'],
	['2.政府网站在线访谈次数', '次', 'online_interviews'],
	['其中：主要负责同志参加政府网站在线访谈次数', '次', 'online_interviews_by_leaders'],
	['3.政策解读稿件发布数', '篇', 'policy_interpretations'],
	['4.微博微信回应事件数', '次', 'responses_on_weibo_wechat'],
	['5.其他方式回应事件数', '次', 'responses_otherwise'],
	['三、依申请公开情况', '——'],
	['（一）收到申请数', '件', 'received'],
	['1.当面申请数', '件', 'received_in_person'],
	['2.传真申请数', '件', 'received_by_fax'],
	['3.网络申请数', '件', 'received_online'],
	['4.信函申请数', '件', 'received_by_letter'],
	['（二）申请办结数', '件', 'closed'],
	['1.按时办结数', '件', 'closed_on_time'],
	['2.延期办结数', '件', 'closed_after_extension'],
	['（三）申请答复数', '件', 'answered'],
	['1.属于已主动公开范围数', '件', 'answered_already_public'],
	['2.同意公开答复数', '件', 'answered_granted'],
	['3.同意部分公开答复数', '件', 'answered_partly_granted'],
	['4.不同意公开答复数', '件', 'answered_refused'],
	['其中：涉及国家秘密', '件', 'refused_state_secret'],
	['涉及商业秘密', '件', 'refused_trade_secret'],
	['涉及个人隐私', '件', 'refused_privacy'],
	['危及国家安全、公共安全、经济安全和社会稳定', '件', 'refused_safety_stability'],
	['不是《条例》所指政府信息', '件', 'refused_not_government_information'],
	['法律法规规定的其他情形', '件', 'refused_other_law'],
	['5.不属于本行政机关公开数', '件', 'answered_not_this_organ'],
	['6.申请信息不存在数', '件', 'answered_not_existing'],
	['7.告知作出更改补充数', '件', 'answered_needs_correction'],
	['8.告知通过其他途径办理数', '件', 'answered_other_channel'],
	['四、行政复议数量', '件', 'reconsiderations'],
	['（一）维持具体行政行为数', '件', 'reconsideration_upheld'],
	['（二）被依法纠错数', '件', 'reconsideration_corrected'],
	['（三）其他情形数', '件', 'reconsideration_other'],
	['五、行政诉讼数量', '件', 'litigations'],
	['（一）维持具体行政行为或者驳回原告诉讼请求数', '件', 'litigation_upheld'],
	['（二）被依法纠错数', '件', 'litigation_corrected'],
	['（三）其他情形数', '件', 'litigation_other'],
	['六、举报投诉数量', '件', 'complaints'],
	['七、依申请公开信息收取的费用', '万元', 'fees_charged'],
	['八、机构建设和保障经费情况', '——'],
	['（一）政府信息公开工作专门机构数', '个', 'dedicated_offices'],
	['（二）设置政府信息公开查阅点数', '个', 'reading_points'],
	['（三）从事政府信息公开工作人员数', '人', 'staff'],
	['1.专职人员数（不包括政府公报及政府网站工作人员数）', '人', 'staff_full_time'],
	['2.兼职人员数', '人', 'staff_part_time'],
	[
		'（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
		'万元',
		'funds'
	],
	['九、政府信息公开会议和培训情况', '——'],
	['（一）召开政府信息公开工作会议或专题会议数', '次', 'meetings'],
	['（二）举办各类培训班数', '次', 'training_courses'],
	['（三）接受培训人员数', '人次', 'people_trained']
];

/** Wholes, and the parts that they are the sum of; parts before wholes. */
const WHOLES: readonly (readonly [string, readonly string[]])[] = [
	['received', ['received_in_person', 'received_by_fax', 'received_online', 'received_by_letter']],
	['closed', ['closed_on_time', 'closed_after_extension']],
	[
		'answered_refused',
		[
			...['refused_state_secret', 'refused_trade_secret', 'refused_privacy'],
			...['refused_safety_stability', 'refused_not_government_information', 'refused_other_law']
		]
	],
	[
		'answered',
		[
			...['answered_already_public', 'answered_granted', 'answered_partly_granted'],
			...['answered_refused', 'answered_not_this_organ', 'answered_not_existing'],
			...['answered_needs_correction', 'answered_other_channel']
		]
	],
	...(['reconsideration', 'litigation'] as const).map(
		(kind) => [`${kind}s`, [`${kind}_upheld`, `${kind}_corrected`, `${kind}_other`]] as const
	),
	['staff', ['staff_full_time', 'staff_part_time']]
];

function figuresOf(random: Random): Map<string, number> {
	const busy = random.chance(0.6);
	const figures = new Map<string, number>();
	for (const [, unit, code] of PRINTED) {
		if (code === undefined) continue;
		const many = unit === '条' ? 3000 : 60;
		const count = random.chance(busy ? 0.75 : 0.25)
			? random.below(random.chance(0.3) ? many : 9)
			: 0;
		figures.set(code, unit === '万元' ? Math.round(count * random.uniform() * 1e4) / 1e4 : count);
	}
	for (const [whole, parts] of WHOLES) {
		figures.set(
			whole,
			parts.reduce((sum, part) => sum + figures.get(part)!, 0)
		);
	}
	return figures;
}

/** The table: its heads, and a line for each heading and each figure. */
function statisticsGrid(
	figures: ReadonlyMap<string, number>,
	blank: string | null,
	answers: Answers
): Grid {
	const heads = row(['统计指标', '单位', '统计数'].map((text) => slot('head', text)));
	const rows = PRINTED.map(([words, unit, code]): Row => {
		const labels = [slot('label', words), slot('label', unit)];
		if (code === undefined) return row([...labels, slot('label', '——')]);
		const address = addressOf('statistics', code, 'count');
		const value = figures.get(code)!;
		const isBlank = blank !== null && value === 0;
		const answer: Answer = isBlank ? 'blank' : value;
		answers.set(address, [answer]);
		return row([...labels, slot('figure', isBlank ? blank : `${value}`, { address })], code);
	});
	return { section: 'statistics', rows: [heads, ...rows], touched: false, breaks: new Set() };
}

/** Draws a report of 2014 to 2018: its text, and the 统计表 behind it. */
export function statisticsDraftOf(seed: string): Draft {
	const random = randomOf(seed, 'statistics');
	const agency = random.pick(AGENCIES);
	const year = 2014 + random.below(5);
	const answers: Answers = new Map();
	const blank = random.chance(0.1) ? random.pick(['', '-', '—', '/', '无']) : null;
	const grid = statisticsGrid(figuresOf(random), blank, answers);
	if (answers.size !== FORM_CELLS.get('2014')!.length) throw new Error('the 统计表 lacks a row');
	const prose = proseOf(
		{
			...{ agency, year, publishedOn: `${year + 1}-03-${10 + random.below(19)}` },
			...{ bareTitle: random.chance(0.1), anonymous: false, contentsDecoy: false, template: null },
			figures: new Map([
				['applications/received/total', random.below(90)],
				['disclosure/normative_documents/issued', random.below(90)]
			])
		},
		random
	);
	const paragraphs = (texts: readonly string[]): Part[] =>
		texts.map((text) => ({ kind: 'paragraph', text }));
	return {
		...{ agency, year, form: '2014', edition: '2014', prose, title: prose.title, answers },
		parts: [
			...paragraphs(prose.opening),
			{ kind: 'heading', text: '一、概述' },
			...paragraphs([...prose.overview, ...prose.problems, ...prose.signature]),
			{ kind: 'heading', text: `附表：政府信息公开情况统计表（${year}年度）` },
			{ kind: 'table', grid }
		],
		before: [],
		after: []
	};
}
