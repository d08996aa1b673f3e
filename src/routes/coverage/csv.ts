import { disposition } from '$lib/server/export/download';
import type { Database } from '$lib/server/database';
import { failureOf } from '$lib/server/failure';
import { parseFilters, type Filters } from '$lib/server/filters';
import { json, type RequestEvent } from '@sveltejs/kit';

/** A list of this page as a CSV that is sent while it is made; `name` begins the file's name. */
export async function csvResponse(
	{ url, locals }: Pick<RequestEvent, 'url' | 'locals'>,
	name: string,
	keys: readonly string[],
	linesOf: (database: Database, filters: Filters) => AsyncGenerator<string>
): Promise<Response> {
	try {
		const filters = parseFilters(url.searchParams, keys);
		const database = await locals.database();
		const lines = linesOf(database, filters);
		const encoder = new TextEncoder();
		// What goes wrong before the first line still has a status of its own.
		let ready: IteratorResult<string, unknown> | null = await lines.next();
		const body = new ReadableStream<Uint8Array>({
			pull: async (controller) => {
				const piece: IteratorResult<string, unknown> = ready ?? (await lines.next());
				ready = null;
				if (piece.done === true) controller.close();
				else controller.enqueue(encoder.encode(piece.value));
			},
			cancel: async () => {
				await lines.return(undefined);
			}
		});
		return new Response(body, {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': disposition(`gouji-${name}-${database.snapshot.id}.csv`),
				'cache-control': 'no-cache'
			}
		});
	} catch (thrown) {
		const failure = failureOf(thrown, 500, locals.language);
		if (failure.code === 'internal') throw thrown;
		return json({ error: failure }, { status: failure.status });
	}
}
