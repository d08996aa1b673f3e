import type { Label, Language } from '../form/index.ts';
import { Busy, QueryTimeout, StoreMissing, StoreUnreadable } from './failures.ts';
import { WorkbookTooLarge } from './export/workbook.ts';
import { BadFilter } from './filters.ts';

/** What people and programs are told of a failure: never a stack trace, never an SQL text. */
export interface Failure {
	readonly status: number;
	readonly code: FailureCode;
	readonly message: string;
	/** The URL key that was wrong. */
	readonly key?: string;
}

export type FailureCode =
	| 'bad_filter'
	| 'not_found'
	| 'store_missing'
	| 'store_unreadable'
	| 'busy'
	| 'timeout'
	| 'too_large'
	| 'internal';

const WORDS: Readonly<Record<Exclude<FailureCode, 'bad_filter'>, Label>> = {
	not_found: { zh: '没有这个页面。', en: 'There is no such page.' },
	store_missing: {
		zh: '没有找到数据仓。请先读入报告（npm run ingest -- 你的报告文件夹）；若数据仓在别处，用环境变量 GOUJI_STORE 指明，然后刷新本页。',
		en: 'There is no store. Read some reports first (npm run ingest -- YOUR-REPORTS). If the store is elsewhere, name it in the variable GOUJI_STORE; then reload this page.'
	},
	store_unreadable: {
		zh: '数据仓无法读取：已损坏，或由另一版本写成。请重新读入报告：npm run ingest -- 你的报告文件夹。',
		en: 'The store cannot be read: it is damaged, or another version wrote it. Read the reports again: npm run ingest -- YOUR-REPORTS.'
	},
	busy: {
		zh: '同时查询的人太多，请过几秒再试。',
		en: 'Too many questions at once; please try again in a few seconds.'
	},
	timeout: {
		zh: '查询超过了时限。请缩小筛选范围（例如少选几个年度），或下载数据后再分析。',
		en: 'The question took too long. Narrow the filters (fewer years, say), or download the data.'
	},
	too_large: {
		zh: '行数超过一个工作簿的上限，请改用 CSV 或 Parquet 下载，或缩小筛选范围。',
		en: 'More rows than a workbook holds: download CSV or Parquet instead, or narrow the filters.'
	},
	internal: {
		zh: '服务器出错了，已记入日志。',
		en: 'Something went wrong on the server; it has been logged.'
	}
};

const STATUS: Readonly<Record<FailureCode, number>> = {
	bad_filter: 400,
	not_found: 404,
	store_missing: 503,
	store_unreadable: 503,
	busy: 503,
	timeout: 504,
	too_large: 413,
	internal: 500
};

function codeOf(error: unknown, status: number): FailureCode {
	if (error instanceof BadFilter) return 'bad_filter';
	if (error instanceof StoreMissing) return 'store_missing';
	if (error instanceof StoreUnreadable) return 'store_unreadable';
	if (error instanceof Busy) return 'busy';
	if (error instanceof QueryTimeout) return 'timeout';
	if (error instanceof WorkbookTooLarge) return 'too_large';
	return status === 404 ? 'not_found' : 'internal';
}

const COLON: Readonly<Record<Language, string>> = { zh: '：', en: ': ' };

/**
 * What to tell of an error.
 *
 * @param status what the server would answer if the error is none of the known ones
 */
export function failureOf(error: unknown, status: number, language: Language): Failure {
	const code = codeOf(error, status);
	if (error instanceof BadFilter) {
		const message = `${error.key}${COLON[language]}${error.reason[language]}`;
		return { status: STATUS.bad_filter, code, message, key: error.key };
	}
	const known = code === 'internal' && status >= 400 && status < 500 ? status : STATUS[code];
	return { status: known, code, message: WORDS[code as keyof typeof WORDS][language] };
}
