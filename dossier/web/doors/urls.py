"""Addresses of the doors: one’s own, the house’s, and the ways in and out."""

from django.urls import path

from dossier.web.doors import house, lock, own, proof, rescue

urlpatterns = [
    path("connexion/preuve/", proof.login_proof, name="login-proof"),
    path("connexion/cle/", proof.login_key, name="login-key"),
    path("connexion/secours/", rescue.login_rescue, name="login-rescue"),
    path("connexion/nouvelle-phrase/", rescue.login_anew, name="login-anew"),
    path("secours/", rescue.rescue_vouch, name="rescue-vouch"),
    path("secours/lu/", rescue.rescue_read, name="rescue-read"),
    path("ma-porte/", own.door, name="door"),
    path("ma-porte/phrase/", own.door_phrase, name="door-phrase"),
    path("ma-porte/chiffres/", own.door_digits, name="door-digits"),
    path("ma-porte/cle/", own.door_key, name="door-key"),
    path("ma-porte/preuves/<pk:pk>/", own.door_proof, name="door-proof"),
    path("ma-porte/codes/", own.door_codes, name="door-codes"),
    path("ma-porte/machine/", own.door_machine, name="door-machine"),
    path("maison/portes/", house.house_doors, name="house-doors"),
    path("verrou/", lock.lock, name="lock"),
    path("verrou/fermer/", lock.lock_shut, name="lock-shut"),
    path("sortir/", lock.leave_quickly, name="leave-quickly"),
    path("vide/", lock.blank, name="blank"),
]
