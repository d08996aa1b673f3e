import { redirect } from '@sveltejs/kit';
import { THEME_COOKIE, themeOf } from '$lib/server/theme';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 31_536_000;

/** A path of this site and nothing else: a form may not send people away. */
const here = (back: string) => (/^\/(?![/\\])[^\s]*$/.test(back) ? back : '/');

/** A form's value as text; a file is none. */
const wordOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** Keeps the theme a reader chose, and returns to the page they chose it on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	cookies.set(THEME_COOKIE, themeOf(wordOf(form.get('theme'))), {
		path: '/',
		maxAge: YEAR_SECONDS,
		sameSite: 'lax',
		httpOnly: true,
		secure: url.protocol === 'https:'
	});
	redirect(303, here(wordOf(form.get('back'))));
};
