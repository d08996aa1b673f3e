import { once } from 'node:events';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startSite, type StartedSite } from './child.ts';

/** Two small pages, built as the program’s own are. */
const folder = mkdtempSync(join(tmpdir(), 'gouji-build-'));
const started: StartedSite[] = [];
for (const file of ['package.json', 'svelte.config.js', 'vite.config.ts']) {
	copyFileSync(file, join(folder, file));
}
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
put('src/app.html', '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>');
put('src/routes/+page.svelte', '<p>first</p>');
afterAll(() => {
	for (const site of started) site.process.kill();
	rmSync(folder, { recursive: true, force: true });
});

function put(name: string, text: string): void {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), text);
}

/** Starts the site from its sources, the text of the second page among them. */
async function startWith(text: string): Promise<StartedSite> {
	put('src/routes/second/+page.svelte', `<p>${text}</p>`);
	const site = await startSite(join(folder, 'no-store'), folder);
	started.push(site);
	return site;
}

async function end({ process }: StartedSite): Promise<void> {
	process.kill('SIGKILL');
	await once(process, 'exit');
}

const textOf = async (site: StartedSite, path: string) => (await fetch(site.address + path)).text();
const builds = () => readdirSync(join(folder, 'build')).filter((name) => name !== 'serving');

it('is made once for sites that start at the same time', async () => {
	const sites = await Promise.all([startWith('one'), startWith('one')]);
	for (const site of sites) expect(await textOf(site, '/second')).toContain('<p>one</p>');
	expect(builds()).toHaveLength(1);
	await Promise.all(sites.map(end));
});

it('takes nothing from a site that is running, and removes what none serves any more', async () => {
	const old = await startWith('one');
	const first = await textOf(old, '/');
	const asset = /\/_app\/immutable\/entry\/app\.[\w-]+\.js/.exec(first)?.[0] as string;

	const changed = await startWith('two');
	expect(await textOf(changed, '/second')).toContain('<p>two</p>');
	// Neither its second page nor its assets were asked for before the new build.
	expect(await textOf(old, '/second')).toContain('<p>one</p>');
	expect((await fetch(old.address + asset)).status).toBe(200);
	expect(builds()).toHaveLength(2);

	await end(old);
	const again = await startWith('two');
	expect(await textOf(again, '/second')).toContain('<p>two</p>');
	expect(builds()).toHaveLength(1);
});
