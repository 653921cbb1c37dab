"""What stands in for PayPal: its orders, payments and refunds, and its messages, of which it knows its own."""

import base64
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

from factories.json_stand_in import JsonStandIn

CLIENT, PASSWORD, HOOK = "app-1", "app-secret", "HOOK1"
MADE = "2026-11-22T12:00:00Z"
CAPTURED = "2026-11-22T12:05:00Z"
AFTERWARDS = datetime(2026, 11, 23, 8, tzinfo=UTC)
NOT_TAKEN = {
    "name": "UNPROCESSABLE_ENTITY",
    "message": "The requested action could not be performed, semantically incorrect, or failed business validation.",
    "debug_id": "90957fca61718",
    "details": [{"issue": "INSTRUMENT_DECLINED", "description": "The instrument was declined."}],
}


class PayPal(JsonStandIn):
    """One app, and every order of it. What has the same PayPal-Request-Id is answered as before.

    `first` is the first number of its objects. Without `may_ask_of_disputes` that feature of the app is not ticked.
    """

    pages = "/checkoutnow"
    name = "PayPal"
    buttons = ("Agree", "Cancel")

    def __init__(self, *, first=1, now=None):
        super().__init__()
        self.made = now.isoformat() if now else MADE
        self.captured = now.isoformat() if now else CAPTURED
        self.disputes = {}
        self.may_ask_of_disputes = True
        self.declines = False
        self.orders = {}
        self.contexts = {}
        self.moments = count(1)
        self.captures = {}
        self.events = []
        self.kept = {}
        self.numbers = count(first)
        self.capture_status = "COMPLETED"
        self.token = "a-token"

    def options(self):
        return {
            "paypal_address": self.address,
            "paypal_client": CLIENT,
            "paypal_secret": PASSWORD,
            "paypal_hook": HOOK,
        }

    def answer(self, method, path, query, headers, body):
        if path == "/v1/oauth2/token":
            wanted = base64.b64encode(f"{CLIENT}:{PASSWORD}".encode()).decode()
            if (
                headers["Authorization"] != f"Basic {wanted}"
                or body != b"grant_type=client_credentials"
            ):
                return 401, {"error": "invalid_client"}
            return 200, {"access_token": self.token, "token_type": "Bearer", "expires_in": 32_400}
        if headers["Authorization"] != f"Bearer {self.token}":
            return 401, {"error": "invalid_token"}
        key = headers.get("PayPal-Request-Id")
        if key not in self.kept or key is None:
            self.kept[key] = self.done(method, path.strip("/").split("/")[1:], query, body)
        return self.kept[key]

    def done(self, method, parts, query, body):  # noqa: PLR0911 - a table
        match method, parts:
            case "POST", ["notifications", "verify-webhook-signature"]:
                return self.verified(body)
            case "GET", ["notifications", "webhooks-events"]:
                return self.listed(int(query.get("page", 0)))
            case "POST", ["checkout", "orders"]:
                return self.make(json.loads(body))
            case "GET", ["checkout", "orders", number] if number in self.orders:
                return 200, self.orders[number]
            case "POST", ["checkout", "orders", number, "capture"]:
                return self.capture(number)
            case "GET", ["payments", "captures", number] if number in self.captures:
                related = {"related_ids": {"order_id": self.captures[number]}}
                return 200, {"id": number, "supplementary_data": related}
            case "GET", ["customer", "disputes", *numbers]:
                return self.show_disputes(numbers, query)
            case "POST", ["payments", "captures", number, "refund"]:
                return self.refund(number, json.loads(body)["amount"]["value"])
        return 404, {"name": "RESOURCE_NOT_FOUND"}

    def make(self, said):
        assert said["intent"] == "CAPTURE"
        context = said["payment_source"]["paypal"]["experience_context"]
        number = f"ORDER{next(self.numbers)}"
        self.orders[number] = {
            "id": number,
            "status": "PAYER_ACTION_REQUIRED",
            "create_time": self.made,
            "purchase_units": [{**said["purchase_units"][0], "reference_id": "default"}],
            "links": [
                {"rel": "self", "href": f"{self.address}/v2/checkout/orders/{number}"},
                {"rel": "payer-action", "href": f"{self.address}/checkoutnow?token={number}"},
            ],
        }
        self.contexts[number] = context
        return 201, self.orders[number]

    def press(self, address, button):
        """The page on which donors agree, or do not; it leads back with words of PayPal's own in the address."""
        number = address.rpartition("=")[2]
        if button == "Cancel":
            return f"{self.contexts[number]['cancel_url']}&token={number}"
        self.approve(number)
        self.send(*self.event("CHECKOUT.ORDER.APPROVED", {"id": number}))
        return f"{self.contexts[number]['return_url']}?token={number}&PayerID=PAYER1"

    def approve(self, number):
        """The donor agrees, at PayPal."""
        self.orders[number]["status"] = "APPROVED"

    def capture(self, number):
        order = self.orders[number]
        if order["status"] != "APPROVED":
            return 422, {"name": "UNPROCESSABLE_ENTITY"}
        if self.declines:
            return 422, NOT_TAKEN
        order["status"] = "COMPLETED"
        unit = order["purchase_units"][0]
        capture = f"CAPTURE{next(self.numbers)}"
        self.captures[capture] = number
        fee = {"currency_code": unit["amount"]["currency_code"], "value": "0.97"}
        unit["payments"] = {
            "captures": [
                {
                    "id": capture,
                    "status": self.capture_status,
                    "amount": unit["amount"],
                    "custom_id": unit["custom_id"],
                    "create_time": self.captured,
                    "update_time": self.captured,
                    "seller_receivable_breakdown": {"paypal_fee": fee},
                }
            ]
        }
        return 201, order

    def refund(self, number, value):
        payments = self.orders[self.captures[number]]["purchase_units"][0]["payments"]
        refund = {
            "id": f"REFUND{next(self.numbers)}",
            "status": "COMPLETED",
            "amount": {**payments["captures"][0]["amount"], "value": value},
            "create_time": self.later(),
        }
        payments.setdefault("refunds", []).append(refund)
        sent = sum(Decimal(one["amount"]["value"]) for one in payments["refunds"])
        is_all = sent == Decimal(payments["captures"][0]["amount"]["value"])
        payments["captures"][0]["status"] = "REFUNDED" if is_all else "PARTIALLY_REFUNDED"
        return 201, refund

    def reverse(self, number):
        """A dispute is lost: the payment is called refunded, and no refund is listed."""
        self.payment(number).update(status="REFUNDED", update_time=self.later())

    def payment(self, number):
        [payment] = self.orders[self.captures[number]]["purchase_units"][0]["payments"]["captures"]
        return payment

    def dispute(self, payment, value, *, status="UNDER_REVIEW", number=None, **fields):
        """A donor or a bank disputes `value` of a payment; answers what the dispute is called."""
        number = number or f"PP-D-{next(self.numbers)}"
        self.disputes[number] = {
            "dispute_id": number,
            "create_time": self.later(),
            "update_time": self.later(),
            "disputed_transactions": [{"seller_transaction_id": payment}],
            "status": status,
            "dispute_amount": {"currency_code": "EUR", "value": value},
            "dispute_life_cycle_stage": "CHARGEBACK",
            **fields,
        }
        return number

    def decide(self, number, outcome, **fields):
        self.disputes[number].update(
            status="RESOLVED",
            update_time=self.later(),
            dispute_outcome={"outcome_code": outcome, **fields},
        )

    def show_disputes(self, numbers, query):
        """One of them, or the list, which says less of each."""
        if not self.may_ask_of_disputes:
            return 403, {"name": "NOT_AUTHORIZED"}
        if numbers:
            return 200, self.disputes[numbers[0]]
        payment = query["disputed_transaction_id"]
        said = ("dispute_id", "create_time", "update_time", "status", "dispute_amount")
        items = [
            {name: dispute[name] for name in said}
            for dispute in self.disputes.values()
            if dispute["disputed_transactions"][0]["seller_transaction_id"] == payment
        ]
        return 200, {"items": items} if items else {}

    def later(self):
        """A moment after all before."""
        return (AFTERWARDS + timedelta(minutes=next(self.moments))).isoformat()

    def only_capture(self):
        [number] = self.captures
        return number

    def event(self, kind, resource):
        """PayPal notes that something has changed; answers the message as it arrives."""
        said = {"id": f"WH-{next(self.numbers)}", "event_type": kind, "resource": resource}
        # Written as PayPal might: what is not the same byte for byte has another signature.
        body = json.dumps(said, indent=1).encode()
        self.events.append((said, body))
        return self.signed((said, body))

    def signed(self, event):
        """A message as it arrives: its headers, and its body."""
        said, body = event
        headers = {
            "PayPal-Auth-Algo": "SHA256withRSA",
            "PayPal-Cert-Url": "https://api.paypal.com/v1/notifications/certs/CERT-1",
            "PayPal-Transmission-Id": said["id"],
            "PayPal-Transmission-Sig": "a-signature",
            "PayPal-Transmission-Time": self.made,
        }
        return headers, body

    def verified(self, body):
        said = json.loads(body)
        raw = body.split(b'"webhook_event": ', 1)[1][:-1]
        is_ours = (
            said["webhook_id"] == HOOK
            and said["transmission_sig"] == "a-signature"
            and raw in [sent for _said, sent in self.events]
        )
        return 200, {"verification_status": "SUCCESS" if is_ours else "FAILURE"}

    def listed(self, page):
        newest = [said for said, _body in reversed(self.events)]
        links = []
        if len(newest) > 2 * (page + 1):
            address = f"https://api-m.paypal.com/v1/notifications/webhooks-events?page={page + 1}"
            links = [{"rel": "next", "href": address}]
        return 200, {"events": newest[2 * page : 2 * page + 2], "links": links}
