/** A department's line of work: how many figures of each sort are usual in a year for a county's. */
export interface Department {
	readonly name: string;
	readonly kind: string;
	readonly licensing: number;
	readonly services: number;
	readonly penalties: number;
	readonly coercion: number;
	readonly applications: number;
}

function department(
	name: string,
	kind: string,
	[licensing, services, penalties, coercion, applications]: readonly [
		number,
		number,
		number,
		number,
		number
	]
): Department {
	return { name, kind, licensing, services, penalties, coercion, applications };
}

/** Departments that most governments have, the ones with the most telling figures first. */
export const DEPARTMENTS: readonly Department[] = [
	department('民政局', 'civil_affairs', [30, 400, 1, 0, 2]),
	department('市场监督管理局', 'market', [2500, 300, 180, 12, 9]),
	department('自然资源局', 'natural_resources', [260, 500, 15, 2, 40]),
	department('教育局', 'education', [40, 150, 0, 0, 3]),
	department('公安局', 'public_security', [1800, 3000, 900, 120, 12]),
	department('住房和城乡建设局', 'housing', [320, 200, 30, 1, 30]),
	department('人力资源和社会保障局', 'human_resources', [60, 2600, 6, 0, 6]),
	department('卫生健康委员会', 'health', [240, 180, 60, 3, 3]),
	department('交通运输局', 'transport', [600, 150, 220, 30, 4]),
	department('生态环境局', 'environment', [45, 30, 40, 5, 8]),
	department('城市管理局', 'urban_management', [180, 20, 260, 40, 10]),
	department('农业农村局', 'agriculture', [70, 260, 20, 2, 5]),
	department('应急管理局', 'emergency', [50, 10, 25, 1, 2]),
	department('司法局', 'justice', [12, 90, 0, 0, 4]),
	department('财政局', 'finance', [8, 20, 1, 0, 4]),
	department('水利局', 'water', [60, 20, 8, 1, 3]),
	department('文化和旅游局', 'culture_tourism', [45, 40, 12, 0, 1]),
	department('商务局', 'commerce', [25, 30, 1, 0, 1]),
	department('医疗保障局', 'medical_insurance', [0, 900, 3, 0, 1]),
	department('发展和改革委员会', 'development_reform', [90, 60, 1, 0, 6]),
	department('工业和信息化局', 'industry', [6, 20, 1, 0, 1]),
	department('科学技术局', 'science_technology', [1, 25, 0, 0, 0.4]),
	department('统计局', 'statistics', [0, 4, 2, 0, 0.6]),
	department('审计局', 'audit', [0, 0, 0, 0, 0.8]),
	department('退役军人事务局', 'veterans', [0, 160, 0, 0, 0.8]),
	department('林业局', 'forestry', [80, 15, 10, 1, 1])
];
