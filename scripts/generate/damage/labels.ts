import { pinyinOf } from './pinyin.ts';
import { figuresOf, gridOf, gridsOf, type Draft, type Grid, type Slot } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import { doubt, drawRows, freshRows, TABULAR, type Damage } from './damage.ts';

/** Slots that name a row, long enough that a slip leaves no doubt which row is meant. */
function longLabels(draft: Draft, least = 5): Slot[] {
	return gridsOf(draft).flatMap(({ rows }) =>
		rows.flatMap(({ slots, item }) =>
			item === null
				? []
				: slots.filter(
						({ role, text, touched }) => role === 'label' && !touched && text.length >= least
					)
		)
	);
}

const headsOf = (draft: Draft) =>
	gridsOf(draft).flatMap(({ rows }) =>
		rows.flatMap(({ slots, item }) =>
			item === null ? slots.filter(({ role, text }) => role === 'head' && text !== '') : []
		)
	);

function drawSlots(slots: readonly Slot[], random: Random, most: number): Slot[] {
	const left = [...slots];
	const drawn: Slot[] = [];
	for (let count = 1 + random.below(most); count > 0 && left.length > 0; count -= 1) {
		const [chosen] = left.splice(random.below(left.length), 1);
		chosen!.touched = true;
		drawn.push(chosen!);
	}
	return drawn;
}

/** Damage that rewrites the labels of a few rows. */
function labelDamage(
	name: string,
	write: (text: string, random: Random) => string,
	{ most = 5, least = 5 } = {}
): Damage {
	return {
		name,
		befall(draft, random) {
			let changed = false;
			for (const label of drawSlots(longLabels(draft, least), random, most)) {
				const text = write(label.text, random);
				changed ||= text !== label.text;
				label.text = text;
			}
			return changed;
		}
	};
}

/** Characters that are taken for each other, by eye or by a method of typing. */
const LOOKALIKES: Readonly<Record<string, string>> = {
	...{
		政: '改',
		信: '倌',
		息: '熄',
		请: '清',
		公: '公',
		开: '幵',
		属: '厲',
		于: '干',
		国: '围',
		密: '蜜'
	},
	...{
		案: '宲',
		卷: '券',
		询: '洵',
		事: '亊',
		项: '顶',
		机: '杌',
		掌: '拿',
		握: '掘',
		确: '碓',
		认: '队'
	},
	...{
		复: '夏',
		申: '中',
		提: '堤',
		供: '拱',
		版: '板',
		物: '勿',
		继: '继',
		续: '读',
		办: '为',
		理: '埋'
	},
	...{
		结: '绪',
		转: '转',
		数: '敉',
		量: '晕',
		规: '视',
		范: '笵',
		性: '牲',
		文: '丈',
		件: '仵',
		许: '讦'
	},
	...{
		可: '司',
		处: '外',
		罚: '罰',
		强: '強',
		制: '刷',
		收: '牧',
		费: '贾',
		业: '亚',
		合: '台',
		法: '去'
	}
};

function slip(text: string, random: Random): string {
	const places = [...text].flatMap((mark, at) =>
		at > 2 && (LOOKALIKES[mark] ?? mark) !== mark ? [at] : []
	);
	if (places.length === 0) return text;
	const at = random.pick(places);
	return `${text.slice(0, at)}${LOOKALIKES[text[at]!]}${text.slice(at + 1)}`;
}

const LABEL_SLIP = labelDamage('label-slip', slip, { most: 3, least: 6 });

const LABEL_CHARACTER_LOST = labelDamage(
	'label-character-lost',
	(text, random) => {
		const at = 3 + random.below(Math.max(1, text.length - 4));
		return text.slice(0, at) + text.slice(at + 1);
	},
	{ most: 3, least: 8 }
);

const LABEL_SPACED = labelDamage('label-spaced', (text, random) => {
	const space = random.pick([' ', '\u3000', '\u00a0', ' ']);
	return [...text].join(space);
});

const LABEL_REMARK = labelDamage(
	'label-remark',
	(text, random) =>
		`${text}${random.pick(['（件）', '（含县级）', '（单位：件）', '：', '*', '（本级）', '(减用负值表示,如-8)'])}`
);

const LABEL_ZERO_WIDTH = labelDamage(
	'zero-width-in-label',
	(text, random) => [...text].map((mark) => (random.chance(0.3) ? `${mark}\u200b` : mark)).join(''),
	{ most: 12 }
);

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
	'2.其他法律行政法规禁止公开': ['2.其他法律法规禁止公开', '2.其他法律、行政法规禁止公开'],
	'3.危及“三安全一稳定”': [
		'3.危及"三安全一稳定"',
		'3.危及‘三安全一稳定’',
		'3.危及三安全一稳定',
		'3.危及「三安全一稳定」'
	],
	'3.要求提供公开出版物': ['3.要求提供公开发行出版物', '3.要求提供公开的出版物'],
	'7.属于行政执法案卷': ['7.属于行政执法案卷信息', '7.行政执法案卷'],
	'一、本年新收政府信息公开申请数量': [
		'一、本年新收政府信息公开申请',
		'一、本年度新收政府信息公开申请数量',
		'（一）本年新收政府信息公开申请数量'
	],
	'二、上年结转政府信息公开申请数量': [
		'二、上年度结转政府信息公开申请数量',
		'二、上年结转的政府信息公开申请数量'
	],
	'四、结转下年度继续办理': ['四、结转下年继续办理', '四、结转下一年度继续办理'],
	'（七）总计': ['（七）合计', '(七)总计', '七、总计', '（七） 总计'],
	'（一）予以公开': ['(一)予以公开', '1、予以公开', '（一）  予以公开', '㈠予以公开'],
	'4.保护第三方合法权益': [
		'4、保护第三方合法权益',
		'⒋保护第三方合法权益',
		'④保护第三方合法权益',
		'4．保护第三方合法权益'
	],
	'1.信访举报投诉类申请': ['1.信访、举报、投诉类申请', '1.信访举报投诉类'],
	行政许可: ['行政许可（件）', '一、行政许可', '行政许可事项'],
	行政强制: ['行政强制措施'],
	规章: ['规 章', '规章（件）', '地方政府规章'],
	行政规范性文件: ['规范性文件', '行政规范性文件（件）'],
	规范性文件: ['行政规范性文件', '规范性文件数'],
	其他对外管理服务事项: [
		'其他对外管理服务事项(含行政处罚、行政强制以外的事项)',
		'其它对外管理服务事项'
	],
	本年制发件数: ['本年度制发件数', '本年制发数量'],
	本年废止件数: ['本年废止数量', '本年度废止件数'],
	现行有效件数: ['现行有效数量', '现行有效总件数'],
	'本年增/减': ['本年增/', '本年增减', '本年增（+）/减（-）', '本年增/减（减用负值表示,如-8）'],
	'三、本年度办理结果': ['三、本年度结果', '三、本年办理结果'],
	'（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）': [
		'',
		'项目',
		'（第1项加第2项之和，等于第3项加第4项之和）'
	]
};

const VARIANT: Damage = {
	name: 'label-variants',
	befall(draft, random) {
		let changed = false;
		for (const { rows } of gridsOf(draft)) {
			for (const label of rows.flatMap(({ slots }) => slots)) {
				const variants = VARIANTS[label.text];
				if (label.role === 'figure' || label.touched || !variants || !random.chance(0.5)) continue;
				label.text = random.pick(variants);
				label.touched = true;
				changed = true;
			}
		}
		return changed;
	}
};

const PINYIN: Damage = {
	name: 'pinyin-in-brackets',
	befall(draft) {
		for (const { rows } of gridsOf(draft)) {
			for (const each of rows.flatMap(({ slots }) => slots)) {
				if (each.role !== 'figure') each.text = pinyinOf(each.text);
			}
		}
		return true;
	}
};

function fresh(draft: Draft, random: Random): Grid | null {
	const grids = gridsOf(draft).filter(({ touched }) => !touched);
	if (grids.length === 0) return null;
	const grid = random.pick(grids);
	grid.touched = true;
	return grid;
}

const isHead = (slots: readonly Slot[]) => slots.every(({ role }) => role === 'head');

const HEADS_LOST: Damage = {
	name: 'heads-lost',
	befall(draft, random) {
		const grid = fresh(draft, random);
		if (!grid) return false;
		grid.rows = grid.rows.filter(({ slots, item }) => item !== null || !isHead(slots));
		return true;
	}
};

const HEAD_CHARACTER_LOST: Damage = {
	name: 'head-character-lost',
	befall(draft, random) {
		const heads = headsOf(draft).filter(({ text, touched }) => text.length >= 4 && !touched);
		for (const head of drawSlots(heads, random, 3)) {
			const at = random.chance(0.5) ? head.text.length - 1 : random.below(head.text.length);
			head.text = head.text.slice(0, at) + head.text.slice(at + 1);
		}
		return heads.length > 0;
	}
};

const HEADS_REPEATED: Damage = {
	name: 'heads-repeated-amid-table',
	befall(draft, random) {
		const grid = gridOf(draft, 'applications');
		if (!grid || grid.touched) return false;
		// Below a merged cell the repeated heads would need a page of their own.
		const heads = grid.rows.filter(({ item }) => item === null).slice(0, 3);
		const before = grid.rows.findIndex(
			({ item }) => item === random.pick(['carried_in', 'carried_out'])
		);
		if (heads.length < 3 || before < 4) return false;
		grid.touched = true;
		const copies = heads.map((head) => ({
			...head,
			slots: head.slots.map((each) => ({ ...each }))
		}));
		grid.rows.splice(before, 0, ...copies);
		return true;
	}
};

/** Figures of the applicants in another order, under heads that say so. */
const COLUMNS_REORDERED: Damage = {
	name: 'columns-reordered',
	media: TABULAR,
	befall(draft, _, { name }) {
		const grid = gridOf(draft, 'applications');
		const middle = grid?.rows[1];
		if (!grid || grid.touched || !middle || middle.item !== null || middle.slots.length !== 3)
			return false;
		const rows = freshRows(draft);
		if (rows.length !== grid.rows.filter(({ item }) => item !== null).length) return false;
		grid.touched = true;
		const [natural, organisations, total] = middle.slots as [Slot, Slot, Slot];
		middle.slots = [total, natural, organisations];
		for (const { row } of rows) {
			row.touched = true;
			// Heads whose merged places are gone tell the order, and not the places.
			if (name === 'tabs-merged') doubt(draft, row.slots);
			const last = row.slots.pop()!;
			row.slots.splice(
				row.slots.findIndex(({ role }) => role === 'figure'),
				0,
				last
			);
		}
		return true;
	}
};

const MEASURES_REORDERED: Damage = {
	name: 'measures-reordered',
	media: ['html', 'tabs', 'pipes', 'lines'],
	befall(draft) {
		const grid = gridOf(draft, 'disclosure');
		const head = grid?.rows[1];
		if (!grid || grid.touched || !head || head.slots.length !== 4) return false;
		const rows = grid.rows.slice(2, 4);
		if (rows.some(({ touched, slots }) => touched || slots.length !== 4)) return false;
		grid.touched = true;
		for (const row of [head, ...rows]) {
			row.touched = true;
			row.slots = [row.slots[0]!, row.slots[3]!, row.slots[1]!, row.slots[2]!];
		}
		return true;
	}
};

const REMARK_COLUMN: Damage = {
	name: 'column-of-remarks',
	media: TABULAR,
	befall(draft, random) {
		const grid = gridOf(draft, 'applications');
		const top = grid?.rows[0];
		if (!grid || grid.touched || !top || top.item !== null || top.slots.length !== 2) return false;
		grid.touched = true;
		const like = {
			role: 'head' as const,
			address: null,
			across: 1,
			down: 1,
			touched: true,
			markup: null
		};
		top.slots.push({ ...like, text: '备注', down: 3 });
		for (const row of grid.rows) {
			if (row.item !== null)
				row.slots.push({ ...like, role: 'label', text: random.pick(['', '', '', '无', '见说明']) });
		}
		return true;
	}
};

/** Heads set vertically in narrow columns and read across. */
const VERTICAL_HEADS: Damage = {
	name: 'heads-read-across',
	media: ['words'],
	befall(draft) {
		const grid = gridOf(draft, 'remedies');
		if (!grid || grid.touched || grid.rows.length !== 4) return false;
		grid.touched = true;
		const names = [
			...grid.rows[2]!.slots.map(({ text }) => text),
			...grid.rows[1]!.slots.slice(0, 5).map(({ text }) => text)
		];
		const across = [0, 1, 2, 3].map((line) => names.flatMap((name) => name[line] ?? []).join(' '));
		const like = grid.rows[2]!.slots[0]!;
		grid.rows[2]!.slots = [{ ...like, text: across[0]! }];
		const more = across.slice(1).map((text) => ({ ...grid.rows[2]!, slots: [{ ...like, text }] }));
		grid.rows.splice(3, 0, ...more);
		return true;
	}
};

/** Two rows whose labels are the same: nobody can tell the second from the first. */
const SAME_LABEL: Damage = {
	name: 'label-of-another-row',
	befall(draft, random) {
		const plain = freshRows(
			draft,
			['applications'],
			({ slots }) =>
				slots[0]!.role === 'label' &&
				slots.filter(({ role }) => role === 'label').length === 1 &&
				slots[0]!.across === 1
		);
		const drawn = drawRows(plain, random, 2);
		if (drawn.length < 2) return false;
		const [one, other] = drawn;
		other!.row.slots[0]!.text = one!.row.slots[0]!.text;
		const figures = figuresOf(one!.row);
		const others = figuresOf(other!.row).map(({ address }) => draft.answers.get(address!)!);
		doubt(draft, [...figures, ...figuresOf(other!.row)]);
		// The document says both of the row that the label names.
		figures.forEach(({ address }, at) =>
			draft.answers.set(address!, [...draft.answers.get(address!)!, ...others[at]!])
		);
		return true;
	}
};

/** Damage to labels and heads. */
export const LABEL_DAMAGE: readonly Damage[] = [
	...[
		LABEL_SLIP,
		LABEL_CHARACTER_LOST,
		LABEL_SPACED,
		LABEL_REMARK,
		LABEL_ZERO_WIDTH,
		VARIANT,
		PINYIN
	],
	...[HEADS_LOST, HEAD_CHARACTER_LOST, HEADS_REPEATED, COLUMNS_REORDERED, MEASURES_REORDERED],
	...[REMARK_COLUMN, VERTICAL_HEADS, SAME_LABEL]
];
