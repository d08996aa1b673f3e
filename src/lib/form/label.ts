/** A label in the two languages of the interface. `zh` is the form's official wording. */
export interface Label {
	readonly zh: string;
	readonly en: string;
}

export type Language = keyof Label;
