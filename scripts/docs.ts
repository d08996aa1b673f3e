import { Command } from 'commander';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dataDictionary } from './docs/dictionary.ts';
import { parsedSchemaFile } from './docs/parsed-schema.ts';

/** The documents that are written from the registry of the form, the tables and the rules. */
const FILES: Readonly<Record<string, () => string>> = {
	'docs/data-dictionary.md': dataDictionary,
	'docs/parsed-report.schema.json': parsedSchemaFile
};

new Command('npm run docs --')
	.description(
		'Writes the data dictionary and the schema of parsed reports from the registry of the form, the tables and the rules'
	)
	.option('--check', 'change nothing; fail where a file is not what would be written')
	.action(({ check }: { check?: boolean }) => {
		for (const [file, write] of Object.entries(FILES)) {
			const wanted = write();
			const found = existsSync(file) ? readFileSync(file, 'utf8') : '';
			if (found === wanted) continue;
			if (check) {
				console.error(`${file} is stale: write it anew with “npm run docs” and commit it`);
				process.exitCode = 1;
			} else {
				writeFileSync(file, wanted);
				console.log(`${file} written`);
			}
		}
	})
	.parse();
