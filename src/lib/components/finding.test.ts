import { expect, test } from 'vitest';
import { zh } from '../words/zh.ts';
import { inFigures, mendingOf } from './finding.ts';

test('a message that suggests a figure is cut around the name of the suspect', () => {
	const message =
		'“自然人”一列：各项办理结果合计 3，（七）总计填报 2，两者不等。如“3.危及“三安全一稳定”·自然人”由 1 改为 0，有关各式即可成立。';
	const mending = mendingOf(message);
	expect(mending).toMatchObject({ suspect: '3.危及“三安全一稳定”·自然人', figure: '1' });
	expect(mending?.found).toBe('“自然人”一列：各项办理结果合计 3，（七）总计填报 2，两者不等。');
	expect(`${mending?.found}${mending?.before}${mending?.suspect}${mending?.after}`).toBe(message);
});

test('a message that suggests none is left whole', () => {
	expect(mendingOf('规范性文件：本年新制作数量 45，大于本年新公开数量 23。')).toBeNull();
	expect(mendingOf('')).toBeNull();
});

test('a finding without figures is said to be about all of the report', () => {
	expect(inFigures({ observed: null, expected: null }, zh)).toBe('关于整份报告');
	expect(inFigures({ observed: 1234, expected: null }, zh)).toBe('填报 1,234');
	expect(inFigures({ observed: 0, expected: 3 }, zh)).toMatch(/0.*3/);
});
