import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/lib/read/read.ts';

/** Tables of the 2014 edition in plain text, each with one thing that leaves a doubt. */
const TITLE = '甲市教育局2016年政府信息公开工作年度报告';
const ROWS = [
	['一、主动公开情况', '——', ''],
	['（一）主动公开政府信息数', '条', '120'],
	['其中：主动公开规范性文件数', '条', '7'],
	['制发规范性文件总数', '件', '9'],
	['（二）通过不同渠道和方式公开政府信息的情况', '——', ''],
	['1.政府公报公开政府信息数', '条', '0'],
	['2.政府网站公开政府信息数', '条', '80'],
	['3.政务微博公开政府信息数', '条', '33'],
	['三、依申请公开情况', '——', ''],
	['（一）收到申请数', '件', '12'],
	['1.当面申请数', '件', '5'],
	['2.传真申请数', '件', '7']
] as const;

/** The figures read of a text; none where it is no report without them. */
async function figuresOf(text: string): Promise<number[]> {
	const bytes = new TextEncoder().encode(`${TITLE}\n\n${text}`);
	const reading = await readReport(bytes, 'a.txt', null);
	return reading.ok ? reading.report.cells.flatMap(({ value }) => value ?? []) : [];
}

const lines = (rows: readonly (readonly string[])[]) =>
	rows.flatMap((row) => row.filter((word) => word !== '')).join('\n');
const EVERY = [120, 7, 9, 0, 80, 33, 12, 5, 7];

describe('a cell a line', () => {
	it('reads figures below their labels', async () => {
		expect(await figuresOf(lines(ROWS))).toEqual(EVERY);
	});

	it.each([
		['under heads', '统计指标\n单位\n统计数\n'],
		['without heads', '']
	])('reads none above their labels, %s', async (_, heads) => {
		const above = ROWS.map(([label, unit, figure]) => [figure, label, unit]);
		expect(await figuresOf(`${heads}${lines(above)}`)).toEqual([]);
	});

	it('takes no row’s number for a figure, beside a blank cell either', async () => {
		const numbered = ROWS.map((row, index) => [String(index + 1), ...row]);
		expect(await figuresOf(lines(numbered))).toEqual(EVERY);
		const blank = numbered.map((row) => (row[3] === '7' ? row.slice(0, 3) : row));
		expect(await figuresOf(lines(blank))).toEqual(EVERY.filter((figure) => figure !== 7));
	});

	it('takes no figure of the year before for one of this year', async () => {
		const heads = '统计指标\n单位\n统计数\n上年统计数\n';
		const rows = ROWS.map((row) => (row[2] === '' ? row : [row[0], row[1], '-', '44']));
		expect(await figuresOf(heads + lines(rows))).toEqual([]);
	});

	it('takes no figure of the year before for one of this year whose cell is a line of spaces', async () => {
		const heads = '统计指标\n单位\n统计数\n上年统计数\n';
		const rows = ROWS.map((row) => (row[2] === '' ? row : [row[0], row[1], '\u00a0', '44']));
		expect(await figuresOf(heads + lines(rows))).toEqual([]);
		const known = ROWS.map((row) => (row[2] === '' ? row : [...row, row[2]]));
		expect(await figuresOf(heads + lines(known))).toContain(0);
	});

	it.each([
		['单位\t统计数\t上年统计', '统计标\t'],
		['单位\t统计数\t上年计数', '计指标\t']
	])(
		'knows two years by their heads where characters of these were lost: %s',
		async (heads, sign) => {
			const rows = ROWS.map(([label, unit, figure]) =>
				figure === '' ? `${label}\t${unit}\t\t` : `${label}\t${unit}\t\t44`
			);
			expect(await figuresOf(`${sign}${heads}\n${rows.join('\n')}`)).toEqual([]);
		}
	);

	it('takes the only figure beside a label for none where one line heads two years', async () => {
		const heads = '统计指标\n单位 上年数 本年数\n';
		const rows = ROWS.map(([label, unit, figure]) => `${label}\n${unit} ${figure}`);
		expect(await figuresOf(heads + rows.join('\n'))).toEqual([]);
		expect(await figuresOf(`统计指标\n单位 统计数\n${rows.join('\n')}`)).toEqual(EVERY);
	});
});

it('reads no annex of another year', async () => {
	const other = ROWS.map(([label, unit, figure]) => [
		label,
		unit,
		figure === '' ? '' : `${figure}1`
	]);
	const annex = `附件：2015年数据（供对照）\n\n${lines(other)}`;
	expect(await figuresOf(`${lines(ROWS)}\n\n${annex}`)).toEqual(EVERY);
});

it('reads figures run together with their labels under one head', async () => {
	const glued = ROWS.map((row) => row.join('')).join('\n');
	expect(await figuresOf(`统计指标单位统计数\n${glued}`)).toEqual(EVERY);
	expect(await figuresOf(`统计指标单位统计数上年统计数\n${glued}`)).toEqual([]);
});
