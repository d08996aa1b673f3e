import { lstat, readdir, realpath } from 'node:fs/promises';
import type { FileReason } from '../../src/lib/form/index.ts';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** A file met on the way, with what tells whether it changed. */
export interface FoundFile {
	readonly path: string;
	/** The folder that was given, and the file's path in it with `/` between folders. */
	readonly root: string;
	readonly source: string;
	readonly size: bigint;
	/** Nanoseconds. */
	readonly modified: bigint;
}

/** A file or folder that is not even tried. */
export interface Obstacle extends FileReason {
	readonly source: string;
}

export type Met = { readonly file: FoundFile } | { readonly obstacle: Obstacle };

/** A path that was given and is not there. */
export class PathMissing extends Error {
	override readonly name = 'PathMissing';

	constructor(path: string) {
		super(`路径不存在或无法读取：${path}。请检查拼写和权限`);
	}
}

const byName = (a: { name: string }, b: { name: string }) =>
	a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** Hidden files, and the locks that office programs leave beside open documents. */
const isHidden = (name: string) => name.startsWith('.') || name.startsWith('~$');

const REASONS: Readonly<Record<string, string>> = {
	EACCES: '没有读取权限；请检查权限后重新导入',
	EPERM: '没有读取权限；请检查权限后重新导入',
	ENOENT: '读取前文件已消失；请确认文件仍在原处后重新导入',
	ELOOP: '符号链接指向自身；请直接给出文件'
};

/** Why the operating system would not give something, and what to do. */
export function reasonOf(error: unknown): FileReason {
	const { code = '', message } = error as NodeJS.ErrnoException;
	const said = code || message;
	const reason = REASONS[code] ?? `系统无法读取（${said}）；请检查磁盘后重新导入`;
	return { code: 'unreadable_file', reason, detail: { said } };
}

/** A device or a pipe, which might never end. */
export const NO_FILE: FileReason = {
	code: 'not_a_file',
	reason: '不是普通文件（设备、管道等），未读取'
};
const LINK_OUTSIDE: FileReason = {
	code: 'link_outside',
	reason: '符号链接指向所给文件夹之外，未读取；请直接给出所指的路径'
};

/** Where a walk starts: a folder, or a single file in one. */
export interface Root {
	readonly folder: string;
	readonly file: string | null;
	/** Nothing is there any more; files may have been. */
	readonly gone?: boolean;
}

/** The place a given path stands for; throws `PathMissing` where it is not there. */
export async function rootOf(path: string): Promise<Root> {
	try {
		const real = await realpath(path);
		if ((await lstat(real)).isDirectory()) {
			await readdir(real);
			return { folder: real, file: null };
		}
		return { folder: dirname(real), file: real };
	} catch {
		throw new PathMissing(path);
	}
}

/** The real path of what is not there any more: that of its nearest folder that is, and the rest. */
async function formerPath(path: string): Promise<string> {
	const parent = dirname(path);
	if (parent === path) return path;
	const real = await realpath(parent).catch(() => formerPath(parent));
	return join(real, basename(path));
}

/** The place that a path which is gone stood for: both a file and a folder may have been there. */
export async function goneRoot(path: string): Promise<Root> {
	return { folder: await formerPath(resolve(path)), file: null, gone: true };
}

const sourceOf = (folder: string, path: string) =>
	relative(folder, path).split(sep).join('/').normalize('NFC') || basename(path);

const isWithin = (folder: string, path: string) =>
	path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

async function linkObstacle(folder: string, path: string): Promise<Obstacle | null> {
	const source = sourceOf(folder, path);
	try {
		if (isWithin(folder, await realpath(path))) return null;
		return { source, ...LINK_OUTSIDE };
	} catch (error) {
		return { source, ...reasonOf(error) };
	}
}

async function look(folder: string, path: string): Promise<Met> {
	const source = sourceOf(folder, path);
	try {
		const { size, mtimeNs } = await lstat(path, { bigint: true });
		return { file: { path, root: folder, source, size, modified: mtimeNs } };
	} catch (error) {
		return { obstacle: { source, ...reasonOf(error) } };
	}
}

async function* walkFolder(
	root: string,
	folder: string,
	without: ReadonlySet<string>
): AsyncGenerator<Met> {
	let entries;
	try {
		entries = await readdir(folder, { withFileTypes: true });
	} catch (error) {
		yield { obstacle: { source: sourceOf(root, folder), ...reasonOf(error) } };
		return;
	}
	for (const entry of entries.sort(byName)) {
		const path = join(folder, entry.name);
		if (isHidden(entry.name) || without.has(path)) continue;
		if (entry.isDirectory()) yield* walkFolder(root, path, without);
		else if (entry.isFile()) yield await look(root, path);
		else if (entry.isSymbolicLink()) {
			const obstacle = await linkObstacle(root, path);
			if (obstacle) yield { obstacle };
		} else {
			yield { obstacle: { source: sourceOf(root, path), ...NO_FILE } };
		}
	}
}

/**
 * Every file under a root, in the order of their names. Links are not followed: what they point to
 * inside the folder is met anyway, and what lies outside was not asked for.
 *
 * @param without real paths to leave out, such as the store and the manifest
 */
export async function* walk(root: Root, without: ReadonlySet<string>): AsyncGenerator<Met> {
	if (root.gone) return;
	if (root.file !== null) yield await look(root.folder, root.file);
	else yield* walkFolder(root.folder, root.folder, without);
}
