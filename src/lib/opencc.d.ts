/** The dictionaries of opencc-js, which its types leave out: `from to [to…]|from to…`. */
declare module 'opencc-js/dict/*' {
	const dictionary: string;
	export default dictionary;
}
