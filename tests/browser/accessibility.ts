import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds serious or critical on a page, each with the elements it is about. */
export async function seriousViolations(page: Page): Promise<string[]> {
	// Evaluated from outside the page, so that the page’s own content policy stays in force.
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
		);
}
