import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP that is made for a test, with whatever is to be wrong about it. */
export interface Packed {
	readonly name: string | Uint8Array;
	readonly bytes: Uint8Array | string;
	/** Flags of its headers: 1 encrypted, 0x800 a name in UTF-8. */
	readonly flags?: number;
	/** The size that the headers claim, if not the true one. */
	readonly claims?: number;
	readonly crc?: number;
}

function deflated(bytes: Uint8Array | string) {
	const raw = Buffer.from(bytes as string);
	return { size: raw.length, sum: crc32(raw), data: deflateRawSync(raw, { level: 9 }) };
}

/** A ZIP of some files, deflated, as PKWARE's APPNOTE.TXT lays it out. */
export function zipOf(files: readonly Packed[]): Buffer {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	/** Many files of a hostile ZIP are the same bytes. */
	const packed = new Map<Uint8Array | string, ReturnType<typeof deflated>>();
	for (const { name, bytes, flags = 0x800, claims, crc } of files) {
		const path = Buffer.from(name as string);
		const { size, sum, data } = packed.get(bytes) ?? deflated(bytes);
		packed.set(bytes, { size, sum, data });
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(flags, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc ?? sum, 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(claims ?? size, 18);
		common.writeUInt16LE(path.length, 22);
		parts.push(Buffer.from('PK\x03\x04'), common, path, data);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path);
		offset += 30 + path.length + data.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length & 0xffff, 4);
	end.writeUInt16LE(files.length & 0xffff, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
