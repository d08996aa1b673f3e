import { dueByPractice, isAskedAbout, REGULATION_OF_2019 } from '$lib/form';
import type { ExpectedFiling, ExpectedOrgan, RosterWord } from '$lib/server/queries';
import { filingLetter, type DueBy } from '$lib/words/filing-letter';
import { letter, numeralOf } from '$lib/words/letter';
import type { Letter, LetterPart } from '../../letter/document';

/** What a letter is made from: an organ, what the roster says of it, and the years it is about. */
export interface Asked {
	readonly organ: ExpectedOrgan;
	readonly roster: RosterWord | null;
	readonly admits: (year: number) => boolean;
	/** The day of writing, `YYYY-MM-DD`: what is due later is not yet asked for. */
	readonly today: string;
}

/** Organs of which no regulation is known to set the day: it speaks of departments and governments. */
const OTHERWISE: readonly (string | null)[] = [null, 'other', 'public_institution', 'zone'];

function dueBy(organ: ExpectedOrgan, year: number): DueBy {
	if (dueByPractice(organ, year)) return 'custom';
	if (OTHERWISE.includes(organ.kind)) return 'unknown';
	return year < REGULATION_OF_2019 ? 'regulation_of_2008' : 'regulation_of_2019';
}

/** Parts of a letter, in their order. */
type PartName = keyof typeof filingLetter.heading;
const PARTS = Object.keys(filingLetter.heading) as PartName[];

/** The part that tells of a year; null for a report that is there in time, or of which no day is known. */
function partOf({ state, dueOn }: ExpectedFiling, by: DueBy, today: string): PartName | null {
	if (!isAskedAbout(state)) return null;
	if (state === 'late') return by === 'custom' ? 'afterCustom' : 'late';
	return state === 'missing' && today <= dueOn ? 'notYetDue' : state;
}

/** What is said of one year; a file by its own name, as whoever sent it knows it. */
function pointOf(filing: ExpectedFiling, by: DueBy, name: PartName): string {
	const { year, state, dueOn, publishedOn, daysLate, reportId, source, title } = filing;
	const file = source?.split('/').at(-1) ?? '';
	if (state === 'unresolved') return filingLetter.unresolved(year, file, title);
	if (state === 'unreadable') {
		return reportId === null
			? filingLetter.sighted(year, file)
			: filingLetter.unreadable(year, file);
	}
	if (publishedOn !== null && daysLate !== null) {
		return filingLetter.late(year, by, dueOn, publishedOn, daysLate, title);
	}
	return filingLetter[name === 'notYetDue' ? 'notYetDue' : 'missing'](year, by, dueOn);
}

/** What is asked about the reports of a part; what is not there may be due by law, by custom, or both. */
function askedOf(name: PartName, dues: ReadonlySet<DueBy>): string {
	const missing = name === 'missing' || name === 'notYetDue';
	return [
		filingLetter.asked[name],
		...(missing && dues.has('regulation_of_2019') ? [filingLetter.contents] : []),
		...(missing && dues.has('custom') ? [filingLetter.custom] : [])
	].join('');
}

function partsOf({ organ, admits, today }: Asked): (LetterPart & { readonly name: PartName })[] {
	const told = organ.filings
		.filter(({ year }) => admits(year))
		.map((filing) => ({ filing, by: dueBy(organ, filing.year) }))
		.map(({ filing, by }) => ({ filing, by, part: partOf(filing, by, today) }));
	return PARTS.map((name) => ({ name, own: told.filter(({ part }) => part === name) }))
		.filter(({ own }) => own.length > 0)
		.map(({ name, own }, index) => ({
			name,
			heading: filingLetter.part(numeralOf(index + 1), filingLetter.heading[name]),
			source: null,
			points: own.map(({ filing, by }) => [pointOf(filing, by, name)]),
			notes: [],
			asked: askedOf(name, new Set(own.map(({ by }) => by)))
		}));
}

/** Why a report is expected of the organ, and what the roster says of it besides. */
function expectation({ organ, roster }: Asked): string {
	if (!organ.listed) {
		const [first] = organ.filings;
		return first ? filingLetter.onceFiled(first.year) : '';
	}
	return [
		filingLetter.onRoster(organ.parent),
		roster?.founded && filingLetter.founded(roster.founded),
		roster?.abolished && filingLetter.abolished(roster.abolished, roster.succeededBy),
		roster?.formerly && filingLetter.formerly(roster.formerly)
	]
		.filter(Boolean)
		.join('');
}

/**
 * A letter that asks an organ for the reports that are not there, and about those that came late or
 * could not be read. It has no parts where there is nothing to ask.
 */
export function filingLetterOf(asked: Asked): Letter {
	const parts = partsOf(asked);
	const missing = parts.some(({ name }) => name === 'missing');
	return {
		subject: filingLetter.subject[missing ? 'missing' : 'other'],
		invented: asked.organ.generated ? letter.invented : null,
		to: letter.to(asked.organ.agency),
		opening: `${expectation(asked)}${filingLetter.opening}`,
		parts,
		notes: letter.notes,
		leftOut: null,
		closing: filingLetter.closing,
		reply: letter.reply,
		sender: letter.sender,
		date: letter.date
	};
}
