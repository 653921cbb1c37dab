"""What stops Broadsheet from running, in a sentence for the operator."""


class Trouble(Exception):  # noqa: N818 - names the fact
    """Broadsheet cannot go on; the message is one sentence that says why and what to do."""
