"""Giving by PayPal and by bitcoin, on the pages of what stands in for them, which tell us by real messages."""

import re
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.funding import protection, tasks
from broadsheet.funding.models import DayTotal, Donation, DonationState
from broadsheet.funding.providers.paypal.client import forget_token
from factories.accessibility import violations
from factories.btcpay import BTCPay
from factories.funding import open_campaign
from factories.paypal import PayPal

NARROW = {"width": 320, "height": 640}

_numbers = count(1)


@pytest.fixture
def stand_in(options, server, monkeypatch):
    """Open what stands in for a provider, and have gifts taken by it; nobody has to wait before the form is sent."""
    monkeypatch.setattr(protection, "FORM_RESTS", timedelta())
    monkeypatch.setattr(protection, "UNPROVEN_FORM_RESTS", timedelta())

    def opened(kind, code):
        one = kind(
            first=next(_numbers) * 1_000, now=timezone.now()
        )  # what is told stays in the books
        one.hook = f"{server}/funding/hooks/{code}/"
        options(**one.options())
        return one

    return opened


@pytest.fixture
def paypal(stand_in):
    forget_token()
    with stand_in(PayPal, "paypal") as paypal:
        yield paypal


@pytest.fixture
def btcpay(stand_in):
    with stand_in(BTCPay, "btcpay") as btcpay:
        yield btcpay


@pytest.fixture
def campaign():
    return open_campaign(slug=f"by-wallet-{next(_numbers)}", title="The ferry desk")


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def phone(request, open_browser):
    """The narrow browser of somebody new, once with JavaScript and once without."""
    return open_browser(
        javascript=request.param == "with JavaScript",
        viewport=NARROW,
        bypass_csp=True,  # axe writes inline styles
    )


def fill_in(page, campaign, way):
    page.goto(f"/give/?campaign={campaign.slug}&way={way}")
    form = page.locator("form.give")
    form.get_by_label("Another amount in EUR").locator("visible=true").fill("25")
    form.get_by_label("E-mail address").fill("dana@example.org")
    form.get_by_label("Name, if you like").fill("Dana")
    form.get_by_text("Show my gift, or leave a message").click()
    form.get_by_label("Message").fill("Keep the ferry.")


def send(page, *, to):
    """Press the button, and answer as a person does who is asked once more; it leads to what says `to`."""
    page.locator("form.give").get_by_role("button", name=re.compile("^Give")).click()
    again = page.get_by_role("heading", name="Is this right?")
    expect(again.or_(to)).to_be_visible()
    if again.is_visible():
        page.get_by_role("button", name="Give 25 € once").click()
    expect(to).to_be_visible()


def give(page, campaign, way, *, to):
    fill_in(page, campaign, way)
    send(page, to=page.get_by_role("heading", name=to))


def look_at(page):
    """Nothing sticks out, and nobody is shut out; axe needs the scripts, and finds the same page without."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if has_scripts(page):
        assert violations(page) == {}


def has_scripts(page):
    return page.locator("html").evaluate(
        "document.defaultView.matchMedia('(scripting: enabled)').matches"
    )


def heading(page, name):
    return page.get_by_role("heading", name=name)


def receipt_of(gift, postbox):
    """The letter that the worker writes once the gift has been received."""
    jobs = ProcrastinateJob.objects.filter(task_name="funding.issue_receipt", status="todo")
    [job] = [job for job in jobs if job.args["donation_id"] == gift.pk]
    tasks.issue_receipt(**job.args)
    return postbox.letters[-1]


def raised(campaign):
    return sum(DayTotal.objects.filter(campaign=campaign).values_list("counted", flat=True))


# By PayPal


def test_gives_by_paypal_and_gets_a_receipt(phone, paypal, campaign, postbox):
    give(phone, campaign, "wallet", to="PayPal")
    phone.get_by_role("button", name="Agree").click()

    expect(heading(phone, "Thank you")).to_be_visible()
    expect(phone.get_by_text("Your gift of 25 € has arrived")).to_be_visible()
    look_at(phone)
    phone.reload()
    expect(heading(phone, "Thank you")).to_be_visible()
    assert (raised(campaign), len(paypal.captures)) == (2_500, 1)
    [gift] = Donation.objects.filter(campaign=campaign)
    assert gift.reference in receipt_of(gift, postbox).text


def test_the_page_asks_paypal_where_its_message_is_lost(phone, paypal, campaign):
    paypal.hook = None
    give(phone, campaign, "wallet", to="PayPal")
    phone.get_by_role("button", name="Agree").click()
    expect(heading(phone, "Being confirmed")).to_be_visible()

    if not has_scripts(phone):
        phone.get_by_role("button", name="Look again").click()

    expect(heading(phone, "Thank you")).to_be_visible()
    assert raised(campaign) == 2_500


def test_who_does_not_agree_at_paypal_finds_the_gift_as_it_was(phone, paypal, campaign):
    give(phone, campaign, "wallet", to="PayPal")
    phone.get_by_role("button", name="Cancel").click()

    expect(heading(phone, "Support us")).to_be_visible()
    expect(phone.get_by_role("radio", name="25 €")).to_be_checked()
    expect(phone.get_by_role("radio", name="PayPal")).to_be_checked()
    expect(phone.get_by_label("E-mail address")).to_have_value("dana@example.org")
    expect(phone.get_by_label("Message")).to_have_value("Keep the ferry.")
    look_at(phone)
    assert raised(campaign) == 0


def test_what_paypal_could_not_take_is_not_completed(phone, paypal, campaign):
    paypal.declines = True
    give(phone, campaign, "wallet", to="PayPal")
    phone.get_by_role("button", name="Agree").click()

    expect(heading(phone, "Not completed")).to_be_visible()
    look_at(phone)
    phone.get_by_role("link", name="Try once more").click()
    expect(phone.get_by_role("radio", name="PayPal")).to_be_checked()


def test_while_paypal_is_away_the_form_says_so_and_keeps_the_words(phone, paypal, campaign):
    paypal.is_away = True
    fill_in(phone, campaign, "wallet")
    send(phone, to=phone.get_by_text("This way of paying does not answer for the moment"))

    expect(phone.get_by_label("E-mail address")).to_have_value("dana@example.org")
    expect(phone.get_by_label("Name, if you like")).to_have_value("Dana")
    expect(phone.get_by_label("Message")).to_have_value("Keep the ferry.")
    expect(phone.get_by_label("Another amount in EUR").locator("visible=true")).to_have_value("25")
    look_at(phone)

    paypal.is_away = False
    send(phone, to=heading(phone, "PayPal"))
    phone.get_by_role("button", name="Agree").click()
    expect(heading(phone, "Thank you")).to_be_visible()
    assert raised(campaign) == 2_500


# By bitcoin


def test_gives_by_bitcoin_and_is_told_that_it_is_on_its_way(phone, btcpay, campaign, postbox):
    give(phone, campaign, "bitcoin", to="BTCPay")
    phone.get_by_role("button", name="Pay").click()
    expect(heading(phone, "Your gift is on its way")).to_be_visible()
    if has_scripts(phone):  # the page looks once by itself
        phone.wait_for_function("document.referrer.endsWith('/thanks/')")
    look_at(phone)
    [gift] = Donation.objects.filter(campaign=campaign)
    assert (gift.state, raised(campaign)) == (DonationState.PROMISED, 0)

    btcpay.become(gift.provider_object, "Settled")
    phone.reload()

    expect(heading(phone, "Thank you")).to_be_visible()
    assert raised(campaign) == 2_500
    assert gift.reference in receipt_of(gift, postbox).text


def test_an_invoice_that_expired_costs_nothing_and_another_is_made(phone, btcpay, campaign):
    give(phone, campaign, "bitcoin", to="BTCPay")
    phone.get_by_role("button", name="Let it expire").click()

    expect(heading(phone, "Not completed")).to_be_visible()
    expect(phone.get_by_text("we have received nothing")).to_be_visible()
    look_at(phone)
    phone.get_by_role("link", name="Try once more").click()
    expect(phone.get_by_role("radio", name="Bitcoin")).to_be_checked()
    send(phone, to=heading(phone, "BTCPay"))
    assert len(btcpay.invoices) == 2
