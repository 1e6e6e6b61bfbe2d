"""What anyone may read: exercises, causes, sources, and what Unknot is."""

from django.urls import path

from unknot.web.library import asking, figure_views, views

urlpatterns = [
    path("library/", views.library, name="library"),
    path("library/exercises/", views.exercises, name="exercises"),
    path("library/exercises/<slug:identifier>/", views.exercise, name="exercise"),
    path("library/exercises/<slug:identifier>/mark/", views.mark, name="mark"),
    path("library/articles/<slug:identifier>/", views.article, name="article"),
    path("library/causes/", views.causes, name="causes"),
    path("library/disagreements/", views.disagreements, name="disagreements"),
    path("library/disagreements/<slug:identifier>/", views.disagreement, name="disagreement"),
    path("library/questions/", asking.questions, name="questions"),
    path("library/questions/<slug:identifier>/", asking.question, name="question"),
    path("library/relief/", asking.relief, name="relief-topics"),
    path("library/sources/", views.sources, name="sources"),
    path("figure/", figure_views.choose, name="figure"),
    path("about/", views.about, name="about"),
]
