import { deflateSync } from 'node:zlib';
import { fileOf, pdfOf } from './pdfwriter.ts';

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE =
	'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>';

const stream = (content: string, dictionary = '') =>
	`<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
const flate = (content: string | Buffer, dictionary = '', times = 1): string => {
	let packed = Buffer.from(content);
	for (let time = 0; time < times; time += 1) packed = deflateSync(packed, { level: 9 });
	const filters = Array.from({ length: times }, () => '/FlateDecode').join(' ');
	return stream(packed.toString('latin1'), `/Filter [${filters}] ${dictionary}`);
};
const form = (content: string, inner: string) =>
	stream(
		content,
		`/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${inner} >> >>`
	);
const onePage = (contents: string, ...others: string[]) =>
	fileOf([CATALOGUE, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', PAGE, contents, ...others]);

const bomb = Buffer.alloc(400 * 1024 * 1024, ' ');

/** Files that were made to hurt who reads them, and the code of their rejection. */
export const HOSTILE: readonly (readonly [name: string, file: () => Uint8Array, code: string])[] = [
	['nothing behind its mark', () => Buffer.from('%PDF-1.7\n'), 'damaged'],
	[
		'noise behind its mark',
		() => Buffer.from(`%PDF-1.7\n${'\u0001obj <<[( stream'.repeat(9000)}`),
		'damaged'
	],
	[
		'pages that hold themselves',
		() => fileOf([CATALOGUE, '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']),
		'no_text'
	],
	[
		'a hundred thousand pages',
		() =>
			fileOf([
				CATALOGUE,
				`<< /Type /Pages /Count 100000 /Kids [${'3 0 R '.repeat(100_000)}] >>`,
				PAGE,
				stream('')
			]),
		'too_large'
	],
	['a cross-reference that goes back to itself', () => loopOfTables(), 'no_text'],
	['a form that paints itself', () => onePage(stream('/A Do'), form('/A Do', '5 0 R')), 'no_text'],
	[
		'forms that paint forms, ten by ten',
		() =>
			onePage(
				stream('/A Do '.repeat(10)),
				...Array.from({ length: 12 }, (_, at) => form('/A Do '.repeat(10), `${at + 6} 0 R`))
			),
		'too_large'
	],
	['contents that unpack to 400 MB', () => onePage(flate(bomb)), 'too_large'],
	['contents that unpack twice', () => onePage(flate(bomb, '', 2)), 'too_large'],
	[
		'a picture that unpacks to 400 MB',
		() =>
			onePage(stream('/A Do'), flate(bomb, '/Type /XObject /Subtype /Image /Width 1 /Height 1')),
		'too_large'
	],
	['states saved for ever', () => pdfOf([Array<string>(300_000).fill('q')]), 'too_large'],
	['megabytes of lines', () => pdfOf([Array<string>(400_000).fill('1 1 m 9 9 l S')]), 'too_large'],
	[
		'a path of two hundred thousand points',
		() => pdfOf([['0 0 m', ...Array<string>(200_000).fill('9 9 l'), 'S']]),
		'no_text'
	],
	[
		'a grid of a million cells',
		() =>
			pdfOf([
				Array.from(
					{ length: 2000 },
					(_, at) => `0 ${at / 3} m 595 ${at / 3} l S ${at / 3} 0 m ${at / 3} 842 l S`
				)
			]),
		'no_text'
	],
	['an encrypted file', () => locked(), 'encrypted'],
	[
		'a page of a picture alone',
		() => pdfOf([['q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q']]),
		'no_text'
	],
	[
		'a scan with recognised words below its picture',
		() =>
			pdfOf([['3 Tr', ...Array<string>(60).fill('BT /F1 9 Tf 1 0 0 1 50 50 Tm <89C47AE0> Tj ET')]]),
		'no_text'
	]
];

/** A first table of cross-references that names itself as the one before. */
function loopOfTables(): Uint8Array {
	const plain = Buffer.from(
		fileOf([CATALOGUE, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', PAGE, stream(' ')])
	).toString('latin1');
	const at = /startxref\n(\d+)/.exec(plain)?.[1] ?? '0';
	return Buffer.from(plain.replace('/Root 1 0 R ', `/Root 1 0 R /Prev ${at} `), 'latin1');
}

/** Encrypted with a password that nobody knows. */
function locked(): Uint8Array {
	const key = '00'.repeat(32);
	return fileOf(
		[
			CATALOGUE,
			'<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
			PAGE,
			stream(' '),
			`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >>`
		],
		`/Encrypt 5 0 R /ID [<${key}> <${key}>] `
	);
}
