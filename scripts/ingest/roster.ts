import { KINDS, LEVELS, ROSTER_COLUMNS, type Label, type Level } from '../../src/lib/form/index.ts';
import { BadTable, isDay, officeLines, type OfficeLine } from './office-csv.ts';

/** A roster that cannot be followed; says every wrong line, where and why. */
export class BadRoster extends BadTable {
	override readonly name = 'BadRoster';

	constructor(problems: readonly string[]) {
		const shown = problems.slice(0, NAMED_PROBLEMS);
		const more = problems.length - shown.length;
		super([...shown, ...(more > 0 ? [`另有 ${more} 处`] : [])].join('\n'));
	}
}

const NAMED_PROBLEMS = 20;

/** An organ that is to report, as the office writes it; null is “no word”. Kept in the store as JSON. */
export interface RosterLine {
	readonly agency: string;
	readonly parent: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: Level | null;
	readonly kind: string | null;
	/** A year or a day: the organ reports for that year, and for none before it. */
	readonly founded: string | null;
	/** A year or a day: the organ reports for no year from this one on. */
	readonly abolished: string | null;
	/** Names whose reports are this organ's too. */
	readonly formerly: readonly string[];
	readonly succeededBy: string | null;
	readonly note: string | null;
}

const YEAR = /^(?:19|20)\d\d$/;
const isTime = (text: string) => YEAR.test(text) || isDay(text);
export const yearOfTime = (time: string): number => Number(time.slice(0, 4));

/** The code that a word is, or is the Chinese label of; undefined where it is neither. */
const coded = (list: readonly { code: string; label: Label }[], word: string) =>
	list.find(({ code, label }) => code === word || label.zh === word)?.code;

/** The words of a line, and what is wrong with them. */
function lineOf(line: OfficeLine): { row: RosterLine; wrong: string[] } {
	const wrong: string[] = [];
	const code = (column: string, list: readonly { code: string; label: Label }[]) => {
		const word = line.word(column);
		if (word === null) return null;
		const found = coded(list, word);
		const codes = list.map((entry) => `${entry.code}（${entry.label.zh}）`).join(' ');
		if (found === undefined) wrong.push(`${column} 的值不对：${word}；可用的值：${codes}`);
		return found ?? null;
	};
	const time = (column: string) => {
		const word = line.word(column);
		if (word === null || isTime(word)) return word;
		wrong.push(`${column} 的值不对：${word}；应为年份（2019）或日期（2019-03-01）`);
		return null;
	};
	const agency = line.word('agency');
	if (agency === null) wrong.push('没有 agency；请写明机关名称');
	const row: RosterLine = {
		agency: agency ?? '',
		parent: line.word('parent'),
		province: line.word('province'),
		city: line.word('city'),
		county: line.word('county'),
		level: code('level', LEVELS) as Level | null,
		kind: code('kind', KINDS),
		founded: time('founded'),
		abolished: time('abolished'),
		formerly: (line.word('formerly') ?? '')
			.split(/[;；、|\n]/)
			.flatMap((name) => name.trim() || []),
		succeededBy: line.word('succeeded_by'),
		note: line.word('note')
	};
	if (row.founded && row.abolished && row.abolished < row.founded) {
		wrong.push(`撤销（${row.abolished}）早于成立（${row.founded}）；请核对 founded 与 abolished`);
	}
	if (row.succeededBy !== null && line.word('abolished') === null) {
		wrong.push('写了 succeeded_by 而没有 abolished；请写明撤销的年份');
	}
	return { row, wrong };
}

function linesOf(bytes: Uint8Array): OfficeLine[] {
	try {
		return officeLines(bytes, '应报名单', ROSTER_COLUMNS);
	} catch (error) {
		throw error instanceof BadTable ? new BadRoster([error.message]) : error;
	}
}

/** Reads a roster's bytes; every wrong line is named with its number and what to do. */
export function parseRoster(bytes: Uint8Array): RosterLine[] {
	const problems: string[] = [];
	const seen = new Map<string, number>();
	const rows = linesOf(bytes).map((line) => {
		const { row, wrong } = lineOf(line);
		const { agency, province, city, county } = row;
		const key = JSON.stringify([agency, province, city, county]);
		const before = seen.get(key);
		if (agency !== '' && before !== undefined) {
			wrong.push(`与第 ${before} 行重复：${agency}；请删去一行，或写明各自的地区`);
		}
		seen.set(key, before ?? line.number);
		problems.push(...wrong.map((what) => `应报名单第 ${line.number} 行${what}`));
		return row;
	});
	if (problems.length > 0) throw new BadRoster(problems);
	return rows;
}
