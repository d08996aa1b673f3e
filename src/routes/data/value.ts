import { agencyName } from '$lib/components/agency-name';
import { ADDRESSES, cellForm, partsOf } from '$lib/form';
import type { DownloadTable, ReportName } from '$lib/server/queries';
import type { Language } from '$lib/form';
import type { Words } from '$lib/words/words';
import {
	cellName,
	formName,
	kindName,
	levelName,
	ruleTitle,
	scopeName,
	severityName
} from '../naming';

/** What it takes to say a row of a table in words. */
export interface Said {
	readonly language: Language;
	readonly words: Words;
	readonly reports: ReadonlyMap<string, ReportName>;
}

type Row = Readonly<Record<string, unknown>>;

/** A value as a page shows it, and where it leads. */
export interface ShownValue {
	readonly text: string | number | null;
	readonly href: string | null;
}

function reportName(id: string, { reports, words }: Said): string {
	const row = reports.get(id);
	if (!row) return id;
	const year = row.year === null ? words.report.noYear : words.report.year(row.year);
	return `${agencyName(row, words.report.noAgency)} ${year}`;
}

/** The form's label of one part of an address, the row's own cell first. */
function partLabel(part: 'section' | 'item' | 'measure', code: string, row: Row, said: Said) {
	const fits = (address: string) => partsOf(address)[part] === code;
	const own = [row.section, row.item, row.measure].join('/');
	const address = ADDRESSES.includes(own) ? own : ADDRESSES.find(fits);
	return (address && cellForm(address)?.[part].label[said.language]) ?? code;
}

/** The words for a code in a column; null where the column holds no codes. */
function wordsFor(name: string, code: string, row: Row, said: Said): string | null {
	const { language, words } = said;
	const statuses: Readonly<Record<string, string>> = words.status;
	const origins: Readonly<Record<string, string>> = words.findings.origins;
	switch (name) {
		case 'report_id':
			return reportName(code, said);
		case 'section':
		case 'item':
		case 'measure':
			return partLabel(name, code, row, said);
		case 'suspect':
			return cellName(code, language);
		case 'status':
			return statuses[code] ?? code;
		case 'origin':
			return origins[code] ?? code;
		case 'severity':
			return severityName(code, language);
		case 'rule':
			return ruleTitle(code, language);
		case 'level':
			return levelName(code, language);
		case 'kind':
			return kindName(code, language);
		case 'scope':
			return scopeName(code, language);
		case 'form':
			return formName(code, language);
		case 'forms':
			return code
				.split(' ')
				.map((form) => formName(form, language))
				.join(words.list);
		default:
			return null;
	}
}

/** The cell that a row is about, where it is about one. */
function addressOf({ section, item, measure, suspect }: Row): string | null {
	if (typeof suspect === 'string') return suspect;
	const own = [section, item, measure].join('/');
	return ADDRESSES.includes(own) ? own : null;
}

/** Where a value leads: a report at the cell the row is about, an agency, a rule. */
function leadsTo(name: string, value: string, row: Row): string | null {
	if (name === 'report_id') {
		const address = addressOf(row);
		return address === null ? `/reports/${value}` : `/reports/${value}?cell=${address}`;
	}
	if (name === 'agency_id') return `/agencies/${value}`;
	if (name === 'rule') return `/rules/${value}`;
	return null;
}

const LONGEST = 200;

/** A figure that is not there says why, so that nobody takes it for a zero. */
function withoutFigure(name: string, { status }: Row, { words }: Said): string | null {
	if (name !== 'value' || status === 'reported' || typeof status !== 'string') return null;
	const { blank, missing, unreadable } = words.cell;
	return new Map(Object.entries({ blank, missing, unreadable })).get(status) ?? null;
}

/** A row's value in words; figures stay figures. */
export function shownValue(table: DownloadTable, name: string, row: Row, said: Said): ShownValue {
	const value = row[name];
	if (value === null || value === undefined) {
		return { text: withoutFigure(name, row, said), href: null };
	}
	if (typeof value === 'number') return { text: value, href: null };
	if (typeof value === 'boolean') {
		return { text: value ? said.words.data.yes : said.words.data.no, href: null };
	}
	if (typeof value !== 'string') {
		return { text: JSON.stringify(value).slice(0, LONGEST), href: null };
	}
	const plain = table === 'rules' && name !== 'rule' && name !== 'severity' && name !== 'forms';
	const text = plain ? value : (wordsFor(name, value, row, said) ?? value);
	return { text: text.slice(0, LONGEST), href: leadsTo(name, value, row) };
}
