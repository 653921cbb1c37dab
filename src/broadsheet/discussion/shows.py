"""The names under which a view declares what of a discussion it shows (`core.shared.declare`)."""


def discussion(key: str) -> str:
    """Whether there is one, whether it is open, and its title."""
    return f"discussion:{key}"


def threads(key: str) -> str:
    """Which threads there are, in any order, and what is said in them."""
    return f"threads:{key}"


def count(key: str) -> str:
    """How many comments there are."""
    return f"count:{key}"


def thread(first_id: int) -> str:
    """What is said in the thread that begins with that comment."""
    return f"thread:{first_id}"


def comment(comment_id: int) -> str:
    """What became of one comment."""
    return f"comment:{comment_id}"


def said_by(person_id: int) -> str:
    """What one person has said, wherever."""
    return f"said-by:{person_id}"


PROFILES = "profiles"
"""What everybody's public pages show of the pages they have spoken on: which there are, and their titles."""
