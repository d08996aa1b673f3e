/**
 * How sure a region is:
 *
 * - `official`: it names one official division, and no other
 * - `shaped`: no official division fits; the words have the shape of a region's name
 * - `ambiguous`: several official divisions bear the name (朝阳区, 鼓楼区)
 * - `contradictory`: official divisions that do not lie in each other (大连市朝阳县)
 * - `none`: the name begins with no region
 */
export type Certainty = 'official' | 'shaped' | 'ambiguous' | 'contradictory' | 'none';

export interface Region {
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

/** The region that a name begins with, in full and official, and the organ behind it. */
export interface RegionedName extends Region {
	/** What follows the region: 民政局, 人民政府, or nothing. */
	readonly organ: string;
	readonly certainty: Certainty;
}
