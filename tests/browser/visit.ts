import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';

/** A page opened in a browser of its own, and everything that went wrong on it. */
export interface Visit {
	readonly page: Page;
	readonly response: Response;
	/** Messages of the console, errors of scripts, and answers of 400 and more. */
	readonly problems: string[];
}

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/**
 * Opens an address that should answer with a status, and waits until the page has its scripts: all
 * parts of it take them on together, and the box for searching, which stands on every page, says so.
 */
export async function visit(
	browser: Browser,
	address: string,
	options: BrowserContextOptions = {},
	status = 200
): Promise<Visit> {
	const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', ...options });
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(message.text());
	});
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('response', (answer) => {
		if (answer.status() >= 400 && answer.url() !== address)
			problems.push(`${answer.status()} ${answer.url()}`);
	});
	const response = await page.goto(address);
	if (response?.status() !== status) throw new Error(`${response?.status()} ${address}`);
	if (options.javaScriptEnabled !== false)
		await page.locator('header [role=combobox]').waitFor({ state: 'attached' });
	return { page, response, problems };
}

/** Closes a visit’s browser of its own. */
export const leave = ({ page }: Visit) => page.context().close();

/** Whether the top of an element is in view, in the window and in the box of the source. */
export const inView = (page: Page, selector: string): Promise<boolean> =>
	page.locator(selector).evaluate((element) => {
		const { top, bottom } = element.getBoundingClientRect();
		const box = element.closest('.source')?.getBoundingClientRect();
		const [above, below] = [box?.top ?? 0, Math.min(window.innerHeight, box?.bottom ?? Infinity)];
		return bottom > 0 && top >= above && top < below - 16;
	});
