import { partsOf, seriesOf } from '$lib/form';
import type { PeerGroup, Standing } from '$lib/server/queries';

/** What chooses the peers' reports in lists and downloads. */
export const peersSlice = (group: PeerGroup, within: Standing['within']) => ({
	year: String(group.year),
	form: group.form,
	level: group.level,
	kind: group.kind,
	scope: group.scope ?? 'unknown',
	generated: group.generated ? '1' : '0',
	current: '1',
	province: within === 'province' ? group.province : null
});

/** What chooses the peers' figures in lists and downloads. */
export function peersCells(
	group: PeerGroup,
	{ within, address }: Pick<Standing, 'within' | 'address'>
) {
	const addresses = seriesOf(address)?.parts.find(({ form }) => form === group.form)?.addresses;
	const parts = (addresses ?? [address]).map(partsOf);
	const every = (key: 'section' | 'item' | 'measure') => [...new Set(parts.map((at) => at[key]))];
	return {
		...peersSlice(group, within),
		section: every('section'),
		item: every('item'),
		measure: every('measure')
	};
}
