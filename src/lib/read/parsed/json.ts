import { isFields, pointerOf, type Complaint, type Locate, type Path } from './complaint.ts';
import { spoilt, type RawReport, type RawReports } from './raw-report.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** How a JSON text begins; a text that says [打印] above its report begins otherwise. */
const BEGINNING = /^\s*(?:\{\s*["}]|\[\s*[{\]])/;

/**
 * The reports of a JSON text: one object, an array of them, an object with `reports`, or one object
 * a line. Null for a text that is no JSON and does not begin like any.
 */
export function jsonReports(text: string): RawReports | null {
	const whole = parsed(text);
	if (whole.ok) return isObject(whole.value) ? ofValue(text, whole.value) : null;
	return ofLines(text) ?? (BEGINNING.test(text) ? spoiltAt(text, whole.message) : null);
}

type Parsed =
	{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function parsed(text: string): Parsed {
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch (error) {
		return { ok: false, message: (error as Error).message };
	}
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

function ofValue(text: string, value: unknown): RawReports {
	const repeated = repeatedKeys(text);
	const at = (base: Path, given: unknown): RawReport => ({
		given,
		complaints: complaintsBelow(repeated, base),
		locate: (path) => {
			const code = pointerOf([...base, ...path]);
			return { words: `JSON 位置 ${code || '（整个文件）'}`, code: code || '/' };
		}
	});
	if (Array.isArray(value)) return several(value.map((given, index) => at([index], given)));
	if (isFields(value) && Array.isArray(value.reports)) {
		return several(value.reports.map((given, index) => at(['reports', index], given)));
	}
	if (isFields(value) && 'cells' in value) return several([at([], value)]);
	return spoilt(
		'这是 JSON，但不是已解析的报告：没有 cells（单元格），也没有 reports（报告的数组）。请按 docs/parsed-report.schema.json 整理后再导入，或从导入目录中移走。'
	);
}

function several(reports: readonly RawReport[]): RawReports {
	if (reports.length > 0) return { ok: true, reports };
	return spoilt('JSON 里一份报告也没有（数组是空的）。请重新导出后再导入。');
}

function complaintsBelow(repeated: readonly Path[], base: Path): Complaint[] {
	return repeated
		.filter((path) => base.every((step, index) => path[index] === step))
		.map((path) => ({ path: path.slice(base.length), words: '同一个键给了两次' }));
}

/** A report a line, as in NDJSON; null where no line is one. */
function ofLines(text: string): RawReports | null {
	const lines = text.split('\n').flatMap((line, index) => {
		if (!line.trim()) return [];
		return { number: index + 1, line, read: parsed(line) };
	});
	const first = lines[0];
	const some = lines.some(({ read }) => read.ok && isFields(read.value) && 'cells' in read.value);
	if (!some || !first?.line.trimStart().startsWith('{')) return null;
	const reports = lines.map(({ number, line, read }): RawReport => {
		const locate: Locate = (path) => {
			const pointer = pointerOf(path);
			return { words: `第 ${number} 行 ${pointer}`.trim(), code: `${number}:${pointer}` };
		};
		if (!read.ok) {
			const complaints = [{ path: [], words: '这一行不是完整的 JSON' }];
			return { given: null, complaints, locate };
		}
		return { given: read.value, complaints: complaintsBelow(repeatedKeys(line), []), locate };
	});
	return { ok: true, reports };
}

/** Where the JSON breaks off, in words; the position is the parser's own. */
function spoiltAt(text: string, message: string): RawReports {
	const position = /position (\d+)/.exec(message)?.[1];
	const before = text.slice(0, position === undefined ? text.length : Number(position));
	const line = before.split('\n').length;
	const column = before.length - before.lastIndexOf('\n');
	return spoilt(
		`JSON 的写法有错：第 ${line} 行第 ${column} 个字符处读不下去（引号、逗号或括号不成对，或文件被截断）。请重新导出后再导入。`,
		{ line, column }
	);
}
