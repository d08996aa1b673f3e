import { describe, expect, test } from 'vitest';
import { narrativeTold } from './copies.ts';
import { fixtureReport } from './fixture.ts';
import { narrativeOf } from './narrative.ts';

const told = (words: string) => narrativeOf(fixtureReport({ words }));

describe('a narrative', () => {
	test('is its sentences, without titles, headings, dates and navigation', () => {
		const page = `首页 > 公开\n甲市民政局2020年政府信息公开工作年度报告\n发布时间：2021-01-20\n一、总体情况\n全年公开三次，\n未收到申请。\n二、主动公开政府信息情况\n`;
		expect(told(page)).toBe('全年公开三次，未收到申请。');
	});

	test('is the same however its lines are broken, and whichever year it tells of', () => {
		const once = '2019年，我局按月检查，\n及时补齐。\n（一）公开。工作正常。\n';
		const again = '2020 年，我局按月\n检查，及时补齐。（一）公开。\n  工作正常。\n';
		expect(told(again)).toBe(told(once));
	});

	test('keeps its figures: another number is another narrative', () => {
		expect(told('收到申请5件，全部办结。\n')).not.toBe(told('收到申请6件，全部办结。\n'));
	});

	test('leaves out what stands between the first cell of the tables and the last', () => {
		const report = fixtureReport({ words: '工作正常，没有申请。\n' });
		const text = `${report.text}其他事项，照常办理。\n`;
		const start = report.text.indexOf('\n', report.text.indexOf('。')) + 1;
		const noted = text.slice(0, start + 4) + '注，非报告文字。' + text.slice(start + 12);
		expect(narrativeOf({ ...report, text: noted })).toBe(
			'工作正常，没有申请。其他事项，照常办理。'
		);
	});

	test('of a few sentences is not told: other reports have the same', () => {
		const sentence = '本年度没有收到政府信息公开申请，也没有发生行政复议和行政诉讼。\n';
		expect(narrativeTold(fixtureReport({ words: sentence.repeat(3) }))).toBeNull();
		expect(narrativeTold(fixtureReport({ words: sentence.repeat(12) }))).not.toBeNull();
	});
});
