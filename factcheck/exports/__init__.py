"""A report as files that people hand on: each format is a function of the report, and nothing is computed here.

CSV and JSON are to be had from here; workbook, brief, Markdown and ClaimReview from their modules.
"""

from __future__ import annotations

from factcheck.exports.columns import COLUMNS as COLUMNS
from factcheck.exports.csv_text import to_csv as to_csv
from factcheck.exports.csv_text import write_csv as write_csv
from factcheck.exports.json_text import to_json as to_json
from factcheck.exports.json_text import write_json as write_json
from factcheck.exports.pairs import harmless as harmless
from factcheck.exports.schema1 import SCHEMA as SCHEMA
from factcheck.exports.schema1 import as_data as as_data
from factcheck.exports.schema1 import claim_data as claim_data
from factcheck.exports.schema1 import quantity_data as quantity_data
