import { EDITIONS, partsOf, seriesOf, type Address, type Language } from '$lib/form';
import { formName, seriesName } from '../naming';

const SECTIONS = ['disclosure', 'applications', 'remedies', 'statistics'] as const;
type SectionCode = (typeof SECTIONS)[number];

/** A measure that the page offers, among those of its section of the form. */
export interface MeasureChoice {
	readonly address: Address;
	readonly name: string;
	readonly group: string;
}

function sectionName(code: SectionCode, language: Language): string {
	const sections = EDITIONS.flatMap(({ sections: own }) => own);
	const section = sections.findLast((candidate) => candidate.code === code);
	const label = section?.label[language] ?? code;
	if (code === 'statistics') return `${formName('2014', language)} · ${label}`;
	return language === 'zh' ? `${section?.numeral}、${label}` : label;
}

const sectionOf = (address: Address) =>
	seriesOf(address)?.across?.section ?? partsOf(address).section;

/** What the page offers to compare and what it compares, section by section of the form. */
export function choicesOf(
	offered: readonly Address[],
	chosen: Address,
	language: Language
): MeasureChoice[] {
	const all = [...new Set([...offered, chosen])];
	return SECTIONS.flatMap((code) =>
		all
			.filter((address) => sectionOf(address) === code)
			.map((address) => ({
				address,
				name: seriesName(address, language) ?? address,
				group: sectionName(code, language)
			}))
	);
}
