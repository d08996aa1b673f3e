import { expect, it } from 'vitest';
import { storeDirectory } from './store.ts';

it('is the store that the environment names, though it is not there', () => {
	expect(storeDirectory({ GOUJI_STORE: '/nowhere/store' })).toEqual({
		directory: '/nowhere/store',
		sample: false
	});
});

it('is the sample only where it says so', () => {
	const { directory, sample } = storeDirectory({});
	expect(directory).toBe(sample ? 'data/sample-store' : 'data/store');
});
