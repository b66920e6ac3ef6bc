"""`factcheck project review`: list the facts with where they stand, decide on one, or see how far reviewers agree."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from factcheck.commands.stored import command, person, project, report_of, say
from factcheck.commands.usage import UsageError, verdict
from factcheck.judgement import ICON

if TYPE_CHECKING:
    from factcheck.judgement import Fact
    from factcheck.report import Report
    from factcheck.reviewing.rating import Rating
    from factcheck.reviewing.review import Review
    from factcheck.reviewing.reviews import Standing
    from factcheck.store import Project

SHOWN = 6  # letters of a fact's id that a line shows; any beginning that fits one fact only will do


def add(commands: Any) -> None:
    """Tell the parser the options."""
    review = command(
        commands,
        "review",
        run,
        "list a project's facts with where they stand, or decide on one",
        "factcheck project review 'Ferry fire' 3fa2c1 --reject --note 'the nine include two of the crew' --reviewer Ada",
    )
    review.add_argument("fact", metavar="FACT", nargs="?", help="the beginning of a fact's id, as the list shows it")
    review.add_argument("--reviewer", metavar="NAME", help="who you are; else FACTCHECK_REVIEWER, else your user name")
    review.add_argument("--note", default="", metavar="TEXT", help="why; alone, a note")
    review.add_argument("--seen", type=int, metavar="NUMBER", help="refuse if somebody decided on the fact after this review")
    what = review.add_mutually_exclusive_group()
    what.add_argument("--confirm", action="store_true", help="the finding is right")
    what.add_argument("--reject", action="store_true", help="the finding is wrong")
    what.add_argument("--correct", type=verdict, metavar="VERDICT", help="contradict, agree, compatible or unclear instead")
    what.add_argument(
        "--rate",
        metavar="N=RATING",
        help="how true you hold claim N (counted from 1): a word, a number from 1 to 5 if you like: 2='False (1)'",
    )
    what.add_argument("--check", action="store_true", help="mark as checked against the articles")
    what.add_argument("--split", metavar="N[,N]", help="these claims (counted from 1) belong to another matter")
    what.add_argument("--join", metavar="FACT", help="this other fact is the same one")
    what.add_argument("--alias", metavar="FORM=NAME", help="from the next run on this form is that name (needs no fact)")
    what.add_argument("--undo", action="store_true", help="take back your last review")
    what.add_argument("--redo", action="store_true", help="bring back what you took back last")
    what.add_argument("--agreement", action="store_true", help="how far reviewers agree (Cohen's kappa), and their conflicts")


def run(options: argparse.Namespace) -> int:
    """List, decide, or compare reviewers."""
    from factcheck.reviewing.rearranged import rearranged
    from factcheck.reviewing.reviews import standings

    here = project(options)
    reviews = here.reviews()
    if options.alias or options.undo or options.redo:
        return _store(options, here, _without_fact(options, reviews))
    report = rearranged(report_of(here), reviews)
    if options.agreement:
        return _agreement(options, report, reviews)
    standing = standings(report, reviews)
    if options.fact is None:
        if options.note or _chosen(options):
            raise UsageError("say which fact; the list shows their ids: factcheck project review NAME")
        rows = [_data(fact, standing[fact.id]) | {"seen": here.last_review()} for fact in report.facts]
        say(options, rows, (_line(fact, standing[fact.id]) for fact in report.facts))
        return 0
    fact = _fact(report, options.fact)
    if not _chosen(options) and not options.note:
        say(options, _data(fact, standing[fact.id]), _whole(report, fact, standing[fact.id]))
        return 0
    return _store(options, here, _of_fact(options, report, fact))


def _chosen(options: argparse.Namespace) -> bool:
    return any((options.confirm, options.reject, options.correct, options.rate, options.check, options.split, options.join))


def _store(options: argparse.Namespace, here: Project, review: Review) -> int:
    number = here.review(review, options.seen)
    result = {"review": number, "id": review.id, "action": review.action.value, "reviewer": review.reviewer}
    say(options, result, [f"{review.reviewer}: {review.action.value} (review {number})"])
    return 0


def _without_fact(options: argparse.Namespace, reviews: Sequence[Review]) -> Review:
    from factcheck.reviewing.review import brought_back, of_names, taken_back, to_redo, to_undo

    who = person(options.reviewer)
    if options.alias:
        form, _, name = options.alias.partition("=")
        if not form.strip() or not name.strip():
            raise UsageError(f"--alias {options.alias!r}: write it as FORM=NAME")
        return of_names(form, name, who, options.note)
    wanted = to_undo(reviews, who) if options.undo else to_redo(reviews, who)
    if wanted is None:
        raise UsageError(f"{who} has nothing to {'take back' if options.undo else 'bring back'} in this project")
    return taken_back(wanted, who) if options.undo else brought_back(wanted, who)


def _of_fact(options: argparse.Namespace, report: Report, fact: Fact) -> Review:
    from factcheck.reviewing.review import Action, of_claim, of_fact

    if options.rate:
        claim, rating = _rating(fact, options.rate)
        return of_claim(report, claim, rating, person(options.reviewer), options.note)
    who, action = person(options.reviewer), Action.NOTE
    target: tuple[str, ...] = ()
    if options.split:
        action, target = Action.SPLIT, _numbered(fact, options.split)
    elif options.join:
        other = _fact(report, options.join)
        if other.id == fact.id:
            raise UsageError("a fact cannot be joined with itself")
        action, target = Action.JOIN, other.claims
    elif options.correct:
        action = Action.CORRECT
    elif options.confirm or options.reject or options.check:
        action = Action.CONFIRM if options.confirm else Action.REJECT if options.reject else Action.CHECK
    return of_fact(report, fact, action, who, verdict=options.correct, note=options.note, target=target)


def _rating(fact: Fact, text: str) -> tuple[str, Rating]:
    """The claim (id) and the rating that `--rate N=RATING` gives it."""
    from factcheck.reviewing.rating import RatingError, rating_of

    number, _, said = text.partition("=")
    if not number.strip().isdecimal() or not 1 <= int(number) <= len(fact.claims):
        raise UsageError(f"--rate {text!r}: write it as N=RATING, where N is one of the claims 1 to {len(fact.claims)}")
    try:
        return fact.claims[int(number) - 1], rating_of(said)
    except RatingError as error:
        raise UsageError(f"--rate {text!r}: {error}") from error


def _numbered(fact: Fact, text: str) -> tuple[str, ...]:
    try:
        numbers = {int(word) for word in text.split(",")}
    except ValueError as error:
        raise UsageError(f"--split {text!r}: name claims by their numbers, as 1,3") from error
    if not numbers <= set(range(1, len(fact.claims) + 1)) or len(numbers) == len(fact.claims):
        raise UsageError(f"--split {text!r}: this fact has the claims 1 to {len(fact.claims)}, and one at least has to stay")
    return tuple(fact.claims[number - 1] for number in sorted(numbers))


def _fact(report: Report, beginning: str) -> Fact:
    fitting = [fact for fact in report.facts if fact.id.startswith(beginning)]
    if len(fitting) != 1:
        many = f"{len(fitting)} facts" if fitting else "no fact"
        raise UsageError(f"{many} with an id that begins with {beginning!r}; factcheck project review NAME lists them")
    return fitting[0]


def _agreement(options: argparse.Namespace, report: Report, reviews: Sequence[Review]) -> int:
    from factcheck.reviewing.opinions import agreements, conflicts

    every, apart = agreements(report, reviews), conflicts(report, reviews)
    headline = {fact.id: fact.headline for fact in report.facts}
    said = [{it.reviewer: it.opinion or (it.verdict or "") for it in conflict.opinions} for conflict in apart]
    result = {
        "agreement": [{"reviewers": list(it.reviewers), "judged": it.judged, "same": it.same, "kappa": it.kappa} for it in every],
        "conflicts": [
            {"fact": it.fact, "headline": headline[it.fact], "claims": list(it.claims), "opinions": opinions}
            for it, opinions in zip(apart, said, strict=True)
        ],
    }
    lines = [
        f"{' and '.join(it.reviewers)}: {it.same} of {it.judged} the same, kappa "
        + (f"{it.kappa:.2f}" if it.kappa is not None else "not defined (both always say one thing)")
        for it in every
    ] or ["no two reviewers have judged the same fact or pair yet"]
    lines += [
        f"{it.fact[:SHOWN]}  {headline[it.fact]}: {', '.join(f'{who} says {what}' for who, what in opinions.items())}"
        for it, opinions in zip(apart, said, strict=True)
    ]
    say(options, result, lines)
    return 0


def _data(fact: Fact, standing: Standing) -> dict[str, Any]:
    return {
        "fact": fact.id,
        "finding": fact.finding.value,
        "headline": fact.headline,
        "claims": list(fact.claims),
        "status": standing.status.value,
        "finding_of_reviewer": standing.finding.value if standing.finding else None,
        "reviewer": standing.reviewer or None,
        "at": standing.at.isoformat() if standing.at else None,
        "checked": standing.checked,
        "stale": standing.stale,
        "conflict": standing.conflict,
        "ratings": {
            claim: {"word": it.rating.word, "value": it.rating.value, "reviewer": it.reviewer}
            for claim, it in standing.ratings.items()
            if it.rating
        },
        "notes": [review.note for review in standing.notes],
    }


def _line(fact: Fact, standing: Standing) -> str:
    marks = [
        standing.status.value + (f" as {standing.finding.value}" if standing.finding else ""),
        *standing.marks,
    ]
    return f"{fact.id[:SHOWN]}  {ICON[fact.finding]} {fact.finding.value}  [{', '.join(marks)}]  {fact.headline}"


def _whole(report: Report, fact: Fact, standing: Standing) -> list[str]:
    lines = [_line(fact, standing)]
    for number, key in enumerate(fact.claims, 1):
        words = " ".join(report.claim_by_id[key].text.split())
        lines.append(f"  {number}. {report.document_of(key).name}: “{words}”")
        if (rated := standing.ratings.get(key)) and rated.rating:
            lines.append(f"     rated {rated.rating.text} by {rated.reviewer}")
    lines += [f"  {j.verdict.value}: {j.reason}" for j in report.judgements_of[fact.id]]
    lines += [
        f"  {review.at:%Y-%m-%d %H:%M} UTC {review.reviewer}: {review.action.value} {review.note}".rstrip()
        for review in standing.history
    ]
    return lines
