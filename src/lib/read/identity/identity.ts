import {
	KINDS,
	kindOf,
	type Evidence,
	type EvidenceSource,
	type Identity,
	type Level,
	type ManifestRow,
	type Scope
} from '../../form/index.ts';
import { nameAfterSource, namesIn, type Named } from './agency.ts';
import { dateOf } from './date.ts';
import { placeOf, type Passage, type Passages } from './passages.ts';
import { hasRegion, splitRegion, type Region } from './region.ts';
import { yearOf } from './year.ts';

/** Who reports, with the evidence for it. */
export interface Identified {
	readonly identity: Identity;
	readonly evidence: readonly Evidence[];
	/** Whether the agency alone, without the year, is settled. */
	readonly agencySettled: boolean;
}

const NATIONAL = /^(?:国家|国务院|中华人民共和国|中国)/;

/** Settles agency, region, year, date and scope from the manifest and the text. */
export function identify(
	passages: Passages,
	source: string,
	manifest: ManifestRow | null
): Identified {
	const evidence: Evidence[] = [];
	const agency = agencyOf(passages, manifest, evidence);
	const region = regionOf(passages, manifest, agency, evidence);
	const { year, evidence: years } = yearOf(passages, source, manifest?.year ?? null);
	const { date, evidence: dates } = dateOf(passages, manifest?.publishedOn ?? null);
	const kind = manifest?.kind ?? (agency === null ? null : kindOfName(agency));
	const scope = manifest?.scope ?? scopeOf(agency, kind);
	if (manifest?.scope) evidence.push(told('scope', manifest.scope));
	const agencySettled =
		agency !== null &&
		(Boolean(manifest?.agency) ||
			hasRegion(regionOf(passages, null, agency, [])) ||
			placesAgency(manifest) ||
			NATIONAL.test(agency));
	const identity: Identity = {
		agency,
		kind,
		level:
			manifest?.level ?? (agencySettled && agency !== null ? levelOf(agency, kind, region) : null),
		scope,
		...region,
		year,
		publishedOn: date,
		sourceUrl: manifest?.sourceUrl ?? null,
		resolved: agencySettled && year !== null
	};
	return { identity, evidence: [...evidence, ...years, ...dates], agencySettled };
}

/** Whether a manifest's region tells whose bureau a bare name is: a province has many of each. */
function placesAgency(manifest: ManifestRow | null): boolean {
	if (!manifest) return false;
	return manifest.county !== null || (manifest.level !== null && hasRegion(manifest));
}

function told(subject: Evidence['subject'], text: string): Evidence {
	return { subject, source: 'manifest', text, place: null, used: true };
}

function seen(
	subject: Evidence['subject'],
	source: EvidenceSource,
	passage: Passage,
	used: boolean
): Evidence {
	return { subject, source, text: passage.words, place: placeOf(passage), used };
}

/** The agency's name as written; a name with its region settles one of the same ending without. */
function agencyOf(
	passages: Passages,
	manifest: ManifestRow | null,
	evidence: Evidence[]
): string | null {
	const names = namesIn(passages);
	const said = manifest?.agency ?? null;
	if (said !== null) evidence.push(told('agency', said));
	const chosen = said === null ? best(names) : null;
	for (const name of names)
		evidence.push(seen('agency', name.source, name.passage, name === chosen));
	return said ?? chosen?.passage.words ?? null;
}

function best(names: readonly Named[]): Named | null {
	const [first, ...rest] = names;
	if (!first) return null;
	const words = first.passage.words;
	if (hasRegion(splitRegion(words))) return first;
	const fuller = rest.find(
		({ passage }) => passage.words.endsWith(words) && hasRegion(splitRegion(passage.words))
	);
	return fuller ?? first;
}

/** The agency's region: the manifest's, else its own name's, else a source line's or a breadcrumb's. */
function regionOf(
	passages: Passages,
	manifest: ManifestRow | null,
	agency: string | null,
	evidence: Evidence[]
): Region {
	const own = splitRegion(agency ?? '');
	let region: Region = { province: own.province, city: own.city, county: own.county };
	const lines: [EvidenceSource, Passage[]][] = [
		['source_line', passages.sourceLines.flatMap((line) => nameAfterSource(line) ?? [])],
		['breadcrumb', passages.breadcrumbs.flatMap(crumbsOf)]
	];
	for (const [source, words] of lines) {
		for (const passage of words) {
			const { province, city, county } = splitRegion(passage.words);
			const place: Region = { province, city, county };
			if (!hasRegion(place)) continue;
			const merged = agency === null ? null : merge(region, place);
			evidence.push(seen('region', source, passage, merged !== null));
			region = merged ?? region;
		}
	}
	if (!manifest) return region;
	const words = [manifest.province, manifest.city, manifest.county].filter((part) => part !== null);
	if (words.length === 0) return region;
	evidence.push(told('region', words.join(' ')));
	return { province: manifest.province, city: manifest.city, county: manifest.county };
}

function crumbsOf(line: Passage): Passage[] {
	const names = [...line.words.matchAll(/[一-龥]{2,30}/g)];
	return names.flatMap((match) => {
		const start = line.start + match.index;
		return [{ start, end: start + match[0].length, words: match[0] }];
	});
}

/** What a further witness adds to a region: all of it, or the levels above; null if nothing. */
function merge(known: Region, more: Region): Region | null {
	if (!hasRegion(known)) return more;
	const depth = known.county !== null ? 2 : known.city !== null ? 1 : 0;
	const city = depth === 2 ? (known.city ?? more.city) : known.city;
	const province = depth >= 1 ? (known.province ?? more.province) : known.province;
	const agrees =
		(known.county === null || more.county === null || known.county === more.county) &&
		(known.city === null || more.city === null || known.city === more.city);
	if (!agrees || (city === known.city && province === known.province)) return null;
	return { province, city, county: known.county };
}

/** The kind of agency; a region's name alone stands for its government. */
function kindOfName(agency: string): string {
	const { organ, ...region } = splitRegion(agency);
	return kindOf(organ === '' && hasRegion(region) ? `${agency}人民政府` : agency);
}

function levelOf(agency: string, kind: string | null, region: Region): Level | null {
	if (NATIONAL.test(agency)) return 'national';
	if (kind === 'township' || kind === 'subdistrict') return 'township';
	if (region.county !== null) return 'county';
	if (region.city !== null) return 'city';
	return region.province === null ? null : 'province';
}

/**
 * Whose figures a report of this kind holds. An office of a government reports its own figures or
 * the government's: that is left open (domain: “Own figures and rolled-up figures”).
 */
function scopeOf(agency: string | null, kind: string | null): Scope | null {
	if (agency === null || kind === null || kind === 'general_office') return null;
	if (kind === 'government') return 'consolidated';
	if (kind !== 'other' && KINDS.some(({ code }) => code === kind)) return 'own';
	return /(?:局|委员会|委|厅|中心|队|站|所)$/.test(agency) ? 'own' : null;
}
