import { addressOf, partsOf, type Address } from './address.ts';
import { COUNTERPARTS, type AcrossEditions } from './counterparts.ts';
import type { FormCode, Unit } from './edition.ts';
import type { Label } from './label.ts';
import { cellForm, CELL_FORMS, EDITIONS } from './registry.ts';

/** What one edition contributes to a series: the cells whose sum is the series' figure. */
export interface SeriesPart {
	readonly form: FormCode;
	readonly addresses: readonly Address[];
}

/**
 * A figure that may be followed across years. An edition without a part does not collect it: its
 * years are “not collected”, never zero. Where `broken`, the parts are close but not the same
 * thing, and no line may join them.
 */
export interface Series {
	readonly address: Address;
	readonly unit: Unit;
	readonly parts: readonly SeriesPart[];
	readonly broken: boolean;
	/** Why points of the series are to be read with care; null where nothing is known. */
	readonly caution: Label | null;
	/** What it counts across editions; null where the cell that stands for it is named so. */
	readonly across: AcrossEditions | null;
}

const MADE_AND_ISSUED: Label = {
	zh: '2019 年版统计“本年新制作数量”，2021 年版统计“本年制发件数”，两者相近而不相同，不连线。',
	en: 'The 2019 edition counts documents newly made, the 2021 edition documents issued: close, not the same, so they are not joined.'
};

const STOCK_FOR_DECISIONS: Label = {
	zh: '2019、2020 年有的机关在此填写事项存量（上一年项目数量 + 本年增/减），而不是处理决定数量。',
	en: 'For 2019 and 2020 some organs entered a stock of items (last year’s items plus the change) instead of decisions taken.'
};

const FEES_CHANGED: Label = {
	zh: '2019 年版统计收费项目数量，2021 年版统计收费金额（万元），不可比较。',
	en: 'The 2019 edition counts kinds of charge, the 2021 edition the sum charged (10,000 yuan): not comparable.'
};

const LATER_FORMS: readonly FormCode[] = ['2019', '2021'];

/** Later editions split some rows: the series of the parts has no 2014, that of the row has all. */
function acrossTheStatistics(address: Address): Series | null {
	const found = COUNTERPARTS.find(
		({ statistics, later }) =>
			statistics === address || (later.length === 1 && later[0] === address)
	);
	return (
		(found && {
			address,
			unit: 'count',
			parts: [
				{ form: '2014', addresses: [found.statistics] },
				...LATER_FORMS.map((form) => ({ form, addresses: found.later }))
			],
			broken: found.caution !== null,
			caution: found.caution,
			across: found.across
		}) ??
		null
	);
}

/** Series whose editions differ in cells or meaning (domain: “What may be compared”). */
function exception(address: Address): Series | null {
	const { section, item, measure } = partsOf(address);
	if (section === 'disclosure' && (measure === 'made' || measure === 'issued')) {
		return {
			address,
			unit: 'count',
			parts: [
				{ form: '2019', addresses: [addressOf(section, item, 'made')] },
				{ form: '2021', addresses: [addressOf(section, item, 'issued')] }
			],
			broken: true,
			caution: MADE_AND_ISSUED,
			across: null
		};
	}
	if (section === 'applications' && item === 'other') {
		return {
			address,
			unit: 'count',
			parts: [
				{ form: '2019', addresses: [address] },
				{
					form: '2021',
					addresses: ['other_overdue_correction', 'other_unpaid_fee', 'other_other'].map((part) =>
						addressOf(section, part, measure)
					)
				}
			],
			broken: false,
			caution: null,
			across: null
		};
	}
	return acrossTheStatistics(address);
}

function cautionOf(address: Address): Label | null {
	const { section, item, measure } = partsOf(address);
	if (section !== 'disclosure') return null;
	if (item === 'fees') return FEES_CHANGED;
	if (measure === 'decisions') return STOCK_FOR_DECISIONS;
	return null;
}

/** The series that a cell's figure belongs to; null for an address that no edition has. */
export function seriesOf(address: Address): Series | null {
	const cell = cellForm(address);
	if (!cell) return null;
	return (
		exception(address) ?? {
			address,
			unit: cell.measure.unit,
			parts: EDITIONS.filter(({ code }) => CELL_FORMS.get(address)?.has(code)).map(({ code }) => ({
				form: code,
				addresses: [address]
			})),
			broken: false,
			caution: cautionOf(address),
			across: null
		}
	);
}

/** What a series counts in some editions alike: the same cells. */
export interface SeriesVariant {
	readonly forms: readonly FormCode[];
	readonly addresses: readonly Address[];
}

/** The different things that a series counts, oldest first; one where all editions ask for the same. */
export function variantsOf({ parts }: Series): SeriesVariant[] {
	const variants = new Map<string, SeriesVariant>();
	for (const { form, addresses } of parts) {
		const known = variants.get(addresses.join());
		variants.set(addresses.join(), { forms: [...(known?.forms ?? []), form], addresses });
	}
	return [...variants.values()];
}

/**
 * Whether an address is worth comparing by itself: section 二, the totals of 三 and 四, and the
 * rows of the 统计表 that are no part of one of their series.
 */
export function isCompared(address: Address): boolean {
	const { section, measure } = partsOf(address);
	if (section !== 'statistics') return section === 'disclosure' || measure === 'total';
	const found = COUNTERPARTS.find(({ statistics }) => statistics === address);
	return !found || found.caution !== null || found.later.length > 1;
}

/**
 * The address by which a series is named and offered: of a row of the 统计表 that later editions
 * count in one cell, that cell.
 */
export function standsFor(address: Address): Address {
	const found = COUNTERPARTS.find(({ statistics }) => statistics === address);
	const [later, ...others] = found?.later ?? [];
	return later && others.length === 0 ? later : address;
}
