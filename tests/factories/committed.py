"""What is committed in a test must be taken away by hand."""


def delete_everything():
    """Empty the database of what tests make: discussions, articles, people, jobs; Wagtail's own rows stay."""
    from django.db import connection, transaction
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Page, Site

    from broadsheet.accounts.models import Merge, Session, User
    from broadsheet.discussion.models import Discussion
    from broadsheet.publishing.models import Byline, Photo

    with connection.cursor() as cursor:  # at once, because chains of replies are deep
        cursor.execute(f"TRUNCATE {Discussion._meta.db_table} CASCADE")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_without_funding())
    Session.objects.all().delete()
    welcome = Page.objects.filter(depth=2).exclude(slug="courier").first()
    for front_page in Page.objects.filter(depth=2, slug="courier"):
        for site in Site.objects.filter(root_page=front_page):
            _give_back(site, welcome)
        front_page.delete()
    for model in (Redirect, Photo, Byline, Merge, User):
        model.objects.all().delete()
    with connection.cursor() as cursor:  # last, because what is deleted leaves jobs
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def _give_back(site, welcome):
    """Let `site` begin where it did before any test, at the page that Wagtail brings along, if it is still there."""
    if welcome is None:
        site.delete()
    else:
        site.root_page = welcome
        site.save()


def _without_funding():
    """SQL that empties every table of funding, also those that the database lets nobody empty."""
    from django.apps import apps

    models = apps.get_app_config("broadsheet_funding").get_models()
    deletes = [f"DELETE FROM {model._meta.db_table}" for model in models]
    return ";".join(["SET LOCAL session_replication_role = replica", *deletes])
