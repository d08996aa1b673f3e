import { encodePostings } from './postings.ts';
import { middleToken, pairToken } from './tokens.ts';
import { eachUnit } from './units.ts';

/** A table that grows: numbers in the order in which they were added. */
class Numbers {
	#values = new Uint32Array(1 << 16);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const grown = new Uint32Array(2 * this.length);
			grown.set(this.#values);
			this.#values = grown;
		}
		this.#values[this.length] = value;
		this.length += 1;
	}

	at(index: number): number {
		return this.#values[index] ?? 0;
	}

	set(index: number, value: number): void {
		this.#values[index] = value;
	}
}

/** Numbers for keys of 32 bits other than 0; a Map of such keys takes four times as long. */
class PairNumbers {
	#keys = new Uint32Array(1 << 17);
	#numbers = new Uint32Array(1 << 17);
	#count = 0;

	/** The number of a key, or else the one that `enter` gives it. */
	numberOf(key: number, enter: (key: number) => number): number {
		let slot = this.#slot(key);
		if (this.#keys[slot] === key) return this.#numbers[slot] ?? 0;
		if (2 * this.#count > this.#keys.length) {
			this.#grow();
			slot = this.#slot(key);
		}
		this.#count += 1;
		this.#keys[slot] = key;
		const number = enter(key);
		this.#numbers[slot] = number;
		return number;
	}

	#slot(key: number): number {
		const mask = this.#keys.length - 1;
		const hash = Math.imul(key, 0x9e3779b1);
		let slot = (hash ^ (hash >>> 15)) & mask;
		while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
		return slot;
	}

	#grow(): void {
		const [keys, numbers] = [this.#keys, this.#numbers];
		this.#keys = new Uint32Array(2 * keys.length);
		this.#numbers = new Uint32Array(2 * keys.length);
		keys.forEach((key, slot) => {
			if (key === 0) return;
			const free = this.#slot(key);
			this.#keys[free] = key;
			this.#numbers[free] = numbers[slot] ?? 0;
		});
	}
}

/**
 * The index of the words of one batch under way. For each report that is added it notes which
 * tokens its text has; at the end it lists the reports of each token.
 */
export class WordIndex {
	readonly #tokens: string[] = [];
	readonly #pairs = new PairNumbers();
	readonly #others = new Map<string, number>();
	/** For each token the last report that has it, counted from 1. */
	readonly #last = new Numbers();
	/** The tokens of all reports, one report after another, and where each one's end. */
	readonly #noted = new Numbers();
	readonly #ends: number[] = [];

	readonly #enterPair = (key: number) => this.#enter(String.fromCharCode(key >>> 16, key & 0xffff));

	get reports(): number {
		return this.#ends.length;
	}

	add(text: string): void {
		const report = this.reports + 1;
		/** The unit before, as its character's code or as its word; and the character before a word. */
		let before = 0;
		let wordBefore = '';
		let leading = 0;
		const note = (token: number) => {
			if (this.#last.at(token) === report) return;
			this.#last.set(token, report);
			this.#noted.push(token);
		};
		eachUnit(text, (code, word) => {
			if (code !== 0 && before !== 0) {
				note(this.#pairs.numberOf(((before << 16) | code) >>> 0, this.#enterPair));
			} else if (code !== 0 || before !== 0) {
				const first = before === 0 ? wordBefore : String.fromCharCode(before);
				const second = code === 0 ? word : String.fromCharCode(code);
				if (first !== '') note(this.#other(pairToken(first, second)));
				if (code !== 0 && leading !== 0) {
					note(this.#other(middleToken(String.fromCharCode(leading), first, second)));
				}
			}
			if (code === 0) note(this.#other(word));
			leading = code === 0 ? before : 0;
			before = code;
			wordBefore = word;
		});
		this.#ends.push(this.#noted.length);
	}

	/**
	 * Every token with its postings.
	 *
	 * @param order the reports, by the number in which they were added, in the order of their ordinals
	 */
	*postings(order: readonly number[]): Generator<{ token: string; postings: Uint8Array }> {
		const ends = new Uint32Array(this.#tokens.length + 1);
		for (let index = 0; index < this.#noted.length; index += 1) {
			const token = this.#noted.at(index) + 1;
			ends[token] = (ends[token] ?? 0) + 1;
		}
		for (let token = 1; token < ends.length; token += 1) {
			ends[token] = (ends[token] ?? 0) + (ends[token - 1] ?? 0);
		}
		const next = ends.slice();
		const ordinals = new Uint32Array(this.#noted.length);
		order.forEach((report, ordinal) => {
			const end = this.#ends[report] ?? 0;
			for (let index = this.#ends[report - 1] ?? 0; index < end; index += 1) {
				const token = this.#noted.at(index);
				const place = next[token] ?? 0;
				ordinals[place] = ordinal;
				next[token] = place + 1;
			}
		});
		for (const [token, name] of this.#tokens.entries()) {
			const own = ordinals.subarray(ends[token], ends[token + 1]);
			yield { token: name, postings: encodePostings(own, this.reports) };
		}
	}

	#enter(token: string): number {
		this.#last.push(0);
		return this.#tokens.push(token) - 1;
	}

	#other(token: string): number {
		const known = this.#others.get(token);
		if (known !== undefined) return known;
		const number = this.#enter(token);
		this.#others.set(token, number);
		return number;
	}
}
