/** How far down a pane the line lies at which the two halves are held together. */
const LINE = 0.35;
/** Steps smaller than this are left alone. */
const STILL = 4;

interface Pair {
	readonly cell: HTMLElement;
	readonly place: HTMLElement;
}

/** The cells of the form that have characters in the source. */
function pairsOf(form: HTMLElement, source: HTMLElement): Pair[] {
	const places = new Map(
		[...source.querySelectorAll<HTMLElement>('mark[data-address]')].map((place) => [
			place.dataset.address,
			place
		])
	);
	return [...form.querySelectorAll<HTMLElement>('td[data-address]')].flatMap((cell) => {
		const place = places.get(cell.dataset.address);
		return place ? [{ cell, place }] : [];
	});
}

const middleOf = (element: HTMLElement) => {
	const { top, bottom } = element.getBoundingClientRect();
	return (top + bottom) / 2;
};

/** The pair whose half on one side is nearest to a height, if it is in reach. */
function nearest(pairs: readonly Pair[], side: keyof Pair, line: number, reach: number) {
	let [found, least]: [Pair | null, number] = [null, reach];
	for (const pair of pairs) {
		const distance = Math.abs(middleOf(pair[side]) - line);
		if (distance < least) [found, least] = [pair, distance];
	}
	return found;
}

/** The two halves held together. */
export interface InStep {
	/** Scrolls the source to a place of its own, and nothing else. */
	readonly meet: (place: HTMLElement) => void;
	/** Lets what is scrolled next take nothing along. */
	readonly hold: () => void;
	readonly end: () => void;
}

/**
 * Holds a form, which scrolls with the window, and the text of its source, which scrolls by itself,
 * at the same row: the half that the reader moves leads, the other follows.
 *
 * @param active whether it is wanted now, and the two stand side by side
 */
export function keepInStep(form: HTMLElement, source: HTMLElement, active: () => boolean): InStep {
	// None leads until the reader moves one: what a script scrolls takes nothing along.
	let leader: 'form' | 'source' | null = null;
	let waiting = 0;

	function follow(): void {
		waiting = 0;
		if (!active()) return;
		const pairs = pairsOf(form, source);
		const frame = source.getBoundingClientRect();
		const sourceLine = frame.top + frame.height * LINE;
		const formLine = window.innerHeight * LINE;
		if (leader === 'form') {
			const pair = nearest(pairs, 'cell', formLine, window.innerHeight * LINE);
			const step = pair ? middleOf(pair.place) - sourceLine : 0;
			if (Math.abs(step) > STILL) source.scrollTop += step;
		} else if (leader === 'source') {
			const pair = nearest(pairs, 'place', sourceLine, frame.height);
			const step = pair ? middleOf(pair.cell) - formLine : 0;
			if (Math.abs(step) > STILL) window.scrollBy({ top: step, behavior: 'instant' });
		}
	}

	const lead = (event: Event) => {
		leader = event.target instanceof Node && source.contains(event.target) ? 'source' : 'form';
	};
	const moved = (side: 'form' | 'source') => () => {
		if (leader === side && waiting === 0) waiting = requestAnimationFrame(follow);
	};
	const [ofForm, ofSource] = [moved('form'), moved('source')];
	const SIGNS = ['wheel', 'pointermove', 'touchstart', 'keydown'] as const;
	for (const sign of SIGNS) window.addEventListener(sign, lead, { capture: true, passive: true });
	window.addEventListener('scroll', ofForm, { passive: true });
	source.addEventListener('scroll', ofSource, { passive: true });
	return {
		meet(place) {
			leader = null;
			const frame = source.getBoundingClientRect();
			source.scrollTop += middleOf(place) - (frame.top + frame.height * LINE);
		},
		hold: () => (leader = null),
		end() {
			cancelAnimationFrame(waiting);
			for (const sign of SIGNS) window.removeEventListener(sign, lead, { capture: true });
			window.removeEventListener('scroll', ofForm);
			source.removeEventListener('scroll', ofSource);
		}
	};
}
