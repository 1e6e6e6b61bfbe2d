from django.apps import AppConfig


class CareteamApp(AppConfig):
    name = "unknot.web.careteam"
    label = "careteam"
