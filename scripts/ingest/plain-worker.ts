import { checkReport } from '../../src/lib/check/check.ts';
import { readPlainFile } from './plain-reader.ts';
import type { Reader } from '../../src/lib/reading/processing.ts';
import { serve } from '../../src/lib/reading/serving.ts';

/** The tests' reader, with files that would keep it for ever, eat all memory, end the worker, or be printed. */
const readHostile: Reader = async function* (bytes, source, wordOf) {
	for await (const member of readPlainFile(bytes, source, wordOf)) {
		const text = new TextDecoder().decode(member.bytes);
		if (text.includes('hang=')) for (;;);
		if (text.includes('say=')) console.error(text);
		if (text.includes('exit=')) process.exit(1);
		if (text.includes('eat=')) {
			const eaten: number[][] = [];
			for (;;) eaten.push(new Array<number>(1_000_000).fill(0.5));
		}
		yield member;
	}
};

serve({ read: readHostile, check: checkReport });
