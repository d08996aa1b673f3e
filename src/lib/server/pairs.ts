import type { DuckDBConnection } from '@duckdb/node-api';
import {
	CHAIN_CELLS,
	CHAIN_RULES,
	chainFinding,
	type Chain,
	type ChainRule,
	type Link
} from '../check/chain.ts';
import { COPY_RULES, FIGURES_COPIED, NARRATIVE_COPIED, type CopyRule } from '../check/copies.ts';
import { columnOf, type FormCode } from '../form/index.ts';
import { AppendedTable } from './appended-table.ts';
import { columnNames, literal } from './columns.ts';
import { originOfCells } from './comparable.ts';
import { findingRow } from './finding-row.ts';
import { SCHEMAS, tallyColumnOf } from './tables.ts';
import { PAIR_TALLIES_SCHEMA } from './views.ts';

/** What the rules about two reports compare of each report, in `work.comparable`. */
const comparable = (figures: string) => `CREATE OR REPLACE TABLE work.comparable AS
	SELECT report_id, agency_id, agency, kind, province, city, county, year, form, scope, generated,
		figures_print, figures_among_all, narrative_print, narrative_among_all, standings, ${CHAIN_CELLS.map(columnOf).join(', ')},
		resolved AND is_current AND year IS NOT NULL AS is_settled
	FROM (${figures}) JOIN work.current USING (report_id)`;

const figureOf = ({ report, address }: Link) => `${report}.${columnOf(address)}`;
const observedOf = ({ subject }: Chain) => `later.${columnOf(subject)}`;
/** What a chain asks of its subject: null where one of its cells shows no figure. */
const expectedOf = ({ links }: Chain) =>
	links.map((link) => `${link.sign === 1 ? '+' : '-'} ${figureOf(link)}`).join(' ');
const collected = ({ forms }: ChainRule) => {
	const codes = forms.map(literal).join(', ');
	return `later.form IN (${codes}) AND earlier.form IN (${codes})`;
};

/** How many of a rule's chains hold, or do not, in a report (`later`) beside the one before (`earlier`). */
const countOf = (rule: ChainRule, relation: '=' | '<>') =>
	`CASE WHEN ${collected(rule)} THEN ${rule.chains
		.map((chain) => `coalesce(${observedOf(chain)} ${relation} ${expectedOf(chain)}, false)::INT`)
		.join(' + ')} ELSE 0 END`;

/**
 * The tallies of the rules made of chains, in `work.chained`: for each report that follows one of
 * its agency for the year before.
 */
const CHAINED = `CREATE OR REPLACE TABLE work.chained AS
	SELECT later.report_id, earlier.report_id AS other_report_id, ${CHAIN_RULES.flatMap((rule) => [
		`${countOf(rule, '=')} AS ${tallyColumnOf(rule.code, 'pass')}`,
		`${countOf(rule, '<>')} AS ${tallyColumnOf(rule.code, 'fail')}`
	]).join(', ')}
	FROM work.comparable AS later JOIN work.comparable AS earlier
		ON earlier.agency_id = later.agency_id AND earlier.year = later.year - 1
		AND earlier.scope = later.scope
	WHERE later.is_settled AND earlier.is_settled`;

/** The chains of a rule that do not hold. */
const brokenChains = (rule: ChainRule) => `WITH broken AS (
		SELECT later, earlier FROM work.chained
		JOIN work.comparable AS later USING (report_id)
		JOIN work.comparable AS earlier ON earlier.report_id = other_report_id
		WHERE ${tallyColumnOf(rule.code, 'fail')} > 0
	)
	${rule.chains
		.map(
			(chain, index) => `SELECT ${index} AS chain, later.report_id AS report_id,
				earlier.report_id AS other_report_id, later.year AS year, later.form AS form,
				earlier.form AS earlier_form, later.standings AS standings,
				earlier.standings AS earlier_standings, ${observedOf(chain)}::DOUBLE AS observed,
				[${chain.links.map((link) => `${figureOf(link)}::DOUBLE`).join(', ')}] AS figures
			FROM broken WHERE ${observedOf(chain)} <> ${expectedOf(chain)}`
		)
		.join(' UNION ALL ')}`;

/** What each rule about copies compares: its columns are called `…_print` and `…_among_all`. */
const COMPARED: ReadonlyMap<CopyRule, string> = new Map([
	[FIGURES_COPIED, 'figures'],
	[NARRATIVE_COPIED, 'narrative']
]);

/** Two names of what may be one organ: written more or less in full, or a government and its office. */
const MAY_BE_ONE = `coalesce(mine.province = other.province, true)
	AND coalesce(mine.city = other.city, true) AND coalesce(mine.county = other.county, true)
	AND (bare_name(mine.agency, mine.province, mine.city, mine.county)
			= bare_name(other.agency, other.province, other.city, other.county)
		OR coalesce(mine.kind IN ('government', 'general_office')
			AND other.kind IN ('government', 'general_office'), false))`;

/**
 * The reports that repeat another one, in a table of the rule's name: the newest of their agency's
 * earlier ones, else that of the first other agency, not of a later year. What is invented and what
 * is real are never compared.
 */
const copies = (rule: CopyRule, compared: string) => `CREATE OR REPLACE TABLE work.${rule.code} AS
	WITH alike AS (
		SELECT *, lag(report_id) OVER (PARTITION BY ${compared}_print, agency_id ORDER BY year) AS own_id
		FROM work.comparable WHERE is_settled AND ${compared}_print IS NOT NULL
		QUALIFY count(*) OVER (PARTITION BY ${compared}_print, generated) > 1
	),
	first AS (
		SELECT ${compared}_print, generated, unnest(arg_min(struct_pack(report_id, agency_id, agency, kind,
				province, city, county, year), year))
		FROM alike GROUP BY ${compared}_print, generated, agency_id
	),
	other AS (
		SELECT *, row_number() OVER (PARTITION BY ${compared}_print, generated ORDER BY year, agency_id) AS place
		FROM first QUALIFY place <= 2
	)
	SELECT mine.report_id,
		coalesce(mine.own_id, arg_min(other.report_id, other.place)) AS other_report_id
	FROM alike AS mine LEFT JOIN other ON mine.own_id IS NULL AND mine.${compared}_among_all
		AND other.${compared}_print = mine.${compared}_print AND other.generated = mine.generated
		AND other.agency_id <> mine.agency_id AND other.year <= mine.year AND NOT (${MAY_BE_ONE})
	GROUP BY mine.report_id, mine.own_id HAVING other_report_id IS NOT NULL`;

/** When a rule applies to a report, and else null. */
const applied = (forms: readonly FormCode[], count: string) =>
	`CASE WHEN form IN (${forms.map(literal).join(', ')}) THEN CAST(${count} AS UTINYINT) END`;

function chainTallies({ code, forms, chains }: ChainRule): string[] {
	const [pass, fail] = [tallyColumnOf(code, 'pass'), tallyColumnOf(code, 'fail')];
	const [passed, failed] = [`coalesce(chained.${pass}, 0)`, `coalesce(chained.${fail}, 0)`];
	const undecided = applied(forms, `${chains.length} - ${passed} - ${failed}`);
	return [
		`${applied(forms, passed)} AS ${pass}`,
		`${applied(forms, failed)} AS ${fail}`,
		`${undecided} AS ${tallyColumnOf(code, 'undecided')}`
	];
}

function copyTallies({ code, forms }: CopyRule, compared: string): string[] {
	const answers = {
		pass: `is_settled AND ${compared}_print IS NOT NULL AND ${code}.report_id IS NULL`,
		fail: `${code}.report_id IS NOT NULL`,
		undecided: `NOT is_settled OR ${compared}_print IS NULL`
	};
	return (['pass', 'fail', 'undecided'] as const).map(
		(answer) => `${applied(forms, `(${answers[answer]})::INT`)} AS ${tallyColumnOf(code, answer)}`
	);
}

/** Every report's tallies of the rules about two reports, in `work.pair_tallies`. */
const TALLIES = `CREATE OR REPLACE TABLE work.pair_tallies AS
	SELECT comparable.report_id, ${[
		...CHAIN_RULES.flatMap(chainTallies),
		...[...COMPARED].flatMap(([rule, compared]) => copyTallies(rule, compared))
	].join(', ')}
	FROM work.comparable LEFT JOIN work.chained USING (report_id)
		${COPY_RULES.map(({ code }) => `LEFT JOIN work.${code} USING (report_id)`).join(' ')}`;

interface BrokenRow {
	readonly chain: number;
	readonly report_id: string;
	readonly other_report_id: string;
	readonly year: number;
	readonly form: FormCode;
	readonly earlier_form: FormCode;
	readonly standings: string;
	readonly earlier_standings: string;
	readonly observed: number;
	readonly figures: readonly number[];
}

interface CopyRow {
	readonly report_id: string;
	readonly other_report_id: string;
	readonly agency: string | null;
	readonly year: number;
	readonly own: boolean;
}

async function rowsOf<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRowObjectsJS() as unknown as T[];
}

function brokenRow(rule: ChainRule, row: BrokenRow) {
	const chain = rule.chains[row.chain]!;
	const { report_id: id, other_report_id: other, year, form, observed, figures } = row;
	const origin = originOfCells([
		{ address: chain.subject, letters: row.standings },
		...chain.links.map(({ address, report }) => ({
			address,
			letters: report === 'later' ? row.standings : row.earlier_standings
		}))
	]);
	const finding = chainFinding(rule, chain, {
		report: { year, form },
		earlier: { year: year - 1, form: row.earlier_form },
		observed,
		figures,
		origin
	});
	return findingRow(id, finding, 0, other);
}

/** What the rules about two reports found, in `work.pair_findings`. */
async function writeFindings(connection: DuckDBConnection): Promise<void> {
	const findings = await AppendedTable.create(connection, 'pair_findings', SCHEMAS.findings);
	for (const rule of CHAIN_RULES) {
		for (const row of await rowsOf<BrokenRow>(connection, brokenChains(rule))) {
			findings.add(brokenRow(rule, row));
		}
	}
	for (const rule of COPY_RULES) {
		const rows = await rowsOf<CopyRow>(
			connection,
			`SELECT copy.report_id, other_report_id, other.agency, other.year,
				mine.agency_id = other.agency_id AS own
			FROM work.${rule.code} AS copy JOIN work.comparable AS mine USING (report_id)
			JOIN work.comparable AS other ON other.report_id = other_report_id`
		);
		for (const row of rows) {
			findings.add(findingRow(row.report_id, rule.finding(row), 0, row.other_report_id));
		}
	}
	findings.close();
}

/**
 * Holds every report against the one before and against all others, once it is settled what is
 * current (`work.current`) and how names are bared (`settleRoster`).
 *
 * @param figures the query of the figures parts
 */
export async function settlePairs(connection: DuckDBConnection, figures: string): Promise<void> {
	await connection.run(comparable(figures));
	await connection.run(CHAINED);
	for (const [rule, compared] of COMPARED) await connection.run(copies(rule, compared));
	await connection.run(TALLIES);
	await writeFindings(connection);
}

/** The rows of the parts that hold what the rules about two reports found, and their tallies. */
export const PAIR_FINDINGS = `SELECT ${columnNames(SCHEMAS.findings)}
	FROM work.pair_findings ORDER BY report_id, finding_id`;
export const PAIR_TALLIES = `SELECT ${columnNames(PAIR_TALLIES_SCHEMA)}
	FROM work.pair_tallies ORDER BY report_id`;
