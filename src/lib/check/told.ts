import type { Report, Span } from '../form/index.ts';
import { clausesOf, type Clause } from './sentences.ts';

/** What a report's sentences tell in figures too. */
export type Matter = 'received' | 'carried_out' | 'documents' | 'reconsideration';

/** A figure that a sentence tells, and the words that tell it. */
export interface ToldFigure {
	readonly matter: Matter;
	readonly value: number;
	readonly words: string;
	readonly place: Span;
}

const FIGURE = String.raw`(?<value>\d[\d,]*)(?:件|条|份|宗|起|个|项|例|篇|部|次)`;
/** Words that a pattern may leap over: few, and no figure among them. */
const few = (most: number) => String.raw`[^\d]{0,${most}}?`;
const NONE = '(?:未曾?|没有|尚未|从未|均未|无)';
/** What offices do with an application for disclosure, which the same words must name so. */
const TAKING = '(?:新收|收到|受理|接到|接收)';
const TAKEN_IN = String.raw`${TAKING}(?=[^\d]{0,40}公开)`;
const APPLICATION = '申请[公开政府信息办理的事项件数量总]{0,12}';
const MADE = '(?:制发|制定|制作|出台|印发|新制|新出)';

interface Pattern {
	readonly matter: Matter;
	readonly pattern: RegExp;
	/** What the sentence must speak of, up to the end of the clause. */
	readonly about?: RegExp;
	/** What makes it another figure: a part of the whole, or a kind of its own. */
	readonly other: RegExp;
}

const PARTS_OF_APPLICATIONS =
	/网|信函|邮|当面|现场|窗口|传真|平台|系统|线上|自然人|(?<!公民、?)法人|企业|机构|撤回|补正|重复|不予|复议|诉讼|举报|投诉|咨询|热线|建议|提案|信访|结转|收费|答复|办结|登记|转|协助|来信|来访|来电/u;

const received = (pattern: string): Pattern => ({
	matter: 'received',
	pattern: new RegExp(pattern, 'u'),
	other: PARTS_OF_APPLICATIONS
});
const carriedOut = (pattern: string): Pattern => ({
	matter: 'carried_out',
	pattern: new RegExp(pattern, 'u'),
	about: /申请/u,
	other: /复议|诉讼|资金|项目|审结|举报|投诉|信访/u
});
const documents = (pattern: string): Pattern => ({
	matter: 'documents',
	pattern: new RegExp(pattern, 'u'),
	other: /废止|清理|修订|修改|失效|有效|解读|审查|审核|备案|党|规章|拟|办法|制度|计划|目录|程序/u
});
const reconsideration = (pattern: string): Pattern => ({
	matter: 'reconsideration',
	pattern: new RegExp(pattern, 'u'),
	other: /维持|纠正|撤销|确认|驳回|审结|办结|办理|审理|其他|后/u
});

const PATTERNS: readonly Pattern[] = [
	received(TAKEN_IN + few(24) + APPLICATION + few(2) + FIGURE),
	received(`${TAKING}了?${FIGURE}(?:政府)?(?:信息)?(?:依申请公开|公开申请)`),
	received(NONE + TAKEN_IN + few(24) + APPLICATION),
	carriedOut(`结转(?:至|到)?(?:下(?:一)?年度?|次年)${few(8)}${FIGURE}`),
	carriedOut(`${FIGURE}(?:申请)?结转(?:至|到)?(?:下(?:一)?年度?|次年)`),
	documents(`${MADE}(?:并公开)?(?:的)?(?:行政)?规范性文件${few(2)}${FIGURE}`),
	documents(`${NONE}${MADE}(?:过)?(?:行政)?规范性文件`),
	reconsideration(`(?:信息公开|依申请公开)${few(12)}行政复议(?:案件|申请)?${few(2)}${FIGURE}`),
	reconsideration(`${NONE}${few(14)}(?:信息公开|依申请公开)${few(12)}行政复议`),
	reconsideration(
		'(?:信息公开|依申请公开).{0,12}行政复议(?:案件)?(?:、|和|及|与|或)(?:行政)?诉讼(?:案件)?(?:数量)?(?:均?为|共)?(?<value>0)(?:件|条|起|宗|例|次)'
	)
];

/** What a sentence with one of these figures speaks of, and has. */
const MATTERS = /申\s*请|复\s*议|规\s*范\s*性|结\s*转/u;
const FIGURES = /[\d０-９未没无]/u;
const mayTell = (sentence: string) => FIGURES.test(sentence) && MATTERS.test(sentence);

/** What is not about the report's own whole year, or not about all of it. */
const NOT_THE_WHOLE =
	/其中|同比|去年|上年度?|上一年|往年|历年|累计|以来|上半年|下半年|季度|截[至止]|各(?!类|种|项)|(?:市|县|区|下|所)属|直部门|例如|比如|如果|若/u;
const OF_AN_AREA = /全[省市县区州旗乡镇]/u;
const A_YEAR = /(?:19|20)\d{2}(?=年)/gu;

/** Whether a sentence, up to the end of a clause, speaks of all of the report's own year. */
function isOfTheWhole(sentence: string, { scope, year }: Report): boolean {
	if (NOT_THE_WHOLE.test(sentence)) return false;
	if (scope !== 'consolidated' && OF_AN_AREA.test(sentence)) return false;
	return (sentence.match(A_YEAR) ?? []).every((told) => Number(told) === year);
}

function toldIn(clause: Clause, report: Report): ToldFigure[] {
	const sentence = clause.before + clause.text;
	return PATTERNS.flatMap(({ matter, pattern, about, other }): ToldFigure[] => {
		const match = pattern.exec(clause.text);
		if (!match || about?.test(sentence) === false || !isOfTheWhole(sentence, report)) return [];
		const words = match[0];
		const told = match.groups?.value;
		// What there was none of, a clause may go on to say.
		const all = told === undefined ? clause.text.slice(match.index) : words;
		if (other.test(all)) return [];
		const start = clause.places[match.index];
		const last = clause.places[match.index + words.length - 1];
		if (start === undefined || last === undefined) return [];
		const value = Number((told ?? '0').replaceAll(',', ''));
		return [{ matter, value, words, place: { start, end: last + 1 } }];
	});
}

/**
 * The figures that a report's sentences tell of what its tables count, each with its place: only
 * where the words plainly speak of the whole of it, for the report's own year.
 */
export function figuresToldIn(report: Report): ToldFigure[] {
	return [...clausesOf(report, mayTell)].flatMap((clause) => toldIn(clause, report));
}
