from django.urls import path

from .views import desk_link, sessions

app_name = "accounts"
urlpatterns = [
    path("sign-in/<str:secret>/", desk_link.desk_link, name="desk_link"),
    path("account/sessions/end/", sessions.end_session, name="end_session"),
    path("account/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
]
