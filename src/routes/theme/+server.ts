import { redirect } from '@sveltejs/kit';
import { PATTERNS_COOKIE, THEME_COOKIE, themeOf } from '$lib/server/theme';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 31_536_000;

/** A path of this site and nothing else: a form may not send people away. */
const here = (back: string) => (/^\/(?![/\\])[^\s]*$/.test(back) ? back : '/');

/** A form's value as text; a file is none. */
const wordOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** The page a form was sent from, where the form itself does not say. */
function sentFrom(request: Request, url: URL): string {
	const given = request.headers.get('referer') ?? '';
	const referrer = URL.canParse(given) ? new URL(given) : null;
	return referrer?.origin === url.origin ? `${referrer.pathname}${referrer.search}` : '/';
}

/** Keeps how a reader wants pages to look, and returns to the page they said so on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const keep = (name: string, value: string) =>
		cookies.set(name, value, {
			path: '/',
			maxAge: YEAR_SECONDS,
			sameSite: 'lax',
			httpOnly: true,
			secure: url.protocol === 'https:'
		});
	if (form.has('theme')) keep(THEME_COOKIE, themeOf(wordOf(form.get('theme'))));
	if (form.has('patterns')) keep(PATTERNS_COOKIE, wordOf(form.get('patterns')).slice(0, 8));
	redirect(303, here(wordOf(form.get('back')) || sentFrom(request, url)));
};
