import type { Agency } from './places.ts';
import { randomOf } from './random.ts';

/** How many agencies hand in the same words every year. */
const TEMPLATE_WRITERS = 0.03;
/** Templates that go round in one city. */
const TEMPLATES = 3;
const SENTENCES = 10;

const POOL = [
	'我们把信息公开列入年度工作计划，每季度由负责同志听取一次汇报，研究解决办理中的难点。',
	'新制发的文件在送印以前确定公开属性，不予公开的逐件写明理由，交由审核人签字后归档。',
	'网站各栏目落实到人，经办人员每周查看一遍，失效的链接和过期的内容随见随改，不留空白。',
	'收到申请当日登记，三日内转交承办科室，答复前由法制人员看过，避免漏项和超过规定的期限。',
	'窗口摆放办事指南和空白申请表，安排专人讲解填写方法，老年人和残疾人由工作人员代为填写。',
	'组织业务学习四次，以往年的典型答复为例，逐份讲评写法，新到岗的同志都参加了学习和测试。',
	'对照上级的通报逐项自查，列出清单和完成时限，已经改好的销号，未改好的说明原因继续改进。',
	'重要文件印发的同时配发解读，多用图表和问答，让群众看得懂、用得上，减少重复的电话询问。',
	'建立发布前三道审看的做法，先查内容，再查个人信息，最后查格式，全年没有发生泄露的情况。',
	'广播、公示栏与网站同步发布惠民补贴和救助名单，公示期满后撤下，涉及隐私的部分遮盖处理。',
	'年底请人大代表和村居干部座谈，听取意见十余条，能够当场答复的当场答复，其余的限期答复。',
	'把信息公开纳入科室年终评议，做得好的给予表扬，工作拖沓的由分管负责同志当面提醒改正。'
];

/**
 * The paragraphs that an agency hands in every year, word for word; null for an agency that writes
 * its own. Agencies of one city may have the same template.
 */
export function templateOf(agency: Agency, seed: string): readonly string[] | null {
	const random = randomOf(seed, agency.id, 'template');
	if (!random.chance(TEMPLATE_WRITERS)) return null;
	const template = randomOf(seed, agency.city, 'template', random.below(TEMPLATES));
	const rest = [...POOL];
	return Array.from({ length: SENTENCES }, () => rest.splice(template.below(rest.length), 1)[0]!);
}
