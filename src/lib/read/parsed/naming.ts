import { addressOf, CELL_FORMS, type Address } from '../../form/index.ts';
import { labelKey } from '../tables/label.ts';

/** The codes that a word may stand for: itself, or those whose Chinese label it is. */
class Names {
	private readonly codes = new Map<string, Set<string>>();

	add(code: string, labels: readonly string[]): void {
		for (const key of [code, ...labels.map(keyOf)]) {
			this.codes.set(key, (this.codes.get(key) ?? new Set()).add(code));
		}
	}

	/** The code that a word stands for; null for no code, or for several. */
	codeOf(word: string): string | null {
		const codes = this.codes.get(word.trim()) ?? this.codes.get(keyOf(word));
		const [code] = codes ?? [];
		return codes?.size === 1 ? (code ?? null) : null;
	}
}

/** The key of a label; apart from any code. */
const keyOf = (label: string) => `:${labelKey(label)}`;

const SECTIONS = new Names();
const ITEMS = new Map<string, Names>();
const MEASURES = new Map<string, Names>();

function namesIn(map: Map<string, Names>, key: string): Names {
	const known = map.get(key) ?? new Names();
	map.set(key, known);
	return known;
}

for (const forms of CELL_FORMS.values()) {
	for (const { section, item, measure } of forms.values()) {
		const row = `${section.code}/${item.code}`;
		SECTIONS.add(section.code, [section.label.zh, ...section.variants]);
		namesIn(ITEMS, section.code).add(item.code, [item.label.zh, ...item.variants]);
		namesIn(MEASURES, row).add(measure.code, [measure.label.zh, ...measure.variants]);
	}
}

/** The part of an address that no edition of the form knows under the words given. */
export type Unknown = 'section' | 'item' | 'measure';

/**
 * The address of the cell that three words name: codes of the form, or its Chinese labels where
 * they name one code alone.
 */
export function addressNamed(
	section: string,
	item: string,
	measure: string
): { readonly address: Address } | { readonly unknown: Unknown } {
	const sectionCode = SECTIONS.codeOf(section);
	if (sectionCode === null) return { unknown: 'section' };
	const itemCode = ITEMS.get(sectionCode)?.codeOf(item) ?? null;
	if (itemCode === null) return { unknown: 'item' };
	const measureCode = MEASURES.get(`${sectionCode}/${itemCode}`)?.codeOf(measure) ?? null;
	if (measureCode === null) return { unknown: 'measure' };
	return { address: addressOf(sectionCode, itemCode, measureCode) };
}
