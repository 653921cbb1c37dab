from broadsheet.discussion.screening import Verdict


def hold_everything(draft):
    return Verdict(publish=False, reason="test")
