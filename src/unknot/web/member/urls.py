"""The person's way."""

from django.urls import path

from unknot.web.member.views import (
    checkin,
    data,
    diary,
    landing,
    programme,
    progress,
    questions,
    result,
    session,
    stops,
)

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("resume/", landing.resume, name="resume"),
    path("restart/", landing.restart, name="restart"),
    path("demo/<slug:name>/", landing.demo, name="demo"),
    path("theme/", landing.theme, name="theme"),
    path("country/", landing.country, name="country"),
    path("danger/<slug:page>/", questions.danger, name="danger"),
    path("story/<slug:page>/", questions.story, name="story"),
    path("emergency/", stops.emergency, name="emergency"),
    path("urgent/", stops.urgent, name="urgent"),
    path("recheck/", stops.recheck, name="recheck"),
    path("now/", result.now, name="now"),
    path("why/", result.why, name="why"),
    path("return/", result.come_back, name="return"),
    path("plan/", programme.plan, name="plan"),
    path("plan/move/", programme.move, name="move-day"),
    path("plan/handout.pdf", programme.on_paper, name="handout"),
    path("session/", session.session, name="session"),
    path("session/play/", session.play, name="play"),
    path("session/play.json", session.play_json, name="play-json"),
    path("session/done/", session.done, name="session-done"),
    path("check-in/", checkin.check_in, name="check-in"),
    path("check-in/means/", checkin.means, name="followup"),
    path("diary/", diary.diary, name="diary"),
    path("diary/undo/", diary.undo, name="diary-undo"),
    path("progress/", progress.progress, name="progress"),
    path("my-data/", data.my_data, name="my-data"),
    path("my-data/download/", data.download, name="my-data-download"),
    path("my-data/erase/", data.erase, name="erase"),
    path("my-data/erased/", data.erased, name="erased"),
]
