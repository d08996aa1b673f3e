/** Every limit on time, memory and size, in one place. */
export const LIMITS = {
	/** Bytes of one input file; more is rejected unread. */
	fileBytes: 16 * 1024 * 1024,
	/** Bytes of one archive of reports; each member has the limit of a file of its own. */
	archiveBytes: 256 * 1024 * 1024,
	/** Milliseconds that the operating system may take to give one file's bytes. */
	fileMs: 60_000,
	/** Milliseconds that reading one file, or the next member of one, may take, and its heap. */
	readingMs: 60_000,
	readingMemoryMb: 1_024,
	/** Members of a file that are read before the first of them is taken in. */
	piecesAhead: 8,
	/** Original files that are written to the store at once. */
	originalsAtOnce: 16,
	/** Characters of one report's text that are kept. */
	textLength: 4_000_000,
	/** Rows of a CSV of cells, and characters of one field of a parsed report but its text. */
	recordRows: 1_000_000,
	recordWords: 2_000,
	/** Cells in one line of a table; a line with more is no row of the form. */
	rowSlots: 256,
	/** Cells in one line of text that holds whole tables; a line with more is read as prose. */
	lineCells: 20_000,
	/** Elements of one page, and how deep they may nest; real pages have thousands, and dozens. */
	pageElements: 300_000,
	pageDepth: 5_000,
	/** Rows that a cell may claim to span, as browsers limit it. */
	pageRowspan: 65_534,
	/** Files and folders of one ZIP, and of all the ZIPs in it. */
	zipEntries: 20_000,
	/** ZIPs that may stand in one another. */
	zipDepth: 3,
	/** Bytes that one ZIP of reports may unpack to, with the ZIPs in it, file by file. */
	zipBytes: 256 * 1024 * 1024,
	/** Bytes of XML that one docx or xlsx may unpack to; a report's is a tenth of one megabyte. */
	packageBytes: 32 * 1024 * 1024,
	/** Elements of one XML part of a docx or xlsx, and how deep they may nest. */
	partElements: 400_000,
	partDepth: 256,
	/** Elements of a Word document, without those that only tell how it looks; mammoth is slow. */
	wordElements: 60_000,
	/** Rows and columns of a sheet, up to its last cell with a value. */
	sheetRows: 20_000,
	sheetColumns: 256,
	/** Merged cells of one sheet. */
	sheetMerges: 5_000,
	/** Cells of all the sheets of a workbook, empty ones between others too; a report has hundreds. */
	workbookCells: 1_000_000,
	/** Pages of one PDF; reports have 5 to 30, yearbooks more. */
	pdfPages: 300,
	/** Operators, characters and points of paths of one PDF; a page of a report has some thousands. */
	pdfOperators: 1_000_000,
	/** Saved states of a PDF under way; Acrobat bore 28, and pdf.js takes longer with each. */
	pdfNesting: 256,
	/** Bytes that one stream of a PDF, and all of them, may unpack to; pictures are never unpacked. */
	pdfStreamBytes: 48 * 1024 * 1024,
	pdfUnpackedBytes: 512 * 1024 * 1024,
	/** Streams of one PDF, and bytes of those whose unpacked size cannot be told beforehand. */
	pdfStreams: 20_000,
	pdfOpaqueBytes: 256 * 1024,
	/** Pixels of a PDF's page, or of one picture on it, that a browser is asked to draw. */
	pdfDrawnPixels: 16 * 1024 * 1024,
	/** Rules on one page after pieces were joined; a page with more is a drawing, not a form. */
	pdfRules: 2_000,
	/**
	 * Reports in one part of a snapshot; bounds the memory of an ingest. 10,000 reports took 1.1 GB
	 * at most so, and 1.6 GB in a single part.
	 */
	reportsPerPart: 5_000,
	/** Characters of text in one part of a snapshot; bounds the memory of an ingest too. */
	charactersPerPart: 200_000_000,
	/**
	 * Bytes of a form that gives a file to be checked, the file and what stands around it, and of any
	 * other form.
	 */
	checkFormBytes: 17 * 1024 * 1024,
	formBytes: 64 * 1024,
	/** Checks that are in hand at once, from their first byte on; one more is refused with 503. One is read at a time. */
	checksInHand: 8,
	/** Milliseconds that a file to be checked may take to arrive, and then to be read with all its members. */
	arrivalMs: 120_000,
	checkMs: 60_000,
	/** Members of a checked file that are read. */
	checkedMembers: 20,
	/** Milliseconds that one question of a page may take. */
	queryMs: 10_000,
	/** Milliseconds that one download's query may take. */
	downloadMs: 600_000,
	/** Questions that run at once; the rest wait. Four fill two cores. */
	concurrentQueries: 4,
	/** Statements that each connection keeps prepared. */
	keptStatements: 64,
	/** Questions that may wait; one more is refused with 503. */
	waitingQueries: 256,
	/** Milliseconds that a replaced snapshot stays open, for pages that are still asking it. */
	retiredMs: 60_000,
	/** Memory of the database. */
	databaseMemory: '2GB',
	/**
	 * Threads that one question may use. Those of a page are asked side by side, so that one thread
	 * each is sooner than two, and a download leaves the other core to the pages.
	 */
	questionThreads: 1,
	/** Threads of the database that an ingest works with. */
	ingestThreads: 2,
	/** Answers kept in memory, by snapshot. */
	cachedAnswers: 500,
	/** Characters of a question to the search, and the terms in it that are obeyed. */
	questionLength: 60,
	questionTerms: 6,
	/** Reports on one page of those whose words match; each one's text is read for its passage. */
	passageRows: 20,
	/** Candidates of the index of words whose texts are all looked at, at once and at the very most. */
	candidatesAtOnce: 60,
	/** Texts of reports that the search holds in memory at once. */
	textsAtOnce: 1_000,
	candidates: 5_000,
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
