import { redirect } from '@sveltejs/kit';
import { agencyName } from '$lib/components/agency-name';
import { link } from '$lib/components/link';
import { BadFilter, currentOnly } from '$lib/server/filters';
import { agency, agencyFindings, report } from '$lib/server/queries';
import { asking, type Asking } from '../../asking';
import { textOf } from '../../letter/document';
import { ruleTitle } from '../../naming';
import { letterOf } from './letter';
import type { PageServerLoad } from './$types';

/** The key that asks about one report alone, be it current or superseded. */
const REPORT = 'report';

async function ofReport({ database, filters, words }: Asking, reportId: string) {
	const row = await report(database, reportId);
	if (!row) throw new BadFilter(REPORT, reportId, '没有这份报告', 'there is no such report');
	return {
		name: row.agency ?? words.report.noAgency,
		invented: row.generated,
		findings: await agencyFindings(database, filters, row.reportId)
	};
}

async function ofAgency({ database, filters, words }: Asking) {
	const [id] = filters.agency;
	const row = id === undefined ? null : await agency(database, id);
	if (!row || filters.agency.length > 1) {
		throw new BadFilter('agency', id ?? '', '须指定一个机关', 'one agency must be named');
	}
	return {
		name: agencyName(row, words.agencies.unnamed),
		invented: row.generated,
		findings: await agencyFindings(database, currentOnly(filters))
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { keys: [REPORT] });
	const { search, searchParams } = event.url;
	const reportId = searchParams.get(REPORT) || null;
	// Whom to write to is chosen from the list.
	if (reportId === null && asked.filters.agency.length === 0) {
		redirect(303, link('/findings', search));
	}
	const { name, invented, findings } =
		reportId === null ? await ofAgency(asked) : await ofReport(asked, reportId);
	const { rule } = asked.filters;
	const letter = letterOf(name, findings, rule);
	const { back, backToReport } = asked.words.findings.letter;
	return {
		name,
		/** The rules that it is narrowed to. */
		rules: rule.map((code) => ruleTitle(code, asked.language)),
		letter,
		text: textOf(letter),
		back:
			reportId === null
				? { text: back, href: link('/findings', search) }
				: { text: backToReport, href: `/reports/${reportId}` },
		invented,
		/** The letter about one report has nothing to choose. */
		options: reportId === null ? await asked.options : null
	};
};
