import type { RejectionCode, Span } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { slotAt, type Area, type Document, type Line } from '../slot.ts';
import type { Opened } from './opened.ts';
import { pagesOf, PdfRefused } from './pdffile.ts';
import { nearest, type RuledCell } from './pdfgrid.ts';
import { layoutOf, type PageLayout } from './pdflayout.ts';
import { betweenLines, COLUMN_GAP, segmentsOf } from './pdflines.ts';
import { paintedOf } from './pdfpainting.ts';
import { partsOf, type PartLine, type TablePart } from './pdfparts.ts';
import { PdfText } from './pdftext.ts';
import { weigh } from './pdfweight.ts';
import { lineAt } from './text.ts';

/**
 * A PDF as the text that its pages show, in reading order: the cells of a table's row between
 * tabs, and everything else a line a line. Every character knows its box on its page.
 */
export async function readPdf(bytes: Uint8Array): Promise<Opened> {
	try {
		await weigh(bytes);
		return { ok: true, document: documentOf(await layoutsOf(bytes)) };
	} catch (error) {
		if (error instanceof PdfRefused) return refused(error.code, error.message);
		return refused('damaged', DAMAGED);
	}
}

/** Whether bytes are a PDF: its mark may stand behind some bytes that do not belong to it. */
export function isPdf(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, MARK_WITHIN + MARK.length);
	for (let at = head.indexOf(PERCENT); at !== -1; at = head.indexOf(PERCENT, at + 1)) {
		if (MARK.every((code, index) => head[at + index] === code)) return true;
	}
	return false;
}

/** `%PDF-` */
const MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PERCENT = 0x25;
/** Readers look for the mark in the first 1024 bytes (ISO 32000-1, annex H). */
const MARK_WITHIN = 1024;

const DAMAGED = 'PDF 已损坏，打不开。请从原处重新下载，或用办公软件重新导出后再导入。';
const NO_TEXT =
	'PDF 里没有文字，页面是扫描件或图片。请先做文字识别并核对，再以 JSON 或 CSV 导入；或改用 Word、网页等原件。';
const RECOGNISED =
	'PDF 是扫描件，其文字只是识别出来的隐藏层，不能当作原文。请核对后以 JSON 或 CSV 导入，或改用 Word、网页等原件。';
const GARBLED =
	'PDF 的字体没有给出文字编码，读出来是乱码。请用办公软件从原件重新导出 PDF，或改用 Word、网页等原件。';

/** Characters of a report, and of one of its pages, below which there is no report in them. */
const FEW = 40;
const FEW_ON_PAGE = 8;

function refused(code: RejectionCode, reason: string): Opened {
	return { ok: false, rejection: { code, reason } };
}

async function layoutsOf(bytes: Uint8Array): Promise<PageLayout[]> {
	const layouts: PageLayout[] = [];
	let [seen, unseen, garbled] = [0, 0, 0];
	for await (const page of pagesOf(bytes)) {
		const painted = paintedOf(page);
		seen += painted.glyphs.length;
		unseen += painted.unseen;
		garbled += painted.garbled;
		if (seen > LIMITS.textLength)
			throw new PdfRefused('too_large', 'PDF 的文字超过了上限，不像一份报告。');
		layouts.push(layoutOf(painted, page, layouts.at(-1) ?? null));
	}
	if (seen < Math.max(FEW, FEW_ON_PAGE * layouts.length)) {
		throw new PdfRefused('no_text', unseen > seen ? RECOGNISED : NO_TEXT);
	}
	if (garbled * 5 > seen) throw new PdfRefused('garbled_text', GARBLED);
	return layouts;
}

/** A line as written: its lines of slots are cut from the whole text. */
type Cut = (text: string) => Line | null;

function documentOf(layouts: readonly PageLayout[]): Document {
	const written = new PdfText();
	const parts = partsOf(layouts);
	const cuts: Cut[] = [];
	for (let index = 0; index < parts.length; index += 1) {
		const part = parts[index];
		if (part?.kind === 'table') cuts.push(...writeTable(written, part));
		if (part?.kind !== 'line') continue;
		const paragraph = [part];
		for (let next = parts[index + 1]; next?.kind === 'line' && next.goesOn;) {
			paragraph.push(next);
			index += 1;
			next = parts[index + 1];
		}
		cuts.push(...writeLines(written, paragraph));
	}
	const { text } = written;
	const lines = cuts.flatMap((cut) => cut(text) ?? []);
	return { text, lines, boxOf: (span) => written.boxOf(span) };
}

/** Writes a line, or the lines of one paragraph as one. */
function writeLines(written: PdfText, paragraph: readonly PartLine[]): Cut[] {
	const start = written.length;
	const spans: Span[] = [];
	for (const [index, { line }] of paragraph.entries()) {
		const above = paragraph[index - 1]?.line;
		if (above) written.put(betweenLines(above, line, 0));
		for (const [at, segment] of segmentsOf(line, COLUMN_GAP).entries()) {
			if (at > 0) written.put('  ');
			const from = written.length;
			written.line(segment);
			spans.push({ start: from, end: written.length });
		}
	}
	const end = written.length;
	written.put('\n');
	if (paragraph.some(({ furniture }) => furniture)) return [];
	if (spans.length === 1 || paragraph.length > 1) return [(text) => lineAt(text, start, end)];
	return [
		(text) => ({ layout: 'words', slots: spans.map((span) => slotAt(text, span.start, span.end)) })
	];
}

function writeTable(written: PdfText, part: TablePart): Cut[] {
	const { cells, ys } = part.filled.table;
	const placed = cells.map((cell, index) => ({
		...{ cell, lines: part.filled.contents[index] ?? [], area: areaOf(cell, part.columns) }
	}));
	return ys.slice(1).flatMap((_, row): Cut[] => {
		const begin = placed.filter(({ cell }) => cell.row === row);
		if (row < part.skipped || begin.length === 0) return [];
		const above = placed
			.filter(({ cell }) => cell.row < row && cell.row + cell.rows > row)
			.map(({ area }) => area);
		const spans = begin.map(({ cell, lines, area }, index) => {
			if (index > 0) written.put('\t');
			const start = written.length;
			if (lines.length === 0) written.blank(part.page.number, part.page.back(cell));
			else written.cell(lines, cell.right - cell.left);
			return { start, end: written.length, area };
		});
		written.put('\n');
		return [
			(text) => ({
				layout: 'cells',
				slots: spans.map(({ start, end, area }) => ({ ...slotAt(text, start, end), area })),
				grid: { table: part.table, above }
			})
		];
	});
}

function areaOf({ left, right, rows }: RuledCell, columns: readonly number[]): Area {
	const column = nearest(columns, left);
	return { column, columns: Math.max(nearest(columns, right) - column, 1), rows };
}
