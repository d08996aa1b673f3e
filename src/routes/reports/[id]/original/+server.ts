import { error } from '@sveltejs/kit';
import { readOriginal } from '$lib/server/originals';
import { report } from '$lib/server/queries';
import { originalHeaders } from '$lib/server/served-original';
import { storeDirectory } from '$lib/server/store';
import { wordsOf } from '$lib/words/words';
import type { RequestEvent, RequestHandler } from './$types';

/** The bytes that a report was read from, as they were given. */
async function answer({ params, locals, request }: RequestEvent, headOnly: boolean) {
	const words = wordsOf(locals.language);
	const row = await report(await locals.database(), params.id);
	if (!row) error(404, { message: words.report.notFound });
	const bytes = await readOriginal(storeDirectory(process.env).directory, row.sha256);
	if (!bytes) error(404, { message: words.report.noOriginal });
	const headers = originalHeaders(bytes, row);
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	if (known.some((tag) => tag.trim().replace(/^W\//, '') === headers.etag)) {
		return new Response(null, { status: 304, headers });
	}
	headers['content-length'] = String(bytes.length);
	return new Response(headOnly ? null : new Uint8Array(bytes), { headers });
}

export const GET: RequestHandler = (event) => answer(event, false);
export const HEAD: RequestHandler = (event) => answer(event, true);
