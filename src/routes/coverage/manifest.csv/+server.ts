import { disposition } from '$lib/server/export/download';
import { failureOf } from '$lib/server/failure';
import { parseFilters } from '$lib/server/filters';
import { unresolvedManifest } from '$lib/server/queries';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The rows of the manifest that would settle the reports that are not settled, to be filled in. */
export const GET: RequestHandler = async ({ url, locals }) => {
	try {
		const database = await locals.database();
		const lines = unresolvedManifest(database, parseFilters(url.searchParams));
		let text = '';
		for await (const line of lines) text += line;
		return new Response(text, {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': disposition(`gouji-manifest-${database.snapshot.id}.csv`),
				'cache-control': 'no-cache'
			}
		});
	} catch (thrown) {
		const failure = failureOf(thrown, 500, locals.language);
		if (failure.code === 'internal') throw thrown;
		return json({ error: failure }, { status: failure.status });
	}
};
