"""What the newsroom lets people do, as it has it, and as a test wants it."""

from contextlib import contextmanager

ALL = {"COMMENT", "VOTE_COUNTED", "POST_LINKS", "SKIP_QUEUE"}
USUAL = {"GUEST": {"COMMENT", "SKIP_QUEUE"}, "CONFIRMED": ALL, "ACCOUNT": ALL}


def grant(**wanted):
    """Give people of these strengths these rights and no others: `grant(GUEST={"COMMENT"})`."""
    from broadsheet.discussion.models import Grant
    from broadsheet.discussion.rights import forget_rights

    Grant.objects.filter(strength__in=wanted).delete()
    Grant.objects.bulk_create(
        Grant(strength=strength, right=right)
        for strength, granted in wanted.items()
        for right in granted
    )
    forget_rights()


@contextmanager
def rights_put_back():
    """Rights may be granted and committed within; afterwards they are the usual ones."""
    with usual_rights_afterwards():
        try:
            yield
        finally:
            grant(**USUAL)


@contextmanager
def usual_rights_afterwards():
    """What is remembered of rights stays as it was, whatever is granted meanwhile."""
    from broadsheet.discussion import rights

    usual = rights._kept
    try:
        yield
    finally:
        rights._kept = usual
