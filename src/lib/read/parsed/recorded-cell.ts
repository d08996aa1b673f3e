import { STATUSES, type Address, type Box, type Span, type Status } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { clipped, isFields, shown, type Checked, type Fields, type Path } from './complaint.ts';
import { addressNamed } from './naming.ts';

/** One cell of a report as an office's own parser recorded it. */
export interface RecordedCell {
	readonly address: Address;
	/** What stands in the document, without spaces around it; null where only `value` is given. */
	readonly raw: string | null;
	/** The figure that the record gives: a count, or an amount in 万元. */
	readonly value: number | null;
	readonly status: Status | null;
	/** Where it stands in the record's own text; null where the record does not say. */
	readonly place: Span | null;
	readonly box: Box | null;
}

const UNKNOWN = { section: '部分', item: '事项', measure: '指标' } as const;
const CODES = STATUSES.map((code) => ({
	code,
	label: { zh: { reported: '已填', blank: '空白', missing: '缺失', unreadable: '无法辨认' }[code] }
}));

/** The cells of a record, from a list or from an object in an object in an object. */
export function recordedCells(checked: Checked, path: Path, given: unknown): RecordedCell[] {
	const found = new Map<Address, RecordedCell>();
	for (const { at, names, fields } of listed(checked, path, given)) {
		const cell = cellOf(checked, at, names, fields);
		if (!cell) continue;
		if (found.has(cell.address)) {
			checked.complain(at, `单元格 ${cell.address} 给了两次`);
		} else found.set(cell.address, cell);
	}
	return [...found.values()];
}

interface Listed {
	readonly at: Path;
	readonly names: readonly [unknown, unknown, unknown];
	readonly fields: Fields;
}

function listed(checked: Checked, path: Path, given: unknown): Listed[] {
	if (Array.isArray(given)) {
		return given.flatMap((fields: unknown, index) => {
			const at = [...path, index];
			if (isFields(fields)) {
				return { at, names: [fields.section, fields.item, fields.measure] as const, fields };
			}
			checked.complain(at, `应为一个单元格的对象，现为 ${shown(fields)}`);
			return [];
		});
	}
	return entriesOf(checked, path, given).flatMap(([section, items]) =>
		entriesOf(checked, [...path, section], items).flatMap(([item, measures]) =>
			entriesOf(checked, [...path, section, item], measures).map(([measure, leaf]): Listed => ({
				at: [...path, section, item, measure],
				names: [section, item, measure],
				fields: isFields(leaf) ? leaf : { raw: leaf }
			}))
		)
	);
}

function entriesOf(checked: Checked, path: Path, given: unknown): [string, unknown][] {
	if (isFields(given) && Object.keys(given).length > 0) return Object.entries(given);
	checked.complain(path, `应为有内容的对象，现为 ${shown(given)}`);
	return [];
}

function cellOf(
	checked: Checked,
	path: Path,
	names: Listed['names'],
	fields: Fields
): RecordedCell | null {
	const before = checked.complaints.length;
	const address = addressIn(checked, path, names);
	const { raw, value, status } = fields;
	if (raw === undefined && value === undefined && status === undefined) {
		checked.complain(path, 'raw、value、status 至少要有一项');
	}
	const cell = {
		raw: rawOf(checked, [...path, 'raw'], raw),
		value: checked.number([...path, 'value'], value),
		status: checked.oneOf([...path, 'status'], status, CODES),
		place: placeOf(checked, path, fields),
		box: boxOf(checked, path, fields)
	};
	return address === null || checked.complaints.length > before ? null : { address, ...cell };
}

function addressIn(checked: Checked, path: Path, names: Listed['names']): Address | null {
	const [section, item, measure] = names;
	if (typeof section !== 'string' || typeof item !== 'string' || typeof measure !== 'string') {
		return checked.complain(path, 'section、item、measure 都要是文字');
	}
	const named = addressNamed(section, item, measure);
	if ('address' in named) return named.address;
	const word = { section, item, measure }[named.unknown];
	return checked.complain(
		path,
		`${names.map((name) => clipped(String(name))).join('/')} 不是表式中的单元格：不认识${UNKNOWN[named.unknown]} ${shown(word)}`
	);
}

function rawOf(checked: Checked, path: Path, raw: unknown): string | null {
	if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
	if (raw === '') return '';
	const words = checked.words(path, raw);
	return words === null && typeof raw === 'string' ? '' : words;
}

function placeOf(checked: Checked, path: Path, fields: Fields): Span | null {
	const [start, end] = (['char_start', 'char_end'] as const).map((name) =>
		checked.whole([...path, name], fields[name], 0, LIMITS.fileBytes)
	);
	if (typeof start === 'number' && typeof end === 'number') return { start, end };
	if (typeof start === 'number' || typeof end === 'number') {
		checked.complain(path, 'char_start 与 char_end 要同时给出');
	}
	return null;
}

const PAGES = 100_000;

function boxOf(checked: Checked, path: Path, { page, box }: Fields): Box | null {
	const number = checked.whole([...path, 'page'], page, 1, PAGES);
	if (box === undefined || box === null) return null;
	const sides: unknown[] = Array.isArray(box) ? box : [];
	const [left, top, right, bottom] = sides.map((side) =>
		typeof side === 'number' && Number.isFinite(side) ? side : undefined
	);
	if (
		sides.length !== 4 ||
		left === undefined ||
		top === undefined ||
		right === undefined ||
		bottom === undefined
	) {
		return checked.complain([...path, 'box'], 'box 应为 [左, 上, 右, 下] 四个数');
	}
	if (number === null) return checked.complain(path, '给出 box 时要同时给出 page');
	return { page: number, left, top, right, bottom };
}
