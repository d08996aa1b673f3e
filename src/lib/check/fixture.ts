import {
	FORM_CELLS,
	type Address,
	type Cell,
	type FormCode,
	type NoteCode,
	type Report,
	type Status
} from '../form/index.ts';

/** What a fixture says of a cell: a figure, or a status other than `reported`. */
export type Given = number | Exclude<Status, 'reported'>;

export interface Fixture {
	readonly form?: FormCode;
	readonly year?: number | null;
	/** Cells that are not 0, by address. */
	readonly cells?: Readonly<Record<Address, Given>>;
	/** Sentences before the table. */
	readonly words?: string;
	/** A reader's note on the place of a cell. */
	readonly notes?: readonly { readonly code: NoteCode; readonly at: Address }[];
}

/** A report for tests and for the examples of rules: every cell reports 0 unless said otherwise, one cell a line of its text. */
export function fixtureReport({
	form = '2019',
	year = 2020,
	cells = {},
	words = '',
	notes = []
}: Fixture): Report {
	let text = words;
	const all = FORM_CELLS.get(form)!.map(({ address }): Cell => {
		const given = cells[address] ?? 0;
		const raw = typeof given === 'number' ? `${given}` : given === 'unreadable' ? '见附件' : '';
		const place =
			given === 'missing' ? null : { start: text.length, end: text.length + raw.length };
		text += `${raw}\n`;
		return {
			address,
			status: typeof given === 'number' ? 'reported' : given,
			value: typeof given === 'number' ? given : null,
			raw: place ? raw : null,
			place,
			deduced: null
		};
	});
	const unknown = Object.keys(cells).filter(
		(address) => !all.some((cell) => cell.address === address)
	);
	if (unknown.length > 0) throw new RangeError(`no such cells in ${form}: ${unknown.join(', ')}`);
	return {
		...{ agency: '示例省甲市民政局', kind: 'civil_affairs', level: 'city', scope: 'own' },
		...{ province: '示例省', city: '甲市', county: null, year, publishedOn: null, sourceUrl: null },
		...{ resolved: true, text, title: null, form, generated: true, cells: all, evidence: [] },
		notes: notes.map(({ code, at }) => ({
			code,
			place: all.find(({ address }) => address === at)?.place ?? null,
			about: at
		}))
	};
}
