"""Every word and colour that the dashboard shows: names, icons, tones and one-line explanations."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.exports.wording import LINES, WORDS
from factcheck.judgement import ICON, Code, Finding, Verdict
from factcheck.reviewing.review import Action
from factcheck.views.matrix import Stance


@dataclass(frozen=True, slots=True)
class Tone:
    """Text and background of a chip in the light and in the dark theme; each pair reads at 4.5:1 or better (tested)."""

    name: str
    light: tuple[str, str]
    dark: tuple[str, str]


RED = Tone("red", ("#8a1c1c", "#fbe4e1"), ("#ffb4ab", "#4a1d1b"))
AMBER = Tone("amber", ("#6b4a00", "#faefcf"), ("#f0d084", "#40330f"))
BLUE = Tone("blue", ("#1f4f7d", "#e2edf7"), ("#a5cdf2", "#1c3348"))
GREEN = Tone("green", ("#1d5b34", "#e0f0e4"), ("#9edab0", "#1a3a26"))
VIOLET = Tone("violet", ("#563a80", "#ece5f6"), ("#cfb9f2", "#34264b"))
GREY = Tone("grey", ("#4c5158", "#ecebe7"), ("#c3c6ca", "#2e3338"))
PLAIN = Tone("plain", ("#5a5f66", "#fdfcfa"), ("#a9adb3", "#16191d"))  # as the page
TONES = (RED, AMBER, BLUE, GREEN, VIOLET, GREY, PLAIN)


@dataclass(frozen=True, slots=True)
class Label:
    """How one value is shown: a word, an icon that tells it apart without colour, a tone, and a line that explains it."""

    word: str
    icon: str
    tone: Tone
    line: str


FINDINGS: dict[Finding, Label] = {
    finding: Label(WORDS[finding], ICON[finding], tone, LINES[finding])
    for finding, tone in (
        (Finding.CONTRADICTED, RED),
        (Finding.UNCLEAR, AMBER),
        (Finding.COMPATIBLE, BLUE),
        (Finding.AGREED, GREEN),
        (Finding.REPEATED, VIOLET),
        (Finding.SINGLE_SOURCE, GREY),
    )
}

VERDICTS: dict[Verdict, Label] = {
    Verdict.CONTRADICT: Label("Contradict", "≠", RED, "Both claims cannot be true of the same thing at the same time."),
    Verdict.AGREE: Label("Agree", "=", GREEN, "Both claims say the same."),
    Verdict.COMPATIBLE: Label("Compatible", "≈", BLUE, "The claims differ, and both can be true."),
    Verdict.UNCLEAR: Label("Unclear", "?", AMBER, "The words give no ground for a verdict."),
}

CODES: dict[Code, tuple[str, str]] = {
    Code.SAME_VALUE: ("Same value", "Both give the same number or date."),
    Code.WITHIN_BOUND: ("Within the bound", "One number satisfies the other's bound."),
    Code.APPROXIMATELY: ("About the same", "The numbers are equal once rounding is allowed for."),
    Code.PARAPHRASE: ("Same in other words", "The wording differs, the meaning does not."),
    Code.ENTAILS: ("One implies the other", "If one is true, so is the other."),
    Code.VALUE_DIFFERS: ("Another number", "The numbers cannot be one count."),
    Code.DATE_DIFFERS: ("Another date", "The dates do not overlap."),
    Code.PLACE_DIFFERS: ("Another place", "The places exclude each other."),
    Code.ACTOR_DIFFERS: ("Someone else", "Different people are said to have done it."),
    Code.DENIAL: ("Denied", "One speaker denies what the other says."),
    Code.NEGATION: ("Negated", "One says it is so, the other says it is not."),
    Code.NLI: ("Opposite in meaning", "The language model reads the two as a contradiction."),
    Code.OTHER_WINDOW: ("Another period", "The numbers count different spans of time."),
    Code.LATER_COUNT: ("A later count", "The number was updated as more became known."),
    Code.LOOSER_BOUND: ("A looser bound", "One is vaguer than the other but leaves room for it."),
    Code.PART_OF_WHOLE: ("Part of the whole", "One counts a part of what the other counts."),
    Code.NO_BASIS: ("No basis", "The words do not allow a verdict."),
}

TITLE = "Compare articles, fact by fact"
INTRO = (
    "Give it several articles about one event. It shows where they agree, where they contradict each other and by how much, "
    "who said it, and who only copied whom. It compares what is written; what is true stays for you to find out."
)
UPLOAD_LABEL = "Articles (text, HTML, PDF, Word, mail, tables, .zip, ...) and, if you have one, sources.csv"
UPLOAD_HELP = (
    "A file holds one article; tables, .json, .jsonl, feeds, web archives and .zip files hold several. Of a saved web page the "
    "article is found; what is left out is listed under Sources. "
    "sources.csv (file, outlet, title, published, url) adds what the texts lack. Nothing leaves this computer."
)
COMPARE = "Compare"
LOADING = "Loading the language models. This happens once."
WORKING = "Comparing {articles}"
CANCEL = "Cancel"
CANCELLED = "The comparison was cancelled. What was on the page before is still there."
NO_FILES = "There is no article to compare: add one, or tick one in the table."
NO_DOCUMENTS = "None of the files could be read as an article, so there is nothing to compare."
ONE_DOCUMENT = "There is only one article. Add another one to compare it with; here is what this one says by itself."
FAILED = "Left out: {path}: {reason}"

STAGES: dict[str, str] = {
    "claims": "Reading for claims",
    "embeddings": "Comparing their meaning",
    "facts": "Grouping claims into facts",
    "judgements": "Judging facts",
}
"""Names of the pipeline's stages; a stage without one is called by its own word."""

STEP_COUNT = "{done:,} of {total:,}"
STEP_OF = "step {done} of {total}"
UNEVEN = ("facts",)
"""Stages whose parts are few and take unlike times: how long they will take cannot be told from those done."""
STEP_LEFT = "about {time} left"
SECONDS_UP_TO = 90  # above, a wait is told in minutes
SECONDS = "{} s"
MINUTES = "{} min"

BY_FILES = "Files"
BY_TEXT = "Pasted text"
BY_ADDRESS = "Web addresses"
PASTE_LABEL = "The text of an article, with its headline and date. Put a line with === between two articles."
PASTE_HINT = "Paste here"
PASTED_NAME = "pasted article {}"
ADDRESS_LABEL = "Web addresses of articles, one a line"
ADDRESS_HINT = "https://..."
FETCH = "Fetch these pages"
FETCH_LINE = "Only this button asks the network, and only for these addresses; what robots.txt forbids is not fetched."
FETCHING = "{number} of {total}: {host}"
NOT_FETCHED = "{addresses} not fetched yet."
ADDRESSES_COUNT = ("address", "addresses")
NO_ADDRESS = "no web address; write it with https:// in front"
TOO_MANY_ADDRESSES = "more than {} addresses; fetch these with the command line"
READING = "Reading the articles"
START_OVER = "Back to the example"
STORED_BELOW = "What is below is the last report kept in the project {}. Compare makes a new one, of the articles above."
NOT_COMPARED_YET = "What is below does not have these articles yet. Press Compare."
CHECK = "{articles}: check outlet, title and date"
CHECK_EXAMPLE = "The bundled example: articles that we wrote ourselves, about an invented rocket attack"
CHECK_ALT = "Articles with outlet, title, date and event, to be corrected before they are compared"
CHECK_USE = "Use"
CHECK_USE_HELP = "Untick an article to leave it out of the comparison."
CHECK_OUTLET = "Outlet"
CHECK_OUTLET_HELP = "Who publishes it. Without one it is called unknown, with the name of the file."
NO_OUTLET = "Of {} the outlet is unknown. Write it into the table: who says what is told by the names of outlets."
CHECK_TITLE = "Title"
CHECK_DATE = "Published"
NO_DATES = "Of {} the day of publication is unknown. Write it into the table: “this week” and “on Monday” count from it."
CHECK_DATE_HELP = "“This week” and “on Monday” count from this day, so it is the field that matters most."
CHECK_EVENT = "Event"
CHECK_EVENT_HELP = "Articles with one name here are compared with each other. Empty: grouped by date and story."
CHECK_FILE = "Where from"
CHECK_FOUND = "What was found"
WORDS_COUNT = ("word", "words")
PAGES_COUNT = ("page", "pages")
LEFT_OUT = "{} left out"
MOSTLY = "mostly in {}"
FAILED_HEADING = "Could not be used"
FAILED_HEADERS = ("What", "Why, and what to do")
DOUBLED = "with this outlet it is the same article as {}; loaded once"
READ_ARTICLE = "read it here"
ARTICLE_HINT = (
    "Marked words are claims: their mark says what was found, pressing one opens its fact. Grey: left out, with the reason."
)
PUT_BACK = "Put back"
LEAVE_OUT = "Leave out again"
IS_BACK = "{}, put back"
PAGE = "page"
ON_PAGE = "On page {}."
MORE_FACTS = "These words stand in {} more."
COMPARE_AGAIN = "Compare again"
PUT_BACK_LINE = "What was put back counts from the next comparison on."
ONE_EVENT = "All these articles tell of one event"
ONE_EVENT_HELP = "Without it they are grouped by date and story, and never compared across events."

FACTS = "Facts"
OVERVIEW = "Overview"
SOURCES = "Sources"
DOCUMENTS_COUNT = ("article", "articles")
EVENTS_COUNT = ("event", "events")
CLAIMS_COUNT = ("claim", "claims")
FACTS_COUNT = ("fact", "facts")
OUTLETS_COUNT = ("outlet", "outlets")
ORIGINS_COUNT = ("origin", "origins")

FILTERS = "Filters"
FILTERS_LINE = "Nothing chosen means everything."
FILTER_FINDINGS = "Findings"
FILTER_VERDICTS = "Verdicts of pairs"
FILTER_OUTLETS = "Outlets"
FILTER_TEXT = "Words"
FILTER_TEXT_HINT = "for example: wounded Kessim"
EXPORT = "Export"
EXPORT_WHAT = "What"
EXPORT_SHOWN = "What the filters show"
EXPORT_ALL = "Everything"
EXPORT_MORE = "Other formats"
EXPORTS = {
    "csv": "Download CSV",
    "json": "JSON",
    "html": "Brief (HTML)",
    "xlsx": "Excel workbook",
    "markdown": "Markdown",
    "claimreview": "ClaimReview drafts",
}
EXPORTS_HELP = {
    "csv": "One row for every pair of claims.",
    "json": "The whole report, whatever the filters show.",
    "html": "One page to hand on: it opens offline and prints.",
    "xlsx": "A sheet for each kind of finding.",
    "markdown": "The words of the brief, for a note or a wiki.",
    "claimreview": "For what a person confirmed or corrected; drafts without a rating.",
}
EXPORT_REVIEW = "CSV with columns for reviewing"
EXPORT_REVIEW_HELP = "Edit them in a spreadsheet; the Review tab takes the file back, and so does factcheck project import."
EXPORT_BOM = "CSV for Excel"
EXPORT_BOM_HELP = "Starts the file with the mark by which Excel knows the encoding."
EXPORT_CSV_SO = "Download this CSV"
EXPORT_NOTE = "Formulas in texts are made harmless. All columns are described in docs/exports.md."

ABOUT = "What is compared: {}."
SHOWN = "{shown} of {total} facts"
NONE_SHOWN = "No fact passes these filters. Take one away to see more."
NO_FACTS = "No facts were found in these articles."
LEGEND = "Shaded: the words of the claim. Underlined: where they differ from the claim whose number stands after ↔."
SUPPORTED = "{value} ({origins})"
BEST_SUPPORTED = "Best supported by independent origins (how many): {best}; then {others}."
CAMPS = "Who says the same, and from how many origins: {sides}."
SILENT = "Cover the event, but do not mention this: {outlets}."
TRUST = "Show how far each outlet is borne out by the others"
TRUST_LINE = (
    "How far what an outlet says of facts that others speak of too is what most independent origins support. It is no measure of "
    "truth, and says little on few facts."
)
TRUST_HEADERS = ("Outlet", "Borne out", "On facts")
MARKED_AGAINST = "Underlined words differ from claim {}"
PAIRS = "Pair by pair"
PAIRS_LEFT_OUT = "{count} more pairs are not shown here; the CSV has all of them."
PAIR_HEADERS = ("Claims", "Verdict", "Why")
NO_DATE = "no date"
OWN_WORDS = "in its own words"
NEGATED = "negated"
HEDGED = "hedged"
VALUE = "Value"
WHEN = "When"
WHERE = "Where"
WORDING = "Wording"
OPEN_ARTICLE = "open the article"
VALUES_RANGE = "{low} to {high}"
AT_LEAST = "{low} or more"
AT_MOST = "up to {high}"
ANY_VALUE = "any number"
PART = "a part of the whole"
SINCE = "since {start}"
UNTIL = "until {end}"
NO_CALENDAR = "“{text}”, no calendar date"

SOURCES_HEADERS = ("Outlet", "Title", "Published", "Event", "Left out of the text", "Shares text with")
TITLED = "{name} (“{title}”)"
NOTHING_DROPPED = "nothing"
NO_COPIES = "nobody"
SHARE = "{name}, {share} of the words"
PROBABLY_FIRST = "Probably first: {name} ({reason})."
PASSAGES_LEFT_OUT = "{count} more passages are in the JSON report."
DROPPED_COUNT = ("passage", "passages")
UNKNOWN = "unknown"

STANCES: dict[Stance, Label] = {
    Stance.CONTRADICTS: Label("Contradicts", "≠", RED, "Another voice on this fact says what cannot be true as well."),
    Stance.AGREES: Label("Agrees", "=", GREEN, "Another voice says the same."),
    Stance.COMPATIBLE: Label("Compatible", "≈", BLUE, "Others say something else that can be true as well."),
    Stance.UNCLEAR: Label("Unclear", "?", AMBER, "Nothing decides whether others say the same."),
    Stance.REPEATS: Label("Repeats", "↻", VIOLET, "It says the same as another article with which it shares its text."),
    Stance.ALONE: Label("Says it alone", "·", GREY, "There is nothing to compare it with."),
    Stance.SILENT: Label("Silent", "–", PLAIN, "The outlet covers the event and does not mention this."),
}
LOOK_FIRST = "Look at these first"
ACROSS = "{}, not all of which can be right"
ONE_ORIGIN = "within one origin"
GAP = "the values are {} apart"
DISPUTED = "the sources dispute it"
MATRIX = "Who says what"
MATRIX_LINE = (
    "Facts that two outlets or more tell, with each outlet's words. An empty cell: the outlet does not cover the event, or "
    "counts such harm in another fact. Choose a fact to open it."
)
MATRIX_FACT = "Fact"
NO_OUTLET_HEAD = "unknown outlet"
NO_STANCE = "does not cover the event, or counts such harm in another fact"
NONE_TOLD_BY_SEVERAL = "None of these facts is told by two outlets."
STRIP = "The values, in order of publication"
STRIP_UNIT = " (in {})"
STRIP_LEFT_OUT = "{} more values stand with their claims below."
LOGARITHMIC = "each step is ten times the last"
HOLDERS = "Who holds what"
HOLDER_HEADERS = ("Who", "In their words", "Told by")
LEGEND_ALONE = "Shaded: the words of the claim, in their sentence."
COPIES_COUNT = ("claim of a copy of this text says the same", "claims of copies of this text say the same")
TOGETHER = "Why these claims are put together"
FEATURE_PAIRS = "{feature} ({pairs} of {total} pairs)"
FEATURES = {
    "another day": "against it: another day is named",
    "figures of another scale": "against it: the figures are of another scale",
    "other places": "against it: other places are named",
}
COPYING = "Who copied whom"
COPYING_LINE = "Articles that share text are one origin. An arrow leads from the article that was probably first."
NO_COPYING = "No two of these articles share text."
FIRST_BECAUSE = "probably first: {}"
FIRST_UNKNOWN = "Nothing tells which of these was first:"
CREDITED = "They credit {}."
SHARED_TEXT = "{} of the shorter text"
SHARED_THROUGH = "through another copy"
RATES = "Who agrees with whom"
RATES_LINE = (
    "Facts on which two outlets of unlike origin were compared. The share is of the facts on which they agree or contradict "
    "each other; on few facts it says little."
)
NO_RATES = "No two outlets were compared on a fact."
RATES_HEADERS = ("Outlets", "Agreement", "Facts compared")
RATES_MORE = "{} more pairs of outlets"
RATE_FACTS = "{facts}: {told}"
RATE = "{share} ({agree} of {decided})"
TIMELINE = "How counts changed"
NO_TIMELINE = "No fact has values that were published on different days."
TIMELINE_FACT = "Fact"
TIMELINE_HEADERS = ("Published", "Outlet", "Value")
TIMELINE_X = "Published"
TIMELINE_OUTLET = "Outlet"
TIMELINE_ALT = "Values by the day on which they were published: {}. The table below has the same values."
ARTICLES = "The articles"
SHARED_WORDS = "words in common: {}"
SHARED_NAMES = "names in common: {}"

NAMES = "Names that are taken for one"
NAMES_LINE = (
    "What these articles call one person, country, group or place, each form with the name that it was taken for. Correct a "
    "name, or add a line; it holds from the next comparison on. Keep the file to use it again."
)
NAMES_FORM = "In the articles"
NAMES_CANONICAL = "Stands for"
NAMES_CANONICAL_HELP = "Write the form itself, or nothing, where it is a name of its own."
NAMES_TIMES = "Times"
NAMES_ALT = "Forms of names in the articles, and the name that each stands for"
NAMES_DOWNLOAD = "Download aliases.csv"
NAMES_UPLOAD = "Use an aliases.csv"
NAMES_FORGET = "Forget these corrections"


REVIEW = "Review"
STATES: dict[str, Label] = {
    "open": Label("Open", "○", GREY, "Nobody has decided on it yet."),
    "confirmed": Label("Confirmed", "✓", GREEN, "A reviewer holds that the finding is right."),
    "rejected": Label("Rejected", "✕", RED, "A reviewer holds that the finding is wrong."),
    "corrected": Label("Corrected", "✎", BLUE, "A reviewer gave it another verdict."),
    "checked": Label("Checked", "☑", GREEN, "Somebody has read it against the articles."),
    "stale": Label("Changed since", "⟳", AMBER, "The tool finds something else now than when the reviewer decided."),
    "conflict": Label("In conflict", "⇄", VIOLET, "Reviewers differ."),
}
"""Where a fact stands in review; the last three go with one of the others."""

FILTER_STATES = "Review"
FILTER_CODES = "Reasons"
FILTER_SPEAKERS = "Speakers"
FILTER_EVENTS = "Events"
MORE_FILTERS = "More filters"
REVIEW_NONE = "No fact to review passes these filters."
REVIEW_PROGRESS = "Fact {at} of {total}; {decided} of them decided"
BLIND = "Blind: hide what the tool and the others say until I have judged"
BLIND_ASK = "What holds between these claims?"
BLIND_HIDDEN = "The finding is hidden until you have judged."
CONFIRM = "Confirm"
REJECT = "Reject"
MARK_CHECKED = "Mark as checked"
NEXT = "Next"
GO_TO_REVIEW = "Review this fact"
PREVIOUS = "Previous"
UNDO = "Undo"
REDO = "Redo"
CORRECT_TO = "Or another verdict:"
NOTE_LABEL = "Note, or the reason for your decision"
NOTE_SAVE = "Add note"
ARRANGE = "Split, join, names, single pairs, how true a claim is"
SPLIT_LABEL = "These claims belong to another matter"
SPLIT_SAVE = "Split"
JOIN_LABEL = "This fact is the same one"
JOIN_SAVE = "Join"
ALIAS_FORM = "This name"
ALIAS_NAME = "stands for"
ALIAS_SAVE = "Join names"
ALIAS_HELP = "Takes effect when the articles are compared again."
PAIR_LABEL = "Pair"
PAIR_VERDICT = "Verdict on this pair"
PAIR_SAVE = "Judge pair"
RATE_CLAIM = "Claim to rate"
RATE_LABEL = "How true you hold it"
RATE_HELP = (
    "A word of your own scale and, if you like, a number from 1 (worst) to 5 (best): False (1). It goes into ClaimReview drafts."
)
RATE_SAVE = "Rate claim"
HISTORY_OF_REVIEWS = "History"
AGREEMENT = "How far reviewers agree"
AGREEMENT_HEADERS = ("Reviewers", "Both judged", "The same", "Cohen's kappa")
AND = "{} and {}"
NO_KAPPA = "not defined: both always say one thing"
HISTORY_HEADERS = ("When (UTC)", "Who", "What", "Note")
TAKEN_BACK = "taken back"
NEW_CLAIMS = "{count} came after the decision."
FILTERED_OUT = "The filters hide the fact that you asked for: {}."
SHOW_IT = "Take the filters away and show it"
CONFLICTS = "Where reviewers differ ({})"
CONFLICT_PAIR = "on the pair of {}"
CONFLICTS_LEFT_OUT = "{} more: choose In conflict in the filter by review."
GO_TO_CONFLICT = "Review it again"
CSV_BACK = "Take back a CSV that was edited in a spreadsheet"
CSV_BACK_LABEL = "The CSV with columns for reviewing, as the export wrote it"
CSV_BACK_HELP = "Only the columns from status to reviewer count as edits; rows may be missing or stand in another order."
CSV_BACK_FOUND = "The file holds {} that are not here yet; {} of its rows do not fit."
CSV_BACK_TAKE = "Take {}"
NOT_ALL_STORED = "Not all reviews of the file were stored; put it in again to take the rest: {why}"
NOTHING_STORED = "Nothing was stored: {why}"
ACTIONS = {
    Action.CONFIRM: "confirmed",
    Action.REJECT: "rejected",
    Action.CORRECT: "corrected",
    Action.PAIR: "judged a pair",
    Action.RATE: "rated a claim",
    Action.NOTE: "noted",
    Action.CHECK: "marked as checked",
    Action.SPLIT: "split",
    Action.JOIN: "joined",
    Action.ALIAS: "joined names",
    Action.UNDO: "took back",
    Action.REDO: "brought back",
}
PROJECT = "Project"
NO_PROJECT = "None: this session only"
PROJECT_HELP = "A project keeps articles, reports and reviews. Without one, reviews last as long as this page is open."
NEW_PROJECT = "New project"
MAKE_PROJECT = "Make project"
KEEP = "Keep this report in the project"
KEPT = "In the project: {articles}, {reviews}."
REVIEWS_COUNT = ("review", "reviews")
YOUR_NAME = "Your name"
YOUR_NAME_HELP = "Stands beside your reviews."
NAME_NEEDED = "Type your name to review."
NAME_FROM_PROXY = "Your name comes from the login: {name}."
NO_NAME_FROM_PROXY = "The login in front of this page did not say who you are, so you can look but not review."
LOGIN = "Log in"
LOGIN_LINE = "Log in to work here."


def count(number: int, words: tuple[str, str]) -> str:
    """A number with its noun: "1 fact", "1,200 facts"."""
    return f"{number:,} {words[number != 1]}"
