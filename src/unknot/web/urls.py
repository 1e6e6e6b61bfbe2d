"""Every address. Pages stand under /en/ and /fr/; `/` goes to the language of the browser."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from unknot.web import entrance
from unknot.web.library import figure_views

handler404 = "unknot.web.errors.not_found"
handler500 = "unknot.web.errors.failed"
handler400 = "unknot.web.errors.bad_request"

urlpatterns = [
    path("", entrance.root, name="root"),
    path("sw.js", entrance.service_worker, name="service-worker"),
    path("manifest.webmanifest", entrance.manifest, name="manifest"),
    path("favicon.svg", entrance.favicon, name="favicon"),
    path("favicon.ico", entrance.favicon),
    path("alive", entrance.alive, name="alive"),
    path("figures/<slug:code>.css", figure_views.style, name="look-style"),
    path(
        "figures/<slug:code>/<slug:time>/<slug:name>.svg", figure_views.drawing, name="look-drawing"
    ),
    *i18n_patterns(
        path("", include("unknot.web.member.urls")),
        path("", include("unknot.web.library.urls")),
        path("", include("unknot.web.medicines.urls")),
        path("", include("unknot.web.prevention.urls")),
        path("", include("unknot.web.careteam.urls")),
        path("", include("unknot.web.visit.urls")),
    ),
]
