import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, type Cell, type ManifestRow, type Report } from '../../../src/lib/form/index.ts';
import { readFile, type Member } from '../../../src/lib/read/read.ts';
import { filesIn, reportIn, SAMPLE } from '../files.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const encoder = new TextEncoder();

type WordOf = (source: string) => ManifestRow | null;

async function membersOf(
	bytes: Uint8Array,
	source: string,
	wordOf: WordOf = () => null
): Promise<Member[]> {
	const members: Member[] = [];
	for await (const member of readFile(bytes, source, wordOf)) members.push(member);
	return members;
}

const fixture = (name: string) => membersOf(readFileSync(join(FIXTURES, name)), name);
const read = (content: unknown, source = 'a.json', wordOf?: WordOf) =>
	membersOf(
		encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)),
		source,
		wordOf
	);

async function only(content: unknown, wordOf?: WordOf): Promise<Report> {
	const [member] = await read(content, 'a.json', wordOf);
	if (!member) throw new Error('no report');
	if (!member.reading.ok) throw new Error(member.reading.rejection.reason);
	return member.reading.report;
}

async function reason(content: unknown): Promise<string> {
	const [member] = await read(content);
	return member && !member.reading.ok ? member.reading.rejection.reason : '';
}

/** A cell in one word: its figure, `_` blank, `!` unreadable, each with what stands there. */
function word({ status, value, raw }: Cell): string {
	const stands = { reported: String(value), blank: '_', missing: '?', unreadable: '!' }[status];
	return `${stands} ${raw}`;
}

/** The cells that a report has, by address. */
const standing = ({ cells }: Report) =>
	Object.fromEntries(
		cells.filter(({ status }) => status !== 'missing').map((cell) => [cell.address, word(cell)])
	);

async function readings(name: string): Promise<Record<string, unknown>> {
	return Object.fromEntries(
		(await fixture(name)).map(({ source, reading }) => [
			source,
			reading.ok ? standing(reading.report) : reading.rejection.reason
		])
	);
}

const CELL = { section: 'disclosure', item: 'licensing', measure: 'decisions' };
const one = (cell: object, more: object = {}) => ({ cells: [{ ...CELL, ...cell }], ...more });

describe('parsed reports', () => {
	it('are read from an object of reports, by codes or labels, in a list or in objects', async () => {
		expect(await readings('reports.json')).toEqual({
			'reports.json/示例-2020': {
				'disclosure/normative_documents/made': '45 45',
				'disclosure/normative_documents/disclosed': '23 23件',
				'disclosure/normative_documents/public_total': '1234 1,234',
				'disclosure/licensing/items_change': '36 +36',
				'disclosure/procurement/amount': '25.1 251000元',
				'applications/received/natural_person': '3 3',
				'applications/received/business': '_ ',
				'applications/received/research': '_ ',
				'applications/received/social_org': '_ —',
				'applications/received/other_org': '! 若干',
				'applications/granted/total': '7 ７'
			},
			'reports.json/示例-2021': {
				'disclosure/regulations/issued': '0 0',
				'disclosure/regulations/repealed': '0 0',
				'disclosure/regulations/in_force': '_ ',
				'applications/received/natural_person': '12 12',
				'remedies/reconsideration/upheld': '1 1',
				'remedies/reconsideration/total': '1 1'
			}
		});
	});

	it('that contradict themselves give no figure, and say so', async () => {
		const [member] = await fixture('contradicted.json');
		if (!member?.reading.ok) throw new Error('rejected');
		const { report } = member.reading;
		expect(member.source).toBe('contradicted.json');
		expect(standing(report)).toEqual({
			'disclosure/regulations/issued': '0 0',
			'disclosure/regulations/repealed': '1 1',
			'disclosure/regulations/in_force': '2 2',
			'disclosure/licensing/decisions': '57 57',
			'disclosure/penalties/decisions': '1 1',
			'disclosure/coercion/decisions': '! 5',
			'disclosure/fees/amount': '! ',
			'applications/received/natural_person': '! 3',
			'applications/received/business': '! ',
			'applications/received/research': '! 4',
			'applications/received/social_org': '! 9',
			'applications/received/legal_service': '! ',
			'applications/received/total': '! 6万元'
		});
		const told = (code: string) => report.notes.filter((note) => note.code === code).length;
		expect([told('place_contradicted'), told('record_contradicted')]).toEqual([2, 6]);
	});

	it('stand at their own offsets where these cut the raw text', async () => {
		const [member] = await fixture('contradicted.json');
		const cells = member?.reading.ok ? member.reading.report.cells : [];
		expect(cells.slice(0, 3).map(({ place }) => place?.start)).toEqual([34, 36, 38]);
	});

	it.each([
		[3, 1],
		[0, 1e6],
		[1e6, 1e6]
	])('never stand from %s to %s in a short text', async (char_start, char_end) => {
		const report = await only(one({ value: 4, char_start, char_end }, { text: '二〇二〇年' }));
		const cell = report.cells.find(({ value }) => value === 4);
		expect(report.text.slice(cell?.place?.start, cell?.place?.end)).toBe('4');
		expect(report.notes.map(({ code }) => code)).toContain('place_contradicted');
	});

	it('are read line by line, and a bad line spoils no other', async () => {
		expect(await readings('lines.ndjson')).toEqual({
			'lines.ndjson/a': {
				'disclosure/licensing/items_last_year': '5 5',
				'disclosure/licensing/items_change': '-1 -1',
				'disclosure/licensing/decisions': '4 4'
			},
			'lines.ndjson/b': expect.stringMatching(
				/第 2 行 \/year：.*第 2 行 \/cells\/disclosure/
			) as string,
			'lines.ndjson/3': expect.stringMatching(/^第 3 行：/) as string,
			'lines.ndjson/a~2': {
				'disclosure/procurement/projects': '9 9',
				'disclosure/procurement/amount': '20.26849 20.268490万元'
			}
		});
	});

	it('are read from a table of cells such as the download gives', async () => {
		expect(await readings('cells.csv')).toEqual({
			'cells.csv/示例甲': {
				'disclosure/licensing/decisions': '57 57',
				'disclosure/fees/amount': '20.5 20.5万元',
				'applications/received/natural_person': '_ '
			},
			'cells.csv/示例乙': {
				'disclosure/licensing/items_change': '36 +36',
				'disclosure/licensing/decisions': '! 并入\r\n其他',
				'disclosure/coercion/decisions': '-3 -3'
			},
			'cells.csv/示例丙': expect.stringMatching(/^CSV 第 10 行 value：/) as string
		});
	});

	it('keep page and box, identity and mark', async () => {
		const [member] = await fixture('reports.json');
		if (!member?.reading.ok) throw new Error('rejected');
		const { report } = member.reading;
		expect(report).toMatchObject({
			agency: '示例省甲市教育局',
			kind: 'education',
			year: 2020,
			publishedOn: '2021-01-27',
			sourceUrl: 'https://example.cn/a.html',
			form: '2019',
			resolved: true,
			generated: true
		});
		expect(report.cells.flatMap(({ box }) => box ?? [])).toEqual([
			{ page: 2, left: 100, top: 200, right: 140, bottom: 214.5 }
		]);
		const used = report.evidence.filter((piece) => piece.used).map(({ source }) => source);
		expect(new Set(used)).toEqual(new Set(['record']));
	});
});

describe('who reports', () => {
	const word = (source: string): ManifestRow => ({
		...{
			source,
			agency: '示例省乙市财政局',
			province: null,
			city: null,
			county: null,
			level: null
		},
		...{ kind: null, scope: null, year: 2019, publishedOn: null, sourceUrl: null, supersedes: null }
	});

	it('is what the manifest says before the record', async () => {
		const given = one({ raw: '4' }, { agency: '示例省甲市财政局', year: 2020 });
		const report = await only(given, word);
		expect(report).toMatchObject({ agency: '示例省乙市财政局', year: 2019, resolved: true });
		expect(report.evidence).toContainEqual({
			...{ subject: 'year', source: 'record', text: '2020', place: null, used: false }
		});
	});

	it('is not settled by a bare name, unless a title or a region says whose', async () => {
		const bare = { agency: '教育局', year: 2020 };
		expect(await only(one({ raw: '4' }, bare))).toMatchObject({
			agency: '教育局',
			resolved: false
		});
		const placed = { ...bare, province: '示例省', city: '甲市', county: '乙县' };
		expect(await only(one({ raw: '4' }, placed))).toMatchObject({ county: '乙县', resolved: true });
		const titled = { ...bare, title: '示例省甲市教育局2020年政府信息公开工作年度报告' };
		expect(await only(one({ raw: '4' }, titled))).toMatchObject({
			agency: '示例省甲市教育局',
			resolved: true
		});
	});

	it('is taken from the text where no field says it', async () => {
		const text = '示例省甲市教育局2020年政府信息公开工作年度报告\n\n一、总体情况\n';
		expect(await only(one({ raw: '4' }, { text }))).toMatchObject({
			agency: '示例省甲市教育局',
			year: 2020
		});
	});
});

describe('a rejected record says where and why', () => {
	it.each([
		['an unknown cell', one({ measure: 'amount', raw: '1' }), /\/cells\/0：.*不认识指标 "amount"/],
		[
			'a cell twice',
			{
				cells: [
					{ ...CELL, raw: 1 },
					{ ...CELL, raw: 1 }
				]
			},
			/\/cells\/1：.*给了两次/
		],
		[
			'a code and its label',
			{ cells: { disclosure: { licensing: { decisions: 1 }, 行政许可: { decisions: 2 } } } },
			/给了两次/
		],
		['a wrong type', one({ raw: ['1'] }), /\/cells\/0\/raw：应为文字，现为 一个数组/],
		['a figure in words', one({ value: '1' }), /\/cells\/0\/value：/],
		['a wrong year', one({ raw: 1 }, { year: 20200 }), /\/year：应为 2000 至 2099/],
		['a day that never was', one({ raw: 1 }, { published_on: '2021-02-30' }), /\/published_on：/],
		[
			'a kind that is none of many',
			one({ raw: 1 }, { kind: 'x', level: 'x', scope: 'x', form: 'x' }),
			/^.{0,10}\/level：应为 [^（]+ 之一，现为 "x"；.{0,10}\/kind：应为 general_office、.{50,150}（另有 \d+ 个，见数据字典 docs\/data-dictionary\.md） 之一，现为 "x"；/
		],
		['half a place', one({ raw: 1, char_start: 3 }), /char_end/],
		['no cells', { cells: [] }, /一个单元格也没有/],
		['no report', { name: 'gouji', version: '1' }, /没有 cells/],
		['an empty list', '[]', /一份报告也没有/],
		[
			'a key twice',
			'{"cells":{"disclosure":{"licensing":{"decisions":1,"decisions":2}}}}',
			/\/cells\/disclosure\/licensing\/decisions：同一个键给了两次/
		],
		['a file cut off', '{"cells": [\n{"section": "disclosure", ', /第 2 行第 \d+ 个字符/],
		['a table without rows', 'section,item,measure,raw\n', /只有表头/],
		[
			'rows that disagree',
			'id,year,section,item,measure,raw\n1,2020,disclosure,licensing,decisions,1\n1,2021,disclosure,coercion,decisions,1\n',
			/第 3 行.*year 与/
		],
		[
			'a row too short',
			'id,section,item,measure,raw,status\n1,disclosure,licensing,decisions,1\n',
			/第 2 行.*有 5 列，表头有 6 列/
		],
		['a quote without end', 'section,item,measure,raw\ndisclosure,licensing,decisions,"1\n', /引号/]
	])('%s', async (_, content, expected) => {
		expect(await reason(content)).toMatch(expected);
	});

	it.each([
		['a pointer', one({ value: '1', raw: 1, char_start: 3 }), { at: '/cells/0/value /cells/0' }],
		[
			'a line and its column',
			'year,section,item,measure,raw,value\n2020,disclosure,licensing,decisions,1,一\n',
			{ at: '2:value' }
		],
		['an object a line', `${JSON.stringify(one({ raw: 1 }))}\n{"cells": 1}\n{`, { at: '3:' }],
		['a file cut off', '{"cells": [\n{', { line: 2, column: 2 }]
	])('in a way for every language: %s', async (_, content, detail) => {
		const told = (await read(content)).flatMap(({ reading }) =>
			reading.ok ? [] : [reading.rejection.detail]
		);
		expect(told).toContainEqual(detail);
	});

	it('and is no plain text that begins with a bracket', async () => {
		const report =
			'示例省甲市教育局2020年政府信息公开工作年度报告\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t1\t2\t3\n';
		for (const before of ['[打印] [关闭]\n', '{正文}\n', '[\n']) {
			expect((await only(before + report)).agency).toBe('示例省甲市教育局');
		}
	});
});

describe('the sample reports as parsed reports', () => {
	const figures = (cells: readonly Cell[]) =>
		cells.map(({ address, status, value, raw }) => [address, status, value, raw]);

	it.each(filesIn(SAMPLE))('%s comes back cell for cell, at its places', async (name) => {
		const { text, cells, year } = await reportIn(SAMPLE, name);
		const given = cells.map(({ address, status, raw, value, place }) => ({
			...{ ...partsOf(address), status, raw, value, char_start: place?.start ?? null },
			char_end: place?.end ?? null
		}));
		const report = await only({ year, text, cells: given });
		expect(report.text).toBe(text);
		expect(report.cells.map(({ place }) => place)).toEqual(cells.map(({ place }) => place));
		expect(figures(report.cells)).toEqual(figures(cells));
	});

	it.each(filesIn(SAMPLE))('%s comes back from a CSV without its text', async (name) => {
		const { cells, year } = await reportIn(SAMPLE, name);
		const rows = cells.map(({ address, status, raw, value }) =>
			[year, ...address.split('/'), value ?? '', `"${raw ?? ''}"`, status].join(',')
		);
		const csv = ['year,section,item,measure,value,raw,status', ...rows, ''].join('\r\n');
		expect(figures((await only(csv)).cells)).toEqual(figures(cells));
	});
});
