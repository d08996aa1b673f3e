import type { FileReason } from '$lib/form';
import { LIMITS } from '../../lib/limits.ts';
import { TOO_LARGE } from './too-large';

/** Why a form gave nothing to check, or no answer came. */
export type Problem = 'nothing' | 'busy' | 'late' | 'broken' | 'failed';

/** A file as a form gave it, or text that was pasted. */
export interface Given {
	/** The file's own name, which may speak for the agency; empty for pasted text. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What came of looking into a form. */
export type Looked =
	| { readonly given: Given }
	| { readonly problem: Problem }
	| { readonly name: string; readonly why: FileReason };

const LONGEST_NAME = 200;

/** The last part of a file's name: a path in it is nobody's business. */
const ownName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').slice(-LONGEST_NAME);

/** A form's fields once they are here; null where they do not come in time. */
async function fieldsOf(request: Request): Promise<FormData | null> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), LIMITS.arrivalMs);
	});
	try {
		return await Promise.race([request.formData(), late]);
	} finally {
		clearTimeout(timer);
	}
}

async function givenIn(fields: FormData): Promise<Looked> {
	const [file, text] = [fields.get('file'), fields.get('text')];
	// A form without a chosen file sends an empty one without a name.
	if (file instanceof File && file.name !== '') {
		const name = ownName(file.name);
		if (file.size > LIMITS.fileBytes) return { name, why: TOO_LARGE };
		return { given: { name, bytes: new Uint8Array(await file.arrayBuffer()) } };
	}
	if (typeof text !== 'string' || text.trim() === '') return { problem: 'nothing' };
	const bytes = new TextEncoder().encode(text);
	return bytes.length > LIMITS.fileBytes
		? { name: '', why: TOO_LARGE }
		: { given: { name: '', bytes } };
}

/** Looks into a form for a file or a text to check. */
export async function lookInto(request: Request): Promise<Looked> {
	const length = Number(request.headers.get('content-length') ?? NaN);
	if (length > LIMITS.checkFormBytes) return { name: '', why: TOO_LARGE };
	let fields: FormData | null;
	try {
		fields = await fieldsOf(request);
	} catch {
		// Cut short, or no form.
		return { problem: 'broken' };
	}
	return fields ? givenIn(fields) : { problem: 'late' };
}
