import { Converter } from 'opencc-js/cn2t';
import type { TextDamage } from './damage.ts';

const PLAIN = ['tabs', 'pipes', 'lines', 'words', 'glued'] as const;

const replacing = (
	name: string,
	from: RegExp,
	to: string,
	more: Partial<TextDamage> = {}
): TextDamage => ({
	name,
	befall: (text) => text.replace(from, to),
	...more
});

/** What stands between tags, changed; tags, entities and scripts left as they are. */
const between = (html: string, change: (text: string) => string) =>
	html.replace(
		/(^|>)([^<]+)/g,
		(_, end: string, text: string) =>
			end +
			text.replace(/(&[#\w]+;)|([^&]+)/g, (all, entity: string | undefined) =>
				entity ? all : change(all)
			)
	);

const fullWidth = (text: string) =>
	text.replace(/[0-9.,()/+-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

const convert = Converter({ from: 'cn', to: 'hk' });

/** The words of a mirror in traditional characters; the mark of invented reports stays as it is. */
const traditional = (text: string) =>
	convert(text).replaceAll('模擬數據', '模拟数据').replaceAll('文件', '檔案');

/** Damage to the finished document. */
export const TEXT_DAMAGE: readonly TextDamage[] = [
	replacing('windows-lines', /\n/g, '\r\n'),
	replacing('lines-end-in-cr', /\n/g, '\r'),
	replacing('byte-order-mark', /^/, '\ufeff'),
	replacing('unusual-line-ends', /\n/g, '\u2028', { media: ['words'] }),
	replacing('spaces-at-line-ends', /\n/g, ' \u3000\n', {
		media: PLAIN.filter((medium) => medium !== 'pipes')
	}),
	replacing('form-feeds', /\n\n/g, '\n\f\n', {
		media: PLAIN.filter((medium) => medium !== 'pipes')
	}),
	replacing('unclosed-cells', /<\/t[dr]>/g, '', { media: ['html'] }),
	replacing('heads-for-figures', /<(\/?)td\b/g, '<$1th', { media: ['html'] }),
	replacing('comments-in-cells', /(<td[^>]*>)/g, '$1<!-- 12 -->', { media: ['html'] }),
	{
		name: 'full-width-text',
		media: PLAIN.filter((medium) => medium !== 'pipes'),
		befall: fullWidth
	},
	{
		name: 'traditional-characters',
		rewritesNames: true,
		befall: (text) => traditional(text)
	},
	{
		name: 'digits-as-entities',
		media: ['html'],
		befall: (text, random) => {
			const share = random.uniform();
			return between(text, (part) =>
				part.replace(/\d/g, (digit) => (random.chance(share) ? `&#${digit.charCodeAt(0)};` : digit))
			);
		}
	},
	{
		name: 'labels-as-entities',
		media: ['html'],
		befall: (text) =>
			between(text, (part) =>
				part.replace(/[\u4e00-\u9fff]/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`)
			)
	},
	{
		name: 'cells-on-lines-of-their-own',
		media: ['html'],
		befall: (text) => text.replace(/<t[dr][^>]*>/g, (tag) => `\n\t\t${tag}\n\t\t\t`)
	},
	{
		name: 'page-head-repeated',
		media: ['words', 'tabs'],
		befall: (text, random) => {
			const lines = text.split('\n');
			for (let at = 30 + random.below(12); at < lines.length; at += 30) {
				lines.splice(at, 0, `- ${Math.ceil(at / 30)} -`, '');
			}
			return lines.join('\n');
		}
	}
];
