"""`broadsheet counters`: what it says, and its exit status."""

from broadsheet.discussion.models import Comment
from broadsheet.serve.counters import say_what_differs
from factories.discussion import open_discussion, say


def test_says_that_all_is_well(running):
    said = running.call("counters")

    assert (said.returncode, said.stdout) == (0, "All counts are what counting says.\n")


def test_says_what_differs_and_fails(ada, capsys):
    comment = say(open_discussion(), ada)
    Comment.objects.update(up_votes=7)

    assert say_what_differs() == 1

    discussion = comment.discussion_id
    assert capsys.readouterr().out.splitlines() == [
        f"up_votes of comment {comment.pk} (discussion {discussion}): 7, counted 0.",
        "1 counts are wrong: “broadsheet counters --mend” sets them right.",
    ]


def test_sets_it_right_when_asked(ada, capsys):
    say(open_discussion(), ada)
    Comment.objects.update(up_votes=7)

    assert say_what_differs(mend=True) == 0

    assert "1 counts were wrong and are set right." in capsys.readouterr().out
    assert say_what_differs() == 0
