import { useDrawing } from '$lib/chart/drawing';
import { renderSvg } from '$lib/chart/renderer';
import { PATTERNS_COOKIE, PATTERNS_ON, THEME_COOKIE, themeOf } from '$lib/server/theme';
import type { LayoutServerLoad } from './$types';

useDrawing(renderSvg);

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	// Pages say what is wrong with a store; the frame around them stands without one.
	const database = await locals.database().catch(() => null);
	return {
		language: locals.language,
		theme: themeOf(cookies.get(THEME_COOKIE)),
		patterns: cookies.get(PATTERNS_COOKIE) === PATTERNS_ON,
		snapshot: database?.snapshot.id ?? null,
		/** Whether there is a store without any report. */
		bare: database?.snapshot.counts.reports === 0
	};
};
