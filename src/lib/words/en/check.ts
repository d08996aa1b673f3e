import { count } from '../../chart/number.ts';
import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const check: Words['check'] = {
	title: 'Check a report that is not in the store',
	lead: 'Give a file, or paste its text, and see what Gouji reads in it, what does not add up and what is in doubt, before it is published or ingested.',
	kept: 'Nothing is kept: no store, no file, no log of what it says; leave this page, and the result is gone.',
	form: 'The report to check',
	another: 'Check another',
	file: 'File',
	choose: 'Choose a file',
	noFile: 'No file chosen',
	fileHint: (most) =>
		`Choose one, or drop it above: text, web page, Word, Excel or PDF, up to ${most}.`,
	text: 'Or paste its text',
	textHint:
		'Copy it from the page or the document with its tables. Where a file is chosen, the file counts.',
	go: 'Check',
	busy: 'Reading and checking …',
	stop: 'Stop',
	stopped: 'Stopped.',
	problems: {
		nothing: 'Choose a file, or paste the text of a report.',
		busy: 'Too many are checking at once; please try again in a few seconds.',
		late: 'The file did not arrive in time; please try again.',
		broken: 'What arrived was not whole; please try again.',
		failed: 'There is no result; please try again, and tell whoever runs this site if it stays so.'
	},
	rejected: 'no report was read',
	pasted: 'Pasted text',
	found: (failing, doubtful) =>
		`${plural(failing, 'sum or bound fails', 'sums and bounds fail')}, ${count(doubtful)} in doubt`,
	foundNothing: 'everything that could be checked adds up',
	couldNot: 'nothing could be checked',
	terms: 'What failing, doubt and origin mean',
	meaning:
		'A sum or bound fails where the figures, as read, contradict one another. In doubt are warnings and notes, and whatever rests on figures whose place the reader itself doubted: compare that with the source first.',
	answers: (pass, fail, undecided) =>
		`The rules gave ${plural(pass + fail + undecided, 'answer')}: ${count(pass)} pass, ${count(fail)} fail, ${count(undecided)} undecided.`,
	alone:
		'What a report takes over from the year before, and whether its figures or words are another report’s, is checked only once it is ingested, and was not checked here.',
	cells: 'Cells',
	cellCounts: (reported, blank, missing, unreadable) =>
		`${count(reported + blank + missing + unreadable)} in all: ${count(reported)} reported, ${count(blank)} blank, ${count(missing)} missing, ${count(unreadable)} unreadable`,
	noCells: 'no table in this edition',
	agency: 'Agency',
	year: 'Year',
	unsettled:
		'Agency or year is not settled; the evidence stands at the end of this page. The manifest can say it at ingest; in a report of your own, better write both out in the title.',
	findings: 'What fails and what is in doubt',
	print: 'Print',
	copy: 'Copy the list',
	copied: 'Copied',
	nothingFound: 'No rule found anything that fails or is in doubt.',
	members: 'What is in the file',
	membersLead: (read) => `The file holds ${plural(read, 'member')}.`,
	membersCut: (read) =>
		`The file holds more than these; only the first ${count(read)} were read. Check the others one by one, or ingest them.`,
	membersShown: 'The first report is shown below.',
	membersNone: 'None was read as a report.',
	member: 'Member',
	result: 'Result',
	shown: 'shown below'
};
