import { expect, it } from 'vitest';
import { agencyName } from './agency-name.ts';

it.each([
	[{ agency: '甲市教育局', title: '2021' }, '甲市教育局'],
	[{ agency: null, title: '甲市某局年度报告' }, '甲市某局年度报告'],
	[{ agency: null, title: '2021' }, '未定'],
	[{ agency: null, title: null }, '未定']
])('%o is called %s', (named, name) => {
	expect(agencyName(named, '未定')).toBe(name);
});
