import { hasRegion, splitRegion } from './region.ts';
import type { Region, RegionedName } from './regioned-name.ts';

/** How the names of organs end. */
const ORGAN =
	/(?:局|委员会|委|办公室|办|厅|部|署|中心|政府|公署|镇|乡|苏木|街道|街道办事处|管委会|院|所|站|处|队|社|会|公司|学校|大学|学院|医院|海关|银行|支行|分行)$/;
const REGION_ONLY = /(?:省|自治区|市|自治州|盟|县|区|旗|州)$/;
const UNNAMED = /^(?:我|本|各|全|该|贵|其)/;
/** Words that end like an organ's name and name none that reports. */
const NO_ORGAN =
	/^(?:[省市州盟县区旗乡镇局委厅]?(?:直|级|属)?(?:办公室|机关|部门|单位|机构|局|委|办|会|镇|乡|街道|乡镇|镇街|镇街道|乡镇街道|委办局|人民政府部门)+)$|(?:网站|门户网?|平台|专栏|新闻中心|媒体中心|日报社|报社|电视台|通讯社|编辑部|新闻社)$/;

/** Whether words may name an agency; a region's name alone stands for its government. */
export function isName(words: string): boolean {
	if (words.length < 2 || words.length > 40 || UNNAMED.test(words)) return false;
	if (!/^[一-龥（）()、·]+$/.test(words)) return false;
	return isOrgan(words) || (REGION_ONLY.test(words) && hasRegion(regionOfName(words)));
}

/** A name without a second one in brackets behind it. */
export function withoutRemark(name: string): string {
	return name.replace(/[（(][^（）()]*[）)]$/, '');
}

/** Whether words end like an organ's name, with or without a second one in brackets. */
export function isOrgan(words: string): boolean {
	const organ = withoutRemark(words);
	return ORGAN.test(organ) && !NO_ORGAN.test(organ);
}

/** A name as it is kept: brackets of full width, no spaces, no dots. */
export function normalName(words: string): string {
	return words.replace(/[\s·]/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

/** Organs of the centre whose local branches bear their name before their own. */
const OF_CENTRE =
	/^(?:国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家矿山安全监察局|国家煤矿安全监察局|国家粮食和物资储备局|国家能源局|国家林业和草原局|国家知识产权局|国家烟草专卖局|中国人民银行|中国银行保险监督管理委员会|中国证券监督管理委员会|中国民用航空|中华人民共和国|财政部|审计署|自然资源部|生态环境部|水利部|交通运输部)(?=.{2,}(?:局|海关|海事局|支行|分行|营业管理部|总?队|专员办|办事处|委员会|管理局)$)/;

/** A name without the organ of the centre that it is a branch of: 甲市税务局 of 国家税务总局甲市税务局. */
export function ownName(name: string): string {
	return name.replace(OF_CENTRE, '');
}

/** Departments of the State Council that no word such as 国家 tells, of today and of before. */
const DEPARTMENTS: ReadonlySet<string> = new Set(
	'外交部 国防部 教育部 科学技术部 工业和信息化部 公安部 民政部 司法部 财政部 人力资源和社会保障部 人力资源社会保障部 自然资源部 国土资源部 生态环境部 环境保护部 住房和城乡建设部 住房城乡建设部 交通运输部 铁道部 水利部 农业农村部 农业部 商务部 文化和旅游部 文化部 卫生部 退役军人事务部 应急管理部 审计署 海关总署 监察部'.split(
		' '
	)
);

/** Whether a name without a region is one agency's all the same: that of the State Council, a customs district. */
export function isUnique(name: string): boolean {
	return isNational(name) || /^中华人民共和国.{2,}海关$/.test(name);
}

/** Whether a name is that of an organ of the State Council itself. */
export function isNational(name: string): boolean {
	if (DEPARTMENTS.has(name)) return true;
	return (
		/^(?:国家(?!级)|国务院|中华人民共和国|中国(?![（(]))/.test(name) &&
		ownName(name) === name &&
		!/^(?:国家|中国).{0,12}(?:大学|医院|公司|开发区|示范区|园区)/.test(name)
	);
}

/** The region of an agency's name, and the organ behind it. */
export function regionOfName(name: string, year: number | null = null): RegionedName {
	return splitRegion(ownName(name), year);
}

/** 市, 县 and so on in front of an organ: the one that the reader is in. */
const RELATIVE = /^(?:[省县区旗州盟]|市(?!场|容|政(?!府|务)))(?=.{2,})/;

/** A name without its region, the word that stands for one, and what a township may leave out. */
export function bareName(name: string): string {
	return regionOfName(name)
		.organ.replace(RELATIVE, '')
		.replace(/(?<=[镇乡]|苏木)(?:人民)?政府$/, '')
		.replace(/(?<=街道)(?:办事处|办)$/, '');
}

/** Whether two names are one agency's, the one fuller than the other. */
export function isSameAgency(one: string, other: string): boolean {
	if (one === other) return true;
	const [first, second] = [regionOfName(one), regionOfName(other)];
	if (bareName(one) !== bareName(other)) return false;
	return (['province', 'city', 'county'] as const).every(
		(part) => first[part] === null || second[part] === null || first[part] === second[part]
	);
}

/** A name with 市 or 县 in front, told by its region in full: 甲市教育局 for 市教育局 in 甲市. */
export function inFull(name: string, region: Region): { name: string; region: Region } {
	const word = RELATIVE.exec(name)?.[0];
	if (word === undefined || hasRegion(regionOfName(name))) return { name, region };
	const rest = name.slice(word.length);
	const { province, city, county } = region;
	if (county?.endsWith(word)) return { name: county + rest, region };
	if (city !== null && /[市州盟]/.test(word) && city.endsWith(word)) {
		return { name: city + rest, region: { province, city, county: null } };
	}
	if (word === '市' && province?.endsWith('市')) {
		return { name: province + rest, region: { province, city: null, county: null } };
	}
	if (word === '省' && province?.endsWith('省')) {
		return { name: province + rest, region: { province, city: null, county: null } };
	}
	return { name, region };
}
