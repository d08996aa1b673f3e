import { describe, expect, it } from 'vitest';
import { editionOf, type Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';

/** Reports of the 2021 form in words and tabs, each with one thing that leaves a doubt. */
const TITLE = '甲市乙县教育局2023年政府信息公开工作年度报告';
const ITEMS =
	editionOf('2021').sections.find(({ code }) => code === 'applications')?.blocks[0]?.items ?? [];
const HEADS = '申请人情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计';

/** A section 二 that keeps the text a report. */
const DISCLOSURE = '二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政处罚\t5';

type Rows = Readonly<Record<string, readonly string[]>>;
const NONE = ['0', '0', '0', '0', '0', '0', '0'];
const labelOf = (code: string) => {
	const item = ITEMS.find((one) => one.code === code);
	return `${item?.numbering}${item?.label.zh}`;
};

/** Section 三 as rows between tabs, zeros where not told. */
const applications = (rows: Rows, behind: readonly string[] = []) =>
	ITEMS.map(({ code }) => [labelOf(code), ...(rows[code] ?? NONE), ...behind].join('\t')).join(
		'\n'
	);

async function read(...parts: string[]): Promise<Report> {
	const bytes = new TextEncoder().encode([TITLE, ...parts].join('\n\n'));
	const reading = await readReport(bytes, 'a.txt', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	return reading.report;
}

const words = (report: Report, row: string) =>
	report.cells
		.filter(({ address }) => address.startsWith(`${row}/`))
		.map(({ status, value }) => (status === 'reported' ? String(value) : status));

describe('an annex of another year', () => {
	const annex = `附件：2022年数据（供对照）\n\n${HEADS}\n${applications({ received: [...'1200003'] })}`;

	it('is never read for the report whose own table is left out', async () => {
		const report = await read(DISCLOSURE, '三、收到和处理政府信息公开申请情况', '无。', annex);
		expect(report.cells.flatMap(({ value }) => value ?? [])).toEqual([5]);
	});

	it('is known below a line whose numbers only look like the year of a heading', async () => {
		const index = '索引号\t0141/2024-0070\t主题分类\t政府信息公开年报';
		const section = '三、收到和处理政府信息公开申请情况';
		const report = await read(index, DISCLOSURE, section, '无。', annex);
		expect(report.cells.flatMap(({ value }) => value ?? [])).toEqual([5]);
	});

	it('is read where its heading is the only one and may name a wrong year', async () => {
		expect(words(await read(annex), 'applications/received')).toEqual([...'1200003']);
	});
});

describe('a column of remarks', () => {
	it('does not stand for a figure that a row has lost', async () => {
		const rows = { received: ['1', '2', '0', '3', '4', '10'] };
		const report = await read(`${HEADS}\t备注\n${applications(rows, [''])}`);
		expect(words(report, 'applications/received')).not.toContain('blank');
		expect(words(report, 'applications/received')[6]).not.toBe('blank');
		expect(words(report, 'applications/carried_in')).toEqual(NONE);
	});

	it('is no eighth figure', async () => {
		const report = await read(`${HEADS}\t备注\n${applications({}, ['见说明'])}`);
		expect(words(report, 'applications/received')).toEqual(NONE);
	});
});

describe('figures on lines of their own', () => {
	const line = '1 2 0 0 0 0 3';
	const table = (...lines: string[]) => ['自然人 商业企业 总计', ...lines].join('\n');

	it('between two labels without figures are nobody’s', async () => {
		const labels = ITEMS.map(({ code }) => labelOf(code));
		const lines = labels.flatMap((label, index) => (index === 3 ? [label, line] : [label]));
		const report = await read(DISCLOSURE, table(...lines));
		expect(report.cells.flatMap(({ value }) => value ?? [])).toEqual([5]);
	});

	it('below a label are its own where the next row has figures beside its label', async () => {
		const lines = ITEMS.flatMap(({ code }, index) =>
			index === 3 ? [labelOf(code), line] : [`${labelOf(code)} ${NONE.join(' ')}`]
		);
		const report = await read('三、收到和处理政府信息公开申请情况', table(...lines));
		expect(words(report, `applications/${ITEMS[3]?.code}`)).toEqual([...'1200003']);
	});
});

describe('section 二', () => {
	const heads = (...names: string[]) => `信息内容\t${names.join('\t')}`;

	it('follows the order of its heads, also where one of them is not known', async () => {
		const table = `第二十条第（一）项\n${heads('现行有效总件', '本年制发件数', '本年废止件数')}\n规章\t15\t1\t2`;
		expect(words(await read(table), 'disclosure/regulations')).toEqual(['1', '2', '15']);
	});

	it('takes parts of a fen for no sum of yuan', async () => {
		const table = (amount: string) =>
			`信息内容\t本年收费金额（单位：元）\n行政事业性收费\t${amount}`;
		expect(words(await read(table('54.9108')), 'disclosure/fees')).toEqual(['unreadable']);
		expect(words(await read(table('5491.08')), 'disclosure/fees')).toEqual(['0.549108']);
	});
});

describe('text between lines', () => {
	it('is no figure where it numbers a page', async () => {
		const report = await read('信息内容 本年处理决定数量\n行政处罚 5\n行政强制\n- 2 -\n');
		expect(words(report, 'disclosure/coercion')).not.toContain('2');
	});

	it('of spaces is no blank cell where it stands below every line', async () => {
		const heads = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'];
		const rows = ['行政许可', '5', '增', '8', '其他对外管理服务事项', '1', '0', '2'];
		const report = await read([...heads, ...rows, ''].join('\n \u3000\n'));
		expect(words(report, 'disclosure/licensing')[1]).not.toBe('5');
		expect(words(report, 'disclosure/other_services')).toEqual(['1', '0', '2']);
	});

	it('with two figures among lines of one each may be one figure split', async () => {
		const cells = [...ITEMS.slice(0, 9).flatMap(({ code }) => [labelOf(code), ...NONE])];
		const report = await read(
			[...cells, labelOf('refused_admin_query'), '43', '4', '0', '3', '0', '5 0'].join('\n')
		);
		expect(words(report, 'applications/refused_admin_query')).not.toContain('5');
	});
});

it('joins a label and its figures across a page’s end', async () => {
	const lines = ITEMS.flatMap(({ code }) => {
		const label = labelOf(code);
		const figures = [...'1200003'].join('\t');
		if (code !== 'granted') return [`${label}\t${NONE.join('\t')}`];
		return [`${label}${'\t'.repeat(7)}`, `\t${figures}`];
	});
	const report = await read(`${HEADS}\n${lines.join('\n')}`);
	expect(words(report, 'applications/granted')).toEqual([...'1200003']);
});

describe('figures run together', () => {
	const glued = (rows: Readonly<Record<string, string>>) =>
		`${HEADS}\n${ITEMS.map(({ code }) => labelOf(code) + (rows[code] ?? '0000000')).join('\n')}`;
	const received = async (digits: string) =>
		words(await read(DISCLOSURE, glued({ received: digits })), 'applications/received');

	it.each([
		['1200003', [...'1200003']],
		['１２００００３', [...'1200003']],
		['1-----1', ['1', ...Array.from({ length: 5 }, () => 'blank'), '1']]
	])('%s is a character for each column where they add up', async (digits, expected) => {
		expect(await received(digits)).toEqual(expected);
	});

	it.each(['1200004', '1-----2', '-----12', '------'])('%s is not read', async (digits) => {
		expect((await received(digits)).filter((word) => /\d/.test(word))).toEqual([]);
	});

	const remedies = async (digits: string) => {
		const head = `四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n结果维持结果纠正其他结果尚未审结总计`;
		const report = await read(DISCLOSURE, `${head}\n${digits}`);
		return ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration']
			.flatMap((item) => words(report, `remedies/${item}`))
			.join(' ');
	};

	it('are cut in section 四 where one way alone makes its three sums hold', async () => {
		expect(await remedies('000000000000000')).toBe('0 0 0 0 0 0 0 0 0 0 0 0 0 0 0');
		expect(await remedies('10023000001200012')).toBe('1 0 0 2 3 0 0 0 0 0 12 0 0 0 12');
	});

	it.each(['00000000000000', '100000000000000', '11112111000000000'])(
		'are not cut in section 四 where none does, or several do: %s',
		async (digits) => {
			expect(await remedies(digits)).not.toMatch(/\d/);
		}
	);
});

describe('several reports in one file whose section 三 is the same', () => {
	const part = (agency: string, penalties: string, pending: string) =>
		[
			`${agency}2023年政府信息公开工作年度报告`,
			`二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t7\n行政处罚\t${penalties}`,
			`${HEADS}\n${applications({})}`,
			'结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t'.repeat(3),
			['0', '0', '0', pending, pending, ...Array.from({ length: 10 }, () => '0')].join('\t')
		].join('\n\n');

	it('give only what all of them say', async () => {
		const report = await read(part('甲市乙县教育局', '5', '0'), part('甲市乙县民政局', '8', '1'));
		expect(words(report, 'disclosure/penalties')).toEqual(['unreadable']);
		expect(words(report, 'disclosure/licensing')).toEqual(['7']);
		expect(words(report, 'applications/received')).toEqual(NONE);
		expect(words(report, 'remedies/reconsideration')).not.toContain('0');
	});

	it('are read as one that stands there twice', async () => {
		const one = part('甲市乙县教育局', '5', '1');
		const report = await read(one, one);
		expect(words(report, 'disclosure/penalties')).toEqual(['5']);
		expect(words(report, 'remedies/reconsideration')).toEqual(['0', '0', '0', '1', '1']);
	});
});
