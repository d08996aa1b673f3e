/** A division as the package gives it: its code of six digits (GB/T 2260), and its name. */
export interface Coded {
	readonly code: string;
	readonly name: string;
}

/** Development zones and the like, which statistics count as counties: no divisions (codes 71 to 79). */
const ZONE_CODE = /^\d{4}7/;
const COUNTY_NAME = /[县区市旗]$/;
const CITY_NAME = /(?:市|地区|盟|自治州)$/;

function countiesUnder(four: string, areas: readonly Coded[]): string[] {
	return areas
		.filter(({ code, name }) => {
			return code.startsWith(four) && !ZONE_CODE.test(code) && COUNTY_NAME.test(name);
		})
		.filter(({ name }) => name !== '市辖区' && name !== '县')
		.map(({ code, name }) => `${code.slice(4)}${name}`);
}

/** A line for each province and city, the counties behind their city. */
export function divisionLines(
	provinces: readonly Coded[],
	cities: readonly Coded[],
	areas: readonly Coded[]
): string[] {
	return provinces.flatMap(({ code, name }) => {
		const two = code.slice(0, 2);
		const named = new Map(
			cities
				.filter((city) => city.code.startsWith(two) && CITY_NAME.test(city.name))
				.map((city) => [city.code.slice(0, 4), city.name])
		);
		const all = new Set([...named.keys(), ...areas.map((area) => area.code.slice(0, 4))]);
		const fours = [...all].filter((four) => four.startsWith(two)).sort();
		const under = fours.map((four) => {
			const counties = countiesUnder(four, areas);
			return { head: `${four}${named.get(four) ?? '-'}`, counties };
		});
		return [
			`${two}${name}`,
			...under
				.filter(({ head, counties }) => counties.length > 0 || !head.endsWith('-'))
				.map(({ head, counties }) => [head, ...counties].join(' '))
		];
	});
}
