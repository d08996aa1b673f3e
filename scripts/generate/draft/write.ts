import {
	APPLICANTS,
	cellForm,
	editionOf,
	FORM_CELLS,
	OUTCOMES,
	type Address
} from '../../../src/lib/form/index.ts';
import { drawAnomaly, type AnomalyKind } from '../anomalies.ts';
import { characterOf } from '../character.ts';
import { write } from '../hand.ts';
import { historyOf, YEARS, type Figures } from '../history.ts';
import { cityOf, cityShape, type Agency, type Organ } from '../places.ts';
import { proseOf } from '../prose.ts';
import { randomOf, type Random } from '../random.ts';
import { handwriting, tellingOf } from '../telling.ts';
import type { Answer, Answers, Draft, Edition, Part } from './draft.ts';
import { applicationsGrid, disclosureGrid, remediesGrid } from './tables.ts';

/** The invented agencies whose reports are drawn. */
export const AGENCIES: readonly Agency[] = (() => {
	const all = ({ agency, below }: Organ): Agency[] => [agency, ...below.flatMap(all)];
	return [0, 1, 2].flatMap((city) => all(cityOf(city, cityShape(100))));
})();

/** Anomalies that are damage here, or that leave no report. */
const NOT_HERE: readonly (AnomalyKind | null)[] = ['blank_form', 'short_rows', 'missing_report'];

/**
 * Fills section 三 with many figures of many sizes, every sum true: quiet agencies report rows of
 * zeros, in which a figure in the wrong column goes unseen.
 */
function crowd(figures: Figures, random: Random): void {
	const at = (item: string, part: string) => `applications/${item}/${part}`;
	const cells = FORM_CELLS.get('2021')!.filter(({ section }) => section.code === 'applications');
	const outcomes = new Set(
		cells.flatMap(({ item }) =>
			OUTCOMES.some(({ code }) => code === item.outcome) && item.code !== 'outcomes_total'
				? [item.code]
				: []
		)
	);
	const others = [...outcomes].filter((item) => item.startsWith('other_'));
	const items = [...new Set(cells.map(({ item }) => item.code)), 'other'];
	for (const item of items) figures.set(at(item, 'total'), 0);
	for (const { code } of APPLICANTS.slice(0, -1)) {
		let total = 0;
		for (const item of outcomes) {
			const count = random.chance(0.55) ? random.below(random.chance(0.2) ? 300 : 12) : 0;
			figures.set(at(item, code), count);
			total += count;
		}
		const out = random.below(5);
		const carriedIn = Math.min(total + out, random.below(6));
		figures.set(at('outcomes_total', code), total);
		figures.set(at('carried_out', code), out);
		figures.set(at('carried_in', code), carriedIn);
		figures.set(at('received', code), total + out - carriedIn);
		const sum = others.reduce((left, item) => left + figures.get(at(item, code))!, 0);
		figures.set(at('other', code), sum);
		for (const item of items) {
			figures.set(
				at(item, 'total'),
				figures.get(at(item, 'total'))! + figures.get(at(item, code))!
			);
		}
	}
}

function heading(form: Draft['form'], numeral: string): Part {
	const section = editionOf(form).sections.find((candidate) => candidate.numeral === numeral)!;
	return { kind: 'heading', text: `${numeral}、${section.label.zh}` };
}

/** The edition that an agency uses: mostly the one of its year, sometimes a mixture. */
const editionFor = (form: Draft['form'], random: Random): Edition =>
	form === '2021' && random.chance(0.15) ? 'hybrid' : form;

/** Draws the report of one seed: who, when, which edition, and what stands in its cells. */
export function draftOf(seed: string): Draft {
	const random = randomOf(seed, 'draft');
	const agency = random.pick(AGENCIES);
	const drawn = characterOf(agency, random);
	const character = {
		...drawn,
		blankMark: random.chance(0.12) ? random.pick(['', '-', '—', '/', '无']) : null
	};
	const index = random.below(YEARS.length);
	const history = historyOf(agency, character, seed);
	const figures = new Map(history[index]);
	if (random.chance(0.4)) crowd(figures, random);
	const kind = drawAnomaly(random);
	const plan = {
		...{ agency, character, seed, year: YEARS[index]!, figures },
		lastYear: history[index - 1] ?? null
	};
	const { form, figures: told } = tellingOf(plan, NOT_HERE.includes(kind) ? null : kind, random);
	const edition = editionFor(form, random);
	const { written, cells } = handwriting(
		{ form, figures: told, planted: [] },
		character,
		false,
		random
	);
	const answers: Answers = new Map();
	for (const { address } of FORM_CELLS.get(form)!) answers.set(address, [cells[address] ?? 0]);
	if (edition === 'hybrid') mix(answers, written, (address) => told.get(address)!);
	const publishedOn = `${plan.year + 1}-01-${10 + random.below(19)}`;
	const prose = proseOf(
		{
			...{ agency, year: plan.year, publishedOn, figures: told, template: null },
			...{ bareTitle: random.chance(0.1), anonymous: false, contentsDecoy: random.chance(0.1) }
		},
		random
	);
	const paragraphs = (texts: readonly string[]): Part[] =>
		texts.map((text) => ({ kind: 'paragraph', text }));
	const parts: Part[] = [
		...paragraphs(prose.opening),
		{ kind: 'heading', text: '一、总体情况' },
		...paragraphs(prose.overview),
		heading(form, '二'),
		{ kind: 'table', grid: disclosureGrid(form, written) },
		heading(form, '三'),
		{ kind: 'table', grid: applicationsGrid(edition, written) },
		heading(form, '四'),
		{ kind: 'table', grid: remediesGrid(form, written) },
		{ kind: 'heading', text: '五、存在的主要问题及改进情况' },
		...paragraphs(prose.problems),
		{ kind: 'heading', text: '六、其他需要报告的事项' },
		...paragraphs([prose.matters, ...prose.signature])
	];
	return {
		...{ agency, year: plan.year, form, edition, prose, title: prose.title, parts, answers },
		...{ before: [], after: [] }
	};

	/** Turns the three rows 其他处理 of the newer form into the one of the older. */
	function mix(
		truth: Answers,
		text: Map<Address, string>,
		figureOf: (address: Address) => number
	): void {
		for (const { code } of APPLICANTS) {
			for (const item of ['other_overdue_correction', 'other_unpaid_fee', 'other_other']) {
				truth.set(`applications/${item}/${code}`, ['missing']);
			}
			const address = `applications/other/${code}`;
			const value: Answer = figureOf(address);
			truth.set(address, [value]);
			text.set(address, write(value, cellForm(address)!, character, random));
		}
	}
}
