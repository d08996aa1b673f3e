import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODEL = 'data/sample/real/003_c50ec127ad28e6ef.txt';

/** Markup that would show itself if a page took a report’s text for its own. */
export const MARKUP = `<img src=x onerror="document.title='hurt'"><script>document.title='hurt'</script>`;

/** A folder with a report of an agency that is named in markup, and tells its story in it. */
export function hostileReports(folder: string): string {
	const reports = join(folder, 'hostile');
	mkdirSync(reports);
	const text = readFileSync(MODEL, 'utf8').replaceAll('瓦房子镇', `${MARKUP}镇`);
	if (!text.includes(MARKUP)) throw new Error(`${MODEL} does not name its agency`);
	writeFileSync(join(reports, 'hostile.txt'), text);
	return reports;
}
