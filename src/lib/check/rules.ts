import {
	DISCLOSED_OVER_PUBLIC_TOTAL,
	ISSUED_OVER_IN_FORCE,
	MADE_OVER_DISCLOSED
} from './bounds.ts';
import { CHAIN_RULES } from './chain.ts';
import { COPY_RULES } from './copies.ts';
import { INVALID_COUNT } from './counts.ts';
import { EDITION_OF_YEAR } from './edition.ts';
import { PART_OVER_WHOLE } from './parts.ts';
import { PERIOD_OF_YEAR } from './period.ts';
import type { PairRule, ReportRule, Rule } from './rule.ts';
import { STOCK_IN_DECISIONS } from './stock.ts';
import {
	APPLICANTS_TOTAL,
	APPLICATION_BALANCE,
	OUTCOMES_TOTAL,
	REMEDY_TOTAL,
	STATISTICS_TOTAL
} from './sums.ts';
import { NO_TABLE } from './table.ts';
import { FIGURE_IN_TEXT } from './figure-in-text.ts';

/** The rules about one report, in the order of the domain's identities. */
export const REPORT_RULES: readonly ReportRule[] = [
	APPLICATION_BALANCE,
	APPLICANTS_TOTAL,
	OUTCOMES_TOTAL,
	REMEDY_TOTAL,
	STATISTICS_TOTAL,
	PART_OVER_WHOLE,
	DISCLOSED_OVER_PUBLIC_TOTAL,
	MADE_OVER_DISCLOSED,
	INVALID_COUNT,
	ISSUED_OVER_IN_FORCE,
	STOCK_IN_DECISIONS,
	EDITION_OF_YEAR,
	NO_TABLE,
	PERIOD_OF_YEAR,
	FIGURE_IN_TEXT
];

/** The rules about a report beside another, which only a whole store can answer. */
export const PAIR_RULES: readonly PairRule[] = [...CHAIN_RULES, ...COPY_RULES];

/** Every rule. */
export const RULES: readonly Rule[] = [...REPORT_RULES, ...PAIR_RULES];
