"""Settings, read from the environment; docs/guide/tenir-la-machine.md lists the variables."""

import os
from pathlib import Path

from dossier.config import instance

PACKAGE = Path(__file__).resolve().parent.parent
BASE_DIR = PACKAGE.parent
DOSSIER_HOME = instance.home(os.environ.get("DOSSIER_HOME") or instance.usual())
SECRET_KEY = instance.key(DOSSIER_HOME, instance.SECRET)
JOURNAL_KEY = instance.key(DOSSIER_HOME, instance.JOURNAL)

# Without DOSSIER_HOSTS the house is reachable from its own machine only, and plain HTTP will do.
# Opened to other machines, it speaks HTTPS, unless DOSSIER_HTTPS=0.
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
HOSTS = os.environ.get("DOSSIER_HOSTS", "").split()
ALLOWED_HOSTS = LOOPBACK + HOSTS
DEBUG = os.environ.get("DOSSIER_DEBUG") == "1" and not HOSTS
HTTPS = os.environ.get("DOSSIER_HTTPS", "1" if HOSTS else "0") == "1"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# Not "no-referrer": browsers would then send `Origin: null`, and every form would be refused.
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# With this prefix a browser takes a cookie from this host alone, encrypted, for all its paths.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}dossier_session"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}dossier_jeton"
SESSION_COOKIE_AGE, SESSION_ENGINE = 12 * 3600, "dossier.config.sessions"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "dossier.apps.DossierConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "guardian",
    "simple_history",
]
MIDDLEWARE = [
    "dossier.web.middleware.HeadersMiddleware",
    "dossier.web.middleware.HouseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dossier.web.middleware.GZipPagesMiddleware",
    "dossier.web.middleware.WeightMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dossier.web.middleware.LockMiddleware",
    "dossier.web.middleware.LoginMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "dossier.config.urls"
WSGI_APPLICATION = "dossier.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "dossier.web.context.house",
            ],
            "builtins": ["dossier.web.templatetags.ecrits"],
        },
    }
]
FORM_RENDERER = "dossier.web.renderer.Renderer"

DATABASE_URL = os.environ.get("DATABASE_URL")
DATABASES = {
    "default": instance.postgresql(DATABASE_URL) if DATABASE_URL else instance.sqlite(DOSSIER_HOME)
}
# Threads of the live server and of the test share the test database only when it is a file.
DATABASES["default"]["TEST"] = {} if DATABASE_URL else {"NAME": DOSSIER_HOME / "test.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "dossier.Worker"
AUTHENTICATION_BACKENDS = ["dossier.web.accounts.backend.PassphraseBackend"]
PASSWORD_HASHERS = ["dossier.accounts.hashing.Argon2"]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "login", "home", "login"
CSRF_FAILURE_VIEW = "dossier.web.rescue.csrf_failure"

# Grants carry a term that guardian's own checks do not know: only Notebook's querysets decide.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = GUARDIAN_MONKEY_PATCH_GROUP = False
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
if not HTTPS:  # this machine alone: HSTS, the redirection and Secure cookies would shut it out
    SILENCED_SYSTEM_CHECKS += [f"security.W0{number}" for number in ("04", "08", "12", "16")]

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # a hundred pieces, their files, the answers to them
# One file weighs this much at most; a request that announces ten times as much is not read.
MAX_FILE_MB = int(os.environ.get("DOSSIER_MAX_FILE_MB", "200"))
FILE_UPLOAD_HANDLERS = ["dossier.web.files.receiving.LimitedUploadHandler"]
FILE_UPLOAD_TEMP_DIR = DOSSIER_HOME / "arrivages"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)

LANGUAGE_CODE, TIME_ZONE, USE_I18N, USE_TZ = "fr", "Europe/Paris", True, True
STATIC_URL = "/static/"
STATIC_ROOT = DOSSIER_HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": instance.storage(os.environ),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or os.environ.get("DOSSIER_TEST") == "1"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DOSSIER_HOME / "fichiers"
WHITENOISE_USE_FINDERS = DEBUG or os.environ.get("DOSSIER_TEST") == "1"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "dossier.config.discreet.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
