"""spend_proof …"""

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding import commands, protection
from broadsheet.funding.models import SpentProof
from factories.giver import met
from factories.moments import NOON


@pytest.fixture(scope="module")
def payload():
    with time_machine.travel(NOON, tick=False):
        return met(protection.new_challenge())


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_proof_is_good_for_one_gift_however_often_that_is_sent(db, payload, at_noon):
    proof = protection.read_proof(payload)
    for _time in range(2):
        commands.spend_proof(proof=proof, submission="this one")

    with pytest.raises(commands.ProofSpent):
        commands.spend_proof(proof=protection.read_proof(payload), submission="another")


def test_a_proof_that_has_expired_is_none_and_is_forgotten(db, payload, at_noon):
    commands.spend_proof(proof=protection.read_proof(payload), submission="this one")
    later = NOON + timedelta(hours=2, seconds=1)
    at_noon.move_to(later)

    with pytest.raises(protection.ProofNotGood):
        protection.read_proof(payload)
    assert commands.forget_spent_proofs(at=later) == 1
    assert not SpentProof.objects.exists()


@pytest.mark.parametrize("changes", [{"cost": 1}, {"expiresAt": 2**40}, {"keyPrefix": ""}])
def test_refuses_a_challenge_made_easier(at_noon, payload, changes):
    easier = json.loads(base64.b64decode(payload))
    easier["challenge"]["parameters"].update(changes)

    with pytest.raises(protection.ProofNotGood):
        protection.read_proof(base64.b64encode(json.dumps(easier).encode()).decode())


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.dictionaries(
                st.sampled_from(["challenge", "parameters", "solution", "signature", "nonce"]),
                inner,
            )
            | st.lists(inner)
        ),
        max_leaves=8,
    )
)
def test_refuses_whatever_else_is_sent(payload):
    with pytest.raises(protection.ProofNotGood):
        protection.read_proof(base64.b64encode(json.dumps(payload).encode()).decode())
