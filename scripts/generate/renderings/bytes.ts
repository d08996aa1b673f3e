/** The two-byte part of GB18030, turned round: Node decodes it, and encodes nothing but UTF. */
const PAIRS: ReadonlyMap<string, readonly [number, number]> = (() => {
	const decoder = new TextDecoder('gb18030');
	const pairs = new Map<string, readonly [number, number]>();
	for (let lead = 0x81; lead <= 0xfe; lead += 1) {
		for (let trail = 0x40; trail <= 0xfe; trail += 1) {
			if (trail === 0x7f) continue;
			const mark = decoder.decode(Uint8Array.of(lead, trail));
			if (mark.length === 1 && mark !== '\ufffd' && !pairs.has(mark))
				pairs.set(mark, [lead, trail]);
		}
	}
	return pairs;
})();

/** A text in GB18030; marks outside its two-byte part become references, as in HTML pages. */
export function gb18030Of(text: string): Uint8Array {
	const bytes: number[] = [];
	for (const mark of text) {
		const code = mark.codePointAt(0)!;
		const pair = PAIRS.get(mark);
		if (code < 0x80) bytes.push(code);
		else if (pair) bytes.push(...pair);
		else bytes.push(...new TextEncoder().encode(`&#${code};`));
	}
	return Uint8Array.from(bytes);
}
