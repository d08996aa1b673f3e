import type { Words } from '../zh.ts';
import { count } from '../../chart/number.ts';

export const original: Words['original'] = {
	title: (report, page) => `${report}: page ${count(page)} of the original file`,
	noPage: 'This report has no such page: its original file is no PDF, or the number is wrong',
	pages: 'Pages with cells',
	loading: 'Opening the original file…',
	failed:
		'This page cannot be drawn. Reload to try again, or open it in a PDF reader with the link above.',
	beyond: (pages) => `This PDF has only ${count(pages)} pages. Go back a page.`,
	noScript:
		'Scripts are off, so the page cannot be shown here. Open it in a PDF reader with the link above.',
	open: 'Open this page in a PDF reader',
	back: 'Back to the report',
	backToCell: 'Back to this cell in the form',
	elsewhere: 'This cell is not on this page; see',
	choose: 'Choose a cell below, and its place is marked on the page.',
	cells: (n) => `Cells on this page (${count(n)})`,
	none: 'No cell stands on this page; see',
	picture: (page) => `Page ${count(page)} of the original file, as a picture`,
	zoom: 'Zoom',
	smaller: 'Smaller',
	larger: 'Larger',
	fit: 'Fit to width',
	keys: 'Keys on the page: ← → turn pages, + − zoom, 0 fits to width.'
};
