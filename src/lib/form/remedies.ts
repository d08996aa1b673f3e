import { item, measure, type Section } from './edition.ts';

/** Section 四, the same in both editions: three remedies side by side over one row of figures. */
export const REMEDIES: Section = {
	code: 'remedies',
	numeral: '四',
	label: {
		zh: '政府信息公开行政复议、行政诉讼情况',
		en: 'Administrative reconsideration and litigation'
	},
	variants: [
		'因政府信息公开工作被申请行政复议、提起行政诉讼情况',
		'政府信息公开行政复议和行政诉讼情况'
	],
	blocks: [
		{
			code: 'remedies',
			caption: { zh: '行政复议、行政诉讼', en: 'Reconsideration and litigation' },
			layout: 'one_row',
			items: [
				item('reconsideration', '行政复议', 'Reconsideration'),
				item('litigation_direct', '未经复议直接起诉', 'Litigation without reconsideration'),
				item('litigation_after_reconsideration', '复议后起诉', 'Litigation after reconsideration')
			],
			measures: [
				measure('upheld', '结果维持', 'Upheld'),
				measure('corrected', '结果纠正', 'Corrected'),
				measure('other', '其他结果', 'Other result'),
				measure('pending', '尚未审结', 'Pending'),
				measure('total', '总计', 'Total', { variants: ['合计'] })
			]
		}
	]
};
