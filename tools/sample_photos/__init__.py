"""The pictures of the sample newspaper, each a scene drawn on a `poster.Poster`.

`SCENES` maps the name of a picture's file to the function that draws it.
"""

from collections.abc import Callable

from PIL import Image

from . import harbour, shore, town

SCENES: dict[str, Callable[[], Image.Image]] = {
    "harbour-at-dusk": harbour.harbour_at_dusk,
    "north-basin-at-dawn": harbour.north_basin_at_dawn,
    "night-ferry": harbour.night_ferry,
    "foghorn-in-fog": harbour.foghorn_in_fog,
    "market-hall": town.market_hall,
    "library-roof": town.library_roof,
    "council-chamber": town.council_chamber,
    "tide-flats": shore.tide_flats,
    "eelgrass-meadow": shore.eelgrass_meadow,
    "geese-and-moon": shore.geese_and_moon,
}
