import {
	columnOf,
	filledIn,
	namedSum,
	partsOf,
	STATUSES,
	type Address,
	type FormCode,
	type Status
} from '../../form/index.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import type { Batch } from '../snapshot.ts';
import { spellingOf } from '../search/pinyin.ts';
import { foldedText } from '../search/units.ts';
import { WordIndex } from '../search/word-index.ts';
import { partOfBatch } from '../views.ts';
import {
	OUTCOME_ROWS,
	SCHEMAS,
	STATUS_NUMBERS,
	statusColumnOf,
	statusCountColumnOf
} from '../tables.ts';

/** A corpus for tests, small enough to add up by hand: ten reports of five agencies. */
export const AGENCY = {
	education: 'a000000000000000a',
	civilAffairs: 'a000000000000000b',
	government: 'a000000000000000c',
	invented: 'a000000000000000d',
	unresolved: 'u000000000000000e'
} as const;

export const LICENSING = 'disclosure/licensing/decisions';
export const PROCUREMENT = 'disclosure/procurement/amount';
export const OTHER = 'applications/other/total';
export const MADE = 'disclosure/normative_documents/made';

/** Filters of which some are set. */
export const asking = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });

/** A figure, or why there is none. */
type Content = number | Exclude<Status, 'reported'>;

interface SmallReport {
	readonly columns: Readonly<Record<string, string | number | boolean | null>>;
	readonly cells: Readonly<Record<Address, Content>>;
}

const EDUCATION = {
	agency_id: AGENCY.education,
	agency: '甲市教育局',
	kind: 'education',
	level: 'city',
	scope: 'own',
	province: '示例省',
	city: '甲市'
};
const CIVIL_AFFAIRS = {
	agency_id: AGENCY.civilAffairs,
	agency: '乙县民政局',
	kind: 'civil_affairs',
	level: 'county',
	scope: 'own',
	province: '示例省',
	city: '甲市',
	county: '乙县'
};
const GOVERNMENT = {
	...EDUCATION,
	agency_id: AGENCY.government,
	agency: '甲市人民政府',
	kind: 'government',
	scope: 'consolidated'
};
const INVENTED = {
	...CIVIL_AFFAIRS,
	agency_id: AGENCY.invented,
	agency: '丙县民政局',
	county: '丙县',
	generated: true
};
const UNRESOLVED = { agency_id: AGENCY.unresolved, title: '# 2021', resolved: false };

const stock = (last: Content, change: Content, decisions: Content) => ({
	'disclosure/licensing/items_last_year': last,
	'disclosure/licensing/items_change': change,
	[LICENSING]: decisions
});

const outcomes = (granted: Content, refused: Content, unable: Content, stated: Content) => ({
	'applications/granted/total': granted,
	'applications/refused_state_secret/total': refused,
	'applications/refused_third_party/total': 1,
	'applications/unable_not_held/total': unable,
	'applications/outcomes_total/total': stated
});

function small(
	id: string,
	columns: SmallReport['columns'],
	cells: SmallReport['cells']
): SmallReport {
	const defaults = { resolved: true, is_current: true, generated: false, form: '2019' };
	const names = { source: `${id}.txt`, sha256: id.padStart(64, '0') };
	return {
		columns: { report_id: `r${id.padStart(16, '0')}`, ...defaults, ...names, ...columns },
		cells
	};
}

const REPORTS: readonly SmallReport[] = [
	small(
		'1',
		{ ...EDUCATION, year: 2019, published_on: '2020-01-31' },
		{
			...stock(6, 4, 10),
			[PROCUREMENT]: 20.26849,
			[MADE]: 45,
			'disclosure/normative_documents/disclosed': 23,
			[OTHER]: 3
		}
	),
	small(
		'2',
		{ ...EDUCATION, year: 2020 },
		{ ...stock(10, 1, 20), [PROCUREMENT]: 0.1, ...outcomes(3, 1, 2, 7) }
	),
	small('20', { ...EDUCATION, year: 2020, is_current: false }, stock(10, 1, 999)),
	small(
		'3',
		{ ...EDUCATION, year: 2021, form: '2021' },
		{
			[LICENSING]: 30,
			'disclosure/normative_documents/issued': 7,
			'applications/other_overdue_correction/total': 1,
			'applications/other_unpaid_fee/total': 2,
			'applications/other_other/total': 'blank'
		}
	),
	small('4', { ...CIVIL_AFFAIRS, year: 2019 }, stock('blank', 'blank', 'blank')),
	small(
		'5',
		{ ...CIVIL_AFFAIRS, year: 2020 },
		{ ...stock(1, 0, 5), [PROCUREMENT]: 0.2, ...outcomes(5, 'missing', 0, 'unreadable') }
	),
	small(
		'6',
		{ ...CIVIL_AFFAIRS, year: 2021, form: '2021' },
		{
			[LICENSING]: 'missing',
			[OTHER]: 4,
			'applications/other_overdue_correction/total': 'missing',
			'applications/other_unpaid_fee/total': 'missing',
			'applications/other_other/total': 'missing'
		}
	),
	small('7', { ...GOVERNMENT, year: 2020 }, stock(900, 0, 1000)),
	small('8', { ...UNRESOLVED, form: '2021' }, { [LICENSING]: 7 }),
	small('9', { ...INVENTED, year: 2020 }, stock(0, 0, 100))
];

/** What the reports tell, in the order of REPORTS. */
const TEXTS: readonly string[] = [
	'一、总体情况\n全年收到政府信息公开申请45 件，同比增长。疫情防\n控信息及时公开。',
	'政府信息公开申请 4,500 件。',
	'旧版：疫情防控。',
	'公开申请，信息公开，政府信息。',
	'政府資訊公開申請45件，疫情防控。',
	'防控信息公开，疫情平稳。',
	'无。',
	'甲市人民政府汇总：申请1045件。',
	'疫情防控疫情防控',
	'模拟数据：申请 45 项。'
];

const BATCH: Batch = {
	id: 'b',
	reports: TEXTS.length,
	live: TEXTS.length,
	figures: '',
	cells: '',
	documents: '',
	findings: '',
	words: ''
};

/** The index of the reports' words, as a batch writer makes it. */
function insertWords(): string[] {
	const index = new WordIndex();
	for (const text of TEXTS) index.add(text);
	return [...index.postings(TEXTS.map((_, at) => at))].map(
		({ token, postings }) =>
			`INSERT INTO words VALUES (${literal(token)}, from_hex('${Buffer.from(postings).toString('hex')}'), 'b')`
	);
}

const insertTexts = () => [
	...(['cells', 'documents'] as const).map(
		(kind) => `CREATE VIEW ${partOfBatch(kind, BATCH.id)} AS FROM ${kind}`
	),
	...TEXTS.map((text, at) => {
		const report_id = REPORTS[at]?.columns.report_id ?? '';
		return insert('documents', { report_id, text, evidence: '[]', notes: '[]', batch: 'b' });
	})
];

/** The names of an agency, or of a region where there is no id. */
function insertName(
	name: string,
	{ agency_id = null, ...region }: Readonly<Record<string, Plain>>,
	former = false
): string {
	return insert('names', {
		name,
		agency_id,
		...region,
		generated: false,
		former,
		folded: foldedText(name),
		...spellingOf(name)
	});
}

function insertNames(): string[] {
	const place = ({ agency_id = null, province = null, city = null, county = null }: Named) => ({
		agency_id,
		province,
		city,
		county
	});
	return [
		...[EDUCATION, CIVIL_AFFAIRS, GOVERNMENT, INVENTED].flatMap((named) => [
			insertName(named.agency, place(named)),
			insert('agencies', { agency: named.agency, kind: named.kind, ...place(named) })
		]),
		insertName('丁县民政局', place(CIVIL_AFFAIRS), true),
		insertName('示例省', place({ province: '示例省' })),
		insertName('甲市', place({ province: '示例省', city: '甲市' })),
		insertName('乙县', place({ province: '示例省', city: '甲市', county: '乙县' })),
		insertName('丁县', place({ province: '示例省', city: '甲市', county: '乙县' }), true)
	];
}

type Named = Readonly<Partial<Record<'agency_id' | 'province' | 'city' | 'county', Plain>>>;
type Plain = string | number | boolean | null;
const literal = (value: Plain) =>
	typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

function insert(table: string, columns: Readonly<Record<string, Plain>>): string {
	const values = Object.values(columns).map(literal);
	return `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) VALUES (${values.join(', ')})`;
}

function insertReport({ columns, cells }: SmallReport, place: number): string[] {
	const report_id = columns.report_id ?? '';
	const wide: Record<string, Plain> = {};
	const rows = Object.entries(cells).map(([address, content]) => {
		const status = typeof content === 'number' ? 'reported' : content;
		const value = typeof content === 'number' ? content : null;
		wide[columnOf(address)] = value;
		wide[statusColumnOf(address)] = STATUS_NUMBERS[status];
		const raw = value === null ? null : value === 4 ? '+4' : String(value);
		return insert('cells', { report_id, ...partsOf(address), value, raw, status });
	});
	for (const status of STATUSES) {
		const known = Object.values(cells).map((cell) =>
			typeof cell === 'number' ? 'reported' : cell
		);
		wide[statusCountColumnOf(status)] = known.filter((cell) => cell === status).length;
	}
	const statusOf = (address: Address) => {
		const cell = cells[address];
		return typeof cell === 'number' ? 'reported' : cell;
	};
	const form = (columns.form ?? '2019') as FormCode;
	const outcomes = filledIn(namedSum('handled').addends, form, statusOf);
	wide[OUTCOME_ROWS.reported] = outcomes.reported;
	wide[OUTCOME_ROWS.lacking] = outcomes.lacking;
	return [
		insert('figures', { ...columns, ...wide, place }),
		insert('live', { report_id, batch: BATCH.id }),
		...rows
	];
}

const finding = (id: string, report: string, columns: Readonly<Record<string, Plain>>) =>
	insert('findings', {
		finding_id: `f${id.padStart(16, '0')}`,
		report_id: `r${report.padStart(16, '0')}`,
		origin: 'agency',
		...columns
	});

const MADE_PARTS = { section: 'disclosure', item: 'normative_documents', measure: 'made' };
const names = SCHEMAS.reports.fields.map(({ name }) => name).join(', ');

/** Lawsuits brought at once and one after a reconsideration; as many reconsiderations as the former. */
const sued = (upheld: number, corrected: Content) => ({
	...Object.fromEntries(
		['reconsideration', 'litigation_direct'].flatMap((item) => [
			[`remedies/${item}/upheld`, upheld],
			[`remedies/${item}/corrected`, corrected],
			[`remedies/${item}/total`, upheld + (typeof corrected === 'number' ? corrected : 0)]
		])
	),
	'remedies/litigation_after_reconsideration/upheld': 1,
	'remedies/litigation_after_reconsideration/corrected': 0,
	'remedies/litigation_after_reconsideration/total': 1
});

/** The same in the edition that does not tell the two apart. */
const suedBefore = (upheld: number, corrected: number) =>
	Object.fromEntries(
		['reconsideration', 'litigation'].flatMap((item) => [
			[`statistics/${item}_upheld/count`, upheld],
			[`statistics/${item}_corrected/count`, corrected]
		])
	);

const SUED = {
	...EDUCATION,
	...{ agency_id: 'a000000000000000f', agency: '示例省教育厅', level: 'province', city: null }
};
const SUED_TOO = { ...SUED, agency_id: 'a000000000000001a', agency: '示例省民政厅' };

/** Reports of a province that tell of lawsuits, over editions that count them in other ways. */
export const LAWSUITS: readonly SmallReport[] = [
	small('30', { ...SUED, year: 2018, form: '2014' }, suedBefore(50, 50)),
	small('31', { ...SUED, year: 2020 }, sued(4, 2)),
	small('32', { ...SUED_TOO, year: 2021, form: '2014' }, suedBefore(50, 1)),
	small('33', { ...SUED, agency: '示例省教体厅', year: 2022, form: '2021' }, sued(3, 4)),
	small('34', { ...SUED_TOO, year: 2022, form: '2021' }, sued(3, 'blank'))
];

/** The small corpus in a database, with more reports where asked; `rule` names the rule of its findings. */
export function smallCorpus(
	rule = 'some_rule',
	more: readonly SmallReport[] = []
): Promise<Database> {
	const wide = { rule, severity: 'warning', ...MADE_PARTS };
	return emptyDatabase(
		[
			...[...REPORTS, ...more].flatMap(insertReport),
			...insertTexts(),
			...insertWords(),
			...insertNames(),
			`INSERT INTO reports SELECT ${names} FROM figures`,
			finding('1', '1', { ...wide, observed: 45, expected: 23, message: '=规范性文件, "45" > 23' }),
			finding('2', '9', { ...wide, observed: 90, expected: 1, message: '模拟' }),
			finding('3', '2', { rule, severity: 'error', observed: 7, expected: 6, message: '合计\n7' }),
			finding('4', '20', { rule, severity: 'error', message: '旧版' }),
			insert('rules', {
				rule,
				severity: 'warning',
				title: '一',
				description: '二',
				formula: '三',
				basis: '四',
				forms: '2019 2021'
			}),
			insert('files', { source: '1.txt', status: 'report', report_id: 'r0000000000000001' }),
			insert('files', { source: 'x.bin', status: 'rejected', reason: '不是文字' })
		],
		[BATCH]
	);
}
