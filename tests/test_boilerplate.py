from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from claims.furniture.boilerplate import furniture

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
TITLE = "Ferry strike leaves islands without fresh bread"
LEAD = (
    "Ferry crews in Harrow Bay walked out on Monday, and by the evening bakers on the three outer islands had run out of flour, "
    "the islands' council said in a statement read out on local radio."
)
SECOND = "The union said the strike would last until the company restored the winter bonus, cut in the autumn without a warning."
ARTICLE = f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n"


def dropped(text: str) -> list[str]:
    return [text[span.start : span.end] for span in furniture(text)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Name *", "form label"),
        ("E-mail *", "form label"),
        ("120 Characters Left", "form label"),
        ("I agree with the Terms of Service", "form label"),
        ("Leave a comment", "form label"),
        ("Views 5,120", "page counter"),
        ("34 comments", "page counter"),
        ("Slideshow (14 photos)", "page counter"),
        ("View all 9 images", "page counter"),
        ("All rights reserved to the Bay Courier 2021", "copyright line"),
        ("© Bay Courier", "copyright line"),
        ("Copyright 2021 Bay Courier Ltd.", "copyright line"),
        ("Website designed and hosted by Quayside Media", "site credit"),
        (f"Home / Islands / {TITLE}", "breadcrumb"),
        ("News > Islands > Transport", "breadcrumb"),
        ("Back to top", "navigation label"),
        ("Advertisement", "navigation label"),
        ("Last Updated : GMT 07:15:00", "update stamp"),
        ("Updated: 14 March 2021, 17:20", "update stamp"),
        ("Share on Facebook", "share label"),
        ("Tweet | Print | Email", "share label"),
        ("The Courier Facebook, the courier facebook  The Courier Twitter The Courier RSS", "share label"),
        ("Sign up for our morning newsletter", "sign-up or cookie notice"),
        ("We use cookies to improve this site.", "sign-up or cookie notice"),
        ("#ferries #islands #strike", "hashtags"),
        ("Tags: ferries, islands", "topic list"),
        ("— Bay Ferries (@bayferries) March 14, 2021", "embedded tweet"),
        ("pic.twitter.com/abc123", "embedded tweet"),
        ("https://example.org/ferries?id=7", "link"),
        ("Read more: Islanders bake with potatoes", "teaser of another article"),
        ("courier, Courier, courier", "one word repeated"),
        ("اخبار الجزيرة 729", "line in another script"),
        ("Новости островов", "line in another script"),
        ("Name * Email * Comment *", "form label"),
        ("To comment you must be logged in.", "form label"),
        ("5 min read", "page counter"),
        ("Listen to this article", "navigation label"),
        ("Sort by: Newest", "navigation label"),
        ("This website stores cookies on your device.", "sign-up or cookie notice"),
        ("Get the top stories in your inbox every morning", "sign-up or cookie notice"),
        ("Reject all", "sign-up or cookie notice"),
        ("Part of the Quayside group", "site credit"),
        ("Published by Bay Press Ltd, Quay Street 1", "site credit"),
        ("Have a tip? Write to tips@courier.example", "contact line"),
        ("More from the Bay Courier", "teaser of another article"),
        ("17:23", "bare time stamp"),
        ("* * *", "line without words"),
        ("ferry strike leaves islands without fresh bread", "repeat of the title"),
    ],
)
def test_a_sign_drops_its_line_and_says_why(line: str, reason: str) -> None:
    """Each sign drops the whole line that shows it, that line alone, and names itself."""
    text = f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{SECOND}\n"
    (span,) = furniture(text)
    assert (text[span.start : span.end], span.reason) == (line, reason)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("HARROW BAY – Crews walked out on Monday.", "dateline"),
        ("Harrow Bay - Bay Courier", "dateline alone on its line"),
        ("Bay Editors Sunday, March 14, 2021", "byline: the date is read from it"),
        ("Home bakers / and their flour run short", "a slash in a headline"),
        ("The company holds the copyright to its 2019 timetable, a judge found.", "copyright told in a sentence"),
        ("Facebook, Twitter and YouTube remove the strike video", "networks as the subject of a headline"),
        ("Share prices of the ferry company fell by a third.", "share is also a noun"),
        ("Views differ on who began the strike", "views are also opinions"),
        ("Updated timetables show 30 sailings cancelled.", "a sentence that begins with updated"),
        ("#Ferries stop at midnight, says the #union of crews", "a tweet's text with its claim"),
        ("Read more than the headline, the union asks", "no pointer without its colon"),
        ("Crews carry flour ashore on Tuesday", "caption with a verb"),
        ("Sources: Reuters and the Islands' council", "the agencies are the origin of the text"),
        ("Captain Müller and Señora Ibáñez spoke to Erdoğan's envoy", "accents are Latin"),
        ("Poster reads Σ and Ω in white paint", "a foreign letter in an English line"),
        ("Union leader:", "who speaks in an interview"),
        ("More from the ferry crews than words, islanders hope", "a headline that begins like a heading"),
        ("Ferry company uses cookies to track islanders, court finds", "cookies as the subject of a headline"),
        ("Union men of the outer islands claim victory*", "a headline with a footnote"),
        ("Crews published by noon a list of ships", "published, but not by a company"),
        ("Readers of the Courier say the strike is just", "readers who are quoted"),
    ],
)
def test_news_is_kept(line: str, why: str) -> None:
    """What may carry a claim, a speaker, a place or a date is kept, though it resembles furniture."""
    assert dropped(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{SECOND}\n") == [], why


def test_first_copy_of_a_paragraph_is_kept() -> None:
    """Of equal paragraphs the first is kept, later ones are dropped, wherever they stand."""
    text = f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{LEAD}\n\n{SECOND}\n"
    (span,) = furniture(text)
    assert text[: span.start].strip() == ARTICLE.strip()
    assert span.reason == "repeated paragraph"


def test_a_banner_is_dropped_wholly() -> None:
    """A short line that comes three times is the site's, not the article's; a headline that comes thrice is still read once."""
    assert dropped(f"Bay Courier\n{TITLE}\nBay Courier\n{LEAD}\nBay Courier {TITLE}\nBay Courier\n") == [
        "Bay Courier",
        "Bay Courier",
        f"Bay Courier {TITLE}",
        "Bay Courier",
    ]
    assert dropped(f"{TITLE}\n{TITLE}\n{TITLE}\n{LEAD}\n") == [f"{TITLE}\n{TITLE}"]


STAMPED = [
    ("03 May 2019", "Lighthouse sold to a painter"),
    ("11 June 2020", "Seals return"),
    ("2 July 2018", "Mayor opens a pier"),
]


def test_headlines_under_full_dates_are_of_other_articles() -> None:
    """A run of dates and headlines is one dropped list, whichever of the two comes first."""
    under = "\n\n".join(f"GMT 10:15 {day}\n\n{headline}" for day, headline in STAMPED)
    over = "\n\n".join(f"{headline}\n{day}" for day, headline in STAMPED)
    assert dropped(f"{ARTICLE}\n{under}\n") == [under]
    assert dropped(f"{over}\n\n{ARTICLE}") == [over]


@pytest.mark.parametrize("stamp", ["{}", "14 March 2021, {}", "GMT {} 14 March 2021"])
def test_headlines_of_a_live_blog_are_news(stamp: str) -> None:
    """Clock times of one day head a live blog; its headlines are claims and are kept."""
    headlines = ["Crews leave the quay", "Company Offers Talks – Union", "Talks Between Crews and Company Begin"]
    blog = "".join(f"-\n{stamp.format(f'1{n}:20')}\n{headline}\n" for n, headline in enumerate(headlines))
    assert not set(headlines) & {line for span in dropped(f"{ARTICLE}{blog}") for line in span.split("\n")}


def test_an_articles_own_headline_in_a_list_leaves_it_its_title() -> None:
    """A copy inside a list of other headlines is not the first copy: the title itself is kept."""
    listed = "\n\n".join(f"{day}\n\n{headline}" for day, headline in [*STAMPED, ("14 March 2021", TITLE)])
    assert dropped(f"{listed}\n\n{LEAD}\n\n{TITLE}\n\n{SECOND}\n") == [listed]


MENU = ["Home", "World", "Long reads", "Sport", "About us"]


@pytest.mark.parametrize("above", [True, False])
def test_a_run_of_short_lines_around_the_article_is_a_menu(above: bool) -> None:
    """Four short lines and more above the first paragraph or below the last are a menu; inside the article they are a list."""
    menu = "\n".join(MENU)
    gone = "\n".join(dropped(f"{menu}\n\n{ARTICLE}" if above else f"{ARTICLE}\n{menu}\n"))
    assert gone.split("\n") == MENU
    listed = f"{TITLE}\n\n{LEAD}\n\nFlour\nYeast\nSalt\nButter\n\n{SECOND}\n"
    assert dropped(listed) == []


def test_a_short_headline_below_a_menu_is_kept() -> None:
    """Where nothing else can be the headline, the last short line above the article is not taken for a part of the menu."""
    assert "Bread runs out" not in "".join(dropped("Home\nWorld\nSport\nIslands\nBread runs out\n\n" + LEAD))


def test_what_readers_wrote_is_dropped() -> None:
    """Under its heading each writer and comment goes, whatever it says; the same words without a heading are an article's."""
    posts = "Tom Reed 2 hours ago\nNobody listens to us.\nReply\ngardenia77 · 5h\nMy uncle bakes there.\nHe is well.\nLike"
    assert dropped(f"{ARTICLE}\n12 comments\nSort by: Newest\n{posts}\n")[-1].endswith("Like")
    kept = "".join(dropped(f"{ARTICLE}\nComments (2)\n{posts}\n\nBakers hope for flour on Friday, they said.\n"))
    assert "uncle" in kept
    assert "Bakers hope" not in kept
    apart = f"{TITLE}\n12 comments\n{LEAD}\n{SECOND}\nTom Reed 2 hours ago\nNobody listens."
    assert "Nobody listens" not in "".join(dropped(apart))


def test_terms_inside_a_form_are_part_of_it() -> None:
    """What a form prints between two of its labels goes with it; the same words in an article stay."""
    terms = "Comment rules: be kind to the crews and to each other."
    assert terms in dropped(f"{ARTICLE}\nMandatory *\n\n{terms}\n\nSecurity code *\n")
    assert dropped(f"{ARTICLE}\n{terms}\n") == []


@pytest.mark.parametrize(
    ("teaser", "why"),
    [
        ("Check Also\n\nLighthouse sold to a painter\n\nOLD TOWN – The lighthouse that guided ships for …", "cut short"),
        ("Related articles\nLighthouse sold to a painter\nSeals return to the bay", "headlines alone"),
        ("You may also like\nSeals return to the bay\nThe seals that left in May are back.", "one short text at the end"),
    ],
)
def test_teasers_go_with_their_heading(teaser: str, why: str) -> None:
    """A heading that announces other articles takes its headlines and short texts with it."""
    assert dropped(f"{ARTICLE}\n{teaser}\n") == [teaser], why


def test_the_article_goes_on_after_read_more() -> None:
    """Inside an article "Read more" takes headlines only, and above the first paragraph it takes nothing but itself."""
    assert dropped(f"{TITLE}\n\n{LEAD}\n\nRead more\n\nSeals return\n\n{SECOND}\n") == ["Read more\n\nSeals return"]
    assert dropped(f"Latest news\n\n{ARTICLE}") == ["Latest news"]


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "\r\n\r\n", "…", "Новости островов\nПаром не ходит\n"])
def test_little_or_foreign_text_is_no_furniture_of_itself(text: str) -> None:
    """Nothing in, nothing out; a text wholly in another script is not dropped for its script."""
    assert all(span.reason == "line without words" for span in furniture(text))


def test_two_megabytes_take_two_seconds() -> None:
    """Time grows with the length of the text, also where every line is a candidate."""
    begun = time.process_time()  # of our own: other work on the machine makes nothing slower
    for line in (
        "Crews of the ferry number {} left the quay at dawn and came back at noon.",
        "# a " * 48 + "{}.",
        "a > " * 48 + "{}.",
        "a * " * 48 + "{}.",
        "a b c@" * 30 + "{}.",
        "comments " * 20 + "{}.",
    ):
        furniture("\n".join(line.format(n) for n in range(500_000 // len(line))))
    assert time.process_time() - begun < 10  # 2 s on a laptop; a build machine is slower


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
def test_seeds_keep_the_article_and_lose_the_junk() -> None:
    """Gold mentions of the real pages are kept, gold junk is dropped."""
    gold = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))}
    away = {key: "\n".join(dropped(text)) for key, text in texts.items()}
    for key, words in gold["junk"]:
        assert words in away[key]
    for fact in gold["facts"]:
        for key, words in fact["mentions"].values():
            assert texts[key].count(words) > away[key].count(words)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
def test_clean_articles_lose_nothing() -> None:
    """Articles that are one paragraph under a title hold no furniture."""
    with (SHARED / "data" / "news" / "syria_articles.jsonl").open(encoding="utf-8") as rows:
        texts = [f"{row['title']}\n\n{row['text']}\n" for row in map(json.loads, rows)]
    assert [text for text in texts if furniture(text)] == []
