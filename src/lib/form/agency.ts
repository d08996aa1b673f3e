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

/** A kind of agency, told from its name: the first entry one of whose endings fits. */
export interface Kind {
	readonly code: string;
	readonly label: Label;
	/** What a name of this kind contains or ends with; `$` marks an ending. */
	readonly names: readonly string[];
}

function kind(code: string, zh: string, en: string, names: readonly string[]): Kind {
	return { code, label: { zh, en }, names };
}

/** The kinds of agency. A kind met in the wild is one more line; order matters. */
export const KINDS: readonly Kind[] = [
	kind('general_office', '政府办公室', 'Government office', ['政府办公厅', '政府办公室']),
	kind('subdistrict', '街道办事处', 'Subdistrict', ['街道办事处', '街道办', '街道$']),
	kind('township', '乡镇人民政府', 'Township government', [
		'镇人民政府',
		'乡人民政府',
		'苏木人民政府',
		'镇政府',
		'乡政府',
		'镇$',
		'乡$'
	]),
	kind('government', '人民政府', 'Government', ['人民政府', '区政府', '市政府', '县政府']),
	kind('development_reform', '发展改革', 'Development and reform', [
		'发展和改革',
		'发展改革',
		'发改'
	]),
	kind('education', '教育', 'Education', ['教育', '教体']),
	kind('science_technology', '科技', 'Science and technology', ['科学技术', '科技']),
	kind('industry', '工业和信息化', 'Industry', ['工业和信息化', '经济和信息化', '工信']),
	kind('public_security', '公安', 'Public security', ['公安']),
	kind('civil_affairs', '民政', 'Civil affairs', ['民政']),
	kind('justice', '司法', 'Justice', ['司法']),
	kind('finance', '财政', 'Finance', ['财政']),
	kind('human_resources', '人力资源社会保障', 'Human resources', ['人力资源', '人社']),
	kind('natural_resources', '自然资源', 'Natural resources', ['自然资源', '国土资源', '规划']),
	kind('environment', '生态环境', 'Environment', ['生态环境', '环境保护', '环保']),
	kind('housing', '住房城乡建设', 'Housing and construction', [
		'住房和城乡建设',
		'住房城乡建设',
		'住建'
	]),
	kind('transport', '交通运输', 'Transport', ['交通运输', '交通']),
	kind('water', '水利', 'Water', ['水利', '水务']),
	kind('agriculture', '农业农村', 'Agriculture', ['农业农村', '农业']),
	kind('commerce', '商务', 'Commerce', ['商务']),
	kind('culture_tourism', '文化和旅游', 'Culture and tourism', ['文化和旅游', '文化广电', '文旅']),
	kind('health', '卫生健康', 'Health', ['卫生健康', '卫健', '卫生']),
	kind('veterans', '退役军人事务', 'Veterans’ affairs', ['退役军人']),
	kind('emergency', '应急管理', 'Emergency management', ['应急管理', '安全生产监督']),
	kind('audit', '审计', 'Audit', ['审计']),
	kind('market', '市场监督管理', 'Market regulation', ['市场监督管理', '市场监管']),
	kind('statistics', '统计', 'Statistics', ['统计']),
	kind('medical_insurance', '医疗保障', 'Medical insurance', ['医疗保障', '医保']),
	kind('tax', '税务', 'Taxation', ['税务']),
	kind('urban_management', '城市管理', 'Urban management', ['城市管理', '城管', '综合行政执法']),
	kind('forestry', '林业和草原', 'Forestry', ['林业']),
	kind('social_affairs', '社会事业', 'Social affairs', ['社会事业']),
	kind('other', '其他', 'Other', [])
];

/** The kind of an agency, told from its name; `other` where no entry of the table fits. */
export function kindOf(agency: string): string {
	const found = KINDS.find(({ names }) =>
		names.some((name) =>
			name.endsWith('$') ? agency.endsWith(name.slice(0, -1)) : agency.includes(name)
		)
	);
	return found?.code ?? 'other';
}
