import {
	divisionsCalled,
	divisionsKnownAs,
	divisionsNamed,
	LONGEST_DIVISION,
	type Division
} from '../../form/divisions.ts';
import { remembering } from '../remembering.ts';
import type { Region, RegionedName } from './regioned-name.ts';
import { shapedRegion } from './shapes.ts';

const NOWHERE: Region = { province: null, city: null, county: null };
const DEPTHS = { province: 0, city: 1, county: 2 } as const;

/** Letters behind a region's name that make it the beginning of another word: 海东市场. */
const GOES_ON = /^(?:[场容长级]|委(?!员|托)|划|域|直(?!属))/;
/** Names of divisions that mean any city's own where no city stands before them. */
const RELATIVE = /^(?:城区|郊区|矿区|新城区|城郊区)$/;

/** Whether letters behind a region's name make it another word; 长 of 长春市 does not. */
function goesOn(rest: string): boolean {
	return GOES_ON.test(rest) && leadingDivisions(rest, 0).length === 0;
}

/** The longest official name that words begin with, of a level below those before. */
function leadingDivisions(words: string, above: number): readonly Division[] {
	for (let length = Math.min(LONGEST_DIVISION, words.length); length >= 2; length -= 1) {
		const name = words.slice(0, length);
		const named = divisionsNamed(name);
		const found = (named.length > 0 ? named : divisionsKnownAs(name)).filter(
			({ level }) => DEPTHS[level] > above
		);
		if (found.length === 0 || goesOn(words.slice(length))) continue;
		if (above < 1 && RELATIVE.test(name)) return [];
		return found;
	}
	return [];
}

/** What may follow a short name, so that 沭阳教育局 is read and 朝阳镇 or 公安分局 is not. */
const OF_SHORT =
	/^(?![市县区旗州盟省镇乡街分社村]|生产建设)(?!.*[镇乡])(?!.*街道).+(?:局|厅|委员会|委|办公室|管委会|管理委员会|总队|支队|大队|中心)$/;
const SHORT_LENGTHS = [5, 4, 3, 2];

/** The one division whose short name words begin with: 内蒙古 in 内蒙古教育厅. */
function shortDivision(words: string): { division: Division; length: number } | null {
	for (const length of SHORT_LENGTHS) {
		const called = divisionsCalled(words.slice(0, length));
		if (called.length === 0) continue;
		const rest = words.slice(length);
		const below = leadingDivisions(rest, 0);
		const provinces = called.filter(({ level }) => level === 'province');
		const fitting = below.length > 0 || rest.endsWith('厅') ? provinces : called;
		const [division, ...others] = fitting;
		if (!division || others.length > 0) return null;
		return below.length > 0 || (rest.length >= 2 && OF_SHORT.test(rest))
			? { division, length }
			: null;
	}
	return null;
}

/** The divisions that a name names one after the other, each with all that bear its name. */
interface Chain {
	readonly chain: readonly (readonly Division[])[];
	/** What follows them. */
	readonly organ: string;
}

function findChain(name: string): Chain {
	const chain: (readonly Division[])[] = [];
	let rest = name;
	let above = -1;
	while (above < 2) {
		const found = leadingDivisions(rest, above);
		const [first] = found;
		if (!first) break;
		chain.push(found);
		rest = rest.slice(writtenLength(rest, first));
		above = Math.min(...found.map(({ level }) => DEPTHS[level]));
	}
	if (chain.length > 0) return { chain, organ: rest };
	const short = shortDivision(name);
	if (!short) return { chain, organ: name };
	const behind = chainOf(name.slice(short.length));
	return { chain: [[short.division], ...behind.chain], organ: behind.organ };
}

const chainOf = remembering(findChain);

/** Characters with which a division's name is written at the beginning of words. */
function writtenLength(words: string, { province, city, county }: Division): number {
	const full = county ?? city ?? province;
	if (words.startsWith(full)) return full.length;
	for (let length = Math.min(LONGEST_DIVISION, words.length); length >= 2; length -= 1) {
		if (divisionsKnownAs(words.slice(0, length)).length > 0) return length;
	}
	return 0;
}

const within = (lower: Division, upper: Division) => lower.code.startsWith(upper.code);

/** Of the divisions that bear the last name, those that lie in divisions of the names before. */
function lying(chain: readonly (readonly Division[])[]): readonly Division[] {
	return chain.reduce((uppers, lowers) =>
		lowers.filter((lower) => uppers.some((upper) => within(lower, upper)))
	);
}

/** A former name gives way to that of today where the report is of a later year. */
function inYear(division: Division, year: number | null): Region {
	const { former } = division;
	const { province, city, county } =
		former && year !== null && year > former.last ? former.now : division;
	return { province, city, county };
}

/** What several divisions have in common, with the name that they all bear. */
function common(divisions: readonly Division[]): Region {
	const same = (part: (division: Division) => string | null) => {
		const [first, ...others] = divisions.map(part);
		return others.every((other) => other === first) ? (first ?? null) : null;
	};
	return {
		province: same(({ province }) => province),
		city: same(({ city }) => city),
		county: same(({ county }) => county)
	};
}

/** Of divisions with one name, a report's own: those of today, or the former of its day. */
function ofDay(divisions: readonly Division[]): readonly Division[] {
	const today = divisions.filter(({ former }) => !former);
	return today.length > 0 ? today : divisions;
}

/**
 * Splits a name such as 示例省甲市乙县教育局 into its region and its organ. Regions come out in full and
 * official where the table of divisions knows them; invented and unknown ones as they are shaped.
 *
 * @param year the report's year, which decides between the names of a renamed division
 */
export function splitRegion(name: string, year: number | null = null): RegionedName {
	const { chain, organ } = chainOf(name);
	const [first] = chain;
	if (!first) return shapedRegion(name);
	const found = ofDay(lying(chain));
	if (found.length === 0) return { ...NOWHERE, organ, certainty: 'contradictory' };
	const [only, ...others] = found;
	if (others.length > 0 || !only) return { ...common(found), organ, certainty: 'ambiguous' };
	const region = inYear(only, year);
	if (region.county !== null) return { ...region, organ, certainty: 'official' };
	const rest = shapedRegion(
		organ,
		region.city !== null || isMunicipality(region) ? 'city' : 'province'
	);
	const city = region.city ?? rest.city;
	return { ...region, city, county: rest.county, organ: rest.organ, certainty: 'official' };
}

const isMunicipality = ({ province }: Region) => province !== null && province.endsWith('市');

/** The region that words name and nothing else: 沭阳, 恩施州, 甲市; null where none or several fit. */
export function regionCalled(words: string, year: number | null = null): Region | null {
	const split = splitRegion(words, year);
	if (split.organ === '' && hasRegion(split)) return split.certainty === 'ambiguous' ? null : split;
	const [only, ...others] = divisionsCalled(words);
	return only && others.length === 0 ? inYear(only, year) : null;
}

/** Whether any part of a region is known. */
export function hasRegion({ province, city, county }: Region): boolean {
	return province !== null || city !== null || county !== null;
}
