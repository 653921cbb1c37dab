"""What `broadsheet counters` does: counts again, and says what differs."""

from broadsheet.discussion import commands

DONE, DIFFERENT = 0, 1


def say_what_differs(*, mend: bool = False) -> int:
    """Print whether the numbers kept beside discussions and comments are right; with `mend`, set them right.

    Answers the exit status: 1 where numbers differ and stay as they are.
    """
    differences = commands.mend_counters() if mend else commands.check_counters()
    for found in differences:
        of = f"comment {found.comment_id}" if found.comment_id else "the discussion"
        print(
            f"{found.counter} of {of} (discussion {found.discussion_id}):"
            f" {found.stored}, counted {found.counted}."
        )
    if not differences:
        print("All counts are what counting says.")
        return DONE
    if mend:
        print(f"{len(differences)} counts were wrong and are set right.")
        return DONE
    print(f"{len(differences)} counts are wrong: “broadsheet counters --mend” sets them right.")
    return DIFFERENT
