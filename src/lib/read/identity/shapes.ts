import { remembering } from '../remembering.ts';
import type { RegionedName } from './regioned-name.ts';

/** Words that end like a region and name none. */
const GENERIC =
	/^(?:[全我本各该城地都区县省]市|[全我本各该]省|[全我本各该区市]县|[全我本各该园社小景片辖市新]区|.*(?:开发区|高新区|示范区|度假区|保护区|园区|社区|景区|管理区|地区|保税区|试验区|实验区|合作区|功能区|聚集区|集聚区|经开区|新区|产业区|工业区|城区|矿区|郊区|校区|库区|林区|灌区|联盟))$/;

const PROVINCE = /^(?:[一-龥]{2,5}省|[一-龥]{2,5}自治区)|^新疆生产建设兵团/;
/** Cities, and the divisions of the Corps (新疆生产建设兵团第一师阿拉尔市). */
const CITY =
	/^(?:第[一二三四五六七八九十]{1,3}师(?:[一-龥]{2,5}市)?|[一-龥]{2,12}?自治州|[一-龥]{1,6}?(?:地区|盟|市))(?!场|容|长|级)/;
const COUNTY =
	/^(?:[一-龥]{2,14}?(?:自治县|自治旗)|[一-龥]{1,6}?(?:县|区|旗|市))(?!场|容|长|级|委(?!员)|划|域)/;

/** Words of a sentence that stand before a region and are no part of its name. */
const SENTENCE =
	/[我按紧在被把了的]|围绕|按照|根据|进一步|工作|加强|贯彻|落实|结合|认真|关于|全[省市县区]|本[省市县区]|各[省市县区]/;

/** The word that a shape cuts from a name's beginning, if it can name a region. */
function leading(shape: RegExp, name: string): string | null {
	const word = shape.exec(name)?.[0];
	if (word === undefined || GENERIC.test(word) || SENTENCE.test(word)) return null;
	return /[省市县局厅委办]/.test(word.replace(/^第.+师/, '').slice(0, -1)) ? null : word;
}

/**
 * Splits a name by the shapes of regions' names alone, for regions that no table knows.
 *
 * @param above the lowest level that is known already
 */
export function shapedRegion(
	name: string,
	above: 'none' | 'province' | 'city' = 'none'
): RegionedName {
	return above === 'none' ? shapedAlone(name) : shapedBelow(name, above);
}

const shapedAlone = remembering((name) => shapedBelow(name, 'none'));

function shapedBelow(name: string, above: 'none' | 'province' | 'city'): RegionedName {
	let rest = name;
	const take = (word: string | null): string | null => {
		if (word !== null) rest = rest.slice(word.length);
		return word;
	};
	const province = above === 'none' ? take(leading(PROVINCE, rest)) : null;
	const city = above === 'city' ? null : take(leading(CITY, rest));
	const county = take(leading(COUNTY, rest));
	const certainty = rest === name ? 'none' : 'shaped';
	return { province, city, county, organ: rest, certainty };
}
