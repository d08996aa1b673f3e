import { expect, it } from 'vitest';
import type { NoteCode } from '$lib/form';
import { shownNotes } from './shown';

const about = (code: NoteCode, words: string) =>
	shownNotes([{ code, place: null, about: words }], 'en')[0]?.about;

it('tells what a note is about in English where it is of the form', () => {
	expect(about('short_row', '属于国家秘密')).toBe('State secrets');
	expect(about('short_row', '行政复议、行政诉讼')).toBe('Reconsideration and litigation');
	expect(about('unreadable_figure', '行政许可 本年处理决定数量')).toBe(
		'Administrative licensing · Decisions'
	);
	expect(about('agency_unresolved', '丙镇人民政府')).toBe('丙镇人民政府');
	expect(about('no_table', '')).toBe('');
});

it('leaves it as it is in Chinese', () => {
	const note = { code: 'short_row', place: null, about: '属于国家秘密' } as const;
	expect(shownNotes([note], 'zh')).toEqual([note]);
});
