import type { Box, Span } from '../../form/index.ts';
import { united, type Rect } from './pdfmatrix.ts';
import { betweenLines, type GlyphLine } from './pdflines.ts';

interface Mark extends Span {
	readonly box: Box;
}

/** The text of a PDF as it is written, with the place of every character on its page. */
export class PdfText {
	private readonly parts: string[] = [];
	private readonly marks: Mark[] = [];
	/** Cells without characters, by where they stand in the text. */
	private readonly blanks = new Map<number, Mark>();
	private size = 0;

	get length(): number {
		return this.size;
	}

	get text(): string {
		return this.parts.join('');
	}

	/** Writes what stands between characters. */
	put(words: string): void {
		this.parts.push(words);
		this.size += words.length;
	}

	/** Writes the characters of a line. */
	line({ glyphs }: GlyphLine): void {
		glyphs.forEach(({ text, spaced, box }, index) => {
			if (spaced && index > 0) this.put(' ');
			this.marks.push({ start: this.size, end: this.size + text.length, box });
			this.put(text);
		});
	}

	/** Writes the lines of one cell. */
	cell(lines: readonly GlyphLine[], width: number): void {
		lines.forEach((line, index) => {
			const above = lines[index - 1];
			if (above) this.put(betweenLines(above, line, width));
			this.line(line);
		});
	}

	/** Remembers where a cell without characters stands. */
	blank(page: number, rect: Rect): void {
		this.blanks.set(this.size, { start: this.size, end: this.size, box: { page, ...rect } });
	}

	/** Where a span stands: around its characters on the page on which it begins. */
	boxOf({ start, end }: Span): Box | null {
		if (start === end) {
			const blank = this.blanks.get(start);
			return blank ? rounded(blank.box) : null;
		}
		let [low, high] = [0, this.marks.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.marks[middle]?.end ?? Infinity) <= start) low = middle + 1;
			else high = middle;
		}
		const first = this.marks[low];
		if (!first || first.start >= end) return null;
		let { box } = first;
		for (let index = low + 1; ; index += 1) {
			const mark = this.marks[index];
			if (!mark || mark.start >= end || mark.box.page !== box.page) break;
			box = { page: box.page, ...united(box, mark.box) };
		}
		return rounded(box);
	}
}

/** Hundredths of a point are more than any screen shows. */
const round = (points: number) => Math.round(points * 100) / 100;

function rounded({ page, left, top, right, bottom }: Box): Box {
	return {
		page,
		left: round(left),
		top: round(top),
		right: round(right),
		bottom: round(bottom)
	};
}
