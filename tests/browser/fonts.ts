import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FONT_PACKAGE = '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf';

/** Whether this machine has a font with Chinese characters of its own. */
export function hasChineseFont(): boolean {
	try {
		return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
	} catch {
		return false;
	}
}

/**
 * A fontconfig of its own in a folder, with the Chinese font of a registry package and the fonts in
 * the folders named; nothing outside the folder is written. Gives the environment to start a
 * browser with.
 */
export function privateFonts(folder: string, others: readonly string[]): Record<string, string> {
	const fonts = join(folder, 'chinese');
	mkdirSync(fonts, { recursive: true });
	copyFileSync(createRequire(import.meta.url).resolve(FONT_PACKAGE), join(fonts, 'regular.ttf'));
	const file = join(folder, 'fonts.conf');
	writeFileSync(
		file,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
	${[fonts, ...others].map((name) => `<dir>${name}</dir>`).join('')}
	<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`
	);
	return { FONTCONFIG_FILE: file };
}
