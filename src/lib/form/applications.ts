import { item, measure, type Block, type Item, type Measure, type Section } from './edition.ts';

/** The columns of section 三: who applied. The five in the middle stand under 法人或其他组织. */
export const APPLICANTS: readonly Measure[] = [
	measure('natural_person', '自然人', 'Natural persons'),
	measure('business', '商业企业', 'Businesses'),
	measure('research', '科研机构', 'Research institutes'),
	measure('social_org', '社会公益组织', 'Public-interest organisations'),
	measure('legal_service', '法律服务机构', 'Legal service providers'),
	measure('other_org', '其他', 'Other organisations'),
	measure('total', '总计', 'Total', { variants: ['合计'] })
];

const RECEIVED = item(
	'received',
	'本年新收政府信息公开申请数量',
	'Applications received this year',
	{
		numbering: '一、'
	}
);
const CARRIED_IN = item(
	'carried_in',
	'上年结转政府信息公开申请数量',
	'Applications carried over from last year',
	{ numbering: '二、' }
);

/** The outcome rows that both editions share, down to （五）. */
const SHARED_OUTCOMES: readonly Item[] = [
	item('granted', '予以公开', 'Granted', { numbering: '（一）', outcome: 'granted' }),
	item('partly_granted', '部分公开', 'Partly granted', {
		numbering: '（二）',
		outcome: 'partly_granted',
		variants: [
			'部分公开（区分处理的，只计这一情形，不计其他情形）',
			'部分公开（区分处理的，只计这一情形）'
		]
	}),
	item('refused_state_secret', '属于国家秘密', 'State secrets', {
		numbering: '1.',
		outcome: 'refused'
	}),
	item('refused_other_law', '其他法律行政法规禁止公开', 'Barred by other laws or regulations', {
		numbering: '2.',
		outcome: 'refused',
		variants: ['其他法律法规禁止公开', '其他法律、行政法规禁止公开']
	}),
	item(
		'refused_safety_stability',
		'危及“三安全一稳定”',
		'Endangers national, public or economic security or social stability',
		{ numbering: '3.', outcome: 'refused' }
	),
	item('refused_third_party', '保护第三方合法权益', 'Protects a third party’s lawful interests', {
		numbering: '4.',
		outcome: 'refused'
	}),
	item('refused_internal_affairs', '属于三类内部事务信息', 'Internal affairs', {
		numbering: '5.',
		outcome: 'refused'
	}),
	item('refused_process_info', '属于四类过程性信息', 'Deliberative information', {
		numbering: '6.',
		outcome: 'refused'
	}),
	item('refused_enforcement_file', '属于行政执法案卷', 'Enforcement case files', {
		numbering: '7.',
		outcome: 'refused',
		variants: ['属于行政执法案卷信息']
	}),
	item('refused_admin_query', '属于行政查询事项', 'Administrative queries', {
		numbering: '8.',
		outcome: 'refused'
	}),
	item('unable_not_held', '本机关不掌握相关政府信息', 'Not held by this organ', {
		numbering: '1.',
		outcome: 'unable'
	}),
	item('unable_needs_creation', '没有现成信息需要另行制作', 'Would have to be created', {
		numbering: '2.',
		outcome: 'unable'
	}),
	item('unable_unclear', '补正后申请内容仍不明确', 'Still unclear after correction', {
		numbering: '3.',
		outcome: 'unable'
	}),
	item('unprocessed_petition', '信访举报投诉类申请', 'Petitions, reports and complaints', {
		numbering: '1.',
		outcome: 'unprocessed'
	}),
	item('unprocessed_duplicate', '重复申请', 'Repeated applications', {
		numbering: '2.',
		outcome: 'unprocessed'
	}),
	item('unprocessed_publication', '要求提供公开出版物', 'Asks for published works', {
		numbering: '3.',
		outcome: 'unprocessed'
	}),
	item(
		'unprocessed_excessive',
		'无正当理由大量反复申请',
		'Excessive applications without good reason',
		{ numbering: '4.', outcome: 'unprocessed' }
	),
	item(
		'unprocessed_confirmation',
		'要求行政机关确认或重新出具已获取信息',
		'Asks to confirm or reissue information already obtained',
		{ numbering: '5.', outcome: 'unprocessed' }
	)
];

const OTHER_2019: readonly Item[] = [
	item('other', '其他处理', 'Otherwise handled', { numbering: '（六）', outcome: 'other' })
];

const OTHER_2021: readonly Item[] = [
	item(
		'other_overdue_correction',
		'申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
		'Applicant did not correct in time',
		{ numbering: '1.', outcome: 'other', variants: ['申请人无正当理由逾期不补正'] }
	),
	item(
		'other_unpaid_fee',
		'申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
		'Applicant did not pay the fee',
		{ numbering: '2.', outcome: 'other', variants: ['申请人逾期未按收费通知要求缴纳费用'] }
	),
	item('other_other', '其他', 'Other', { numbering: '3.', outcome: 'other' })
];

const OUTCOMES_TOTAL = item('outcomes_total', '总计', 'Total of outcomes', {
	numbering: '（七）',
	variants: ['合计']
});
const CARRIED_OUT = item('carried_out', '结转下年度继续办理', 'Carried over to next year', {
	numbering: '四、'
});

function applications(others: readonly Item[]): Section {
	const block: Block = {
		code: 'applications',
		caption: { zh: '申请人情况', en: 'Applicants' },
		layout: 'rows',
		items: [RECEIVED, CARRIED_IN, ...SHARED_OUTCOMES, ...others, OUTCOMES_TOTAL, CARRIED_OUT],
		measures: APPLICANTS
	};
	return {
		code: 'applications',
		numeral: '三',
		label: { zh: '收到和处理政府信息公开申请情况', en: 'Applications received and handled' },
		variants: ['收到和处理政府信息公开申请的情况'],
		blocks: [block]
	};
}

export const APPLICATIONS_2019 = applications(OTHER_2019);
export const APPLICATIONS_2021 = applications(OTHER_2021);
