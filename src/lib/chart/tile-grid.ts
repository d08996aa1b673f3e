/**
 * The provinces as tiles that lie about where they do on a map: column and row, from the north-west.
 * An arrangement of equal tiles claims no borders, and gives Shanghai as much room as Xinjiang.
 */
export const TILES: readonly (readonly [province: string, short: string, x: number, y: number])[] =
	[
		['黑龙江省', '黑龙江', 7, 0],
		['内蒙古自治区', '内蒙古', 4, 1],
		['北京市', '北京', 5, 1],
		['辽宁省', '辽宁', 6, 1],
		['吉林省', '吉林', 7, 1],
		['新疆维吾尔自治区', '新疆', 0, 2],
		['甘肃省', '甘肃', 2, 2],
		['宁夏回族自治区', '宁夏', 3, 2],
		['山西省', '山西', 4, 2],
		['河北省', '河北', 5, 2],
		['天津市', '天津', 6, 2],
		['青海省', '青海', 1, 3],
		['陕西省', '陕西', 3, 3],
		['河南省', '河南', 4, 3],
		['山东省', '山东', 5, 3],
		['江苏省', '江苏', 6, 3],
		['西藏自治区', '西藏', 0, 4],
		['四川省', '四川', 2, 4],
		['重庆市', '重庆', 3, 4],
		['湖北省', '湖北', 4, 4],
		['安徽省', '安徽', 5, 4],
		['浙江省', '浙江', 6, 4],
		['上海市', '上海', 7, 4],
		['云南省', '云南', 2, 5],
		['贵州省', '贵州', 3, 5],
		['湖南省', '湖南', 4, 5],
		['江西省', '江西', 5, 5],
		['福建省', '福建', 6, 5],
		['台湾省', '台湾', 7, 5],
		['广西壮族自治区', '广西', 3, 6],
		['广东省', '广东', 4, 6],
		['海南省', '海南', 3, 7],
		['澳门特别行政区', '澳门', 4, 7],
		['香港特别行政区', '香港', 5, 7]
	];

/** Columns and rows of the grid; what is no official province stands in rows below. */
export const TILE_COLUMNS = 8;
export const TILE_ROWS = 8;

/** A tile's place, and what is written on it. */
export interface PlacedTile {
	readonly name: string;
	readonly short: string;
	readonly x: number;
	readonly y: number;
}

/**
 * Where regions' tiles lie: provinces on the map, other regions in rows below it, in order. Where
 * any is a province, all provinces are there, so that the map keeps its shape.
 */
export function placed(names: readonly string[]): readonly PlacedTile[] {
	const official = new Set(TILES.map(([name]) => name));
	const others = names.filter((name) => !official.has(name));
	const map = names.some((name) => official.has(name))
		? TILES.map(([name, short, x, y]) => ({ name, short, x, y }))
		: [];
	const below = map.length > 0 ? TILE_ROWS : 0;
	return [
		...map,
		...others.map((name, index) => ({
			name,
			short: name.replace(/省$/, ''),
			x: index % TILE_COLUMNS,
			y: below + Math.floor(index / TILE_COLUMNS)
		}))
	];
}
