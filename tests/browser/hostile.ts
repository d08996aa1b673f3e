import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODEL = 'data/sample/real/003_c50ec127ad28e6ef.txt';

/** Markup that would show itself if a page took a report’s text for its own. */
export const MARKUP = `<img src=x onerror="document.title='hurt'"><script>document.title='hurt'</script>`;

/** A sentence that tells another figure than the report’s table, which has 45. */
const TOLD = '全年制作规范性文件9篇。';
const BEFORE_TABLES = '二、主动公开';

/** A folder with a report of an agency that is named in markup, and tells its story in it. */
export function hostileReports(folder: string): string {
	const reports = join(folder, 'hostile');
	mkdirSync(reports);
	const text = readFileSync(MODEL, 'utf8')
		.replaceAll('瓦房子镇', `${MARKUP}镇`)
		.replace(BEFORE_TABLES, `${TOLD}\n${BEFORE_TABLES}`);
	for (const part of [MARKUP, TOLD]) {
		if (!text.includes(part)) throw new Error(`${MODEL} has no place for ${part}`);
	}
	writeFileSync(join(reports, 'hostile.txt'), text);
	return reports;
}
