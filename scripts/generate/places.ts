import type { Level, Scope } from '../../src/lib/form/index.ts';
import { DEPARTMENTS, type Department } from './departments.ts';

/** An invented agency: what it is called, where it stands, and which line of work it does. */
export interface Agency {
	/** Unique in a corpus, and stable: `p0-c0-k1-d3`. */
	readonly id: string;
	readonly name: string;
	/** The name without its region, such as 民政局. */
	readonly shortName: string;
	readonly kind: string;
	readonly level: Level;
	readonly scope: Scope;
	readonly province: string;
	readonly city: string;
	readonly county: string | null;
	/** The line of work; null for governments and townships. */
	readonly department: Department | null;
}

/** An agency and those whose figures it rolls up with its own. */
export interface Organ {
	readonly agency: Agency;
	readonly below: readonly Organ[];
}

/** How many agencies a city has. */
export interface CityShape {
	readonly departments: number;
	readonly counties: number;
	readonly countyDepartments: number;
	readonly towns: number;
}

/** A city of 21 agencies, so that a small corpus still has every level. */
const SMALL_CITY: CityShape = { departments: 6, counties: 2, countyDepartments: 3, towns: 3 };
const LARGE_CITY: CityShape = { departments: 26, counties: 8, countyDepartments: 20, towns: 12 };

export function cityShape(reports: number): CityShape {
	return reports <= 1000 ? SMALL_CITY : LARGE_CITY;
}

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const CITIES_IN_PROVINCE = STEMS.length;

/** The sexagenary name of a number, so that invented names never run out early: 甲子, 乙丑, … */
const cycleName = (n: number) => `${STEMS[n % 10]}${BRANCHES[n % 12]}`;

function provinceName(index: number): string {
	if (index === 0) return '示例省';
	const round = index < 60 ? '' : (STEMS[Math.floor(index / 60) - 1] ?? '');
	return `示例${round}${cycleName(index % 60)}省`;
}

type Region = Pick<Agency, 'province' | 'city' | 'county' | 'level'>;

const regionName = ({ province, city, county }: Region) => `${province}${city}${county ?? ''}`;

function organ(id: string, region: Region, shortName: string, more: Partial<Agency>): Organ {
	const name = `${regionName(region)}${shortName}`;
	const agency: Agency = {
		...{ id, name, shortName, kind: 'other', scope: 'own', department: null },
		...region,
		...more
	};
	return { agency, below: [] };
}

function departments(id: string, region: Region, count: number): Organ[] {
	return DEPARTMENTS.slice(0, count).map((department, index) =>
		organ(`${id}-d${index}`, region, department.name, { kind: department.kind, department })
	);
}

function towns(id: string, region: Region, count: number): Organ[] {
	return Array.from({ length: count }, (_, index) => {
		const subdistrict = index % 4 === 3;
		const suffix = subdistrict ? '街道办事处' : index % 4 === 2 ? '乡人民政府' : '镇人民政府';
		const name = index < 8 ? STEMS[index + 2] : cycleName(index);
		return organ(`${id}-t${index}`, { ...region, level: 'township' }, `${name}${suffix}`, {
			kind: subdistrict ? 'subdistrict' : 'township'
		});
	});
}

function government(id: string, region: Region, below: readonly Organ[]): Organ {
	const own = organ(id, region, '人民政府', { kind: 'government', scope: 'consolidated' });
	return { ...own, below };
}

function county(cityId: string, city: Region, index: number, shape: CityShape): Organ {
	const id = `${cityId}-k${index}`;
	const name = `${STEMS[(index + 1) % 10]}${index % 3 === 2 ? '区' : '县'}`;
	const region: Region = { ...city, county: name, level: 'county' };
	return government(id, region, [
		...departments(id, region, shape.countyDepartments),
		...towns(id, region, shape.towns)
	]);
}

/** An invented city: its government, and below it the departments and counties. */
export function cityOf(index: number, shape: CityShape): Organ {
	const province = Math.floor(index / CITIES_IN_PROVINCE);
	const id = `p${province}-c${index % CITIES_IN_PROVINCE}`;
	const region: Region = {
		province: provinceName(province),
		city: `${STEMS[index % CITIES_IN_PROVINCE]}市`,
		county: null,
		level: 'city'
	};
	const counties = Array.from({ length: shape.counties }, (_, k) => county(id, region, k, shape));
	return government(id, region, [...departments(id, region, shape.departments), ...counties]);
}
