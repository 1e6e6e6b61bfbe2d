"""The way to a person."""

from django.urls import path

from unknot.web.careteam import views

urlpatterns = [
    path("care/", views.care, name="care"),
    path("suits/", views.suits, name="suits"),
    path("message/", views.message, name="message"),
    path("message/sent/", views.sent, name="message-sent"),
]
