import type { Character } from './character.ts';
import type { Figures } from './history.ts';
import type { Agency } from './places.ts';

/** One agency-year before it is written. */
export interface ReportPlan {
	readonly agency: Agency;
	readonly character: Character;
	readonly year: number;
	readonly figures: Figures;
	/** Last year's true figures; null in the first year. */
	readonly lastYear: Figures | null;
	readonly seed: string;
}
