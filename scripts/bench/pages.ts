import { startSite } from '../start/child.ts';
import type { Measurement } from './measurement.ts';

const PAGES = ['/', '/outcomes', '/findings', '/agencies', '/data', '/search?q=规范性文件'];
/** Views of one page that each ask the database anew: a filter that leaves every report in. */
const VIEWS = 20;

async function timeOf(address: string): Promise<number> {
	const start = performance.now();
	const response = await fetch(address);
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return performance.now() - start;
}

function percentile(times: readonly number[], share: number): number {
	return [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? NaN;
}

/** The server’s time for a page: asked anew, against answers that are kept; 95th percentile. */
export async function measurePages(store: string): Promise<Measurement[]> {
	const { address, process } = await startSite(store);
	try {
		const measurements: Measurement[] = [];
		for (const page of PAGES) {
			const joint = page.includes('?') ? '&' : '?';
			await timeOf(address + page);
			const fresh: number[] = [];
			const kept: number[] = [];
			for (let view = 0; view < VIEWS; view += 1) {
				const path = `${address}${page}${joint}year=2000..${2040 + view}`;
				fresh.push(await timeOf(path));
				kept.push(await timeOf(path));
			}
			measurements.push({
				what: `page ${page}, 95th percentile`,
				milliseconds: percentile(fresh, 0.95),
				amount: null,
				against: { what: 'with kept answers', milliseconds: percentile(kept, 0.95) }
			});
		}
		return measurements;
	} finally {
		process.kill();
	}
}
