import type { Words } from '../zh.ts';

export const counted: Words['counted'] = {
	label: 'Totals add:',
	why: 'Totals add reports of one scope and one level only: rolled-up figures hold those of departments and of the level below, so that adding both would count twice; levels are not added either.',
	own: 'not rolled up',
	rolledUp: 'rolled up',
	who: (level, rolledUp) => (rolledUp ? `rolled-up ${level}` : level)
};
