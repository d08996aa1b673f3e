import type { PDFDocumentLoadingTask, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { LIMITS } from '../../../../../lib/limits.ts';

/** A PDF that is being opened, or open. Closing ends its worker. */
export interface OpenedPdf {
	readonly document: PDFDocumentLoadingTask['promise'];
	readonly close: () => void;
}

/** Opens the PDF at an address of this server; pdf.js is loaded for the first one. */
export async function openPdf(url: string): Promise<OpenedPdf> {
	const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
	const files = `/pdfjs/${pdfjs.version}/`;
	pdfjs.GlobalWorkerOptions.workerSrc = `${files}pdf.worker.min.mjs`;
	const task = pdfjs.getDocument({
		url,
		cMapUrl: files,
		standardFontDataUrl: files,
		// The worker may not ask the network, nor compile anything: this page does the first for it.
		useWorkerFetch: false,
		useWasm: false,
		isEvalSupported: false,
		disableRange: true,
		maxImageSize: LIMITS.pdfDrawnPixels,
		verbosity: pdfjs.VerbosityLevel.ERRORS
	});
	return { document: task.promise, close: () => void task.destroy() };
}

/** The size of a page as it is shown, in points. */
export function sizeOf(page: PDFPageProxy): { width: number; height: number } {
	const { width, height } = page.getViewport({ scale: 1 });
	return { width, height };
}

/** Begins to draw a page as many pixels wide as asked, or as the limit allows. */
export function drawing(page: PDFPageProxy, canvas: HTMLCanvasElement, pixels: number): RenderTask {
	const { width, height } = sizeOf(page);
	const scale = Math.min(pixels / width, Math.sqrt(LIMITS.pdfDrawnPixels / (width * height)));
	const viewport = page.getViewport({ scale });
	canvas.width = Math.floor(viewport.width);
	canvas.height = Math.floor(viewport.height);
	return page.render({ canvas, viewport });
}
