"""Currencies: their signs, codes and names, each under its ISO 4217 code."""

from __future__ import annotations

import re

_MILLIONS = r"\d+[.,]?\d*[\s-]?[mb]n?(?:illion)?\b"
_SIGNS = {
    r"US\s?\$|\$\s?US|U\.S\.\s?\$|\$": "USD",
    r"A\$|AU\$|\$A": "AUD",
    r"C\$|CA\$": "CAD",
    r"NZ\$": "NZD",
    r"HK\$": "HKD",
    r"S\$": "SGD",
    r"R\$": "BRL",
    rf"R(?={_MILLIONS})": "ZAR",  # only before millions and billions: other R4 and R22 are names
    "€": "EUR",
    rf"[Ee](?={_MILLIONS})": "EUR",  # where texts hold plain letters only
    "£": "GBP",
    r"Y=|¥": "JPY",
    "₹|Rs\\.?": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "RM": "MYR",
}
CODES = (
    "USD EUR GBP JPY CNY INR RUB TRY CHF SEK NOK DKK PLN CZK HUF ILS AUD CAD NZD HKD SGD KRW BRL MXN ZAR NGN KES EGP SAR AED QAR"
    " SYP IQD IRR UAH PKR BDT IDR MYR THB PHP VND ARS CLP COP"
).split()
SIGN = "(?-i:" + "|".join(sorted("|".join(_SIGNS).split("|"), key=len, reverse=True)) + r"|\b(?:" + "|".join(CODES) + "))"
_NAMES = {
    "USD": r"(?:US|U\.S\.|American)\s+dollars?|dollars?|bucks|US$",
    "AUD": r"Australian\s+dollars?",
    "CAD": r"Canadian\s+dollars?",
    "NZD": r"New\s+Zealand\s+dollars?",
    "HKD": r"Hong\s+Kong\s+dollars?",
    "SGD": r"Singapore\s+dollars?",
    "EUR": "euros?|€",
    "GBP": r"(?:British\s+)?pounds?(?:\s+sterling)?|sterling|quid",
    "JPY": r"(?:Japanese\s+)?yen",
    "CNY": r"(?:Chinese\s+)?(?:yuan|renminbi|RMB)",
    "INR": r"(?:Indian\s+)?rupees?",
    "PKR": r"Pakistani\s+rupees?",
    "RUB": r"(?:Russian\s+)?(?:rou?bles?)",
    "TRY": r"(?:Turkish\s+)?liras?",
    "CHF": r"Swiss\s+francs?",
    "SEK": r"Swedish\s+(?:kron(?:a|or)|crowns?)",
    "NOK": r"Norwegian\s+(?:kron(?:e|er)|crowns?)",
    "DKK": r"Danish\s+(?:kron(?:e|er)|crowns?)",
    "CZK": r"Czech\s+(?:koruna|crowns?)",
    "PLN": "zlotys?",
    "HUF": "forints?",
    "ILS": r"(?:Israeli\s+)?(?:new\s+)?shekels?",
    "KRW": r"(?:South\s+)?Korean\s+won",
    "BRL": r"(?:Brazilian\s+)?re[ai]i?s\b",
    "MXN": r"Mexican\s+pesos?",
    "ARS": r"Argentin\w+\s+pesos?",
    "ZAR": r"(?:South\s+African\s+)?rands?",
    "NGN": "nairas?",
    "SAR": r"Saudi\s+ri[yj]als?",
    "IRR": r"Iranian\s+rials?",
    "AED": "dirhams?",
    "MYR": r"(?:Malaysian\s+)?ringgits?",
    "THB": "(?:Thai\\s+)?baht",
    "UAH": "hryvnias?",
    "SYP": r"Syrian\s+(?:pounds?|liras?)",
    "EGP": r"Egyptian\s+pounds?",
    "peso": "pesos?",
    "dinar": "dinars?",
    "franc": "francs?",
    "crown": "crowns?|kron(?:a|or|e|er)",
    "riyal": "ri[yj]?als?",
    "cent": "cents?|¢",
    "penny": "pence|penny|p(?!\\w|\\.\\w)",
}
NAMES = {name: rf"{forms}|{name}" if name in CODES else forms for name, forms in _NAMES.items()}
NAMES |= {code: code for code in CODES if code not in NAMES}
_BY_SIGN = tuple((re.compile(sign.partition("(?=")[0]), code) for sign, code in _SIGNS.items())


def currency(sign: str | None) -> str:
    """The code of a currency sign as the text writes it: "US $" is USD; empty for none."""
    if not sign:
        return ""
    return next((code for pattern, code in _BY_SIGN if pattern.fullmatch(sign)), sign)
