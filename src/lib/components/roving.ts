/**
 * Keys that move through the cells of a form: of all its links one is in the order of tabs, and the
 * arrows go from it to its neighbours. Left and right stay in the row, up and down go to what
 * stands nearest above and below, from table to table.
 */
const cellsIn = (form: Element) => [
	...form.querySelectorAll<HTMLAnchorElement>('td[data-address] > a')
];

const rowsIn = (form: Element): HTMLAnchorElement[][] =>
	[...form.querySelectorAll('tr')]
		.map((row) => [...row.querySelectorAll<HTMLAnchorElement>('td[data-address] > a')])
		.filter((row) => row.length > 0);

const middleOf = (cell: Element) => {
	const { left, right } = cell.getBoundingClientRect();
	return (left + right) / 2;
};

function nearest(row: readonly HTMLAnchorElement[] | undefined, to: Element) {
	const distance = (cell: Element) => Math.abs(middleOf(cell) - middleOf(to));
	return row?.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** The cell that a key leads to; none where it leads nowhere. */
function target(form: Element, from: HTMLAnchorElement, key: string) {
	const rows = rowsIn(form);
	const at = rows.findIndex((row) => row.includes(from));
	const row = rows[at] ?? [];
	switch (key) {
		case 'ArrowLeft':
			return row[row.indexOf(from) - 1];
		case 'ArrowRight':
			return row[row.indexOf(from) + 1];
		case 'ArrowUp':
			return nearest(rows[at - 1], from);
		case 'ArrowDown':
			return nearest(rows[at + 1], from);
		case 'Home':
			return row[0];
		case 'End':
			return row.at(-1);
		default:
			return undefined;
	}
}

/** Makes one cell the form's stop in the order of tabs. */
export function stopAt(form: Element, cell: HTMLAnchorElement | null | undefined): void {
	for (const other of cellsIn(form)) other.tabIndex = other === cell ? 0 : -1;
}

/** Keeps the keys of a form's cells; the first cell is the stop until another has the focus. */
export function rove(form: HTMLElement): () => void {
	stopAt(
		form,
		form.querySelector<HTMLAnchorElement>('td[data-address].lit > a') ?? cellsIn(form)[0]
	);
	const cellOf = (event: Event) =>
		event.target instanceof Element
			? event.target.closest<HTMLAnchorElement>('td[data-address] > a')
			: null;
	const press = (event: KeyboardEvent) => {
		const from = cellOf(event);
		if (!from || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		const to = target(form, from, event.key);
		if (!to) return;
		event.preventDefault();
		to.focus();
	};
	const enter = (event: Event) => {
		const cell = cellOf(event);
		if (cell) stopAt(form, cell);
	};
	form.addEventListener('keydown', press);
	form.addEventListener('focusin', enter);
	return () => {
		form.removeEventListener('keydown', press);
		form.removeEventListener('focusin', enter);
	};
}
