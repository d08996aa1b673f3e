import { count } from '../../chart/number.ts';

export const check = {
	title: '核一份还没有入库的报告',
	lead: '给出一个文件，或粘贴它的文字，看勾稽从中读到什么、哪里不平、哪些存疑，赶在公布或入库之前。',
	kept: '什么都不保留：不入库，不存文件，不记内容；离开本页，结果也就没有了。',
	form: '要核的报告',
	another: '再核一份',
	file: '文件',
	choose: '选择文件',
	noFile: '还没有选',
	fileHint: (most: string) =>
		`点选，或把文件拖到上面；文本、网页、Word、Excel、PDF，不超过 ${most}。`,
	text: '或粘贴文字',
	textHint: '从网页或文档里连同表格一起复制。选了文件时，以文件为准。',
	go: '核对',
	busy: '正在读取、核对……',
	stop: '停止',
	stopped: '已停止。',
	problems: {
		nothing: '请选一个文件，或粘贴报告的文字。',
		busy: '同时来核对的人太多，请过几秒再试。',
		late: '文件没有在时限内传完，请再试一次。',
		broken: '没有收到完整的内容，请再试一次。',
		failed: '没有得到结果，请再试一次；仍不行时请告诉管理者。'
	},
	rejected: '没有读成报告',
	pasted: '粘贴的文字',
	found: (failing: number, doubtful: number) =>
		`${count(failing)} 处不平，${count(doubtful)} 处存疑`,
	foundNothing: '没有发现不平',
	couldNot: '无从核对',
	terms: '不平、存疑与归因各指什么',
	meaning:
		'不平：照读到的数，数与数的关系不成立。存疑：规则的提醒与提示，和读取时对行列位置已有疑问、须先对照原文的。',
	answers: (pass: number, fail: number, undecided: number) =>
		`逐条规则共核 ${count(pass + fail + undecided)} 处：相符 ${count(pass)}，不符 ${count(fail)}，无法判断 ${count(undecided)}。`,
	alone: '与上一年度、与其他报告的比对（如结转不符、数字雷同）要入库以后才做，这里没有核。',
	cells: '单元格',
	cellCounts: (reported: number, blank: number, missing: number, unreadable: number) =>
		`共 ${count(reported + blank + missing + unreadable)} 格：已填 ${count(reported)}，空白 ${count(blank)}，缺 ${count(missing)}，无法辨认 ${count(unreadable)}`,
	noCells: '没有统一表格',
	agency: '机关',
	year: '年度',
	unsettled:
		'机关或年度还不能确定，依据列在页末：入库时可在清单（manifest）中写明；自己的报告，最好在标题里写全。',
	findings: '不平与存疑',
	print: '打印',
	copy: '复制清单',
	copied: '已复制',
	nothingFound: '各条规则没有发现不平，也没有存疑。',
	members: '文件中的各份',
	membersLead: (read: number) => `文件里有 ${count(read)} 份。`,
	membersCut: (read: number) =>
		`文件里不止这些，只读了前 ${count(read)} 份；其余请分开核对，或读入库中。`,
	membersShown: '下面细看的是第一份报告。',
	membersNone: '没有一份读成报告。',
	member: '成员',
	result: '结果',
	shown: '下面细看的'
};
