import { DIVISION_LINES } from './division-codes.ts';
import { FORMER_CITIES, MERGED, MOVED, UPGRADED } from './former-divisions.ts';

/** An official division of China: a province, a city (or prefecture), or a county (or district). */
export interface Division {
	/** Two, four or six digits after GB/T 2260; a former division has that of the one today. */
	readonly code: string;
	readonly level: 'province' | 'city' | 'county';
	/** Names in full; `city` is null where a county stands under the province itself. */
	readonly province: string;
	readonly city: string | null;
	readonly county: string | null;
	/** For a former division: the last year of its name, and what it is today. */
	readonly former?: { readonly last: number; readonly now: Division };
}

/** Names of peoples, as autonomous divisions bear them. */
const PEOPLES =
	/(?:壮族|回族|维吾尔族?|哈萨克族?|(?<!内)蒙古族?|柯尔克孜族?|锡伯族?|塔吉克族?|藏族|羌族|彝族|苗族|侗族|瑶族|土家族|布依族|白族|傣族|景颇族|哈尼族|傈僳族|怒族|独龙族|普米族|拉祜族|佤族|布朗族|纳西族|朝鲜族|满族|黎族|畲族|仡佬族|水族|毛南族|仫佬族|各族|撒拉族|保安族|东乡族|裕固族|土族|达斡尔族|鄂温克族)+(?=自治)/;

/** Names that a division is also known by, such as 恩施州 and 恩施 for 恩施土家族苗族自治州. */
interface Shorter {
	/** The name without its peoples, with the ending of its level; null where that is no shorter. */
	readonly plain: string | null;
	/** The name without any ending; null where too little is left. */
	readonly stem: string | null;
}

const ENDING = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|[省市盟县区旗州])$/;
const PLAIN_ENDING: Readonly<Record<string, string>> = {
	自治州: '州',
	自治县: '县',
	自治旗: '旗'
};

function shorter(name: string): Shorter {
	const bare = name.replace(PEOPLES, '');
	const ending = ENDING.exec(bare)?.[0] ?? '';
	const stem = bare.slice(0, bare.length - ending.length);
	if (stem.length < 2) return { plain: null, stem: null };
	const plain = PLAIN_ENDING[ending];
	return { plain: plain === undefined ? null : `${stem}${plain}`, stem };
}

/** Stems that are words of their own, and name no place where they stand alone. */
const WORDS: ReadonlySet<string> = new Set([
	'公安',
	'新建',
	'友好',
	'和平',
	'安定',
	'中心',
	'市中'
]);

const NONE: readonly Division[] = [];
const named = new Map<string, Division[]>();
const plain = new Map<string, Division[]>();
const stems = new Map<string, Division[]>();
const byCity = new Map<string, Division>();
const formers = new Map<Division, Division[]>();

function add(map: Map<string, Division[]>, name: string | null, division: Division): void {
	if (name === null) return;
	const known = map.get(name);
	if (known) known.push(division);
	else map.set(name, [division]);
}

function enter(division: Division): void {
	const name = nameOf(division);
	add(named, name, division);
	const now = division.former?.now;
	if (now) formers.set(now, [...(formers.get(now) ?? NONE), division]);
	const { plain: other, stem } = shorter(name);
	add(plain, other, division);
	if (stem !== null && !WORDS.has(stem) && !division.former) add(stems, stem, division);
}

/** A division's own name in full. */
export function nameOf({ province, city, county }: Division): string {
	return county ?? city ?? province;
}

function enterLine(line: string, province: string): string {
	const [head = '', ...counties] = line.split(' ');
	const [, code = '', name = ''] = /^(\d+)(.+)$/.exec(head) ?? [];
	if (code.length === 2) {
		const division: Division = {
			code,
			level: 'province',
			province: name,
			city: null,
			county: null
		};
		enter(division);
		byCity.set(name, division);
		return name;
	}
	const city = name === '-' ? null : name;
	if (city !== null) {
		const division: Division = { code, level: 'city', province, city, county: null };
		enter(division);
		byCity.set(city, division);
	}
	for (const county of counties) {
		const whole = { code: `${code}${county.slice(0, 2)}`, province, city, county: county.slice(2) };
		enter({ ...whole, level: 'county' });
	}
	return province;
}

/** Counties made after the edition that the package gives: city or province, code, name. */
const LATER: readonly (readonly [above: string, code: string, name: string])[] = [
	['林芝市', '540481', '米林市'],
	['山南市', '540581', '错那市'],
	['新疆维吾尔自治区', '659012', '白杨市']
];

function above(name: string): Division {
	const found = byCity.get(name);
	if (!found) throw new Error(`no such division: ${name}`);
	return found;
}

function countyIn(city: Division, county: string): Division {
	const found = named
		.get(county)
		?.find((one) => one.level === 'county' && one.code.startsWith(city.code) && !one.former);
	if (!found) throw new Error(`no such division: ${nameOf(city)} ${county}`);
	return found;
}

/** Enters a name that a county bore before, in the city where it stood then. */
function enterFormer(city: Division, county: string, now: Division, last: number): void {
	const code = `${city.code}${now.code.slice(city.code.length)}`;
	const region = { province: city.province, city: city.city, county };
	enter({ code, level: 'county', ...region, former: { last, now } });
}

function enterAll(): void {
	let province = '';
	for (const line of DIVISION_LINES.trim().split('\n')) province = enterLine(line, province);
	for (const [name, code, county] of LATER) {
		const { city, province: within } = above(name);
		enter({ code, level: 'county', province: within, city, county });
	}
	for (const [name, old, now, last] of MERGED) {
		enterFormer(above(name), old, countyIn(above(name), now), last);
	}
	for (const [name, changes] of UPGRADED) {
		for (const [, stem = '', old = '', now = '', last] of changes.matchAll(
			/([^ ]+?)([县市])([市区])(\d{4})/g
		)) {
			enterFormer(above(name), stem + old, countyIn(above(name), stem + now), Number(last));
		}
	}
	for (const [before, county, now, last] of MOVED) {
		enterFormer(above(before), county, countyIn(above(now), county), last);
	}
	for (const [old, name, last] of FORMER_CITIES) {
		const now = above(name);
		enter({ ...now, city: old, former: { last, now } });
	}
}

enterAll();

/** The divisions with a full official name, of today or of its day. */
export function divisionsNamed(name: string): readonly Division[] {
	return named.get(name) ?? NONE;
}

/** The divisions known by a shorter name with its ending, such as 恩施州 or 围场县. */
export function divisionsKnownAs(name: string): readonly Division[] {
	return plain.get(name) ?? NONE;
}

/** The divisions of today with a name that has no ending, such as 内蒙古, 沭阳 or 恩施. */
export function divisionsCalled(stem: string): readonly Division[] {
	return stems.get(stem) ?? NONE;
}

/** The divisions of before that are a division of today now, or part of it. */
export function formerDivisions(division: Division): readonly Division[] {
	return formers.get(division) ?? NONE;
}

/** Characters of the longest name. */
export const LONGEST_DIVISION = Math.max(...[...named.keys()].map(({ length }) => length));
