/** How a page is lit; `auto` follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps a reader's choice. */
export const THEME_COOKIE = 'theme';

/** The cookie that keeps whether charts show patterns beside colours, and its value where they do. */
export const PATTERNS_COOKIE = 'patterns';
export const PATTERNS_ON = 'on';

/** The theme of a cookie's value; `auto` where it is none. */
export const themeOf = (value: string | null | undefined): Theme =>
	THEMES.find((theme) => theme === value) ?? 'auto';
