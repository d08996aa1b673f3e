import { addressOf, type Address, type FormCode, type Report } from '../form/index.ts';
import { figureAt, itemName, measureName } from './figures.ts';
import { originOf } from './origin.ts';
import type { ReportRule, Verdict } from './rule.ts';
import { figuresToldIn, type Matter, type ToldFigure } from './told.ts';

const applications = (item: string) => addressOf('applications', item, 'total');
const documents = (measure: string) => addressOf('disclosure', 'normative_documents', measure);

/** The cell that counts a matter, and figures of the form that sentences give in its place. */
interface Counted {
	readonly matter: Matter;
	readonly subject: Address;
	readonly alike: readonly Address[];
}

/** In the order of the form. */
const COUNTED: Readonly<Partial<Record<FormCode, readonly Counted[]>>> = {
	'2019': countedWith('made', ['disclosed', 'public_total']),
	'2021': countedWith('issued', ['in_force'])
};

function countedWith(measure: string, others: readonly string[]): Counted[] {
	return [
		{ matter: 'documents', subject: documents(measure), alike: others.map(documents) },
		{ matter: 'received', subject: applications('received'), alike: [] },
		{ matter: 'carried_out', subject: applications('carried_out'), alike: [] },
		{
			matter: 'reconsideration',
			subject: addressOf('remedies', 'reconsideration', 'total'),
			alike: []
		}
	];
}

/** Whether a sentence may rightly give a figure for a matter. None at all is said of that alone. */
function agrees(value: number, { matter, subject, alike }: Counted, report: Report): boolean {
	const own = figureAt(report, subject);
	if (value === own || value === 0) return value === own;
	if (alike.some((address) => figureAt(report, address) === value)) return true;
	const carriedIn = figureAt(report, applications('carried_in'));
	return matter === 'received' && own !== null && carriedIn !== null && value === own + carriedIn;
}

function verdictOf(counted: Counted, told: readonly ToldFigure[], report: Report): Verdict {
	const { subject } = counted;
	const observed = figureAt(report, subject);
	const [first, ...others] = told.filter(({ matter }) => matter === counted.matter);
	if (!first || observed === null) return { answer: 'undecided', subject };
	if ([first, ...others].some(({ value }) => agrees(value, counted, report))) {
		return { answer: 'pass', subject };
	}
	// What none of several figures is the whole of may be told in parts.
	if (others.some(({ value }) => value !== first.value)) return { answer: 'undecided', subject };
	const [item, measure] = [itemName(report.form, subject), measureName(report.form, subject)];
	return {
		answer: 'fail',
		subject,
		finding: {
			rule: FIGURE_IN_TEXT.code,
			severity: FIGURE_IN_TEXT.severity,
			subject,
			observed,
			expected: first.value,
			suspect: null,
			suggestion: null,
			// Which of the two is right, and whether they count the same, the report does not tell.
			origin: originOf(report, [subject]) === 'reading' ? 'reading' : 'unknown',
			message: `${item}：${measure} ${observed}，正文却写“${first.words}”（${first.value}）；两处不一致，或口径不同，须核对。`,
			place: first.place
		}
	};
}

export const FIGURE_IN_TEXT: ReportRule = {
	code: 'figure_in_text',
	severity: 'warning',
	title: { zh: '正文数字与表格不符', en: 'The text tells another figure' },
	description: {
		zh: '正文写明本年收到申请、结转下年度、制发规范性文件、行政复议的件数（包括“未收到”）的，应与表中总数相同。只看说得明白的句子。正文写的是收到与上年结转之和，或规范性文件的公开数、有效数，也算相符。',
		en: 'Where the text states how many applications were received or carried over, normative documents made, or reconsiderations there were this year (“none” too), it is the total of the table. Only plain sentences are read. The sum of received and carried in, or the documents disclosed or in force, will do as well.'
	},
	formula: {
		zh: '正文所写件数 = 表中总数',
		en: 'The number stated in the text = The total in the table'
	},
	basis: {
		zh: '年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）：总体情况与各表说的是同一年的同一项工作',
		en: 'Formats of the annual report (国办公开办函〔2019〕60号, 〔2021〕30号): the overview and the tables tell of the same work in the same year'
	},
	undecided: {
		zh: '正文没有写明件数、只写了分项或别的年度、几处说法不一，或者表中这一格没有数的，不作判断，也不计入占比的分母。',
		en: 'Where the text states no such number, only parts or other years, or several numbers, and where the cell of the table has no figure, nothing is judged, and the report is not in the whole that shares are of.'
	},
	demand: 'comparison',
	forms: ['2019', '2021'],
	cells: (form) =>
		(COUNTED[form] ?? []).flatMap(({ subject, alike, matter }) => [
			subject,
			...alike,
			...(matter === 'received' ? [applications('carried_in')] : [])
		]),
	check(report) {
		const told = figuresToldIn(report);
		return (COUNTED[report.form] ?? []).map((counted) => verdictOf(counted, told, report));
	}
};
