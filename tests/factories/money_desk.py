"""Those who work with the money at the desk."""


def may(person, *rights):
    """Answer `person` as somebody who has been given `rights` to the money, and may enter the desk."""
    from django.contrib.auth.models import Permission

    given = Permission.objects.filter(
        content_type__app_label="broadsheet_funding", codename__in=rights
    )
    person.user_permissions.set([*given, Permission.objects.get(codename="access_admin")])
    return type(person).objects.get(pk=person.pk)


def at_desk(person):
    """A browser in which `person` is signed in, and has just proven it."""
    from django.test import Client

    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(person)
    return client
