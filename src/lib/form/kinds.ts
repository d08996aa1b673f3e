import type { Label } from './label.ts';

/** A kind of agency, told from its name: the first entry one of whose words fits. */
export interface Kind {
	readonly code: string;
	readonly label: Label;
	/**
	 * What a name of this kind contains, or ends with where `$` marks the end. The region and the
	 * government that an agency belongs to are left out before (甲市人民政府信访局: 信访局).
	 */
	readonly names: readonly string[];
}

function kind(code: string, zh: string, en: string, names: string): Kind {
	return { code, label: { zh, en }, names: names === '' ? [] : names.split(' ') };
}

/**
 * The kinds of agency. A name met in the wild is one more word. Names of before a rename or a merger
 * stand beside those of today (国土资源 and 自然资源), so that the kind lasts through it; the agencies stay
 * apart.
 *
 * Order decides: what is told from the end of a name comes first (whose government or public
 * institution it is), then lines of work, the wider ones behind the narrower; of a merged bureau's
 * lines (教育体育局) the first in this table.
 */
export const KINDS: readonly Kind[] = [
	kind(
		'general_office',
		'政府办公室',
		'Government office',
		'政府办公厅$ 政府办公室$ 政府办$ 国务院办公厅$'
	),
	kind(
		'public_institution',
		'公共企事业单位',
		'Public institution',
		'学校$ 大学$ 学院$ 中学$ 小学$ 幼儿园$ 医院$ 卫生院$ 公司$ 集团$'
	),
	kind('subdistrict', '街道办事处', 'Subdistrict', '街道办事处$ 街道办$ 街道$ 街道人民政府$'),
	kind(
		'township',
		'乡镇人民政府',
		'Township government',
		'镇人民政府$ 乡人民政府$ 苏木人民政府$ 镇政府$ 乡政府$ 苏木政府$ 镇$ 乡$ 苏木$'
	),
	kind(
		'government',
		'人民政府',
		'Government',
		'人民政府$ 省政府$ 自治区政府$ 市政府$ 州政府$ 盟政府$ 县政府$ 区政府$ 旗政府$ 行政公署$ 行署$'
	),
	kind(
		'zone',
		'开发区管理委员会',
		'Development zone',
		'区管理委员会$ 区管委会$ 园管理委员会$ 园管委会$ 城管理委员会$ 新城管委会$ 开发建设管理委员会$ 开发区$ 高新区$ 经开区$ 示范区$ 度假区$ 园区$ 保税区$ 工业园$'
	),
	kind('foreign_affairs', '外事侨务', 'Foreign affairs', '外事 侨务 港澳事务 台湾事务'),
	kind('petitions', '信访', 'Petitions', '信访'),
	kind('state_assets', '国有资产监督管理', 'State assets', '国有资产 国资委 国资局'),
	kind(
		'government_services',
		'政务服务、行政审批',
		'Government services',
		'行政审批 审批局 审批服务 政务服务 营商环境 公共资源交易 便民服务'
	),
	kind('data', '数据管理', 'Data administration', '大数据 数据管理 数据资源 数据局 数字化'),
	kind('office_affairs', '机关事务管理', 'Office administration', '机关事务'),
	kind('housing_fund', '住房公积金管理', 'Housing provident fund', '公积金'),
	kind('civil_defence', '人民防空', 'Civil air defence', '人民防空 人防'),
	kind(
		'development_reform',
		'发展改革',
		'Development and reform',
		'发展和改革 发展改革 发展与改革 发展计划 发改 物价'
	),
	kind('grain', '粮食和物资储备', 'Grain and reserves', '粮食 物资储备'),
	kind('education', '教育', 'Education', '教育 教体 教科'),
	kind('intellectual_property', '知识产权', 'Intellectual property', '知识产权'),
	kind('science_technology', '科技', 'Science and technology', '科学技术 科技 科工'),
	kind(
		'industry',
		'工业和信息化',
		'Industry',
		'工业和信息化 经济和信息化 经济信息化 经济与信息化 工信 经信 经济贸易 经贸 经济和商务 经济发展 国防科技工业 国防科学技术 中小企业'
	),
	kind('ethnic_religious', '民族宗教', 'Ethnic and religious affairs', '民族 民宗 宗教'),
	kind('fire_rescue', '消防救援', 'Fire and rescue', '消防'),
	kind('public_security', '公安', 'Public security', '公安 派出所$ 出入境边防'),
	kind('civil_affairs', '民政', 'Civil affairs', '民政'),
	kind('justice', '司法', 'Justice', '司法 法制办 监狱 戒毒'),
	kind('finance', '财政', 'Finance', '财政'),
	kind(
		'human_resources',
		'人力资源社会保障',
		'Human resources',
		'人力资源 人社 劳动和社会保障 劳动保障 人事局 人事厅 社会保险'
	),
	kind('medical_insurance', '医疗保障', 'Medical insurance', '医疗保障 医疗保险 医保'),
	kind(
		'housing',
		'住房城乡建设',
		'Housing and construction',
		'住房和城乡建设 住房城乡建设 住房和建设 城乡建设 规划建设 住建 房产 房屋管理 房地产 住房保障 建设局 建设委员会 建设厅 建设和交通'
	),
	kind(
		'natural_resources',
		'自然资源',
		'Natural resources',
		'自然资源 国土 规划 海洋 地质 不动产 测绘'
	),
	kind('environment', '生态环境', 'Environment', '生态环境 环境保护 环保 环境局'),
	kind(
		'transport',
		'交通运输',
		'Transport',
		'交通 公路 运输管理 港航 港口 铁路 民用航空 民航 海事 邮政'
	),
	kind('water', '水利', 'Water', '水利 水务 水电局 河务 水资源 流域管理'),
	kind('rural_revitalization', '乡村振兴', 'Rural revitalization', '乡村振兴 扶贫 农村发展'),
	kind(
		'agriculture',
		'农业农村',
		'Agriculture',
		'农业 农村 农牧 农林 农委 农机 畜牧 渔业 水产 农垦'
	),
	kind('forestry', '林业和草原', 'Forestry', '林业 林草 草原 园林 自然保护区'),
	kind('commerce', '商务', 'Commerce', '商务 投资促进 招商 贸易促进 对外贸易 口岸'),
	kind('culture_tourism', '文化和旅游', 'Culture and tourism', '文化 文旅 文广 文体 旅游 文物'),
	kind('broadcasting', '广播电视、新闻出版', 'Broadcasting and press', '广播 广电 新闻出版 版权'),
	kind('sports', '体育', 'Sports', '体育'),
	kind(
		'health',
		'卫生健康',
		'Health',
		'卫生 卫健 卫计 人口和计划生育 人口计生 计划生育 计生 疾病预防 中医药 爱国卫生'
	),
	kind('veterans', '退役军人事务', 'Veterans’ affairs', '退役军人'),
	kind(
		'emergency',
		'应急管理',
		'Emergency management',
		'应急 安全生产 安全监管 安监 煤矿安全 矿山安全'
	),
	kind('earthquake', '地震', 'Earthquake administration', '地震'),
	kind('audit', '审计', 'Audit', '审计'),
	kind(
		'market',
		'市场监督管理',
		'Market regulation',
		'市场监督 市场监管 市场和质量监督 工商行政 工商局 工商分局 工商质监 工商和 质量技术监督 质量监督 质监 食品药品 食药'
	),
	kind('drug_administration', '药品监督管理', 'Drug administration', '药品监督 药监'),
	kind('statistics', '统计', 'Statistics', '统计 调查总队 调查队'),
	kind('tax', '税务', 'Taxation', '税务 国税 地税'),
	kind('customs', '海关', 'Customs', '海关 检验检疫'),
	kind('weather', '气象', 'Meteorology', '气象'),
	kind('tobacco', '烟草专卖', 'Tobacco', '烟草'),
	kind('supply_cooperative', '供销合作', 'Supply and marketing cooperative', '供销'),
	kind(
		'local_finance',
		'金融监督管理',
		'Financial regulation',
		'金融 银行 银监 证券监督 证监 保险监督 银行业 外汇'
	),
	kind('archives', '档案、地方志', 'Archives and local records', '档案 地方志 史志 方志'),
	kind(
		'urban_management',
		'城市管理',
		'Urban management',
		'城市管理 城市综合管理 城管 行政执法 综合执法 市容 城市运行'
	),
	kind('social_affairs', '社会事业', 'Social affairs', '社会事业 社会发展 社会工作'),
	kind('other', '其他', 'Other', '')
];
