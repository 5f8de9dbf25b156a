"""Tasks against gold: who is matched with whom, and which slots agree."""

import pytest

from dispatch_parser.evaluation.tasks import score_tasks


def task(text, kind="do", deadline=None, product=None, **roles):
    agencies = [{"name": name, "role": role} for role, names in roles.items() for name in names]
    return {"text": text, "kind": kind, "agencies": agencies, "deadline": deadline, "product": product}


def texts(tasks):
    return [t["text"] for t in tasks]


@pytest.mark.parametrize(
    ("gold", "got", "pairs", "missed", "spurious"),
    [
        ([], [], [], [], []),
        (["a b"], [], [], ["a b"], []),
        ([], ["a b"], [], [], ["a b"]),
        (["a b c d"], ["a b x y"], [("a b c d", "a b x y")], [], []),  # exactly one half is enough
        (["a b c d"], ["a x y z"], [], ["a b c d"], ["a x y z"]),
        # the best overlap goes first, though the other prediction comes first
        (["a b c d"], ["a b c x", "a b c d"], [("a b c d", "a b c d")], [], ["a b c x"]),
        # one to one: a prediction that was taken does not serve twice
        (["a b c", "a b c"], ["a b c"], [("a b c", "a b c")], ["a b c"], []),
        # order of the text does not matter
        (["a b", "c d"], ["c d", "a b"], [("a b", "a b"), ("c d", "c d")], [], []),
    ],
)
def test_matching(gold, got, pairs, missed, spurious):
    score = score_tasks([task(t) for t in gold], [task(t) for t in got])
    assert [(p.gold["text"], p.got["text"]) for p in score.pairs] == pairs
    assert texts(score.missed) == missed
    assert texts(score.spurious) == spurious


DATE = {"raw": "trước ngày 15/8/2024", "kind": "date", "date": "2024-08-15"}


@pytest.mark.parametrize(
    ("gold", "got", "wrong", "present"),
    [
        (task("rà soát"), task("rà soát"), [], ["kind"]),
        (task("rà soát"), task("rà soát", kind="report"), ["kind"], ["kind"]),
        (
            task("rà soát", lead=["Sở Nội vụ"]),
            task("rà soát", lead=["sở Nội vụ"]),
            [],
            ["lead", "kind"],
        ),
        (
            task("rà soát", lead=["Sở Nội vụ"], coordinate=["Sở Y tế"]),
            task("rà soát", lead=["Sở Nội vụ", "Sở Y tế"]),
            ["lead", "coordinate"],
            ["lead", "coordinate", "kind"],
        ),
        (task("rà soát", report_to=["Bộ Y tế"]), task("rà soát"), ["report_to"], ["report_to", "kind"]),
        (task("rà soát", target=["Sở A"]), task("rà soát"), [], ["kind"]),  # not among the scored roles
        (
            task("rà soát", deadline=DATE),
            task("rà soát", deadline={**DATE, "raw": "ngày 15/8/2024"}),  # the words do not count
            [],
            ["kind", "deadline"],
        ),
        (
            task("rà soát", deadline=DATE),
            task("rà soát", deadline={**DATE, "kind": "period"}),
            ["deadline"],
            ["kind", "deadline"],
        ),
        (task("rà soát"), task("rà soát", deadline=DATE), ["deadline"], ["kind", "deadline"]),
        (task("rà soát", product="Báo cáo"), task("rà soát", product="báo cáo."), [], ["kind", "product"]),
    ],
)
def test_slots(gold, got, wrong, present):
    (pair,) = score_tasks([gold], [got]).pairs
    assert list(pair.present) == present
    assert [slot for slot in pair.present if slot not in pair.right] == wrong
    assert {"lead", "coordinate", "report_to", "kind", "deadline", "product"} - set(pair.right) == set(wrong)
