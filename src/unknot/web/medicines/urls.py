"""Medicines: the screen, the cards, the table, the log."""

from django.urls import path

from unknot.web.medicines import log_views, views

urlpatterns = [
    path("medicines/", views.medicines_list, name="medicines"),
    path("medicines/questions/<slug:page>/", views.questions, name="medicine-questions"),
    path("medicines/table/", views.table, name="medicine-table"),
    path("medicines/log/", log_views.log, name="medicine-log"),
    path("medicines/log/take/", log_views.take, name="medicine-take"),
    path("medicines/log/undo/", log_views.undo, name="medicine-undo"),
    path("medicines/<slug:identifier>/", views.medicine, name="medicine"),
]
