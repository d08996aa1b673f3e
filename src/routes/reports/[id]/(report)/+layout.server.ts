import { error } from '@sveltejs/kit';
import type { ShownCell, ShownCorrection } from '$lib/components/form-cell';
import { segmentsOf } from '$lib/components/segment';
import { addressOf, editionOf } from '$lib/form';
import {
	report,
	reportCells,
	reportCorrections,
	reportDocument,
	reportFindings,
	siblingReports,
	type CellRow,
	type CorrectionRow
} from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import {
	cellName,
	kindName,
	levelName,
	regionName,
	scopeName,
	shownFinding
} from '../../../naming';
import { shownIdentities } from '../../../pair/identity';
import { emptiness, marksOf, shownEvidence, shownNotes } from '../../../pair/shown';
import type { LayoutServerLoad } from './$types';

const shownCorrection = ({ section, item, measure, ...said }: CorrectionRow): ShownCorrection => ({
	address: addressOf(section, item, measure),
	...said
});

const shownCell = (row: CellRow, correction: ShownCorrection | null): ShownCell => ({
	address: addressOf(row.section, row.item, row.measure),
	status: row.status,
	value: row.value,
	raw: row.raw,
	deduced: row.deduced,
	start: row.charStart,
	end: row.charEnd,
	page: row.page,
	correction
});

/**
 * A report with its form and its text. It stands apart from what is asked about one cell, so that
 * choosing a cell does not send them again: nothing here may read the query string.
 */
export const load: LayoutServerLoad = async ({ params, locals }) => {
	const database = await locals.database();
	const { language } = locals;
	const words = wordsOf(language);
	const { id } = params;
	// Only its siblings wait for the report, which tells whose it is.
	const asking = report(database, id);
	const [row, cellRows, document, findings, correctionRows, siblings] = await Promise.all([
		asking,
		reportCells(database, id),
		reportDocument(database, id),
		reportFindings(database, id),
		reportCorrections(database, id),
		asking.then((own) =>
			own === null || own.year === null ? [] : siblingReports(database, own.agencyId)
		)
	]);
	if (!row) error(404, { message: words.report.notFound });
	const corrections = correctionRows.map(shownCorrection);
	const corrected = new Map(corrections.map((correction) => [correction.address, correction]));
	const cells = cellRows.map((cell) =>
		shownCell(cell, corrected.get(addressOf(cell.section, cell.item, cell.measure)) ?? null)
	);
	const shown = findings.map((finding) => shownFinding(finding, language));
	const edition = editionOf(row.form);
	return {
		report: {
			...row,
			kindName: kindName(row.kind, language),
			levelName: levelName(row.level, language),
			scopeName: scopeName(row.scope, language),
			region: regionName(row),
			original: words.report.originalOf(row.fileFormat, row.fileBytes),
			edition: words.report.editionOf(edition.label[language], edition.notice)
		},
		siblings,
		/** Why there is no figure to see: the year has no form, or the table was lost. */
		empty: emptiness(row.form, cells),
		cells,
		corrections: corrections.map((correction) => ({
			...correction,
			name: cellName(correction.address, language, row.form) ?? correction.address
		})),
		marks: marksOf(shown, language),
		segments: segmentsOf(document?.text ?? '', cells),
		evidence: shownEvidence(document?.evidence ?? [], language),
		notes: shownNotes(document?.notes ?? [], language),
		findings: shown,
		identities: shownIdentities(row.form, cells, language)
	};
};
