/** Every limit on time, memory and size, in one place. */
export const LIMITS = {
	/** Bytes of one input file; more is rejected unread. */
	fileBytes: 16 * 1024 * 1024,
	/** Characters of one report's text that are kept. */
	textLength: 4_000_000,
	/** Cells in one line of a table; a line with more is no row of the form. */
	rowSlots: 256,
	/** Elements of one page, and how deep they may nest; real pages have thousands, and dozens. */
	pageElements: 300_000,
	pageDepth: 5_000,
	/** Rows that a cell may claim to span, as browsers limit it. */
	pageRowspan: 65_534,
	/** Pages of one PDF; reports have 5 to 30, yearbooks more. */
	pdfPages: 300,
	/** Operators, characters and points of paths of one PDF; a page of a report has some thousands. */
	pdfOperators: 1_000_000,
	/** Bytes that one stream of a PDF, and all of them, may unpack to; pictures are never unpacked. */
	pdfStreamBytes: 48 * 1024 * 1024,
	pdfUnpackedBytes: 512 * 1024 * 1024,
	/** Streams of one PDF, and bytes of those whose unpacked size cannot be told beforehand. */
	pdfStreams: 20_000,
	pdfOpaqueBytes: 256 * 1024,
	/** Rules on one page after pieces were joined; a page with more is a drawing, not a form. */
	pdfRules: 2_000,
	/** Reports in one part of a snapshot; bounds the memory of an ingest. */
	reportsPerPart: 20_000,
	/** Characters of text in one part of a snapshot; bounds the memory of an ingest too. */
	charactersPerPart: 200_000_000,
	/** Milliseconds that one question of a page may take. */
	queryMs: 10_000,
	/** Milliseconds that one download's query may take. */
	downloadMs: 600_000,
	/** Questions that run at once; the rest wait. Four fill two cores. */
	concurrentQueries: 4,
	/** Questions that may wait; one more is refused with 503. */
	waitingQueries: 256,
	/** Milliseconds that a replaced snapshot stays open, for pages that are still asking it. */
	retiredMs: 60_000,
	/** Memory and threads of the database. */
	databaseMemory: '2GB',
	databaseThreads: 2,
	/** Answers kept in memory, by snapshot. */
	cachedAnswers: 500,
	/** Rows of one page of a list. */
	pageRows: 50,
	/** Characters of one URL parameter, and values of one repeated key. */
	parameterLength: 200,
	parameterValues: 100,
	/** Rows of a workbook, which is made in memory; a CSV has no such limit. */
	workbookRows: 100_000,
	/** Rows of a table printed for people; JSON and CSV have no such limit. */
	tableRows: 1_000
} as const;
