import { error } from '@sveltejs/kit';
import type { CellMark, ShownCell, ShownCorrection } from '$lib/components/form-cell';
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
	type CorrectionRow,
	type FindingRow
} from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import {
	cellName,
	kindName,
	levelName,
	regionName,
	ruleTitle,
	scopeName,
	severityName,
	shownFinding
} from '../../../naming';
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

/** The gravest finding of each cell; findings come errors first. */
function marksOf(findings: readonly FindingRow[], titleOf: (row: FindingRow) => string) {
	const marks = new Map<string, CellMark>();
	for (const finding of findings) {
		const { section, item, measure } = finding;
		if (section === null || item === null || measure === null) continue;
		const address = addressOf(section, item, measure);
		const known = marks.get(address);
		marks.set(address, {
			severity: known?.severity ?? finding.severity,
			count: (known?.count ?? 0) + 1,
			message: [known?.message, titleOf(finding)].filter(Boolean).join('\n')
		});
	}
	return marks;
}

function emptiness(
	hasForm: boolean,
	cells: readonly { status: string }[]
): 'noForm' | 'tableLost' | null {
	if (!hasForm) return 'noForm';
	return cells.every(({ status }) => status === 'missing') ? 'tableLost' : null;
}

/**
 * A report with its form and its text. It stands apart from what is asked about one cell, so that
 * choosing a cell does not send them again: nothing here may read the query string.
 */
export const load: LayoutServerLoad = async ({ params, locals }) => {
	const database = await locals.database();
	const { language } = locals;
	const words = wordsOf(language);
	const row = await report(database, params.id);
	if (!row) error(404, { message: words.report.notFound });
	const [cellRows, document, findings, correctionRows, siblings] = await Promise.all([
		reportCells(database, row.reportId),
		reportDocument(database, row.reportId),
		reportFindings(database, row.reportId),
		reportCorrections(database, row.reportId),
		row.year === null ? [] : siblingReports(database, row.agencyId)
	]);
	const corrections = correctionRows.map(shownCorrection);
	const corrected = new Map(corrections.map((correction) => [correction.address, correction]));
	const cells = cellRows.map((cell) =>
		shownCell(cell, corrected.get(addressOf(cell.section, cell.item, cell.measure)) ?? null)
	);
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
		empty: emptiness(edition.sections.length > 0, cells),
		cells,
		corrections: corrections.map((correction) => ({
			...correction,
			name: cellName(correction.address, language, row.form) ?? correction.address
		})),
		marks: marksOf(
			findings,
			(finding) =>
				`${severityName(finding.severity, language)}${words.colon}${ruleTitle(finding.rule, language)}`
		),
		segments: segmentsOf(document?.text ?? '', cells),
		evidence: (document?.evidence ?? []).map((evidence) => ({
			...evidence,
			text:
				evidence.subject === 'scope'
					? (scopeName(evidence.text, language) ?? evidence.text)
					: evidence.text
		})),
		notes: document?.notes ?? [],
		findings: findings.map((finding) => shownFinding(finding, language))
	};
};
