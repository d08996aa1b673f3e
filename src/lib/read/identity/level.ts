import type { Level } from '../../form/index.ts';
import { divisionsCalled, type Division } from '../../form/divisions.ts';
import { isNational, ownName } from './name.ts';
import { splitRegion } from './region.ts';
import type { Region } from './regioned-name.ts';

/** A branch of a city's bureau in a district: 甲市公安局乙区分局. */
const BRANCH = /(?:局|总队|支队)([一-龥]{1,14}?)(?:区)?(?:分局|大队)$/;
const STATION = /(?:派出|司法|税务|财政|市场监督管理|市场监管|自然资源|国土资源|国土|工商)所$/;
/** A development zone, which is no official division; its organs rank with those of a county. */
const ZONE =
	/开发区|高新区|经开区|工业园|科技园|产业园|园区|示范区|试验区|实验区|度假区|保税区|合作区|管理区|集聚区|聚集区|新区|新城|风景区|名胜区/;

/** The county that a branch stands in, as its own name tells it within the city; null for none. */
export function countyOfBranch(organ: string, { province, city, county }: Region): string | null {
	const inner = county === null ? BRANCH.exec(organ)?.[1] : undefined;
	if (inner === undefined || province === null || ZONE.test(organ)) return null;
	const written = new RegExp(`${inner}区(?:分局|大队)$`).test(organ) ? `${inner}区` : inner;
	const full = splitRegion(`${province}${city ?? ''}${written}`);
	if (full.county !== null && full.organ === '') return full.county;
	const called = divisionsCalled(inner).filter((one: Division) => {
		return one.level === 'county' && one.province === province && one.city === city;
	});
	return called.length === 1 ? (called[0]?.county ?? null) : null;
}

/** The level of administration that an agency belongs to; null where its name leaves it open. */
export function levelOf(agency: string, kind: string | null, region: Region): Level | null {
	if (isNational(agency)) return 'national';
	if (kind === 'township' || kind === 'subdistrict' || STATION.test(agency)) return 'township';
	if (region.county !== null) return 'county';
	// A customs district is no province and no city, whatever its name.
	if (kind === 'customs') return null;
	const { organ } = splitRegion(ownName(agency));
	const isPlaced = region.city !== null || region.province?.endsWith('市');
	// A zone that a province made itself has the rank that the province gave it.
	if (ZONE.test(organ)) return isPlaced ? 'county' : null;
	if (isPlaced && BRANCH.test(organ)) return 'county';
	if (region.city !== null) return 'city';
	return region.province === null ? null : 'province';
}
