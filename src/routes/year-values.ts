/** Years as a filter has them: a stretch, or one by one. */
export function yearValues(years: readonly number[]): string[] {
	const [first, last] = [years[0], years.at(-1)];
	if (first === undefined || last === undefined) return [];
	const isStretch = years.length > 1 && last - first === years.length - 1;
	return isStretch ? [`${first}..${last}`] : years.map(String);
}

/** The same as a sentence says them. */
export const yearsSaid = (years: readonly number[], { list }: { readonly list: string }): string =>
	yearValues(years)
		.map((value) => value.replace('..', '–'))
		.join(list);
