import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.corpus import TEN_THOUSAND, THOUSAND, stories

REPOSITORY = Path(__file__).parents[2]
DIGEST = """
import hashlib
from benchmarks.corpus import stories
print(hashlib.sha256(repr(list(stories(scale=0.01))).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def corpus():
    return list(stories())


@pytest.fixture(scope="module")
def comments(corpus):
    return [comment for story in corpus for comment in story.comments]


def test_there_are_two_long_discussions_among_many(corpus, comments):
    sizes = [len(story.comments) for story in corpus]

    assert len(corpus) == 200
    assert len(comments) == 58_692
    assert (sizes[THOUSAND - 1], sizes[TEN_THOUSAND - 1]) == (1_000, 10_000)
    assert max(sizes[2:]) < 5_000


def test_comments_have_the_shape_the_peers_were_measured_with(comments):
    top_level = sum(comment.parent is None for comment in comments)

    assert top_level / len(comments) == pytest.approx(0.55, abs=0.005)
    assert statistics.mean(comment.depth for comment in comments) == pytest.approx(2.2, abs=0.02)
    assert statistics.median(len(comment.text) for comment in comments) == pytest.approx(177, abs=4)


def test_replies_stand_below_what_they_answer(corpus):
    for story in corpus:
        by_id = {comment.id: comment for comment in story.comments}
        for comment in story.comments:
            if comment.parent is None:
                assert (comment.depth, comment.first) == (1, comment.id)
            else:
                parent = by_id[comment.parent]
                assert parent.id < comment.id
                assert parent.posted_at <= comment.posted_at
                assert (parent.depth + 1, parent.first) == (comment.depth, comment.first)


def test_ids_are_given_once_in_order(comments):
    assert [comment.id for comment in comments] == list(range(1, len(comments) + 1))


def test_it_is_the_same_every_time():
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            check=True,
            capture_output=True,
            text=True,
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_a_smaller_scale_keeps_the_long_discussions():
    sizes = [len(story.comments) for story in stories(scale=0.01)]

    assert sizes[:2] == [1_000, 10_000]
    assert sum(sizes[2:]) == pytest.approx(477, abs=60)
