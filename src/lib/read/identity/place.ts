import type { Evidence, EvidenceSource, ManifestRow } from '../../form/index.ts';
import { crumbsOf, namesAfterFields } from './agency.ts';
import { regionOfName } from './name.ts';
import { placeOf, unseen, type Passage } from './passage.ts';
import type { Passages } from './passages.ts';
import { countiesInPath } from './path.ts';
import { hasRegion, regionCalled, splitRegion, type Certainty, type Region } from './region.ts';
import { countyOfBranch } from './level.ts';

const NOWHERE: Region = { province: null, city: null, county: null };

/** An agency's region as the evidence has it. */
export interface Placed {
	readonly region: Region;
	/** Whether it tells one agency of this name from all others. */
	readonly settled: boolean;
	readonly evidence: readonly Evidence[];
}

/** A region that a piece of evidence names. */
interface Witness {
	readonly passage: Passage;
	readonly region: Region;
	readonly certainty: Certainty;
}

function witnessOf(passage: Passage, year: number | null): Witness[] {
	const { organ, certainty, ...region } = regionOfName(passage.words, year);
	if (hasRegion(region)) return [{ passage, region, certainty }];
	const called = organ === passage.words ? regionCalled(passage.words, year) : null;
	return called ? [{ passage, region: called, certainty: 'official' }] : [];
}

const PARTS = ['province', 'city', 'county'] as const;

/** Whether two regions can be one, as far as both are known. */
function agree(one: Region, other: Region): boolean {
	return PARTS.every(
		(part) => one[part] === null || other[part] === null || one[part] === other[part]
	);
}

const depthOf = (region: Region) => PARTS.filter((part) => region[part] !== null).length;

/** The region that witnesses of equal weight give together; null where they contradict each other. */
function together(witnesses: readonly Witness[]): Witness | null {
	const certain = witnesses.filter(({ certainty }) => certainty !== 'contradictory');
	const [first, ...others] = certain;
	if (!first) return null;
	if (!others.every(({ region }) => certain.every((other) => agree(region, other.region))))
		return null;
	return certain.reduce((best, next) =>
		depthOf(next.region) > depthOf(best.region) ? next : best
	);
}

/** What a further witness adds to a region: all of it, or the levels above; null if nothing. */
function merge(known: Region, more: Region): Region | null {
	if (!hasRegion(known)) return more;
	if (!agree(known, more)) return null;
	const depth = known.county !== null ? 2 : known.city !== null ? 1 : 0;
	const city = depth === 2 ? (known.city ?? more.city) : known.city;
	const province = depth >= 1 ? (known.province ?? more.province) : known.province;
	if (city === known.city && province === known.province) return null;
	return { province, city, county: known.county };
}

/** What a witness adds where several official divisions bear the name: which of them it is. */
function told(known: Region, more: Region, year: number | null): Region | null {
	const above = `${more.province ?? ''}${more.city ?? ''}`;
	if (above === '' || !agree(known, more)) return null;
	const split = splitRegion(`${above}${known.county ?? known.city ?? ''}`, year);
	return split.certainty === 'official' && split.organ === '' ? regionOnly(split) : null;
}

const regionOnly = ({ province, city, county }: Region): Region => ({ province, city, county });

/**
 * The region of an agency: the manifest's, else its own name's with what source lines, breadcrumbs
 * and the path add to it. Of a folder only a county counts: a city's holds many of each bureau.
 */
export function placedBy(
	passages: Passages,
	source: string,
	manifest: ManifestRow | null,
	agency: string | null,
	year: number | null
): Placed {
	const own = regionOfName(agency ?? '', year);
	let region = regionOnly(own);
	let open = own.certainty === 'ambiguous';
	const evidence: Evidence[] = [];
	for (const [from, passagesOfGroup] of groupsOf(passages, source)) {
		const witnesses = passagesOfGroup.flatMap((passage) => witnessOf(passage, year));
		const best = own.certainty === 'contradictory' ? null : together(witnesses);
		const usable = best !== null && best.certainty !== 'ambiguous' && agency !== null;
		const merged = !usable
			? null
			: open
				? told(region, best.region, year)
				: merge(region, best.region);
		evidence.push(
			...witnesses.map((witness) => seen(from, witness, merged !== null && witness === best))
		);
		if (merged === null) continue;
		region = merged;
		open = false;
	}
	if (agency !== null) {
		region = { ...region, county: region.county ?? countyOfBranch(own.organ, region) };
	}
	const settled = hasRegion(region) && !open;
	return byManifest(manifest, { region: hasRegion(region) ? region : NOWHERE, settled, evidence });
}

function groupsOf(passages: Passages, source: string): [EvidenceSource, Passage[]][] {
	const fields = passages.sourceLines.flatMap(namesAfterFields);
	return [
		['source_line', fields.map(({ passage }) => passage)],
		['breadcrumb', passages.breadcrumbs.flatMap(crumbsOf)],
		['path', countiesInPath(source).map(unseen)]
	];
}

function seen(source: EvidenceSource, { passage }: Witness, used: boolean): Evidence {
	return { subject: 'region', source, text: passage.words, place: placeOf(passage), used };
}

function byManifest(manifest: ManifestRow | null, placed: Placed): Placed {
	if (!manifest) return placed;
	const words = [manifest.province, manifest.city, manifest.county].filter((part) => part !== null);
	if (words.length === 0) return placed;
	const word: Evidence = {
		subject: 'region',
		source: 'manifest',
		text: words.join(' '),
		place: null,
		used: true
	};
	const { province, city, county } = manifest;
	const others = placed.evidence.map((piece) => ({ ...piece, used: false }));
	return { ...placed, region: { province, city, county }, evidence: [word, ...others] };
}
