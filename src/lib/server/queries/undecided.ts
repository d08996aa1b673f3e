import type { Rule } from '../../check/rule.ts';
import { STATUSES, type FormCode, type Status } from '../../form/index.ts';
import { reportColumns } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { STATUS_NUMBERS, statusColumnOf, statusCountColumnOf, tallyColumnOf } from '../tables.ts';

/** Where the answers come from that a rule could not give; a report may count in several. */
export interface Undecided {
	/** Reports with something that the rule could not decide. */
	readonly reports: number;
	/** Of these: reports with such a cell. */
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	/** Of these: reports whose year is not settled, and ones none of whose table was read. */
	readonly withoutYear: number;
	readonly withoutTable: number;
	/** True where the cells are those that the rule looks at; else any of the report’s. */
	readonly ownCells: boolean;
}

/**
 * Cells that are looked at one by one. A rule that looks at more looks at nearly all there are, and
 * their statuses, asked for one by one, would take ten times as long as the rest of its page.
 */
const MOST_CELLS = 60;

/** Whether one of a rule’s cells has a status. */
function hasOwn(rule: Rule, status: Exclude<Status, 'reported'>): string {
	const inForm = (form: FormCode) =>
		rule
			.cells(form)
			.map((address) => `${statusColumnOf(address)} = ${STATUS_NUMBERS[status]}`)
			.join(' OR ');
	return `CASE form ${rule.forms.map((form) => `WHEN '${form}' THEN ${inForm(form)}`).join(' ')} END`;
}

/** Why a rule could not decide: what is wrong with the reports that it could not decide. */
export async function undecidedOf(
	database: Database,
	filters: Filters,
	rule: Rule
): Promise<Undecided> {
	const sizes = rule.forms.map((form) => rule.cells(form).length);
	const ownCells = Math.min(...sizes) > 0 && Math.max(...sizes) <= MOST_CELLS;
	const has = (status: Exclude<Status, 'reported'>) =>
		ownCells ? hasOwn(rule, status) : `${statusCountColumnOf(status)} > 0`;
	const none = STATUSES.filter((status) => status !== 'missing').map(
		(status) => `${statusCountColumnOf(status)} = 0`
	);
	const where = reportColumns(filters);
	const [row] = await database.rows<Omit<Undecided, 'ownCells'>>(
		`SELECT count(*) AS reports,
			count(*) FILTER (${has('blank')}) AS blank,
			count(*) FILTER (${has('missing')}) AS missing,
			count(*) FILTER (${has('unreadable')}) AS unreadable,
			count(*) FILTER (year IS NULL) AS "withoutYear",
			count(*) FILTER (${none.join(' AND ')}) AS "withoutTable"
		FROM figures
		WHERE ${tallyColumnOf(rule.code, 'undecided')} > 0 AND ${where.sql}`,
		where.params
	);
	if (!row) throw new Error('a count without a row');
	return { ...row, ownCells };
}
