"""What stops Broadsheet from running, in a sentence for the operator."""

# The shell's word for "used wrongly": no restart will help until somebody changes something.
TROUBLE_STATUS = 2


class Trouble(Exception):
    """Broadsheet cannot go on; the message is one sentence that says why and what to do."""
