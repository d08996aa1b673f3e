import {
	CELL_FORMS,
	editionForYear,
	EDITIONS,
	FORM_CELLS,
	INVENTED_MARK,
	partsOf,
	type Address,
	type Cell,
	type CellForm,
	type Evidence,
	type FormCode,
	type ManifestRow,
	type NoteCode,
	type Reading,
	type ReadingNote,
	type Span,
	type Status
} from '../../form/index.ts';
import { valueIn } from '../figure.ts';
import { passagesOf, type Passages } from '../identity/passages.ts';
import { slotAt, type Slot } from '../slot.ts';
import type { ReadCell } from '../tables/cells.ts';
import { deduce } from '../tables/deduction.ts';
import { identifyRecord } from './recorded-identity.ts';
import { recordText, stands, type RecordText } from './record-text.ts';
import type { RecordedCell } from './recorded-cell.ts';
import type { RecordedReport } from './recorded-report.ts';

/** The report that a record tells of; what the office's manifest says wins over the record. */
export function readRecord(
	record: RecordedReport,
	source: string,
	manifest: ManifestRow | null
): Reading {
	const form = formOf(record);
	const written = recordText(record, form);
	const { text } = written;
	const passages = passagesIn(record, written);
	const { identity, evidence, agencySettled } = identifyRecord(record, passages, source, manifest);
	const read = readCells(record, written);
	const notes = [...read.notes, ...lostRows(read.cells, form)];
	const doubt = (code: NoteCode, about: string) => notes.push({ code, place: null, about });
	if (!agencySettled) doubt('agency_unresolved', identity.agency ?? '');
	if (identity.year === null) doubt('year_unresolved', record.title ?? '');
	const title = record.title ?? passages.title?.words ?? null;
	const marked = [text, title ?? ''].some((words) => words.includes(INVENTED_MARK));
	return {
		ok: true,
		report: {
			...identity,
			text,
			title,
			form,
			generated: record.generated || marked,
			cells: cellsOf(record, form, read.cells),
			evidence: [...evidence, ...formEvidence(record, form)],
			notes
		}
	};
}

/** What the title and the record's own text say of who reports; the rows written behind say nothing. */
function passagesIn({ title }: RecordedReport, { head }: RecordText): Passages {
	if (title === null || head.startsWith(title)) return passagesOf({ text: head, lines: [] });
	const page = { titles: [title], sourceLines: [], links: [] };
	return passagesOf({ text: head, lines: [], page });
}

/** The edition whose section 二 the cells are of; where that leaves two, the record's, or the year's. */
function formOf({ cells, form, year }: RecordedReport): FormCode {
	const ofOthers = new Set(['applications', 'remedies']);
	const addresses = cells.filter(stands).map(({ address }) => address);
	const tables = addresses.filter((address) => !ofOthers.has(partsOf(address).section));
	let open = EDITIONS.map(({ code }) => code);
	for (const within of [tables, addresses]) {
		const counts = open.map((code) => within.filter((at) => CELL_FORMS.get(at)?.has(code)).length);
		open = open.filter((_, index) => counts[index] === Math.max(...counts));
	}
	const meant = year === null ? null : (editionForYear(year)?.code ?? null);
	return (
		[form, meant].find((code) => code !== null && open.includes(code)) ?? open.at(-1) ?? '2021'
	);
}

function formEvidence({ form }: RecordedReport, used: FormCode): Evidence[] {
	if (form === null) return [];
	return [{ subject: 'form', source: 'record', text: form, place: null, used: form === used }];
}

interface ReadRecord {
	readonly cells: ReadonlyMap<Address, ReadCell>;
	readonly notes: ReadingNote[];
}

function readCells(record: RecordedReport, { text, places, misplaced }: RecordText): ReadRecord {
	const cells = new Map<Address, ReadCell>();
	const notes: ReadingNote[] = [];
	for (const cell of record.cells) {
		const place = places.get(cell.address);
		const form = CELL_FORMS.get(cell.address)?.values().next().value;
		if (!place || !form) continue;
		const { read, code } = readCell(cell, form, text, place);
		cells.set(cell.address, read);
		const about = `${form.item.label.zh} ${form.measure.label.zh}`;
		if (code) notes.push({ code, place, about });
		if (misplaced.has(cell.address)) notes.push({ code: 'place_contradicted', place, about });
	}
	return { cells, notes };
}

/**
 * Reads a cell's raw text as the cells of any document are read. Where the record's own figure or
 * status says otherwise, neither is taken: the cell is unreadable, and both are shown.
 */
function readCell(
	cell: RecordedCell,
	{ measure }: CellForm,
	text: string,
	place: Span
): { read: ReadCell; code: NoteCode | null } {
	const slot = slotAt(text, place.start, place.end);
	const raw = text.slice(place.start, place.end);
	const value = slot.figure === null ? null : valueIn(measure.unit, slot.figure);
	const status = statusOf(slot, value);
	const unreadable: ReadCell = { status: 'unreadable', value: null, raw, place };
	if (isContradicted(cell, status, value)) return { read: unreadable, code: 'record_contradicted' };
	if (status === 'unreadable' || cell.status === 'unreadable') {
		return { read: unreadable, code: 'unreadable_figure' };
	}
	const converted = measure.unit === 'wan_yuan' && slot.figure?.unit === 'yuan';
	return { read: { status, value, raw, place }, code: converted ? 'unit_converted' : null };
}

function statusOf({ kind }: Slot, value: number | null): Status {
	if (kind === 'blank' || kind === 'empty') return 'blank';
	return value === null ? 'unreadable' : 'reported';
}

/** Whether a record says something else of a cell than its raw text does. */
function isContradicted(cell: RecordedCell, status: Status, value: number | null): boolean {
	if (cell.value !== null && cell.value !== value) return true;
	if (cell.status === null || cell.status === status) return false;
	return !(cell.status === 'unreadable' && status === 'blank');
}

const MISSING: ReadCell = { status: 'missing', value: null, raw: null, place: null };

function cellsOf(
	record: RecordedReport,
	form: FormCode,
	read: ReadonlyMap<Address, ReadCell>
): Cell[] {
	const own = (FORM_CELLS.get(form) ?? []).map(({ address }) => address);
	const ofForm = new Set(own);
	const others = [...read.keys()].filter((address) => !ofForm.has(address));
	const boxes = new Map(record.cells.map(({ address, box }) => [address, box]));
	const deduced = deduce(read, formOfApplications(read) ?? form);
	return [...own, ...others].map((address) => {
		const cell = read.get(address) ?? MISSING;
		const box = cell.place && boxes.get(address);
		return { address, ...cell, ...(box && { box }), deduced: deduced.get(address) ?? null };
	});
}

/** The edition whose rows of section 三 stand there, told by those that only one edition has. */
function formOfApplications(read: ReadonlyMap<Address, ReadCell>): FormCode | null {
	const found = EDITIONS.map(({ code }) => code).filter((code) =>
		[...read.keys()].some((address) => {
			const forms = CELL_FORMS.get(address);
			return forms?.size === 1 && forms.has(code) && partsOf(address).section === 'applications';
		})
	);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** Notes each row of the form of which the record has no cell. */
function lostRows(read: ReadonlyMap<Address, ReadCell>, form: FormCode): ReadingNote[] {
	const rowOf = (address: Address) => address.slice(0, address.lastIndexOf('/'));
	const standing = new Set([...read.keys()].map(rowOf));
	const lost = (FORM_CELLS.get(form) ?? []).filter(({ address }) => !standing.has(rowOf(address)));
	const labels = new Map(lost.map(({ address, item }) => [rowOf(address), item.label.zh]));
	return [...labels.values()].map((about) => ({ code: 'row_not_found', place: null, about }));
}
