import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { RejectionCode } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import type { Matrix } from './pdfmatrix.ts';
import { PortPair } from './pdfport.ts';

/** A PDF that is not read; the message is the reason for people. */
export class PdfRefused extends Error {
	constructor(
		readonly code: RejectionCode,
		reason: string
	) {
		super(reason);
	}
}

/** A font as far as the places of its characters need it. */
export interface PdfFont {
	readonly vertical?: boolean;
	readonly isType3Font?: boolean;
	readonly fontMatrix?: readonly number[];
	readonly defaultVMetrics?: readonly number[];
	readonly ascent?: number;
	readonly descent?: number;
}

/** One page as pdf.js gives it: operators with their arguments, in the order in which they paint. */
export interface PdfPage {
	/** From 1. */
	readonly number: number;
	readonly width: number;
	readonly height: number;
	/** From the page's own space to points from its top left, its rotation included. */
	readonly toPage: Matrix;
	readonly operators: readonly number[];
	readonly operands: readonly unknown[];
	readonly fontOf: (name: string) => PdfFont | null;
	/** Whether an optional layer shows. */
	readonly shows: (layer: unknown) => boolean;
}

const TOO_LARGE = 'PDF 的页数或内容超过了上限，不像一份报告。请只保留报告的正文页后再导入。';

/** The pages of a PDF, one after the other; nothing of the file is kept open afterwards. */
export async function* pagesOf(bytes: Uint8Array): AsyncGenerator<PdfPage> {
	const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
	let exceed: (error: Error) => void = () => {};
	const exceeded = new Promise<never>((_, reject) => (exceed = reject));
	exceeded.catch(() => {});
	const ports = new PortPair(() => exceed(new PdfRefused('too_large', TOO_LARGE)));
	const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
	const worker = new pdf.PDFWorker({ port: ports.main, verbosity: 0 } as never);
	WorkerMessageHandler.initializeFromPort(ports.worker);
	const task = pdf.getDocument({
		...OPTIONS,
		data: new Uint8Array(bytes),
		worker,
		...dataFolders()
	});
	// Without an answer pdf.js would ask for the password for ever.
	task.onPassword = () => {
		exceed(new PdfRefused('encrypted', ENCRYPTED));
	};
	const within = <T>(promise: Promise<T>): Promise<T> => {
		promise.catch(() => {});
		return Promise.race([promise, exceeded]);
	};
	try {
		const document = await within(task.promise);
		if (document.numPages > LIMITS.pdfPages) throw new PdfRefused('too_large', TOO_LARGE);
		const layers = await within(document.getOptionalContentConfig());
		for (let number = 1; number <= document.numPages; number += 1) {
			const page = await within(pageAt(document, number, within));
			if (page) yield { ...page, shows: (layer) => Boolean(layers.isVisible(layer)) };
		}
		await within(task.destroy());
	} finally {
		ports.close();
		worker.destroy();
	}
}

const ENCRYPTED = 'PDF 设了打开密码，读不出内容。请用密码打开后另存为不加密的 PDF，再导入。';

/** Nothing is drawn, so no picture is decoded and no font is set up; nothing in the file is run. */
const OPTIONS = {
	verbosity: 0,
	isEvalSupported: false,
	enableXfa: false,
	useSystemFonts: false,
	disableFontFace: true,
	useWasm: false,
	maxImageSize: 0,
	useWorkerFetch: false,
	disableAutoFetch: true,
	disableRange: true,
	disableStream: true,
	stopAtErrors: false
} as const;

/** Where pdf.js keeps its tables of Chinese encodings, and the metrics of standard fonts. */
function dataFolders(): { cMapUrl: string; standardFontDataUrl: string } {
	const root = decodeURIComponent(
		new URL('.', import.meta.resolve('pdfjs-dist/package.json')).pathname
	);
	return { cMapUrl: `${root}cmaps/`, standardFontDataUrl: `${root}standard_fonts/` };
}

/** One page, or null for a page that the file names and does not hold. */
async function pageAt(
	document: PDFDocumentProxy,
	number: number,
	within: <T>(promise: Promise<T>) => Promise<T>
): Promise<Omit<PdfPage, 'shows'> | null> {
	const page = await within(document.getPage(number)).catch(refusedOnly);
	if (!page) return null;
	const list = await within(page.getOperatorList()).catch(refusedOnly);
	if (!list) return null;
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const fonts = new Map<string, PdfFont | null>();
	const fontOf = (name: string) => {
		const known = fonts.get(name);
		if (known !== undefined) return known;
		const font = fontNamed(page, name);
		fonts.set(name, font);
		return font;
	};
	return {
		number,
		width,
		height,
		toPage: transform as unknown as Matrix,
		operators: list.fnArray,
		operands: list.argsArray as unknown[],
		fontOf
	};
}

function refusedOnly(error: unknown): null {
	if (error instanceof PdfRefused) throw error;
	return null;
}

function fontNamed({ commonObjs }: PDFPageProxy, name: string): PdfFont | null {
	const objects = commonObjs as { has(id: string): boolean; get(id: string): unknown };
	if (!objects.has(name)) return null;
	const font = objects.get(name);
	return typeof font === 'object' && font !== null ? font : null;
}
