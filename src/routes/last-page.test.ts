import { expect, test } from 'vitest';
import { withinPages } from './last-page';

const asked = (page: number, pages: number) =>
	withinPages(new URL('http://here/findings?rule=no_table&page=' + String(page)), { page, pages });

test('behind the last page is the last page, under the same filters', () => {
	expect(() => asked(9999, 264)).toThrow(
		expect.objectContaining({ status: 302, location: '/findings?rule=no_table&page=264' })
	);
	expect(() => asked(2, 1)).toThrow(
		expect.objectContaining({ location: '/findings?rule=no_table&page=1' })
	);
});

test('every page that there is stays where it is', () => {
	expect(() => asked(264, 264)).not.toThrow();
	expect(() => asked(1, 1)).not.toThrow();
});
