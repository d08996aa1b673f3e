import {
	CELL_FORMS,
	EDITIONS,
	KINDS,
	LEVELS,
	SCOPES,
	STATUSES,
	type Label
} from '../../src/lib/form/index.ts';
import { LIMITS } from '../../src/lib/limits.ts';

const WORDS = { type: ['string', 'null'], maxLength: LIMITS.recordWords };
const OFFSET = { type: ['integer', 'null'], minimum: 0 };

/** A code, or its Chinese label. */
function codeOf(
	description: string,
	table: readonly { readonly code: string; readonly label: Label }[]
) {
	return {
		description,
		enum: [...new Set(table.flatMap(({ code, label }) => [code, label.zh])), '', null]
	};
}

/** A code of the form, or a Chinese label that the reader looks up. */
function nameOf(description: string, codes: Iterable<string>) {
	return {
		description,
		type: 'string',
		anyOf: [{ enum: [...new Set(codes)] }, { pattern: '[\\u3400-\\u9fff]' }]
	};
}

const FIGURE = {
	raw: {
		description:
			'What stands in the document, unit and all: 1,234, 5万元, +36, -; "" or null for a blank cell. 文件上写的原样',
		type: ['string', 'number', 'null'],
		maxLength: LIMITS.recordWords
	},
	value: {
		description: 'A figure: a count, or an amount in 万元. Where raw is given too, they must agree',
		type: ['number', 'null']
	},
	status: codeOf('A status that contradicts raw makes the cell unreadable', [
		...STATUSES.map((code) => ({ code, label: { zh: code, en: code } })),
		...[
			['reported', '已填'],
			['blank', '空白'],
			['missing', '缺失'],
			['unreadable', '无法辨认']
		].map(([code = '', zh = '']) => ({ code, label: { zh, en: code } }))
	]),
	char_start: { ...OFFSET, description: 'Where raw begins in text, in UTF-16 code units' },
	char_end: OFFSET,
	page: { type: ['integer', 'null'], minimum: 1, maximum: 100_000 },
	box: {
		description: 'left, top, right, bottom on the page, in points from its top left corner',
		anyOf: [
			{ type: 'null' },
			{ type: 'array', minItems: 4, maxItems: 4, items: { type: 'number' } }
		]
	}
};

/** What holds for every cell, in a list or in an object. */
const FIGURE_RULES = {
	anyOf: [{ required: ['raw'] }, { required: ['value'] }, { required: ['status'] }],
	allOf: [
		together('char_start', 'char_end', 'integer'),
		together('char_end', 'char_start', 'integer'),
		together('box', 'page', 'array', 'integer')
	]
};

/** Where one field says something, another must too. */
function together(field: string, other: string, type: string, otherType = type) {
	return {
		if: { required: [field], properties: { [field]: { type } } },
		then: { required: [other], properties: { [other]: { type: otherType } } }
	};
}

/** An object whose keys are names of one kind, and which is not empty. */
function keyed(names: string, values: unknown) {
	return {
		type: 'object',
		minProperties: 1,
		propertyNames: { $ref: `#/$defs/${names}` },
		additionalProperties: values
	};
}

function definitions() {
	const forms = [...CELL_FORMS.values()].flatMap((editions) => [...editions.values()]);
	const name = { type: ['string', 'integer', 'null'], maxLength: LIMITS.recordWords };
	return {
		section: nameOf(
			'A section of the form: its code or its Chinese name',
			forms.map(({ section }) => section.code)
		),
		item: nameOf(
			'A row of the form',
			forms.map(({ item }) => item.code)
		),
		measure: nameOf(
			'A column of the form',
			forms.map(({ measure }) => measure.code)
		),
		cell: {
			type: 'object',
			required: ['section', 'item', 'measure'],
			properties: {
				section: { $ref: '#/$defs/section' },
				item: { $ref: '#/$defs/item' },
				measure: { $ref: '#/$defs/measure' },
				...FIGURE
			},
			...FIGURE_RULES
		},
		figure: {
			description: 'A cell in an object of cells: raw alone, or an object',
			anyOf: [FIGURE.raw, { type: 'object', properties: FIGURE, ...FIGURE_RULES }]
		},
		report: {
			type: 'object',
			required: ['cells'],
			properties: {
				report_id: { ...name, description: 'A name of the report in its file' },
				id: name,
				source: name,
				title: WORDS,
				agency: WORDS,
				province: WORDS,
				city: WORDS,
				county: WORDS,
				level: codeOf('Level of administration', LEVELS),
				kind: codeOf('Kind of agency', KINDS),
				scope: codeOf('Own figures, or rolled-up ones', SCOPES),
				year: {
					description: 'The year that the report is about',
					anyOf: [
						{ type: 'integer', minimum: 2000, maximum: 2099 },
						{ type: 'string', pattern: '^(20\\d{2})?$' },
						{ type: 'null' }
					]
				},
				published_on: {
					description: 'ISO date, in China',
					type: ['string', 'null'],
					pattern: '^\\s*(20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?\\s*$'
				},
				source_url: WORDS,
				form: codeOf('Edition of the form; the cells of section 二 decide', EDITIONS),
				generated: { description: 'true for invented data', type: ['boolean', 'null'] },
				text: {
					description: 'The narrative or the whole text, in which char_start and char_end count',
					type: ['string', 'null'],
					maxLength: LIMITS.textLength
				},
				cells: {
					anyOf: [
						{ type: 'array', minItems: 1, items: { $ref: '#/$defs/cell' } },
						keyed('section', keyed('item', keyed('measure', { $ref: '#/$defs/figure' })))
					]
				}
			}
		}
	};
}

/** The JSON Schema of already parsed reports, from the registry of the form. */
export function parsedSchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title:
			'已解析的政府信息公开工作年度报告 Parsed annual report on government information disclosure',
		description:
			'One report, an array of reports, or an object with reports; in NDJSON one report a line. A key may stand once in an object, and a cell once in a report.',
		anyOf: [
			{ $ref: '#/$defs/report' },
			{ type: 'array', minItems: 1, items: { $ref: '#/$defs/report' } },
			{
				type: 'object',
				required: ['reports'],
				properties: {
					reports: { type: 'array', minItems: 1, items: { $ref: '#/$defs/report' } }
				}
			}
		],
		$defs: definitions()
	};
}

/** The schema as its file holds it. */
export function parsedSchemaFile(): string {
	return `${JSON.stringify(parsedSchema(), null, '\t')}\n`;
}
