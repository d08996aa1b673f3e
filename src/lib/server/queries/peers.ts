import { quantileSorted } from 'd3-array';
import type { Address, FormCode } from '../../form/index.ts';
import type { Database } from '../database.ts';
import { seriesFigure } from './series-figure.ts';

/** The peers of one province are asked where it has this many; fewer peers than `FEWEST` say nothing. */
const ENOUGH_NEAR = 10;
export const FEWEST_PEERS = 5;

/** What makes reports peers of one: level, kind, year, edition of the form, and whose figures. */
export interface PeerGroup {
	readonly reportId: string;
	readonly agencyId: string;
	readonly year: number;
	readonly form: FormCode;
	readonly level: string;
	readonly kind: string;
	readonly scope: string | null;
	readonly province: string | null;
	readonly generated: boolean;
}

/** A place among figures, the largest first; equal figures share one. */
export interface Rank {
	/** How many are larger, and one. */
	readonly place: number;
	readonly of: number;
	/** How many stand at this place. */
	readonly shared: number;
}

/** A report’s figure among those of its peers, itself among them. */
export interface Standing {
	readonly address: Address;
	/** Whether the peers are those of its province, or all. */
	readonly within: 'province' | 'all';
	/** Reports of peers, and their figures from the smallest up. */
	readonly reports: number;
	readonly values: readonly number[];
	/** Quartiles; null where no peer has a figure. */
	readonly q1: number | null;
	readonly median: number | null;
	readonly q3: number | null;
	readonly own: number | null;
	readonly rank: Rank | null;
	/** Figures that are possibly a stock of items. */
	readonly possiblyStock: number;
}

type Settled = 'level' | 'kind' | 'year';
type Unsettled = Omit<PeerGroup, Settled> & {
	readonly [key in Settled]: PeerGroup[key] | null;
};

/** The group of a report; null where its level, kind or year is not settled. */
export function peerGroup(report: Unsettled): PeerGroup | null {
	const { level, kind, year } = report;
	if (level === null || kind === null || year === null) return null;
	const { reportId, agencyId, form, scope, province, generated } = report;
	return { reportId, agencyId, year, form, level, kind, scope, province, generated };
}

interface PeerRow {
	readonly near: boolean;
	readonly self: boolean;
	readonly figures: readonly (number | null)[];
	readonly stocks: readonly boolean[];
}

function standingOf(address: Address, index: number, rows: readonly PeerRow[]): Standing {
	const known = (row: PeerRow) => typeof row.figures[index] === 'number';
	const near = rows.filter((row) => row.near);
	const within = near.filter(known).length >= ENOUGH_NEAR ? 'province' : 'all';
	const peers = within === 'province' ? near : rows;
	const values = peers
		.flatMap(({ figures }) => figures[index] ?? [])
		.sort((one, other) => one - other);
	const own = rows.find(({ self }) => self)?.figures[index] ?? null;
	return {
		address,
		within,
		reports: peers.length,
		values,
		q1: quantileSorted(values, 0.25) ?? null,
		median: quantileSorted(values, 0.5) ?? null,
		q3: quantileSorted(values, 0.75) ?? null,
		own,
		rank:
			own === null
				? null
				: {
						place: values.filter((value) => value > own).length + 1,
						of: values.length,
						shared: values.filter((value) => value === own).length
					},
		possiblyStock: peers.filter((row) => known(row) && row.stocks[index]).length
	};
}

/**
 * Where a report stands among its peers: agencies of its level and kind, in its year, edition and
 * scope; invented reports among invented ones. Those of its province where they are enough.
 *
 * @throws BadFilter where no edition of the form has an address
 */
export async function standings(
	database: Database,
	group: PeerGroup,
	addresses: readonly Address[]
): Promise<Standing[]> {
	if (addresses.length === 0) return [];
	const asked = addresses.map(seriesFigure);
	const { reportId, agencyId, ...of } = group;
	const rows = await database.rows<PeerRow>(
		`SELECT
			coalesce(province = $province, false) AS near,
			report_id = $report_id AS self,
			[${asked.map(({ figure }) => `(${figure})::DOUBLE`).join(', ')}] AS figures,
			[${asked.map(({ possiblyStock }) => possiblyStock).join(', ')}] AS stocks
		FROM figures
		WHERE year = $year AND form = $form AND level = $level AND kind = $kind
			AND scope IS NOT DISTINCT FROM $scope AND generated = $generated AND resolved
			AND (report_id = $report_id OR (is_current AND agency_id <> $agency_id))`,
		{ ...of, report_id: reportId, agency_id: agencyId }
	);
	return addresses.map((address, index) => standingOf(address, index, rows));
}
