import type { FormCode } from '../../src/lib/form/index.ts';
import { damagedDocument, type DamageLevel } from './damage/index.ts';
import type { Answers, Edition } from './draft/draft.ts';
import { statisticsDraftOf } from './draft/statistics.ts';
import { draftOf } from './draft/write.ts';
import { randomOf } from './random.ts';
import { gb18030Of } from './renderings/bytes.ts';
import { RENDERINGS } from './renderings/index.ts';

/** A damaged document, and what an honest reader must say of it. */
export interface DamagedReport {
	readonly layout: string;
	readonly level: DamageLevel;
	readonly edition: Edition;
	readonly form: FormCode;
	/** The names of what befell it. */
	readonly damage: readonly string[];
	readonly extension: string;
	readonly bytes: Uint8Array;
	/** The agency’s name as the document writes it; null where damage rewrote it. */
	readonly agency: string | null;
	readonly year: number;
	readonly answers: Answers;
}

/** Before the name of a layout: the 统计表 of 2014 to 2018 in it. */
export const OF_2014 = '2014-';

/** The report of a seed in a layout, after damage of a level; `only` draws damage of one name. */
export function damagedReport(
	layout: string,
	level: DamageLevel,
	seed: string,
	only: string | null = null
): DamagedReport {
	const of2014 = layout.startsWith(OF_2014);
	const ofLayout = of2014 ? layout.slice(OF_2014.length) : layout;
	const rendering = RENDERINGS.find(({ name }) => name === ofLayout);
	if (!rendering) throw new RangeError(`no such layout: ${layout}`);
	const draft = of2014 ? statisticsDraftOf(seed) : draftOf(seed);
	const random = randomOf(seed, layout, level, 'damage');
	const { document, damage, namesKept } = damagedDocument(draft, rendering, level, random, only);
	const gb = rendering.encoding === 'gb18030';
	return {
		...{ layout, level, damage, edition: draft.edition, form: draft.form, year: draft.year },
		...{ extension: rendering.extension, answers: draft.answers },
		bytes: gb ? gb18030Of(document) : new TextEncoder().encode(document),
		agency: namesKept ? draft.agency.name : null
	};
}

/** So many damaged reports, the layouts in turn, each under a path of its own. */
export function* damagedCorpus(
	reports: number,
	seed: string,
	level: DamageLevel
): Generator<{ readonly source: string; readonly report: DamagedReport }> {
	for (let index = 0; index < reports; index += 1) {
		const { name } = RENDERINGS[index % RENDERINGS.length]!;
		const own = `${seed}-${Math.floor(randomOf(seed, index).uniform() * 1e9)}`;
		const report = damagedReport(name, level, own);
		yield { source: `${`${index + 1}`.padStart(5, '0')}.${report.extension}`, report };
	}
}
