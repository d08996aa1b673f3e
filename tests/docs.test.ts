import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataDictionary } from '../scripts/docs/dictionary.ts';
import { EDITIONS, FORM_CELLS } from '../src/lib/form/index.ts';
import { SCHEMAS } from '../src/lib/server/tables.ts';
import manifest from '../package.json' with { type: 'json' };

const root = new URL('..', import.meta.url).pathname;
const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the data dictionary', () => {
	it('names every column, section, item and measure', () => {
		const text = dataDictionary();
		for (const schema of Object.values(SCHEMAS)) {
			for (const { name } of schema.fields) expect(text).toContain(`\`${name}\``);
		}
		for (const { code } of EDITIONS) {
			for (const { item, measure } of FORM_CELLS.get(code) ?? []) {
				expect(text).toContain(`\`${item.code}\``);
				expect(text).toContain(measure.label.zh);
			}
		}
	});
});

describe('the README', () => {
	const readme = read('README.md');

	it('names every command, and none that is not there', () => {
		const inside = new Set(['check', 'types', 'prepare']);
		for (const name of Object.keys(manifest.scripts)) {
			if (inside.has(name)) continue;
			expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`));
		}
		for (const [, name] of readme.matchAll(/npm run ([a-z]+)/g)) {
			expect(Object.keys(manifest.scripts)).toContain(name);
		}
	});

	it('links to files that exist', () => {
		for (const file of ['README.md', 'docs/data-dictionary.md', 'docs/reading.md']) {
			for (const [, target] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
				expect(existsSync(join(root, dirname(file), target as string)), target).toBe(true);
			}
		}
	});
});
