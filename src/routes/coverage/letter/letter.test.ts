import { expect, test } from 'vitest';
import type { ExpectedFiling, ExpectedOrgan, RosterWord } from '$lib/server/queries';
import { textOf } from '../../letter/document';
import { filingLetterOf, type Asked } from './letter';

const filing = (year: number, changes: Partial<ExpectedFiling> = {}): ExpectedFiling => ({
	year,
	state: 'missing',
	dueOn: `${year + 1}-01-31`,
	publishedOn: null,
	daysLate: null,
	reportId: null,
	source: null,
	title: null,
	...changes
});
const late = (year: number, changes: Partial<ExpectedFiling> = {}) =>
	filing(year, { state: 'late', publishedOn: `${year + 1}-03-28`, daysLate: 57, ...changes });

const organ = (
	filings: readonly ExpectedFiling[],
	changes: Partial<ExpectedOrgan> = {}
): ExpectedOrgan => ({
	agencyId: 'a0000000000000001',
	agency: '甲市民政局',
	parent: '甲市人民政府',
	level: 'city',
	kind: 'civil_affairs',
	generated: false,
	listed: true,
	filings,
	...changes
});

const ROSTER: RosterWord = {
	parent: '甲市人民政府',
	formerly: null,
	founded: null,
	abolished: null,
	succeededBy: null
};

const written = (own: ExpectedOrgan, asked: Partial<Asked> = {}) =>
	filingLetterOf({
		...{ organ: own, roster: ROSTER, admits: () => true, today: '2024-06-01' },
		...asked
	});
const headings = (own: ExpectedOrgan, asked: Partial<Asked> = {}) =>
	written(own, asked).parts.map(({ heading }) => heading);

test('what was not received is asked for, by its day and the article that sets it', () => {
	const letter = written(organ([filing(2020), filing(2022)]));
	expect(letter.subject).toContain('催报');
	expect(letter.opening).toContain('应报名单列有你单位（上级或主管机关：甲市人民政府）');
	expect(letter.parts.map(({ heading }) => heading)).toEqual(['一、未收到的年度报告']);
	const text = textOf(letter);
	expect(text).toContain(
		'1. 2020 年度：应于2021年1月31日前公布（《政府信息公开条例》第四十九条），未收到这一年度的报告。'
	);
	expect(text).toContain('2. 2022 年度：');
	expect(text).toContain('已经公布的，请告知网址与首次公布的日期');
	expect(text).toContain('《政府信息公开条例》第五十条');
	expect(text).not.toContain('模拟');
	for (const blank of ['（发函机关）＿', '日前书面回复', '联系人：＿', '联系电话：＿']) {
		expect(text).toContain(blank);
	}
});

test('years up to 2018 rest on the regulation of their time', () => {
	const text = textOf(written(organ([filing(2018, { dueOn: '2019-03-31' })])));
	expect(text).toContain('应于2019年3月31日前公布（当时施行的《政府信息公开条例》第三十一条）');
	expect(text).not.toContain('第四十九条');
	expect(text).not.toContain('第五十条');
});

test('what came late is told by both days', () => {
	const letter = written(organ([late(2020, { title: '甲市民政局 2020 年度报告' })]));
	expect(letter.subject).not.toContain('催报');
	expect(letter.parts[0]?.points).toEqual([
		[
			'2020 年度（《甲市民政局 2020 年度报告》）：应于2021年1月31日前公布（《政府信息公开条例》第四十九条），收到的文件所载公布日期为2021年3月28日，晚 57 天。'
		]
	]);
	expect(letter.parts[0]?.asked).toContain('请说明原因');
});

test.each([
	{ level: 'township', kind: 'township' },
	{ level: 'county', kind: 'subdistrict' }
])('no law is claimed to set the day of $kind, which may be late after custom alone', (who) => {
	const letter = written(organ([filing(2020), late(2021)], who));
	const text = textOf(letter);
	expect(text).not.toMatch(/第[四五三]十|应于|期限为|逾期的/u);
	expect(text).toContain('2020 年度：按通行做法以2021年1月31日为限，未收到');
	expect(text).toContain('不是法定期限');
	expect(letter.parts.map(({ heading }) => heading)).toEqual([
		'一、未收到的年度报告',
		'二、公布日期晚于通行做法的年度报告'
	]);
	expect(letter.parts[1]?.asked).toContain('不是逾期');
	expect(letter.parts[1]?.asked).not.toContain('请说明原因');
});

test.each([null, 'other', 'public_institution', 'zone'])(
	'no article is named where the kind of organ is %s',
	(kind) => {
		const text = textOf(written(organ([filing(2020), filing(2018)], { kind })));
		expect(text).toContain('2020 年度：以2021年1月31日为限');
		expect(text).not.toMatch(/第.+条/u);
	}
);

test('what the reader could not read or settle is asked for again, and held against nobody', () => {
	const letter = written(
		organ([
			filing(2019, { state: 'unreadable', reportId: 'r1', source: '2019/甲市/民政局.pdf' }),
			filing(2020, { state: 'unreadable', source: '甲市.zip/民政局2020.wps' }),
			filing(2021, { state: 'unresolved', reportId: 'r2', source: '民政.html', title: '年度报告' })
		])
	);
	expect(letter.subject).not.toContain('催报');
	const [unreadable, unresolved] = letter.parts;
	expect(unreadable?.points).toEqual([
		['2019 年度：收到文件“民政局.pdf”，未能读出其中的表格与数字。'],
		[
			'2020 年度：收到文件“民政局2020.wps”，从文件名称或者所附清单看是你单位这一年度的报告，未能读出。'
		]
	]);
	expect(unreadable?.asked).toMatch(/不表示你单位未报或者填报有误.*可以读取的文本/u);
	expect(unresolved?.points[0]?.[0]).toContain('“民政.html”（《年度报告》），未能确定');
	expect(unresolved?.asked).toMatch(/不表示你单位未报/u);
});

test('nothing is asked about what came in time or without a date, nor of other years', () => {
	const own = organ([
		filing(2019, { state: 'on_time', publishedOn: '2020-01-30' }),
		filing(2020, { state: 'undated' }),
		filing(2021)
	]);
	expect(headings(own, { admits: (year) => year < 2021 })).toEqual([]);
	expect(headings(own)).toEqual(['一、未收到的年度报告']);
});

test('what is not due yet is not asked for as if it were', () => {
	const own = organ([filing(2023)]);
	expect(headings(own, { today: '2024-01-31' })).toEqual(['一、尚未到期的年度报告']);
	expect(written(own, { today: '2024-01-31' }).subject).not.toContain('催报');
	expect(headings(own, { today: '2024-02-01' })).toEqual(['一、未收到的年度报告']);
});

test('an organ on no roster is told on what the expectation rests', () => {
	const own = organ([filing(2019, { state: 'on_time' }), filing(2020)], { listed: false });
	const { opening } = written(own, { roster: null, admits: (year) => year === 2020 });
	expect(opening).toContain('收到的报告中，你单位最早的是 2019 年度的，据此推定');
	expect(opening).not.toContain('应报名单列有');
});

test('what the roster says of an organ is said, as far as it is known', () => {
	const { opening } = written(organ([filing(2020)], { parent: null }), {
		roster: {
			...ROSTER,
			...{ founded: '2019-03-01', formerly: '甲市社会局', abolished: '2022' },
			succeededBy: '甲市社会工作局'
		}
	});
	expect(opening).toContain('应报名单列有你单位。');
	expect(opening).toContain('成立于2019年3月1日');
	expect(opening).toContain('曾用名（甲市社会局）');
	expect(opening).toContain('撤销于2022年，并入或者改组为甲市社会工作局');
});

test('an invented letter says that it must not be sent', () => {
	expect(textOf(written(organ([filing(2020)], { generated: true })))).toContain('不得发出');
});
