"""Stripe's objects, as they are made: what hangs on what."""

INTERVAL_DAYS = {"month": 30, "year": 365}
DAY = 86_400


def fee_of(amount):
    return (amount * 15 + 500) // 1000 + 25


class Objects:
    """Makes objects, and tells that they are there; `keep`, `kept`, `tell`, `now` are the books'."""

    def _open(self, session_id):
        session = self.kept[session_id]
        assert session["status"] == "open", session["status"]
        self.now += 1
        return session

    def _intent_of(self, session):
        """Of the page: made by the first attempt, and kept by those after it."""
        if session.get("attempted"):
            return self.kept[session["attempted"]]
        about = session["metadata"] if session["mode"] == "payment" else {}
        intent = self._intent(session["amount_total"], session["currency"], about)
        session["attempted"] = intent["id"]
        if session["mode"] == "payment":
            session["payment_intent"] = intent["id"]
        return intent

    def _intent(self, amount, currency, metadata):
        return self.keep(
            "payment_intents",
            amount=amount,
            currency=currency,
            metadata=metadata,
            status="requires_payment_method",
            latest_charge=None,
        )

    def _charge(self, intent, *, by, status):
        charge = self.keep(
            "charges",
            amount=intent["amount"],
            currency=intent["currency"],
            metadata=dict(intent["metadata"]),
            payment_intent=intent["id"],
            status=status,
            paid=status == "succeeded",
            captured=True,
            disputed=False,
            amount_refunded=0,
            balance_transaction=None,
            payment_method_details={"type": by},
        )
        intent["latest_charge"] = charge["id"]
        return charge

    def _book(self, charge):
        charge["balance_transaction"] = self._transaction(
            charge["amount"], fee_of(charge["amount"]), charge["currency"]
        )

    def _transaction(self, amount, fee, currency):
        number = self.numbers = getattr(self, "numbers", self.first - 1) + 1
        return {
            "id": f"txn_{number}",
            "object": "balance_transaction",
            "amount": amount,
            "fee": fee,
            "currency": currency,
            "created": self.now,
        }

    def _begin_pledge(self, session):
        asked = session["asked"]
        price = asked["line_items"][0]["price_data"]
        interval = price["recurring"]["interval"]
        subscription = self.keep(
            "subscriptions",
            status="active",
            currency=session["currency"],
            customer="cus_1",
            metadata=asked["subscription_data"]["metadata"],
            pause_collection=None,
            cancel_at=None,
            canceled_at=None,
            ended_at=None,
            cancellation_details=None,
            items={
                "object": "list",
                "data": [
                    {
                        "id": "si_1",
                        "quantity": 1,
                        "current_period_end": self.now + INTERVAL_DAYS[interval] * DAY,
                        "price": {
                            "unit_amount": session["amount_total"],
                            "currency": session["currency"],
                            "product": "prod_1",
                            "recurring": {"interval": interval},
                        },
                    }
                ],
            },
        )
        session["subscription"] = subscription["id"]
        self.tell("customer.subscription.created", subscription)
        return subscription

    def _invoice(self, subscription, intent, *, reason, session=None):
        invoice = self.keep(
            "invoices",
            billing_reason=reason,
            subscription=subscription["id"],
            parent={
                "subscription_details": {
                    "subscription": subscription["id"],
                    "metadata": subscription["metadata"],
                }
            },
        )
        self.keep(
            "invoice_payments",
            invoice=invoice["id"],
            intent=intent["id"],
            payment={"type": "payment_intent", "payment_intent": intent["id"]},
            status="open",
        )
        if session:
            session["invoice"] = invoice["id"]
        return invoice

    def _tell_of(self, charge):
        """What follows on an attempt: the payment, and the invoice it is for, are as it is."""
        intent = self.kept[charge["payment_intent"]]
        intent["status"] = {
            "succeeded": "succeeded",
            "pending": "processing",
            "failed": "requires_payment_method",
        }[charge["status"]]
        self.tell(f"charge.{charge['status']}", charge)
        kind = {"succeeded": "succeeded", "pending": "processing", "failed": "payment_failed"}
        self.tell(f"payment_intent.{kind[charge['status']]}", intent)
        for payment in self.all("invoice_payment", intent=intent["id"]):
            if charge["status"] != "pending":
                is_paid = charge["status"] == "succeeded"
                payment["status"] = "paid" if is_paid else "open"
                kind = "invoice.paid" if is_paid else "invoice.payment_failed"
                self.tell(kind, self.kept[payment["invoice"]])
