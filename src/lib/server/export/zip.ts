import { Zip, ZipPassThrough } from 'fflate';
import { createDeflateRaw } from 'node:zlib';

const DEFLATE = 8;
/** Nearly as small as zlib's default, in a quarter of its time. */
const LEVEL = 3;
/** A fixed date keeps the same content the same bytes. */
const DATE = new Date(2000, 0, 1);

/** A file in a zip, deflated by zlib's own threads: fflate's takes twenty times as long, on this one. */
export class DeflatedFile extends ZipPassThrough {
	override compression = DEFLATE;
	override mtime = DATE;
	readonly #deflate = createDeflateRaw({ level: LEVEL });
	#taken: Promise<void> = Promise.resolve();

	constructor(name: string) {
		super(name);
		this.#deflate.on('data', (bytes: Buffer<ArrayBuffer>) => this.ondata(null, bytes, false));
	}

	/** Adds bytes; settles when more may be added. */
	async write(bytes: Uint8Array, last = false): Promise<void> {
		this.push(bytes, last);
		await this.#taken;
	}

	close(): void {
		this.#deflate.destroy();
	}

	protected override process(bytes: Uint8Array, last: boolean): void {
		this.#taken = new Promise((resolve, reject) => {
			const taken = (error?: Error | null) => (error ? reject(error) : resolve());
			if (!last) {
				this.#deflate.write(bytes, taken);
				return;
			}
			this.#deflate.once('end', () => {
				this.ondata(null, new Uint8Array(), true);
				resolve();
			});
			this.#deflate.end(bytes);
		});
	}
}

/** A zip archive that gives its bytes as they are made. */
export class ZipBytes {
	readonly #files: DeflatedFile[] = [];
	#parts: Uint8Array[] = [];
	readonly #zip = new Zip((error, bytes) => {
		if (error) throw error;
		this.#parts.push(bytes);
	});

	open(name: string): DeflatedFile {
		const file = new DeflatedFile(name);
		this.#files.push(file);
		this.#zip.add(file);
		return file;
	}

	/** Writes the archive's index, after the last byte of the last file. */
	end(): void {
		this.#zip.end();
	}

	/** The bytes made since the last time. */
	drain(): Uint8Array {
		const bytes = Buffer.concat(this.#parts);
		this.#parts = [];
		return bytes;
	}

	close(): void {
		for (const file of this.#files) file.close();
	}
}
