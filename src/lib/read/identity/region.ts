/** The region that a name begins with, and the organ behind it. */
export interface RegionedName {
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	/** What follows the region: 民政局, 人民政府, or nothing. */
	readonly organ: string;
}

export type Region = Pick<RegionedName, 'province' | 'city' | 'county'>;

/** The four cities that are provinces. */
const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市'];

/** Words that end like a region and name none. */
const GENERIC =
	/^(?:[全我本各该城地都区县省]市|[全我本各该]省|[全我本各该区市]县|[全我本各该园社小景片辖市新]区|.*(?:开发区|高新区|示范区|度假区|保护区|园区|社区|景区|管理区|地区|保税区|试验区|联盟))$/;

const PROVINCE = /^(?:[一-龥]{2,5}省|[一-龥]{2,5}自治区)|^新疆生产建设兵团/;
const CITY = /^(?:[一-龥]{2,12}?自治州|[一-龥]{1,6}?(?:地区|盟|市))(?!场|容|长|级)/;
const COUNTY =
	/^(?:[一-龥]{2,14}?(?:自治县|自治旗)|[一-龥]{1,6}?(?:县|区|旗|市))(?!场|容|长|级|委|划|域)/;

/** Words of a sentence that stand before a region and are no part of its name. */
const SENTENCE =
	/[我按紧在被把了的]|围绕|按照|根据|进一步|工作|加强|贯彻|落实|结合|认真|全[省市县区]|本[省市县区]|各[省市县区]/;

/** The word that a shape cuts from a name's beginning, if it can name a region. */
function leading(shape: RegExp, name: string): string | null {
	const word = shape.exec(name)?.[0];
	if (word === undefined || GENERIC.test(word) || SENTENCE.test(word)) return null;
	return /[省市县局厅委办]/.test(word.slice(0, -1)) ? null : word;
}

/** Splits a name such as 示例省甲市乙县教育局 into its region and its organ. */
export function splitRegion(name: string): RegionedName {
	let rest = name;
	const take = (word: string | null): string | null => {
		if (word !== null) rest = rest.slice(word.length);
		return word;
	};
	const municipality = MUNICIPALITIES.find((city) => name.startsWith(city)) ?? null;
	const province = take(municipality ?? leading(PROVINCE, rest));
	const city = municipality ? null : take(leading(CITY, rest));
	const county = take(leading(COUNTY, rest));
	return { province, city, county, organ: rest };
}

/** Whether any part of a region is known. */
export function hasRegion({ province, city, county }: Region): boolean {
	return province !== null || city !== null || county !== null;
}
