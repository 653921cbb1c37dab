"""Which proofs of work were used: each is good for one gift."""

from django.db import models


class SpentProof(models.Model):
    """A challenge that was met and used for one `submission`, kept until it would have expired anyway."""

    nonce = models.CharField(max_length=64, primary_key=True)
    submission = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index("expires_at", name="proofs_by_expiry")]

    def __str__(self) -> str:
        return self.nonce
