"""Those who work in the house: they come, they leave, they find their page again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from dossier.establishment.actions import arrive, farewell, place_bookmark, told_until
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from tests.conftest import PASSPHRASE, log_in, make_worker


def enters(login: str) -> bool:
    """Whether one comes in with the passphrase."""
    answer = Client().post("/connexion/", {"login": login, "passphrase": PASSPHRASE})
    return answer.status_code == 302


def test_welcome_opens_an_account_whatever_the_case(cast):
    make_worker("Nadia", cast.nuit)
    assert enters("nadia")
    assert enters(" NADIA ")
    with pytest.raises(ValidationError):
        make_worker("nadia")


def test_welcome_without_a_passphrase_lets_nobody_in(cast, settings):
    worker = make_worker("nadia")
    worker.set_unusable_password()
    worker.save()
    assert not enters("nadia")


def test_passphrases_are_kept_with_argon2(cast, settings):
    settings.PASSWORD_HASHERS = ["dossier.accounts.hashing.Argon2"]
    kept = make_worker("nadia").password
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")  # 19 MiB: eight at once fit


def test_a_passphrase_hashed_otherwise_is_hashed_anew_when_it_is_given(cast, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    nadia = make_worker("nadia")
    settings.PASSWORD_HASHERS = ["dossier.accounts.hashing.Argon2"]
    assert nadia.check_password(PASSPHRASE)
    assert ",t=2,p=1$" in Worker.objects.get(pk=nadia.pk).password
    assert enters("nadia")


def test_farewell_takes_everything_at_once(cast):
    client = log_in(cast.karim)
    assert client.get(f"/cahiers/{cast.amina.pk}/").status_code == 200
    farewell(worker=cast.karim)
    assert client.get(f"/cahiers/{cast.amina.pk}/").status_code == 302
    assert not enters("karim")
    karim = Worker.objects.get(login="karim")
    assert (karim.is_active, karim.groups.count()) == (False, 0)
    assert not Notebook.objects.visible_to(karim).exists()


def test_arrive_moves_the_bookmark_to_the_visit_before_to_the_half_hour(cast):
    before = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=2)
    Worker.objects.filter(pk=cast.samira.pk).update(came_at=before)
    samira = Worker.objects.get(pk=cast.samira.pk)
    arrive(worker=samira)
    arrive(worker=samira)
    assert samira.bookmark_at == before
    assert (samira.came_at.minute % 30, samira.came_at.second) == (0, 0)
    assert samira.came_at <= timezone.now()


def test_place_bookmark_says_until_when_all_was_read(cast):
    read = told_until()
    assert timedelta(seconds=10) <= timezone.now() - read < timedelta(minutes=2)
    assert place_bookmark(worker=cast.samira, at=read)
    assert cast.samira.unread_since == read
    assert place_bookmark(worker=cast.samira, at=read - timedelta(hours=1))
    assert not place_bookmark(worker=cast.samira, at=timezone.now() + timedelta(hours=1))
    assert Worker.objects.get(pk=cast.samira.pk).bookmark_at == read


def test_no_library_remembers_a_visit(cast):
    assert enters("samira")
    assert "last_login" not in {field.name for field in Worker._meta.get_fields()}
