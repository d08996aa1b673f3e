import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { contrast } from '../contrast.ts';

/** Only what is violated is gathered and sent: the elements that pass are many times as many. */
const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'] })
	.then(({ violations }) => violations)`;

/** What axe finds serious or critical on a page, each with the elements it is about. */
export async function seriousViolations(page: Page): Promise<string[]> {
	// Evaluated from outside the page, so that the page’s own content policy stays in force.
	if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
	const violations = await page.evaluate<AxeResults['violations']>(VIOLATIONS);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
		);
}

const CONTROLS =
	'button, .button, select, textarea, .chip, .segments a, input:not([type=hidden], [type=checkbox], [type=radio])';

/** Controls in view whose outline stands out less than 3 to 1 from the ground they stand on. */
export async function faintControls(page: Page): Promise<string[]> {
	const controls = await page.locator(CONTROLS).evaluateAll((all) => {
		const partsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
		const groundOf = (element: Element | null): string => {
			if (!element) return 'rgb(255, 255, 255)';
			const { backgroundColor } = getComputedStyle(element);
			return partsOf(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
		};
		return all
			.filter((element) => element.checkVisibility() && !element.matches(':disabled, .off'))
			.map((element) => ({
				said: element.outerHTML.slice(0, 120),
				outline: partsOf(getComputedStyle(element).borderBottomColor),
				ground: partsOf(groundOf(element.parentElement))
			}));
	});
	return controls
		.filter(({ outline, ground }) => contrast(outline, ground) < 3)
		.map(({ said, outline }) => `${outline.join(' ')}: ${said}`);
}
