import { expect, it } from 'vitest';
import { seriesOf } from '$lib/form';
import type { Basis, GroupKey, GroupSeries } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { comparedGroups } from './compared';

const BASIS: Basis = {
	scope: 'not_consolidated',
	reports: 3,
	generated: 0,
	scopeUnknown: 0,
	withoutYear: 0,
	otherScope: 0,
	level: 'city'
};
const group = (name: string | null, city: string | null): GroupSeries => ({
	group: name,
	province: '甲省',
	city,
	points: []
});

function named(by: GroupKey, groups: readonly GroupSeries[]): string[] {
	const series = seriesOf('disclosure/licensing/decisions');
	if (!series) throw new Error('no such series');
	const answer = { series, groups, groupCount: groups.length, rankedCount: groups.length };
	const view = { by, stat: 'total', basis: BASIS, search: '' } as const;
	const reader = { language: 'zh', words: wordsOf('zh') } as const;
	return comparedGroups(answer, view, [2020], reader).map(({ name }) => name);
}

it('names what is in no county, or of no kind, for what it is', () => {
	const groups = [group('丙县', '乙市'), group(null, '乙市'), group(null, null)];
	expect(named('county', groups)).toEqual(['乙市 丙县', '乙市 不属某县', '不属某县']);
	expect(named('kind', [group('education', null), group(null, null)])).toEqual([
		'教育',
		'类别未定'
	]);
});
