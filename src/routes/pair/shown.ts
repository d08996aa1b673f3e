import type { CellMark } from '$lib/components/form-cell';
import type { ShownFinding } from '$lib/components/finding';
import {
	editionOf,
	FORM_CELLS,
	type Evidence,
	type FormCode,
	type Language,
	type ReadingNote,
	type Status
} from '$lib/form';
import { wordsOf } from '$lib/words/words';
import { scopeName } from '../naming';

/** What a form and its source are headed by, whether the report is in the store or not. */
export interface PairReport {
	readonly form: FormCode;
	readonly generated: boolean;
	/** The format of the file it was read from. */
	readonly fileFormat: string | null;
}

/** Where the store has a report. */
export interface Stored {
	readonly reportId: string;
	readonly source: string;
	readonly sha256: string;
	/** The address of the form's cells as CSV. */
	readonly csv: string;
	/** The pages of the original that can be shown. */
	readonly pages: readonly number[];
}

/** The gravest finding of each cell; of two the first, since findings come errors first. */
export function marksOf(
	findings: readonly ShownFinding[],
	language: Language
): Map<string, CellMark> {
	const { colon } = wordsOf(language);
	const marks = new Map<string, CellMark>();
	for (const { address, severity, severityName, ruleTitle } of findings) {
		if (address === null) continue;
		const known = marks.get(address);
		marks.set(address, {
			severity: known?.severity ?? severity,
			count: (known?.count ?? 0) + 1,
			message: [known?.message, `${severityName}${colon}${ruleTitle}`].filter(Boolean).join('\n')
		});
	}
	return marks;
}

/** Why a report has no figure to see: its year has no form, or the table was lost. */
export function emptiness(
	form: FormCode,
	cells: readonly { readonly status: Status }[]
): 'noForm' | 'tableLost' | null {
	if (editionOf(form).sections.length === 0) return 'noForm';
	return cells.every(({ status }) => status === 'missing') ? 'tableLost' : null;
}

/** Evidence in the reader's words: of a scope the text is a code. */
export const shownEvidence = (evidence: readonly Evidence[], language: Language): Evidence[] =>
	evidence.map((piece) =>
		piece.subject === 'scope'
			? { ...piece, text: scopeName(piece.text, language) ?? piece.text }
			: piece
	);

/** The form's labels in English by the Chinese ones; of two alike a row's, which notes are about. */
const ENGLISH: ReadonlyMap<string, string> = new Map(
	[...FORM_CELLS.values()]
		.flatMap((cells) => [
			...cells.map(({ measure }) => measure.label),
			...cells.map(({ block }) => block.caption),
			...cells.map(({ item }) => item.label)
		])
		.map(({ zh, en }) => [zh, en])
);

/** A row, or a row and a column, in English; anything else, such as a name, as it is. */
function inEnglish(about: string): string {
	const labels = about.split(' ').map((label) => ENGLISH.get(label));
	return labels.includes(undefined) ? about : labels.join(' · ');
}

/** The notes of a reading with what they are about in the language of the page. */
export const shownNotes = (notes: readonly ReadingNote[], language: Language): ReadingNote[] =>
	notes.map((note) => (language === 'en' ? { ...note, about: inEnglish(note.about) } : note));
