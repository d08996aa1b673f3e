import { binsOf, positionOf, type Bin } from '$lib/chart/bins';
import type { DistributionFigure } from '$lib/chart/figure';
import { full } from '$lib/chart/number';
import { link } from '$lib/components/link';
import { seriesOf, type Address, type Language, type Unit } from '$lib/form';
import type { Database } from '$lib/server/database';
import { FEWEST_PEERS, standings, type PeerGroup, type Standing } from '$lib/server/queries';
import { wordsOf, type Words } from '$lib/words/words';
import { addedHref } from '../../added-href';
import { seriesName } from '../../naming';
import { peersCells, peersSlice } from '../../peers-slice';

/** A class in words: `0`, `5–9`; for amounts, which have no next number, `5–`. */
function binLabel({ from, until }: Bin, unit: Unit): string {
	if (unit === 'wan_yuan') return from === 0 ? `<${full(until)}` : `${full(from)}–`;
	return until - from === 1 ? full(from) : `${full(from)}–${full(until - 1)}`;
}

/** Whether classes are all of one width. */
const isEven = (bins: readonly Bin[]) =>
	bins.every(({ from, until }) => until - from === (bins[0]?.until ?? 0) - (bins[0]?.from ?? 0));

/** Where the report shows its own figure. */
function ownHref({ reportId, form }: PeerGroup, { address }: Standing): string {
	const series = seriesOf(address);
	return addedHref(reportId, address, series ? [series] : [], form);
}

/** The list of the peers whose figure is in a class. */
const classHref = (group: PeerGroup, { within, address }: Standing, { from, until }: Bin) =>
	link('/reports', '', {
		...peersSlice(group, within),
		cell: address,
		from: String(from),
		below: String(until)
	});

/** A standing among peers as a chart; null where they are too few to say anything. */
export function distributionFigure(
	standing: Standing,
	group: PeerGroup,
	name: string,
	words: Words
): DistributionFigure | null {
	const { values, q1, median, q3, own } = standing;
	if (values.length < FEWEST_PEERS || q1 === null || median === null || q3 === null) return null;
	const unit = seriesOf(standing.address)?.unit ?? 'count';
	const bins = binsOf(values);
	const mark = (value: number) => ({ position: positionOf(value, bins), value: full(value) });
	return {
		kind: 'distribution',
		name,
		unitLabel: words.unit[unit],
		countLabel: words.peers.countLabel,
		axisLabel: words.peers.axis(words.unit[unit], isEven(bins)),
		bins: bins.map((bin) => ({
			label: binLabel(bin, unit),
			count: bin.count,
			own: own !== null && own >= bin.from && own < bin.until,
			note: words.peers.agencies(bin.count),
			href: bin.count > 0 ? classHref(group, standing, bin) : null
		})),
		quartiles: [
			{ name: words.peers.q1, ...mark(q1) },
			{ name: words.peers.median, ...mark(median) },
			{ name: words.peers.q3, ...mark(q3) }
		],
		own:
			own === null
				? null
				: {
						label: words.peers.own(full(own)),
						href: ownHref(group, standing),
						...mark(own)
					}
	};
}

/** Where an agency stands among its peers in some measures, each as a chart and in figures. */
export async function amongPeers(
	database: Database,
	group: PeerGroup,
	measures: readonly Address[],
	language: Language
) {
	const words = wordsOf(language);
	const found = await standings(database, group, measures);
	return found.map((standing) => {
		const { values, ...figures } = standing;
		const name = seriesName(standing.address, language) ?? standing.address;
		const cells = peersCells(group, standing);
		return {
			...figures,
			filled: values.length,
			name,
			ownHref: ownHref(group, standing),
			unit: seriesOf(standing.address)?.unit ?? ('count' as const),
			figure: distributionFigure(standing, group, name, words),
			list: link('/data', '', { table: 'cells', ...cells }),
			csv: link('/download/cells.csv', '', cells)
		};
	});
}
