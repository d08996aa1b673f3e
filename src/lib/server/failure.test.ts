import { expect, test } from 'vitest';
import { WorkbookTooLarge } from './export/workbook.ts';
import { failureOf } from './failure.ts';
import { Busy, QueryFailed, QueryTimeout, StoreMissing, StoreUnreadable } from './failures.ts';
import { BadFilter } from './filters.ts';

const SECRET = 'SELECT secret FROM /home/somebody';

test.each([
	[new BadFilter('year', 'x', '不对', 'is wrong'), 400, 'bad_filter'],
	[new StoreMissing('/home/somebody'), 503, 'store_missing'],
	[new StoreUnreadable('/home/somebody', 'damaged'), 503, 'store_unreadable'],
	[new Busy(256), 503, 'busy'],
	[new QueryTimeout(10_000, SECRET), 504, 'timeout'],
	[new WorkbookTooLarge(2_000_000), 413, 'too_large'],
	[new QueryFailed('no such column', SECRET), 500, 'internal'],
	[new Error(SECRET), 500, 'internal'],
	[null, 500, 'internal']
])('%s', (error, status, code) => {
	for (const language of ['zh', 'en'] as const) {
		const failure = failureOf(error, 500, language);
		expect(failure).toMatchObject({ status, code });
		expect(failure.message).not.toMatch(/secret|somebody|at .*:\d+/);
	}
});

test('a wrong filter is named in the reader’s language', () => {
	const error = new BadFilter('year', 'x', '不对', 'is wrong');
	expect(failureOf(error, 500, 'zh')).toMatchObject({ key: 'year', message: 'year：不对' });
	expect(failureOf(error, 500, 'en')).toMatchObject({ key: 'year', message: 'year: is wrong' });
});

test('a missing store comes with the command that makes one', () => {
	const error = new StoreMissing('x');
	expect(failureOf(error, 500, 'zh').message).toContain('npm run ingest');
	expect(failureOf(error, 500, 'en').message).toContain('npm run ingest');
});

test('what the server itself refuses keeps its status', () => {
	expect(failureOf(new Error('Not found'), 404, 'zh')).toMatchObject({ status: 404 });
	expect(failureOf(new Error('Method'), 405, 'zh')).toMatchObject({ status: 405 });
});
