"""issue_receipt …"""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from broadsheet.funding import commands
from broadsheet.funding.facts import DisputeSnapshot, DisputeState, RefundSnapshot, RefundState
from broadsheet.funding.models import Receipt, ReceiptCounter, ReceiptWording
from broadsheet.notify.models import QueuedLetter
from factories.donors import give, know_donor, pledge
from factories.funding import open_campaign, receive
from factories.moments import NOON

LATER = NOON + timedelta(days=1)


def issue(gift, *, at=NOON):
    return commands.issue_receipt(donation=gift, at=at)


def letters():
    return list(QueuedLetter.objects.order_by("pk"))


@pytest.mark.django_db
def test_follows_on_a_gift_by_a_job_in_the_same_transaction():
    assert jobs_of(give(know_donor())) == 1


def jobs_of(gift):
    """How many jobs are to give a receipt for it. Other tests may have left jobs of theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs"
            " WHERE task_name = 'funding.issue_receipt' AND args->>'donation_id' = %s",
            [str(gift.pk)],
        )
        [number] = cursor.fetchone()
    return number


@pytest.mark.django_db
def test_follows_on_a_dispute_and_on_its_end():
    for end in (DisputeState.WON, DisputeState.LOST):
        gift = give(know_donor(email=f"{end}@example.org"))
        for number, state in enumerate((DisputeState.OPEN, end), start=2):
            dispute = DisputeSnapshot(id=f"dp_{end}", amount=2_500, state=state, at=LATER)
            receive(gift, disputes=(dispute,))
            assert jobs_of(gift) == number, (end, state)


@pytest.mark.django_db
def test_is_numbered_in_the_year_that_it_is_where_the_newspaper_is(settings):
    settings.TIME_ZONE = "Pacific/Auckland"

    receipt = issue(give(know_donor()), at=datetime(2026, 12, 31, 12, tzinfo=UTC))

    assert receipt.written_number == "R2027-00001"


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "written"), [("de", "25,78"), ("tlh", "25.78")])
def test_is_in_the_language_of_the_donor_if_we_speak_it(language, written):
    donor = know_donor()
    donor.language = language
    donor.save()

    receipt = issue(give(donor, 2_500, cover=78))

    assert receipt.language == ("de" if language == "de" else "en-gb")
    assert written in letters()[0].text


@pytest.mark.django_db
def test_numbers_receipts_within_the_year_of_the_newspaper():
    campaign, donor = open_campaign(), know_donor()

    numbers = [issue(give(donor, campaign=campaign)).written_number for _each in range(2)]
    in_next_year = issue(give(donor, campaign=campaign), at=datetime(2027, 1, 1, tzinfo=UTC))

    assert numbers == ["R2026-00001", "R2026-00002"]
    assert in_next_year.written_number == "R2027-00001"


@pytest.mark.django_db
def test_writes_to_the_donor_what_arrived_and_how_to_stop():
    donor = know_donor("Jürgen Müßig")
    monthly = pledge(donor, next_on=datetime(2026, 12, 22, tzinfo=UTC).date())
    receipt = issue(give(donor, 2_500, cover=78, pledge=monthly))

    [letter] = letters()
    assert letter.to == donor.email
    assert receipt.written_number in letter.subject
    for words in ("Jürgen Müßig", "25.78", "every month", "22 Dec 2026", "/support/gift/"):
        assert words in letter.text
        assert words in letter.html
    assert f"/support/gift/{monthly.pk}~" in letter.text


@pytest.mark.django_db
def test_is_issued_once_however_often_it_is_asked():
    gift = give(know_donor())

    assert issue(gift) is not None
    assert issue(gift) is None
    assert Receipt.objects.count() == len(letters()) == 1


@pytest.mark.django_db
def test_corrects_itself_once_some_of_it_went_back():
    gift = give(know_donor(), 2_500)
    first = issue(gift)
    refund = RefundSnapshot(id="re_1", amount=1_000, state=RefundState.SUCCEEDED, at=LATER)
    receive(gift, refunds=(refund,))

    corrected = issue(gift, at=LATER)

    assert (corrected.replaces, corrected.amount, corrected.returned) == (first, 2_500, 1_000)
    assert corrected.written_number == "R2026-00002"
    assert "takes the place of R2026-00001" in letters()[-1].text
    assert "15\N{NO-BREAK SPACE}€" in letters()[-1].text
    assert issue(gift, at=LATER) is None


@pytest.mark.django_db
def test_says_so_where_a_gift_was_a_mistake():
    gift = give(know_donor(), 2_500)
    issue(gift)
    commands.reverse_transfer(
        transfer=gift.transfers.get(), actor=None, reason="Not ours.", at=LATER
    )

    corrected = issue(gift, at=LATER)

    assert (corrected.amount, corrected.kept) == (2_500, 0)
    assert issue(gift, at=LATER) is None


@pytest.mark.django_db
def test_has_a_series_of_its_own_for_test_money():
    receipt = issue(give(know_donor(), provider="test", is_test=True))

    assert receipt.written_number == "T2026-00001"
    assert "TEST" in letters()[0].text


@pytest.mark.django_db
def test_is_not_given_for_what_others_took_nor_to_nobody():
    assert issue(give(None)) is None
    assert jobs_of(give(know_donor(), provider="import")) == 0


@pytest.mark.django_db
def test_keeps_the_words_of_its_day():
    ReceiptWording.objects.create(issuer="The Courier\n1 Fleet Street", note="Not deductible.")
    receipt = issue(give(know_donor()))
    ReceiptWording.objects.update(issuer="Somebody else", note="")

    receipt.refresh_from_db()
    assert receipt.issuer == "The Courier\n1 Fleet Street"
    assert "Not deductible." in letters()[0].text


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"number": 7}, {"amount": 1}, {"issuer": "Others"}, None])
def test_is_neither_changed_nor_deleted(change):
    receipts = Receipt.objects.filter(pk=issue(give(know_donor())).pk)

    with pytest.raises(DatabaseError, match="kept as they were issued"), transaction.atomic():
        receipts.update(**change) if change else receipts.delete()
    receipts.update(name="", postal_address="", donor=None)


def test_leaves_no_gap_whoever_else_is_issuing_or_fails(committed):
    campaign, donor = open_campaign(), know_donor()
    gifts = [give(donor, campaign=campaign) for _each in range(12)]

    def issue_some(mine, *, breaks):
        for gift in mine:
            with transaction.atomic():
                issue(gift)
                transaction.set_rollback(breaks)
            if breaks:
                issue(gift)
        connection.close()

    threads = [
        threading.Thread(target=issue_some, args=(gifts[n::4],), kwargs={"breaks": bool(n % 2)})
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(Receipt.objects.values_list("number", flat=True)) == list(range(1, 13))
    assert ReceiptCounter.objects.get().last == 12
