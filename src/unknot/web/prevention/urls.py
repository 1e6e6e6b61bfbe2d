"""What may make the next spasm less likely, and its two tools."""

from django.urls import path

from unknot.web.prevention import views

urlpatterns = [
    path("prevention/", views.prevent, name="prevention"),
    path("prevention/plan.ics", views.plan_file, name="prevention-plan"),
]
