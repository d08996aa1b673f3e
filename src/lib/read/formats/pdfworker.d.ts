/** The parser of pdf.js, which is published without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
	export const WorkerMessageHandler: {
		/** Lets a parser answer to what comes through a port. */
		initializeFromPort(port: unknown): void;
	};
}
