import { error, json } from '@sveltejs/kit';
import {
	disposition,
	downloadBytes,
	downloadOf,
	fileName,
	FORMATS,
	type DownloadRequest
} from '$lib/server/export/download';
import { failureOf } from '$lib/server/failure';
import { BadFilter, parseFilters } from '$lib/server/filters';
import type { RequestEvent, RequestHandler } from './$types';

const BYTE_ORDER_MARK_KEY = 'bom';

function requestOf({ params, url }: RequestEvent): DownloadRequest {
	const file = downloadOf(params.file);
	if (!file) {
		error(404, {
			message: 'reports, cells, findings, rules × csv, json, xlsx, parquet, arrow',
			code: 'not_found',
			status: 404
		});
	}
	const filters = parseFilters(url.searchParams, [BYTE_ORDER_MARK_KEY]);
	const mark = url.searchParams.get(BYTE_ORDER_MARK_KEY) || '1';
	if (mark !== '0' && mark !== '1') {
		throw new BadFilter(BYTE_ORDER_MARK_KEY, mark, '应为 0 或 1', 'must be 0 or 1');
	}
	return { ...file, filters, byteOrderMark: mark === '1' };
}

/** Sends bytes as they are taken; a reader who leaves stops the query that makes them. */
function bodyOf(
	first: IteratorResult<Uint8Array, void>,
	bytes: AsyncGenerator<Uint8Array, void>,
	abort: AbortController
): ReadableStream<Uint8Array> {
	let ready: IteratorResult<Uint8Array, void> | null = first;
	return new ReadableStream({
		async pull(controller) {
			const taken = ready ?? (await bytes.next());
			ready = null;
			if (taken.done) controller.close();
			else controller.enqueue(taken.value);
		},
		async cancel() {
			abort.abort();
			await bytes.return(undefined).catch(() => {});
		}
	});
}

async function answer(event: RequestEvent, headOnly: boolean): Promise<Response> {
	const request = requestOf(event);
	const database = await event.locals.database();
	const etag = `"${database.snapshot.id}"`;
	const headers = {
		'content-type': FORMATS[request.format].contentType,
		'content-disposition': disposition(fileName(request, database.snapshot.id)),
		'cache-control': 'no-cache',
		etag
	};
	const known = event.request.headers.get('if-none-match')?.split(',') ?? [];
	if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
		return new Response(null, { status: 304, headers });
	}
	if (headOnly) return new Response(null, { headers });
	const abort = new AbortController();
	const bytes = downloadBytes(database, request, abort.signal);
	// What goes wrong before the first byte still has a status of its own.
	const first = await bytes.next();
	return new Response(bodyOf(first, bytes, abort), { headers });
}

const handler =
	(headOnly: boolean): RequestHandler =>
	async (event) => {
		try {
			return await answer(event, headOnly);
		} catch (thrown) {
			const failure = failureOf(thrown, 500, event.locals.language);
			if (failure.code === 'internal') throw thrown;
			return json({ error: failure }, { status: failure.status });
		}
	};

export const GET = handler(false);
export const HEAD = handler(true);
