import { LIMITS } from '../../limits.ts';

/** The way to a value inside a record: keys and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** Something in a record that is not as it must be. */
export interface Complaint {
	readonly path: Path;
	/** What is wrong, in Chinese, without a full stop. */
	readonly words: string;
}

/** Where a path of a record leads in its file. */
export interface Place {
	/** In Chinese. */
	readonly words: string;
	/** In any language: a JSON pointer or a column, behind the line's number and a colon where there are lines. */
	readonly code: string;
}
export type Locate = (path: Path) => Place;

/** Characters of a name or a value that a sentence shows. */
const SHOWN = 40;

/** Words short enough for a sentence. */
export const clipped = (words: string) =>
	words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;

/** A path as a JSON pointer (RFC 6901), its longest names cut short. */
export function pointerOf(path: Path): string {
	return path
		.map((step) => `/${clipped(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
		.join('');
}

/** Complaints that are told of one report; the first ones lead to the rest. */
const TOLD = 3;

/** The complaints about one report as a sentence for people. */
export function sentenceOf(complaints: readonly Complaint[], locate: Locate): string {
	const told = complaints
		.slice(0, TOLD)
		.map(({ path, words }) => `${locate(path).words}：${words}`);
	const more = complaints.length > TOLD ? `；另有 ${complaints.length - TOLD} 处` : '';
	return `${told.join('；')}${more}。请按 docs/parsed-report.schema.json 改正后重新导入。`;
}

/** The places of the complaints that are told. */
export const placesOf = (complaints: readonly Complaint[], locate: Locate): string =>
	complaints
		.slice(0, TOLD)
		.map(({ path }) => locate(path).code)
		.join(' ');

/** What a value is, for people who have to find it. */
export function shown(value: unknown): string {
	if (value === undefined) return '没有给出';
	const words = typeof value === 'object' && value !== null ? kindOf(value) : JSON.stringify(value);
	return clipped(words);
}

const kindOf = (value: object) => (Array.isArray(value) ? '一个数组' : '一个对象');

/** Codes that a sentence names; of a table with more it names these, and says where the rest stand. */
const NAMED = 8;

function codesOf(table: readonly { readonly code: string }[]): string {
	const named = table.slice(0, NAMED).map(({ code }) => code);
	const more = table.length - named.length;
	const rest = more > 0 ? `（另有 ${more} 个，见数据字典 docs/data-dictionary.md）` : '';
	return `${named.join('、')}${rest}`;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, as JSON has them. */
export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes values out of a record as the types that they must have, and keeps what is wrong. */
export class Checked {
	readonly complaints: Complaint[] = [];

	complain(path: Path, words: string): null {
		this.complaints.push({ path, words });
		return null;
	}

	/** Words, or null for none; spaces around them do not count. */
	words(path: Path, value: unknown, most: number = LIMITS.recordWords): string | null {
		if (isAbsent(value)) return null;
		if (typeof value !== 'string') return this.complain(path, `应为文字，现为 ${shown(value)}`);
		if (value.length > most) {
			return this.complain(path, `有 ${value.length} 个字符，超过上限 ${most} 个`);
		}
		return value.trim() === '' ? null : value.trim();
	}

	/** A whole number from `least` to `most`. */
	whole(path: Path, value: unknown, least: number, most: number): number | null {
		if (isAbsent(value)) return null;
		const inRange = typeof value === 'number' && value >= least && value <= most;
		if (inRange && Number.isInteger(value)) return value;
		return this.complain(path, `应为 ${least} 至 ${most} 的整数，现为 ${shown(value)}`);
	}

	/** A number of any size. */
	number(path: Path, value: unknown): number | null {
		if (isAbsent(value)) return null;
		if (typeof value === 'number' && Number.isFinite(value)) return value;
		return this.complain(path, `应为数或 null，现为 ${shown(value)}`);
	}

	/** One of a table's codes, which its Chinese label may stand for. */
	oneOf<Code extends string>(
		path: Path,
		value: unknown,
		table: readonly { readonly code: Code; readonly label: { readonly zh: string } }[]
	): Code | null {
		if (isAbsent(value) || value === '') return null;
		const entry = table.find(({ code, label }) => value === code || value === label.zh);
		if (entry) return entry.code;
		return this.complain(path, `应为 ${codesOf(table)} 之一，现为 ${shown(value)}`);
	}
}

/** Null says no more than a field that is not there. */
const isAbsent = (value: unknown) => value === undefined || value === null;
