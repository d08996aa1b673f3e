import { describe, expect, it } from 'vitest';
import { toldApart } from './naming.ts';

describe('names of regions', () => {
	const nameOf = ({ city }: { city: string }) => city;

	it('take their province before them where two are called alike, and only then', () => {
		const cities = [
			{ province: '甲省', city: '丙市' },
			{ province: '乙省', city: '丙市' },
			{ province: '乙省', city: '丁市' }
		];
		expect(toldApart(cities, nameOf)).toEqual(['甲省 丙市', '乙省 丙市', '乙省 丁市']);
		expect(toldApart(cities.slice(1), nameOf)).toEqual(['丙市', '丁市']);
	});

	it('stay as they are where no province is known', () => {
		const unsettled = [
			{ province: null, city: '未定' },
			{ province: null, city: '未定' }
		];
		expect(toldApart(unsettled, nameOf)).toEqual(['未定', '未定']);
	});
});
