import { ingest, type IngestStep } from './ingest.ts';
import { plainParts } from './plain-reader.ts';

/** An ingest for tests that is killed before a step, or stands still there: `GIVEN STORE STEP kill|hold`. */
const [given = '', store = '', step = '', end = ''] = process.argv.slice(2);
await ingest(
	{ paths: [given], store, said: { manifest: [], corrections: [] }, saidIn: [], prune: false },
	plainParts({
		before: async (at: IngestStep) => {
			if (at !== step) return;
			if (end === 'kill') process.kill(process.pid, 'SIGKILL');
			process.stdout.write('holding\n');
			await new Promise((resolve) => setTimeout(resolve, 600_000));
		}
	})
);
