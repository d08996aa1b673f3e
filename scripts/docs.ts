import { Command } from 'commander';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dataDictionary } from './docs/dictionary.ts';

const FILE = 'docs/data-dictionary.md';

new Command('npm run docs --')
	.description(
		'Writes docs/data-dictionary.md from the registry of the form, the tables and the rules'
	)
	.option('--check', 'change nothing; fail where the file is not what would be written')
	.action(({ check }: { check?: boolean }) => {
		const wanted = dataDictionary();
		const found = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
		if (found === wanted) return;
		if (check) {
			console.error(`${FILE} is stale: write it anew with “npm run docs” and commit it`);
			process.exitCode = 1;
			return;
		}
		writeFileSync(FILE, wanted);
		console.log(`${FILE} written`);
	})
	.parse();
