import {
	EDITIONS,
	KINDS,
	LEVELS,
	SCOPES,
	type FormCode,
	type Level,
	type Scope
} from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { Checked, isFields, shown, type Complaint, type Fields, type Path } from './complaint.ts';
import { recordedCells, type RecordedCell } from './recorded-cell.ts';

/** A report as an office's own parser recorded it (docs/parsed-report.schema.json). */
export interface RecordedReport {
	readonly title: string | null;
	readonly agency: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: Level | null;
	readonly kind: string | null;
	readonly scope: Scope | null;
	readonly year: number | null;
	readonly publishedOn: string | null;
	readonly sourceUrl: string | null;
	readonly form: FormCode | null;
	readonly generated: boolean;
	/** The narrative or the whole text, as it is: places count in it. */
	readonly text: string | null;
	readonly cells: readonly RecordedCell[];
}

/** The years that a report may be for: the regulation is of 2007. */
export const YEARS = { first: 2000, last: 2099 } as const;

/** What a report is called in its file: a name of its own, else who reports and when. */
export function nameOf(given: unknown): string | null {
	if (!isFields(given)) return null;
	const [id, source, agency, year] = [
		given.report_id ?? given.id,
		given.source,
		given.agency,
		given.year
	].map((part) =>
		typeof part === 'string' || typeof part === 'number' ? String(part).trim() : ''
	);
	if (id) return id;
	if (source) return source;
	return [agency, year].filter(Boolean).join('-') || null;
}

/** Checks a value against the schema; what is wrong is told, all of it. */
export function recordIn(
	given: unknown
):
	| { readonly ok: true; readonly record: RecordedReport }
	| { readonly ok: false; readonly complaints: readonly Complaint[] } {
	const checked = new Checked();
	if (!isFields(given)) {
		checked.complain([], `应为一份报告的对象，现为 ${shown(given)}`);
		return { ok: false, complaints: checked.complaints };
	}
	const record = recordOf(checked, given);
	if (checked.complaints.length > 0) return { ok: false, complaints: checked.complaints };
	return { ok: true, record };
}

function recordOf(checked: Checked, given: Fields): RecordedReport {
	const words = (name: string) => checked.words([name], given[name]);
	for (const name of ['report_id', 'id', 'source']) nameIsGood(checked, [name], given[name]);
	if (given.cells === undefined) checked.complain([], '没有 cells（单元格）');
	return {
		title: words('title'),
		agency: words('agency'),
		province: words('province'),
		city: words('city'),
		county: words('county'),
		level: checked.oneOf(['level'], given.level, LEVELS),
		kind: checked.oneOf(['kind'], given.kind, KINDS),
		scope: checked.oneOf(['scope'], given.scope, SCOPES),
		year: yearOf(checked, given.year),
		publishedOn: dayOf(checked, given.published_on),
		sourceUrl: words('source_url'),
		form: checked.oneOf(['form'], given.form, EDITIONS),
		generated: flagOf(checked, given.generated),
		text: textOf(checked, given.text),
		cells: given.cells === undefined ? [] : cellsOf(checked, given.cells)
	};
}

function cellsOf(checked: Checked, given: unknown): RecordedCell[] {
	if (!Array.isArray(given) || given.length > 0) return recordedCells(checked, ['cells'], given);
	checked.complain(['cells'], '一个单元格也没有');
	return [];
}

function nameIsGood(checked: Checked, path: Path, value: unknown): void {
	if (typeof value !== 'number' || !Number.isSafeInteger(value)) checked.words(path, value);
}

function yearOf(checked: Checked, value: unknown): number | null {
	const written = typeof value === 'string' && /^20\d{2}$/.test(value) ? Number(value) : value;
	return checked.whole(['year'], written === '' ? null : written, YEARS.first, YEARS.last);
}

const DAY = /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a day that looks like one ever was: no 30 February. */
function isDay(day: string): boolean {
	if (!DAY.test(day)) return false;
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return new Date(Date.UTC(year, month - 1, date)).getUTCMonth() === month - 1;
}

function dayOf(checked: Checked, value: unknown): string | null {
	const path = ['published_on'];
	const day = checked.words(path, value);
	if (day === null) return null;
	if (isDay(day)) return day;
	return checked.complain(path, `应为 2021-01-27 这样的日期，现为 ${shown(value)}`);
}

function flagOf(checked: Checked, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (value !== undefined && value !== null) {
		checked.complain(['generated'], `应为 true 或 false，现为 ${shown(value)}`);
	}
	return false;
}

/** The text as it is: spaces at its ends count in places. */
function textOf(checked: Checked, value: unknown): string | null {
	if (checked.words(['text'], value, LIMITS.textLength) === null) return null;
	return value as string;
}
