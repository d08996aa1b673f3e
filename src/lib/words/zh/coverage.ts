import { count } from '../../chart/number.ts';

export const coverage = {
	title: (filed: number, cells: number, agencies: number) =>
		`${count(agencies)} 个机关，${count(cells)} 个机关年度中有 ${count(filed)} 个已收录报告`,
	titleEmpty: '填报情况',
	lead: '应报名单尚未提供，这里只列出曾有报告的机关；空格表示未收录，不等于未发布。',
	grid: '机关与年度',
	filed: '已收录',
	absent: '未收录',
	unresolved: '机关或年度未定的报告',
	rejected: '未收录的文件',
	noUnresolved: '所有报告的机关与年度都已确定。',
	noRejected: '没有被拒收的文件。',
	source: '文件',
	format: '格式',
	archives: (n: number) =>
		`另有 ${count(n)} 个压缩包或装有多份报告的文件，其中的文件各占一行，写作“压缩包/里面的路径”。`,
	reason: '原因与办法',
	known: '已知',
	candidates: '可能是（出处）',
	settle:
		'下载下面的清单，填上空着的机关或年度，再读入：npm run ingest -- 原来的文件夹 --manifest 清单.csv。',
	manifest: (n: number) => `下载待填清单（CSV，${count(n)} 行）`,
	why: {
		unresolved: '依据不足，机关或年度未定；可在清单（manifest）中写明后重新导入。',
		rejected: '未能读成报告，原因如下：'
	},
	open: '查看',
	showing: (shown: number, all: number) => `显示前 ${count(shown)} 个，共 ${count(all)} 个`,
	all: '全部列出',
	back: '回到填报情况'
};
