import { describe, expect, test } from 'vitest';
import type { Address } from '../../../src/lib/form/index.ts';
import { figuresOf, gridOf, gridsOf, row, slot, type Answers, type Draft } from '../draft/draft.ts';
import { draftOf } from '../draft/write.ts';
import { damagedReport } from '../damaged.ts';
import { randomOf } from '../random.ts';
import { RENDERINGS } from '../renderings/index.ts';
import type { Rendering } from '../renderings/rendering.ts';
import { DAMAGE, damagedDocument, TEXT_DAMAGE } from './index.ts';

const renderingOf = (name: string) => RENDERINGS.find((each) => each.name === name)!;
const COLUMNS = [
	...['natural_person', 'business', 'research', 'social_org', 'legal_service'],
	...['other_org', 'total']
];

/** A report of one row, so that its truth can be told by hand. */
function oneRow(texts: readonly string[], item = 'granted'): Draft {
	const draft = draftOf('one-row');
	const grid = gridOf(draft, 'applications')!;
	const addresses = COLUMNS.map((code): Address => `applications/${item}/${code}`);
	const figures = texts.map((text, at) => slot('figure', text, { address: addresses[at]! }));
	const answers: Answers = new Map(
		addresses.map((address, at) => [address, [texts[at] === '' ? 'blank' : Number(texts[at])]])
	);
	grid.rows = [...grid.rows.slice(0, 3), row([slot('label', '（一）予以公开'), ...figures], item)];
	return { ...draft, answers, parts: [{ kind: 'table', grid }] };
}

/** Lets one kind of damage befall a row; gives the row as text and what is true of its cells. */
function befallen(name: string, texts: readonly string[], layout = 'tabs-merged') {
	const draft = oneRow(texts);
	const rendering = renderingOf(layout);
	const { damage } = damagedDocument(draft, rendering, 1, randomOf('hand', name), name);
	expect(damage).toEqual([name]);
	const rows = gridOf(draft, 'applications')!.rows.slice(3);
	return {
		shown: rows.map(({ slots }) => slots.map(({ text }) => text)),
		answers: COLUMNS.map((code) => draft.answers.get(`applications/granted/${code}`)!.join('|'))
	};
}

const SILENT = 'missing|unreadable';

describe('the truth of damage, told by hand', () => {
	test('a merged label that pushed the figures along', () => {
		const { shown, answers } = befallen('merged-label-shift', ['0', '0', '0', '5', '0', '0', '5']);
		expect(shown).toEqual([['（一）予以公开', '', '0', '0', '0', '5', '0', '0']]);
		const doubt = `0|${SILENT}`;
		expect(answers).toEqual([doubt, '0', '0', `5|${SILENT}`, doubt, '0', SILENT]);
	});

	test('a first cell that is blank, where a merged label might have pushed', () => {
		const { answers } = befallen('first-cell-blank', ['3', '1', '0', '0', '0', '0', '4']);
		expect(answers[0]).toBe(`blank|${SILENT}`);
		expect(answers[6]).toBe(`4|${SILENT}`);
	});

	test('a first cell that is blank in a table that has cells', () => {
		const { answers } = befallen(
			'first-cell-blank',
			['3', '1', '0', '0', '0', '0', '4'],
			'html-spans'
		);
		expect(answers).toEqual(['blank', '1', '0', '0', '0', '0', '4']);
	});

	test('a row that is gone', () => {
		const { shown, answers } = befallen('row-lost', ['1', '2', '3', '4', '5', '6', '21']);
		expect(shown).toEqual([]);
		expect(new Set(answers)).toEqual(new Set(['missing']));
	});

	test('one zero in a cell merged over seven columns', () => {
		const zeros = ['0', '0', '0', '0', '0', '0', '0'];
		const { shown, answers } = befallen('one-zero-over-seven', zeros, 'html-spans');
		expect(shown).toEqual([['（一）予以公开', '0']]);
		expect(answers[0]).toBe(SILENT);
		expect(answers.join()).not.toMatch(/0/);
	});

	test('an eighth zero leaves seven zeros', () => {
		const { shown, answers } = befallen('eighth-zero', ['0', '0', '0', '0', '0', '0', '0']);
		expect(shown[0]).toHaveLength(9);
		expect(new Set(answers)).toEqual(new Set(['0']));
	});

	test('an eighth figure leaves a doubt in every cell', () => {
		const { shown, answers } = befallen('eighth-figure', ['1', '0', '0', '0', '0', '0', '1']);
		expect(shown[0]).toHaveLength(9);
		for (const answer of answers) expect(answer).toMatch(/\|missing\|unreadable$/);
	});

	test('a footnote’s mark is no digit', () => {
		const { answers } = befallen('footnote-mark', ['3', '3', '3', '3', '3', '3', '3']);
		expect(new Set(answers)).toEqual(new Set(['3', `3|${SILENT}`]));
	});

	test('a form left blank is blank', () => {
		const { answers } = befallen('all-blank', ['1', '0', '0', '0', '0', '0', '1'], 'html-spans');
		expect(new Set(answers)).toEqual(new Set(['blank']));
	});

	test('repeated lines that were removed leave a doubt in their row', () => {
		const { shown, answers } = befallen(
			'repeated-lines-removed',
			['1', '0', '0', '2', '0', '0', '3'],
			'cells'
		);
		expect(shown).toEqual([['（一）予以公开', '1', '0', '2', '0', '3']]);
		for (const answer of answers) expect(answer).toMatch(/^\d\|missing\|unreadable$/);
	});

	test('columns in another order keep their figures', () => {
		const { shown, answers } = befallen(
			'columns-reordered',
			['1', '2', '3', '4', '5', '6', '21'],
			'html-spans'
		);
		expect(shown).toEqual([['（一）予以公开', '21', '1', '2', '3', '4', '5', '6']]);
		expect(answers).toEqual(['1', '2', '3', '4', '5', '6', '21']);
	});
});

test('figures run together leave a doubt unless each is one digit', () => {
	const glued = renderingOf('glued');
	const told = (texts: readonly string[]) => {
		const draft = oneRow(texts);
		damagedDocument(draft, glued, 0, randomOf('glued'));
		return draft.answers.get('applications/granted/natural_person')!.join('|');
	};
	expect(told(['1', '0', '0', '0', '0', '0', '1'])).toBe('1');
	expect(told(['12', '0', '0', '0', '0', '0', '12'])).toBe(`12|${SILENT}`);
});

/** Every kind of damage in a layout that it can befall, drawn until it finds a place. */
function drawn(name: string, media: readonly string[] | undefined) {
	const layouts = RENDERINGS.filter(({ medium }) => !media || media.includes(medium));
	for (let seed = 0; seed < 60; seed += 1) {
		for (const { name: layout } of layouts) {
			const report = damagedReport(layout, 1, `${seed}`, name);
			if (report.damage.length > 0) return { report, whole: damagedReport(layout, 0, `${seed}`) };
		}
	}
	throw new Error(`${name} never befell a report`);
}

test.each([...DAMAGE, ...TEXT_DAMAGE].map(({ name, media }) => [name, media] as const))(
	'%s changes the document',
	(name, media) => {
		const { report, whole } = drawn(name, media);
		expect(Buffer.from(report.bytes).equals(Buffer.from(whole.bytes))).toBe(false);
		expect(report.answers.size).toBe(whole.answers.size);
	}
);

test('a seed gives the same bytes and the same truth again', () => {
	for (const { name } of RENDERINGS) {
		const [one, again] = [damagedReport(name, 3, 'again'), damagedReport(name, 3, 'again')];
		expect(again).toEqual(one);
	}
});

test('every figure that is true without a doubt stands in an undamaged document', () => {
	const check = ({ name }: Rendering) => {
		const draft = draftOf('stands');
		const texts = gridsOf(draft).flatMap(({ rows }) => rows.flatMap((line) => figuresOf(line)));
		const { document } = damagedDocument(draft, renderingOf(name), 0, randomOf('stands'));
		const plain = document.replace(/<[^>]*>/g, '');
		for (const { text } of texts) expect(plain, name).toContain(text);
	};
	RENDERINGS.forEach(check);
});
