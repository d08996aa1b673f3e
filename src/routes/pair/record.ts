import { link } from '$lib/components/link';
import { seriesOf, type Address, type Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import {
	agencySeries,
	FEWEST_PEERS,
	peerGroup,
	standings,
	type ReportRow
} from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { addedHref } from '../added-href';
import { formName, kindName, levelName, scopeName } from '../naming';
import { peersCells } from '../peers-slice';

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

/** What the store knows of one cell of a report beyond the report itself. */
export async function cellRecord(
	database: Database,
	row: ReportRow,
	address: Address,
	language: Language
) {
	const [years, peers] = await Promise.all([
		overTheYears(database, row, address, language),
		amongPeers(database, row, address, language)
	]);
	return { address, years, peers };
}

export type CellRecord = Awaited<ReturnType<typeof cellRecord>>;
