import type { ToldReason } from '../../form/index.ts';
import { count } from '../../chart/number.ts';

interface YearCounts {
	readonly year: number;
	readonly expected: number;
	readonly filed: number;
	/** After the day, whether a law sets it or only practice. */
	readonly late: number;
	readonly lateByPractice: number;
	readonly missing: number;
}

export const coverage = {
	title: ({ year, expected, filed, late, lateByPractice, missing }: YearCounts) =>
		`${year} 年度应报 ${count(expected)} 个机关，` +
		(filed === expected ? '已全部报告' : `已报 ${count(filed)} 个`) +
		(late > lateByPractice ? `，逾期 ${count(late - lateByPractice)} 个` : '') +
		(lateByPractice > 0 ? `，迟于惯例 ${count(lateByPractice)} 个` : '') +
		(missing > 0 ? `，未报 ${count(missing)} 个` : ''),
	titleEmpty: '填报情况',
	empty: '所选范围内没有应报的机关，也没有收到报告。请放宽或清除筛选条件。',
	emptyStore: '还没有收到报告，也没有应报名单。读入报告或名单后，这里列出谁已报、谁未报。',
	basis: {
		roster: (n: number) => `应报机关以办公室提供的应报名单为准，本年度 ${count(n)} 个。`,
		filed: (n: number) =>
			`没有应报名单可依：暂以曾有报告的机关为应报机关，自其首份报告的年度算起，本年度 ${count(n)} 个；从未报告的机关不在其中，各机关的首个年度总算已报。`,
		both: (n: number, others: number) =>
			`应报名单上本年度 ${count(n)} 个；另有 ${count(others)} 个机关没有名单可依，自其首份报告的年度算起。`
	},
	ignored: '表式、口径、异常等条件只对报告有意义，不影响谁应报，这里没有据以筛选。',
	rosterGet: '下载应报名单（CSV）',
	templateGet: '下载名单模板，已填入曾有报告的机关（CSV）',
	how: '怎样提供或更换应报名单',
	howSteps: [
		'下载上面的名单，用表格软件增删改：漏列的机关补一行，不应报的删去。',
		'填写成立（founded）、撤销（abolished）的年份或日期：成立当年起应报，撤销当年起不再应报；空着的不限。改名的机关只占一行，曾用名写在 formerly，以分号分隔，旧名下的报告仍算它的；被撤并的在 succeeded_by 写明并入何处。',
		'另存为 CSV，读入。新名单换掉旧名单，以后不再给出也一直有效：'
	],
	command: 'npm run ingest -- --roster 名单.csv',
	due: '期限与各种状态怎样判定',
	dueRules: [
		'部门：次年 1 月 31 日前（《政府信息公开条例》第四十九条）。政府本级的报告：次年 3 月 31 日前（同条）。',
		'乡镇、街道：条例没有规定日期，这里按通行做法以次年 1 月 31 日为限，不是法定期限：晚于此日的写作“迟于惯例”，计数时与逾期列在一起。',
		'2018 年度及以前：按当时的条例（2008 年施行，第三十一条），各机关都是次年 3 月 31 日前。',
		'日期以北京时间为准。同一年度有几个版本的，看最早公布的一份；有版本不知道日期而其余都晚于期限的，列为日期不明。'
	],
	states: {
		on_time: '按时',
		late: '逾期',
		undated: '日期不明',
		unreadable: '读不出',
		unresolved: '待定',
		missing: '未报'
	},
	meanings: {
		on_time: '在期限前公布',
		late: '公布晚于期限；乡镇、街道是迟于惯例',
		undated: '已报，不知何日公布',
		unreadable: '有文件，读不出，或表格全部缺失',
		unresolved: '有一份机关或年度未定的报告，可能是它的',
		missing: '没有收到'
	},
	none: '不应报',
	noneMeaning: '成立之前、撤销之后，或不在名单上',
	extra: '不在应报之列',
	choices: { expected: '应报', filed: '已报', unexpected: '应报之外' },
	legend: '图例',
	byYear: '历年应报与已报',
	year: '年度',
	rate: '收齐率',
	rateMeaning: '已报占应报的百分比；读不出与待定的不算已报',
	share: (filed: number, expected: number) => `应报 ${count(expected)}，已报 ${count(filed)}`,
	groups: (year: number) => `${year} 年度各方情况`,
	by: '分组',
	group: { region: '按地区', kind: '按类别', level: '按层级' },
	groupHead: {
		province: '省',
		city: '市',
		county: '县',
		kind: '机关类别',
		level: '层级'
	},
	own: { province: '（国家级）', city: '（省本级）', county: '（市本级）', other: '（未写明）' },
	grid: '各机关逐年',
	gridOf: (what: string) => `各机关逐年：只看${what}`,
	gridCount: (n: number) => `${count(n)} 个机关`,
	gridWhole: '看全部机关',
	gridEmpty: '没有这样的机关。',
	gridEmptyStep: '看全部机关，或放宽筛选条件。',
	missingCsv: '下载未报清单（CSV）',
	listCsv: '下载这份清单（CSV）',
	parent: '上级或主管机关',
	unlisted: '名单外',
	unlistedMeaning: '有报告，而不在应报名单上',
	founded: (when: string) => `${when} 成立`,
	abolished: (when: string) => `${when} 撤销`,
	formerly: (names: string) => `曾用名：${names}`,
	succeededBy: (name: string) => `并入：${name}`,
	published: (when: string) => `${when} 公布`,
	dueOn: (when: string) => `期限 ${when}`,
	daysLate: (days: number) => `晚 ${count(days)} 天`,
	customaryOn: (when: string) => `惯例 ${when}`,
	publishedHead: '公布',
	dueHead: '期限',
	lateHead: '晚于期限（天）',
	listTitle: {
		unresolved: (n: number) => `${count(n)} 份报告的机关或年度未定`,
		rejected: (n: number) => `${count(n)} 个文件未收录`
	},
	unresolved: '机关或年度未定的报告',
	rejected: '未收录的文件',
	noUnresolved: '所有报告的机关与年度都已确定。',
	noRejected: '没有被拒收的文件。',
	source: '文件',
	format: '格式',
	archives: (n: number) =>
		`另有 ${count(n)} 个压缩包或装有多份报告的文件，其中的文件各占一行，写作“压缩包/里面的路径”。`,
	reason: '原因与办法',
	known: '已知',
	candidates: '可能是（出处）',
	settle:
		'下载下面的清单，填上空着的机关或年度，再读入：npm run ingest -- 原来的文件夹 --manifest 清单.csv。',
	manifest: (n: number) => `下载待填清单（CSV，${count(n)} 行）`,
	/** The sentence is kept with the file in Chinese. */
	reasonOf: ({ reason }: ToldReason) => reason ?? '—',
	open: '查看',
	showing: (shown: number, all: number) => `显示前 ${count(shown)} 个，共 ${count(all)} 个`,
	all: '全部列出',
	back: '回到填报情况',
	letter: {
		head: '去函',
		link: '起草函件',
		title: (agency: string) => `关于报送情况致${agency}的函（草稿）`,
		lead: '由所选年度的填报情况写成，供修改后使用：未报的请补报，晚于期限的请说明，读不出、待定的请另送文本；按时的和日期不明的不列入。划线处请填写。',
		back: '这个机关的填报情况',
		empty: '所选年度没有需要去函的情况。'
	}
};
