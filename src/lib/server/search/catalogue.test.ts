import { expect, it } from 'vitest';
import { RULES } from '../../check/rules.ts';
import { cellsNamed, rulesNamed } from './catalogue.ts';

it.each([
	['行政许可处理决定数量', 'disclosure/licensing/decisions'],
	['行政许可', 'disclosure/licensing/decisions'],
	['許可 決定', 'disclosure/licensing/decisions'],
	['属于国家秘密', 'applications/refused_state_secret/total'],
	['不予公开 第三方', 'applications/refused_third_party/total'],
	['行政诉讼结果纠正', 'statistics/litigation_corrected/count'],
	['行政赔偿结果纠正', null],
	['Licensing', 'disclosure/licensing/decisions'],
	['政府集中采购', 'disclosure/procurement/amount']
])('%s is a cell of the form', (question, address) => {
	const found = cellsNamed(question);
	if (address === null) expect(found).toEqual([]);
	else expect(found).toContain(address);
});

it('names no cell for what is in no label, or says too little', () => {
	expect(cellsNamed('甲市教育局')).toEqual([]);
	expect(cellsNamed('公')).toEqual([]);
	expect(cellsNamed('')).toEqual([]);
	expect(cellsNamed('%_\\')).toEqual([]);
});

it('prefers the very words to their characters in order', () => {
	const [first, ...others] = cellsNamed('规章');
	expect(first).toMatch(/^disclosure\/regulations\//);
	expect(others.every((address) => address.startsWith('disclosure/regulations/'))).toBe(true);
});

it('finds every rule by its title, and by its code', () => {
	for (const { code, title } of RULES) {
		expect(rulesNamed(title.zh)[0]).toBe(code);
		expect(rulesNamed(code)).toContain(code);
	}
	expect(rulesNamed('没有这样的规则')).toEqual([]);
});
