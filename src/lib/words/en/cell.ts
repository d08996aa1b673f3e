import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const status: Words['status'] = {
	reported: 'reported',
	blank: 'blank',
	missing: 'missing',
	unreadable: 'unreadable',
	notCollected: 'not collected',
	deduced: 'deduced'
};

export const cell: Words['cell'] = {
	blank: 'blank',
	missing: 'missing',
	unreadable: '?',
	notCollected: 'n/c',
	blankWhy: 'The form has this cell; it is empty or a dash',
	missingWhy: 'The source has no such cell',
	unreadableWhy: (raw) => `What stands here is no figure: “${raw}”`,
	deducedWhy: (value) => `The form’s sums force ${value}; the source does not say it`,
	notCollectedWhy: 'This edition of the form does not ask for it',
	inSource: (raw) => `In the source: “${raw}”`,
	correctedTo: 'corrected to',
	correctedWhy: (who: string, when: string, why: string) => `corrected by ${who}, ${when}: ${why}`,
	findingsHere: (n) => plural(n, 'finding')
};

export const unit: Words['unit'] = { count: 'count', wan_yuan: '10,000 yuan' };
