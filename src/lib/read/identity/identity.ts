import {
	kindOf,
	type Evidence,
	type Identity,
	type Level,
	type ManifestRow
} from '../../form/index.ts';
import { chosenName, namesIn } from './agency.ts';
import { dateOf, daysIn } from './date.ts';
import { levelOf } from './level.ts';
import { inFull, isUnique, normalName, ownName, regionOfName } from './name.ts';
import { placeOf } from './passage.ts';
import type { Passages } from './passages.ts';
import { placedBy } from './place.ts';
import { hasRegion } from './region.ts';
import type { Region } from './regioned-name.ts';
import { scopeOf } from './scope.ts';
import { yearOf } from './year.ts';

/** Who reports, with the evidence for it. */
export interface Identified {
	readonly identity: Identity;
	readonly evidence: readonly Evidence[];
	/** Whether the agency alone, without the year, is settled. */
	readonly agencySettled: boolean;
}

/** Settles agency, region, year, date and scope from the manifest, the text and the path. */
export function identify(
	passages: Passages,
	source: string,
	manifest: ManifestRow | null
): Identified {
	const days = daysIn(passages);
	const published = manifest?.publishedOn ?? days[0]?.date ?? null;
	const { year, evidence: years } = yearOf(passages, source, manifest?.year ?? null, published);
	const { date, evidence: dates } = dateOf(days, year, manifest?.publishedOn ?? null);
	const { written, evidence: names } = agencyOf(passages, source, manifest);
	const placed = placedBy(passages, source, manifest, written, year);
	const { name: agency, region } = fullName(written, placed.region);
	const kind = manifest?.kind ?? (agency === null ? null : kindOfName(agency));
	const scope = scopeOf(agency, kind, passages.narrative, manifest?.scope ?? null);
	const agencySettled =
		agency !== null &&
		(Boolean(manifest?.agency) || placed.settled || placesAgency(manifest) || isUnique(agency));
	const identity: Identity = {
		agency,
		kind,
		level: manifest?.level ?? levelSettled(agencySettled ? agency : null, kind, region),
		scope: scope.scope,
		...region,
		year,
		publishedOn: date,
		sourceUrl: manifest?.sourceUrl ?? null,
		resolved: agencySettled && year !== null
	};
	const evidence = [...names, ...placed.evidence, ...years, ...dates, ...scope.evidence];
	return { identity, evidence, agencySettled };
}

/** Whether a manifest's region tells whose bureau a bare name is: a province has many of each. */
function placesAgency(manifest: ManifestRow | null): boolean {
	if (!manifest) return false;
	return manifest.county !== null || (manifest.level !== null && hasRegion(manifest));
}

/** The agency's name as written, and all that were seen. */
function agencyOf(
	passages: Passages,
	source: string,
	manifest: ManifestRow | null
): { written: string | null; evidence: Evidence[] } {
	const groups = namesIn(passages, source);
	const said = manifest?.agency ?? null;
	const chosen = said === null ? chosenName(groups) : null;
	const evidence = groups.flat().map((named): Evidence => {
		const { words: text } = named.passage;
		const place = placeOf(named.passage);
		return { subject: 'agency', source: named.source, text, place, used: named === chosen };
	});
	if (said === null) return { written: chosen && normalName(chosen.passage.words), evidence };
	const told: Evidence = {
		subject: 'agency',
		source: 'manifest',
		text: said,
		place: null,
		used: true
	};
	return { written: said, evidence: [told, ...evidence] };
}

/** The name in full where it was written as 市教育局 and the region is known. */
function fullName(written: string | null, region: Region): { name: string | null; region: Region } {
	return written === null ? { name: null, region } : inFull(written, region);
}

/** The kind of agency; a region's name alone stands for its government. */
function kindOfName(agency: string): string {
	const { organ, ...region } = regionOfName(agency);
	if (!hasRegion(region)) return kindOf(agency);
	return organ === '' ? kindOf('人民政府') : kindOf(ownName(agency) === agency ? organ : agency);
}

function levelSettled(agency: string | null, kind: string | null, region: Region): Level | null {
	return agency === null ? null : levelOf(agency, kind, region);
}
