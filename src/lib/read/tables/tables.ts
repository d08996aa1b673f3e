import {
	ADDRESSES,
	editionForYear,
	EDITIONS,
	SECTIONED_EDITIONS,
	type Address,
	type Evidence,
	type FormCode
} from '../../form/index.ts';
import { findApplications, readApplications, type Applications } from './applications.ts';
import { ReadCells } from './cells.ts';
import {
	findDisclosure,
	formOfShape,
	onlyRepeated,
	readDisclosure,
	type Disclosure
} from './disclosure.ts';
import { stretchesOfOtherYears, stretchesUnderYears } from './heading.ts';
import { meaningOf } from './label.ts';
import { mendRows } from './mending.ts';
import { readRemedies, remediesStart, SIDES_ABOVE } from './remedies.ts';
import { rowsOf, type Row } from './row.ts';
import { findStatistics, readStatistics, type Statistics } from './statistics.ts';
import type { Document } from '../slot.ts';

/** The tables of one report: the edition of its form, and the cells that stand in them. */
export interface Tables {
	readonly form: FormCode;
	/** The edition whose rows of section 三 stand there: another one in a hybrid. */
	readonly applicationsForm: FormCode;
	readonly read: ReadCells;
	readonly evidence: readonly Evidence[];
}

/** The three tables as found, before the edition is settled. */
export interface FoundTables {
	readonly document: Document;
	readonly disclosure: Disclosure;
	readonly applications: Applications | null;
	/** The 统计表 of 2014 to 2018. */
	readonly statistics: Statistics | null;
	readonly rest: readonly Row[];
}

/** Finds the tables of a report for a year by their labels and headers, whatever its headings. */
export function findTables(document: Document, year: number | null): FoundTables {
	const rows = ownRows(document.text, rowsOf(document), year);
	const applications = findApplications(document.text, rows, year);
	const remedies = remediesStart(document.text, rows);
	const until = applications?.until ?? remedies ?? rows.length;
	const disclosure = findDisclosure(document.text, rows.slice(applications?.from ?? 0, until));
	return {
		document,
		disclosure: applications?.undecided ? onlyRepeated(disclosure) : disclosure,
		applications,
		statistics: findStatistics(document, year),
		rest: applications?.undecided ? [] : behind(rows, applications)
	};
}

/** Rows of a table below which they may be stray words of a report in another form. */
const FEW_ROWS = 5;

/**
 * The rows without those under the heading of another year's report, as in an annex. All of them
 * where nothing of the form stands elsewhere: then the heading names a wrong year. A report whose
 * own tables are lost or left empty has none, whatever its annex says.
 */
function ownRows(text: string, rows: readonly Row[], year: number | null): readonly Row[] {
	if (year === null) return rows;
	const stretches = [...stretchesOfOtherYears(text, year), ...stretchesUnderYears(text, year)];
	if (stretches.length === 0) return rows;
	const isOwn = (start: number) =>
		stretches.every((stretch) => start < stretch.start || start >= stretch.end);
	const standsOutside = rows.some(({ labels }) =>
		labels.some(({ start, end }) => isOwn(start) && meaningOf(text.slice(start, end)) !== null)
	);
	if (!standsOutside) return rows;
	// Words before a row's own label may stand above the heading.
	return rows.filter(({ labels, values: [value] }) =>
		isOwn(labels.at(-1)?.start ?? value?.start ?? 0)
	);
}

/** The rows behind section 三, up to another report's, with those in which 四 may begin. */
function behind(rows: readonly Row[], applications: Applications | null): readonly Row[] {
	if (!applications) return rows;
	return rows.slice(Math.max(0, applications.end - SIDES_ABOVE), applications.next);
}

/** Reads the cells of the tables; `year` settles an edition that they leave open. */
export function readTables(found: FoundTables, year: number | null): Tables {
	const { document, disclosure, applications, statistics, rest } = found;
	const sectioned = disclosure.form !== null || (applications?.rows.size ?? 0) >= FEW_ROWS;
	if (statistics && !sectioned) return statisticsAlone(document, statistics);
	// A word or two of a form that did not exist yet is no table of it.
	const stray = !sectioned && year !== null && year < FIRST_SECTIONED;
	if (stray) return noTables(document, year);
	const byRows = formOfRows(applications);
	const form = disclosure.form ?? formOfShape(disclosure) ?? byRows ?? sectionedFormOf(year);
	const read = new ReadCells(document.text);
	readDisclosure(read, disclosure, form, year);
	if (applications) readApplications(read, applications);
	readRemedies(read, rest);
	const applicationsForm = byRows ?? form;
	mendRows(read, applicationsForm);
	noteLostRows(read, form);
	if (statistics && statistics.rows.size >= FEW_ROWS) readStatistics(read, statistics);
	return { form, applicationsForm, read, evidence: formEvidence(read.text, disclosure) };
}

const FIRST_SECTIONED = SECTIONED_EDITIONS[0]?.from ?? 0;

function noTables({ text }: Document, year: number): Tables {
	const form = editionForYear(year)?.code ?? 'free';
	return { form, applicationsForm: form, read: new ReadCells(text), evidence: [] };
}

/** The form of sections 二 to 四 due for a year; the oldest for a year before it. */
function sectionedFormOf(year: number | null): FormCode {
	if (year === null) return '2021';
	return SECTIONED_EDITIONS.find(({ until }) => until === null || year <= until)?.code ?? '2021';
}

/** The tables of a report that has the 统计表 of 2014 and no other. */
function statisticsAlone({ text }: Document, statistics: Statistics): Tables {
	const read = new ReadCells(text);
	readStatistics(read, statistics);
	noteLostRows(read, '2014');
	return { form: '2014', applicationsForm: '2014', read, evidence: formEvidence(text, statistics) };
}

/** The edition that the rows of section 三 belong to: the one that splits 其他处理, or not. */
function formOfRows(applications: Applications | null): FormCode | null {
	const rows = applications?.rows;
	if (rows?.has('other_overdue_correction') || rows?.has('other_unpaid_fee')) return '2021';
	return rows?.has('other') ? '2019' : null;
}

function formEvidence(text: string, { sign }: Pick<Disclosure, 'sign'>): Evidence[] {
	if (!sign) return [];
	const words = text.slice(sign.start, sign.end);
	return [{ subject: 'form', source: 'table', text: words, place: sign, used: true }];
}

/** Notes each row of the form of which no cell stands in the report. */
function noteLostRows(read: ReadCells, form: FormCode): void {
	const short = new Set(read.notes.map(({ about }) => about));
	for (const { addresses, label } of FORM_ROWS.get(form) ?? []) {
		const stands = addresses.some((address) => read.cells.has(address));
		if (!stands && !short.has(label)) read.note('row_not_found', null, label);
	}
}

const addressesOf = (section: string, item: string): Address[] =>
	ADDRESSES.filter((address) => address.startsWith(`${section}/${item}/`));

/** The rows of each edition, with their labels and the addresses of their cells in any edition. */
const FORM_ROWS = new Map(
	EDITIONS.map(({ code: form, sections }) => [
		form,
		sections.flatMap(({ code, blocks }) =>
			blocks
				.flatMap(({ items }) => items)
				.map((item) => ({ addresses: addressesOf(code, item.code), label: item.label.zh }))
		)
	])
);
