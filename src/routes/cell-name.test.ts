import { describe, expect, it } from 'vitest';
import { cellName, nameAmong } from './cell-name';

const RECEIVED = 'applications/received/total';
const GRANTED = 'applications/granted/total';
const BUSINESS = 'applications/received/business';

describe('the name of a cell', () => {
	it('is its row and its column, with the group of a row that needs one', () => {
		expect(cellName('applications/refused_state_secret/total', 'zh', '2021')).toBe(
			'不予公开/属于国家秘密 · 总计'
		);
		expect(cellName('disclosure/normative_documents/made', 'zh', '2019')).toBe(
			'规范性文件 · 本年新制作数量'
		);
		expect(cellName('no/such/cell', 'zh')).toBeNull();
	});

	it('among others is what they do not share', () => {
		expect(nameAmong(BUSINESS, [RECEIVED, BUSINESS], 'en', '2021')).toBe('Businesses');
		expect(nameAmong(GRANTED, [RECEIVED, GRANTED], 'zh', '2021')).toBe('予以公开');
		expect(nameAmong(GRANTED, [BUSINESS, GRANTED], 'zh', '2021')).toBe('予以公开 · 总计');
	});

	it('is told even of a cell that the edition has not', () => {
		expect(nameAmong('disclosure/procurement/amount', [GRANTED], 'zh', '2021')).toContain(
			'政府集中采购'
		);
	});
});
