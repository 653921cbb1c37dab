"""The tables of publishing."""

from .article import Article, ArticleByline, ArticleTag
from .byline import Byline
from .front_page import FrontPage
from .photo import Photo, PhotoRendition
from .section import Section
from .standing_page import StandingPage

__all__ = [
    "Article",
    "ArticleByline",
    "ArticleTag",
    "Byline",
    "FrontPage",
    "Photo",
    "PhotoRendition",
    "Section",
    "StandingPage",
]
