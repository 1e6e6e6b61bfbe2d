"""What to take to a professional, and what professionals offer."""

from django.urls import path

from unknot.web.visit import views

urlpatterns = [
    path("visit/", views.visit, name="visit"),
    path("options/", views.options, name="options"),
]
