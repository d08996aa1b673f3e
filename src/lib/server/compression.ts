import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below this many bytes a compressed body is hardly smaller. */
const WORTHWHILE = 1_024;
/** Brotli's quality that takes about as long as gzip and gives less. */
const QUALITY = 4;

type Encoding = 'br' | 'gzip';

const OF_PAGES = ['text/html', 'application/json', 'text/javascript'];

/** The best encoding that a client accepts; null for none. */
export function acceptedEncoding(header: string | null): Encoding | null {
	const accepted = new Map(
		(header ?? '').split(',').map((part) => {
			const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
			const weight = parameters.find((parameter) => parameter.startsWith('q='));
			return [name, weight ? Number(weight.slice(2)) : 1];
		})
	);
	return (['br', 'gzip'] as const).find((name) => (accepted.get(name) ?? 0) > 0) ?? null;
}

/** Pages, their data and their scripts; downloads are streamed as they are. */
function isPage({ headers }: Response): boolean {
	const type = headers.get('content-type') ?? '';
	const ofPage = OF_PAGES.some((name) => type.startsWith(name));
	return ofPage && !headers.has('content-encoding') && !headers.has('content-disposition');
}

/** A page's response in an encoding that the client accepts; any other response as it is. */
export async function compressed(response: Response, accept: string | null): Promise<Response> {
	if (!response.body || !isPage(response)) return response;
	const headers = new Headers(response.headers);
	headers.append('vary', 'accept-encoding');
	const encoding = acceptedEncoding(accept);
	const { status, statusText } = response;
	if (!encoding) return new Response(response.body, { status, statusText, headers });
	const bytes = Buffer.from(await response.arrayBuffer());
	if (bytes.length < WORTHWHILE) return new Response(bytes, { status, statusText, headers });
	const body =
		encoding === 'br'
			? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
			: await gzipped(bytes);
	headers.set('content-encoding', encoding);
	headers.delete('content-length');
	const etag = headers.get('etag');
	if (etag?.startsWith('"')) headers.set('etag', `W/${etag}`);
	return new Response(new Uint8Array(body), { status, statusText, headers });
}
