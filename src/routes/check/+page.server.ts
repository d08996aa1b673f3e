import { fail } from '@sveltejs/kit';
import { Busy } from '$lib/server/failures';
import { draftOf, refusedDraft, type Draft } from './draft';
import { lookInto, type Problem } from './given';
import { inHand, readGiven } from './reading';
import type { Actions, PageServerLoad } from './$types';

/** What the page answers: what became of the file, or why nothing did. */
interface Answer {
	readonly draft: Draft | null;
	readonly problem: Problem | null;
}

const STATUS: Readonly<Record<Problem, number>> = {
	nothing: 400,
	broken: 400,
	late: 408,
	busy: 503,
	failed: 500
};

const troubled = (problem: Problem) => fail<Answer>(STATUS[problem], { draft: null, problem });

const answered = (draft: Draft) => {
	const answer: Answer = { draft, problem: null };
	if (draft.report) return answer;
	return fail(draft.why?.reasonCode === 'too_large' ? 413 : 422, answer);
};

/** Rests on no store: there may be none. */
export const load: PageServerLoad = () => ({ storeless: true });

export const actions: Actions = {
	default: async ({ request, platform, locals, setHeaders }) => {
		// What is in the answer is kept nowhere, in no cache either.
		setHeaders({ 'cache-control': 'no-store' });
		// Once a request has arrived whole, its signal no longer tells that its sender is gone.
		const gone = new AbortController();
		const leave = () => gone.abort();
		const socket = platform?.req.socket;
		socket?.once('close', leave);
		try {
			return await inHand(async () => {
				const looked = await lookInto(request);
				if ('problem' in looked) return troubled(looked.problem);
				if ('why' in looked) return answered(refusedDraft(looked.name, looked.why));
				const { given } = looked;
				const read = await readGiven(given, gone.signal);
				return answered(draftOf(given.name, read, locals.language));
			});
		} catch (error) {
			if (error instanceof Busy) return troubled('busy');
			throw error;
		} finally {
			socket?.off('close', leave);
		}
	}
};
