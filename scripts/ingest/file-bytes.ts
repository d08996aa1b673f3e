import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { FileReason } from '../../src/lib/form/index.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import { NO_FILE, reasonOf } from './walk.ts';

/** A file's bytes as they lay on the disk at one time, or why there are none. */
export type FileBytes =
	| { readonly ok: true; readonly bytes: Buffer; readonly size: bigint; readonly modified: bigint }
	| {
			readonly ok: false;
			readonly why: FileReason;
			/** Whether another try may succeed though the file stays as it is. */
			readonly again: boolean;
	  };

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
const refused = (why: FileReason, again = false): FileBytes => ({ ok: false, why, again });

const TOO_LARGE: FileReason = {
	code: 'too_large',
	reason: `文件超过 ${megabytes(LIMITS.fileBytes)}，未读取；请只给出年度报告本身`,
	detail: { of: 'bytes', most: LIMITS.fileBytes }
};
const ARCHIVE_TOO_LARGE: FileReason = {
	code: 'too_large',
	reason: `压缩包超过 ${megabytes(LIMITS.archiveBytes)}，未读取；请分成几个，或解压后给出文件夹`,
	detail: { of: 'bytes', most: LIMITS.archiveBytes }
};
const CHANGING: FileReason = {
	code: 'changing',
	reason: '读取时文件正在改变，未采用；请等它写完后重新导入'
};
const TOO_SLOW: FileReason = {
	code: 'too_slow',
	reason: `${LIMITS.fileMs / 1000} 秒内没有读完，未采用；请检查磁盘或网络后重新导入`,
	detail: { seconds: LIMITS.fileMs / 1000 }
};

const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1');

async function isArchive(handle: FileHandle): Promise<boolean> {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
	return bytesRead === 4 && buffer.equals(ZIP_MARK);
}

/** Exactly `size` bytes from the start; fewer where the file ends before. */
async function readBytes(handle: FileHandle, size: number): Promise<Buffer> {
	const bytes = Buffer.allocUnsafe(size);
	let at = 0;
	while (at < size) {
		const { bytesRead } = await handle.read(bytes, at, size - at, at);
		if (bytesRead === 0) break;
		at += bytesRead;
	}
	return bytes.subarray(0, at);
}

async function readOpened(handle: FileHandle): Promise<FileBytes> {
	const before = await handle.stat({ bigint: true });
	if (!before.isFile()) return refused(NO_FILE);
	if (before.size > BigInt(LIMITS.fileBytes)) {
		if (!(await isArchive(handle))) return refused(TOO_LARGE);
		if (before.size > BigInt(LIMITS.archiveBytes)) return refused(ARCHIVE_TOO_LARGE);
	}
	const bytes = await readBytes(handle, Number(before.size));
	const after = await handle.stat({ bigint: true });
	const still = after.size === before.size && after.mtimeNs === before.mtimeNs;
	if (!still || BigInt(bytes.length) !== before.size) return refused(CHANGING, true);
	return { ok: true, bytes, size: before.size, modified: before.mtimeNs };
}

async function openAndRead(path: string): Promise<FileBytes> {
	// A pipe that took the file's place since it was found would keep an ordinary opening waiting.
	const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
	const handle = await open(path, flags);
	try {
		return await readOpened(handle);
	} finally {
		await handle.close();
	}
}

/**
 * Reads a file whole. A file that changes while it is read is refused, and so is one that the
 * system does not give within `LIMITS.fileMs`: nothing can call such a read back, but nothing waits
 * for it any longer.
 */
export async function readFileBytes(path: string): Promise<FileBytes> {
	let timer: NodeJS.Timeout | undefined;
	const slow = new Promise<FileBytes>((resolve) => {
		timer = setTimeout(() => resolve(refused(TOO_SLOW, true)), LIMITS.fileMs);
	});
	const reading = openAndRead(path).catch((error: unknown) => refused(reasonOf(error), true));
	try {
		return await Promise.race([reading, slow]);
	} finally {
		clearTimeout(timer);
	}
}
