import { expect, test } from 'vitest';
import type { Address, Evidence, EvidenceSource, Report } from '../form/index.ts';
import { CARRIED_OVER } from './chain.ts';
import { fixtureReport, type Fixture } from './fixture.ts';
import { standingsIn } from './standing.ts';

const IN = 'applications/carried_in/natural_person';
const OUT = 'applications/carried_out/natural_person';
/** Five applications that are carried in, and out again. */
const FIVE = {
	[IN]: 5,
	[OUT]: 5,
	'applications/carried_in/total': 5,
	'applications/carried_out/total': 5
};

const told = (by: EvidenceSource): Evidence[] =>
	(['agency', 'year'] as const).map((subject) => ({
		subject,
		source: by,
		text: '',
		place: null,
		used: true
	}));
const standingOf = (of: Report, address: Address) => standingsIn(of)(address);
const report = (fixture: Fixture, by: EvidenceSource = 'title') => ({
	...fixtureReport(fixture),
	evidence: told(by)
});

test('a figure is the agency’s where it stands plainly, its sums hold and the title tells whose it is', () => {
	expect(standingOf(report({ cells: FIVE }), IN)).toBe('agency');
	expect(standingOf(report({ cells: FIVE }, 'path'), IN)).toBe('unknown');
	expect(standingOf(report({ cells: { [IN]: 5 } }), IN)).toBe('unknown');
	const blank = { ...FIVE, 'applications/received/natural_person': 'missing' as const };
	expect(standingOf(report({ cells: blank }), IN)).toBe('unknown');
});

test('a figure is ours to doubt where the reader doubted its row', () => {
	const notes = [{ code: 'short_row' as const, at: IN }];
	expect(standingOf(report({ cells: FIVE, notes }), IN)).toBe('reading');
});

test('a broken chain is the agency’s only where both its figures are', () => {
	const originOf = (later: Parameters<typeof report>, earlier: Parameters<typeof report>) => {
		const [verdict] = CARRIED_OVER.checkPair(report(...later), report(...earlier));
		return verdict?.answer === 'fail' ? verdict.finding.origin : verdict?.answer;
	};
	const four = Object.fromEntries(Object.keys(FIVE).map((address) => [address, 4]));
	expect(originOf([{ year: 2020, cells: FIVE }], [{ year: 2019, cells: four }])).toBe('agency');
	expect(originOf([{ year: 2020, cells: FIVE }], [{ year: 2019, cells: { [OUT]: 4 } }])).toBe(
		'unknown'
	);
	expect(originOf([{ year: 2020, cells: FIVE }, 'path'], [{ year: 2019, cells: four }])).toBe(
		'unknown'
	);
});

test('an applicant column is held against the same column of the year before, in the other edition too', () => {
	const earlier = report({ year: 2020, cells: FIVE });
	const verdicts = CARRIED_OVER.checkPair(
		report({ year: 2021, form: '2021', cells: { ...FIVE, [IN]: 6 } }),
		earlier
	);
	expect(verdicts.map(({ answer }) => answer)).toEqual(['fail', ...Array<string>(6).fill('pass')]);
	const gap = CARRIED_OVER.checkPair(report({ year: 2022, form: '2021', cells: FIVE }), earlier);
	expect(new Set(gap.map(({ answer }) => answer))).toEqual(new Set(['undecided']));
});
