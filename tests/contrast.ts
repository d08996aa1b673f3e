/** The relative luminance of a colour, whose parts go from 0 to 255 (WCAG 2.2). */
function luminance(colour: readonly number[]): number {
	const [red = 0, green = 0, blue = 0] = colour
		.map((part) => part / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours (WCAG 2.2), from 1 to 21. */
export function contrast(one: readonly number[], other: readonly number[]): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}
