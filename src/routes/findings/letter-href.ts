import { link } from '$lib/components/link';
import type { FindingRow } from '$lib/server/queries';

/**
 * The letter that asks the agency of a finding about its rule, under the filters of a list. Null where
 * no agency is named, and where the reader itself is in doubt, which no letter tells.
 */
export function letterHref(
	search: string,
	{ agency, agencyId, rule, origin }: Pick<FindingRow, 'agency' | 'agencyId' | 'rule' | 'origin'>
): string | null {
	if (agency === null || origin === 'reading') return null;
	return link('/findings/letter', search, {
		...{ by: null, show: null, sort: null },
		...{ agency: agencyId, rule }
	});
}
