/** What someone who types may mean: a thing that has a page of its own. */
export interface Suggestion {
	readonly kind: 'agency' | 'region' | 'rule' | 'cell';
	readonly label: string;
	/** What tells it from others of its name. */
	readonly note: string;
	readonly href: string;
	readonly generated: boolean;
}

/** Asks for suggestions; what is asked last aborts what was asked before. */
export type Suggest = (q: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
