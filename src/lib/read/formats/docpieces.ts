import { longAt, runAt, runsOf, shortAt, sprmsIn, type PropertyRun, type Sprm } from './sprm.ts';
import { OleTrouble, type OleFile } from './ole.ts';
import { LIMITS } from '../../limits.ts';

/** Thrown for a Word file that asks for a password. */
export class DocEncrypted extends Error {}

/** Places in the header of a Word file ([MS-DOC] 2.5), and the bits of its flags. */
const HEADER = {
	version: 2,
	flags: 10,
	length: 0x4c,
	characters: 0xfa,
	paragraphs: 0x102,
	text: 0x1a2
};
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** The version of Word 97; older ones are laid out otherwise. */
const WORD_97 = 0x00c1;

/** A Word 97 to 2003 file: the characters of its body, and what is known of each. */
export class DocPieces {
	/** The body; one character for each of the file's. */
	readonly text: string;
	/** Where each character's byte stands, piece by piece. */
	private readonly pieces: { start: number; end: number; byte: number; width: 1 | 2 }[] = [];
	private readonly paragraphs: readonly PropertyRun[];
	private readonly characters: readonly PropertyRun[];
	private readonly data: Uint8Array;

	/** @throws {OleTrouble | DocEncrypted} */
	constructor(file: OleFile) {
		const document = file.stream('WordDocument');
		if (!document || shortAt(document, 0) !== 0xa5ec) throw new OleTrouble('没有 Word 正文');
		const flags = shortAt(document, HEADER.flags);
		if (flags & ENCRYPTED) throw new DocEncrypted();
		if (shortAt(document, HEADER.version) < WORD_97) throw new OleTrouble('早于 Word 97 的格式');
		const table = file.stream(flags & SECOND_TABLE ? '1Table' : '0Table');
		if (!table) throw new OleTrouble('没有属性表');
		this.data = file.stream('Data') ?? new Uint8Array(0);
		const part = (at: number) => {
			const start = longAt(document, at);
			return table.subarray(start, start + longAt(document, at + 4));
		};
		this.text = this.read(document, part(HEADER.text), longAt(document, HEADER.length));
		this.paragraphs = runsOf(document, part(HEADER.paragraphs), 'paragraphs');
		this.characters = runsOf(document, part(HEADER.characters), 'characters');
	}

	/** The body's text from its pieces ([MS-DOC] 2.4.1). */
	private read(document: Uint8Array, list: Uint8Array, length: number): string {
		let at = 0;
		while (list[at] === 1) at += 3 + shortAt(list, at + 1);
		if (list[at] !== 2) throw new OleTrouble('没有正文的目录');
		const count = Math.floor((longAt(list, at + 1) - 4) / 12);
		const first = at + 5;
		if (first + count * 12 > list.length) throw new OleTrouble('正文的目录不完整');
		let text = '';
		for (let index = 0; index < count && text.length < length; index += 1) {
			const size = longAt(list, first + index * 4 + 4) - longAt(list, first + index * 4);
			const place = longAt(list, first + (count + 1) * 4 + index * 8 + 2);
			const narrow = (place & 0x40000000) !== 0;
			const byte = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
			const width = narrow ? 1 : 2;
			const bytes = document.subarray(byte, byte + Math.max(size, 0) * width);
			if (size < 0 || bytes.length < size * width) throw new OleTrouble('正文不完整');
			const words = new TextDecoder(narrow ? 'windows-1252' : 'utf-16le', {
				ignoreBOM: true
			}).decode(bytes);
			if (words.length !== size) throw new OleTrouble('正文的字符有误');
			this.pieces.push({ start: text.length, end: text.length + size, byte, width });
			text += words;
			if (text.length > LIMITS.textLength) throw new OleTrouble('正文过长');
		}
		return text.slice(0, length);
	}

	private piece = 0;

	/** The byte at which a character stands; asked for in order it takes no search. */
	private byteOf(index: number): number {
		const inPiece = () => {
			const piece = this.pieces[this.piece];
			return piece && index >= piece.start && index < piece.end ? piece : null;
		};
		let piece = inPiece();
		if (!piece && (this.pieces[this.piece]?.start ?? 0) > index) this.piece = 0;
		while (!piece && this.piece < this.pieces.length) {
			this.piece += 1;
			piece = inPiece();
		}
		return piece ? piece.byte + (index - piece.start) * piece.width : -1;
	}

	/** The properties of the paragraph that a mark ends, those kept apart too. */
	paragraphAt(index: number): readonly Sprm[] {
		const run = runAt(this.paragraphs, this.byteOf(index));
		if (!run) return [];
		return sprmsIn(run.list).flatMap((sprm) => {
			if (sprm.code !== KEPT_APART && sprm.code !== TABLE_KEPT_APART) return [sprm];
			const place = longAt(sprm.operand, 0);
			const list = this.data.subarray(place + 2, place + 2 + shortAt(this.data, place));
			return [sprm, ...sprmsIn(list)];
		});
	}

	/** The properties of a character. */
	characterAt(index: number): PropertyRun | null {
		return runAt(this.characters, this.byteOf(index));
	}
}

/** Properties too long for their page stand in the stream `Data` ([MS-DOC] 2.6.2, 2.6.3). */
const KEPT_APART = 0x6646;
const TABLE_KEPT_APART = 0x646b;
