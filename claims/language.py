"""Text that is not in English: named and set aside, because the stages behind would only guess at it.

Most sentences show by their small words that they are English, which costs next to nothing; of the others only those are
given to a model (py3langid) that show a sign of another language, and only a clear answer sets one aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claims.document import Dropped
from claims.furniture.labels import Line, lines_of, with_reasons

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
REASON = "text in {}"
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

# Of a sentence's words: English news has 0.3 of these. Small words that other languages share ("in", "a", "on") are left out.
ENGLISH_SHARE = 0.1
FEWEST_WORDS = 6  # below, a sentence may be names and one verb in any language
FEWEST_LETTERS = 12  # of a script that writes no spaces
SURE = 0.9  # probability among the languages above; on 844 English articles no sentence goes beyond 0.4

_SMALL = frozenset(
    "the of and to that with by from said says is are were was has have had been be his her their its it they this which who"
    " will would not but or for after before than about into over out up what when where how he she we you there if could can"
    " more most also".split()
)
# Small words of other languages that are neither English words nor parts of names; the model is asked only where one of them
# or a letter beyond ASCII stands (a printed apostrophe is none), so that a pile of English headlines never loads it.
_ELSEWHERE = frozenset(
    # German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, and some of Polish, Turkish, Indonesian and Romanian
    "der das und ist nicht ein eine einen dem mit auf aus nach bei sich wird wurde auch es im zum zur vom als wie oder aber"
    " le les des du et est une dans pour que qui sur pas aux avec ont cette sont ses il elle ne se"
    " los las y una por para su sus con este esta pero lo como fue han ha entre"
    " di che per sono nel della del dei alla anche stato gli si dal delle"
    " os em um uma foi ao mais pelo pela dos das na"
    " het een op dat niet met zijn voor werd aan ook naar"
    " och att det som av med har inte den og til ikke ble blev"
    " nie na z jest ve bir bu ile icin olarak dan yang dengan untuk dari cu din pe care este sau".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"[^.!?…。！？؟]+(?:[.!?…。！？؟]+[\"'”’»)\]]*\s*|$)|[.!?…。！？؟]+\s*")


class Piece(NamedTuple):
    """A sentence, as offsets, and its language: a code, or "" where that cannot be told."""

    start: int
    end: int
    language: str


def set_aside(text: str, dropped: Sequence[Dropped] = ()) -> tuple[tuple[Dropped, ...], str]:
    """The kept sentences that are in another language than English, with its name, and the language of most of the text."""
    found: list[Dropped] = []
    letters: Counter[str] = Counter()
    for line in (line for line, reason in with_reasons(lines_of(text), dropped) if not reason):
        for piece in _pieces(line):
            letters[piece.language] += piece.end - piece.start
            if piece.language not in ("", ENGLISH):
                reason = REASON.format(NAMES[piece.language])
                joins = bool(found) and found[-1].reason == reason and not text[found[-1].end : piece.start].strip()
                start = found.pop().start if joins else piece.start
                found.append(Dropped(start, piece.end, reason))
    del letters[""]
    most = max(letters.items(), key=lambda item: (item[1], item[0]))[0] if letters else ENGLISH
    return tuple(found), most


def _pieces(line: Line) -> Iterator[Piece]:
    """The sentences of a line; short ones go with a line that is in another language as a whole."""
    sentences = [(match.start(), match.end()) for match in _SENTENCE.finditer(line.words)]
    languages = [language_of(line.words[start:end]) for start, end in sentences]
    others = {language for language in languages if language not in ("", ENGLISH)}
    if len(others) == 1 and ENGLISH not in languages:
        languages = [*others] * len(languages)
    for (start, end), language in zip(sentences, languages, strict=True):
        yield Piece(line.start + start, line.start + len(line.words[:end].rstrip()), language)


def language_of(sentence: str) -> str:
    """The language of a sentence: a code of NAMES, "en", or "" where it is too short or could be several."""
    if _is_english(sentence.lower().split()):
        return ENGLISH
    words = [word.lower() for word in _WORD.findall(sentence)]
    if not words or _is_english(words):
        return ENGLISH if words else ""
    spaced = sum(map(len, words)) <= 20 * len(words)
    if len(words) < FEWEST_WORDS and ((spaced and words and words[0].isascii()) or sum(map(len, words)) < FEWEST_LETTERS):
        return ""
    if not any(word in _ELSEWHERE or not word.replace("’", "'").isascii() for word in words):
        return ""
    language, probability = _identifier().classify(sentence)
    return language if probability >= SURE and language in NAMES else ""


def _is_english(words: Sequence[str]) -> bool:
    return sum(word in _SMALL for word in words) >= max(1, ENGLISH_SHARE * len(words))


@cache
def _identifier() -> LanguageIdentifier:
    """The model, loaded when the first sentence needs it (some tenths of a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([ENGLISH, *NAMES])
    return identifier
