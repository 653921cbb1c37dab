"""What happens at Stripe: what we ask for, what donors and their banks do, and time."""

from .http import Refusal
from .objects import DAY, INTERVAL_DAYS, Objects

DISPUTE_FEE = 2_000


class Acts(Objects):
    """Each tells what happened, in the events that Stripe sends of it."""

    # What we ask for

    def make_session(self, asked):
        if int(asked["expires_at"]) < self.now + 30 * 60:
            raise Refusal(400, "expires_at must be at least 30 minutes from now.")
        [line] = asked["line_items"]
        price = line["price_data"]
        session = self.keep(
            "checkout/sessions",
            mode=asked["mode"],
            status="open",
            payment_status="unpaid",
            amount_total=int(price["unit_amount"]) * int(line["quantity"]),
            currency=price["currency"],
            client_reference_id=asked["client_reference_id"],
            metadata=asked["metadata"],
            payment_intent=None,
            invoice=None,
            subscription=None,
            customer_email=asked.get("customer_email"),
            success_url=asked["success_url"],
            cancel_url=asked["cancel_url"],
            expires_at=int(asked["expires_at"]),
            asked=asked,
        )
        session["url"] = f"{self.address}/pay/{session['id']}"
        return session

    def make_refund(self, asked):
        return self.refund(asked["charge"], int(asked["amount"]))

    def make_portal(self, asked):
        return {"object": "billing_portal.session", "url": f"{self.address}/portal/1", **asked}

    def change_pledge(self, subscription, asked):
        self.now += 1
        if "pause_collection" in asked:
            pause = asked["pause_collection"] or None
            if pause and "resumes_at" in pause:
                pause = {**pause, "resumes_at": int(pause["resumes_at"])}
            subscription["pause_collection"] = pause
        for change in asked.get("items", []):
            price = subscription["items"]["data"][0]["price"]
            price["unit_amount"] = int(change["price_data"]["unit_amount"])
        self.tell("customer.subscription.updated", subscription)

    # What donors do

    def press(self, session_id, button):
        """A donor presses `button` on the page to pay on; answers where that leads."""
        session = self.kept[session_id]
        if button == "leave":
            return session["cancel_url"]
        if button == "decline":
            self.decline(session_id)
            return f"/pay/{session_id}"
        self.pay(session_id)
        return session["success_url"]

    def pay(self, session_id, *, by="card"):
        """By card at once; `by` sepa_debit it is on its way, until `arrive` or `bounce`."""
        session = self._open(session_id)
        intent = self._intent_of(session)
        subscription = None
        if session["mode"] == "subscription":
            subscription = self._begin_pledge(session)
            intent["metadata"] = {}
            self._invoice(subscription, intent, reason="subscription_create", session=session)
        else:
            session["payment_intent"] = intent["id"]
        session["status"] = "complete"
        charge = self._charge(intent, by=by, status="succeeded" if by == "card" else "pending")
        if by == "card":
            self._book(charge)
            session["payment_status"] = "paid"
        self._tell_of(charge)
        self.tell("checkout.session.completed", session)
        return charge["id"]

    def decline(self, session_id):
        """A card is refused; the page stays open."""
        session = self._open(session_id)
        charge = self._charge(self._intent_of(session), by="card", status="failed")
        self._tell_of(charge)
        return charge["id"]

    def expire(self, session_id):
        """Nobody paid in time."""
        session = self._open(session_id)
        session["status"] = "expired"
        self.tell("checkout.session.expired", session)

    def arrive(self, charge_id):
        """What was on its way is there."""
        charge = self.kept[charge_id]
        self.now += 5 * DAY
        charge["status"] = "succeeded"
        self._book(charge)
        self._tell_of(charge)

    def bounce(self, charge_id):
        """What was on its way will not come."""
        self.now += 5 * DAY
        charge = self.kept[charge_id]
        charge["status"] = "failed"
        self._tell_of(charge)

    # What Stripe does month after month

    def renew(self, subscription_id, *, fails=False):
        """The next interval begins, and is charged for, unless it is paused."""
        subscription = self.kept[subscription_id]
        item = subscription["items"]["data"][0]
        self.now = max(self.now + 1, item["current_period_end"])
        item["current_period_end"] = (
            self.now + INTERVAL_DAYS[item["price"]["recurring"]["interval"]] * DAY
        )
        charge = None
        if not subscription["pause_collection"]:
            intent = self._intent(item["price"]["unit_amount"], subscription["currency"], {})
            self._invoice(subscription, intent, reason="subscription_cycle")
            charge = self._charge(intent, by="card", status="failed" if fails else "succeeded")
            if not fails:
                self._book(charge)
            subscription["status"] = "past_due" if fails else "active"
            self._tell_of(charge)
        self.tell("customer.subscription.updated", subscription)
        return charge["id"] if charge else None

    def retry(self, charge_id):
        """A renewal that failed is tried again, and succeeds."""
        self.now += 3 * DAY
        intent = self.kept[self.kept[charge_id]["payment_intent"]]
        charge = self._charge(intent, by="card", status="succeeded")
        self._book(charge)
        [payment] = self.all("invoice_payment", intent=intent["id"])
        subscription = self.kept[self.kept[payment["invoice"]]["subscription"]]
        subscription["status"] = "active"
        self._tell_of(charge)
        self.tell("customer.subscription.updated", subscription)
        return charge["id"]

    def end_pledge(self, subscription_id, *, reason):
        subscription = self.kept[subscription_id]
        self.now += 1
        subscription.update(
            status="canceled",
            ended_at=self.now,
            canceled_at=self.now,
            cancellation_details={"reason": reason},
        )
        self.tell("customer.subscription.deleted", subscription)

    # What goes back

    def refund(self, charge_id, amount, *, status="succeeded"):
        charge = self.kept.get(charge_id)
        if charge is None or amount > charge["amount"] - charge["amount_refunded"]:
            raise Refusal(400, "Refund amount is greater than unrefunded amount on charge.")
        self.now += 1
        refund = self.keep(
            "refunds",
            charge=charge_id,
            amount=amount,
            currency=charge["currency"],
            status=status,
            payment_intent=charge["payment_intent"],
        )
        charge["amount_refunded"] += amount
        self.tell("refund.created", refund)
        self.tell("charge.refunded", charge)
        return refund

    def settle_refund(self, refund_id, status):
        """A refund succeeds, or fails, after all."""
        refund = self.kept[refund_id]
        self.now += 1
        refund["status"] = status
        if status == "failed":
            self.kept[refund["charge"]]["amount_refunded"] -= refund["amount"]
        self.tell("refund.failed" if status == "failed" else "refund.updated", refund)

    def dispute(self, charge_id, amount=None, *, status="needs_response"):
        charge = self.kept[charge_id]
        self.now += 1
        charge["disputed"] = True
        dispute = self.keep(
            "disputes",
            charge=charge_id,
            payment_intent=charge["payment_intent"],
            amount=amount or charge["amount"],
            currency=charge["currency"],
            status=status,
            balance_transactions=[],
        )
        self.tell("charge.dispute.created", dispute)
        if not status.startswith("warning"):
            taken = self._transaction(-dispute["amount"], DISPUTE_FEE, charge["currency"])
            dispute["balance_transactions"].append(taken)
            self.tell("charge.dispute.funds_withdrawn", dispute)
        return dispute["id"]

    def decide(self, dispute_id, status):
        """The bank decides: won or lost."""
        dispute = self.kept[dispute_id]
        self.now += 30 * DAY
        dispute["status"] = status
        if status == "won":
            back = self._transaction(dispute["amount"], 0, dispute["currency"])
            dispute["balance_transactions"].append(back)
            self.tell("charge.dispute.funds_reinstated", dispute)
        self.tell("charge.dispute.closed", dispute)

    def pay_out(self, amount, currency, *, status="paid"):
        self.now += 1
        payout = self.keep(
            "payouts", amount=amount, currency=currency, status=status, arrival_date=self.now
        )
        self.tell("payout.paid", payout)
        return payout
