import { full, percent } from '$lib/chart/number';
import { link } from '$lib/components/link';
import type { Reader } from '../../figures';
import { regionName } from '../../naming';
import { counted, list } from '../../resting';
import { yearValues } from '../../year-values';
import { choosing, groupName } from '../groups';
import type { Parameters } from './parameters';
import type { Ranked } from './ranked';
import type { RankedYears } from './ranked-years';

/** A count or a share, as a ranking shows it. */
export const said = (value: number, isShare: boolean) => (isShare ? percent(value) : full(value));

/** The rows of a ranking, each count leading to the reports that it is added from. */
export function rowsOf(
	{ groups, columns }: Ranked,
	{ years, basis }: RankedYears,
	{ of, by, at, small, order, ascending }: Parameters,
	{ search, here }: { search: string; here: string },
	reader: Reader
) {
	/** What the agencies of a region or a kind are ranked by too. */
	const alike = {
		...{ of: of === 'outcomes' ? null : of, by: 'agency', at: at === null ? null : String(at) },
		...{ small: small ? '1' : null, sort: ascending ? order : `-${order}` }
	};
	const added = { ...counted(basis), year: yearValues(years) };
	return groups.map((group, index) => {
		const chosen = choosing(by, group);
		return {
			key: `${index} ${group.group}`,
			place: group.place,
			name: groupName(by, group, reader),
			href:
				by === 'agency' && group.group !== null
					? `/agencies/${group.group}`
					: chosen && link('/outcomes/ranking', here, { ...chosen, ...alike }),
			region: by === 'kind' || by === 'province' ? '' : regionName(group),
			generated: group.generated > 0,
			cells: columns.map(({ isShare, behind }, column) => {
				const value = group.values[column] ?? null;
				return {
					text: value === null ? null : said(value, isShare),
					href: behind && chosen ? list(search, { ...added, ...chosen, ...behind }) : null
				};
			})
		};
	});
}
