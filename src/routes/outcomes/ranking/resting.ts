import { link } from '$lib/components/link';
import type { Words } from '$lib/words/words';
import { reportsResting, type Resting } from '../../resting';
import { yearsSaid, yearValues } from '../../year-values';
import type { Parameters } from './parameters';
import type { RankedYears } from './ranked-years';

/** What a ranking rests on: which years, where several are added, and which of them are not. */
export function restingOf(
	{ years, admitted, basis }: RankedYears,
	{ of, at }: Pick<Parameters, 'of' | 'at'>,
	search: string,
	words: Words
): Resting {
	const [first = 0, ...others] = years;
	const resting = reportsResting(
		basis,
		link('', search, { year: yearValues(years) }).slice(1),
		words
	);
	const remarks = [
		...(others.length > 0 ? [words.ranking.added(yearsSaid(years, words))] : []),
		...(at === 'all' && years.length < admitted.length
			? [words.ranking.leftOut[of === 'outcomes' ? 'outcomes' : 'remedies'](first)]
			: [])
	];
	return { ...resting, remarks: [...remarks, ...resting.remarks] };
}
