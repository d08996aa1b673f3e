import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that is known to be read, and that mutations begin with. */
export interface Fixture {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/**
 * Whether a path below `tests` is a file that is read: in a folder named `fixtures`, in the world's
 * `documents` without the truths beside them, or of a format that is used for nothing else.
 */
const isFixture = (path: string) =>
	/(?:^|\/)fixtures\/|(?:^|\/)documents\/[^/]+\.(?:txt|html|md)$|\.(?:docx?|xlsx|pdf)$/.test(path);

/** Every fixture below the folders given, in one order everywhere. */
export function fixturesIn(folders: readonly string[]): Fixture[] {
	return folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
			.map((path) => path.replaceAll('\\', '/'))
			.filter(isFixture)
			.sort()
			.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
	);
}
