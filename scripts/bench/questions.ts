import { cpSync, rmSync } from 'node:fs';
import type { Database } from '../../src/lib/server/database.ts';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { NO_FILTERS } from '../../src/lib/server/filters.ts';
import * as ask from '../../src/lib/server/queries/index.ts';
import { cacheDirectory } from '../../src/lib/server/store.ts';
import { medianTime, type Measurement } from './measurement.ts';

const LICENSING = 'disclosure/licensing/decisions';

/** One agency and one report of the store, for the questions about one of them. */
interface One {
	readonly agencyId: string;
	readonly reportId: string;
}

type Question = (database: Database, one: One) => Promise<unknown>;

/** Words for the search: in every report, in many, as a figure, and in none. */
const WORDS = [
	'规范性文件',
	'全年新收政府信息公开申请',
	'新收政府信息公开申请45件',
	'没有报告说的话'
];
const SUGGESTIONS = 6;

/** Asked under another filter each time, so that no answer is one that was kept. */
function saying(q: string): Question {
	let last = 2100;
	return (database) => {
		const year = [{ from: 2000, to: (last += 1) }];
		return ask.reportsSaying(database, { ...NO_FILTERS, q, year });
	};
}

const QUESTIONS: Readonly<Record<string, Question>> = {
	'the corpus in numbers': (database) => ask.corpus(database, NO_FILTERS),
	'one measure by year': (database) => ask.seriesByYear(database, NO_FILTERS, LICENSING),
	'one measure by agency, top 20': (database) =>
		ask.seriesByAgency(database, NO_FILTERS, LICENSING),
	'outcomes by year': (database) => ask.outcomesByYear(database, NO_FILTERS),
	'one measure by province': (database) =>
		ask.seriesByGroup(database, NO_FILTERS, LICENSING, { by: 'province', year: 2020 }),
	'the reports behind a number': (database) =>
		ask.reportsList(database, NO_FILTERS, { cell: LICENSING }, { state: 'reported' }),
	'outcomes by agency': (database) =>
		ask.outcomesByGroup(database, NO_FILTERS, { by: 'agency', years: { from: 2020, to: 2020 } }),
	'what filters may be set to': (database) => ask.filterOptions(database, NO_FILTERS),
	'findings by rule': (database) => ask.findingsByRule(database, NO_FILTERS),
	'findings, one page': (database) => ask.findingsList(database, NO_FILTERS),
	'agencies, one page': (database) => ask.agencies(database, NO_FILTERS),
	'agencies by initials': (database) => ask.agencies(database, { ...NO_FILTERS, q: 'sfj' }),
	'suggestions by initials': (database) => ask.agenciesSuggested(database, 'sfj', SUGGESTIONS),
	'regions by name': (database) => ask.regionsNamed(database, '乙县', { limit: SUGGESTIONS }),
	...Object.fromEntries(WORDS.map((q) => [`reports saying ${q}`, saying(q)])),
	'one agency’s series': (database, { agencyId }) =>
		ask.agencySeries(database, agencyId, [LICENSING]),
	'one report’s cells': (database, { reportId }) => ask.reportCells(database, reportId)
};

/** Every question once from the derived database, and once from the Parquet files alone. */
export async function measureQuestions(store: string): Promise<Measurement[]> {
	const bare = `${store}-parquet`;
	cpSync(store, bare, { recursive: true });
	rmSync(cacheDirectory(bare), { recursive: true, force: true });
	const derived = await openDatabase(store);
	const parquet = await openDatabase(bare);
	try {
		const [one] = await derived.rows<One>(
			'SELECT agency_id AS "agencyId", report_id AS "reportId" FROM reports WHERE resolved LIMIT 1'
		);
		if (!one) throw new Error(`no resolved report in ${store}`);
		const measurements: Measurement[] = [];
		for (const [what, question] of Object.entries(QUESTIONS)) {
			const milliseconds = await medianTime(9, () => question(derived, one));
			const against = {
				what: 'from Parquet',
				milliseconds: await medianTime(9, () => question(parquet, one))
			};
			measurements.push({ what, milliseconds, amount: null, against });
		}
		return measurements;
	} finally {
		await derived.close();
		await parquet.close();
		rmSync(bare, { recursive: true, force: true });
	}
}
