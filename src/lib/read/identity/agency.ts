import type { EvidenceSource } from '../../form/index.ts';
import { partOf, type Passage, type Passages } from './passages.ts';
import { hasRegion, splitRegion } from './region.ts';

/** A name that may be the reporting agency's, and where it stands. */
export interface Named {
	readonly source: EvidenceSource;
	readonly passage: Passage;
}

const ORGAN =
	/(?:局|委员会|委|办公室|办|厅|部|署|中心|政府|镇|乡|苏木|街道|街道办事处|管委会|院|所|站|处|队|社|会|公司|学校|大学|学院|医院|海关|银行)$/;
const REGION_ONLY = /(?:省|自治区|市|自治州|盟|县|区|旗)$/;
const FILLER = /^(?:关于|《|印发|公布|发布)+|(?:关于|的|年度|年|》|[\s:：—-])+$/g;
const UNNAMED = /^(?:我|本|各|全|该)/;

const TITLE_WORDS =
	/^(?<before>.*?)(?:(?:19|20)\d{2}|[１２][０-９]{3}|二[〇○零ОO0][〇○零一二三四五六七八九]{2})?\s*年?\s*度?\s*(?<after>[^年度]*?)(?:政府信息公开|政务公开|信息公开|$)/;

/** Whether words may name an agency. */
function isName(words: string): boolean {
	if (words.length < 2 || words.length > 40 || UNNAMED.test(words)) return false;
	if (!/^[一-龥（）()、·]+$/.test(words)) return false;
	return ORGAN.test(words) || (REGION_ONLY.test(words) && hasRegion(splitRegion(words)));
}

/** The agency named in a title such as 瓦房子镇2020年政府信息公开工作年度报告. */
export function nameInTitle(title: Passage): Passage | null {
	const found = TITLE_WORDS.exec(title.words)?.groups;
	for (const part of [found?.before, found?.after]) {
		const words = part?.replace(FILLER, '');
		if (words === undefined || words === '') continue;
		// 甲市人民政府信息公开: one 政府 stands for two.
		const whole = words.endsWith('人民') ? `${words}政府` : words;
		if (isName(whole)) return partOf(title, whole);
	}
	return null;
}

const SOURCE_NAME =
	/(?:来\s*源|发布(?:机构|单位|机关|部门)|公开(?:机构|单位))\s*(?:[:：]|\t)\s*([一-龥（）()]{2,40})/;
/** A name with its region that opens a clause, as in 2020年清远市民政局严格按照…. */
const CLAUSE_NAME =
	/(?:^|[，。；：\s年度将])((?:[一-龥]{2,6}省)?[一-龥]{1,8}?(?:市|县|区|旗|州|盟)[一-龥]{0,20}?(?:局|委员会|办公室|厅|人民政府|街道办事处|管委会))/g;
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

/** Every name that may be the agency's, best source first. */
export function namesIn(passages: Passages): Named[] {
	const { title, aboveTitle, narrative, ending } = passages;
	const own = title ? nameInTitle(title) : null;
	const above = !own && aboveTitle && isName(aboveTitle.words) ? aboveTitle : null;
	const fits = selfEnding(narrative);
	const onPage = passages.pageTitles.map(nameInTitle);
	const titled = [own, above, ...onPage].filter((passage) => passage !== null);
	const rest = (source: EvidenceSource, found: (Passage | null)[]): Named[] =>
		found
			.filter((passage) => passage !== null)
			.filter(({ words }) => isName(words) && ORGAN.test(words) && fits.test(words))
			.map((passage) => ({ source, passage }));
	return [
		...titled.map((passage): Named => ({ source: 'title', passage })),
		...rest('source_line', [...passages.sourceLines.map(publisherIn), ...ending]),
		...rest('narrative', narrativeName(narrative.slice(0, 12), fits))
	];
}

/** The agency that a source line names; the government behind a site's 来源 is not the reporter. */
function publisherIn(line: Passage): Passage | null {
	const name = nameAfterSource(line);
	return name && /政府$/.test(name.words) && /来\s*源/.test(line.words) ? null : name;
}

/** What a source line says after 来源 or 发布机构. */
export function nameAfterSource(line: Passage): Passage | null {
	const words = SOURCE_NAME.exec(line.words)?.[1];
	return words === undefined ? null : partOf(line, words);
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
			if (!hasRegion(splitRegion(words))) return [];
			const part = partOf(passage, words, match.index);
			return part ? [part] : [];
		})
	);
	const [first] = names;
	return first && names.every(({ words }) => words === first.words) ? [first] : [];
}
