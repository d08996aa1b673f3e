import { agencyName } from '$lib/components/agency-name';
import { link } from '$lib/components/link';
import { BadFilter, currentOnly } from '$lib/server/filters';
import { agency, agencyFindings } from '$lib/server/queries';
import { asking } from '../../asking';
import { letterOf, textOf } from './letter';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { database, filters, words, options } = await asking(event);
	const [id] = filters.agency;
	const row = id === undefined ? null : await agency(database, id);
	if (!row || filters.agency.length > 1) {
		throw new BadFilter('agency', id ?? '', '须指定一个机关', 'one agency must be named');
	}
	const findings = await agencyFindings(database, currentOnly(filters));
	const name = agencyName(row, words.agencies.unnamed);
	const letter = letterOf(name, findings);
	return {
		name,
		letter,
		text: textOf(letter),
		findings: link('/findings', event.url.search, {}),
		invented: row.generated,
		options: await options
	};
};
