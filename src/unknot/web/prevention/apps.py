from django.apps import AppConfig


class PreventionApp(AppConfig):
    name = "unknot.web.prevention"
    label = "prevention"
