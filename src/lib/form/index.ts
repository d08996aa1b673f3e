export * from './added.ts';
export * from './address.ts';
export * from './agency.ts';
export { APPLICANTS } from './applications.ts';
export * from './cell.ts';
export {
	OUTCOMES,
	type Block,
	type CellForm,
	type Edition,
	type FormCode,
	type Item,
	type Measure,
	type OutcomeCode,
	type Section,
	type SectionCode,
	type Unit
} from './edition.ts';
export * from './file-reason.ts';
export * from './filing.ts';
export * from './kinds.ts';
export * from './label.ts';
export * from './office.ts';
export * from './registry.ts';
export * from './report.ts';
export * from './series.ts';
export { addsOverYears } from './stocks.ts';
export * from './sums.ts';
export { STATISTICS, STATISTICS_HEADINGS, STATISTICS_PARTS } from './statistics.ts';
