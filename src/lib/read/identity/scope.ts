import { KINDS, type Evidence, type Scope } from '../../form/index.ts';
import { partOf, placeOf, type Passage } from './passage.ts';

/** Words without which a sentence tells nothing of what it counts. */
const COUNTING = /汇总|口径|范围|涵盖|包[括含]|不含|仅|只统计|只含/;
/** What a report calls itself and its figures. */
const SELF = '(?:本?(?:年度)?(?:报告|年报)|数据|统计|所列)';
/** Those whose figures a government rolls up. */
const OTHERS =
	'(?:全[省市县区州盟旗](?!各?项|面|域)|各级|各(?:有关)?(?:部门|单位|委办局|局|镇|乡|乡镇|镇街|街道|县|区|市|镇乡|园区|科局|县区|县（市|区县|旗县|行政机关)|(?:市|县|区|州|盟|旗)(?:直|属|级)(?:各)?(?:部门|单位|机关)|下级|辖区内|所辖|县（市、区）|县\\(市)';

const CONSOLIDATED = [
	new RegExp(`${SELF}[^。；]{0,40}(?:汇总|涵盖|包括|包含)[^。；]{0,30}${OTHERS}`),
	new RegExp(
		`(?:根据|依据|由|对|综合)[^。；]{0,30}${OTHERS}[^。；]{0,40}(?:数据|报告|年报|材料|情况)[^。；]{0,12}汇总`
	),
	new RegExp(`汇总[^。；]{0,20}${OTHERS}[^。；]{0,30}(?:数据|报告|年报|情况)`),
	new RegExp(`(?:口径|范围)[^。；]{0,6}(?:为|是|:|：)[^。；]{0,10}${OTHERS}`)
];

const OWN_NAME =
	'(?:本机关|本单位|本部门|本级|自身|[我本](?:局|办|委|厅|镇|乡|街道|中心)|政府办公室|办公室|局机关)';
const OWN = [
	new RegExp(
		`${SELF}[^。；]{0,30}(?:仅|只)(?:限|包括|包含|含|统计|涉及|为|反映)?[^。；]{0,8}${OWN_NAME}`
	),
	new RegExp(
		`${SELF}[^。；]{0,40}(?:不包括|不包含|不含|不涵盖|未包括|未汇总)[^。；]{0,20}(?:${OTHERS}|下属|所属)`
	),
	new RegExp(
		`(?:口径|范围)[^。；]{0,6}(?:为|是|:|：)[^。；]{0,10}${OWN_NAME}(?![^。；]{0,10}(?:及|和|与|、))`
	)
];

interface Said {
	readonly scope: Scope;
	readonly passage: Passage;
}

/** What a paragraph says of its own counting. */
function saidIn(passage: Passage): Said[] {
	const { words } = passage;
	if (!COUNTING.test(words)) return [];
	return words.split(/(?<=[。；])/).flatMap((sentence): Said[] => {
		if (!COUNTING.test(sentence)) return [];
		const own = OWN.map((shape) => shape.exec(sentence)).find((found) => found !== null);
		const rolled = CONSOLIDATED.map((shape) => shape.exec(sentence)).find(
			(found) => found !== null
		);
		// 不包括各部门 holds 包括各部门.
		const [found, scope]: [RegExpExecArray | undefined | null, Scope] = own
			? [own, 'own']
			: [rolled, 'consolidated'];
		const part = found ? partOf(passage, found[0]) : null;
		return part ? [{ scope, passage: part }] : [];
	});
}

/** Paragraphs in which a report says what it counts. */
const PARAGRAPHS = 30;

/**
 * Whose figures a report holds, from who reports and what the text says of its own counting, which
 * wins; null where it says two things, or where neither settles it: an office of a government
 * reports its own figures or the government's (domain: “Own figures and rolled-up figures”).
 */
export function scopeOf(
	agency: string | null,
	kind: string | null,
	narrative: readonly Passage[],
	manifest: Scope | null
): { scope: Scope | null; evidence: Evidence[] } {
	const said = narrative.slice(0, PARAGRAPHS).flatMap(saidIn);
	const [first] = said;
	const agreed = first !== undefined && said.every(({ scope }) => scope === first.scope);
	const used = manifest === null && agreed;
	const evidence: Evidence[] = said.map(({ passage }) => ({
		subject: 'scope',
		source: 'narrative',
		text: passage.words,
		place: placeOf(passage),
		used
	}));
	if (manifest !== null) {
		const told: Evidence = {
			subject: 'scope',
			source: 'manifest',
			text: manifest,
			place: null,
			used: true
		};
		return { scope: manifest, evidence: [told, ...evidence] };
	}
	if (first) return { scope: agreed ? first.scope : null, evidence };
	return { scope: scopeOfKind(agency, kind), evidence };
}

/** Kinds that report for others as often as for themselves. */
const OPEN: ReadonlySet<string> = new Set(['general_office', 'zone']);

function scopeOfKind(agency: string | null, kind: string | null): Scope | null {
	if (agency === null || kind === null || OPEN.has(kind)) return null;
	if (kind === 'government') return 'consolidated';
	if (kind !== 'other' && KINDS.some(({ code }) => code === kind)) return 'own';
	return /(?:局|委员会|委|厅|中心|队|站|所)$/.test(agency) ? 'own' : null;
}
