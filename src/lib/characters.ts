import variantsOfHongKong from 'opencc-js/dict/HKVariantsRev';
import charactersOfTradition from 'opencc-js/dict/TSCharacters';
import variantsOfTaiwan from 'opencc-js/dict/TWVariantsRev';

/** Characters that simplified text uses too, such as 乾 in 乾县: those of GB 2312. */
function ofSimplifiedText(): ReadonlySet<string> {
	const bytes: number[] = [];
	for (let row = 0xb0; row <= 0xf7; row += 1) {
		for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
	}
	return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}

/** The pairs of a dictionary between single UTF-16 code units; of several, the first. */
function pairsOf(dictionary: string): [string, string][] {
	return dictionary.split('|').flatMap((entry): [string, string][] => {
		const [from = '', to = ''] = entry.split(' ');
		return from.length === 1 && to.length === 1 && from !== to ? [[from, to]] : [];
	});
}

function tableOfCharacters(): Uint16Array {
	const table = new Uint16Array(0x10000);
	const kept = ofSimplifiedText();
	const simple = new Map(pairsOf(charactersOfTradition));
	const variants = [...pairsOf(variantsOfTaiwan), ...pairsOf(variantsOfHongKong)];
	const all = [...variants.map(([from, to]) => [from, simple.get(to) ?? to] as const), ...simple];
	for (const [from, to] of all) {
		if (!kept.has(from)) table[from.charCodeAt(0)] = to.charCodeAt(0);
	}
	return table;
}

/** For each code unit that simplified text does not use, the one that it uses instead; 0 for none. */
export const SIMPLIFIED: Uint16Array = tableOfCharacters();
