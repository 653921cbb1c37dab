"""The process that does what is deferred: procrastinate's worker, and the webhook for caches in front."""

import os
from contextlib import AbstractContextManager, nullcontext

from broadsheet.serve.lifeline import end_with_parent
from broadsheet.web.options import OptionValues

# Two at once, so that a slow job does not stop the quick ones; more would only share the same processor,
# and pictures are large while they are made smaller.
CONCURRENCY = 2
FINISH_WITHIN_SECONDS = 10


def main() -> None:
    """Work until told to stop."""
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.web.settings.jobs")
    import django

    django.setup()
    from django.conf import settings
    from procrastinate import PsycopgConnector
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.utils import connector_params

    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=CONCURRENCY + 2)
    with app.replace_connector(connector) as working, telling_caches(settings.BROADSHEET):
        working.run_worker(
            concurrency=CONCURRENCY,
            shutdown_graceful_timeout=FINISH_WITHIN_SECONDS,
            delete_jobs="successful",
        )


def telling_caches(options: OptionValues) -> AbstractContextManager[object]:
    """Tell the cache that `options` name what to forget, during the block. If they name none, load nothing."""
    if not options["purge_url"]:
        return nullcontext()
    from broadsheet.serve.edge.webhook import PurgeWebhook

    return PurgeWebhook(
        address=str(options["purge_url"]),
        token=str(options["purge_token"]),
        database_url=str(options["database_url"]),
    )


if __name__ == "__main__":
    main()
