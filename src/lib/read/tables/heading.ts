/** Characters of a heading, and how far above a table one is looked for. */
const HEADING_LENGTH = 60;
const REACH = 40_000;

const HEADING =
	/^[^。，；]*(20\d{2})\s*年?\s*度?[^。，；]*(?:报告|年报|数据|情况|统计)[^。，；]*$|^[（(]?(20\d{2})\s*年?度?[）)]?$/;

/** The year that the last heading above a place names, such as 甲市教育局2020年政府信息公开工作年度报告. */
export function yearAbove(text: string, offset: number): number | null {
	const lines = text.slice(Math.max(0, offset - REACH), offset).split('\n');
	for (const line of lines.reverse()) {
		const words = line.replace(/^[#*\s|]+|[*\s|]+$/g, '').normalize('NFKC');
		const year = words.length <= HEADING_LENGTH ? HEADING.exec(words) : null;
		if (year) return Number(year[1] ?? year[2]);
	}
	return null;
}
