import { RULES } from '$lib/check/rules';
import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { csvResponse } from '../../coverage/csv';
import { csvLines } from '../../csv-lines';
import { NOTHING } from '../answer';
import { answersOf } from '../answers';
import type { RequestHandler } from './$types';

async function* rowsOf(database: Database, filters: Filters) {
	const { rules } = await answersOf(database, filters);
	yield RULES.map((rule) => {
		const { reports, decided, undecided, findings } = rules.get(rule.code) ?? NOTHING;
		return {
			rule: rule.code,
			severity: rule.severity,
			title: rule.title.zh,
			formula: rule.formula.zh,
			forms: rule.forms.join(' '),
			failing: reports,
			...{ decided, undecided, findings }
		};
	});
}

/** The table of rules as the page shows it, with what each said of the reports, as a CSV. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'rules', [], (database, filters) =>
		csvLines(
			[
				...(['rule', 'severity', 'title', 'formula', 'forms'] as const),
				...(['failing', 'decided', 'undecided', 'findings'] as const)
			],
			rowsOf(database, filters)
		)
	);
