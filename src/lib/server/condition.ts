import {
	ADDRESSES,
	partsOf,
	STATUSES,
	type Address,
	type AddressParts,
	type Status
} from '../form/index.ts';
import { UNKNOWN_LEVEL, type Filters, type NameKey, type ScopeFilter } from './filters.ts';
import { STATUS_NUMBERS, statusColumnOf } from './tables.ts';

/** A value bound to a `$name` of an SQL text. */
export type Bound = string | number | boolean | null | Uint8Array;

/** An SQL condition with the values of its `$names`. */
export interface Condition {
	readonly sql: string;
	readonly params: Readonly<Record<string, Bound>>;
}

const ALWAYS: Condition = { sql: 'true', params: {} };

/** The condition that holds where all of these do. */
export function all(conditions: readonly Condition[]): Condition {
	const real = conditions.filter((condition) => condition !== ALWAYS);
	if (real.length === 0) return ALWAYS;
	return {
		sql: real.map(({ sql }) => `(${sql})`).join(' AND '),
		params: Object.fromEntries(real.flatMap(({ params }) => Object.entries(params)))
	};
}

/** A column has one of the values of a filter; `name` keeps the bound values of a text apart. */
function oneOf(column: string, values: readonly Bound[], name: string): Condition {
	if (values.length === 0) return ALWAYS;
	return {
		sql: `${column} IN (${values.map((_, index) => `$${name}_${index}`).join(', ')})`,
		params: Object.fromEntries(values.map((value, index) => [`${name}_${index}`, value]))
	};
}

/** The columns of `reports` that a filter of the same name is about. */
const REPORT_KEYS = [
	'province',
	'city',
	'county',
	'kind',
	'form'
] as const satisfies readonly NameKey[];

/** Levels, among which one that is not settled may be asked for. */
function levels({ level }: Filters): Condition {
	const settled = oneOf(
		'level',
		level.filter((code) => code !== UNKNOWN_LEVEL),
		'level'
	);
	if (!level.includes(UNKNOWN_LEVEL)) return settled;
	if (settled === ALWAYS) return { sql: 'level IS NULL', params: {} };
	return { sql: `level IS NULL OR ${settled.sql}`, params: settled.params };
}

function years({ year }: Filters): Condition {
	if (year.length === 0) return ALWAYS;
	return {
		sql: year.map((_, index) => `year BETWEEN $from_${index} AND $to_${index}`).join(' OR '),
		params: Object.fromEntries(
			year.flatMap(({ from, to }, index) => [
				[`from_${index}`, from],
				[`to_${index}`, to]
			])
		)
	};
}

/** Whose figures a total adds: what the filters say, else all that is not rolled up. */
export type ScopeRule = ScopeFilter;

export const scopeRule = ({ scope }: Filters): ScopeRule => scope ?? 'not_consolidated';

/** The condition of a scope rule, on the column `scope`. */
export const SCOPE_SQL: Readonly<Record<ScopeRule, string>> = {
	not_consolidated: `scope IS DISTINCT FROM 'consolidated'`,
	own: `coalesce(scope = 'own', false)`,
	consolidated: `coalesce(scope = 'consolidated', false)`,
	unknown: 'scope IS NULL',
	all: 'true'
};

/** A row of `figures` or `reports` fits the filters that choose reports. */
export function reportColumns(filters: Filters): Condition {
	const { generated, current, scope } = filters;
	return all([
		years(filters),
		levels(filters),
		...REPORT_KEYS.map((key) => oneOf(key, filters[key], key)),
		oneOf('agency_id', filters.agency, 'agency'),
		generated === null ? ALWAYS : { sql: 'generated = $generated', params: { generated } },
		current === null ? ALWAYS : { sql: 'is_current = $current', params: { current } },
		scope === null || scope === 'all' ? ALWAYS : { sql: SCOPE_SQL[scope], params: {} }
	]);
}

/** A row with `section, item, measure` stands where the filters ask. */
export function atAddress(filters: Filters, prefix = ''): Condition {
	return all(
		(['section', 'item', 'measure'] as const).map((key) =>
			oneOf(`${prefix}${key}`, filters[key], key)
		)
	);
}

/** Whether the filters ask for findings, wherever these are made. */
export const askForFindings = ({ rule, severity, origin }: Filters): boolean =>
	rule.length + severity.length + origin.length > 0;

/** A row of `findings` fits the filters about findings, address included. */
export function findingColumns(filters: Filters): Condition {
	return all([
		oneOf('rule', filters.rule, 'rule'),
		oneOf('severity', filters.severity, 'severity'),
		oneOf('origin', filters.origin, 'origin'),
		atAddress(filters)
	]);
}

/** A row of `cells` fits the filters about cells, address included. */
export function cellColumns(filters: Filters, prefix = ''): Condition {
	return all([atAddress(filters, prefix), oneOf(`${prefix}status`, filters.status, 'status')]);
}

const admits = (filters: Filters, parts: AddressParts) =>
	(['section', 'item', 'measure'] as const).every(
		(key) => filters[key].length === 0 || filters[key].includes(parts[key])
	);

/** The addresses that the filters admit. */
export function addressesOf(filters: Filters): Address[] {
	return ADDRESSES.filter((address) => admits(filters, partsOf(address)));
}

const isStatus = (value: string): value is Status => STATUSES.some((status) => status === value);

const statusNumbers = ({ status }: Filters) =>
	status.filter(isStatus).map((code) => STATUS_NUMBERS[code]);

/** A report of `figures` has a cell of one of the statuses where the filters ask. */
export function hasCell(filters: Filters): Condition {
	const numbers = statusNumbers(filters);
	const test = numbers.length > 0 ? `IN (${numbers.join(', ')})` : 'IS NOT NULL';
	const cells = addressesOf(filters).map((address) => `${statusColumnOf(address)} ${test}`);
	return { sql: cells.join(' OR ') || 'false', params: {} };
}

/** A finding's own cell has one of the statuses that the filters ask for. */
function aboutCellsOfStatus(filters: Filters): Condition {
	if (filters.status.length === 0) return ALWAYS;
	const addresses = addressesOf(filters);
	if (addresses.length === 0) return { sql: 'false', params: {} };
	const status = addresses
		.map((address) => `WHEN '${address}' THEN ${statusColumnOf(address)}`)
		.join(' ');
	return {
		sql: `finding_id IN (
			SELECT finding_id FROM findings JOIN figures USING (report_id)
			WHERE CASE concat_ws('/', section, item, measure) ${status} END
				IN (${statusNumbers(filters).join(', ')}))`,
		params: {}
	};
}

/** A report has a finding that fits the filters about findings. */
function hasFinding(filters: Filters): Condition {
	const { sql, params } = findingColumns(filters);
	return { sql: `report_id IN (SELECT report_id FROM findings WHERE ${sql})`, params };
}

/**
 * A row of `figures` is a report that the filters admit: its own columns fit, and where the
 * filters ask for findings or for cells of a status, it has such a one.
 */
export function admittedReports(filters: Filters): Condition {
	return all([
		reportColumns(filters),
		askForFindings(filters) ? hasFinding(filters) : ALWAYS,
		filters.status.length > 0 ? hasCell(filters) : ALWAYS
	]);
}

/** A row of `found` is of such a report. */
export function ofAdmittedReports(filters: Filters): Condition {
	const { sql, params } = hasCell(filters);
	return all([
		reportColumns(filters),
		askForFindings(filters) ? hasFinding(filters) : ALWAYS,
		filters.status.length > 0
			? { sql: `report_id IN (SELECT report_id FROM figures WHERE ${sql})`, params }
			: ALWAYS
	]);
}

/** The keys that are about an organ, whether it filed or not. */
export const ORGAN_KEYS = ['province', 'city', 'county', 'level', 'kind'] as const;

/**
 * A row of `filings` is of an organ and a year that the filters admit. What they ask of a report
 * (form, scope, findings, cells) cannot choose among organs of which some have sent none.
 */
export function admittedFilings(filters: Filters): Condition {
	const { generated } = filters;
	return all([
		years(filters),
		levels(filters),
		...ORGAN_KEYS.map((key) => (key === 'level' ? ALWAYS : oneOf(key, filters[key], key))),
		oneOf('agency_id', filters.agency, 'agency'),
		generated === null ? ALWAYS : { sql: 'generated = $generated', params: { generated } }
	]);
}

/** A row that refers to a report refers to one whose own columns fit the filters. */
export function ofReports(filters: Filters, column = 'report_id'): Condition {
	const { sql, params } = reportColumns(filters);
	if (sql === ALWAYS.sql) return ALWAYS;
	return { sql: `${column} IN (SELECT report_id FROM figures WHERE ${sql})`, params };
}

/** The words of `q` stand in one of the columns, whatever their case. */
export function mentions(filters: Filters, columns: readonly string[]): Condition {
	if (filters.q === null) return ALWAYS;
	return {
		sql: columns.map((column) => `contains(lower(${column}), $q)`).join(' OR '),
		params: { q: filters.q.toLowerCase() }
	};
}

/** A row of a table of findings is one that the filters admit, whatever report it stands in. */
function findingAlone(filters: Filters, table: 'findings' | 'found'): Condition {
	const inFinding = mentions(filters, [`${table}.message`]);
	const inReport = mentions(filters, ['agency', 'title']);
	const words: Condition =
		filters.q === null
			? ALWAYS
			: {
					sql: `${inFinding.sql} OR ${table}.report_id IN (
						SELECT report_id FROM figures WHERE ${inReport.sql})`,
					params: inReport.params
				};
	return all([findingColumns(filters), aboutCellsOfStatus(filters), words]);
}

/**
 * A row of `findings` is one that the filters admit: the one meaning that pages and downloads
 * share. Findings of superseded reports are among them unless `current` says otherwise.
 */
export function admittedFindings(filters: Filters): Condition {
	return all([findingAlone(filters, 'findings'), ofReports(filters, 'findings.report_id')]);
}

/** The same for a row of `found`, which has the columns of its report. */
export function admittedFound(filters: Filters): Condition {
	return all([findingAlone(filters, 'found'), reportColumns(filters)]);
}

/**
 * Current reports that a total picks from, of any scope. What filters ask about cells and findings
 * chooses lists, not reports to add up: a total, its basis and its CSV hold the same reports.
 */
export function currentReports(filters: Filters): Condition {
	return all([{ sql: 'is_current', params: {} }, reportColumns({ ...filters, scope: null })]);
}
