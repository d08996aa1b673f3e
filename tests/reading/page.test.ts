import { describe, expect, it } from 'vitest';
import type { Cell, Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { FIXTURES, filesIn, reportIn, SAMPLE } from './files.ts';
import { formTables } from './page.ts';
import { transcribedCells, TRANSCRIPTIONS } from './transcription.ts';

const encoder = new TextEncoder();

async function reportOf(html: string): Promise<Report> {
	const reading = await readReport(encoder.encode(html), 'a.html', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	return reading.report;
}

function asTranscribed({ status, value }: Cell): string {
	if (status === 'reported') return String(value);
	return status === 'blank' ? '_' : status === 'missing' ? '?' : status;
}

/** What a transcribed cell looks like on a page: one that is not certain in the text is blank here. */
const shown = (word: string) => (word === '_' || word === '?' ? '' : word);

describe('the sample reports as pages', () => {
	it.each(filesIn(SAMPLE))('%s reads cell for cell', async (name) => {
		const sample = await reportIn(SAMPLE, name);
		const words = transcribedCells(TRANSCRIPTIONS[name.slice(0, 3)] ?? []);
		const tables = formTables(sample.form, words.map(shown));
		const report = await reportOf(
			`<!DOCTYPE html><html><body><h1>2020年政府信息公开工作年度报告</h1>${tables.join('<p>四、</p>')}</body></html>`
		);
		expect(report.form).toBe(sample.form);
		expect(report.notes.filter(({ code }) => code.endsWith('_row'))).toEqual([]);
		const read = report.cells.map((cell) => `${cell.address} ${asTranscribed(cell)}`);
		const expected = words.map((word) => (word === '?' ? '_' : word));
		expect(read).toEqual(report.cells.map(({ address }, index) => `${address} ${expected[index]}`));
	});

	// Every cell holds another figure, so that one in the wrong cell shows.
	it.each(['2019', '2021'] as const)(
		'%s reads with a figure of its own in each cell',
		async (form) => {
			const count = form === '2019' ? 198 : 200;
			const values = Array.from({ length: count }, (_, index) => String(1000 + index));
			const report = await reportOf(
				`<html><body>${formTables(form, values).join('')}</body></html>`
			);
			expect(report.form).toBe(form);
			expect(report.cells.map(({ value }) => String(value))).toEqual(values);
			for (const { place, raw } of report.cells) {
				expect(report.text.slice(place?.start, place?.end)).toBe(raw);
			}
		}
	);
});

describe('what a page says of its report', async () => {
	const report = await reportIn(FIXTURES, 'page-with-navigation.html');

	it('settles agency, year and day from its own lines, not from navigation or foot', () => {
		expect(report).toMatchObject({
			title: '示例省甲市乙县教育局2021年政府信息公开工作年度报告',
			agency: '示例省甲市乙县教育局',
			year: 2021,
			publishedOn: '2022-01-18',
			resolved: true,
			generated: true
		});
	});

	it('keeps what its head says as evidence without a place', () => {
		const unseen = report.evidence.filter(({ source, place }) => source !== 'path' && !place);
		expect(unseen.map(({ subject, text }) => `${subject} ${text}`)).toEqual(
			expect.arrayContaining([
				'agency 示例省甲市乙县教育局',
				'year 2021',
				'published_on 2022-01-20'
			])
		);
	});

	it('leaves out scripts, styles and what is hidden', () => {
		expect(report.text).not.toMatch(/document|width|规章\t9/);
		expect(report.text).toContain('\n规章\t0\t0\t0\n');
	});

	it('takes agency and day from the head where no line tells', async () => {
		const tables = formTables('2021', Array<string>(200).fill('0')).join('');
		const read = await reportOf(
			`<html><head><meta name="ArticleTitle" content="示例省甲市教育局2022年政府信息公开工作年度报告"><meta name="PubDate" content="2023-01-09"></head><body>${tables}</body></html>`
		);
		expect(read).toMatchObject({
			agency: '示例省甲市教育局',
			year: 2022,
			publishedOn: '2023-01-09'
		});
	});

	it('is refused with a sentence where nothing of it shows', async () => {
		const html = '<!DOCTYPE html><html><body><script>load()</script></body></html>';
		expect(await readReport(encoder.encode(html), 'a', null)).toMatchObject({
			ok: false,
			rejection: { code: 'empty' }
		});
	});
});

// The test runner's limit fails what takes longer than seconds.
describe('hostile pages', () => {
	const many = (words: string, times: number) => words.repeat(times);
	it.each([
		['elements a million deep', `<html>${many('<b>', 1_000_000)}`, 'too_large'],
		['tables in tables', many('<table><tr><td>', 100_000), 'too_large'],
		['a million cells', `<table><tr>${many('<td>', 900_000)}`, 'too_large'],
		['bold text that never ends', `${many('<p><b id=', 90_000)}<p>`, 'too_large'],
		['spans beyond the table', many('<table><tr><td colspan=9999 rowspan=99999>0', 900), null],
		[
			'cells over all rows',
			`<table><tr>${many('<td rowspan=0>0', 256)}${many('<tr><td>', 90_000)}`,
			null
		],
		['headers without rows', `<table>${many('<tr><td>信息内容<td>本年新制作数量', 90_000)}`, null],
		['a comment without end', `<table><td><!--${many('<td>0', 500_000)}`, null],
		[
			'attributes by the hundred thousand',
			`<table><td ${many('a', 9)}${many(' b=1', 500_000)}>`,
			null
		]
	])('%s ends', async (_, html, code) => {
		const reading = await readReport(encoder.encode(html), 'a.html', null);
		expect(reading.ok).toBe(false);
		if (!reading.ok && code !== null) expect(reading.rejection.code).toBe(code);
	});
});

describe('cells cut in pages that were damaged at random', () => {
	/** The same numbers every time. */
	function sequence(seed: number): () => number {
		let state = seed;
		return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
	}

	it('are their raw text', async () => {
		const next = sequence(7);
		const tables = formTables(
			'2019',
			Array.from({ length: 198 }, (_, at) => String(at + 300))
		);
		const whole = `<html><body>${tables.join('<p>x</p>')}</body></html>`;
		const pieces = [
			'<td>',
			'</td>',
			'<tr>',
			'</table>',
			'<table>',
			'&nbsp;',
			' rowspan="3"',
			'<br>'
		];
		for (let run = 0; run < 150; run += 1) {
			let html = whole;
			for (let cut = 0; cut < 4; cut += 1) {
				const at = Math.floor(next() * html.length);
				const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
				html = html.slice(0, at) + piece + html.slice(at + Math.floor(next() * 12));
			}
			const reading = await readReport(encoder.encode(html), 'a.html', null);
			if (!reading.ok) continue;
			const { text, cells } = reading.report;
			for (const { place, raw } of cells) {
				if (place) expect(text.slice(place.start, place.end)).toBe(raw);
			}
		}
	});
});
