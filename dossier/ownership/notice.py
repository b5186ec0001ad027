"""What takeouts and backups say of themselves, to whoever finds them one day."""

from dossier.establishment.house import said

NAME = "LISEZ-MOI.txt"

TEXT = """\
{titre}

Ce dossier contient tout ce que {maison.le} tenait, pris en un seul instant. Il se lit sans
aucun logiciel particulier, et sans réseau.

POUR LIRE

  index.html     à ouvrir dans un navigateur : les {cahier.pluriel}, page par page, et de
                 quoi chercher.
  ecrits/        un fichier de texte par {ecrit.singulier}, rangés par {cahier.singulier}
                 et par année.
  fichiers/      les photos, les sons, les documents, nommés par l’empreinte de leur contenu.
  donnees/       toutes les tables, une ligne de JSON par ligne de la table. schema.json
                 dit ce qu’est chaque colonne.

POUR VÉRIFIER

  sha256sum -c SHA256SUMS      chaque fichier est-il celui qui fut écrit ?
  MANIFEST.json                combien de lignes, de fichiers ; de quel jour.

POUR REVENIR

  dossier restore CE_DOSSIER   dans une instance vide, avec SQLite ou PostgreSQL.

À GARDER SOUS CLÉ

Tout est là, en clair : ce qui fut écrit de chacun, les notes personnelles et les brouillons (dans
donnees/), les empreintes des phrases secrètes, et dans cles/ les deux clés {maison.du} : celle
qui prouve que la trace est entière, celle qui ouvre les copies de ce qui est sorti. Qui a ce
dossier a tout. Mettez-le sur un disque chiffré, ou dans une armoire qui ferme.
"""


BACKUPS = """\
Sauvegardes chiffrées (age, https://age-encryption.org). Pour revenir, dans une instance vide :

  dossier restore CE_DOSSIER --key FICHIER

où FICHIER contient la clé imprimée sur papier, qui commence par AGE-SECRET-KEY-1. Sans elle, rien
ici ne s’ouvre. La dernière sauvegarde revient, ou celle que l’on nomme :

  dossier restore CE_DOSSIER/sauvegardes/20261130T094600Z.age --key FICHIER

Sans le logiciel : age -d -i FICHIER sauvegardes/….age donne un ZIP de textes.
"""


def text(name: str) -> str:
    """Return the notice, for the house called `name`."""
    title = f"Ce que tenait « {name} »" if name else said("Ce que tenait {maison.le}")
    return said(TEXT, titre=title)
