"""Fill the site with the stories that come in as lines of JSON; runs in the peer's own environment."""

import json
import sys
from collections import defaultdict
from datetime import UTC, datetime

import django

BATCH = 1_000


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", run_syncdb=True, interactive=False, verbosity=0)
    with transaction.atomic():
        for line in sys.stdin:
            keep(json.loads(line))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def keep(story: dict) -> None:
    from django.contrib.contenttypes.models import ContentType
    from django_comments.models import Comment
    from django_comments_xtd.models import XtdComment
    from stories.models import Story

    text = "\n\n".join(story["paragraphs"])
    Story.objects.create(pk=story["number"], headline=story["headline"], text=text)
    kind = ContentType.objects.get_for_model(Story)
    places = placed(story["comments"])
    for start in range(0, len(story["comments"]), BATCH):
        batch = story["comments"][start : start + BATCH]
        rows = [XtdComment(**said(comment, kind), **places[comment["id"]]) for comment in batch]
        # A comment is in two tables, which Django does not fill in bulk by itself.
        Comment.objects.bulk_create(Comment(**said(comment, kind)) for comment in batch)
        XtdComment._base_manager._insert(rows, fields=XtdComment._meta.local_concrete_fields)


def said(comment: dict, kind) -> dict:
    name = f"Reader {comment['author']}"
    return {
        "id": comment["id"],
        "content_type": kind,
        "object_pk": str(comment["story"]),
        "site_id": 1,
        "user_name": name,
        "user_email": f"reader{comment['author']}@example.org",
        "comment": comment["text"],
        "submit_date": datetime.fromtimestamp(comment["posted_at"], UTC),
    }


def placed(comments: list[dict]) -> dict[int, dict]:
    """Where each comment stands in its thread, as the model's own `save` would have it."""
    replies = defaultdict(list)
    for comment in comments:
        replies[comment["parent"]].append(comment["id"])
    places = {}
    for first in replies[None]:
        order, waiting = 0, [(first, first, 0)]
        while waiting:  # the tree from top to bottom, each comment before its replies
            number, parent, level = waiting.pop()
            order += 1
            places[number] = {
                "comment_ptr_id": number,
                "thread_id": first,
                "parent_id": parent,
                "level": level,
                "order": order,
                "nested_count": 0,
            }
            waiting += [(reply, number, level + 1) for reply in reversed(replies[number])]
    for comment in reversed(comments):
        if comment["parent"]:
            below = places[comment["id"]]["nested_count"]
            places[comment["parent"]]["nested_count"] += below + 1
    return places


if __name__ == "__main__":
    main()
