import type { FileReason } from '$lib/form';
import { LIMITS } from '../../lib/limits.ts';

/** Why a file that is larger than any report is not even sent, or not looked at. */
export const TOO_LARGE: FileReason = {
	code: 'too_large',
	reason: `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB，未读取；请只给出年度报告本身`,
	detail: { of: 'bytes', most: LIMITS.fileBytes }
};
