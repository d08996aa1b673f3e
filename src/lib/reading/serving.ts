import { parentPort } from 'node:worker_threads';
import { LIMITS } from '../limits.ts';
import { processFile, type Checker, type Processed, type Reader, type Said } from './processing.ts';

/** What a pool asks of a worker: to read a file, or to go on after pieces were taken. */
export type Order =
	| {
			readonly kind: 'read';
			readonly bytes: Uint8Array;
			readonly source: string;
			readonly said: Said;
	  }
	| { readonly kind: 'more' };

/** A piece on its way to the pool, which has the file's own bytes already. */
export type Sent = Omit<Processed, 'bytes'> & { readonly bytes: Uint8Array | null };
export type Answer =
	| { readonly kind: 'ready' }
	| { readonly kind: 'piece'; readonly piece: Sent }
	| { readonly kind: 'end' };

/** Reads the files that a pool sends to this worker, one after another. */
export function serve(parts: { readonly read: Reader; readonly check: Checker }): void {
	const port = parentPort;
	if (!port) throw new Error('serve() belongs into a worker');
	const say = (answer: Answer) => port.postMessage(answer);
	let ahead = 0;
	let goOn = () => {};

	async function read({ bytes, source, said }: Order & { kind: 'read' }): Promise<void> {
		ahead = 0;
		for await (const piece of processFile(bytes, source, said, parts)) {
			say({
				kind: 'piece',
				piece: { ...piece, bytes: piece.bytes === bytes ? null : piece.bytes }
			});
			ahead += 1;
			if (ahead >= LIMITS.piecesAhead) await new Promise<void>((resolve) => (goOn = resolve));
		}
		say({ kind: 'end' });
	}

	port.on('message', (order: Order) => {
		if (order.kind === 'read') void read(order);
		else {
			ahead -= 1;
			goOn();
		}
	});
	say({ kind: 'ready' });
}
