import { KINDS } from './kinds.ts';
import type { Label } from './label.ts';

/** A level of administration, from the State Council's own organs down to townships. */
export const LEVELS = [
	{ code: 'national', label: { zh: '国家级', en: 'National' } },
	{ code: 'province', label: { zh: '省级', en: 'Province' } },
	{ code: 'city', label: { zh: '市级', en: 'City' } },
	{ code: 'county', label: { zh: '县级', en: 'County' } },
	{ code: 'township', label: { zh: '乡级', en: 'Township' } }
] as const satisfies readonly { code: string; label: Label }[];
export type Level = (typeof LEVELS)[number]['code'];

/**
 * Whose figures a report holds: `own`, or `consolidated` with those of the departments and the
 * level below. The two are never added (domain: “Own figures and rolled-up figures”).
 */
export const SCOPES = [
	{ code: 'own', label: { zh: '本机关数据', en: 'Own figures' } },
	{ code: 'consolidated', label: { zh: '汇总数据', en: 'Rolled-up figures' } }
] as const satisfies readonly { code: string; label: Label }[];
export type Scope = (typeof SCOPES)[number]['code'];

/** The region and the government that an agency belongs to, in front of its own name. */
const OF_GOVERNMENT = /^.*?人民政府(?=..)/;

/** The words of KINDS by where they stand in a name, in the table's order. */
const TESTS: readonly (readonly [code: string, fits: (name: string) => boolean])[] = KINDS.flatMap(
	({ code, names }) =>
		names.map((name): [string, (agency: string) => boolean] => {
			const end = name.slice(0, -1);
			return name.endsWith('$')
				? [code, (agency) => agency.endsWith(end)]
				: [code, (agency) => agency.includes(name)];
		})
);

const MEMORY = 20_000;
const known = new Map<string, string>();

/** The kind of an agency, told from its name; `other` where no entry of the table fits. */
export function kindOf(agency: string): string {
	const remembered = known.get(agency);
	if (remembered !== undefined) return remembered;
	const ofOffice = TESTS.find(([code, fits]) => code === 'general_office' && fits(agency));
	const own = agency.replace(OF_GOVERNMENT, '');
	const code = ofOffice?.[0] ?? TESTS.find(([, fits]) => fits(own))?.[0] ?? 'other';
	if (known.size >= MEMORY) known.clear();
	known.set(agency, code);
	return code;
}
