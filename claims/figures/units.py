"""Units of measure: how news writes them, what each measures, and conversion between them (by pint, loaded when first needed).

A unit has one name ("km", "square mile", "USD"); a rate is two names with a stroke ("mile/hour", "USD/barrel", "/day").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.currencies import NAMES as CURRENCIES

if TYPE_CHECKING:
    from pint import UnitRegistry

# dimension: name = forms (words; joined forms may follow digits without a space) = name in pint
_TABLE = {
    "duration": {
        "year": (r"years?|yrs?", "year"),
        "decade": (r"decades?", "decayear"),
        "century": (r"century|centuries", "century"),
        "month": (r"months?", "month"),
        "week": (r"weeks?|wks?", "week"),
        "day": (r"days?", "day"),
        "hour": (r"hours?|hrs?", "hour"),
        "minute": (r"minutes?|mins?", "minute"),
        "second": (r"seconds?(?!-(?!long\b)[a-z])|secs?", "second"),  # no "second-hand", "second-tier"
    },
    "distance": {
        "km": (r"kilomet(?:er|re)s?|kms?|k\.m\.", "kilometer"),
        "mile": (r"miles?", "mile"),
        "nautical mile": (r"nautical\s+miles?", "nautical_mile"),
        "m": (r"met(?:er|re)s?|(?-i:m)", "meter"),
        "cm": (r"centimet(?:er|re)s?|(?-i:cm)", "centimeter"),
        "mm": (r"millimet(?:er|re)s?|(?-i:mm)", "millimeter"),
        "micrometre": (r"micromet(?:er|re)s?|microns?|[μµ]m", "micrometer"),
        "foot": (r"feet|foot|ft\.?", "foot"),
        "inch": (r"inch(?:es)?|″", "inch"),
        "yard": (r"yards?|yds?", "yard"),
    },
    "area": {"acre": (r"acres?", "acre"), "hectare": (r"hectares?|(?-i:ha)", "hectare")},
    "weight": {
        "kg": (r"kilogram(?:me)?s?|kilos?|kgs?", "kilogram"),
        "g": (r"gram(?:me)?s?", "gram"),
        "mg": (r"milligram(?:me)?s?|(?-i:mg)", "milligram"),
        "tonne": (r"(?:metric\s+)?tonnes?|metric\s+tons?", "metric_ton"),
        "ton": (r"tons?", "ton"),
        "lb": (r"lbs?\.?|pounds?(?=\s+of\s+(?!sterling))|pounds(?=\s+in\s+weight)", "pound"),
        "ounce": (r"(?:US\s+)?(?:fluid\s+)?ounces?|(?-i:oz)", "ounce"),
        "stone": (r"(?-i:stones?)(?!\s+wall)", "stone"),
        "dram": (r"drams?", "dram"),
    },
    "volume": {
        "litre": (r"lit(?:er|re)s?|(?-i:[lL])", "liter"),
        "ml": (r"millilit(?:er|re)s?|(?-i:m[lL])", "milliliter"),
        "gallon": (r"(?:US\s+)?gallons?", "gallon"),
        "pint": (r"(?:US\s+)?pints?", "pint"),
        "quart": (r"(?:US\s+)?quarts?", "quart"),
        "barrel": (r"barrels?|bbls?|bpd", "oil_barrel"),
    },
    "speed": {
        "mile/hour": (r"mph|m\.p\.h\.", "mile/hour"),
        "km/hour": (r"km/?hr?|kmph|kph|km\.?p\.?h\.?", "kilometer/hour"),
        "m/second": (r"m/s(?:ec)?", "meter/second"),
        "knot": (r"knots?|kts?", "knot"),
    },
    "temperature": {
        "°C": (r"(?:degrees?|deg\.?|°)\s*(?:Celsius|centigrade|C)|Celsius|centigrade|(?-i:(?:°\s?)?C)", "degC"),
        "°F": (r"(?:degrees?|deg\.?|°)\s*(?:Fahrenheit|F)|Fahrenheit|(?-i:(?:°\s?)F)", "degF"),
    },
    "energy": {
        "kWh": (r"(?-i:kWh)|kilowatt[\s-]hours?", "kilowatt_hour"),
        "MWh": (r"(?-i:MWh)|megawatt[\s-]hours?", "megawatt_hour"),
    },
    "power": {
        "W": (r"watts?|(?-i:W)", "watt"),
        "kW": (r"kilowatts?|(?-i:kW)", "kilowatt"),
        "MW": (r"megawatts?|(?-i:MW)", "megawatt"),
        "GW": (r"gigawatts?|(?-i:GW)", "gigawatt"),
        "horsepower": (r"horsepower|(?:b?hp)", "horsepower"),
    },
    "frequency": {"Hz": (r"hertz|hz", "hertz"), "kHz": (r"kilohertz|khz", "kilohertz"), "MHz": (r"megahertz|mhz", "megahertz")},
    "data": {
        "MB": (r"megabytes?|(?-i:MB)", "megabyte"),
        "GB": (r"gigabytes?|(?-i:GB)", "gigabyte"),
        "TB": (r"terabytes?|(?-i:TB)", "terabyte"),
    },
    "pressure": {"GPa": (r"gigapascals?|(?-i:GPa)", "gigapascal"), "millibar": (r"millibars?|(?-i:mb)", "millibar")},
    "percentage points": {
        "percentage point": (r"percentage[\s-]+points?|(?-i:pp)", ""),
        "basis point": (r"basis[\s-]+points?|(?-i:bps)", ""),
    },
    "%": {"%": (r"%|percent|per\s+cent|pct\.?|per\s+centum", "")},
    "": {
        "degree": (r"degrees?|°", ""),
        "magnitude": (r"magnitude|on\s+the\s+Richter\s+scale", ""),
        "light year": (r"light[\s-]years?", ""),
        "mile/gallon": (r"mpg|miles\s+(?:per|a|to\s+the)\s+gallon", ""),
        "rpm": (r"(?-i:rpm)|revolutions\s+per\s+minute", ""),
        "Mbit/second": (r"mbps|mbit/s|megabits?\s+per\s+second", ""),
        "pound-foot": (r"pound[\s-]f(?:ee|oo)t(?:\s+of\s+torque)?|lb-ft", ""),
        "ppm": (r"(?-i:ppm)|parts\s+per\s+million", ""),
        "ppb": (r"(?-i:ppb)|parts\s+per\s+billion", ""),
        "mAh": (r"(?-i:mAh)", ""),
        "V": (r"volts?|(?-i:V)", ""),
        "farad": (r"farads?", ""),
        "A/square cm": (r"(?-i:A/cm2)", ""),
        "kV/cm": (r"(?-i:kV/cm)", ""),
        "decibel": (r"decibels?|dBs?", ""),
        "calorie": (r"(?:kilo)?calories?|kcal", ""),
        "carat": (r"carats?", ""),
        "mmBTU": (r"(?-i:mm?BTU)", ""),
        "point/game": (r"(?-i:ppg)|points\s+per\s+game", ""),
        "rebound/game": (r"(?-i:rpg)|rebounds\s+per\s+game", ""),
        "assist/game": (r"(?-i:apg)|assists\s+per\s+game", ""),
        "point": (r"points?|pts", ""),
    },
}
_UNITS = {name: (dimension, *rest) for dimension, units in _TABLE.items() for name, rest in units.items()}
_FORMS = {name: forms for name, (_, forms, _) in _UNITS.items()} | CURRENCIES
_NAMES = tuple(_FORMS)
_ANY = "|".join(  # rates first: "miles per gallon" begins like "miles"
    f"(?P<u{i}>{_FORMS[name]})" for i, name in sorted(enumerate(_NAMES), key=lambda item: "/" not in item[1])
)
_POWER = {"square": "square ", "sq": "square ", "cubic": "cubic "}
_UNIT = re.compile(rf"[\s\xa0]?-?(?:(?P<power>square|sq\.?|cubic)[\s-]+)?(?:{_ANY})(?P<up>[²³]|\b)?(?![^\W_])", re.I)
_DENOMINATOR = re.compile(
    rf"(?:\s+(?:per|an?|each|every)\s+|\s?/\s?|\s+to\s+the\s+)(?:(?P<power>square|sq\.?|cubic)[\s-]+)?(?:{_ANY})(?![^\W_])"
    r"(?!\s+(?:ago|earlier|later|before|after|old)\b)",
    re.I,
)
_PER = re.compile(r"\s+(?:per\s+(?P<per>[a-z]{3,15})|an?\s+(?P<a>share|head|person|night|piece))\b", re.I)
_AGE = re.compile(r"(?:[\s-]olds?\b|\s+of\s+age\b)", re.I)
_TIME = tuple(_TABLE["duration"])


_MORE = re.compile(r"\s+(?:more|additional|further|extra|full|long|whole|straight|consecutive)(?=\s)", re.I)
# "three times the size", "four times as many": how often something went on is a count.
_TIMES = re.compile(
    r"(?P<times>\s+times)\s+(?:as\s+(?:many|much)|as\s+\w+\s+as|more|higher|larger|the\s+(?:size|number|rate|amount|average|price|value))\b",
    re.I,
)


def unit_after(text: str, end: int) -> tuple[str, int]:
    """(unit, end with the unit's words) of what is written behind a number that ends at `end`; ("", end) for a count."""
    if times := _TIMES.match(text, end):
        return "times", times.end("times")
    if (match := _UNIT.match(text, end)) is None or _is_word(match):
        more = _MORE.match(text, end)
        unit, stop = unit_after(text, more.end()) if more else ("", end)
        return (unit, stop) if unit in _TIME else ("", end)
    name = _named(match)
    if match[0].lower().strip(" -") == "bpd":
        return "barrel/day", match.end()
    if name == "year" and (age := _AGE.match(text, match.end())):
        return "year of age", age.end()
    return rate(text, name, match.end())


def rate(text: str, name: str, end: int) -> tuple[str, int]:
    """The unit with its denominator, if one follows: "barrels a day" is barrel/day, "$40 per share" USD/share."""
    if "/" in name:
        return name, end
    if match := _DENOMINATOR.match(text, end):
        other = _named(match)
        named = (
            other in _TIME
            or " per " in match[0].lower()
            or "/" in match[0]
            or other in ("barrel", "tonne", "ton", "ounce", "gallon", "litre", "kg", "lb", "acre", "hectare", "mile", "km")
        )
        if named and other != name:
            return f"{name}/{other}", match.end()
    if (match := _PER.match(text, end)) and name not in _TIME and (match["per"] or "").lower() not in ("cent", "annum"):
        return f"{name}/{(match['per'] or match['a']).lower()}", match.end()
    return name, end


def _named(match: re.Match[str]) -> str:
    name = next(_NAMES[int(key[1:])] for key, value in match.groupdict().items() if value is not None and key[1:].isdigit())
    power = (match["power"] or "").lower().rstrip(".")
    raised = match.groupdict().get("up") or ""
    return _POWER.get(power, {"²": "square ", "³": "cubic "}.get(raised, "")) + name


def _is_word(match: re.Match[str]) -> bool:
    """Whether a one-letter form is no unit here: "12 C" may be, "1 V" behind a space in capitals is; "60 m" needs its space."""
    return match[0].strip(" -") in ("L", "V") and match[0] != match[0].strip(" ")


def dimension(unit: str) -> str:
    """What a unit measures ("distance"); the unit itself for those that convert into no other ("USD", "%")."""
    power, _, base = unit.partition(" ")
    if power in ("square", "cubic") and base in _TABLE["distance"]:
        return {"square": "area", "cubic": "volume"}[power]
    if unit in _UNITS:
        return _UNITS[unit][0] or unit
    over, _, under = unit.partition("/")
    if over in _UNITS and under in _TIME and _UNITS[over][0] == "distance":
        return "speed"
    return unit


def converted(value: float, unit: str, into: str, difference: bool = False) -> float:
    """`value` of one unit in another of the same dimension; for temperatures `difference` says that it is one of two readings.

    ValueError where the two measure different things.
    """
    if unit == into:
        return value
    if dimension(unit) != dimension(into):
        raise ValueError(f"{unit} cannot be given in {into}")
    if {unit, into} == {"basis point", "percentage point"}:
        return value / 100 if unit == "basis point" else value * 100
    one, two = _pint_name(unit), _pint_name(into)
    if difference:
        one, two = one.replace("deg", "delta_deg"), two.replace("deg", "delta_deg")
    return float(_registry().Quantity(value, one).to(two).magnitude)


def _pint_name(unit: str) -> str:
    for power, sign in (("square ", "**2"), ("cubic ", "**3")):
        if unit.startswith(power):
            return f"({_pint_name(unit.removeprefix(power))}){sign}"
    if unit in _UNITS and _UNITS[unit][2]:
        return _UNITS[unit][2]
    over, _, under = unit.partition("/")
    return f"{_UNITS[over][2]}/{_UNITS[under][2]}"


@cache
def _registry() -> UnitRegistry[float]:
    """Built once: it takes a third of a second, which most runs need not spend."""
    from pint import UnitRegistry

    return UnitRegistry(cache_folder=None)
