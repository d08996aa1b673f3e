import type { Bound, Condition } from './condition.ts';

/** What a shell or its history takes for its own inside double quotes, and what would break a line. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[$`"\\!%\u0000-\u001f\u007f]/u;

/** A text as SQL writes it; a sign that is not safe between a shell's double quotes by its number. */
function textLiteral(text: string): string {
	const pieces: string[] = [];
	let plain = '';
	const flush = () => {
		if (plain !== '') pieces.push(`'${plain.replaceAll("'", "''")}'`);
		plain = '';
	};
	for (const character of text) {
		if (!UNSAFE.test(character)) plain += character;
		else {
			flush();
			pieces.push(`chr(${character.codePointAt(0)})`);
		}
	}
	flush();
	const [first = "''", ...more] = pieces;
	return more.length === 0 ? first : `(${[first, ...more].join(' || ')})`;
}

/** A bound value as SQL writes it. */
export function sqlLiteral(value: Bound): string {
	if (value === null) return 'NULL';
	return typeof value === 'string' ? textLiteral(value) : String(value);
}

/** Quoted texts, brackets, bound names, white space with a word that may begin a line, all else. */
const TOKEN =
	/'(?:[^']|'')*'|\(\s*|\)|\$[a-z]\w*|\s+(?:(?:FROM|WHERE|AND|ORDER BY)\b)?|[^\s'()$]+|./gsu;

/** The same tokens without brackets that stand around brackets alone, `((a))` as `(a)`. */
function withoutDoubled(tokens: readonly string[]): string[] {
	const opened: number[] = [];
	const closedBy = new Map<number, number>();
	tokens.forEach((token, index) => {
		if (token.startsWith('(')) opened.push(index);
		if (token === ')') closedBy.set(opened.pop() ?? -1, index);
	});
	const doubled = new Set<number>();
	for (const [open, close] of closedBy) {
		if (closedBy.get(open + 1) === close - 1) doubled.add(open).add(close);
	}
	return tokens.filter((_, index) => !doubled.has(index));
}

/**
 * A question as a person may read it, paste it between double quotes and run it: its values stand
 * in it, each of its conditions on a line of its own.
 */
export function sqlText({ sql, params }: Condition): string {
	let depth = 0;
	const tokens = Array.from(sql.matchAll(TOKEN), ([token]) => token);
	const written = withoutDoubled(tokens).map((token) => {
		if (token.startsWith("'")) return token;
		if (token.startsWith('$')) return sqlLiteral(params[token.slice(1)] ?? null);
		if (token.startsWith('(')) depth += 1;
		if (token === ')') depth -= 1;
		if (token.startsWith('(')) return '(';
		const word = token.trim();
		if (word === token) return token;
		if (word === '' || depth > 0) return ` ${word}`;
		return word === 'AND' ? '\n  AND' : `\n${word}`;
	});
	return written.join('').trim();
}
