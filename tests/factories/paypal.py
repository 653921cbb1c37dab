"""What stands in for PayPal: its orders, payments and refunds, and its messages, of which it knows its own."""

import base64
import json
from itertools import count

from factories.json_stand_in import JsonStandIn

CLIENT, PASSWORD, HOOK = "app-1", "app-secret", "HOOK1"
MADE = "2026-11-22T12:00:00Z"
CAPTURED = "2026-11-22T12:05:00Z"


class PayPal(JsonStandIn):
    """One app, and every order of it. What has the same PayPal-Request-Id is answered as before."""

    def __init__(self):
        super().__init__()
        self.orders = {}
        self.captures = {}
        self.events = []
        self.kept = {}
        self.numbers = count(1)
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
            case "POST", ["payments", "captures", number, "refund"]:
                return self.refund(number, json.loads(body)["amount"]["value"])
        return 404, {"name": "RESOURCE_NOT_FOUND"}

    def make(self, said):
        assert said["intent"] == "CAPTURE"
        number = f"ORDER{next(self.numbers)}"
        self.orders[number] = {
            "id": number,
            "status": "PAYER_ACTION_REQUIRED",
            "create_time": MADE,
            "purchase_units": [{**said["purchase_units"][0], "reference_id": "default"}],
            "links": [
                {"rel": "self", "href": f"{self.address}/v2/checkout/orders/{number}"},
                {"rel": "payer-action", "href": f"{self.address}/checkoutnow?token={number}"},
            ],
        }
        return 201, self.orders[number]

    def approve(self, number):
        """The donor agrees, at PayPal."""
        self.orders[number]["status"] = "APPROVED"

    def capture(self, number):
        order = self.orders[number]
        if order["status"] != "APPROVED":
            return 422, {"name": "UNPROCESSABLE_ENTITY"}
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
                    "create_time": CAPTURED,
                    "update_time": CAPTURED,
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
            "create_time": "2026-11-23T09:00:00Z",
        }
        payments.setdefault("refunds", []).append(refund)
        payments["captures"][0]["status"] = "PARTIALLY_REFUNDED"
        return 201, refund

    def reverse(self, number):
        """A dispute is lost: the payment is called refunded, and no refund is listed."""
        payments = self.orders[self.captures[number]]["purchase_units"][0]["payments"]
        payments["captures"][0].update(status="REFUNDED", update_time="2026-11-25T09:00:00Z")

    def only_capture(self):
        [number] = self.captures
        return number

    def event(self, kind, resource):
        """PayPal notes that something has changed; answers the message as it arrives."""
        said = {"id": f"WH-{next(self.numbers)}", "event_type": kind, "resource": resource}
        # Written as PayPal might: what is not the same byte for byte has another signature.
        body = json.dumps(said, indent=1).encode()
        self.events.append((said, body))
        headers = {
            "PayPal-Auth-Algo": "SHA256withRSA",
            "PayPal-Cert-Url": "https://api.paypal.com/v1/notifications/certs/CERT-1",
            "PayPal-Transmission-Id": said["id"],
            "PayPal-Transmission-Sig": "a-signature",
            "PayPal-Transmission-Time": MADE,
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
