import { LIMITS } from '../../limits.ts';
import { admittedReports, type Bound } from '../condition.ts';
import type { Database } from '../database.ts';
import { currentOnly, filtersToSearch, type Filters } from '../filters.ts';
import type { Page } from '../page.ts';
import { passageOf, type PassagePart } from '../search/passage.ts';
import {
	isSettledByTokens,
	phrasesOf,
	placesOfAll,
	tokensOfAll,
	type Phrase
} from '../search/phrases.ts';
import { firstPlaces, placeCount } from '../search/places.ts';
import { decodePostings } from '../search/postings.ts';
import { partOfBatch } from '../views.ts';

/** A report whose words match, and the passage where they first do. */
export interface WordsRow {
	readonly reportId: string;
	readonly agencyId: string;
	readonly agency: string | null;
	readonly title: string | null;
	readonly year: number | null;
	readonly generated: boolean;
	readonly passage: readonly PassagePart[];
	/** Where the words first stand in the report's text, and how often they do. */
	readonly start: number;
	readonly end: number;
	readonly times: number;
}

/** One page of the reports whose words match. */
export interface WordsPage extends Page<WordsRow> {
	/** Whether `count` was counted; else it is at most so many, with those that only nearly match. */
	readonly exact: boolean;
	/** Reports of this page that have all pairs of characters asked for, but not the phrase. */
	readonly near: number;
}

/** A report that has all the tokens asked for. */
interface Candidate extends Omit<WordsRow, 'passage' | 'start' | 'end' | 'times'> {
	readonly place: number;
}

interface Asked {
	readonly phrases: readonly Phrase[];
	/** Over all places of the index: those of the reports that have all tokens. */
	readonly hits: Uint8Array;
	readonly where: { readonly sql: string; readonly params: Readonly<Record<string, Bound>> };
}

/** The places of the reports that have all of some tokens, as bits from the left. */
async function hitsOf(database: Database, tokens: readonly string[]): Promise<Uint8Array> {
	const { batches } = database.snapshot;
	const rows = await database.rows<{ batch: string; postings: Uint8Array }>(
		'SELECT batch, postings FROM words JOIN (SELECT unnest($tokens) AS token) USING (token)',
		{ tokens }
	);
	const byBatch = new Map<string, Uint8Array[]>();
	for (const { batch, postings } of rows) {
		const known = byBatch.get(batch);
		if (known) known.push(postings);
		else byBatch.set(batch, [postings]);
	}
	const hits = new Uint8Array(Math.max(1, placeCount(batches) / 8));
	for (const { batch, first } of firstPlaces(batches)) {
		const found = byBatch.get(batch.id) ?? [];
		if (found.length < tokens.length) continue;
		const all = found.map((postings) => decodePostings(postings, batch.reports));
		const common = all.reduce((one, other) => one.map((byte, at) => byte & (other[at] ?? 0)));
		hits.set(common, first / 8);
	}
	return hits;
}

/** Newest first; reports of one year as they lie, so that a page's texts are read together. */
async function candidates(
	database: Database,
	{ hits, where }: Asked,
	limit: number,
	offset: number
): Promise<Candidate[]> {
	return database.rows<Candidate>(
		`SELECT report_id AS "reportId", agency_id AS "agencyId", agency, title, year, generated, place
		FROM figures
		WHERE get_bit($hits::BIT, place) = 1 AND ${where.sql}
		ORDER BY year DESC NULLS LAST, place
		LIMIT $limit OFFSET $offset`,
		{ ...where.params, hits, limit, offset }
	);
}

async function countCandidates(database: Database, { hits, where }: Asked): Promise<number> {
	const [row] = await database.rows<{ count: number }>(
		`SELECT count(*) AS count FROM figures WHERE get_bit($hits::BIT, place) = 1 AND ${where.sql}`,
		{ ...where.params, hits }
	);
	return row?.count ?? 0;
}

/** The texts of a few candidates, those of a batch sought in it together, by their ids. */
function fewTexts(rows: readonly Candidate[], batchAt: (place: number) => string) {
	const idsOf = new Map<string, string[]>();
	rows.forEach(({ place }, index) => {
		const batch = batchAt(place);
		idsOf.set(batch, [...(idsOf.get(batch) ?? []), `$report_${index}`]);
	});
	const sought = [...idsOf].map(
		([batch, ids]) => `SELECT report_id AS "reportId", text
			FROM ${partOfBatch('documents', batch)} WHERE report_id IN (${ids.join(', ')})`
	);
	return {
		sql: sought.join(' UNION ALL '),
		params: Object.fromEntries(rows.map(({ reportId }, index) => [`report_${index}`, reportId]))
	};
}

/** The texts of many candidates, in one pass through all. */
function manyTexts(rows: readonly Candidate[], batchAt: (place: number) => string) {
	return {
		sql: `SELECT report_id AS "reportId", text
			FROM documents JOIN (SELECT unnest($reports) AS report_id, unnest($batches) AS batch)
				USING (report_id, batch)`,
		params: {
			reports: rows.map(({ reportId }) => reportId),
			batches: rows.map(({ place }) => batchAt(place))
		}
	};
}

/** The texts of some candidates by their reports. */
async function textsOf(
	database: Database,
	rows: readonly Candidate[]
): Promise<Map<string, string>> {
	const stretches = firstPlaces(database.snapshot.batches);
	const batchAt = (place: number) =>
		stretches.findLast(({ first }) => first <= place)?.batch.id ?? '';
	const few = rows.length <= LIMITS.candidatesAtOnce;
	const { sql, params } = few ? fewTexts(rows, batchAt) : manyTexts(rows, batchAt);
	const texts = await database.rows<{ reportId: string; text: string }>(sql, params);
	return new Map(texts.map(({ reportId, text }) => [reportId, text]));
}

/** The candidates whose texts hold the phrases. */
async function verified(
	database: Database,
	rows: readonly Candidate[],
	phrases: readonly Phrase[]
): Promise<WordsRow[]> {
	if (rows.length === 0) return [];
	const texts = await textsOf(database, rows);
	return rows.flatMap(({ place: _, ...row }) => {
		const text = texts.get(row.reportId) ?? '';
		const places = placesOfAll(text, phrases);
		const [first] = places ?? [];
		if (!places || !first) return [];
		return [{ ...row, ...first, passage: passageOf(text, places), times: places.length }];
	});
}

/** All the candidates looked at, so many at a time that their texts fit in memory. */
async function everyVerified(database: Database, asked: Asked, count: number): Promise<WordsRow[]> {
	const rows: WordsRow[] = [];
	const candidatesOfAll = await candidates(database, asked, count, 0);
	const step = LIMITS.textsAtOnce;
	for (let at = 0; at < candidatesOfAll.length; at += step) {
		rows.push(...(await verified(database, candidatesOfAll.slice(at, at + step), asked.phrases)));
	}
	return rows;
}

/** The share of a page's candidates below which the pairs of characters tell too little. */
const TELLING = 0.8;

/** The page, where only its own candidates were looked at. */
async function pageOfCandidates(
	database: Database,
	asked: Asked,
	{ page }: Filters,
	count: number
): Promise<WordsPage> {
	const size = LIMITS.passageRows;
	const own = await candidates(database, asked, size, (page - 1) * size);
	const rows = await verified(database, own, asked.phrases);
	const pages = Math.max(1, Math.ceil(count / size));
	const exact = isSettledByTokens(asked.phrases);
	return { rows, count, page, pages, exact, near: own.length - rows.length };
}

/** The page, where every candidate was looked at; kept for the other pages. */
async function pageOfVerified(
	database: Database,
	asked: Asked,
	filters: Filters,
	count: number
): Promise<WordsPage> {
	const size = LIMITS.passageRows;
	const key = `verified ${filtersToSearch({ ...filters, page: 1, lang: null })}`;
	const all = await database.cached(key, () => everyVerified(database, asked, count));
	const rows = all.slice((filters.page - 1) * size, filters.page * size);
	const pages = Math.max(1, Math.ceil(all.length / size));
	return { rows, count: all.length, page: filters.page, pages, exact: true, near: 0 };
}

/**
 * The reports whose texts hold all phrases of `q`, newest first; null where `q` has no phrase. The
 * index finds the reports that have all the phrases' pairs of characters; whether the pairs follow
 * one another is seen in the texts: of all candidates where they are few or mostly fail, else of
 * those on the page.
 */
export async function reportsSaying(database: Database, given: Filters): Promise<WordsPage | null> {
	const filters = currentOnly(given);
	const phrases = phrasesOf(filters.q ?? '');
	if (phrases.length === 0) return null;
	const hits = await hitsOf(database, tokensOfAll(phrases));
	const asked: Asked = { phrases, hits, where: admittedReports(filters) };
	const count = await countCandidates(database, asked);
	const settled = isSettledByTokens(phrases);
	if (!settled && count <= LIMITS.candidatesAtOnce) {
		return pageOfVerified(database, asked, filters, count);
	}
	const page = await pageOfCandidates(database, asked, filters, count);
	const telling = page.rows.length >= TELLING * (page.rows.length + page.near);
	if (settled || telling || count > LIMITS.candidates) return page;
	return pageOfVerified(database, asked, filters, count);
}
