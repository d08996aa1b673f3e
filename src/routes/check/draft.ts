import type { CheckedReport } from '$lib/check/check';
import type { ShownCell } from '$lib/components/form-cell';
import type { ShownFinding } from '$lib/components/finding';
import { segmentsOf } from '$lib/components/segment';
import {
	editionOf,
	partsOf,
	STATUSES,
	type Cell,
	type FileReason,
	type Language,
	type Report,
	type ToldReason
} from '$lib/form';
import type { Processed } from '$lib/reading/processing';
import { fileFormat } from '$lib/server/file-format';
import { wordsOf } from '$lib/words/words';
import { kindName, levelName, regionName, scopeName, shownFinding } from '../naming';
import { shownIdentities } from '../pair/identity';
import { emptiness, marksOf, shownEvidence, shownNotes } from '../pair/shown';
import type { ReadFile } from './reading';

const told = ({ code, reason, detail }: FileReason): ToldReason => ({
	reason,
	reasonCode: code,
	reasonDetail: detail ?? null
});

const shownCell = ({ place, box, ...cell }: Cell): ShownCell => ({
	...cell,
	start: place?.start ?? null,
	end: place?.end ?? null,
	page: box?.page ?? null,
	correction: null
});

/** The findings of a report in the order of the form, those about all of it first. */
function findingsOf(
	report: Report,
	{ findings }: CheckedReport,
	language: Language
): ShownFinding[] {
	const order = new Map(report.cells.map(({ address }, index) => [address, index]));
	const rank = ({ address }: ShownFinding) => (address === null ? -1 : (order.get(address) ?? -1));
	const { agency, title, year, form, generated } = report;
	return findings
		.map(({ subject, ...finding }, index) => {
			const at = subject === null ? { section: null, item: null, measure: null } : partsOf(subject);
			const row = { ...finding, ...at, findingId: String(index), reportId: '' };
			const of = { agency, title, year, form, generated, isCurrent: true, otherReportId: null };
			// No address can name the words of a report that is in no store.
			return shownFinding({ ...row, ...of, charStart: null, charEnd: null }, language);
		})
		.sort((one, other) => rank(one) - rank(other));
}

/**
 * Whether figures contradict one another as they were read, and the reader did not doubt their
 * place; all other findings are doubts. No agency is told that its sums fail where we may have
 * misread them.
 */
const isFailing = ({ severity, origin }: ShownFinding) =>
	severity === 'error' && origin !== 'reading';

/** Findings by their weight, which the mark of a cell goes by. */
const gravestFirst = (findings: readonly ShownFinding[]) =>
	findings.toSorted(
		(one, other) => Number(other.severity === 'error') - Number(one.severity === 'error')
	);

function answersOf({ tallies }: CheckedReport) {
	const answers = { pass: 0, fail: 0, undecided: 0 };
	for (const { pass, fail, undecided } of tallies.values()) {
		answers.pass += pass;
		answers.fail += fail;
		answers.undecided += undecided;
	}
	return answers;
}

/** A report that is in no store, with all that was found in it, as its page shows it. */
function shownReport(report: Report, checked: CheckedReport, format: string, language: Language) {
	const words = wordsOf(language);
	const cells = report.cells.map(shownCell);
	const findings = findingsOf(report, checked, language);
	const edition = editionOf(report.form);
	const failing = findings.filter(isFailing).length;
	return {
		agency: report.agency,
		year: report.year,
		title: report.title,
		region: regionName(report),
		levelName: levelName(report.level, language),
		kindName: kindName(report.kind, language),
		scopeName: scopeName(report.scope, language),
		publishedOn: report.publishedOn,
		resolved: report.resolved,
		edition: words.report.editionOf(edition.label[language], edition.notice),
		form: report.form,
		generated: report.generated,
		fileFormat: format,
		counts: STATUSES.map((status) => cells.filter((cell) => cell.status === status).length),
		failing,
		doubtful: findings.length - failing,
		answers: answersOf(checked),
		empty: emptiness(report.form, cells),
		cells,
		marks: marksOf(gravestFirst(findings), language),
		segments: segmentsOf(report.text, cells),
		findings,
		identities: shownIdentities(report.form, cells, language),
		evidence: shownEvidence(report.evidence, language),
		notes: shownNotes(report.notes, language)
	};
}

export type DraftReport = ReturnType<typeof shownReport>;

/** One of several reports in a file, in a line. */
export interface DraftMember {
	readonly source: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly failing: number;
	readonly doubtful: number;
	/** Why it is no report; null where it is one. */
	readonly why: ToldReason | null;
	/** Whether it is the report that is shown. */
	readonly shown: boolean;
}

function memberOf({ source, result }: Processed, shown: boolean, language: Language): DraftMember {
	if (!result.ok) {
		const nobody = { agency: null, year: null, failing: 0, doubtful: 0 };
		return { source, ...nobody, why: told(result.why), shown };
	}
	const { report, checked } = result;
	const findings = findingsOf(report, checked, language);
	const failing = findings.filter(isFailing).length;
	const { agency, year } = report;
	return { source, agency, year, failing, doubtful: findings.length - failing, why: null, shown };
}

/** What a checked file turned out to be. */
export interface Draft {
	/** The file's name; empty for pasted text. */
	readonly name: string;
	/** The first report in it; null where there is none. */
	readonly report: DraftReport | null;
	/** Why there is none. */
	readonly why: ToldReason | null;
	/** Every report and every rejected file in it, where it is not just one. */
	readonly members: readonly DraftMember[];
	/** Whether there is more in it than was read. */
	readonly cut: boolean;
}

/** A file that was not even looked at. */
export const refusedDraft = (name: string, why: FileReason): Draft => ({
	name,
	report: null,
	why: told(why),
	members: [],
	cut: false
});

const NO_MEMBERS: FileReason = {
	code: 'no_members',
	reason: '里面没有可以读取的文件；请检查它是否损坏'
};

/** What was read in a file, in the words of its reader. */
export function draftOf(name: string, { pieces, cut, why }: ReadFile, language: Language): Draft {
	const first = pieces.find(({ result }) => result.ok);
	const [only] = pieces;
	if (!only) return refusedDraft(name, why ?? NO_MEMBERS);
	const several = pieces.length > 1 || cut || only.source !== name;
	const members = several ? pieces.map((piece) => memberOf(piece, piece === first, language)) : [];
	if (!first?.result.ok) {
		const reason = only.result.ok ? NO_MEMBERS : only.result.why;
		return { ...refusedDraft(name, reason), members, cut };
	}
	const { report, checked } = first.result;
	const format = fileFormat(first.bytes);
	return {
		name,
		report: shownReport(report, checked, format, language),
		why: null,
		members,
		cut
	};
}
