import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIVISIONS_FILE, divisionsFile } from '../divisions.ts';

it('the file of divisions is what its script makes of the installed package', async () => {
	expect(readFileSync(DIVISIONS_FILE, 'utf8')).toBe(await divisionsFile());
});
