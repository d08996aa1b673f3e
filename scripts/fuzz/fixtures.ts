import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that is known to be read, and that mutations begin with. */
export interface Fixture {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Every file in a folder named `fixtures` below the folders given, in one order everywhere. */
export function fixturesIn(folders: readonly string[]): Fixture[] {
	return folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /(?:^|[/\\])fixtures(?:[/\\]|$)/.test(entry.parentPath))
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((path) => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }))
	);
}
