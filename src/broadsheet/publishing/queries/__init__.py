"""Every page of the newspaper, and every question about one. The same answer for everybody."""

from .article_page import ArticlePage, article_page
from .front_page import FrontPageView, front_page
from .masthead import Masthead, PageLink, masthead
from .photo_view import PhotoView, photo_view
from .section_page import SectionPage, section_page
from .teaser import Teaser, TeaserPage

__all__ = [
    "ArticlePage",
    "FrontPageView",
    "Masthead",
    "PageLink",
    "PhotoView",
    "SectionPage",
    "Teaser",
    "TeaserPage",
    "article_page",
    "front_page",
    "masthead",
    "photo_view",
    "section_page",
]
