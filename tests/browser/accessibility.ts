import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

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
