"""Telephone numbers, which count nothing: "555-0162", "(040) 555 2104", "call the desk on 555 2104"."""

from __future__ import annotations

_GROUPS = r"\(?\d{2,5}\)?(?:[ -]\d{2,4}){1,4}(?![\w-]|[.,]\d)"
_CUE = r"(?:call(?:ing)?|dial(?:ling)?|phone|ring|tel(?:ephone)?|fax|mobile|hotline|helpline|whatsapp)"
_BETWEEN = r"(?:\s+(?:us|him|her|them|on|at|is|no\.|number|now|(?:the|our|its|their)\s+\w+))"

# To be used in a verbose pattern that ignores case. A range of counts has mostly round ends: "800-1200 workers".
TELEPHONE = rf"""
    (?:
        \d+-\d+-\d+(?:-\d+)*
      | (?<![\w.,-])\d{{3}}-(?:0\d{{3}}|\d{{3}}[1-9])(?![\w-]|[.,]\d)
      | \(\d{{3,5}}\)\s?\d{{3,4}}[\s-]\d{{3,4}}(?![\w-])
      | (?<![\w.,-])0\d{{2,4}}(?:[ -]\d{{2,4}}){{1,3}}(?![\w-]|[.,]\d)
      | \b{_CUE}\b[.:]?{_BETWEEN}{{0,3}}:?\s*{_GROUPS}
      | \+\d[\d\s-]{{6,}}\d
    )
"""
