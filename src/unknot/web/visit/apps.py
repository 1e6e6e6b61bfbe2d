from django.apps import AppConfig


class VisitApp(AppConfig):
    name = "unknot.web.visit"
    label = "visit"
