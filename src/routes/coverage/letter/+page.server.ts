import { redirect } from '@sveltejs/kit';
import { agencyName } from '$lib/components/agency-name';
import { link } from '$lib/components/link';
import { BadFilter } from '$lib/server/filters';
import { agency, expectedOrgan, filingOptions, rosterWord } from '$lib/server/queries';
import { asking, type Asking } from '../../asking';
import { textOf } from '../../letter/document';
import { admits } from '../groups';
import { filingLetterOf } from './letter';
import type { PageServerLoad } from './$types';

const today = () =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The organ that is written to. One of which nothing is expected is known by its reports alone. */
async function organOf({ database, filters, words }: Asking) {
	const [id] = filters.agency;
	if (id === undefined || filters.agency.length > 1) {
		throw new BadFilter('agency', id ?? '', '须指定一个机关', 'one agency must be named');
	}
	const organ = await expectedOrgan(database, filters);
	if (organ) return organ;
	const row = await agency(database, id);
	if (!row) throw new BadFilter('agency', id, '没有这个机关', 'there is no such agency');
	return {
		...{ agencyId: id, agency: agencyName(row, words.agencies.unnamed), generated: row.generated },
		...{ parent: null, level: row.level, kind: row.kind, listed: false, filings: [] }
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { choices: filingOptions });
	// Whom to write to is chosen from the list.
	if (asked.filters.agency.length === 0) redirect(303, link('/coverage', event.url.search));
	const { database, filters, words } = asked;
	const organ = await organOf(asked);
	const letter = filingLetterOf({
		organ,
		roster: await rosterWord(database, organ.agencyId),
		admits: (year) => admits(filters, year),
		today: today()
	});
	const options = await asked.options;
	return {
		name: organ.agency,
		invented: organ.generated,
		letter,
		text: textOf(letter),
		back: { text: words.coverage.letter.back, href: link('/coverage', event.url.search) },
		/** Which organ it is stands fixed: there are its years to choose, and none to hide. */
		options: {
			invented: false,
			choices: { year: options.choices.year ?? [] },
			names: { ...options.names, [`agency=${organ.agencyId}`]: organ.agency }
		}
	};
};
