"""The public names of the top level and of each documented module, for the tests that hold code and manual to them."""

from __future__ import annotations

TOP_LEVEL = [
    "Diagnostic",
    "Indicator",
    "Item",
    "LawReportError",
    "Lexicon",
    "Limits",
    "Passage",
    "Quantity",
    "Report",
    "Section",
    "Span",
    "__version__",
    "compare",
    "compare_years",
    "find_region",
    "parse",
    "parse_bytes",
    "parse_file",
    "parse_many",
    "read_folder",
    "read_numbers",
    "to_frame",
]

SURFACE = {
    module: names.split()
    for module, names in {
        "model": """
            Diagnostic DiagnosticCode FlatNode Header Heading Item ItemBasis Marker MarkerStyle Occurrence Paragraph
            Passage PassageBasis RoleBasis Section Segment SegmentKind Severity Signature Source
        """,
        "numbers": """
            Citation CitationKind DateMention DatePrecision DocumentNumber Figures NumberProblem NumberProblemCode
            Qualifier Quantity QuantityKind Subject citation_index find_citations find_dates find_document_numbers
            find_quantities format_integer format_ordinal parse_date parse_numeral parse_ordinal quantity_json
            read_numbers
        """,
        "indicators": """
            Codebook CodebookEntry Indicator IndicatorTime find_indicators
        """,
        "regions": """
            Level Region find_region
        """,
        "lexicon": """
            DEFAULT_LEXICON ROLES STATUTORY_PARTS Lexicon Role
        """,
        "spans": """
            LineMap OffsetMap OffsetUnit Span without_surrogates
        """,
        "errors": """
            CodebookError ComparisonError LawReportError MissingExtraError NumeralError ReadError ReportError
        """,
        "diagnostics": """
            CODES Code
        """,
        "explain": """
            STAGES CandidateRow DecisionRow Explanation HeadingOutcome HeadingRow Language LineRow Outcome PieceRow
            Place Reason RoleRow Row SectionRow Stage StageName TokenRow Verdict VerdictKind WeighedMove
            explain_report offset_at
        """,
        "chunks": """
            Chunk ChunkPlace chunk_report
        """,
        "comparison": """
            COMPARISON_VERSION ComparedReport Comparison DifferenceQualifier IndicatorChange Link Note NoteCode
            PlanOutcome PlanStatus ProblemOutcome ProblemStatus SectionMatch SectionPlace SectionStatus
            compare compare_years
        """,
        "readers": """
            Extracted Format Limits extract
        """,
        "batch": """
            KNOWN_ENDINGS BatchError ErrorCode FailedFile FileError Found NothingFoundError Outcome ParsedFile Progress
            Reading StartMethod Summary WorkerStartError find_files parse_many write_batch
        """,
        "frames": """
            FileWarning FrameKind ReportFiles read_folder to_frame
        """,
        "panel": """
            ALL_TABLES AnyTable Labels PanelColumn PanelError PanelSummary check_any_table columns_of table_rows
            write_panel written_files
        """,
        "lint": """
            RULES Finding Rule Settings SettingsError lint load_settings
        """,
        "view": """
            render render_comparison render_index render_page
        """,
        "arrow": """
            BATCH_SCHEMAS COLUMNS COMPARISON_COLUMNS COMPARISON_SCHEMAS COMPARISON_TABLES MAX_CHARACTERS SCHEMAS
            TABLES Column ComparisonTable TableName compare_batches comparison_batches comparison_tables content_id
            interleaved_batches issuer_batches parse_batches rows_of table_batches to_tables
        """,
        "schema": """
            Document chunk_schema comparison_schema nodes_schema report_schema schema_text
        """,
    }.items()
}

#: Names that stood at the top level, and the modules they are imported from.
MOVED = {
    "Outcome": "batch",
    "Chunk": "chunks",
    "Comparison": "comparison",
    "PlanOutcome": "comparison",
    "CodebookError": "errors",
    "ComparisonError": "errors",
    "MissingExtraError": "errors",
    "NumeralError": "errors",
    "ReadError": "errors",
    "ReportError": "errors",
    "Explanation": "explain",
    "FileWarning": "frames",
    "ReportFiles": "frames",
    "Codebook": "indicators",
    "CodebookEntry": "indicators",
    "find_indicators": "indicators",
    "DEFAULT_LEXICON": "lexicon",
    "Role": "lexicon",
    "FlatNode": "model",
    "Header": "model",
    "Heading": "model",
    "Marker": "model",
    "Paragraph": "model",
    "Segment": "model",
    "Signature": "model",
    "Source": "model",
    "Citation": "numbers",
    "DateMention": "numbers",
    "DocumentNumber": "numbers",
    "Figures": "numbers",
    "Subject": "numbers",
    "citation_index": "numbers",
    "find_citations": "numbers",
    "find_dates": "numbers",
    "find_quantities": "numbers",
    "format_ordinal": "numbers",
    "parse_numeral": "numbers",
    "Region": "regions",
    "LineMap": "spans",
    "OffsetMap": "spans",
}
