import { LIMITS } from '../../limits.ts';
import { OPS } from './pdfoperators.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** What a message of pdf.js may carry: a part of a page's list of operators. */
interface Carried {
	readonly chunk?: { readonly fnArray?: unknown; readonly argsArray?: unknown };
}

/**
 * The two ends between which pdf.js passes its messages in one thread. Everything that its parser
 * finds comes through here in parts, and the parser waits until a part was taken; so a page that
 * never ends is stopped here, by what it has sent, whatever the machine's speed.
 */
export class PortPair {
	readonly main = new Port(() => {});
	readonly worker = new Port((message) => this.weigh(message));
	private weight = 0;
	/** States saved and not restored, on the page under way. */
	private nesting = 0;

	/** @param exceeded is told once that the document sends more than the limits let through */
	constructor(private readonly exceeded: () => void) {
		this.main.other = this.worker;
		this.worker.other = this.main;
	}

	/** Ends all traffic; whoever waits for a message waits for good, and is forgotten. */
	close(): void {
		this.main.closed = true;
		this.worker.closed = true;
	}

	private weigh(message: unknown): void {
		const { chunk } = message as Carried;
		if (!chunk || !Array.isArray(chunk.fnArray) || !Array.isArray(chunk.argsArray)) return;
		this.weight += chunk.fnArray.length;
		for (const operator of chunk.fnArray) {
			if (operator === OPS.paintFormXObjectBegin) this.weight += FORM_WEIGHT;
			if (operator === OPS.save) this.nesting += 1;
			if (operator === OPS.restore) this.nesting = Math.max(this.nesting - 1, 0);
			if (this.nesting > LIMITS.pdfNesting) this.weight = Infinity;
		}
		for (const args of chunk.argsArray) this.weight += sizeOf(args);
		if (this.weight <= LIMITS.pdfOperators) return;
		this.close();
		this.exceeded();
	}
}

/** Beginning a form takes the parser as long as some hundred other operators. */
const FORM_WEIGHT = 500;

/** The elements of the lists among an operator's arguments: glyphs, and numbers of a path. */
function sizeOf(args: unknown): number {
	if (!Array.isArray(args)) return 0;
	let size = 0;
	for (const arg of args as unknown[]) {
		const list = Array.isArray(arg) && ArrayBuffer.isView(arg[0]) ? (arg[0] as unknown) : arg;
		if (Array.isArray(list)) size += list.length;
		else if (ArrayBuffer.isView(list)) size += list.byteLength / 16;
	}
	return size;
}

/** One end: what pdf.js takes for a web worker. */
export class Port {
	other: Port | null = null;
	closed = false;
	private readonly listeners = new Set<Listener>();
	private readonly turn = Promise.resolve();

	constructor(private readonly sees: (message: unknown) => void) {}

	postMessage(message: unknown, transfer?: Transferable[]): void {
		if (this.closed) return;
		const data: unknown = structuredClone(message, transfer ? { transfer } : undefined);
		this.sees(data);
		void this.turn.then(() => this.other?.deliver(data));
	}

	addEventListener(
		_: string,
		listener: Listener,
		options?: { readonly signal?: AbortSignal }
	): void {
		this.listeners.add(listener);
		options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
	}

	removeEventListener(_: string, listener: Listener): void {
		this.listeners.delete(listener);
	}

	private deliver(data: unknown): void {
		if (this.closed) return;
		for (const listener of this.listeners) listener({ data });
	}
}
