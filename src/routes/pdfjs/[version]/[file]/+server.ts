import { error } from '@sveltejs/kit';
import { pdfjsFile } from '$lib/server/pdfjs-files';
import { wordsOf } from '$lib/words/words';
import type { RequestHandler } from './$types';

/**
 * The worker of pdf.js, its character maps and its fonts. They come through the hooks, unlike the
 * files of the build, since a worker needs the headers that its page has; and the closed policy
 * that they get there lets the worker, which parses what strangers wrote, load and send nothing.
 * The version in the address only keeps what browsers remember apart.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
	const file = await pdfjsFile(params.file);
	if (!file) error(404, { message: wordsOf(locals.language).error[404] });
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.type,
			'content-length': String(file.bytes.length),
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
