import type { Address } from './address.ts';
import { APPLICATIONS_2019, APPLICATIONS_2021 } from './applications.ts';
import { DISCLOSURE_2019, DISCLOSURE_2021 } from './disclosure.ts';
import {
	cellsOf,
	OUTCOMES,
	type CellForm,
	type Edition,
	type FormCode,
	type OutcomeCode
} from './edition.ts';
import { REMEDIES } from './remedies.ts';
import { STATISTICS } from './statistics.ts';

/**
 * Every edition of the form that Gouji reads, oldest first. A new edition is one more entry here
 * and the sections it is made of; the reader, the checks, the tables, the pages and the data
 * dictionary all walk this list.
 */
export const EDITIONS: readonly Edition[] = [
	{
		code: 'free',
		label: { zh: '无统一表格', en: 'No table' },
		notice: null,
		from: 2008,
		until: 2013,
		sections: []
	},
	{
		code: '2014',
		label: { zh: '2014 年版', en: '2014 edition' },
		notice: '国办发〔2014〕32号',
		from: 2014,
		until: 2018,
		sections: [STATISTICS]
	},
	{
		code: '2019',
		label: { zh: '2019 年版', en: '2019 edition' },
		notice: '国办公开办函〔2019〕60号',
		from: 2019,
		until: 2020,
		sections: [DISCLOSURE_2019, APPLICATIONS_2019, REMEDIES]
	},
	{
		code: '2021',
		label: { zh: '2021 年版', en: '2021 edition' },
		notice: '国办公开办函〔2021〕30号',
		from: 2021,
		until: null,
		sections: [DISCLOSURE_2021, APPLICATIONS_2021, REMEDIES]
	}
];

/** The editions whose tables are those of sections 二, 三 and 四. */
export const SECTIONED_EDITIONS: readonly Edition[] = EDITIONS.filter(({ sections }) =>
	sections.some(({ code }) => code === 'disclosure')
);

export const FORM_CODES: readonly FormCode[] = EDITIONS.map((edition) => edition.code);

/** The edition with a code. */
export function editionOf(code: FormCode): Edition {
	const edition = EDITIONS.find((candidate) => candidate.code === code);
	if (!edition) throw new RangeError(`no edition of the form has the code ${code}`);
	return edition;
}

/** The edition that a report for a year should use; null before 2008. */
export function editionForYear(year: number): Edition | null {
	return (
		EDITIONS.find(({ from, until }) => year >= from && (until === null || year <= until)) ?? null
	);
}

/** The cells of each edition, in the order of the form. */
export const FORM_CELLS: ReadonlyMap<FormCode, readonly CellForm[]> = new Map(
	EDITIONS.map((edition) => [edition.code, cellsOf(edition)])
);

/** What each edition that has a cell says of it, oldest edition first, by address. */
export const CELL_FORMS: ReadonlyMap<Address, ReadonlyMap<FormCode, CellForm>> = (() => {
	const forms = new Map<Address, Map<FormCode, CellForm>>();
	for (const [code, cells] of FORM_CELLS) {
		for (const cell of cells) {
			forms.set(
				cell.address,
				(forms.get(cell.address) ?? new Map<FormCode, CellForm>()).set(code, cell)
			);
		}
	}
	return forms;
})();

const isStatistics = (address: Address) => address.startsWith('statistics/');

/** Every address that any edition has, sections in force first: the columns of the wide table. */
export const ADDRESSES: readonly Address[] = [...CELL_FORMS.keys()].toSorted(
	(one, other) => Number(isStatistics(one)) - Number(isStatistics(other))
);

/** Whether an edition of the form has a cell. */
export function collects(form: FormCode, address: Address): boolean {
	return CELL_FORMS.get(address)?.has(form) ?? false;
}

/** What the newest edition that has a cell says of it (labels, unit); null for no address. */
export function cellForm(address: Address): CellForm | null {
	return [...(CELL_FORMS.get(address)?.values() ?? [])].at(-1) ?? null;
}

/** The 总计 cells of the rows of an outcome group, of all editions. */
export function outcomeCells(outcome: OutcomeCode): Address[] {
	return [...CELL_FORMS].flatMap(([address, forms]) =>
		[...forms.values()].some(
			({ item, measure }) => item.outcome === outcome && measure.code === 'total'
		)
			? [address]
			: []
	);
}

/** Every cell that an outcome is counted from: what a chart of outcomes rests on. */
export const OUTCOME_CELLS: readonly Address[] = OUTCOMES.flatMap(({ code }) => outcomeCells(code));
