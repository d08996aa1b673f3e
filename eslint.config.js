import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Blank is never zero: a figure that is not there must stay null (docs/data-dictionary.md). */
const noZeroForNothing = {
	selector: 'LogicalExpression[operator="||"][right.value=0]',
	message: 'A figure that is not there is null, never 0.'
};

export default defineConfig(
	globalIgnores(['build/', '**/.svelte-kit/', 'data/', 'tests/output/', 'docs/']),
	js.configs.recommended,
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript resolves names itself, types among them.
			'no-undef': 'off',
			'no-console': ['error', { allow: ['error', 'warn'] }],
			'no-restricted-syntax': ['error', noZeroForNothing],
			eqeqeq: 'error',
			// What must return a promise may have nothing to wait for.
			'@typescript-eslint/require-await': 'off',
			// Links carry filters in their query, and the dashboard is served from the root.
			'svelte/no-navigation-without-resolve': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true, allowNullish: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// Command lines speak to people on their terminal.
		files: ['scripts/**'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['*.js', '*.ts'],
		extends: [ts.configs.disableTypeChecked]
	}
);
