"""Make a newspaper to break: `python -m faults.furnish 12` prints the keys and paths of so many articles.

A process of its own, because it needs Django with the settings of production. It makes data folder, database and
static files too, if they are not there. `--comments` and `--chain` fill the discussions of the first two articles,
the third gets a tenth of the comments, `--stories` adds so many to the front page.
"""

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from broadsheet.serve.access import newspaper_at_hand
from broadsheet.serve.data_folder import make_data_folder
from broadsheet.web.options import read_option_values

REPLIES = 9


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int)
    parser.add_argument("--comments", type=int, default=0)
    parser.add_argument("--chain", type=int, default=0)
    parser.add_argument("--stories", type=int, default=0)
    wanted = parser.parse_args()
    values = read_option_values(os.environ)
    make_data_folder(Path(str(values["data"])))
    with newspaper_at_hand(values):
        let_votes_of_guests_count()
        made = publish(wanted.articles)
        make_large(made, wanted)
    print(json.dumps(made))


def let_votes_of_guests_count():
    """Everybody here is a guest, and their votes are to be counted again."""
    from broadsheet.discussion.models import Grant, Right

    Grant.objects.get_or_create(strength="GUEST", right=Right.VOTE_COUNTED)


def publish(number):
    """So many articles; their keys and paths."""
    from factories.publishing import publish_article

    now = datetime.now(UTC)
    articles = [
        publish_article(headline=f"Story {n}", slug=f"story-{n}", published_at=now)
        for n in range(number)
    ]
    return [{"key": f"article:{article.pk}", "path": article.url} for article in articles]


def make_large(made, wanted):
    """Fill discussions and the front page, as much as is wanted."""
    from broadsheet.discussion.models import Discussion
    from factories.discussion import crowd, fill
    from factories.publishing import publish_many

    if wanted.comments:
        [author] = crowd(1)
        for article, comments in ((made[0], wanted.comments), (made[2], wanted.comments // 10)):
            discussion = Discussion.objects.get(key=article["key"])
            fill(discussion, author, threads=comments // (REPLIES + 1), replies=REPLIES)
    if wanted.chain:
        [author] = crowd(1)
        fill(Discussion.objects.get(key=made[1]["key"]), author, chain=wanted.chain)
    if wanted.stories:
        publish_many(wanted.stories, published_at=datetime.now(UTC))


if __name__ == "__main__":
    main()
