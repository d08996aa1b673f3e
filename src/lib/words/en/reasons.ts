import { count } from '../../chart/number.ts';
import type { Counted, ReasonCode, ReasonDetail } from '../../form/index.ts';
import { plural } from './plural.ts';

const MEGABYTE = 1024 * 1024;

/** An amount of bytes or of parts. */
function amount(of: Counted, number: number): string {
	if (of === 'bytes' && number >= MEGABYTE && number % MEGABYTE === 0) {
		return `${count(number / MEGABYTE)} MB`;
	}
	if (of === 'entries') return plural(number, 'entry', 'entries');
	return of === 'merges' ? plural(number, 'merged cell') : plural(number, of.slice(0, -1));
}

function tooMuch({ of, most, number }: ReasonDetail): string {
	if (of === undefined || most === undefined) return 'is larger than any report';
	if (of === 'levels') return `is nested deeper than ${amount(of, most)}`;
	return number === undefined
		? `has more than ${amount(of, most)}`
		: `has ${amount(of, number)}, where at most ${count(most)} are read`;
}

/** What people call the formats that are not read. */
const FORMATS: Readonly<Record<string, string>> = {
	rtf: 'an RTF file (some are named .doc)',
	xml: 'Word’s or Excel’s XML',
	xls: 'an old Excel workbook (xls)',
	ole: 'an old Office file without the text of a Word document',
	xlsb: 'a binary Excel workbook (xlsb)',
	pptx: 'a presentation (pptx)',
	odf: 'an OpenDocument file (odt, ods)',
	ofd: 'an OFD file',
	archive: 'an archive too deep inside other archives'
};

const PLACE = ({ line, column }: ReasonDetail) =>
	line === undefined ? '' : `line ${line}${column === undefined ? '' : `, character ${column}`}`;

const SYSTEM: Readonly<Record<string, string>> = {
	EACCES: 'reading it is not permitted: check the permissions',
	EPERM: 'reading it is not permitted: check the permissions',
	ENOENT: 'it was gone before it was read: see that it is still in its place',
	ELOOP: 'the link leads to itself: give the file itself'
};

const NAME_IT = 'name it in the manifest (--manifest) and ingest again.';

/** Why a file has no report, or one that is not settled, and what to do. */
export const REASONS: Readonly<Record<ReasonCode, (detail: ReasonDetail) => string>> = {
	empty: () =>
		'No text stands in the file: it is empty, or has only spaces, pictures or what a script would load. Export or download it again with its text, then ingest.',
	binary: ({ format }) =>
		`The bytes are no text${format === undefined ? '' : ` (${format})`}. Save it as text in UTF-8 (.txt or .md), then ingest.`,
	encoding: (detail) =>
		`The characters are not in UTF-8, UTF-16, GB18030 or Big5, or were damaged when they were converted${detail.encoding === undefined ? '' : `; they look like ${detail.encoding}`}${detail.line === undefined ? '' : ` (no UTF-8 from ${PLACE(detail)} on)`}. Export or save it again in UTF-8, then ingest.`,
	too_large: (detail) =>
		`The file, or what it unpacks to, ${tooMuch(detail)}: that is no report. Give the report alone, or split an archive, then ingest.`,
	not_a_report: () =>
		'Neither the title, nor a section, nor a table of an annual report was found. See whether the file is the right one, or take it out of the folder.',
	no_table: () =>
		'A report’s title or headings stand in the file, and neither tables nor narrative. Export the report itself with its tables, then ingest.',
	unsupported: ({ format }) =>
		`It is ${FORMATS[format ?? ''] ?? 'a file of another format'}, which is not read. Save it as docx, xlsx or PDF, or unpack it, then ingest.`,
	encrypted: () => 'A password is asked for. Take it off, save the file again, then ingest.',
	damaged: () =>
		'The file is damaged or was not downloaded whole. Download it again, or save it again in its own program, then ingest.',
	invalid_record: (detail) => {
		const place = detail.at ?? PLACE(detail);
		return `The parsed report is not as docs/parsed-report.schema.json asks${place === '' ? '' : ` (at ${place})`}. Put it right there, then ingest.`;
	},
	no_text: () =>
		'The pages of the PDF are scans or pictures: there is no text in them, or only one that a program recognised. Use the original in Word or HTML, or check the recognised text and give it as JSON or CSV.',
	garbled_text: () =>
		'The fonts of the PDF do not tell which characters they show. Export it again from the original, or use that.',
	reader_failed: ({ said }) =>
		`The reading program made a mistake${said === undefined ? '' : ` (${said})`}. Give the file to the maintainers.`,
	unreadable_file: ({ said = '' }) =>
		SYSTEM[said] === undefined
			? `The system would not give the file${said === '' ? '' : ` (${said})`}. Check the disk, then ingest again.`
			: `The system would not give the file: ${SYSTEM[said]}, then ingest again.`,
	not_a_file: () => 'It is no ordinary file but a device or a pipe, and was not read.',
	link_outside: () =>
		'The link leads out of the folder that was given, and was not followed. Give what it leads to.',
	changing: () => 'The file changed while it was read. Ingest again once it is written.',
	too_slow: ({ seconds }) =>
		`Reading it took more than ${seconds === undefined ? 'its time' : plural(seconds, 'second')}. Give the report alone, or check the disk or the network, then ingest again.`,
	too_much_memory: ({ of = 'bytes', most }) =>
		`Reading it took more memory than ${most === undefined ? 'it may' : amount(of, most)}. Give the report alone, then ingest.`,
	no_members: () => 'There is nothing in it that can be read. See whether it is damaged.',
	same_name: () =>
		'Another member of the same file has the same name, and this one was not read. Rename it, then ingest.',
	agency_unresolved: () => `The evidence does not settle the agency: ${NAME_IT}`,
	year_unresolved: () => `The evidence does not settle the year: ${NAME_IT}`,
	agency_and_year_unresolved: () => `The evidence settles neither agency nor year: ${NAME_IT}`
};
