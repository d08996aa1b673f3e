import { command } from './command.ts';
import type { Measurement } from './measurement.ts';

/** How long it takes to read a corpus into a new store, and to find that nothing has changed. */
export async function measureIngesting(
	corpus: string,
	store: string,
	reports: number
): Promise<Measurement[]> {
	const args = [corpus, '--store', store, '--json'];
	const first = await command('ingest', args);
	const again = await command('ingest', args);
	const amount = { number: reports, of: 'reports' };
	return [
		{
			what: `ingesting ${reports} reports`,
			milliseconds: first.milliseconds,
			amount,
			against: null
		},
		{
			what: 'ingesting them again, unchanged',
			milliseconds: again.milliseconds,
			amount,
			against: { what: 'the first time', milliseconds: first.milliseconds }
		}
	];
}
