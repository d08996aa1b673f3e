import { expect, it } from 'vitest';
import { otherNames } from './names.ts';

const named = (name: string, province: string, city: string | null, county: string | null) => ({
	agencyId: 'a',
	generated: false,
	name,
	province,
	city,
	county
});

it.each([
	[named('天津市蓟州区教育局', '天津市', null, '蓟州区'), ['天津市蓟县教育局']],
	[named('蓟县教育局', '天津市', null, '蓟县'), ['蓟州区教育局']],
	[named('成都市郫都区人民政府', '四川省', '成都市', '郫都区'), ['成都市郫县人民政府']],
	[named('青岛市黄岛区司法局', '山东省', '青岛市', '黄岛区'), ['青岛市胶南市司法局']],
	[named('瓦房子镇', '辽宁省', '朝阳市', '朝阳县'), []],
	[named('甲市教育局', '示例省', '甲市', null), []]
])('$name was, or is, called otherwise', (agency, others) => {
	expect(otherNames(agency)).toEqual(others);
});
