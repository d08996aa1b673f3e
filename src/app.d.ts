import type { Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { FailureCode } from '$lib/server/failure';

declare global {
	namespace App {
		interface Locals {
			/** The language of the page: `lang` in the URL, else the cookie, else Chinese. */
			language: Language;
			/** The current snapshot of the store that is served; throws `StoreMissing`. */
			database(): Promise<Database>;
			/** The status of a failure that a page threw, once one has. */
			failedWith?: number;
		}

		interface PageData {
			/** True for a page that shows nothing of the store, and works without one. */
			storeless?: boolean;
		}

		interface Error {
			message: string;
			/** What went wrong, and the status it is answered with. */
			code?: FailureCode;
			status?: number;
			/** The URL key that was wrong. */
			key?: string;
		}
	}
}

export {};
