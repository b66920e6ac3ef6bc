"""What a whole line of furniture says: labels of forms, menus and counters, credits, stamps; each pattern with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.document import Dropped

RELATED = "teaser of another article"
TWEET = "embedded tweet"
FORM = "form label"

LONGEST_HEADLINE = 150
LONGEST_LABEL = 200  # labels, credits and copyright lines are short; a longer line is prose whatever it contains


class Line(NamedTuple):
    """A line of a text without the white space around it: text[start:end]."""

    start: int
    end: int
    words: str


MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_ZONE = r"(?:gmt|utc|bst|c?est|cet|e[sd]?t|msk|local\s+time)"
CLOCK = rf"(?:{_ZONE}\s)?[0-9]{{1,2}}[:h][0-9]{{2}}(?::[0-9]{{2}})?(?:\s?[ap]\.?m\b\.?)?(?:\s?{_ZONE}\b)?"
STAMP = rf"(?:(?>(?:{CLOCK}|{_ZONE}|at|on|{MONTH}|{_DAY}|[0-9]{{1,4}}(?:st|nd|rd|th)?)\b)[\s,.|/–-]*)+"
_NETWORK = (
    r"(?:facebook|twitter|rss|youtube|instagram|whatsapp|telegram|linked-?in|pinterest|reddit|google\+?"
    r"|e-?mail|print|tweet|share)"
)
_POINTER = (
    r"(?:check\s+also|(?:what\s+to\s+)?(?:read|see|watch)\s+(?:more|also|next)|also\s+read|up\s+next"
    r"|you\s+(?:may|might)\s+(?:also\s+)?like"
    r"|(?:recommended|suggested|related)(?:\s+(?:for\s+you|articles?|stories|news|posts?|reading|topics|content|coverage|links))?"
    r"|more\s+(?:on|about)\s+this(?:\s+(?:story|topic|subject))?|in\s+case\s+you\s+missed\s+it|don['’]t\s+miss)"
)
HEADING = (
    rf"(?:{_POINTER}|m(?:ore|ost)\s+(?:read|popular|viewed|watched|shared|commented|discussed|news|stories|headlines)"
    r"|more\s+from\s+(?:the\s+)?\S+(?:\s+\S+){0,2}|trending(?:\s+(?:now|stories|news))?"
    r"|(?:top|latest|featured|popular|recent)\s+(?:news|stories|posts|articles)"
    r"|editors?['’]?s?['’]?\s+(?:picks?|choice)|(?:promoted|paid)\s+(?:content|stories)|(?:from\s+)?around\s+the\s+web)[\s:.…>»]*"
)

# What a whole line of at most LONGEST_LABEL characters says, and why it is then no part of the article.
LABELS = {
    "line without words": r"[\W_]+",
    "bare time stamp": CLOCK,
    FORM: r"""
        (?:[\w-]+\s){0,3}[\w-]+\s?\* | (?:(?:[\w-]+\s){0,2}[\w-]+\s?\*\s?){2,}          # Name *, Comment Title*, Name *Email *
        | :?\s*(?:[0-9]+\s+)?characters\s+(?:left|remaining)\s*:?\s*[0-9]*
        | (?:terms|conditions)\s+(?:of|and)\s+(?:use|service|conditions) | privacy\s+policy | cookie\s+policy
        | i\s+(?:agree|accept|consent|have\s+read)\s+(?:with|to)?\s*(?:the|all|your)?\s*(?:house\s+)?
          (?:terms|conditions|privacy|rules)\b.{0,60}
        | (?:leave|post|write|add|submit|cancel)\s+(?:(?:a|your)\s+)?(?:comment|reply) | (?:no\s+)?comments | captcha | mandatory
        | (?:log|sign)\s?(?:in|on|out) | sign\s?up | register | subscribe | submit | username | password | remember\s+me
        | (?:forgot|lost)\s+(?:your\s+)?password\?? | security\s+code | your\s+(?:name|e-?mail|comment)(?:\s+address)?
        | (?:to\s+(?:comment|reply|post)\b.{0,20})?you\s+must\s+(?:be\s+)?(?:logged|log|signed|sign)\s+in\b.{0,40}
        | enter\s+your\s+e-?mail\b.{0,80}
        | your\s+e-?mail\s+address\s+will\s+not\s+be\s+published\b.* | required\s+fields\s+are\s+marked.*""",
    "page counter": r"""
        (?:page\s?)?(?:views?|hits|visits|visitors|reads|shares|likes|comments?|read\s+count)\s*[:(]?\s*[0-9][0-9.,]*\s?[km]?\)?
        | (?:read|viewed|seen)\s+[0-9][0-9.,]*\s?[km]?\s+times
        | (?:read\s+|viewed\s+)?[0-9][0-9.,]*\s?[km]?\s+(?:page\s?)?(?:views?|hits|visits|reads|shares?|likes?|comments?)
        | (?:(?:view|see|show)\s+(?:all\s+)?)?(?:(?:slide\s?show|gallery|photos|pictures|images)\s*:?\s*)?
          \(?[0-9]{1,3}\s+(?:images?|photos?|pictures?|slides?)\)?
        | [0-9]{1,2}[\s-]min(?:ute)?s?\s+read | (?:estimated\s+)?reading\s+time\s*:?\s*[0-9]{1,2}\s*min(?:ute)?s?""",
    "copyright line": r"""
        \W*copyright\b.{0,20}\b(?:19|20)[0-9]{2}\b.*
        | .*?(?:\ball\s+rights\s+reserved\b|©|\(c\)\s*(?:19|20)[0-9]{2}).*""",
    "contact line": r"[^@]{0,60}(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\W{0,5}",
    "site credit": r"""
        (?:published|printed)\s+by\s.{1,60}\b(?:ltd|inc|llc|gmbh|plc|limited|corp)\b.{0,60} |
        (?:a\s+)?(?:part|member)\s+of\s+(?:the\s+)?(?:\S+\s){1,4}(?:group|network|media) |
        (?:(?:web)?site\s+)?(?:maintained|developed|designed|powered)(?:\s+(?:and|&)\s+\w+\s+by\b[^,]{1,50}|\s+by(?:\s+\S+){1,3})""",
    "breadcrumb": r"home(?:page)?\s*[/>»›|→]\s*\S.* | \w[^/>»›→.]{0,60}(?:[>»›→][^>»›→]{1,120}){2,}",
    "navigation label": r"""
        (?:go|back|scroll|return|jump|skip)\s+(?:back\s+)?to\s+(?:the\s+)?(?:top|home(?:page)?|(?:main\s+)?content|navigation)(?:\s+of\s+page)?
        | (?:main\s+)?(?:menu|navigation|search|home|contact\s+us|about\s+us) | (?:next|previous)\s+(?:article|post|page|story)
        | (?:listen|save|print|bookmark|e-?mail|share)\s+(?:to\s+)?(?:this\s+)?(?:article|story|page|for\s+later)
        | (?:show|hide|view|load|see|read)\s+(?:(?:more|all)\s+)?comments | (?:load|show|see)\s+(?:more|all)
        | sort(?:ed)?\s+by\s*:?\s+\w+
        | advertisements? | sponsored(?:\s+content)?
        | (?:story|article)\s+continues\s+below.* | (?:scroll|swipe)\s+to\s+continue.*""",
    "update stamp": rf"(?:last\s+)?(?:updated?|modified)(?:\s+(?:on|at))?\s*[:|-]?\s*(?:{STAMP})?",
    "share label": rf"""
        (?:(?:share|follow|like|find|join)\s+(?:this|us|the)?\s*(?:article|story|post|page|news)?\s*(?:on|via|with)?\s*:?\s*)?
        {_NETWORK}(?:(?:[\s,|/&:·•+-]|\band\b|\bon\b|\bthis\b|\bvia\b)*(?:{_NETWORK}|article|story|post|page|link))*
        | (?:share|save|like)\s+(?:this|it)(?:\s+(?:article|story|post|page|news))?(?:\s+(?:on|with|via)\b.{{0,40}})?\s*:?
        | (?:(?:(?!{_NETWORK}\b)\w+\W+){{0,2}}{_NETWORK}\b\W*){{3,}}                     # Acme on Facebook, Acme on Twitter, ...
        | follow\s+us\b.{{0,60}} | copy\s+(?:the\s+)?link | get\s+short\s+url""",
    "sign-up or cookie notice": r"""
        (?:sign\s+up|subscribe|register)\s+(?:to|for)\s.{0,60}\b(?:newsletters?|alerts|updates|briefing|e-?mails?|account|free)\b.*
        | sign\s+me\s+up
        | (?:get|receive)\s.{1,40}\b(?:stories|news|headlines|updates|edition)\b.{0,20}\byour\s+(?:in-?box|e-?mail|phone)\b.{0,60}
        | subscribe(?:\s+(?:now|today))?(?:\s+(?:for|from)\s+\S{1,10}(?:\s+(?:a|per)\s+\w+)?)?
        | already\s+(?:a\s+)?(?:subscriber|member|subscribed)\b.{0,40}
        | start\s+your\s+free\s+trial\b.{0,60} | download\s+(?:our|the)\s+app\b.{0,60}
        | join\s+our\s+(?:newsletter|mailing\s+list|channel)\b.{0,60} | support\s+(?:our|independent)\s+journalism\b.{0,60}
        | (?:accept|reject|allow|decline|manage)\s+(?:all|cookies|preferences)
        | (?:we|(?:this|our)\s+(?:web)?sites?)(?:\s+and\s.{1,30})?\s+(?:uses?|stores?|sets?)\s+cookies\b.*
        | cookie\s+(?:settings|preferences|notice|consent)
        | click\s+here\s+(?:to|for)\s.{0,100} | please\s+(?:subscribe|sign\s+up|log\s+in)\b.*
        | (?:accept|manage)\s+(?:all\s+)?cookies | cookies\s+on\s+.{0,40}""",
    "hashtags": r"(?:\#\w+[\s,|]*)+ | (?:\#\s++[^\#.!?]{1,40}){2,}",
    "topic list": r"(?:tags|topics|keywords|categories|filed\s+under)\s*:\s*[^.!?]*",
    TWEET: r"[—–-]+\s*[^.!?]{1,80}\(@\w+\)(?:[\s,]|[a-z0-9])* | (?:https?://)?pic\.twitter\.com/\w+ | @\w+",
    "link": r"\W*(?:(?:link|url|source|via)\s*:\s*)?(?:https?://|www\.)\S+\W*",
    RELATED: rf"{_POINTER}\s*[:>»|]\s*\S.*",
    "one word repeated": r"(?P<word>\w+)(?:\W+(?P=word)\b){2,}\W*",
}
# One expression for all of them: a page of 100,000 lines is then matched once a line, not once a line and label.
_LABEL = re.compile("|".join(f"(?P<label{n}>{each}\n)" for n, each in enumerate(LABELS.values())), re.VERBOSE | re.IGNORECASE)
_BREAK = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that hold more than white space."""
    for match in _BREAK.finditer(text):
        if words := match[0].strip():
            start = match.start() + match[0].index(words[0])
            yield Line(start, start + len(words), words)


def with_reasons(lines: Iterable[Line], dropped: Sequence[Dropped]) -> Iterator[tuple[Line, str]]:
    """Lines, each with the reason for which it is dropped, or ""; `dropped` are spans of whole lines, in order."""
    spans = iter(dropped)
    span = next(spans, None)
    for line in lines:
        while span is not None and span.end <= line.start:
            span = next(spans, None)
        yield line, span.reason if span is not None and span.start <= line.start else ""


def label_of(words: str) -> str:
    """Why a line is a label as a whole, or "" if it is none."""
    match = _LABEL.fullmatch(words) if len(words) <= LONGEST_LABEL else None
    return tuple(LABELS)[int(match.lastgroup.removeprefix("label"))] if match and match.lastgroup else ""
