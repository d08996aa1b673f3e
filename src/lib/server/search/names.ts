import type { DuckDBConnection } from '@duckdb/node-api';
import { divisionsNamed, formerDivisions, nameOf } from '../../form/divisions.ts';
import { AppendedTable } from '../appended-table.ts';
import { writePart } from '../part.ts';
import { SCHEMAS } from '../tables.ts';
import { spellingOf, type Spelling } from './pinyin.ts';
import { foldedText } from './units.ts';

interface Region {
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

/** An agency, or a region where there is no id. */
interface Named extends Region {
	readonly agencyId: string | null;
	readonly name: string;
	readonly generated: boolean;
}

/** What divisions of a region were called in other years, each with its name in the region. */
function renamings({ province, city, county }: Region): { own: string; other: string }[] {
	return [city, county].flatMap((own) => {
		if (own === null) return [];
		const division = divisionsNamed(own).find(
			(one) => one.province === province && (own === city || one.city === city)
		);
		if (!division) return [];
		const now = division.former?.now;
		const others = now ? [now, ...formerDivisions(now)] : formerDivisions(division);
		return others.map(nameOf).flatMap((other) => (other === own ? [] : [{ own, other }]));
	});
}

/** The other names that a name has, or had, because its division was renamed, merged or raised. */
export function otherNames(named: Named): string[] {
	const others = renamings(named)
		.filter(({ own }) => named.name.includes(own))
		.map(({ own, other }) => named.name.replace(own, other));
	return [...new Set(others)].filter((name) => name !== named.name);
}

/** A name behind its region, where it does not tell it: 朝阳县瓦房子镇 for 瓦房子镇. */
function inRegion({ agencyId, name, province, city, county }: Named): string[] {
	const own = county ?? city ?? province;
	return agencyId === null || own === null || name.includes(own) ? [] : [own + name];
}

/** The pieces of a name that many names share: its regions, and the organ behind them. */
function piecesOf({ name, province, city, county }: Named): string[] {
	const pieces: string[] = [];
	let rest = name;
	for (const region of [province, city, county]) {
		if (region === null || region === '' || !rest.startsWith(region)) continue;
		pieces.push(region);
		rest = rest.slice(region.length);
	}
	return rest === '' ? pieces : [...pieces, rest];
}

/** Spells names piece by piece, each piece once: a name takes 50 µs, and an office has 200,000. */
function speller(): (named: Named) => Spelling {
	const known = new Map<string, Spelling>();
	const spelt = (piece: string) => {
		const before = known.get(piece);
		if (before) return before;
		const spelling = spellingOf(piece);
		known.set(piece, spelling);
		return spelling;
	};
	return (named) => {
		const pieces = piecesOf(named).map(spelt);
		return {
			initials: pieces.map(({ initials }) => initials).join(''),
			pinyin: pieces.map(({ pinyin }) => pinyin).join('')
		};
	};
}

/** Everything that has a name: the agencies of `work.reports`, by their titles where unsettled, and their regions. */
const NAMED = `
	SELECT agency_id AS "agencyId",
		coalesce(arg_max(agency, (coalesce(year, -1), report_id)), max(title)) AS name,
		arg_max(province, report_id) AS province, arg_max(city, report_id) AS city,
		arg_max(county, report_id) AS county, bool_and(generated) AS generated
	FROM work.reports GROUP BY agency_id HAVING name IS NOT NULL
	UNION ALL
	SELECT NULL, coalesce(county, city, province), province, city, county, bool_and(generated)
	FROM (
		SELECT province, NULL AS city, NULL AS county, generated FROM work.reports
		UNION ALL SELECT province, city, NULL, generated FROM work.reports WHERE city IS NOT NULL
		UNION ALL SELECT province, city, county, generated FROM work.reports WHERE county IS NOT NULL
	)
	WHERE province IS NOT NULL GROUP BY province, city, county`;

/** What the roster calls agencies with reports, today and before. */
const ROSTERED = `
	SELECT organs.agency_id AS "agencyId", names.agency AS name, former,
		organs.province, organs.city, organs.county, organs.generated
	FROM work.roster_names AS names JOIN work.organs USING (line)
	JOIN work.agencies ON agencies.agency_id = organs.agency_id
	ORDER BY line, former`;

/** Writes the part of all names, by which agencies and regions are found. */
export async function writeNames(connection: DuckDBConnection, store: string): Promise<string> {
	const reader = await connection.runAndReadAll(NAMED);
	const rostered = await connection.runAndReadAll(ROSTERED);
	const table = await AppendedTable.create(connection, 'names', SCHEMAS.names);
	const spell = speller();
	const written = new Set<string>();
	const addAll = (named: Named, former: boolean) => {
		const { agencyId, province, city, county, generated } = named;
		const add = (name: string, former: boolean) => {
			const key = [agencyId ?? [province, city, county].join(), name].join();
			if (written.has(key)) return;
			written.add(key);
			const { initials, pinyin } = spell({ ...named, name });
			table.add([
				name,
				agencyId,
				province,
				city,
				county,
				generated,
				former,
				foldedText(name),
				initials,
				pinyin
			]);
		};
		add(named.name, former);
		for (const name of inRegion(named)) add(name, former);
		for (const name of otherNames(named)) add(name, true);
	};
	for (const named of reader.getRowObjects() as unknown as Named[]) addAll(named, false);
	type Rostered = Named & { readonly former: boolean };
	for (const { former, ...named } of rostered.getRowObjects() as unknown as Rostered[]) {
		addAll(named, former);
	}
	table.close();
	return writePart(
		connection,
		store,
		'names',
		'FROM work.names ORDER BY agency_id NULLS FIRST, province, city, county, former, name'
	);
}
