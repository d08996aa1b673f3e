import { describe, expect, it } from 'vitest';
import { figureIn, isBlankMark, valueIn } from './figure.ts';

describe('figureIn', () => {
	it.each([
		['0', 0],
		['１２', 12],
		['1,113', 1113],
		['+36', 36],
		['增98', 98],
		['增加5', 5],
		['减3', -3],
		['-8', -8],
		['+(0)', 0],
		['(0)', 0],
		['9项', 9],
		['20.268490', 20.26849],
		['22（其中修订 16 件）', 22],
		['零', 0]
	])('reads %s', (raw, number) => {
		expect(figureIn(raw)?.number).toBe(number);
	});

	it.each([
		'',
		'增',
		'0/0',
		'00',
		'007',
		'12,34',
		'1 2',
		'约5',
		'(5)',
		'5-6',
		'1e3',
		'见附件',
		'９９９９９９９９９９９９９９'
	])('finds none in %j', (raw) => {
		expect(figureIn(raw)).toBe(null);
	});
});

describe('valueIn', () => {
	it.each([
		['5万元', 5],
		['205(万)', 205],
		['251000元', 25.1],
		['3405820元', 340.582],
		['1.5亿元', 15000],
		['99999999999亿元', null],
		['43.788', 43.788],
		['5项', null]
	])('gives %s in 万元', (raw, value) => {
		const figure = figureIn(raw);
		expect(figure && valueIn('wan_yuan', figure)).toBe(value);
	});

	it('takes no money for a count', () => {
		const figure = figureIn('5万元');
		expect(figure && valueIn('count', figure)).toBe(null);
	});
});

describe('isBlankMark', () => {
	it.each(['-', '—', '——', '/', '／', '无'])('takes %s for a blank', (raw) => {
		expect(isBlankMark(raw)).toBe(true);
	});

	it.each(['0', '无数', '-1', '一'])('does not take %s for one', (raw) => {
		expect(isBlankMark(raw)).toBe(false);
	});
});
