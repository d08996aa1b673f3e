import { RULES } from '$lib/check/rules';
import { count, percent, shareOf } from '$lib/chart/number';
import { link, slice } from '$lib/components/link';
import { EDITIONS, LEVELS, type Language } from '$lib/form';
import { together, type FindingsGroup, type Grouping, type RuleCount } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { formName, kindName, levelName, severityName } from '../naming';
import {
	FEWEST,
	STEPS,
	type GridCell,
	type GridHead,
	type Show,
	type ShownGrid
} from './shown-grid';

/** Regions and kinds that have a line of their own; the rest share one. */
const LONGEST = 40;

/** What the grid is asked for, and in whose words. */
export interface Asked {
	readonly by: Grouping;
	readonly show: Show;
	readonly search: string;
	readonly language: Language;
	readonly words: Words;
}

const RUNS_DOWN = new Set<Grouping>(['province', 'city', 'county', 'kind']);
const order = (codes: readonly string[], code: string | null | undefined) =>
	code === null || code === undefined ? Infinity : codes.indexOf(code);
const ofLevel = LEVELS.map(({ code }) => code);
const ofForm = EDITIONS.map(({ code }) => code);

const valueOf = ({ keys }: FindingsGroup, by: Grouping) => keys[by] ?? null;

/** Years, levels and editions stand in their own order; regions and kinds by what was found there. */
function sorted(groups: readonly FindingsGroup[], { by, show }: Asked): FindingsGroup[] {
	const byShare = ({ withFindings, reports }: FindingsGroup) =>
		reports < FEWEST ? -1 : withFindings / reports;
	const rank = (group: FindingsGroup): number => {
		const value = valueOf(group, by);
		if (value === null) return Infinity;
		if (by === 'year') return Number(value);
		if (by === 'level') return order(ofLevel, value);
		if (by === 'form') return order(ofForm, value);
		return show === 'share' ? -byShare(group) : -group.findings;
	};
	return [...groups].sort((a, b) => {
		const [first, second] = [rank(a), rank(b)];
		return first === second ? 0 : first - second;
	});
}

function stepOf(reports: number, decided: number): number {
	if (reports === 0 || decided < FEWEST) return 0;
	const share = reports / decided;
	const step = STEPS.findIndex((limit) => share < limit);
	return step === -1 ? STEPS.length + 1 : step + 1;
}

/** A group’s name, and what it lies in where its name alone does not tell. */
export function groupName(
	group: FindingsGroup,
	by: Grouping,
	language: Language,
	words: Words
): { label: string; note: string | null } {
	const value = valueOf(group, by);
	const { province, city } = group.keys;
	const parents = by === 'county' ? [province, city] : by === 'city' ? [province] : [];
	const note = parents.filter(Boolean).join(' ') || null;
	if (value === null) return { label: words.findings.unplaced[by], note };
	const name =
		by === 'level'
			? levelName(value, language)
			: by === 'kind'
				? kindName(value, language)
				: by === 'form'
					? formName(value, language)
					: value;
	return { label: name ?? value, note };
}

/** The filters that choose a group’s reports; null where no filter has just these. */
function filterOf(group: FindingsGroup, by: Grouping): Record<string, string> | null {
	if (valueOf(group, by) === null) return null;
	return Object.fromEntries(
		Object.entries(group.keys).filter((entry): entry is [string, string] => entry[1] !== null)
	);
}

const listAt = (search: string, changes: Record<string, string>) =>
	`${link('/findings', search, { sort: null, ...changes })}#list`;

function cellOf(
	{ findings, reports, decided, undecided }: RuleCount,
	name: string,
	href: string | null,
	{ show, words }: Asked
): GridCell {
	if (decided + undecided === 0) {
		return { text: '—', href: null, title: `${name}${words.colon}${words.findings.idle}`, step: 0 };
	}
	const share = shareOf(reports, decided);
	const inWords = share === null ? '—' : percent(share);
	return {
		text: show === 'count' ? count(findings) : inWords,
		href: findings > 0 ? href : null,
		title: `${name}${words.colon}${words.findings.cellTitle(findings, reports, decided, inWords, undecided)}`,
		step: stepOf(reports, decided)
	};
}

const wholeOf = ({ findings, withFindings, reports }: FindingsGroup): RuleCount => ({
	findings,
	reports: withFindings,
	decided: reports,
	undecided: 0
});

function ruleHead(code: string, { search, language }: Asked): GridHead {
	const rule = RULES.find((candidate) => candidate.code === code);
	return {
		key: code,
		label: rule?.title[language] ?? code,
		note: null,
		href: link(`/rules/${code}`, slice(search))
	};
}

/** Rules sorted into severities, which stand from the gravest on. */
const gravest = (codes: readonly string[]) =>
	(['error', 'warning', 'info'] as const).flatMap((severity) => {
		const own = codes.filter(
			(code) => RULES.find((rule) => rule.code === code)?.severity === severity
		);
		return own.length > 0 ? [{ severity, codes: own }] : [];
	});

interface Line {
	readonly group: FindingsGroup;
	readonly head: GridHead;
	readonly filter: Record<string, string> | null;
}

function linesOf(groups: readonly FindingsGroup[], asked: Asked): Line[] {
	const { by, search, language, words } = asked;
	const inOrder = sorted(groups, asked);
	const own = inOrder.length > LONGEST ? inOrder.slice(0, LONGEST - 1) : inOrder;
	const rest = inOrder.slice(own.length);
	const lines = own.map((group): Line => {
		const filter = filterOf(group, by);
		const key = JSON.stringify(group.keys);
		const href = filter && listAt(search, filter);
		return { group, filter, head: { key, ...groupName(group, by, language, words), href } };
	});
	if (rest.length === 0) return lines;
	const head = { key: 'rest', label: words.findings.rest(rest.length), note: null, href: null };
	return [...lines, { group: together(rest), head, filter: null }];
}

const EMPTY: RuleCount = { findings: 0, reports: 0, decided: 0, undecided: 0 };

/** What one rule found in some groups, or in all of them where there is no line. */
function ruleCell(rule: GridHead, group: FindingsGroup, line: Line | null, asked: Asked): GridCell {
	const name = [line?.head.label, rule.label].filter(Boolean).join(' · ');
	const listed = line === null || line.filter !== null;
	const href = listed ? listAt(asked.search, { ...line?.filter, rule: rule.key }) : null;
	return cellOf(group.rules.get(rule.key) ?? EMPTY, name, href, asked);
}

/** The grid of findings in the reader’s words, each count with the list behind it. */
export function shownGrid(groups: readonly FindingsGroup[], asked: Asked): ShownGrid {
	const { by, search, language, words } = asked;
	const lines = linesOf(groups, asked);
	const whole = together(groups);
	const heads = [...whole.rules.keys()].map((code) => ruleHead(code, asked));
	const applied = [...whole.rules].filter(([, { decided, undecided }]) => decided + undecided > 0);
	const bands = gravest(applied.map(([code]) => code));
	const rules = bands.flatMap(({ codes }) => heads.filter(({ key }) => codes.includes(key)));
	return {
		rules,
		bands: bands.map(({ severity, codes }) => ({
			key: severity,
			severity,
			label: severityName(severity, language),
			size: codes.length
		})),
		groups: lines.map(({ head }) => head),
		cells: rules.map((rule) => lines.map((line) => ruleCell(rule, line.group, line, asked))),
		ofRules: rules.map((rule) => ruleCell(rule, whole, null, asked)),
		ofGroups: lines.map(({ group, head }) => cellOf(wholeOf(group), head.label, head.href, asked)),
		all: cellOf(wholeOf(whole), words.findings.allRules, listAt(search, {}), asked),
		long: RUNS_DOWN.has(by),
		idle: heads.filter((head) => !rules.includes(head))
	};
}
