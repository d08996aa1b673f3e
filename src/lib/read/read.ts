import {
	editionForYear,
	FORM_CELLS,
	INVENTED_MARK,
	type Address,
	type Cell,
	type FormCode,
	type ManifestRow,
	type Reading,
	type Report,
	type Span
} from '../form/index.ts';
import type { ReadCell } from './tables/cells.ts';
import { deduce } from './tables/deduction.ts';
import { filesIn, isArchive, type ArchiveFile } from './formats/archive.ts';
import { openDocument } from './formats/open.ts';
import { rejected } from './formats/opened.ts';
import { identify } from './identity/identity.ts';
import { placeOf } from './identity/passage.ts';
import { passagesOf, type Passages } from './identity/passages.ts';
import { isNarrated } from './narrative.ts';
import { parsedReports, readParsed } from './parsed/parsed-file.ts';
import { simplified } from './simplified.ts';
import { inWords, type Document } from './slot.ts';
import { findTables, readTables, type Tables } from './tables/tables.ts';

/** Changes whenever the same bytes may give other rows; ingest then reads every file again. */
export const READER_VERSION = '8';

/** One report of a file, or why there is none: the file itself, or a member of an archive. */
export interface Member {
	/** The file's own source, or the archive's with the member's path in it behind a `/`. */
	readonly source: string;
	readonly bytes: Uint8Array;
	readonly reading: Reading;
}

/** What the office's manifest says of a source. */
type WordOf = (source: string) => ManifestRow | null;

/**
 * Reads one file: bytes to the reports in it, or the reasons why there are none. Pure: no disk, no
 * clock, and the same bytes give the same reports on any machine.
 *
 * @param source the file's path relative to the folder given to ingest, with `/` between folders
 * @param wordOf what the office's manifest says of a source; it wins over what the text says
 */
export async function* readFile(
	bytes: Uint8Array,
	source: string,
	wordOf: WordOf
): AsyncGenerator<Member> {
	if (!(await isArchive(bytes))) {
		yield* reportsIn(bytes, source, wordOf);
		return;
	}
	for await (const file of filesIn(bytes)) {
		const own = file.path === '' ? source : `${source}/${file.path}`;
		yield* membersIn(file, own, wordOf);
	}
}

/** The reports of one file that is no archive: one, or as many as a parser of the office's gave. */
async function* reportsIn(
	bytes: Uint8Array,
	source: string,
	wordOf: WordOf
): AsyncGenerator<Member> {
	const parsed = parsedReports(bytes);
	if (parsed) {
		for (const member of readParsed(parsed, source, wordOf)) yield { ...member, bytes };
		return;
	}
	yield { source, bytes, reading: await readReport(bytes, source, wordOf(source)) };
}

/** Reads one file of an archive; whatever is wrong with it, the others are read. */
async function* membersIn(
	{ bytes, rejection }: ArchiveFile,
	source: string,
	wordOf: WordOf
): AsyncGenerator<Member> {
	if (rejection) {
		yield { source, bytes, reading: { ok: false, rejection } };
		return;
	}
	try {
		yield* reportsIn(bytes, source, wordOf);
	} catch (error) {
		const words = error instanceof Error ? error.message : String(error);
		const reason = `读取程序出错：${words.slice(0, 200)}。请把这个文件交给维护者。`;
		yield {
			source,
			bytes,
			reading: rejected('reader_failed', reason, { said: words.slice(0, 200) })
		};
	}
}

/** Reads bytes that hold one report. */
export async function readReport(
	bytes: Uint8Array,
	source: string,
	manifest: ManifestRow | null
): Promise<Reading> {
	const opened = await openDocument(bytes);
	return opened.ok ? readDocument(opened.document, source, manifest) : opened;
}

/** Reads the report that stands in an opened file. */
function readDocument(document: Document, source: string, manifest: ManifestRow | null): Reading {
	const { text } = document;
	const plain = inPlainWords(document);
	const passages = passagesOf(plain);
	const { identity, evidence, agencySettled } = identify(passages, source, manifest);
	const found = findTables(plain, identity.year);
	const tables = readTables(found, identity.year);
	const { read } = tables;
	const tabled = read.cells.size > 0;
	const form = tabled ? tables.form : formWithoutTable(plain, passages, tables, identity.year);
	if (form === null) return withoutTable(plain.text);
	if (!tabled) read.noteNoTable();
	if (!agencySettled) read.note('agency_unresolved', null, identity.agency ?? '');
	if (identity.year === null) read.note('year_unresolved', null, passages.title?.words ?? '');
	const report: Report = {
		...identity,
		text,
		title: titleOf(passages, text),
		form,
		generated: isMarked(plain),
		cells: cellsOf({ ...tables, form }, document),
		evidence: [...evidence, ...tables.evidence].map((piece) => ({
			...piece,
			text: asWritten(text, piece.place, piece.text)
		})),
		notes: read.notes
	};
	return { ok: true, report };
}

/** A document in simplified characters and without pinyin; its places are those of the original. */
function inPlainWords(document: Document): Document {
	const text = simplified(document.text);
	if (text === document.text) return document;
	const lines = document.lines.map((line) => inWords(line, text));
	if (!document.page) return { ...document, text, lines };
	const { titles, sourceLines, links } = document.page;
	const page = { titles: titles.map(simplified), sourceLines: sourceLines.map(simplified), links };
	return { ...document, text, lines, page };
}

/** Words as they stand in the text; those given where they have no place in it. */
function asWritten(text: string, place: Span | null, words: string): string {
	if (!place) return words;
	return text.slice(place.start, place.end);
}

/** The title as it stands, on one line where it was broken. */
function titleOf({ title }: Passages, text: string): string | null {
	return title && asWritten(text, placeOf(title), title.words).replace(/\s*\n\s*/g, '');
}

/**
 * The form of a report without a table: the one whose header is left, or due for its year, all of whose cells are missing,
 * since a report whose tables were lost or are pictures was filed all the same; `free` for the
 * years that had none, and where the year is not settled. Null where the text is no report.
 */
function formWithoutTable(
	document: Document,
	passages: Passages,
	tables: Tables,
	year: number | null
): FormCode | null {
	const headed = tables.evidence.length > 0;
	if (!isNarrated(document, passages) && !(headed && passages.title)) return null;
	if (headed) return tables.form;
	return (year === null ? null : editionForYear(year)?.code) ?? 'free';
}

function isMarked({ text, page }: Document): boolean {
	return [text, ...(page?.titles ?? [])].some((words) => words.includes(INVENTED_MARK));
}

const MISSING: ReadCell = { status: 'missing', value: null, raw: null, place: null };

/** The addresses of each edition, in the order of the form. */
const ADDRESSES_OF_FORM: ReadonlyMap<FormCode, ReadonlySet<Address>> = new Map(
	[...FORM_CELLS].map(([form, cells]) => [form, new Set(cells.map(({ address }) => address))])
);

/** A cell for each of the edition's, and for whatever stands there of another edition. */
function cellsOf({ form, applicationsForm, read }: Tables, { text, boxOf }: Document): Cell[] {
	const ofForm = ADDRESSES_OF_FORM.get(form) ?? new Set<Address>();
	const others = [...read.cells.keys()].filter((address) => !ofForm.has(address));
	const deduced = deduce(read.cells, applicationsForm);
	return [...ofForm, ...others].map((address) => {
		const { status, value, raw: words, place } = read.cells.get(address) ?? MISSING;
		const box = boxOf && place && boxOf(place);
		const raw = words === null ? null : asWritten(text, place, words);
		const figure = deduced.get(address) ?? null;
		if (!box) return { address, status, value, raw, place, deduced: figure };
		return { address, status, value, raw, place, box, deduced: figure };
	});
}

const WORDS_OF_REPORT =
	/政府信息公开(?:工作)?(?:年度|情况)|主动公开政府信息|政府信息公开申请|信息公开.{0,10}年度报告/;

/** Why a text without a single cell of the form, nor a narrative, is no report. */
function withoutTable(text: string): Reading {
	if (WORDS_OF_REPORT.test(text)) {
		return rejected(
			'no_table',
			'有年度报告的标题或栏目，但既没有表格数据，也没有报告正文。请确认导出的是报告本身而不只是它的链接或附件名，并保留了表格，再重新导入。'
		);
	}
	const lost = text.match(/\ufffd|锟斤拷/g);
	if (lost && lost.length > 10) {
		return rejected(
			'encoding',
			'文字在转换编码时已经损坏（出现大量替换字符），读不出报告。请从原网页或原文件重新导出为 UTF-8 后再导入。'
		);
	}
	return rejected(
		'not_a_report',
		'没有找到政府信息公开工作年度报告的标题、栏目或表格。请确认文件是否放错，或从导入目录中移走。'
	);
}
