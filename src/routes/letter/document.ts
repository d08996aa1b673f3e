/** What is said of one matter, and then what is asked about it. */
export type Point = readonly string[];

/** A part of a letter: its heading, its points, and what is asked about all of these. */
export interface LetterPart {
	readonly heading: string;
	readonly source: string | null;
	readonly points: readonly Point[];
	/** What is no sign of a slip by itself; numbered on from the points. */
	readonly notes: readonly Point[];
	readonly asked: string | null;
}

/** A letter to an agency, paragraph by paragraph. */
export interface Letter {
	readonly subject: string;
	readonly invented: string | null;
	readonly to: string;
	readonly opening: string;
	readonly parts: readonly LetterPart[];
	/** What stands above the notes of a part. */
	readonly notes: string;
	readonly leftOut: string | null;
	readonly closing: string;
	readonly reply: string;
	readonly sender: string;
	readonly date: string;
}

/** A letter as plain text, to be copied into a document. */
export function textOf({ parts, ...letter }: Letter): string {
	const { subject, invented, to, opening, leftOut, closing, reply, sender, date } = letter;
	const lines = parts.flatMap(({ heading, source, points, notes, asked }) => {
		const numbered = [...points, ...notes].map((point, index) => `${index + 1}. ${point.join('')}`);
		return [
			heading,
			source,
			...numbered.slice(0, points.length),
			notes.length > 0 ? letter.notes : null,
			...numbered.slice(points.length),
			asked
		];
	});
	return [subject, invented, to, opening, ...lines, leftOut, closing, reply, sender, date]
		.filter((line) => line !== null)
		.join('\n');
}
