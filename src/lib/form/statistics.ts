import { item, measure, type Block, type Item, type Measure, type Section } from './edition.ts';

/**
 * The one column of the 统计表 (国办发〔2014〕32号). Codes of rows are named after their labels;
 * rows that a province adds of its own are no part of the form.
 */
const COUNT = measure('count', '统计数', 'Figure');
const AMOUNT: Measure = { ...COUNT, unit: 'wan_yuan' };

type More = Pick<Partial<Item>, 'numbering' | 'variants' | 'within'>;

const row = (code: string, zh: string, en: string, numbering: string, more: More = {}): Item =>
	item(code, zh, en, { numbering, ...more });

const variants = (...labels: string[]) => ({ variants: labels });

function group(
	code: string,
	[zh, en]: readonly [string, string],
	items: readonly Item[],
	column: Measure = COUNT
): Block {
	return { code, caption: { zh, en }, layout: 'rows', items, measures: [column] };
}

const OWN_INITIATIVE = group(
	'own_initiative',
	['一、主动公开情况', '1. Own initiative'],
	[
		row(
			'disclosed_on_own_initiative',
			'主动公开政府信息数',
			'Items disclosed on its own initiative',
			'（一）',
			variants('主动公开政府信息总数', '主动公开信息数', '主动公开信息总数')
		),
		row(
			'normative_documents_disclosed',
			'主动公开规范性文件数',
			'Normative documents disclosed',
			'其中：'
		),
		row(
			'normative_documents_issued',
			'制发规范性文件总数',
			'Normative documents issued in total',
			'',
			variants('制发规范性文件数')
		),
		row(
			'disclosed_in_gazette',
			'政府公报公开政府信息数',
			'Disclosed in the official gazette',
			'1.',
			variants('政府公报公开信息数')
		),
		row(
			'disclosed_on_website',
			'政府网站公开政府信息数',
			'Disclosed on government websites',
			'2.',
			variants('政府网站公开信息数')
		),
		row(
			'disclosed_on_weibo',
			'政务微博公开政府信息数',
			'Disclosed on Weibo',
			'3.',
			variants('政务微博公开信息数')
		),
		row(
			'disclosed_on_wechat',
			'政务微信公开政府信息数',
			'Disclosed on WeChat',
			'4.',
			variants('政务微信公开信息数')
		),
		row(
			'disclosed_otherwise',
			'其他方式公开政府信息数',
			'Disclosed in other ways',
			'5.',
			variants('其他方式公开信息数', '其他方式')
		)
	]
);

const RESPONSES = group(
	'responses',
	['二、回应解读情况', '2. Responses and explanations'],
	[
		row(
			'responses_to_public_concern',
			'回应公众关注热点或重大舆情数',
			'Responses to matters of public concern',
			'（一）'
		),
		row(
			'press_conferences',
			'参加或举办新闻发布会总次数',
			'Press conferences held or joined',
			'1.',
			variants('参加或举办新闻发布会次数')
		),
		row(
			'press_conferences_by_leaders',
			'主要负责同志参加新闻发布会次数',
			'Press conferences joined by the head of the organ',
			'其中：',
			{ ...variants('主要负责同志参加次数', '主要负责同志参加'), within: 'press_conferences' }
		),
		row(
			'online_interviews',
			'政府网站在线访谈次数',
			'Online interviews on government websites',
			'2.'
		),
		row(
			'online_interviews_by_leaders',
			'主要负责同志参加政府网站在线访谈次数',
			'Online interviews joined by the head of the organ',
			'其中：',
			{
				...variants('主要负责同志参加在线访谈次数', '主要负责同志参加次数', '主要负责同志参加'),
				within: 'online_interviews'
			}
		),
		row(
			'policy_interpretations',
			'政策解读稿件发布数',
			'Explanations of policy published',
			'3.',
			variants('政策解读稿件发布篇数')
		),
		row('responses_on_weibo_wechat', '微博微信回应事件数', 'Responses on Weibo and WeChat', '4.'),
		row(
			'responses_otherwise',
			'其他方式回应事件数',
			'Responses in other ways',
			'5.',
			variants('其他方式')
		)
	]
);

const RECEIVED: readonly Item[] = [
	row('received', '收到申请数', 'Applications received', '（一）', variants('收到申请总数')),
	row('received_in_person', '当面申请数', 'Received in person', '1.'),
	row('received_by_fax', '传真申请数', 'Received by fax', '2.'),
	row('received_online', '网络申请数', 'Received online', '3.', variants('网上申请数')),
	row('received_by_letter', '信函申请数', 'Received by letter', '4.')
];

const CLOSED: readonly Item[] = [
	row('closed', '申请办结数', 'Applications closed', '（二）', variants('申请办结总数')),
	row('closed_on_time', '按时办结数', 'Closed on time', '1.'),
	row('closed_after_extension', '延期办结数', 'Closed after an extension', '2.')
];

const REFUSALS: readonly Item[] = [
	row('refused_state_secret', '涉及国家秘密', 'State secrets', '其中：'),
	row('refused_trade_secret', '涉及商业秘密', 'Trade secrets', ''),
	row('refused_privacy', '涉及个人隐私', 'Personal privacy', ''),
	row(
		'refused_safety_stability',
		'危及国家安全、公共安全、经济安全和社会稳定',
		'Endangers national, public or economic security or social stability',
		''
	),
	row(
		'refused_not_government_information',
		'不是《条例》所指政府信息',
		'Not government information in the sense of the regulation',
		'',
		variants('不是《政府信息公开条例》所指政府信息')
	),
	row(
		'refused_other_law',
		'法律法规规定的其他情形',
		'Other cases set by laws and regulations',
		'',
		variants('法律、法规规定的其他情形', '法律法规规定其他情形')
	)
];

const ANSWERED: readonly Item[] = [
	row('answered', '申请答复数', 'Applications answered', '（三）', variants('申请答复总数')),
	row(
		'answered_already_public',
		'属于已主动公开范围数',
		'Already disclosed on its own initiative',
		'1.',
		variants('属于主动公开范围数', '已主动公开范围数')
	),
	row('answered_granted', '同意公开答复数', 'Granted', '2.'),
	row('answered_partly_granted', '同意部分公开答复数', 'Partly granted', '3.'),
	row('answered_refused', '不同意公开答复数', 'Refused', '4.', variants('不予公开答复数')),
	...REFUSALS,
	row(
		'answered_not_this_organ',
		'不属于本行政机关公开数',
		'Not for this organ to disclose',
		'5.',
		variants('不属于本机关公开数')
	),
	row('answered_not_existing', '申请信息不存在数', 'Information does not exist', '6.'),
	row(
		'answered_needs_correction',
		'告知作出更改补充数',
		'Told to change or complete the application',
		'7.',
		variants('告知做出更改补充数')
	),
	row('answered_other_channel', '告知通过其他途径办理数', 'Told to use another channel', '8.')
];

const APPLICATIONS = group(
	'on_application',
	['三、依申请公开情况', '3. On application'],
	[...RECEIVED, ...CLOSED, ...ANSWERED]
);

/** Rows that stand in the same words under 复议 and 诉讼: the heading above tells them apart. */
const remedies = (code: string): readonly Item[] => [
	row(
		`${code}_corrected`,
		'被依法纠错数',
		'Corrected',
		'（二）',
		variants('被依法纠正数', '依法纠错数')
	),
	row(`${code}_other`, '其他情形数', 'Other cases', '（三）')
];
const UPHELD = '维持具体行政行为数';

const RECONSIDERATION = group(
	'reconsideration',
	['四、行政复议数量', '4. Administrative reconsideration'],
	[
		row(
			'reconsiderations',
			'行政复议数量',
			'Administrative reconsiderations',
			'四、',
			variants('行政复议情况')
		),
		row('reconsideration_upheld', UPHELD, 'Upheld', '（一）'),
		...remedies('reconsideration')
	]
);

const LITIGATION = group(
	'litigation',
	['五、行政诉讼数量', '5. Administrative litigation'],
	[
		row('litigations', '行政诉讼数量', 'Administrative lawsuits', '五、', variants('行政诉讼情况')),
		row(
			'litigation_upheld',
			'维持具体行政行为或者驳回原告诉讼请求数',
			'Upheld, or claim dismissed',
			'（一）',
			variants('维持具体行政行为或驳回原告诉讼请求数', UPHELD)
		),
		...remedies('litigation')
	]
);

const COMPLAINTS = group(
	'complaints',
	['六、举报投诉数量', '6. Complaints'],
	[row('complaints', '举报投诉数量', 'Reports and complaints', '六、', variants('举报投诉情况'))]
);

const FEES = group(
	'fees',
	['七、依申请公开信息收取的费用', '7. Fees for disclosure on application'],
	[
		row(
			'fees_charged',
			'依申请公开信息收取的费用',
			'Fees charged for disclosure on application',
			'七、',
			variants('依申请公开政府信息收取的费用', '依申请公开信息收取费用', '依申请公开收取的费用')
		)
	],
	AMOUNT
);

const INSTITUTIONS = group(
	'institutions',
	['八、机构建设和保障经费情况', '8. Offices, staff and funds'],
	[
		row(
			'dedicated_offices',
			'政府信息公开工作专门机构数',
			'Offices for disclosure',
			'（一）',
			variants('政府信息公开专门机构数', '专门机构数')
		),
		row(
			'reading_points',
			'设置政府信息公开查阅点数',
			'Places to consult information',
			'（二）',
			variants('政府信息公开查阅点数', '设置查阅点数', '查阅点数')
		),
		row(
			'staff',
			'从事政府信息公开工作人员数',
			'Staff working on disclosure',
			'（三）',
			variants('政府信息公开工作人员数', '工作人员数')
		),
		row(
			'staff_full_time',
			'专职人员数',
			'Full-time staff',
			'1.',
			variants('专职工作人员数', '专职人数')
		),
		row(
			'staff_part_time',
			'兼职人员数',
			'Part-time staff',
			'2.',
			variants('兼职工作人员数', '兼职人数')
		)
	]
);

/** The last row of group 八, apart because it is an amount. */
const FUNDS = group(
	'funds',
	['八、机构建设和保障经费情况', '8. Offices, staff and funds'],
	[row('funds', '政府信息公开专项经费', 'Funds for disclosure', '（四）', variants('专项经费'))],
	AMOUNT
);

const TRAINING = group(
	'training',
	['九、政府信息公开会议和培训情况', '9. Meetings and training'],
	[
		row(
			'meetings',
			'召开政府信息公开工作会议或专题会议数',
			'Meetings held',
			'（一）',
			variants('召开政府信息公开工作会议或专题会议次数', '召开会议数')
		),
		row(
			'training_courses',
			'举办各类培训班数',
			'Training courses held',
			'（二）',
			variants('举办培训班数', '举办各类培训班次数', '举办培训班次数')
		),
		row(
			'people_trained',
			'接受培训人员数',
			'People trained',
			'（三）',
			variants('接受培训人数', '接受培训人次数')
		)
	]
);

/** The only section of the 2014 edition: rows in nine groups over one column. */
export const STATISTICS: Section = {
	code: 'statistics',
	numeral: '',
	label: { zh: '政府信息公开情况统计表', en: 'Statistics on government information disclosure' },
	variants: [],
	blocks: [
		OWN_INITIATIVE,
		RESPONSES,
		APPLICATIONS,
		RECONSIDERATION,
		LITIGATION,
		COMPLAINTS,
		FEES,
		INSTITUTIONS,
		FUNDS,
		TRAINING
	]
};

/** Headings of the groups met in real reports beside the captions, by the code of the group. */
export const STATISTICS_HEADINGS: Readonly<Record<string, readonly string[]>> = {
	own_initiative: ['主动公开政府信息情况', '主动公开政府信息的情况'],
	responses: ['回应解读', '政策解读回应情况', '解读回应情况', '回应社会关切情况'],
	on_application: ['依申请公开政府信息情况', '依申请公开'],
	institutions: ['机构建设和保障经费', '机构建设及保障经费情况', '机构建设情况'],
	training: ['会议和培训情况', '会议培训情况', '会议和培训', '政府信息公开会议和培训']
};

/** Sums of the 统计表 by the code of the whole: the rows that add up to it. */
export const STATISTICS_SUMS: Readonly<Record<string, readonly string[]>> = {
	received: RECEIVED.slice(1).map(({ code }) => code),
	closed: ['closed_on_time', 'closed_after_extension'],
	answered: ANSWERED.slice(1)
		.filter((one) => !REFUSALS.includes(one))
		.map(({ code }) => code),
	answered_refused: REFUSALS.map(({ code }) => code),
	staff: ['staff_full_time', 'staff_part_time']
};

/** Rows behind “其中：” that count a part of another row, by the code of the whole. */
export const STATISTICS_PARTS: Readonly<Record<string, string>> = {
	disclosed_on_own_initiative: 'normative_documents_disclosed',
	press_conferences: 'press_conferences_by_leaders',
	online_interviews: 'online_interviews_by_leaders'
};
