/**
 * Whether a rejection that nobody waits for is pdf.js's own: in a damaged PDF it leaves promises
 * behind, and tells of their failures where it is waited for too. Told by its stack.
 */
const isOfPdf = (reason: unknown) =>
	/pdf(?:\.worker)?\.mjs/.test(String((reason as { readonly stack?: unknown } | null)?.stack));

/** Lets such rejections pass, which would end the process, or the reading of the next file. */
export function passStrays(): void {
	process.on('unhandledRejection', (reason) => {
		if (!isOfPdf(reason)) throw reason;
	});
}
