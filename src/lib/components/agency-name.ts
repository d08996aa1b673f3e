/** A title that names somebody: a bare year, as in “# 2021”, does not. */
const NAMES_SOMEBODY = /\p{Script=Han}{2}/u;

/** What an agency is called: by the title of its report where its name is not settled. */
export function agencyName(
	{ agency, title }: { readonly agency: string | null; readonly title: string | null },
	unnamed: string
): string {
	if (agency !== null) return agency;
	return title !== null && NAMES_SOMEBODY.test(title) ? title : unnamed;
}
