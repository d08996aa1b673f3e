import { count } from '../../chart/number.ts';
import type { Words } from '../zh.ts';

export const counted: Words['counted'] = {
	label: 'Totals add:',
	why: 'Totals add reports of one scope and one level only: rolled-up figures hold those of departments and of the level below, so that adding both would count twice; levels are not added either.',
	expected: (expected, filed) => `${count(filed)} of ${count(expected)} expected are filed`,
	onceFiled: (expected, filed) =>
		`${count(filed)} of ${count(expected)} filed, going by agencies that ever filed`,
	partlyListed: (expected, filed, unlisted) =>
		`${count(filed)} of ${count(expected)} expected are filed (${count(unlisted)} not on the roster, going by agencies that ever filed)`,
	notBoth:
		'Own and rolled-up figures together cannot be had here: they would be counted twice. Totals still add the one group chosen above.',
	own: 'not rolled up',
	rolledUp: 'rolled up',
	who: (level, rolledUp) => (rolledUp ? `rolled-up ${level}` : level)
};
