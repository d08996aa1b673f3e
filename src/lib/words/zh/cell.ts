export const status = {
	reported: '已填',
	blank: '空白',
	missing: '缺',
	unreadable: '无法辨认',
	notCollected: '未设',
	deduced: '推得'
};

export const cell = {
	blank: '空',
	missing: '缺',
	unreadable: '?',
	notCollected: '未设',
	blankWhy: '表中有此格，未填或为横线',
	missingWhy: '来源中没有此格',
	unreadableWhy: (raw: string) => `此处不是数：“${raw}”`,
	deducedWhy: (value: string) => `由表内合计关系推得 ${value}，来源未写`,
	notCollectedWhy: '本版表式不统计此项',
	inSource: (raw: string) => `原文：“${raw}”`,
	correctedTo: '更正为',
	correctedWhy: (who: string, when: string, why: string) => `${who} ${when} 更正：${why}`,
	findingsHere: (n: number) => `有 ${n} 处异常`
};

export const unit = { count: '件', wan_yuan: '万元' };
