import pytest

from broadsheet.discussion.models import Discussion
from factories.moments import NOON
from factories.publishing import publish_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish an article, or publish one again, and let everybody hear of it."""

    def publish_it(article=None, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            if article is None:
                return publish_article(**fields)
            for name, value in fields.items():
                setattr(article, name, value)
            article.save_revision().publish()
            return article

    return publish_it


def test_a_published_article_has_an_open_discussion(publish):
    article = publish(headline="Ferry")

    discussion = Discussion.objects.get(key=article.key)
    assert (discussion.title, discussion.url) == ("Ferry", article.url)
    assert discussion.closed_at is None


def test_an_article_that_takes_no_comments_has_none(publish):
    publish(takes_comments=False)

    assert not Discussion.objects.exists()


def test_a_new_headline_reaches_the_discussion(publish):
    article = publish(headline="Ferry")

    publish(article, title="Ferry, late")

    assert Discussion.objects.get(key=article.key).title == "Ferry, late"


def test_taking_no_comments_any_more_closes_the_discussion(publish):
    article = publish()

    publish(article, takes_comments=False)

    assert not Discussion.objects.get(key=article.key).is_open(at=NOON)

    publish(article, takes_comments=True)

    assert Discussion.objects.get(key=article.key).is_open(at=NOON)


def test_an_article_taken_off_the_site_takes_its_discussion_along(
    publish, client, django_capture_on_commit_callbacks
):
    article = publish()
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert client.get(f"/discussions/{article.key}/").status_code == 404

    publish(article)

    assert client.get(f"/discussions/{article.key}/").status_code == 200
