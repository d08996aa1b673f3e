import { addressOf, type Address } from './address.ts';
import type { SectionCode } from './edition.ts';
import type { Label } from './label.ts';
import { cellForm, CELL_FORMS } from './registry.ts';

/** What a series counts that is one row in one edition and several in another. */
export interface AcrossEditions {
	readonly label: Label;
	/** The section of the editions in force that it belongs to. */
	readonly section: SectionCode;
}

const ANSWERS_AND_OUTCOMES: Label = {
	zh: '2014 年版统计答复数，且把“属于已主动公开范围”“不属于本行政机关公开”等另列；2019 年版起统计办理结果，分类不同，两者相近而不相同，不连线。',
	en: 'The 2014 edition counts answers and lists what was already public, or not this organ’s to disclose, apart; later editions count outcomes in other classes: close, not the same, so they are not joined.'
};

const WITHOUT_PENDING: Label = {
	zh: '2014 年版没有“尚未审结”一项，其他情形与总数的口径与 2019 年版起不同，不连线。',
	en: 'The 2014 edition has no row for pending cases, so its other cases and its total are not those of later editions, and are not joined.'
};

/** A row of the 统计表 and the later cells that add up to what it counts. */
export interface Counterpart {
	readonly statistics: Address;
	readonly later: readonly Address[];
	readonly caution: Label | null;
	readonly across: AcrossEditions | null;
}

function counterpart(
	row: string,
	later: readonly Address[],
	caution: Label | null = null,
	across: AcrossEditions | null = null
): Counterpart {
	return { statistics: addressOf('statistics', row, 'count'), later, caution, across };
}

function remedyCounterparts(
	kind: string,
	whole: string,
	items: readonly string[],
	called: Label | null
): Counterpart[] {
	const of = (row: string, measure: string, caution: Label | null) => {
		const later = items.map((item) => addressOf('remedies', item, measure));
		const result = later[0] && cellForm(later[0])?.measure.label;
		const label = called &&
			result && {
				zh: `${called.zh} · ${result.zh}（两类合计）`,
				en: `${called.en} · ${result.en} (both kinds together)`
			};
		return counterpart(row, later, caution, label ? { label, section: 'remedies' } : null);
	};
	return [
		of(`${kind}_upheld`, 'upheld', null),
		of(`${kind}_corrected`, 'corrected', null),
		of(`${kind}_other`, 'other', WITHOUT_PENDING),
		of(whole, 'total', WITHOUT_PENDING)
	];
}

/** Every reason for refusing, after the 总计 column: together they are what 2014 counts in one row. */
function refusals(): Address[] {
	return [...CELL_FORMS].flatMap(([address, forms]) =>
		[...forms.values()].some(
			({ item, measure }) => item.outcome === 'refused' && measure.code === 'total'
		)
			? [address]
			: []
	);
}

/**
 * What the 2014 edition counts and later ones too (domain: received, granted, refused,
 * reconsideration, litigation); nothing else of it may be followed beyond 2018.
 */
export const COUNTERPARTS: readonly Counterpart[] = [
	counterpart('received', [addressOf('applications', 'received', 'total')]),
	counterpart(
		'answered_granted',
		[addressOf('applications', 'granted', 'total')],
		ANSWERS_AND_OUTCOMES
	),
	counterpart(
		'answered_partly_granted',
		[addressOf('applications', 'partly_granted', 'total')],
		ANSWERS_AND_OUTCOMES
	),
	counterpart('answered_refused', refusals(), ANSWERS_AND_OUTCOMES, {
		label: { zh: '不予公开（各项理由合计）', en: 'Refused (all reasons together)' },
		section: 'applications'
	}),
	...remedyCounterparts('reconsideration', 'reconsiderations', ['reconsideration'], null),
	...remedyCounterparts(
		'litigation',
		'litigations',
		['litigation_direct', 'litigation_after_reconsideration'],
		{ zh: '行政诉讼', en: 'Litigation' }
	)
];
