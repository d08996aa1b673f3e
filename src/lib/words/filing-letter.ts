import { dateOf } from './letter.ts';

/** What sets the day by which a report is due: a regulation, custom alone, or nothing that is known of. */
export type DueBy = 'regulation_of_2019' | 'regulation_of_2008' | 'custom' | 'unknown';

/** The day for a report, said as strongly as its basis allows. */
const DUE: Readonly<Record<DueBy, (day: string) => string>> = {
	regulation_of_2019: (day) => `应于${day}前公布（《政府信息公开条例》第四十九条）`,
	regulation_of_2008: (day) => `应于${day}前公布（当时施行的《政府信息公开条例》第三十一条）`,
	custom: (day) => `按通行做法以${day}为限`,
	unknown: (day) => `以${day}为限`
};

const due = (by: DueBy, day: string) => DUE[by](dateOf(day));
const quoted = (title: string | null) => (title === null ? '' : `（《${title}》）`);

/**
 * The words of a letter to an organ about reports that are not there, that came late, or that could
 * not be read: a document in Chinese, as the letter about findings is. What was not received may well
 * have been published, and what could not be read is not held against the organ.
 */
export const filingLetter = {
	subject: {
		missing: '关于催报政府信息公开工作年度报告的函（草稿）',
		other: '关于政府信息公开工作年度报告报送情况的函（草稿）'
	},
	onRoster: (parent: string | null) =>
		`应报名单列有你单位${parent === null ? '' : `（上级或主管机关：${parent}）`}。`,
	onceFiled: (year: number) =>
		`现无应报名单可依：收到的报告中，你单位最早的是 ${year} 年度的，据此推定其后各年度也应编报；已经撤并、更名，或者依据有关规定不必编报的，请予说明。`,
	founded: (when: string) => `名单载明你单位成立于${dateOf(when)}，自成立当年的年度起应报。`,
	abolished: (when: string, successor: string | null) =>
		`名单载明你单位撤销于${dateOf(when)}${successor === null ? '' : `，并入或者改组为${successor}`}；以下均为撤销以前的年度，请由承继其职责的机关办理。`,
	formerly: (names: string) => `以曾用名（${names}）公布的报告已经核对在内。`,
	opening: '经核对收到的报告与文件，下列年度的情况请你单位办理或者说明。',
	heading: {
		missing: '未收到的年度报告',
		notYetDue: '尚未到期的年度报告',
		late: '公布日期晚于期限的年度报告',
		afterCustom: '公布日期晚于通行做法的年度报告',
		unreadable: '收到而未能读出的文件',
		unresolved: '未能确定机关或者年度的报告'
	},
	part: (numeral: string, heading: string) => `${numeral}、${heading}`,
	missing: (year: number, by: DueBy, day: string) =>
		`${year} 年度：${due(by, day)}，未收到这一年度的报告。`,
	notYetDue: (year: number, by: DueBy, day: string) => `${year} 年度：${due(by, day)}，尚未收到。`,
	late: (
		year: number,
		by: DueBy,
		day: string,
		published: string,
		days: number,
		title: string | null
	) =>
		`${year} 年度${quoted(title)}：${due(by, day)}，收到的文件所载公布日期为${dateOf(published)}，晚 ${days} 天。`,
	unreadable: (year: number, file: string) =>
		`${year} 年度：收到文件“${file}”，未能读出其中的表格与数字。`,
	sighted: (year: number, file: string) =>
		`${year} 年度：收到文件“${file}”，从文件名称或者所附清单看是你单位这一年度的报告，未能读出。`,
	unresolved: (year: number, file: string, title: string | null) =>
		`${year} 年度：收到文件“${file}”${quoted(title)}，未能确定其机关或者年度，可能是你单位这一年度的报告。`,
	asked: {
		missing:
			'尚未编制或者公布的，请抓紧编制、公布并报送；已经公布的，请告知网址与首次公布的日期，并报送文本。',
		notYetDue: '请按时编制、公布并报送。',
		late: '请说明原因；所载日期不是首次公布日期的，请告知首次公布的日期与网址。',
		afterCustom:
			'《政府信息公开条例》没有规定乡镇、街道的公布日期，以上只是与通行做法对照，不是逾期。所载日期不是首次公布日期的，请告知首次公布的日期与网址。',
		unreadable:
			'未能读出可能是读取或者传送所致，不表示你单位未报或者填报有误。请另送一份可以读取的文本（网页、Word 文件，或者文字可以复制的 PDF），或者告知公布的网址。',
		unresolved:
			'未能确定可能是读取所致，不表示你单位未报。请确认是否为你单位这一年度的报告：是的，请另送一份写明机关名称与年度的文本；不是的，请报送这一年度的报告，或者告知公布的网址。'
	},
	/** Where a report that the regulation of 2019 asks for is not there. */
	contents: '年度报告的内容见《政府信息公开条例》第五十条。',
	/** Where a township's or a subdistrict's is not there. */
	custom: '《政府信息公开条例》没有规定乡镇、街道的公布日期，以上日期是通行做法，不是法定期限。',
	closing:
		'以上情况依现有收到的报告与文件得出，收集或者读取可能有遗漏，以你单位实际公布的情况为准。'
};
