"""What the stand-in keeps, and how it answers."""

import copy
import json
import time
from urllib.request import Request, urlopen

import stripe

from factories.moments import NOON

from .acts import Acts
from .http import Door, Refusal
from .parameters import unknown_parameters

LIVE_KEY = "rk_live_standin"
SECRET = "whsec_standin"
DAY = 86_400

KINDS = {
    "checkout/sessions": ("cs", "checkout.session"),
    "payment_intents": ("pi", "payment_intent"),
    "charges": ("ch", "charge"),
    "refunds": ("re", "refund"),
    "disputes": ("dp", "dispute"),
    "invoices": ("in", "invoice"),
    "invoice_payments": ("inpay", "invoice_payment"),
    "subscriptions": ("sub", "subscription"),
    "payouts": ("po", "payout"),
    "events": ("evt", "event"),
}
PARAMETERS = {
    ("POST", "checkout/sessions"): "checkout.SessionCreateParams",
    ("GET", "checkout/sessions/"): "checkout.SessionRetrieveParams",
    ("GET", "payment_intents/"): "PaymentIntentRetrieveParams",
    ("GET", "charges/"): "ChargeRetrieveParams",
    ("GET", "charges"): "ChargeListParams",
    ("GET", "invoices/"): "InvoiceRetrieveParams",
    ("GET", "invoice_payments"): "InvoicePaymentListParams",
    ("GET", "subscriptions/"): "SubscriptionRetrieveParams",
    ("GET", "subscriptions"): "SubscriptionListParams",
    ("POST", "subscriptions/"): "SubscriptionUpdateParams",
    ("DELETE", "subscriptions/"): "SubscriptionCancelParams",
    ("POST", "refunds"): "RefundCreateParams",
    ("GET", "refunds"): "RefundListParams",
    ("GET", "disputes"): "DisputeListParams",
    ("GET", "events"): "EventListParams",
    ("GET", "payouts/"): "PayoutRetrieveParams",
    ("POST", "billing_portal/sessions"): "billing_portal.SessionCreateParams",
}


def signed(event, *, secret=SECRET, at=None, body=None):
    """The message that Stripe sends about `event`: its headers and its body."""
    body = body or json.dumps(event, separators=(",", ":"))
    header = stripe.WebhookSignature.generate_signature_header(body, secret, at or int(time.time()))
    return {"Stripe-Signature": header}, body.encode()


class StripeStandIn(Acts):
    """`failures` are statuses that the next questions are answered with instead; `asked` is what was asked.

    `now` is its clock, in seconds; each act takes one of them. If there is a `hook`, an address of ours, what donors do
    on the pages to pay on is told there. Ids begin with the number `first`.
    """

    def __init__(self, *, key=LIVE_KEY, first=1):
        self.first = first
        self.key = key
        self.now = int(NOON.timestamp())
        self.kept = {}
        self.events = []
        self.asked = []
        self.failures = []
        self.answered = {}
        self.hook = None
        self.told = 0
        self.heard = lambda _headers: None
        self.door = Door(self)
        self.address = self.door.address

    def __enter__(self):
        self.door.open()
        return self

    def __exit__(self, *_):
        self.door.close()

    # Keeping

    def keep(self, path, **fields):
        """A new object of this kind."""
        prefix, name = KINDS[path]
        number = sum(1 for each in self.kept.values() if each["object"] == name) + self.first
        thing = {
            "id": f"{prefix}_{number}",
            "object": name,
            "created": self.now,
            "livemode": "_live_" in self.key,
            "metadata": {},
            **fields,
        }
        self.kept[thing["id"]] = thing
        return thing

    def all(self, name, **having):
        """All of one kind, newest first."""
        found = [each for each in self.kept.values() if each["object"] == name]
        return [
            each
            for each in reversed(found)
            if all(each.get(field) == value for field, value in having.items())
        ]

    def tell(self, kind, thing):
        """Write down that something has happened to `thing`."""
        shown = copy.deepcopy(self._shown(thing, expand=[]))
        event = self.keep("events", type=kind, data={"object": shown})
        self.events.append(event)

    def send_messages(self):
        """Send the address `hook` what it was not told yet, as Stripe does by itself."""
        while self.hook and self.told < len(self.events):
            headers, body = signed(self.events[self.told])
            self.told += 1
            said = Request(self.hook, body, {**headers, "Content-Type": "application/json"})
            with urlopen(said) as answer:
                assert answer.status == 204

    # Answering

    def answer(self, method, path, parameters, key):
        """The status and content of an answer; refuses as Stripe would."""
        self.asked.append((method, path, parameters))
        if self.failures:
            status = self.failures.pop(0)
            raise Refusal(status, "It failed, as it was told to.", kind="api_error")
        asked = [method, path, parameters]
        if method == "POST" and key in self.answered:
            before, answer = self.answered[key]
            if before != asked:
                raise Refusal(400, "Another question under this key.", kind="idempotency_error")
            return answer
        answer = 200, self._answer(method, path.removeprefix("/v1/"), parameters)
        if method == "POST" and key:
            self.answered[key] = asked, answer
        return answer

    def _answer(self, method, path, parameters):
        single = path.rpartition("/")[0]
        of_one = single if single in KINDS else ""
        checked = PARAMETERS.get((method, f"{of_one}/" if of_one else path))
        if checked is None:
            raise Refusal(404, f"Unrecognized request URL ({method}: {path}).")
        if wrong := unknown_parameters(parameters, checked):
            raise Refusal(400, f"Received unknown parameters: {wrong}", code="parameter_unknown")
        if of_one:
            thing = self.kept.get(path.rpartition("/")[2])
            if thing is None or thing["object"] != KINDS[of_one][1]:
                raise Refusal(404, f"No such {of_one}: {path}", code="resource_missing")
            if method == "GET":
                return self._shown(thing, expand=parameters.get("expand", []))
            return self._changed(method, thing, parameters)
        if method == "GET":
            return self._listed(KINDS[path][1], parameters)
        made = {
            "checkout/sessions": self.make_session,
            "refunds": self.make_refund,
            "billing_portal/sessions": self.make_portal,
        }[path](parameters)
        return self._shown(made, expand=[])

    def _listed(self, name, parameters):
        wanted = self.all(name)
        for field in ("charge", "invoice"):
            if field in parameters:
                wanted = [each for each in wanted if each[field] == parameters[field]]
        if "payment" in parameters:
            intent = parameters["payment"]["payment_intent"]
            wanted = [each for each in wanted if each["payment"]["payment_intent"] == intent]
        if since := (parameters.get("created") or {}).get("gte"):
            wanted = [each for each in wanted if each["created"] >= int(since)]
        if after := parameters.get("starting_after"):
            ids = [each["id"] for each in wanted]
            wanted = wanted[ids.index(after) + 1 :]
        limit = int(parameters.get("limit", 10))
        return {
            "object": "list",
            "url": f"/v1/{name}s",
            "data": [self._shown(each, expand=[]) for each in wanted[:limit]],
            "has_more": len(wanted) > limit,
        }

    def _shown(self, thing, *, expand):
        """As it stands in an answer: what is not asked for is named, not shown."""
        shown = dict(thing)
        for path in expand:
            first, _dot, rest = path.partition(".")
            inner = [rest] if rest else []
            if first in {"refunds", "payments"}:
                shown[first] = self._parts(thing, first)
            elif shown.get(first):
                known = shown[first] if isinstance(shown[first], dict) else self.kept[shown[first]]
                shown[first] = {**known, **self._shown(known, expand=inner)}
        return shown

    def _parts(self, thing, name):
        if name == "refunds":
            parts, most = self.all("refund", charge=thing["id"]), 10
        else:
            parts, most = self.all("invoice_payment", invoice=thing["id"]), 10
        return {
            "object": "list",
            "data": parts[:most],
            "has_more": len(parts) > most,
            "url": "/v1/x",
        }

    def _changed(self, method, thing, parameters):
        if method == "DELETE":
            self.end_pledge(thing["id"], reason="cancellation_requested")
        else:
            self.change_pledge(thing, parameters)
        return self._shown(thing, expand=[])
