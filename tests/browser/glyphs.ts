import type { Page } from 'playwright-core';

/** The dark pixels of characters drawn one by one, as a text of 0 and 1 each. */
export async function drawn(page: Page, characters: string): Promise<Map<string, string>> {
	const pixels = await page.evaluate((text) => {
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = 32;
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('no canvas');
		return [...text].map((character) => {
			context.clearRect(0, 0, 32, 32);
			context.font = '28px sans-serif';
			context.textBaseline = 'top';
			context.fillText(character, 0, 0);
			const { data } = context.getImageData(0, 0, 32, 32);
			return Array.from({ length: 32 * 32 }, (_, at) =>
				(data[at * 4 + 3] ?? 0) > 128 ? 1 : 0
			).join('');
		});
	}, characters);
	return new Map([...characters].map((character, at) => [character, pixels[at] ?? '']));
}
