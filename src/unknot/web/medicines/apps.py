from django.apps import AppConfig


class MedicinesApp(AppConfig):
    name = "unknot.web.medicines"
    label = "medicines"
