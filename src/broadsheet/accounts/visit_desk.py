"""The sites for signed visits at the desk: made, given another key, retired; a fresh proof is asked for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from . import commands
from .models import VisitAlgorithm, VisitSite
from .visit_site_form import VisitSiteForm


class MakeSite(generic.CreateView):
    """Make a site, and show its secret in the answer: no address shows it again."""

    def save_instance(self) -> VisitSite:
        """Make it by our command."""
        said = self.form.cleaned_data
        names = ("key", "name", "algorithm", "public_key", "most_role")
        site = commands.make_visit_site(**{name: said[name] for name in names}, at=timezone.now())
        log(instance=site, action="wagtail.create", user=self.request.user)
        return site

    def form_valid(self, form: VisitSiteForm) -> HttpResponse:
        """Show the secret, if it signs with one."""
        answer: HttpResponse = super().form_valid(form)
        return _with_secret(self, answer, is_new=True)


class ChangeSite(generic.EditView):
    """Change what a site is called and what it may give; give it another key."""

    def save_instance(self) -> VisitSite:
        """Change it by our commands."""
        site, said = VisitSite.objects.get(pk=self.form.instance.pk), self.form.cleaned_data
        commands.rename_visit_site(site=site, name=said["name"])
        commands.limit_visit_roles(site=site, most_role=said["most_role"])
        if said.get("renews_secret") or said.get("public_key", "") != site.public_key:
            commands.renew_visit_key(site=site, public_key=said.get("public_key", ""))
        log(instance=site, action="wagtail.edit", user=self.request.user)
        return VisitSite.objects.get(pk=site.pk)

    def form_valid(self, form: VisitSiteForm) -> HttpResponse:
        """Show the secret, if there is another one."""
        answer: HttpResponse = super().form_valid(form)
        return _with_secret(self, answer, is_new=bool(form.cleaned_data.get("renews_secret")))


class RetireSite(generic.DeleteView):
    """Retire a site. Its row stays, because its members' accounts hang on it."""

    page_title = _("Retire")
    success_message = _("%(object)s is retired.")
    confirmation_message = _(
        "Nobody can sign in from this site any more, and its members are signed out. This cannot be undone."
    )

    def get_usage_url(self) -> None:
        """Nothing of the newspaper's pages refers to a site."""

    def delete_action(self) -> None:
        """Retire it by our command."""
        commands.retire_visit_site(site=self.object, at=timezone.now())
        log(instance=self.object, action="wagtail.delete", user=self.request.user)


class VisitSiteViewSet(ModelViewSet):
    """The sites among the settings."""

    model = VisitSite
    name = "signed-visits"
    icon = "site"
    menu_label = _("Signed visits")
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ("name", "key", "algorithm", "most_role", "retired_at")
    list_filter = ()
    search_fields = ()
    add_view_class = MakeSite
    edit_view_class = ChangeSite
    delete_view_class = RetireSite
    delete_template_name = "accounts/desk/retire_visit_site.html"

    def get_form_class(self, **_for_update: bool) -> Any:
        """Answer the form."""
        return VisitSiteForm


def _with_secret(view: Any, answer: HttpResponse, *, is_new: bool) -> HttpResponse:
    site: VisitSite = view.object
    if not is_new or site.algorithm != VisitAlgorithm.HS256:
        return answer
    page = {"site": site, "index": view.get_success_url()}
    return render(view.request, "accounts/desk/visit_secret.html", page)
