interface Option {
	readonly value: string;
	readonly label: string;
	/** The heading that it stands under, beside others of the same. */
	readonly group?: string;
}

/** One choice of a page's own, beside its filters. */
export interface Select {
	readonly name: string;
	readonly label: string;
	readonly value: string;
	readonly options: readonly Option[];
	/** Whether its options are long. */
	readonly wide?: boolean;
}

/** A choice among codes, each told by its words. */
export const codeSelect = <Code extends string>(
	name: string,
	label: string,
	value: Code,
	codes: readonly Code[],
	told: Readonly<Record<Code, string>>
): Select => ({
	...{ name, label, value },
	options: codes.map((code) => ({ value: code, label: told[code] }))
});

/** A choice among years; null is the newest that tells, `all` the sum of them where that has a name. */
export const yearSelect = (
	label: string,
	at: number | 'all' | null,
	years: readonly number[],
	newest: string,
	all: string | null = null
): Select => ({
	...{ name: 'at', label, value: String(at ?? '') },
	options: [
		{ value: '', label: newest },
		...(all === null ? [] : [{ value: 'all', label: all }]),
		...years.map((year) => ({ value: String(year), label: String(year) }))
	]
});
