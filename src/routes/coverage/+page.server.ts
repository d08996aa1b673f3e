import { addressOf } from '$lib/form';
import { agencies, files, seriesByAgency } from '$lib/server/queries';
import { asking } from '../asking';
import { stretch } from '../figures';
import { regionName } from '../naming';
import type { PageServerLoad } from './$types';

/** Any figure that every edition asks for: its points tell which years have a report. */
const RECEIVED = addressOf('applications', 'received', 'total');

export const load: PageServerLoad = async (event) => {
	const { database, filters, options, kept } = await asking(event);
	const [list, unresolved, rejected] = await Promise.all([
		kept(`coverage ${filters.page}`, () => agencies(database, filters)),
		kept('unresolved', () => files(database, { ...filters, page: 1 }, 'unresolved')),
		kept('rejected', () => files(database, { ...filters, page: 1 }, 'rejected'))
	]);
	const settled = list.rows.filter(({ resolved }) => resolved);
	const { agencies: histories } = await kept(`histories ${filters.page}`, () =>
		seriesByAgency(
			database,
			{ ...filters, agency: settled.map(({ agencyId }) => agencyId), scope: 'all' },
			RECEIVED
		)
	);
	const filed =
		settled.length === 0
			? []
			: histories.flatMap(({ agencyId, points }) =>
					points.map(({ year, reportId }) => ({ agencyId, year, reportId }))
				);
	const years = stretch(filed.map(({ year }) => year));
	return {
		years,
		rows: settled.map((row) => ({
			agencyId: row.agencyId,
			agency: row.agency,
			region: regionName(row),
			generated: row.generated,
			reports: years.map(
				(year) =>
					filed.find((report) => report.agencyId === row.agencyId && report.year === year)
						?.reportId ?? null
			)
		})),
		filed: filed.length,
		page: list.page,
		pages: list.pages,
		unresolved: { rows: unresolved.rows, count: unresolved.count },
		rejected: { rows: rejected.rows, count: rejected.count },
		options
	};
};
