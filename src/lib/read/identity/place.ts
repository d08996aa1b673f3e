import type { Evidence, EvidenceSource, ManifestRow } from '../../form/index.ts';
import { crumbsOf, namesAfterFields } from './agency.ts';
import { regionOfName } from './name.ts';
import { placeOf, unseen, type Passage } from './passage.ts';
import type { Passages } from './passages.ts';
import { countiesInPath } from './path.ts';
import { hasRegion, regionCalled, splitRegion } from './region.ts';
import type { Certainty, Region } from './regioned-name.ts';
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

/**
 * The region that witnesses of equal weight give together, as breadcrumbs do: 长春市 > 朝阳区. Null
 * where they contradict each other, or where none tells which of several divisions is meant.
 */
function together(witnesses: readonly Witness[], year: number | null): Region | null {
	const regions = witnesses.map(({ region }) => region);
	if (regions.length === 0 || witnesses.some(({ certainty }) => certainty === 'contradictory')) {
		return null;
	}
	if (!regions.every((one) => regions.every((other) => agree(one, other)))) return null;
	const part = (name: keyof Region) =>
		regions.map((region) => region[name]).find((word) => word !== null) ?? null;
	const union: Region = { province: part('province'), city: part('city'), county: part('county') };
	const open = witnesses.some(({ certainty }) => certainty === 'ambiguous');
	return open ? told({ ...NOWHERE, county: union.county }, union, year) : union;
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
	for (const [from, found] of groupsOf(passages, source)) {
		const witnesses = found.flatMap((passage) => witnessOf(passage, year));
		const usable = agency !== null && own.certainty !== 'contradictory';
		const more = usable ? together(witnesses, year) : null;
		const merged = more && (open ? told(region, more, year) : merge(region, more));
		evidence.push(...witnesses.map((witness) => seen(from, witness, merged !== null)));
		if (merged === null) continue;
		region = merged;
		open = false;
	}
	if (agency !== null) {
		region = { ...region, county: region.county ?? countyOfBranch(own.organ, region) };
	}
	const settled = !open && (hasRegion(own) || tells(region, agency ?? '', passages));
	return byManifest(manifest, { region: hasRegion(region) ? region : NOWHERE, settled, evidence });
}

/** Words of a report from a county, or a banner. */
const OF_COUNTY = /[全我本][县旗]|[县旗]委(?!员)|县(?:人民)?政府/;

/**
 * Whether a region from elsewhere tells whose bureau a bare name is: a province has many of each, and
 * so has a city where the text speaks of its county.
 */
function tells({ province, city, county }: Region, agency: string, passages: Passages): boolean {
	if (county !== null) return true;
	if (city === null && !province?.endsWith('市') && !agency.endsWith('厅')) return false;
	return (
		hasRegion({ province, city, county }) &&
		!passages.narrative.some(({ words }) => OF_COUNTY.test(words))
	);
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
