import type { Group, RankedBy } from '$lib/server/queries';
import type { Reader } from '../figures';
import { kindName } from '../naming';

/** What a group is called: an agency, a region, a kind. */
export function groupName(
	by: RankedBy,
	{ group, agency }: Group,
	{ language, words }: Reader
): string {
	if (by === 'agency') return agency ?? words.agencies.unnamed;
	return (by === 'kind' ? kindName(group, language) : group) ?? words.findings.unplaced[by];
}

/** What chooses a group’s reports; null where they have no value to be chosen by. */
export function choosing(by: RankedBy, { group, province }: Group): Record<string, string> | null {
	if (group === null) return null;
	return { ...(by === 'city' && province !== null ? { province } : {}), [by]: group };
}
