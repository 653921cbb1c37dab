from broadsheet.discussion.screening import Verdict


def hold_everything(draft):
    return Verdict(publish=False, reason="test")


def publish_everything(draft):
    return Verdict(publish=True)


def hold_what_asks_for_it(draft):
    return Verdict(publish="hold this" not in draft.source, reason="test")
