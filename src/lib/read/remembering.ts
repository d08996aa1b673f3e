/** Answers that are remembered; then all are forgotten, so that words never met again take no room. */
const ANSWERS = 20_000;
/** Characters of words that come again; longer ones are prose. */
const LONGEST = 120;

/** A question about words that remembers its answers: reports use the same words over and over. */
export function remembering<Answer extends NonNullable<unknown> | null>(
	question: (words: string) => Answer
): (words: string) => Answer {
	const known = new Map<string, Answer>();
	return (words) => {
		if (words.length > LONGEST) return question(words);
		const before = known.get(words);
		if (before !== undefined) return before;
		const answer = question(words);
		if (known.size >= ANSWERS) known.clear();
		known.set(words, answer);
		return answer;
	};
}
