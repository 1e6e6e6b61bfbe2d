"""The WSGI application: `granian --interface wsgi unknot.web.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unknot.web.settings")
application = get_wsgi_application()
