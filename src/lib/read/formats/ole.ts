/** Thrown for a compound file that is damaged: a chain that leads nowhere, or round in a circle. */
export class OleTrouble extends Error {}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether bytes begin as a compound file does: the old formats of Word and Excel. */
export function isOle(bytes: Uint8Array): boolean {
	return MAGIC.every((byte, index) => bytes[index] === byte);
}

/** The streams at the root of a compound file ([MS-CFB]), by name. */
export class OleFile {
	private readonly view: DataView;
	private readonly sectorSize: number;
	private readonly table: readonly number[];
	private readonly shortTable: readonly number[];
	private readonly shortSectors: Uint8Array;
	private readonly entries = new Map<string, { start: number; size: number }>();

	/** @throws {OleTrouble} */
	constructor(private readonly bytes: Uint8Array) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const shift = this.short(30);
		if (shift !== 9 && shift !== 12) throw new OleTrouble('扇区大小有误');
		this.sectorSize = 1 << shift;
		this.table = this.allocation();
		this.shortTable = this.numbersIn(this.read(this.long(60), this.table));
		const directory = this.read(this.long(48), this.table);
		const root = this.list(directory);
		this.shortSectors = root === null ? new Uint8Array(0) : this.read(root, this.table);
	}

	get names(): ReadonlySet<string> {
		return new Set(this.entries.keys());
	}

	/** The bytes of a stream; null where there is none of the name. @throws {OleTrouble} */
	stream(name: string): Uint8Array | null {
		const entry = this.entries.get(name);
		if (!entry) return null;
		const short = entry.size < this.long(56);
		const bytes = short
			? this.read(entry.start, this.shortTable, this.shortSectors, 64, 0)
			: this.read(entry.start, this.table);
		if (bytes.length < entry.size) throw new OleTrouble(`数据流 ${name} 不完整`);
		return bytes.subarray(0, entry.size);
	}

	private short(at: number): number {
		return at + 2 <= this.bytes.length ? this.view.getUint16(at, true) : 0;
	}

	private long(at: number): number {
		return at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : LAST;
	}

	private numbersIn(bytes: Uint8Array): number[] {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
	}

	/** The table that tells of each sector the next one of its chain. */
	private allocation(): number[] {
		const sectors = Array.from({ length: 109 }, (_, index) => this.long(76 + 4 * index));
		const most = this.bytes.length / this.sectorSize;
		let next = this.long(68);
		for (let lists = 0; next < FIRST_MARK; lists += 1) {
			if (lists > most) throw new OleTrouble('扇区表成环');
			const list = this.numbersIn(this.sector(next, this.bytes, this.sectorSize, 1));
			next = list.pop() ?? LAST;
			sectors.push(...list);
		}
		const used = sectors.filter((sector) => sector < FIRST_MARK);
		if (used.length > most) throw new OleTrouble('扇区表过长');
		return used.flatMap((sector) =>
			this.numbersIn(this.sector(sector, this.bytes, this.sectorSize, 1))
		);
	}

	private sector(at: number, from: Uint8Array, size: number, skipped: number): Uint8Array {
		const start = (at + skipped) * size;
		if (start >= from.length) throw new OleTrouble('扇区在文件之外');
		return from.subarray(start, start + size);
	}

	/** The sectors of a chain, one after the other. */
	private read(
		start: number,
		table: readonly number[],
		from = this.bytes,
		size = this.sectorSize,
		skipped = 1
	): Uint8Array {
		const sectors: Uint8Array[] = [];
		for (let at = start; at < FIRST_MARK; at = table[at] ?? LAST) {
			if (sectors.length > table.length) throw new OleTrouble('扇区链成环');
			sectors.push(this.sector(at, from, size, skipped));
		}
		return Buffer.concat(sectors);
	}

	/** Lists the streams at the root; gives the root's own first sector. */
	private list(directory: Uint8Array): number | null {
		const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
		const count = Math.floor(directory.length / 128);
		if (count === 0) throw new OleTrouble('没有目录');
		const seen = new Set<number>();
		const open = [view.getUint32(76, true)];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (at >= count || seen.has(at)) continue;
			seen.add(at);
			const base = at * 128;
			const length = Math.min(Math.max(view.getUint16(base + 64, true) - 2, 0), 62);
			const name = new TextDecoder('utf-16le').decode(directory.subarray(base, base + length));
			if (directory[base + 66] === STREAM) {
				const [start, size] = [view.getUint32(base + 116, true), view.getUint32(base + 120, true)];
				this.entries.set(name, { start, size });
			}
			open.push(view.getUint32(base + 68, true), view.getUint32(base + 72, true));
		}
		const root = view.getUint32(116, true);
		return root < FIRST_MARK ? root : null;
	}
}

const STREAM = 2;
/** Numbers from here on are no sectors but marks: free, the last of a chain, a table. */
const FIRST_MARK = 0xfffffffa;
const LAST = 0xfffffffe;
