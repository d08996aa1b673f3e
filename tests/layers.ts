import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A folder of the house and the folders whose modules it may import. */
export interface Layer {
	readonly folder: string;
	readonly mayImport: readonly string[];
}

/** An import that the table of layers does not allow. */
export interface Breach {
	readonly file: string;
	readonly imports: string;
	readonly reason: string;
}

/** Modules of the framework and of Node that only some layers may use. */
const PURE = ['src/lib/form', 'src/lib/read', 'src/lib/check', 'src/lib/chart'];
const WITHOUT_FRAMEWORK = [...PURE, 'src/lib/reading', 'src/lib/server', 'scripts'];

/**
 * The layers as a document draws them: rows of a Markdown table whose first cell is a folder in
 * backquotes and whose last cell names, in backquotes, the folders it may import.
 */
export function layersOf(markdown: string): Layer[] {
	return markdown
		.split('\n')
		.filter((line) => /^\| `(src|scripts)/.test(line))
		.map((line) => {
			const columns = line.split('|').slice(1, -1);
			const names = (column: string | undefined) =>
				[...(column ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
			return { folder: names(columns[0])[0] as string, mayImport: names(columns.at(-1)) };
		});
}

/** Every module of the program, its tests left out; paths from the root, with `/`. */
export function modulesOf(root: string): string[] {
	return ['src', 'scripts'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
			.filter((name) => /\.(ts|js|svelte)$/.test(name) && !/\.test\.ts$/.test(name))
			.sort()
	);
}

/** The modules that a source text imports, as written, types and lazy imports among them. */
export function importsOf(file: string, source: string): string[] {
	const script = file.endsWith('.svelte')
		? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
		: source;
	return ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName);
}

function layerOf(path: string, layers: readonly Layer[]): Layer | undefined {
	// Hooks are the routes' own front door.
	if (/^src\/(hooks|app)\b/.test(path)) return layerOf('src/routes/', layers);
	return layers.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
}

/** The path from the root of what a module imports; of a package, its name. */
function pathOf(file: string, imported: string): string {
	return imported.startsWith('.')
		? normalize(join(dirname(file), imported)).replaceAll('\\', '/')
		: imported.replace(/^\$lib\b/, 'src/lib');
}

function breachOf(file: string, layers: readonly Layer[], imported: string): string | null {
	const layer = layerOf(file, layers);
	if (!layer) return 'the file lies in no layer of the table';
	if (/^\$(app|env)\b/.test(imported) && WITHOUT_FRAMEWORK.includes(layer.folder)) {
		return `${layer.folder} runs without the framework`;
	}
	if (imported.startsWith('node:') && PURE.includes(layer.folder)) {
		return `${layer.folder} is pure`;
	}
	const target = pathOf(file, imported);
	if (!/^(src|scripts|tests)\//.test(target)) return null;
	const other = layerOf(target, layers);
	if (!other) return 'what is imported lies in no layer of the table';
	if (other === layer || layer.mayImport.includes(other.folder)) return null;
	return `${layer.folder} may import ${layer.mayImport.join(', ') || 'nothing'}`;
}

/** The imports of one source text that the layers do not allow. */
export function breachesOf(file: string, source: string, layers: readonly Layer[]): Breach[] {
	return importsOf(file, source).flatMap((imports) => {
		const reason = breachOf(file, layers, imports);
		return reason === null ? [] : [{ file, imports, reason }];
	});
}

/** The imports of the whole program that the layers do not allow. */
export function breachesIn(root: string, layers: readonly Layer[]): Breach[] {
	return modulesOf(root).flatMap((file) =>
		breachesOf(file, readFileSync(join(root, file), 'utf8'), layers)
	);
}

/** The ways through imports that lead back to the module they start from: `a → b → a`. */
export function cyclesIn(root: string): string[] {
	const modules = modulesOf(root);
	const imports = new Map(
		modules.map((file) => [
			file,
			importsOf(file, readFileSync(join(root, file), 'utf8'))
				.map((imported) => pathOf(file, imported))
				.filter((target) => modules.includes(target))
		])
	);
	return cyclesAmong(imports);
}

/** The cycles among modules and what each imports. */
export function cyclesAmong(imports: ReadonlyMap<string, readonly string[]>): string[] {
	const cycles: string[] = [];
	const done = new Set<string>();
	const follow = (file: string, way: readonly string[]) => {
		const begun = way.indexOf(file);
		if (begun >= 0) cycles.push([...way.slice(begun), file].join(' → '));
		if (begun >= 0 || done.has(file)) return;
		for (const target of imports.get(file) ?? []) follow(target, [...way, file]);
		done.add(file);
	};
	for (const file of imports.keys()) follow(file, []);
	return cycles;
}
