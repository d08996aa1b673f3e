import { describe, expect, it } from 'vitest';
import { divisionsCalled, divisionsKnownAs, divisionsNamed, type Division } from './divisions.ts';

const path = ({ province, city, county }: Division) => [province, city, county].join('/');

describe('official divisions', () => {
	it.each([
		['朝阳县', ['辽宁省/朝阳市/朝阳县']],
		['朝阳区', ['北京市//朝阳区', '吉林省/长春市/朝阳区']],
		['仙桃市', ['湖北省//仙桃市']],
		['城口县', ['重庆市//城口县']],
		['内蒙古自治区', ['内蒙古自治区//']],
		['东莞市', ['广东省/东莞市/']],
		['嘉峪关市', ['甘肃省/嘉峪关市/']],
		['阿拉尔市', ['新疆维吾尔自治区//阿拉尔市']],
		['米林市', ['西藏自治区/林芝市/米林市']],
		['锡林郭勒盟', ['内蒙古自治区/锡林郭勒盟/']],
		['大兴安岭地区', ['黑龙江省/大兴安岭地区/']],
		['甲市', []],
		['市辖区', []]
	])('%s', (name, expected) => {
		expect(divisionsNamed(name).map(path)).toEqual(expected);
	});

	it('hold every province, and no development zone', () => {
		expect(divisionsNamed('台湾省')).toHaveLength(1);
		expect(divisionsNamed('苏州工业园区')).toEqual([]);
		expect(divisionsNamed('浦东新区')).toHaveLength(1);
	});

	it('are known by shorter names', () => {
		expect(divisionsKnownAs('恩施州').map(path)).toEqual(['湖北省/恩施土家族苗族自治州/']);
		expect(divisionsKnownAs('积石山县').map(({ city }) => city)).toEqual(['临夏回族自治州']);
		expect(divisionsCalled('沭阳').map(path)).toEqual(['江苏省/宿迁市/沭阳县']);
		expect(divisionsCalled('广西').map(path)).toEqual(['广西壮族自治区//']);
		expect(divisionsCalled('公安')).toEqual([]);
		expect(divisionsCalled('吉林').map(path)).toEqual(['吉林省//', '吉林省/吉林市/']);
	});

	it('are known by the names of their day', () => {
		const [old] = divisionsNamed('郫县');
		expect(old && path(old)).toBe('四川省/成都市/郫县');
		expect(old?.former?.last).toBe(2016);
		expect(old?.former && path(old.former.now)).toBe('四川省/成都市/郫都区');
		expect(divisionsNamed('寿县').map(path)).toEqual(['安徽省/淮南市/寿县', '安徽省/六安市/寿县']);
		expect(divisionsNamed('襄樊市').map(path)).toEqual(['湖北省/襄樊市/']);
	});
});
