import { identitiesOf } from '$lib/check/identity';
import { link } from '$lib/components/link';
import {
	CELL_FORMS,
	partsOf,
	seriesOf,
	type Address,
	type FormCode,
	type Language,
	type Status
} from '$lib/form';
import type { Database } from '$lib/server/database';
import {
	agencySeries,
	FEWEST_PEERS,
	peerGroup,
	reportFigures,
	standings,
	type ReportRow
} from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { addedHref } from '../added-href';
import { cellName, formName, kindName, levelName, ruleTitle, scopeName } from '../naming';
import { peersCells } from '../peers-slice';

/** A cell as a term of an identity. */
export interface Term {
	readonly address: Address;
	readonly name: string;
	readonly value: number | null;
	readonly status: Status | null;
}

/** A relation that the cell takes part in, in figures and in words. */
export interface ShownIdentity {
	readonly rule: string;
	readonly title: string;
	readonly relation: '=' | '≤';
	readonly left: readonly Term[];
	readonly right: readonly Term[];
	readonly answer: 'pass' | 'fail' | 'undecided';
}

/** What a term is called among others: by what they do not share, row or column. */
function termName(address: Address, all: readonly Address[], form: FormCode, language: Language) {
	const cell = CELL_FORMS.get(address)?.get(form);
	if (!cell) return cellName(address, language) ?? address;
	const distinct = (key: 'item' | 'measure') => new Set(all.map((at) => partsOf(at)[key])).size > 1;
	if (!distinct('item')) return cell.measure.label[language];
	if (!distinct('measure')) return cell.item.label[language];
	return cellName(address, language, form) ?? address;
}

/** Cells as terms of one sum. */
export function termsOf(
	addresses: readonly Address[],
	known: ReadonlyMap<Address, Pick<Term, 'value'> & { readonly status: Status }>,
	form: FormCode,
	language: Language
): Term[] {
	return addresses.map((address) => ({
		address,
		name: termName(address, addresses, form, language),
		value: known.get(address)?.value ?? null,
		status: known.get(address)?.status ?? null
	}));
}

/** The identities of a cell, each with its terms and whether it holds. */
async function identities(
	database: Database,
	{ reportId, form }: ReportRow,
	address: Address,
	language: Language
): Promise<ShownIdentity[]> {
	const asked = identitiesOf(form, { cells: [] }, address);
	const terms = [...new Set(asked.flatMap(({ left, right }) => [...left, ...right]))];
	const cells = await reportFigures(database, reportId, terms);
	const known = new Map(cells.map((cell) => [cell.address, cell]));
	return identitiesOf(form, { cells }, address).map(({ rule, left, right, ...rest }) => {
		const terms = termsOf([...left, ...right], known, form, language);
		return {
			...rest,
			rule,
			title: ruleTitle(rule, language),
			left: terms.slice(0, left.length),
			right: terms.slice(left.length)
		};
	});
}

/** The same cell in the current reports of the agency, oldest first. */
async function overTheYears(
	database: Database,
	{ agencyId }: ReportRow,
	address: Address,
	language: Language
) {
	const series = seriesOf(address);
	const years = await agencySeries(database, agencyId, [address]);
	return years.map(({ year, reportId, form, figures }) => {
		const figure = figures.get(address);
		const part = series?.parts.find((candidate) => candidate.form === form);
		// A broken series' other edition counts another thing under a name of its own.
		const own = !series?.broken || part?.addresses.includes(address) === true;
		return {
			year,
			reportId,
			formName: formName(form, language),
			value: own ? (figure?.value ?? null) : null,
			status: own ? (figure?.status ?? null) : null,
			href: own && series && part ? addedHref(reportId, address, [series], form) : null
		};
	});
}

/** The same cell among the peers of the report; null where it has no peers. */
async function amongPeers(
	database: Database,
	row: ReportRow,
	address: Address,
	language: Language
) {
	const group = peerGroup(row);
	const [standing] = group ? await standings(database, group, [address]) : [];
	if (!group || !standing) return null;
	const { values, ...figures } = standing;
	const words = wordsOf(language);
	return {
		...figures,
		filled: values.length,
		few: values.length < FEWEST_PEERS,
		province: group.province,
		href: link('/data', '', { table: 'cells', ...peersCells(group, standing) }),
		who: words.peers.who(
			levelName(group.level, language) ?? group.level,
			kindName(group.kind, language) ?? group.kind,
			group.year,
			formName(group.form, language) ?? group.form,
			scopeName(group.scope, language) ?? words.peers.scopeUnknown
		)
	};
}

/** What is known of one cell of a report beyond its reading. */
export async function cellRecord(
	database: Database,
	row: ReportRow,
	address: Address,
	language: Language
) {
	const [relations, years, peers] = await Promise.all([
		identities(database, row, address, language),
		overTheYears(database, row, address, language),
		amongPeers(database, row, address, language)
	]);
	return {
		address,
		name: cellName(address, language, row.form) ?? address,
		identities: relations,
		years,
		peers
	};
}

export type CellRecord = Awaited<ReturnType<typeof cellRecord>>;
