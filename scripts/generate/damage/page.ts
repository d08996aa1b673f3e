import {
	figuresOf,
	gridOf,
	gridsOf,
	row,
	slot,
	type Grid,
	type Part,
	type Row
} from '../draft/draft.ts';
import { doubt, drawRows, freshFigures, freshRows, lose, type Damage } from './damage.ts';

const heading = (text: string): Part => ({ kind: 'heading', text });
const paragraph = (text: string): Part => ({ kind: 'paragraph', text });

function table(rows: Row[]): Part {
	const grid: Grid = { section: 'disclosure', rows, touched: true, breaks: new Set() };
	return { kind: 'table', grid };
}

const lineOf = (texts: readonly string[]) => row(texts.map((text) => slot('label', text)));

/** A copy of a table with other figures, none of which answers for a cell. */
function likeness({ section, rows }: Grid, other: (text: string) => string): Part {
	const copies = rows.map((line) => ({
		...line,
		slots: line.slots.map((each) => ({
			...each,
			text: each.role === 'figure' ? other(each.text) : each.text,
			address: null
		}))
	}));
	return { kind: 'table', grid: { section, rows: copies, touched: true, breaks: new Set() } };
}

const NO_HEADINGS: Damage = {
	name: 'no-headings',
	befall(draft) {
		const before = draft.parts.length;
		draft.parts = draft.parts.filter(({ kind }) => kind !== 'heading');
		return draft.parts.length < before;
	}
};

const NUMERALS = [...'一二三四五六'];

const NUMBERED_AFRESH: Damage = {
	name: 'headings-numbered-afresh',
	befall(draft, random) {
		const style = random.pick([
			(at: number) => `${at + 1}.`,
			(at: number) => `（${NUMERALS[at] ?? at + 1}）`,
			() => '',
			(at: number) => `第${NUMERALS[at] ?? at + 1}部分 `
		]);
		let count = 0;
		for (const part of draft.parts) {
			if (part.kind !== 'heading') continue;
			part.text = `${style(count)}${part.text.replace(/^[一二三四五六]、/, '')}`;
			count += 1;
		}
		return count > 0;
	}
};

const CONTENTS: Damage = {
	name: 'contents-before',
	befall(draft) {
		const headings = draft.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
		if (headings.length === 0) return false;
		const lines = headings.map((text, at) => paragraph(`${text}${'…'.repeat(8)}${at + 1}`));
		draft.parts.unshift(paragraph('目 录'), ...lines);
		return true;
	}
};

/** A section without its table: the agency had nothing to tell. */
const NOTHING_TO_TELL: Damage = {
	name: 'section-says-none',
	befall(draft, random) {
		const grid = gridOf(draft, random.pick(['remedies', 'applications']));
		if (!grid) return false;
		for (const line of grid.rows) lose(draft, figuresOf(line), ['missing']);
		for (const line of grid.rows) line.touched = true;
		draft.parts = draft.parts.map((part) =>
			part.kind === 'table' && part.grid === grid ? paragraph('无。') : part
		);
		return true;
	}
};

const COMPARISON: Damage = {
	name: 'comparison-before',
	befall(draft, random) {
		const figure = () => `${random.below(400)}`;
		const at = draft.parts.findIndex(({ kind }) => kind === 'table');
		const { year } = draft;
		draft.parts.splice(
			Math.max(0, at - 1),
			0,
			paragraph('与上年相比，主要指标变化如下：'),
			table([
				lineOf(['指标', `${year - 1}年`, `${year}年`, '增减']),
				lineOf(['新收政府信息公开申请', figure(), figure(), `+${figure()}`]),
				lineOf(['行政许可办件', figure(), figure(), `-${figure()}`]),
				lineOf(['规范性文件公开', figure(), figure(), figure()])
			])
		);
		return true;
	}
};

const LAST_YEAR: Damage = {
	name: 'last-year-appended',
	befall(draft, random) {
		const grids = gridsOf(draft).filter(({ rows }) => rows.length > 3);
		if (grids.length === 0) return false;
		const other = (text: string) =>
			/^\d+$/.test(text) ? `${Number(text) + random.below(3)}` : text;
		draft.after.push(
			heading(`附件：${draft.year - 1}年数据（供对照）`),
			...grids.map((grid) => likeness(grid, other))
		);
		return true;
	}
};

const TABLES_TWICE: Damage = {
	name: 'tables-twice',
	befall(draft) {
		const tables = draft.parts.filter(({ kind }) => kind !== 'paragraph');
		const copies = tables.map((part) =>
			part.kind === 'table' ? likeness(part.grid, (text) => text) : { ...part }
		);
		draft.after.push(...copies);
		return copies.length > 0;
	}
};

const NARRATIVE: Damage = {
	name: 'narrative-with-figures',
	befall(draft, random) {
		const n = () => random.below(900);
		const texts = [
			`规章${n()}件，规范性文件${n()}件，行政许可${n()}件，行政处罚${n()}件，行政强制${n()}件。`,
			`一、本年新收政府信息公开申请数量${n()}件；二、上年结转政府信息公开申请数量${n()}件。`,
			`（一）予以公开${n()}件，（二）部分公开${n()}件，（七）总计${n()}件。`,
			`行政复议${n()}件，其中结果维持${n()}件、结果纠正${n()}件。`
		];
		const places = draft.parts.flatMap(({ kind }, at) => (kind === 'table' ? [at, at + 1] : []));
		if (places.length === 0) return false;
		draft.parts.splice(random.pick(places), 0, paragraph(random.pick(texts)));
		return true;
	}
};

const SPLIT_TABLE: Damage = {
	name: 'table-in-two',
	media: ['html'],
	befall(draft) {
		const grid = gridOf(draft, 'applications');
		const second = grid?.rows.find(({ item }) => item === 'carried_out' || item === 'carried_in');
		if (!grid || !second) return false;
		grid.breaks.add(second);
		return true;
	}
};

const SPANS_LIE: Damage = {
	name: 'spans-contradict',
	media: ['html'],
	befall(draft, random, { name }) {
		if (name === 'html-flat') return false;
		const grid = gridOf(draft, 'applications');
		const tall = (grid?.rows ?? []).flatMap(({ slots, item }) =>
			item === null ? [] : slots.filter(({ down, role }) => down > 1 && role === 'label')
		);
		if (tall.length === 0) return false;
		const merged = random.pick(tall);
		merged.down += random.pick([1, 2, -1, 20]);
		return true;
	}
};

const HIDDEN_ROW: Damage = {
	name: 'hidden-row',
	media: ['html'],
	befall(draft, random) {
		const [place] = drawRows(freshRows(draft, ['disclosure']), random, 1);
		if (!place) return false;
		const { grid, row: line } = place;
		const slots = line.slots.map((each) => ({
			...each,
			address: null,
			text: each.role === 'figure' ? `${random.below(99)}` : each.text
		}));
		const way = random.pick([' style="display:none"', ' hidden', ' style="DISPLAY: none;"']);
		grid.rows.splice(grid.rows.indexOf(line), 0, { ...row(slots), attributes: way });
		return true;
	}
};

const BROKEN_LABELS: Damage = {
	name: 'line-breaks-in-labels',
	media: ['html'],
	befall(draft, random) {
		let changed = false;
		for (const each of gridsOf(draft).flatMap(({ rows }) => rows.flatMap(({ slots }) => slots))) {
			if (each.role === 'figure' || each.markup !== null || each.text.length < 4) continue;
			if (!random.chance(0.4)) continue;
			const at = 2 + random.below(each.text.length - 3);
			each.markup = `${each.text.slice(0, at)}<br>${each.text.slice(at)}`;
			changed = true;
		}
		return changed;
	}
};

const NESTED: Damage = {
	name: 'tables-within-cells',
	media: ['html'],
	befall(draft, random) {
		const fresh = freshFigures(draft);
		let changed = false;
		for (const { slot: each } of fresh) {
			if (!random.chance(0.2)) continue;
			each.touched = true;
			each.markup = `<table><tr><td>${each.text}</td></tr></table>`;
			changed = true;
		}
		return changed;
	}
};

/** Every line that repeats the one before is gone, as some text exports do. */
const REPEATS_REMOVED: Damage = {
	name: 'repeated-lines-removed',
	media: ['lines'],
	befall(draft) {
		let removed = false;
		for (const grid of gridsOf(draft)) {
			let before: string | null = null;
			for (const line of grid.rows) {
				const kept = line.slots.filter(({ text }) => {
					const repeats = text !== '' && text === before;
					before = text === '' ? before : text;
					return !repeats;
				});
				if (kept.length === line.slots.length) continue;
				removed = true;
				line.touched = true;
				doubt(draft, figuresOf(line));
				line.slots = kept;
			}
		}
		return removed;
	}
};

/** Damage to the page around the tables, and to its tables as a whole. */
export const PAGE_DAMAGE: readonly Damage[] = [
	...[NO_HEADINGS, NUMBERED_AFRESH, CONTENTS, NOTHING_TO_TELL, COMPARISON, LAST_YEAR, TABLES_TWICE],
	...[NARRATIVE, SPLIT_TABLE, SPANS_LIE, HIDDEN_ROW, BROKEN_LABELS, NESTED, REPEATS_REMOVED]
];
