from django.apps import AppConfig


class LibraryApp(AppConfig):
    name = "unknot.web.library"
    label = "library"
