import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import type { Language } from '$lib/form';
import { compressed } from '$lib/server/compression';
import { LIMITS } from './lib/limits.ts';
import { currentDatabase } from '$lib/server/current-database';
import { failureOf } from '$lib/server/failure';
import { storeDirectory } from '$lib/server/store';
import { THEME_COOKIE, themeOf } from '$lib/server/theme';

const LANGUAGE_COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;
const HTML_LANGUAGE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** For what is no page: nothing in it may run, load or be framed. Pages have a policy of their own. */
const CLOSED_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'permissions-policy':
		'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin'
};

const isLanguage = (value: string | null | undefined): value is Language =>
	value === 'zh' || value === 'en';

/** The language asked for in the URL, which is remembered; else the one remembered; else Chinese. */
function languageOf({ url, cookies }: RequestEvent): Language {
	const asked = url.searchParams.get('lang');
	const kept = cookies.get(LANGUAGE_COOKIE);
	if (isLanguage(asked)) {
		if (asked !== kept) {
			cookies.set(LANGUAGE_COOKIE, asked, {
				path: '/',
				maxAge: YEAR_SECONDS,
				sameSite: 'lax',
				httpOnly: true,
				secure: url.protocol === 'https:'
			});
		}
		return asked;
	}
	return isLanguage(kept) ? kept : 'zh';
}

/** SvelteKit answers 500 to whatever a page throws; the failure that was noted knows better. */
function withStatus(response: Response, status: number | undefined): Response {
	if (status === undefined || response.status !== 500) return response;
	return new Response(response.body, { status, headers: response.headers });
}

/** The one page that takes files, and says itself how large they may be. */
const TAKES_FILES = '/check';

/** Whether a form is larger than forms are, or does not say how large it is. */
function tooLarge({ request, route }: RequestEvent): boolean {
	if (request.method !== 'POST' || route.id === TAKES_FILES) return false;
	const length = Number(request.headers.get('content-length') ?? NaN);
	return !(length <= LIMITS.formBytes);
}

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.language = languageOf(event);
	event.locals.database = () => currentDatabase(storeDirectory(process.env).directory);
	const resolved = tooLarge(event)
		? new Response('Payload Too Large', { status: 413 })
		: await resolve(event, {
				transformPageChunk: ({ html }) =>
					html
						.replace('%gouji.lang%', HTML_LANGUAGE[event.locals.language])
						.replace('%gouji.theme%', themeOf(event.cookies.get(THEME_COOKIE)))
			});
	const response = await compressed(
		withStatus(resolved, event.locals.failedWith),
		event.request.headers.get('accept-encoding')
	);
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (!response.headers.has('content-security-policy')) {
		response.headers.set('content-security-policy', CLOSED_POLICY);
	}
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	const failure = failureOf(error, status, event.locals.language ?? 'zh');
	event.locals.failedWith = failure.status;
	if (failure.code === 'internal' && status >= 500) console.error(error);
	return failure;
};
