import type { Evidence, ManifestRow } from '../../form/index.ts';
import { identify, type Identified } from '../identity/identity.ts';
import type { Passages } from '../identity/passages.ts';
import type { RecordedReport } from './recorded-report.ts';

/** Settles who reports from the manifest, the record's own fields, and its text, in that order. */
export function identifyRecord(
	record: RecordedReport,
	passages: Passages,
	source: string,
	manifest: ManifestRow | null
): Identified {
	const told = withRecord(record, source, manifest);
	const said = manifest?.agency ? null : record.agency;
	const named = said === null ? null : asTitled(said, passages, source, told);
	const { identity, evidence, agencySettled } = identify(passages, source, {
		...told,
		agency: named?.agency ?? told.agency
	});
	const settled = agencySettled && (named?.settled ?? true);
	return {
		identity: {
			...identity,
			level: settled ? identity.level : told.level,
			resolved: identity.resolved && settled
		},
		evidence: attributed(evidence, record, manifest),
		agencySettled: settled
	};
}

/**
 * The agency that a record's name stands for if it stood in a title: 教育局 alone settles nothing,
 * as everywhere but in the manifest, unless the text or the region says whose.
 */
function asTitled(
	name: string,
	passages: Passages,
	source: string,
	told: ManifestRow
): { agency: string; settled: boolean } {
	const words = `${name}政府信息公开工作年度报告`;
	const title = { start: 0, end: words.length, words, unseen: true };
	const others = passages.title ? [passages.title] : [];
	const { identity, agencySettled } = identify(
		{ ...passages, title, pageTitles: [...others, ...passages.pageTitles] },
		source,
		{ ...told, agency: null }
	);
	const agency = identity.agency?.endsWith(name) ? identity.agency : null;
	return { agency: agency ?? name, settled: agencySettled && agency !== null };
}

/** What the manifest says, and what the record says where that has no word. */
function withRecord(
	record: RecordedReport,
	source: string,
	manifest: ManifestRow | null
): ManifestRow {
	const region = placed(manifest) ? manifest : record;
	return {
		source,
		agency: manifest?.agency ?? record.agency,
		province: region.province,
		city: region.city,
		county: region.county,
		level: manifest?.level ?? record.level,
		kind: manifest?.kind ?? record.kind,
		scope: manifest?.scope ?? record.scope,
		year: manifest?.year ?? record.year,
		publishedOn: manifest?.publishedOn ?? record.publishedOn,
		sourceUrl: manifest?.sourceUrl ?? record.sourceUrl,
		supersedes: manifest?.supersedes ?? null
	};
}

const placed = (row: ManifestRow | null): row is ManifestRow =>
	row !== null && (row.province ?? row.city ?? row.county) !== null;

/** Gives the record its own words: what it was followed in, and what the manifest overrode. */
function attributed(
	evidence: readonly Evidence[],
	record: RecordedReport,
	manifest: ManifestRow | null
): Evidence[] {
	const region = [record.province, record.city, record.county].filter((part) => part !== null);
	const words: [Evidence['subject'], string | null, boolean][] = [
		['agency', record.agency, (manifest?.agency ?? null) !== null],
		['region', region.length > 0 ? region.join(' ') : null, placed(manifest)],
		['scope', record.scope, (manifest?.scope ?? null) !== null],
		['year', record.year?.toString() ?? null, (manifest?.year ?? null) !== null],
		['published_on', record.publishedOn, (manifest?.publishedOn ?? null) !== null]
	];
	const fromRecord = new Set(words.filter(([, said, over]) => said && !over).map(([of]) => of));
	return [
		...evidence.map((piece): Evidence => {
			if (piece.source !== 'manifest' || !fromRecord.has(piece.subject)) return piece;
			const text = piece.subject === 'agency' ? record.agency : null;
			return { ...piece, source: 'record', text: text ?? piece.text };
		}),
		...words.flatMap(([subject, text, overruled]): Evidence[] =>
			text !== null && overruled
				? [{ subject, source: 'record', text, place: null, used: false }]
				: []
		)
	];
}
