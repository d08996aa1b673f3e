import { INVENTED_MARK, kindOf, type Level, type ManifestRow } from '../../src/lib/form/index.ts';
import { levelOf } from '../../src/lib/read/identity/level.ts';
import { inFull, normalName, regionOfName } from '../../src/lib/read/identity/name.ts';
import { unseen } from '../../src/lib/read/identity/passage.ts';
import { namesInPath } from '../../src/lib/read/identity/path.ts';
import { hasRegion, splitRegion } from '../../src/lib/read/identity/region.ts';
import type { Region } from '../../src/lib/read/identity/regioned-name.ts';
import { yearsIn } from '../../src/lib/read/identity/year.ts';
import { settledAgencyId } from '../../src/lib/server/identifiers.ts';
import { yearOfTime, type RosterLine } from './roster.ts';

/** A name with its region, as the reader of reports would have it. */
export interface PlacedName extends Region {
	readonly agency: string;
}

/** An organ of the roster, named, placed and dated as its reports are. */
export interface Organ extends PlacedName {
	readonly agencyId: string;
	readonly level: Level | null;
	readonly kind: string;
	readonly firstYear: number | null;
	readonly lastYear: number | null;
	readonly generated: boolean;
	/** Every name and region under which its reports may stand, its own first. */
	readonly names: readonly (PlacedName & { readonly former: boolean; readonly agencyId: string })[];
}

/** What an official region leaves out above its lowest part: 广东省 of 清远市. */
function completed(region: Region): Region {
	const { province, city, county } = region;
	const split = splitRegion(`${province ?? ''}${city ?? ''}${county ?? ''}`);
	if (split.certainty !== 'official' || split.organ !== '') return region;
	return {
		province: province ?? split.province,
		city: city ?? split.city,
		county: county ?? split.county
	};
}

/** A name in full in a region, with what the name itself says of the region. */
function placed(written: string, given: Region): PlacedName {
	const { name, region } = inFull(normalName(written), given);
	const own = regionOfName(name);
	const { certainty } = own;
	const told = certainty !== 'ambiguous' && certainty !== 'contradictory' && hasRegion(own);
	const agrees = (part: keyof Region) => region[part] === null || region[part] === own[part];
	const more = told && agrees('city') && agrees('county') ? own : region;
	return {
		agency: name,
		...completed({
			province: region.province ?? more.province,
			city: region.city ?? more.city,
			county: region.county ?? more.county
		})
	};
}

/** The places of a former name: the organ's own, and that of which the name speaks. */
function formerPlaces(written: string, now: Region): PlacedName[] {
	const here = placed(written, now);
	const own = regionOfName(here.agency);
	const elsewhere = hasRegion(own) && own.certainty === 'official';
	return elsewhere ? [here, { agency: here.agency, ...completed(own) }] : [here];
}

function kindOfName(name: string): string {
	const { organ, ...region } = regionOfName(name);
	return hasRegion(region) && organ === '' ? kindOf('人民政府') : kindOf(name);
}

/** An organ as a line of the roster says it. */
export function organOf(line: RosterLine): Organ {
	const own = placed(line.agency, line);
	const generated = line.note?.includes(INVENTED_MARK) ?? false;
	const identified = (name: PlacedName, former: boolean) => ({
		...name,
		former,
		agencyId: settledAgencyId({ ...name, generated })
	});
	const kind = line.kind ?? kindOfName(own.agency);
	const { province, city, county } = own;
	return {
		...own,
		agencyId: settledAgencyId({ ...own, generated }),
		kind,
		level: line.level ?? levelOf(own.agency, kind, { province, city, county }),
		firstYear: line.founded === null ? null : yearOfTime(line.founded),
		lastYear: line.abolished === null ? null : yearOfTime(line.abolished) - 1,
		generated,
		names: [
			identified(own, false),
			...line.formerly
				.flatMap((name) => formerPlaces(name, own))
				.map((name) => identified(name, true))
		]
	};
}

/** The agency and the year that a rejected file is of. */
export interface Sighting extends PlacedName {
	readonly year: number;
}

/** The one year that a file's name tells, or else the nearest folder's that tells one. */
function yearInPath(source: string): number | null {
	for (const name of source.split('/').reverse()) {
		const years = new Set(yearsIn(unseen(name)).map(({ year }) => year));
		if (years.size > 1) return null;
		for (const year of years) return year;
	}
	return null;
}

/** What the manifest or the path of a file that could not be read says of it; null if not both. */
export function sightingOf(source: string, word: ManifestRow | null): Sighting | null {
	const year = word?.year ?? yearInPath(source);
	const written = word?.agency ?? namesInPath(source).at(-1);
	if (year === null || written === undefined) return null;
	const { province = null, city = null, county = null } = word ?? {};
	return { ...placed(written, { province, city, county }), year };
}
