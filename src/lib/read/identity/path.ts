import { kindOf } from '../../form/index.ts';
import { isName, isOrgan, normalName } from './name.ts';
import { hasRegion, regionCalled, splitRegion } from './region.ts';

const EXTENSION = /\.[a-z0-9]{1,5}$/i;
const YEAR = /(?:19|20)\d{2}\s*年?度?|二[〇○零][〇○零一二三四五六七八九]{2}年?度?/g;
const BETWEEN = /[\s_\-—–.+,，;；:：【】[\]]+|[（(](?=[\d\s]*[）)])/;
/** What stands behind the agency in a file's name. */
const REPORT = /(?:关于)?(?:政府信息公开|政务公开|信息公开).*$|(?:工作)?(?:年度报告|年报|报告)$/;

/** The words of a path, folder by folder, without years and what the report is called. */
function wordsOf(source: string): string[] {
	return source
		.split('/')
		.map((name, index, all) => (index === all.length - 1 ? name.replace(EXTENSION, '') : name))
		.flatMap((name) => name.replace(YEAR, ' ').split(BETWEEN))
		.map((word) =>
			normalName(
				word
					.trim()
					.replace(REPORT, '')
					.replace(/[（(]+$/, '')
			)
		)
		.map((word) => (word.endsWith('人民') ? `${word}政府` : word))
		.filter((word) => /^[一-龥（）]{2,40}$/.test(word));
}

/** The agencies that a path such as 甲市/教育局/2020.txt names, with the region right before them. */
export function namesInPath(source: string): string[] {
	if (!/[一-龥]/.test(source)) return [];
	const names: string[] = [];
	let before = '';
	for (const word of wordsOf(source)) {
		if (isOrgan(word) && isName(word)) {
			const name = hasRegion(splitRegion(word)) ? word : before + word;
			// 下载中心: a folder's own word.
			if (name !== word || hasRegion(splitRegion(word)) || kindOf(word) !== 'other')
				names.push(name);
			before = '';
		} else before = regionCalled(word) ? before + word : '';
	}
	return names;
}

/** The counties that a path names; a city's folder may hold its counties' reports too. */
export function countiesInPath(source: string): string[] {
	if (!/[一-龥]/.test(source)) return [];
	const regions: string[] = [];
	let before = '';
	for (const word of wordsOf(source)) {
		before = regionCalled(word) ? before + word : '';
		if (before !== '' && regionCalled(before)?.county) regions.push(before);
	}
	return regions;
}
