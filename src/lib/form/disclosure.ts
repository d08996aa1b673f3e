import { item, measure, type Block, type Item, type Measure, type Section } from './edition.ts';

const MADE = measure('made', '本年新制作数量', 'Made this year', {
	variants: ['本年新制作数', '本年制作数量', '本年度新制作数量']
});
const DISCLOSED = measure('disclosed', '本年新公开数量', 'Disclosed this year', {
	variants: ['本年新公开数', '本年公开数量', '本年度新公开数量']
});
const PUBLIC_TOTAL = measure('public_total', '对外公开总数量', 'Public in total', {
	variants: ['对外公开总数']
});
const ISSUED = measure('issued', '本年制发件数', 'Issued this year', {
	variants: ['本年制发数量', '本年度制发件数']
});
const REPEALED = measure('repealed', '本年废止件数', 'Repealed this year', {
	variants: ['本年废止数量', '本年度废止件数']
});
const IN_FORCE = measure('in_force', '现行有效件数', 'In force', { variants: ['现行有效数量'] });
const ITEMS_LAST_YEAR = measure('items_last_year', '上一年项目数量', 'Kinds of item last year', {
	variants: ['上一年度项目数量', '上年项目数量']
});
const ITEMS_CHANGE = measure('items_change', '本年增/减', 'Change in kinds of item', {
	variants: ['本年增减', '本年增/', '本年增', '本年增（减）'],
	signed: true
});
const DECISIONS_2019 = measure('decisions', '处理决定数量', 'Decisions', {
	variants: ['本年处理决定数量', '处理决定数']
});
const DECISIONS_2021 = measure('decisions', '本年处理决定数量', 'Decisions', {
	variants: ['处理决定数量', '本年处理决定数']
});
const FEE_AMOUNT = measure('amount', '本年收费金额', 'Amount charged', {
	variants: ['本年收费金额（单位：万元）', '收费金额'],
	unit: 'wan_yuan'
});
const PROJECTS = measure('projects', '采购项目数量', 'Projects', { variants: ['采购项目数'] });
const PROCUREMENT_AMOUNT = measure('amount', '采购总金额', 'Amount', {
	variants: ['采购总金额（单位：万元）', '采购金额'],
	unit: 'wan_yuan'
});

const REGULATIONS = item('regulations', '规章', 'Rules (规章)');
const NORMATIVE_2019 = item('normative_documents', '规范性文件', 'Normative documents', {
	variants: ['行政规范性文件']
});
const NORMATIVE_2021 = item('normative_documents', '行政规范性文件', 'Normative documents', {
	variants: ['规范性文件']
});
const LICENSING = item('licensing', '行政许可', 'Administrative licensing');
const OTHER_SERVICES = item(
	'other_services',
	'其他对外管理服务事项',
	'Other services to the public'
);
const PENALTIES = item('penalties', '行政处罚', 'Administrative penalties');
const COERCION = item('coercion', '行政强制', 'Administrative coercion', {
	variants: ['行政强制措施']
});
const FEES = item('fees', '行政事业性收费', 'Administrative charges');
const PROCUREMENT = item('procurement', '政府集中采购', 'Government procurement');

/** A table of section 二, named after the subparagraph of article 20 that asks for it. */
function block(numeral: string, items: readonly Item[], measures: readonly Measure[]): Block {
	return {
		code: `article_20_${'一二三四五六七八九'.indexOf(numeral) + 1}`,
		caption: {
			zh: `第二十条第（${numeral}）项`,
			en: `Article 20 (${'一二三四五六七八九'.indexOf(numeral) + 1})`
		},
		layout: 'rows',
		items,
		measures
	};
}

function disclosure(blocks: readonly Block[]): Section {
	return {
		code: 'disclosure',
		numeral: '二',
		label: { zh: '主动公开政府信息情况', en: 'Information disclosed on its own initiative' },
		variants: ['主动公开政府信息的情况'],
		blocks
	};
}

const KINDS_OF_ITEM = [ITEMS_LAST_YEAR, ITEMS_CHANGE];

export const DISCLOSURE_2019 = disclosure([
	block('一', [REGULATIONS, NORMATIVE_2019], [MADE, DISCLOSED, PUBLIC_TOTAL]),
	block('五', [LICENSING, OTHER_SERVICES], [...KINDS_OF_ITEM, DECISIONS_2019]),
	block('六', [PENALTIES, COERCION], [...KINDS_OF_ITEM, DECISIONS_2019]),
	block('八', [FEES], KINDS_OF_ITEM),
	block('九', [PROCUREMENT], [PROJECTS, PROCUREMENT_AMOUNT])
]);

export const DISCLOSURE_2021 = disclosure([
	block('一', [REGULATIONS, NORMATIVE_2021], [ISSUED, REPEALED, IN_FORCE]),
	block('五', [LICENSING], [DECISIONS_2021]),
	block('六', [PENALTIES, COERCION], [DECISIONS_2021]),
	block('八', [FEES], [FEE_AMOUNT])
]);
