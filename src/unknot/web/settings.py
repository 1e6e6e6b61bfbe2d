"""Django settings. Everything a host may change comes from the environment; the rest stands here.

UNKNOT_HOME   folder for the database and the secret (default ./var)
UNKNOT_HOSTS  host names to answer to, comma separated (default: this machine)
UNKNOT_HTTPS  `yes` when a proxy in front speaks HTTPS: cookies become secure
DATABASE_URL  a PostgreSQL address (default: SQLite in UNKNOT_HOME)
"""

import os
from pathlib import Path

import dj_database_url

from unknot.web.secret import read_or_make

WEB = Path(__file__).parent
HOME = Path(os.environ.get("UNKNOT_HOME", "var")).resolve()
HTTPS = os.environ.get("UNKNOT_HTTPS") == "yes"

HOME.mkdir(parents=True, exist_ok=True)
SECRET_KEY = os.environ.get("UNKNOT_SECRET_KEY") or read_or_make(HOME / "secret-key")
DEBUG = os.environ.get("UNKNOT_DEBUG") == "yes"
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    ".localhost",
    *filter(None, os.environ.get("UNKNOT_HOSTS", "").split(",")),
]
ROOT_URLCONF = "unknot.web.urls"
WSGI_APPLICATION = "unknot.web.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "unknot.web.member",
    "unknot.web.careteam",
    "unknot.web.library",
    "unknot.web.medicines",
    "unknot.web.prevention",
    "unknot.web.visit",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "unknot.web.policy.compress",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "unknot.web.policy.headers",
    "django.middleware.locale.LocaleMiddleware",
    "unknot.web.policy.remember_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "unknot.web.member.person.recognise",
    "unknot.web.errors.not_sent",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["unknot.web.parts"],
            "context_processors": [
                "django.template.context_processors.request",
                "unknot.web.context.page",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{HOME / 'unknot.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("TZ") or "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [WEB / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600
WHITENOISE_MIMETYPES = {".flac": "audio/flac"}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "unknot.web.errors.csrf"
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and not host.startswith((".", "["))
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144

# Bodies, cookies and addresses never reach a log: only the path of a failure and its traceback.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": [], "propagate": False},
    },
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
