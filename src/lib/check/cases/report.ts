import { FORM_CELLS } from '../../form/index.ts';
import type { Cases } from './case.ts';

const A = 'applications';
const D = 'disclosure';
const RECEIVED = `${A}/received/total`;

export const REPORT_CASES: Cases = {
	invalid_count: [
		{
			name: 'a negative change',
			subject: `${D}/licensing/items_change`,
			cells: { [`${D}/licensing/items_change`]: -3 },
			answer: 'pass'
		},
		{
			name: 'an amount with six decimals',
			subject: `${D}/procurement/amount`,
			cells: { [`${D}/procurement/amount`]: 20.268491 },
			answer: 'pass'
		},
		{
			name: 'an amount with seven decimals',
			subject: `${D}/procurement/amount`,
			cells: { [`${D}/procurement/amount`]: 20.2684911 },
			answer: 'fail'
		},
		{
			name: 'a negative count',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: -1 },
			answer: 'fail'
		},
		{
			name: 'half an application',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: 0.5 },
			answer: 'fail'
		},
		{
			name: 'a change that is no whole number',
			subject: `${D}/licensing/items_change`,
			cells: { [`${D}/licensing/items_change`]: 0.5 },
			answer: 'fail'
		},
		{
			name: 'a blank cell',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: 'blank' },
			answer: 'undecided'
		}
	],
	no_table: [
		{ name: 'a table', subject: null, answer: 'pass' },
		{
			name: 'prose of a year without a form',
			form: 'free',
			year: 2011,
			subject: null,
			answer: 'pass'
		},
		{
			name: 'prose of no known year',
			form: 'free',
			year: null,
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'no cell of the form',
			cells: Object.fromEntries(
				FORM_CELLS.get('2019')!.map(({ address }) => [address, 'missing' as const])
			),
			subject: null,
			answer: 'fail'
		}
	],
	edition_of_year: [
		{ name: '2019 edition for 2020', subject: null, answer: 'pass' },
		{ name: '2019 edition for 2022', year: 2022, subject: null, answer: 'fail' },
		{ name: '2021 edition for 2020', form: '2021', subject: null, answer: 'fail' },
		{ name: '2014 edition for 2019', form: '2014', year: 2019, subject: null, answer: 'fail' },
		{ name: '2014 edition for 2013', form: '2014', year: 2013, subject: null, answer: 'fail' },
		{ name: '2014 edition for 2016', form: '2014', year: 2016, subject: null, answer: 'pass' },
		{ name: 'prose for 2010', form: 'free', year: 2010, subject: null, answer: 'pass' },
		{ name: 'a year before any', form: 'free', year: 2007, subject: null, answer: 'undecided' },
		{
			name: 'a form taken from the year alone',
			year: 2020,
			cells: Object.fromEntries(
				FORM_CELLS.get('2019')!.map(({ address }) => [address, 'missing' as const])
			),
			subject: null,
			answer: 'undecided'
		},
		{ name: 'a year that is not settled', year: null, subject: null, answer: 'undecided' }
	],
	period_of_year: [
		{
			name: 'the year of the report',
			words: '统计期限为 ２０２０ 年1月1日\n至12月31日。\n',
			subject: null,
			answer: 'pass'
		},
		{
			name: 'the year before',
			words: '所列数据自2019年1月1日起至2019年12月31日止。\n',
			subject: null,
			answer: 'fail'
		},
		{
			name: 'its own year beside another',
			words: '2020年1月1日至12月31日收到5件，2019年1月1日至12月31日收到3件。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'several years together',
			words: '2015年1月1日至2019年12月31日累计收到9件。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'part of a year',
			words: '2019年3月1日至12月31日。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'a year that is not settled',
			year: null,
			words: '2019年1月1日至12月31日。\n',
			subject: null,
			answer: 'undecided'
		}
	],
	figure_in_text: [
		{
			name: 'the total received',
			words: '全年收到政府信息公开申请12件。\n',
			cells: { [RECEIVED]: 12 },
			subject: RECEIVED,
			answer: 'pass'
		},
		{
			name: 'received and carried in together',
			words: '全年收到政府信息公开申请14件。\n',
			cells: { [RECEIVED]: 12, [`${A}/carried_in/total`]: 2 },
			subject: RECEIVED,
			answer: 'pass'
		},
		{
			name: 'another total',
			words: '全年收到政府信息公开申请13件。\n',
			cells: { [RECEIVED]: 12 },
			subject: RECEIVED,
			answer: 'fail'
		},
		{
			name: 'none in words, some in the table',
			words: '全年未收到政府信息公开申请。\n',
			cells: { [RECEIVED]: 12 },
			subject: RECEIVED,
			answer: 'fail'
		},
		{
			name: 'a blank total',
			words: '全年未收到政府信息公开申请。\n',
			cells: { [RECEIVED]: 'blank' },
			subject: RECEIVED,
			answer: 'undecided'
		},
		{
			name: 'several figures, none of them the total',
			words: '收到政府信息公开申请5件。新收政府信息公开申请7件。\n',
			cells: { [RECEIVED]: 12 },
			subject: RECEIVED,
			answer: 'undecided'
		},
		{
			name: 'one of several figures is the total',
			words: '收到政府信息公开申请5件。新收政府信息公开申请12件。\n',
			cells: { [RECEIVED]: 12 },
			subject: RECEIVED,
			answer: 'pass'
		},
		{
			name: 'more documents than were made',
			words: '制作规范性文件9篇。\n',
			cells: { [`${D}/normative_documents/made`]: 7 },
			subject: `${D}/normative_documents/made`,
			answer: 'fail'
		},
		{
			name: 'the documents disclosed',
			words: '制发规范性文件5件。\n',
			cells: {
				[`${D}/normative_documents/made`]: 7,
				[`${D}/normative_documents/disclosed`]: 5
			},
			subject: `${D}/normative_documents/made`,
			answer: 'pass'
		},
		{
			name: 'the 2021 edition',
			form: '2021',
			year: 2022,
			words: '没有制定行政规范性文件。\n',
			cells: { [`${D}/normative_documents/issued`]: 3 },
			subject: `${D}/normative_documents/issued`,
			answer: 'fail'
		},
		{
			name: 'no reconsideration in words, one in the table',
			words: '未发生与信息公开有关的行政复议。\n',
			cells: { 'remedies/reconsideration/total': 1 },
			subject: 'remedies/reconsideration/total',
			answer: 'fail'
		},
		{
			name: 'carried over',
			words: '收到申请9件，结转下年度2件。\n',
			cells: { [`${A}/carried_out/total`]: 2 },
			subject: `${A}/carried_out/total`,
			answer: 'pass'
		}
	]
};
