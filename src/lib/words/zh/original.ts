import { count } from '../../chart/number.ts';

export const original = {
	title: (report: string, page: number) => `${report}：原始文件第 ${count(page)} 页`,
	noPage: '这份报告没有这样的页：原始文件不是 PDF，或页码不对',
	pages: '单元格所在页',
	loading: '正在打开原始文件……',
	failed: '这一页画不出来。请刷新再试，或用上面的链接在 PDF 阅读器中打开。',
	beyond: (pages: number) => `这份 PDF 只有 ${count(pages)} 页。请往前翻。`,
	noScript: '浏览器没有运行脚本，不能在这里显示页面。请用上面的链接在 PDF 阅读器中打开。',
	open: '在 PDF 阅读器中打开此页',
	back: '回到报告',
	backToCell: '回到表中此格',
	elsewhere: '此格不在本页，请看',
	choose: '在下面选一格，页面上会框出它的位置。',
	cells: (n: number) => `本页的单元格（${count(n)}）`,
	none: '本页没有单元格，请看',
	picture: (page: number) => `原始文件第 ${count(page)} 页的画面`,
	zoom: '缩放',
	smaller: '缩小',
	larger: '放大',
	fit: '适合宽度',
	keys: '页面上的键：← → 翻页，+ − 缩放，0 适合宽度。'
};
