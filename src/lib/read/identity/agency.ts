import type { EvidenceSource } from '../../form/index.ts';
import { isName, isOrgan, isSameAgency, normalName, regionOfName, withoutRemark } from './name.ts';
import { partOf, unseen, type Passage } from './passage.ts';
import type { Passages } from './passages.ts';
import { namesInPath } from './path.ts';
import { hasRegion } from './region.ts';
import { wholeTitle } from './title.ts';

/** A name that may be the reporting agency's, and where it stands. */
export interface Named {
	readonly source: EvidenceSource;
	readonly passage: Passage;
}

const YEARS = '(?:19|20)\\d{2}|二[〇○零ＯOoО0][〇○零ＯOoО0一二三四五六七八九]{2}';
const YEAR = new RegExp(`(?:${YEARS})\\s*年?度?[和与至到、—–-]?`, 'g');
const FILLER =
	/^(?:附件\d*|[:：]|关于|《|〈|印发|公布|发布|公开|【|\[|（|\(|[\s—_-])+|(?:关于|的|印发|公布|发布|编制|年度|年|《|〈|》|】|\]|（|\(|[\s:：—_-])+$/g;
const TITLE_WORDS = new RegExp(
	`^(?<before>.*?)(?:[（(【[]?(?:${YEARS})[）)】\\]]?)?\\s*年?\\s*度?\\s*(?<after>[^年度]*?)(?:(?:政府信息公开|政务公开|信息公开)(?!办|中心|处|科|领导|工作领导)|$)`
);
const DOCUMENT_NUMBER = /^.*[〔[（(]\d{4}[〕\]）)]\s*第?\d+号/;
/** What stands behind the title's words, as in 年度报告-甲市教育局. */
const BEHIND = /(?:报告|年报)[\s—–_－-]+([一-龥（）()]{2,40})/;
const IN_BRACKETS = /[（(【[〔]([^（）()【】[\]〔〕]{2,40})[）)】\]〕]/g;

/** The agency named in a title such as 瓦房子镇2020年政府信息公开工作年度报告. */
export function nameInTitle(title: Passage): Passage | null {
	const found = TITLE_WORDS.exec(title.words)?.groups;
	const inBrackets = [...title.words.matchAll(IN_BRACKETS)].map(([, words]) => words);
	const behind = BEHIND.exec(title.words)?.[1];
	const last = behind === undefined || isSite(behind) ? [] : [behind];
	for (const part of [found?.before, found?.after, ...inBrackets, ...last]) {
		const words = part?.replace(DOCUMENT_NUMBER, '').replace(YEAR, '').replace(FILLER, '');
		if (words === undefined || words === '') continue;
		// 甲市人民政府信息公开: one 政府 stands for two.
		const whole = words.endsWith('人民') ? `${words}政府` : words;
		const balanced = /[（(][^）)]*$/.test(whole) ? whole.replace(/[（(][^）)]*$/, '') : whole;
		if (isName(balanced)) return partOf(title, balanced);
	}
	return null;
}

const FIELD =
	/(?:来\s*源|(?:发布|发文|公开|制发|责任|编制)(?:机构|单位|机关|部门|主体|者))\s*(?:[:：]|\t)\s*([一-龥（）()]{2,40})/g;
/** A name with its region that opens a clause, as in 2020年清远市民政局严格按照…. */
const CLAUSE_NAME =
	/(?:^|[，。；：、\s年度将由])((?:[一-龥]{2,6}省)?[一-龥]{1,8}?(?:市|县|区|旗|州|盟)[一-龥]{0,20}?(?:局|委员会|办公室|厅|人民政府|街道办事处|管委会))/g;
const SELF = /我(局|镇|乡|街道|办|委|厅|中心|市|县|区)/;

/** What an agency that calls itself 我局 and so on may be called. */
const SELF_ENDINGS: Readonly<Record<string, RegExp>> = {
	局: /局$/,
	镇: /镇(?:人民政府|政府)?$/,
	乡: /乡(?:人民政府|政府)?$/,
	街道: /街道(?:办事处|办)?$/,
	办: /(?:办公室|办|办事处)$/,
	委: /委(?:员会)?$/,
	厅: /厅$/,
	中心: /中心$/
};

/**
 * Every name that may be the agency's, in groups of equal weight, best first: the title, what a
 * page's head says the title is, fields of metadata and the signature, breadcrumbs, the first
 * paragraphs, the file's path.
 */
export function namesIn(passages: Passages, source: string): Named[][] {
	const { title, aboveTitle, narrative, ending } = passages;
	const own = title ? (nameInTitle(title) ?? nameInTitle(wholeTitle(title, aboveTitle))) : null;
	const fits = selfEnding(narrative);
	const named = (from: EvidenceSource, found: (Passage | null)[]): Named[] =>
		found
			.filter((passage) => passage !== null)
			.map((passage): Named => ({ source: from, passage }));
	const fitting = (found: (Passage | null)[]) =>
		found
			.filter((passage) => passage !== null)
			.filter(({ words }) => isName(words) && isOrgan(words) && fits.test(withoutRemark(words)));
	const crumbs = passages.breadcrumbs.flatMap(crumbsOf).filter(({ words }) => !isSite(words));
	return [
		named('title', [own]),
		named('title', passages.pageTitles.map(nameInTitle)),
		named('source_line', fitting([...passages.sourceLines.flatMap(publishersIn), ...ending])),
		named('breadcrumb', fitting(crumbs)),
		named('narrative', fitting(narrativeName(narrative.slice(0, 12), fits))),
		named('path', fitting(namesInPath(source).map(unseen)))
	];
}

/** Whether a name is rather that of a site than of who reports on it. */
const isSite = (words: string) => /政府$/.test(words);

/** The names in a source line; the government behind a site's 来源 is not the reporter. */
function publishersIn(line: Passage): Passage[] {
	return namesAfterFields(line)
		.filter(({ field, passage }) => {
			return !(isSite(passage.words) && /来\s*源/.test(field));
		})
		.map(({ passage }) => passage);
}

/** What a source line says after 来源, 发布机构 and the like. */
export function namesAfterFields(line: Passage): { field: string; passage: Passage }[] {
	return [...line.words.matchAll(FIELD)].flatMap((match) => {
		const [field, words] = [match[0], match[1]];
		const passage =
			words === undefined ? null : partOf(line, words, match.index + field.length - words.length);
		return passage ? [{ field, passage }] : [];
	});
}

/** The names of a site's breadcrumbs. */
export function crumbsOf(line: Passage): Passage[] {
	return [...line.words.matchAll(/[一-龥（）()]{2,30}/g)].flatMap(
		(match) => partOf(line, match[0], match.index) ?? []
	);
}

function selfEnding(narrative: readonly Passage[]): RegExp {
	const word = narrative
		.map(({ words }) => SELF.exec(words)?.[1])
		.find((found) => found !== undefined);
	return (word === undefined ? null : SELF_ENDINGS[word]) ?? /./;
}

/** The one name that opens clauses of the first paragraphs; none where there are several. */
function narrativeName(narrative: readonly Passage[], fits: RegExp): Passage[] {
	const names = narrative.flatMap((passage) =>
		[...passage.words.matchAll(CLAUSE_NAME)].flatMap((match) => {
			const words = match[1];
			if (words === undefined || !fits.test(words) || !isName(words)) return [];
			if (!hasRegion(regionOfName(words))) return [];
			const part = partOf(passage, words, match.index);
			return part ? [part] : [];
		})
	);
	const [first] = names;
	return first && names.every(({ words }) => words === first.words) ? [first] : [];
}

const nameOf = ({ passage }: Named) => normalName(passage.words);
const isPlaced = (named: Named) => {
	const region = regionOfName(nameOf(named));
	return hasRegion(region) && region.certainty !== 'ambiguous';
};

/**
 * Of the names in groups of equal weight, the agency's: the first group settles it where its names
 * are one agency's, else nothing does; a name without a region gives way to the same with one.
 */
export function chosenName(groups: readonly (readonly Named[])[]): Named | null {
	const filled = groups.filter((group) => group.length > 0);
	const [best, ...rest] = filled;
	const first = best && fullest(best);
	if (!first) return null;
	if (isPlaced(first)) return first;
	for (const group of rest) {
		const same = group.filter(
			(named) => isPlaced(named) && isSameAgency(nameOf(named), nameOf(first))
		);
		const fuller = same.length > 0 ? fullest(same) : null;
		if (fuller) return fuller;
	}
	return first;
}

/** The fullest of names that are all one agency's; null where they are not. */
function fullest(names: readonly Named[]): Named | null {
	const [first, ...others] = names;
	if (!first || !others.every((other) => isSameAgency(nameOf(first), nameOf(other)))) return null;
	return names.find(isPlaced) ?? first;
}
