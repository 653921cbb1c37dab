"""Make a newspaper to break: `python -m faults.furnish 12` prints the keys and paths of so many articles.

A process of its own, because it needs Django with the settings of production. It makes data folder, database and
static files too, if they are not there.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from broadsheet.serve.access import newspaper_at_hand
from broadsheet.serve.data_folder import make_data_folder
from broadsheet.web.options import read_option_values


def main():
    number = int(sys.argv[1])
    values = read_option_values(os.environ)
    make_data_folder(Path(str(values["data"])))
    with newspaper_at_hand(values):
        from factories.publishing import publish_article

        now = datetime.now(UTC)
        articles = [
            publish_article(headline=f"Story {n}", slug=f"story-{n}", published_at=now)
            for n in range(number)
        ]
        made = [{"key": f"article:{article.pk}", "path": article.url} for article in articles]
    print(json.dumps(made))


if __name__ == "__main__":
    main()
