import pytest
from django.utils import timezone
from datetime import timedelta
from factories.publishing import publish_article, open_front_page
from factories.discussion import fill

LONG = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley of St John's"

def build(discussion, say, P):
    from broadsheet.discussion import commands
    ada, ben, mona = P("Ada Lovelace"), P("Ben"), P("Mona Vale", is_staff=True)
    long, arab, guest = P(LONG[:60]), P("ليلى حسن"), P("dockworker", strength="GUEST")
    a = say(ada, "The **ferry** is late again. I have counted: *eleven* times since March, and the notice at the pier still says “temporary”.\n\nSee https://example.org/timetable/2026/a-very-long-address-that-goes-on-and-on/and-on for the figures.")
    b = say(ben, f"> The ferry is late again.\n>\n> — [Ada Lovelace](/comments/{a.pk}/)\n\nI did not say so last week, but the reason is dredging. \n\n- the north basin\n- the channel\n\n`code too`", to=a)
    c = say(guest, "Who pays for it?", to=b)
    d = say(mona, "We asked the harbour office; an answer is due on Thursday.", to=c)
    e = say(long, "Thank you. That is the first straight answer in a year.", to=d)
    f = say(ben, "Let us wait for it, then.", to=e)
    g = say(ada, "Waiting is what we do best here.", to=f)
    h = say(ben, "Ha.", to=g)
    i = say(ada, "Another answer to the second.", to=c)
    x = say(arab, "أعتقد أن المشكلة في الميناء نفسه، وليس في العبّارة. هل من أحد يعرف لماذا تأخرت الإصلاحات؟")
    y = say(ben, "In English: the harbour, not the ferry.", to=x)
    z = say(guest, "Buy cheap watches")
    w = say(ada, "I take this back.")
    say(ben, "And I answer it.", to=w)
    now = timezone.now()
    commands.remove_comment(comment=z, moderator=mona, reason="Advertising; see rule 3.", at=now)
    commands.withdraw_comment(comment=w, author=ada, at=now)
    commands.edit_comment(comment=b, editor=ben, source=b.source + "\n\nEdited.", at=now)
    commands.pin_thread(comment=a, moderator=mona, at=now)
    commands.feature_comment(comment=e, moderator=mona, at=now)
    for n in range(7): commands.cast_vote(comment=a, voter=P(f"v{n}"), value=-1 if n==3 else 1, at=now)
    commands.cast_vote(comment=y, voter=ada, value=-1, at=now)
    q = say(ada, "A closed thread."); 
    commands.close_thread(comment=q, moderator=mona, at=now)
    many = say(ben, "Many answers here.")
    for n in range(9): say(ada, f"Answer {n}", to=many)
    return ada, ben, mona, guest, a, h

def test_shots(open_browser, discussion, say):
    from conftest import _person as P0
    import sys
    P = sys.modules[open_browser.__module__]._person if hasattr(open_browser,'__module__') and hasattr(sys.modules.get(open_browser.__module__),'_person') else None
    from broadsheet.accounts.models import User
    P = lambda name, **f: User.objects.create(name=name, joined_at=timezone.now(), **f)
    ada, ben, mona, guest, a, h = build(discussion, say, P)
    import os
    only = os.environ.get("ONLY", "")
    for dark in (False, True):
        for size, vp in (("phone", {"width":360,"height":740}), ("desk", {"width":1280,"height":900})):
            kw = dict(viewport=vp, color_scheme="dark" if dark else "light", has_touch=size=="phone", is_mobile=size=="phone")
            name = f"/tmp/shots/{size}-{'dark' if dark else 'light'}"
            p = open_browser(**kw)
            p.goto(discussion.url); p.wait_for_timeout(200)
            p.screenshot(path=f"{name}-discussion.png", full_page=True)
            if dark: continue
            p.goto(f"/comments/{h.pk}/"); p.wait_for_timeout(200); p.screenshot(path=f"{name}-comment.png", full_page=True)
            p.goto(f"/comments/{a.pk}/reply/?quote=1"); p.screenshot(path=f"{name}-reply.png", full_page=True)
            p.goto(f"/discussions/{discussion.key}/all/"); p.screenshot(path=f"{name}-all.png", full_page=True)
            m = open_browser(reader=mona, **kw)
            m.goto(discussion.url); m.locator("bs-acts > button").first.wait_for()
            m.locator("bs-acts > button").first.click()
            m.get_by_role("button", name="Remove").first.click(); m.wait_for_timeout(300)
            m.get_by_role("link", name="Reply").nth(1).click()
            m.get_by_role("button", name="Preview").last.click(); m.wait_for_timeout(300)
            m.screenshot(path=f"{name}-staff.png", full_page=True)
            m.goto(f"/comments/{a.pk}/actions/"); m.screenshot(path=f"{name}-actions.png", full_page=True)
