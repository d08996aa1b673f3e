/** A question that the database refused or could not finish; it carries the SQL it was asked in. */
export class QueryFailed extends Error {
	override readonly name: string = 'QueryFailed';
	readonly sql: string;

	constructor(message: string, sql: string, options?: ErrorOptions) {
		super(`${message}\n${sql.trim()}`, options);
		this.sql = sql;
	}
}

/** A question that was stopped because it took longer than its limit. */
export class QueryTimeout extends QueryFailed {
	override readonly name = 'QueryTimeout';

	constructor(timeoutMs: number, sql: string) {
		super(`stopped after ${timeoutMs} ms`, sql);
	}
}

/** A question that was stopped because nobody waits for its answer any more. */
export class QueryAborted extends QueryFailed {
	override readonly name = 'QueryAborted';

	constructor(sql: string) {
		super('stopped: nobody waits for the answer', sql);
	}
}

/** Too many questions wait already; one more is refused at once. */
export class Busy extends Error {
	override readonly name = 'Busy';

	constructor(waiting: number) {
		super(`${waiting} questions wait already`);
	}
}

/** There is no store, or no published snapshot in it, where one was looked for. */
export class StoreMissing extends Error {
	override readonly name = 'StoreMissing';
	readonly directory: string;

	constructor(directory: string) {
		super(`no store at ${directory}`);
		this.directory = directory;
	}
}

/** A store that is there and cannot be read: damaged, or written by another version. */
export class StoreUnreadable extends Error {
	override readonly name = 'StoreUnreadable';
	readonly directory: string;

	constructor(
		directory: string,
		reason: string,
		remedy = '请把报告重新导入到一个新目录（--store）'
	) {
		super(`库 ${directory} 不能读取：${reason}。${remedy}`);
		this.directory = directory;
	}
}

/** A store whose current snapshot is not there, or is damaged; the next ingest publishes anew. */
export class SnapshotMissing extends StoreUnreadable {
	constructor(directory: string, reason: string) {
		super(directory, reason, '请再次导入，会发布新的快照：npm run ingest -- 你的报告文件夹');
	}
}

/** A text that is no single statement that only reads. */
export class NotAQuestion extends Error {
	override readonly name = 'NotAQuestion';
}
