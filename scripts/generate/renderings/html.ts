import { expanded, type Draft, type Grid, type Part, type Row, type Slot } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import type { Rendering } from './rendering.ts';

export const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Style {
	cell(slot: Slot, random: Random): string;
	heading(text: string): string;
	paragraph(text: string): string;
	table(rows: string): string;
	/** Whether merged cells are written as spans, or as empty cells beside the first. */
	readonly spans: boolean;
}

function spansOf({ across, down }: Slot): string {
	return `${across === 1 ? '' : ` colspan="${across}"`}${down === 1 ? '' : ` rowspan="${down}"`}`;
}

function tableRows(grid: Grid, style: Style, random: Random): string {
	const flat = style.spans ? null : expanded(grid);
	const lines = grid.rows.map((row, index) => {
		const cells = flat
			? flat[index]!.map((place) =>
					place ? style.cell({ ...place, across: 1, down: 1 }, random) : '<td></td>'
				)
			: row.slots.map((cell) => style.cell(cell, random));
		return `<tr${row.attributes}>${cells.join('')}</tr>`;
	});
	return lines
		.map((line, index) =>
			grid.breaks.has(grid.rows[index] as Row) ? `</table>\n<table border="1">${line}` : line
		)
		.join('\n');
}

export function htmlOf(parts: readonly Part[], style: Style, random: Random): string {
	return parts
		.map((part) => {
			if (part.kind === 'table') return style.table(tableRows(part.grid, style, random));
			return part.kind === 'heading' ? style.heading(part.text) : style.paragraph(part.text);
		})
		.join('\n');
}

const plainCell = (cell: Slot) =>
	`<td${spansOf(cell)}>${cell.markup ?? (cell.text === '' ? '&nbsp;' : escaped(cell.text))}</td>`;

const SPANS: Style = {
	cell: (cell) => plainCell(cell),
	heading: (text) => `<h3>${escaped(text)}</h3>`,
	paragraph: (text) => `<p>${escaped(text)}</p>`,
	table: (rows) => `<table border="1">\n<tbody>${rows}</tbody></table>`,
	spans: true
};

const FLAT: Style = {
	...SPANS,
	spans: false,
	heading: (text) => `<p><strong>${escaped(text)}</strong></p>`
};

/** Word cuts a run wherever a font or an editing session changes. */
function runs(text: string, random: Random): string {
	const pieces: string[] = [];
	for (let rest = text; rest !== '';) {
		const length = /^\d/.test(rest) ? rest.length : 1 + random.below(4);
		pieces.push(rest.slice(0, length));
		rest = rest.slice(length);
	}
	return pieces
		.map(
			(piece) =>
				`<span lang=EN-US style='font-size:10.5pt;font-family:宋体'>${escaped(piece)}</span>`
		)
		.join('');
}

const WORD: Style = {
	cell: (cell, random) =>
		`<td width=66${spansOf(cell).replaceAll('"', '')} style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal align=center>${cell.markup ?? (runs(cell.text, random) || '<span lang=EN-US>&nbsp;<o:p></o:p></span>')}</p></td>`,
	heading: (text) =>
		`<p class=MsoNormal style='text-indent:32.0pt'><b><span style='font-family:黑体'>${escaped(text)}</span></b></p>`,
	paragraph: (text) =>
		`<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>${escaped(text)}</span></p>`,
	table: (rows) =>
		`<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>${rows}</table>`,
	spans: true
};

function body(draft: Draft, style: Style, random: Random): string {
	return htmlOf([...draft.before, ...draft.parts, ...draft.after], style, random);
}

function page(title: string, inside: string, charset = 'utf-8'): string {
	return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="${charset}"><title>${escaped(title)}</title></head>\n<body>\n${inside}\n</body></html>\n`;
}

const source = ({ prose }: Draft) =>
	prose.sourceLine ? `<p>${escaped(prose.sourceLine)}</p>` : '';

function plainPage(name: string, style: Style): Rendering {
	return {
		...{ name, extension: 'html', medium: 'html', losesEmpty: false },
		render: (draft, random) =>
			page(
				draft.title,
				`<h1>${escaped(draft.title)}</h1>\n${source(draft)}\n${body(draft, style, random)}`
			)
	};
}

const NAVIGATION = ['首页', '新闻动态', '政务公开', '办事服务', '互动交流']
	.map((word) => `<li><a href="#">${word}</a></li>`)
	.join('');

/** A site’s page: navigation, breadcrumbs, a table of metadata, and tables that only lay it out. */
function sitePage(draft: Draft, random: Random, charset: string): string {
	const { prose, agency, year } = draft;
	const metadata = `<table class="meta"><tr><td>索引号</td><td>0141${random.below(9000) + 1000}/${year + 1}-00${random.below(90) + 10}</td><td>主题分类</td><td>政府信息公开年报</td></tr><tr><td>发布机构</td><td>${agency.name}</td><td>生成日期</td><td>${prose.sourceLine?.slice(5, 15) ?? ''}</td></tr></table>`;
	const inside = `<div id="nav"><ul>${NAVIGATION}</ul></div>
<div class="position">${escaped(prose.breadcrumb ?? '')}</div>
<table width="1000" align="center"><tr><td width="200"><ul><li><a href="#">${year - 1}年年报</a></li><li><a href="#">${year}年年报</a></li></ul></td><td>
${metadata}
<h1>${escaped(draft.title)}</h1>
<div id="zoom">${body(draft, SPANS, random)}</div>
</td></tr></table>
<div id="footer">主办单位：${agency.province}${agency.city}人民政府 备案号：0500${random.below(9000) + 1000}号 访问量：${random.below(90000)}</div>`;
	return page(`${draft.title}-${agency.city}人民政府网站`, inside, charset);
}

export const HTML_RENDERINGS: readonly Rendering[] = [
	plainPage('html-spans', SPANS),
	plainPage('html-flat', FLAT),
	plainPage('html-word', WORD),
	{
		...{ name: 'html-site', extension: 'html', medium: 'html', losesEmpty: false },
		render: (draft, random) => sitePage(draft, random, 'utf-8')
	},
	{
		...{ name: 'html-site-gb', extension: 'html', medium: 'html', losesEmpty: false },
		encoding: 'gb18030',
		render: (draft, random) => sitePage(draft, random, 'gb2312')
	}
];

/** HTML tables among the paragraphs of a Markdown file. */
export const MARKDOWN_WITH_HTML: Rendering = {
	...{ name: 'md-html', extension: 'md', medium: 'html', losesEmpty: false },
	render: (draft, random) => {
		const style: Style = {
			...SPANS,
			heading: (text) => `\n## ${text}\n`,
			paragraph: (text) => `${text}\n`,
			table: (rows) => `\n<table>${rows}</table>\n`
		};
		return `# ${draft.title}\n\n${draft.prose.sourceLine ?? ''}\n\n${body(draft, style, random)}\n`;
	}
};
