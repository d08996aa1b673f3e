import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	breachesIn,
	breachesOf,
	cyclesAmong,
	cyclesIn,
	importsOf,
	layersOf,
	modulesOf
} from './layers.ts';

const root = new URL('..', import.meta.url).pathname;
const layers = layersOf(readFileSync(`${root}/README.md`, 'utf8'));

describe('the layers that the README draws', () => {
	it('are folders that exist, and import folders that stand in the table', () => {
		expect(layers.length).toBeGreaterThanOrEqual(9);
		const folders = layers.map(({ folder }) => folder);
		expect(new Set(folders).size).toBe(folders.length);
		for (const { folder, mayImport } of layers) {
			expect(existsSync(`${root}/${folder}`), folder).toBe(true);
			for (const name of mayImport) expect(folders).toContain(name);
		}
	});

	it('hold for every import of the program', () => {
		expect(modulesOf(root).length).toBeGreaterThan(20);
		expect(breachesIn(root, layers)).toEqual([]);
	});

	it('flow one way: no layer imports a layer that imports it', () => {
		for (const { folder, mayImport } of layers) {
			for (const name of mayImport) {
				const back = layers.find((layer) => layer.folder === name)?.mayImport ?? [];
				expect(back, `${name} ⇄ ${folder}`).not.toContain(folder);
			}
		}
	});
});

describe('a breach of the layers', () => {
	const reasons = (file: string, source: string) =>
		breachesOf(file, source, layers).map(({ imports }) => imports);

	it('is found in a relative import, an alias, a type and a lazy import', () => {
		expect(reasons('src/lib/server/x.ts', `import { y } from '../read/read.ts';`)).toHaveLength(1);
		expect(
			reasons('src/lib/form/x.ts', `import type { Rule } from '../check/rule.ts';`)
		).toHaveLength(1);
		expect(reasons('src/lib/chart/x.ts', `const y = await import('../server/y.ts');`)).toHaveLength(
			1
		);
		expect(
			reasons('src/routes/+page.svelte', `<script lang="ts">import '$lib/read/read';</script>`)
		).toHaveLength(1);
	});

	it('is found where a pure layer reads the disk or the server asks the framework', () => {
		expect(reasons('src/lib/read/x.ts', `import 'node:fs';`)).toEqual(['node:fs']);
		expect(
			reasons('src/lib/server/x.ts', `import { env } from '$env/dynamic/private';`)
		).toHaveLength(1);
	});

	it('is found in a file outside the table', () => {
		expect(reasons('src/lib/helpers/x.ts', `import 'echarts';`)).toEqual(['echarts']);
	});

	it('is not found in what the table allows', () => {
		expect(
			reasons(
				'src/lib/server/x.ts',
				`import '../form/index.ts'; import 'node:fs'; import '../limits.ts';`
			)
		).toEqual([]);
		expect(importsOf('x.ts', `// import '../read/read.ts'`)).toEqual([]);
	});
});

describe('the imports of modules', () => {
	it('lead no module back to itself', () => {
		expect(cyclesIn(root)).toEqual([]);
	});

	it('are followed over several modules', () => {
		const imports = new Map([
			['a', ['b', 'c']],
			['b', ['c']],
			['c', ['a']]
		]);
		expect(cyclesAmong(imports)).toEqual(['a → b → c → a']);
	});
});
