import type { Random } from '../generate/random.ts';
import { isPacked, packed, unpacked } from './packing.ts';

/** Changes a file's bytes; `other` is another fixture's. */
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

/** A stretch of the bytes, short more often than long. */
function stretch(bytes: Buffer, random: Random): [number, number] {
	const start = random.below(bytes.length + 1);
	const length = Math.min(bytes.length - start, Math.floor(random.heavy(12, 2)));
	return [start, start + length];
}

const cut: Mutation = (bytes, random) => {
	const [from, to] = stretch(bytes, random);
	return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const truncate: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));

const behead: Mutation = (bytes, random) => bytes.subarray(random.below(bytes.length + 1));

const repeat: Mutation = (bytes, random) => {
	const [from, to] = stretch(bytes, random);
	const piece = bytes.subarray(from, to);
	const times = Math.min(random.pick([1, 2, 7, 300]), Math.ceil(200_000 / (piece.length + 1)));
	const pieces = Array.from({ length: times }, () => piece);
	return joined(bytes.subarray(0, to), ...pieces, bytes.subarray(to));
};

const move: Mutation = (bytes, random) => {
	const [from, to] = stretch(bytes, random);
	const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
	const at = random.below(rest.length + 1);
	return joined(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at));
};

const flip: Mutation = (bytes, random) => {
	const changed = Buffer.from(bytes);
	for (let count = random.pick([1, 3, 20]); count > 0 && changed.length > 0; count -= 1) {
		const at = random.below(changed.length);
		changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
	}
	return changed;
};

const noise: Mutation = (bytes, random) => {
	const at = random.below(bytes.length + 1);
	const words = Buffer.from(Array.from({ length: random.below(12) }, () => random.below(256)));
	return joined(bytes.subarray(0, at), words, bytes.subarray(at));
};

const append: Mutation = (bytes, _, other) => joined(bytes, other);

const splice: Mutation = (bytes, random, other) =>
	joined(
		bytes.subarray(0, random.below(bytes.length + 1)),
		other.subarray(random.below(other.length + 1))
	);

/** Pieces that mean something in one format or another. */
const PIECES = [
	...['<td>', '</td>', '<tr>', '</tr>', '<table>', '</table>', '<td colspan="3">', '<p>', '<br>'],
	...['<td rowspan=0>', '<!--', '-->', '<script>', '<template>', '<svg>', '<b>', '&nbsp;', '&#0;'],
	...[
		'<w:tc>',
		'</w:tc>',
		'<w:p>',
		'</w:tr>',
		'<w:vMerge/>',
		'<w:gridSpan w:val="9"/>',
		'<c r="A1">'
	],
	...['<v>7</v>', '<mergeCell ref="A1:Z9"/>', '<w:del w:id="1">', '<w:tbl>', '&amp;', '&#x4e00;'],
	...['\t', '\n', '\n\n', '\r', '|', '| --- |', ' ', '　', '\u200b', '\ufeff', '\u2028', '\0'],
	...[
		'0',
		'12',
		'-',
		'—',
		'１',
		'.',
		',',
		'+',
		'(',
		'（',
		'）',
		'1e9',
		'9'.repeat(400),
		'万元',
		'元'
	],
	...[
		'"',
		"'",
		'\\',
		'{',
		'}',
		'[',
		']',
		'{"cells":',
		':',
		'null',
		'true',
		'"raw":',
		'0,0,0,0,0,0,0'
	],
	...[
		'一、',
		'（一）',
		'1.',
		'规章',
		'总计',
		'其他',
		'行政许可',
		'信息内容',
		'政府信息公开',
		'2020年'
	],
	...[
		'第二十条第（一）项',
		'本年新收政府信息公开申请数量',
		'（七）总计',
		'行政复议',
		'\ud800',
		'𠮷',
		'⼈'
	]
].map((piece) => Buffer.from(piece));

const insert: Mutation = (bytes, random) => {
	const at = random.below(bytes.length + 1);
	return joined(bytes.subarray(0, at), random.pick(PIECES), bytes.subarray(at));
};

/** Mutates the bytes as one character a byte: ASCII is ASCII in every encoding but UTF-16. */
const asText =
	(change: (text: string, random: Random) => string): Mutation =>
	(bytes, random) =>
		Buffer.from(change(bytes.toString('latin1'), random), 'latin1');

/** Changes the parts between separators, one to a few of them. */
const inParts = (separator: string, change: (parts: string[], random: Random) => void): Mutation =>
	asText((text, random) => {
		const parts = text.split(separator);
		for (let count = random.pick([1, 1, 2, 8]); count > 0; count -= 1) change(parts, random);
		return parts.join(separator);
	});

const drop = (parts: string[], random: Random) => void parts.splice(random.below(parts.length), 1);
const double = (parts: string[], random: Random) => {
	const at = random.below(parts.length);
	parts.splice(at, 0, parts[at] ?? '');
};
const swap = (parts: string[], random: Random) => {
	const [one, other] = [random.below(parts.length), random.below(parts.length)];
	[parts[one], parts[other]] = [parts[other] ?? '', parts[one] ?? ''];
};

const digits = asText((text, random) => {
	const rate = random.pick([0.01, 0.2, 1]);
	return text.replace(/\d/g, (digit) => (random.chance(rate) ? String(random.below(10)) : digit));
});
const removeAll = asText((text, random) =>
	text.replaceAll(random.pick(['\t', '\n', ' ', '0', '|', '"', ',', '</td>', '<tr', '>']), '')
);
const replaceAll = asText((text, random) =>
	text.replaceAll(
		random.pick(['\t', '\n', '0', '|', ',', '<td', '"']),
		random.pick(['\t\t', '\n\n', ' ', '', '00', ',', '<td><td'])
	)
);

const UTF16 = { little: [0xff, 0xfe], big: [0xfe, 0xff] };
const toUtf16: Mutation = (bytes, random) => {
	const words = Buffer.from(bytes.toString('utf8'), 'utf16le');
	if (random.chance(0.5)) return joined(Buffer.from(UTF16.little), words);
	return joined(
		Buffer.from(UTF16.big),
		words.subarray(0, words.length - (words.length % 2)).swap16()
	);
};
const toMojibake: Mutation = (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8');
const withMark: Mutation = (bytes) => joined(Buffer.from('\ufeff'), bytes);

/** A ZIP of both fixtures. */
const pack: Mutation = (bytes, _, other) => packed({ '一/甲.txt': bytes, 乙: other });

/** Changes one file in a ZIP, docx or xlsx, the largest more often than not; nothing elsewhere. */
const inside: Mutation = (bytes, random, other) => {
	if (!isPacked(bytes)) return bytes;
	const files = unpacked(bytes);
	const paths = Object.keys(files).sort(
		(one, another) => (files[another]?.length ?? 0) - (files[one]?.length ?? 0)
	);
	const path = random.chance(0.6) ? paths[0] : random.pick(['', ...paths]);
	const file = files[path ?? ''];
	if (path === undefined || !file) return bytes;
	return packed({ ...files, [path]: mutated(file, random, other).bytes });
};

const SEPARATORS = ['\n', '\t', '<', '>', ',', '|', '"'];

/** Every way in which a file is changed, by what it does. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
	...{ cut, truncate, behead, repeat, move, flip, noise, append, splice, insert, digits },
	...{ removeAll, replaceAll, toUtf16, toMojibake, withMark, pack, inside },
	drop: (...given) => inParts(given[1].pick(SEPARATORS), drop)(...given),
	double: (...given) => inParts(given[1].pick(SEPARATORS), double)(...given),
	swap: (...given) => inParts(given[1].pick(SEPARATORS), swap)(...given)
};

/** Bytes beyond which a mutated file grows no further. */
const LARGEST = 2_000_000;

/** A file's bytes after one to a few changes, and the changes made. */
export function mutated(
	bytes: Uint8Array,
	random: Random,
	other: Uint8Array
): { readonly bytes: Uint8Array; readonly changes: readonly string[] } {
	// A change from outside spoils most packed files, and what is in them is never looked at.
	const within = isPacked(Buffer.from(bytes)) && random.chance(0.8);
	const changes = Array.from({ length: random.pick([1, 1, 2, 3, 6]) }, () =>
		within ? 'inside' : random.pick(Object.keys(MUTATIONS))
	);
	let changed: Buffer = Buffer.from(bytes);
	for (const name of changes) {
		changed = MUTATIONS[name]?.(changed, random, Buffer.from(other)) ?? changed;
		if (changed.length > LARGEST) changed = changed.subarray(0, LARGEST);
	}
	return { bytes: new Uint8Array(changed), changes };
}
