"""The common economic indicators, each under one name for all that news calls it; the names are those of statistics offices."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.figures.amounts import AMOUNTS
from claims.figures.quakes import MAGNITUDES

_REMEMBERED = 8_192  # names of things that are asked for again and again

# Indicators that news calls by many names; what stands first wins: "core consumer prices" before "consumer prices".
_NAMES = (
    ("inflation expectations", r"inflation\s+expectations?"),
    (
        "interest rate",
        r"(?:interest|benchmark|base|policy|repo|lending|funds|overnight|deposit|discount|borrowing|bank|key|cash)\s+rates?",
    ),
    ("mortgage rate", r"mortgages?\s+(?:interest\s+)?rates?|fixed\s+rates?|mortgages?(?=\W*$)"),
    ("jobless claims", r"(?:jobless|unemployment)\s+(?:benefit\s+)?claims?"),
    ("pce inflation", r"pce|personal\s+consumption\s+expenditures?(?:\s+price\s+index)?"),
    ("producer inflation", r"(?:producer|wholesale|factory[\s-]gate)\s+(?:prices?|inflation)|ppi"),
    ("house prices", r"(?:house|home|housing|property)\s+prices?"),
    ("housing market", r"housing\s+(?:market|demand|starts)|(?:home|house)\s+sales|housing(?=\W*$)"),
    ("rents", r"rents?|rental\s+(?:prices?|costs?)"),
    ("bond yield", r"(?:(?:treasur(?:y|ies)|bonds?|gilts?|bunds?|notes?|ust)\s+)+yields?|yields"),
    ("dollar", r"dollar\s+index|greenback"),
    ("consumer confidence", r"consumer\s+(?:confidence|sentiment)"),
    ("corporate profits", r"(?:corporate|company)\s+(?:profits?|earnings)"),
    ("s&p 500", r"s&p(?:\s+500)?(?:\s+index)?"),
    ("dow jones", r"dow(?:\s+jones)?(?:\s+industrial\s+average)?"),
    ("nasdaq", r"nasdaq(?:\s+(?:composite|100))?"),
    ("stock market", r"(?:stock|equity)\s+(?:markets?|prices?|index|indices|indexes)|share\s+prices?|stocks|equities"),
    ("gold price", r"gold(?:\s+and\s+silver)?\s+(?:prices?|futures)|spot\s+gold"),
    ("food prices", r"(?:food|grocery)\s+(?:prices?|inflation)"),
    ("energy prices", r"energy\s+(?:prices?|costs?|inflation)"),
    ("natural gas price", r"natural\s+gas\s+prices?"),
    ("fuel price", r"(?:gas|gasoline|petrol|fuel|pump)\s+prices?"),
    ("oil price", r"(?:brent|crude|oil)(?:\s+(?:crude|oil|futures|prices?))*"),
    (  # a company's earnings are its profit
        "wages",
        r"(?:(?:average|hourly|weekly)\s+)*(?:wages?|pay)(?:\s+growth)?|(?:(?:average|hourly|weekly|real)\s+)+earnings(?:\s+growth)?",
    ),
    ("consumer spending", r"(?:consumer|household|personal|card)\s+(?:spending|consumption)"),
    ("retail sales", r"retail\s+sales?"),
    ("industrial production", r"(?:industrial|factory|manufacturing)\s+(?:production|output|activity)|manufacturing(?=\W*$)"),
    ("trade deficit", r"trade\s+(?:deficit|gap)"),
    ("trade surplus", r"trade\s+surplus"),
    ("budget deficit", r"(?:budget|fiscal)\s+(?:deficit|gap)"),
    ("inflation", r"inflation|consumer\s+prices?(?:\s+ind(?:ex|ices))?|cpi|cost\s+of\s+living|price\s+growth|prices"),
    ("unemployment", r"unemployment|jobless(?:ness)?(?:\s+(?:rate|numbers|figures))?"),
    ("labour market", r"(?:labou?r|jobs?)\s+market"),
    ("employment", r"(?:jobs?|payrolls?)\s+(?:growth|gains|creation)|payrolls|employment|hiring"),
    ("gdp per head", r"gdp\s+per\s+(?:capita|head)"),
    ("gdp", r"gdp|gross\s+domestic\s+product|economy|economic\s+(?:growth|output|activity|expansion)|growth"),
)  # fmt: skip
INDICATOR = re.compile("|".join(rf"(?P<i{n}>\b(?:{words})\b)" for n, (_, words) in enumerate(_NAMES)), re.I)

# A change of one of these in per cent is the rate itself: "prices rose 8 %" is an inflation of 8 %.
GROWTH_RATES = frozenset(
    {"inflation", "pce inflation", "producer inflation", "food prices", "energy prices", "house prices", "gdp", "wages"}
)

# What is told in per cent or in points, and never in money.
RATES = frozenset({"inflation", "pce inflation", "producer inflation", "interest rate", "mortgage rate", "unemployment"})

BARE = frozenset(
    "prices growth economy employment pay stocks rent rents dow yields hiring payrolls manufacturing housing".split()
)  # indicators only where no other word says of what


def indicator(match: re.Match[str]) -> str:
    """The name of the indicator that `INDICATOR` found."""
    return _NAMES[int((match.lastgroup or "i0")[1:])][0]


@lru_cache(_REMEMBERED)
def is_indicator(thing: str) -> bool:
    """Whether a thing is one of the common indicators, or goes by one name as they do."""
    return thing in MAGNITUDES | AMOUNTS or any(thing == name or thing.endswith(f" {name}") for name, _ in _NAMES)
