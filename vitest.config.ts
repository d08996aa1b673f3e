import { defineConfig } from 'vitest/config';

const env = { TZ: 'Asia/Shanghai' };

export default defineConfig({
	test: {
		// Vitest leaves a core free for itself; of two cores that would be one half.
		maxWorkers: '100%',
		projects: [
			{
				resolve: { alias: { $lib: new URL('./src/lib', import.meta.url).pathname } },
				test: {
					name: 'parts',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['tests/browser/**'],
					// Hostile input has to end; on a busy machine what takes two seconds may take ten.
					testTimeout: 60_000,
					hookTimeout: 60_000,
					env
				}
			},
			{
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/browser/site.ts'],
					// The two cores of a small machine: one for the pages, one for the browser.
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// What a page does next may take seconds where the database and the browser share two cores.
					expect: { poll: { timeout: 10_000 } },
					env
				}
			}
		]
	}
});
