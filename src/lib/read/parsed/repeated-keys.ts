import type { Path } from './complaint.ts';

/** Repeated keys that are told; one alone is enough to reject a report. */
const MOST = 1_000;

interface Open {
	/** The keys of an object so far; null for an array. */
	readonly keys: Set<string> | null;
	/** The key or index whose value stands here. */
	step: string | number;
	/** True where the next string of an object is a key. */
	key: boolean;
}

/**
 * Where an object of a JSON text has the same key twice: of these JSON itself keeps the last alone,
 * and a figure would be lost unseen.
 *
 * @param json a text that `JSON.parse` accepts
 */
export function repeatedKeys(json: string): Path[] {
	const found: Path[] = [];
	const open: Open[] = [];
	for (let at = 0; at < json.length && found.length < MOST; at += 1) {
		const top = open.at(-1);
		const sign = json[at];
		if (sign === '{') open.push({ keys: new Set(), step: '', key: true });
		else if (sign === '[') open.push({ keys: null, step: 0, key: false });
		else if (sign === '}' || sign === ']') open.pop();
		else if (sign === ',' && top?.keys) top.key = true;
		else if (sign === ',' && top) top.step = Number(top.step) + 1;
		else if (sign === '"') {
			const end = stringEnd(json, at);
			if (top?.keys && top.key) {
				top.step = JSON.parse(json.slice(at, end)) as string;
				top.key = false;
				if (top.keys.has(top.step)) found.push(open.map(({ step }) => step));
				top.keys.add(top.step);
			}
			at = end - 1;
		}
	}
	return found;
}

/** Where the string ends that begins at a quote. */
function stringEnd(json: string, start: number): number {
	for (let at = start + 1; at < json.length; at += 1) {
		if (json[at] === '\\') at += 1;
		else if (json[at] === '"') return at + 1;
	}
	return json.length;
}
