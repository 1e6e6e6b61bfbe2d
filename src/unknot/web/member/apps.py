from django.apps import AppConfig


class MemberApp(AppConfig):
    name = "unknot.web.member"
    label = "member"
