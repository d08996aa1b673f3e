import { get, type IncomingMessage } from 'node:http';
import Table from 'cli-table3';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { startSite } from '../start/child.ts';
import type { Measurement } from './measurement.ts';

/** How a page is reached for the view of a number, so that each view asks the database anew. */
type Route = (view: number) => string;

/** A filter of its own for each view, which leaves every report in. */
const anew =
	(path: string): Route =>
	(view) =>
		`${path}${path.includes('?') ? '&' : '?'}year=2000..${2040 + view}`;

/**
 * Views of one page that are counted, and those before them that are not: a site runs for weeks, and
 * its program is compiled while the first dozens are answered.
 */
const VIEWS = 40;
const WARMING = 40;

const PAGES: Readonly<Record<string, Route>> = {
	'/': anew('/'),
	'/compare': anew('/compare'),
	'/compare by province': anew('/compare?by=province'),
	'/outcomes': anew('/outcomes'),
	'/outcomes/ranking': anew('/outcomes/ranking?sort=-refused'),
	'/outcomes/ranking of litigation': anew('/outcomes/ranking?of=litigation'),
	'/findings': anew('/findings'),
	'/rules': anew('/rules'),
	'/coverage': anew('/coverage'),
	'/agencies': anew('/agencies'),
	'/reports behind a number': anew('/reports?cell=disclosure/licensing/decisions&figure=zero'),
	'/data': anew('/data'),
	'/data of cells': anew('/data?table=cells'),
	'/search': anew(`/search?q=${encodeURIComponent('规范性文件')}`)
};

/** The pages of single agencies and reports, another one at each view. */
async function singlePages(store: string): Promise<Record<string, Route>> {
	const database = await openDatabase(store);
	try {
		const rows = await database.rows<{ agencyId: string; reportId: string }>(
			`SELECT agency_id AS "agencyId", max(report_id) AS "reportId" FROM figures
			WHERE is_current GROUP BY agency_id ORDER BY count(*) DESC, agency_id LIMIT $limit`,
			{ limit: VIEWS + WARMING }
		);
		const at = (view: number) => rows[view % rows.length];
		return {
			'/agencies/{id}': (view) => `/agencies/${at(view)?.agencyId ?? ''}`,
			'/reports/{id}': (view) => `/reports/${at(view)?.reportId ?? ''}`
		};
	} finally {
		await database.close();
	}
}

/** Fetches a page and lets its bytes go: what the measuring program keeps, it would have to clear away. */
async function view(address: string): Promise<{ milliseconds: number; bytes: number }> {
	const start = performance.now();
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		get(address, resolve).once('error', reject);
	});
	let bytes = 0;
	for await (const piece of response) bytes += (piece as Buffer).byteLength;
	if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${address}`);
	return { milliseconds: performance.now() - start, bytes };
}

function percentile(times: readonly number[], share: number): number {
	return [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? NaN;
}

/** The server's time for a page, in milliseconds. */
export interface PageTimes {
	readonly page: string;
	/** Of views that each ask the database anew, one after another. */
	readonly median: number;
	readonly p95: number;
	/** Of the same views once more, whose answers are kept; 95th percentile. */
	readonly kept: number;
	/** Bytes of the page's HTML. */
	readonly bytes: number;
}

/** The server's times for every kind of page over a store, one reader at a time. */
export async function timePages(store: string): Promise<PageTimes[]> {
	const { address, process } = await startSite(store);
	try {
		const times: PageTimes[] = [];
		for (const [page, route] of Object.entries({ ...PAGES, ...(await singlePages(store)) })) {
			for (let number = 0; number < WARMING; number += 1) {
				await view(address + route(VIEWS + number));
			}
			const fresh: number[] = [];
			const kept: number[] = [];
			let bytes = 0;
			for (let number = 0; number < VIEWS; number += 1) {
				const first = await view(address + route(number));
				fresh.push(first.milliseconds);
				kept.push((await view(address + route(number))).milliseconds);
				bytes = first.bytes;
			}
			times.push({
				page,
				median: percentile(fresh, 0.5),
				p95: percentile(fresh, 0.95),
				kept: percentile(kept, 0.95),
				bytes
			});
		}
		return times;
	} finally {
		process.kill();
	}
}

/** The pages as lines of the benchmark: asked anew, against answers that are kept. */
export async function measurePages(store: string): Promise<Measurement[]> {
	return (await timePages(store)).map(({ page, p95, kept }) => ({
		what: `page ${page}, 95th percentile`,
		milliseconds: p95,
		amount: null,
		against: { what: 'with kept answers', milliseconds: kept }
	}));
}

const HEAD = ['page', 'median ms', '95 % ms', 'kept, 95 % ms', 'ratio', 'KB of HTML'];

/** The pages' times as a table for a terminal. */
export function pagesTable(times: readonly PageTimes[]): string {
	const table = new Table({
		head: HEAD,
		colAligns: HEAD.map((_, column) => (column === 0 ? 'left' : 'right')),
		style: { head: [], border: [] }
	});
	for (const { page, median, p95, kept, bytes } of times) {
		table.push([
			page,
			median.toFixed(0),
			p95.toFixed(0),
			kept.toFixed(0),
			(p95 / kept).toFixed(1),
			(bytes / 1024).toFixed(0)
		]);
	}
	return table.toString();
}
