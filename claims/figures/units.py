"""Units of measure: how news writes them, what each measures, how large it is, and conversion between them.

A unit has one name ("km", "square mile", "USD"); a rate is two names with a stroke ("mile/hour", "USD/barrel", "/day").
"""

from __future__ import annotations

import re

from claims.figures.currencies import NAMES as CURRENCIES

_SECONDS = 86_400.0  # of a day; a year has 365.25 days
_FOOT = 0.3048
_POUND = 0.453_592_37
_LITRE = 0.001
_GALLON = 231 * 0.0254**3

# dimension: name = forms (words; joined forms may follow digits without a space) = size in SI's unit of the dimension, in bytes
# for data; 0 where nothing is converted into it. Tons, gallons and barrels are those of the United States.
_TABLE = {
    "duration": {
        "year": (r"years?|yrs?", 365.25 * _SECONDS),
        "decade": (r"decades?", 3652.5 * _SECONDS),
        "century": (r"century|centuries", 36525 * _SECONDS),
        "month": (r"months?", 365.25 * _SECONDS / 12),
        "week": (r"weeks?|wks?", 7 * _SECONDS),
        "day": (r"days?", _SECONDS),
        "hour": (r"hours?|hrs?", 3600.0),
        "minute": (r"minutes?|mins?", 60.0),
        "second": (r"seconds?(?!-(?!long\b)[a-z])|secs?", 1.0),  # no "second-hand", "second-tier"
    },
    "distance": {
        "km": (r"kilomet(?:er|re)s?|kms?|k\.m\.", 1000.0),
        "mile": (r"miles?", 5280 * _FOOT),
        "nautical mile": (r"nautical\s+miles?", 1852.0),
        "m": (r"met(?:er|re)s?|(?-i:m)", 1.0),
        "cm": (r"centimet(?:er|re)s?|(?-i:cm)", 0.01),
        "mm": (r"millimet(?:er|re)s?|(?-i:mm)", 0.001),
        "micrometre": (r"micromet(?:er|re)s?|microns?|[μµ]m", 1e-6),
        "foot": (r"feet|foot|ft\.?", _FOOT),
        "inch": (r"inch(?:es)?|″", 0.0254),
        "yard": (r"yards?|yds?", 3 * _FOOT),
    },
    "area": {"acre": (r"acres?", 43_560 * (1200 / 3937) ** 2), "hectare": (r"hectares?|(?-i:ha)", 10_000.0)},
    "weight": {
        "kg": (r"kilogram(?:me)?s?|kilos?|kgs?", 1.0),
        "g": (r"gram(?:me)?s?", 0.001),
        "mg": (r"milligram(?:me)?s?|(?-i:mg)", 1e-6),
        "tonne": (r"(?:metric\s+)?tonnes?|metric\s+tons?", 1000.0),
        "ton": (r"tons?", 2000 * _POUND),
        "lb": (r"lbs?\.?|pounds?(?=\s+of\s+(?!sterling))|pounds(?=\s+in\s+weight)", _POUND),
        "ounce": (r"(?:US\s+)?(?:fluid\s+)?ounces?|(?-i:oz)", _POUND / 16),
        "stone": (r"(?-i:stones?)(?!\s+wall)", 14 * _POUND),
        "dram": (r"drams?", _POUND / 256),
    },
    "volume": {
        "litre": (r"lit(?:er|re)s?|(?-i:[lL])", _LITRE),
        "ml": (r"millilit(?:er|re)s?|(?-i:m[lL])", _LITRE / 1000),
        "gallon": (r"(?:US\s+)?gallons?", _GALLON),
        "pint": (r"(?:US\s+)?pints?", _GALLON / 8),
        "quart": (r"(?:US\s+)?quarts?", _GALLON / 4),
        "barrel": (r"barrels?|bbls?|bpd", 42 * _GALLON),
    },
    "speed": {
        "mile/hour": (r"mph|m\.p\.h\.", 5280 * _FOOT / 3600),
        "km/hour": (r"km/?hr?|kmph|kph|km\.?p\.?h\.?", 1 / 3.6),
        "m/second": (r"m/s(?:ec)?", 1.0),
        "knot": (r"knots?|kts?", 1852 / 3600),
    },
    "temperature": {
        "°C": (r"(?:degrees?|deg\.?|°)\s*(?:Celsius|centigrade|C)|Celsius|centigrade|(?-i:(?:°\s?)?C)", 1.0),
        "°F": (r"(?:degrees?|deg\.?|°)\s*(?:Fahrenheit|F)|Fahrenheit|(?-i:(?:°\s?)F)", 5 / 9),
    },
    "energy": {
        "kWh": (r"(?-i:kWh)|kilowatt[\s-]hours?", 3.6e6),
        "MWh": (r"(?-i:MWh)|megawatt[\s-]hours?", 3.6e9),
    },
    "power": {
        "W": (r"watts?|(?-i:W)", 1.0),
        "kW": (r"kilowatts?|(?-i:kW)", 1e3),
        "MW": (r"megawatts?|(?-i:MW)", 1e6),
        "GW": (r"gigawatts?|(?-i:GW)", 1e9),
        "horsepower": (r"horsepower|(?:b?hp)", 550 * _FOOT * _POUND * 9.80665),
    },
    "frequency": {"Hz": (r"hertz|hz", 1.0), "kHz": (r"kilohertz|khz", 1e3), "MHz": (r"megahertz|mhz", 1e6)},
    "data": {
        "MB": (r"megabytes?|(?-i:MB)", 1e6),
        "GB": (r"gigabytes?|(?-i:GB)", 1e9),
        "TB": (r"terabytes?|(?-i:TB)", 1e12),
    },
    "pressure": {"GPa": (r"gigapascals?|(?-i:GPa)", 1e9), "millibar": (r"millibars?|(?-i:mb)", 100.0)},
    "percentage points": {
        "percentage point": (r"percentage[\s-]+points?|(?-i:pp)", 0.0),
        "basis point": (r"basis[\s-]+points?|(?-i:bps)", 0.0),
    },
    "%": {"%": (r"%|percent|per\s+cent|pct\.?|per\s+centum", 0.0)},
    "": {
        "degree": (r"degrees?|°", 0.0),
        "magnitude": (r"magnitude|on\s+the\s+Richter\s+scale", 0.0),
        "light year": (r"light[\s-]years?", 0.0),
        "mile/gallon": (r"mpg|miles\s+(?:per|a|to\s+the)\s+gallon", 0.0),
        "rpm": (r"(?-i:rpm)|revolutions\s+per\s+minute", 0.0),
        "Mbit/second": (r"mbps|mbit/s|megabits?\s+per\s+second", 0.0),
        "pound-foot": (r"pound[\s-]f(?:ee|oo)t(?:\s+of\s+torque)?|lb-ft", 0.0),
        "ppm": (r"(?-i:ppm)|parts\s+per\s+million", 0.0),
        "ppb": (r"(?-i:ppb)|parts\s+per\s+billion", 0.0),
        "mAh": (r"(?-i:mAh)", 0.0),
        "V": (r"volts?|(?-i:V)", 0.0),
        "farad": (r"farads?", 0.0),
        "A/square cm": (r"(?-i:A/cm2)", 0.0),
        "kV/cm": (r"(?-i:kV/cm)", 0.0),
        "decibel": (r"decibels?|dBs?", 0.0),
        "calorie": (r"(?:kilo)?calories?|kcal", 0.0),
        "carat": (r"carats?", 0.0),
        "mmBTU": (r"(?-i:mm?BTU)", 0.0),
        "point/game": (r"(?-i:ppg)|points\s+per\s+game", 0.0),
        "rebound/game": (r"(?-i:rpg)|rebounds\s+per\s+game", 0.0),
        "assist/game": (r"(?-i:apg)|assists\s+per\s+game", 0.0),
        "point": (r"points?|pts", 0.0),
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
    if {unit, into} == {"°C", "°F"} and not difference:
        return (value - 32) * 5 / 9 if unit == "°F" else value * 9 / 5 + 32
    return value * (_size(unit) / _size(into))


def _size(unit: str) -> float:
    """How large a unit that `dimension` knows is, in SI's unit of its dimension."""
    for power, times in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(power):
            return _size(unit.removeprefix(power)) ** times
    if unit in _UNITS:
        return _UNITS[unit][2]
    over, _, under = unit.partition("/")
    return _size(over) / _size(under)
