import { addressOf, partsOf, type Address } from './address.ts';
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
			caution: MADE_AND_ISSUED
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
			caution: null
		};
	}
	return null;
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
			caution: cautionOf(address)
		}
	);
}
