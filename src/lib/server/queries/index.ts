export * from './adding.ts';
export * from './agencies.ts';
export * from './agency-roster.ts';
export * from './agency-series.ts';
export * from './agency-story.ts';
export { basis, type Basis, type FigureBasis } from './basis.ts';
export * from './corpus.ts';
export * from './coverage.ts';
export * from './coverage-grid.ts';
export * from './coverage-letter.ts';
export * from './coverage-lists.ts';
export * from './files.ts';
export * from './filter-options.ts';
export * from './findings.ts';
export {
	findingsByOrigin,
	findingsGrid,
	GROUPINGS,
	together,
	type FindingsGroup,
	type Grouping,
	type RuleCount
} from './findings-grid.ts';
export { measures } from './measures.ts';
export * from './outcomes.ts';
export * from './peers.ts';
export { RANKED_BY, type Group, type RankedBy, type RankedGroups } from './ranked-groups.ts';
export * from './remedies-by-group.ts';
export * from './report.ts';
export * from './report-names.ts';
export * from './reports-list.ts';
export * from './rule-groups.ts';
export * from './search-names.ts';
export * from './search-words.ts';
export * from './series-by-agency.ts';
export * from './series-by-group.ts';
export * from './series-by-year.ts';
export { sameAsBefore, SERIES_RANKS, type SeriesRank, type SeriesRanking } from './series-rank.ts';
export type { CellsSummary } from './cells-summary.ts';
export * from './table.ts';
export * from './table-page.ts';
export * from './undecided.ts';
export * from './unresolved.ts';
