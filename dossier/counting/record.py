"""The record of processing (RGPD art. 30) and the text for the person (art. 13 and 14), filled with
what this software does and what of the law applies to this house; in light marks.
"""

from datetime import date

from dossier.establishment.house import house, said
from dossier.rights.models import Frame
from dossier.rights.terms import KNOWN, Terms

TO_FILL = "à compléter : demandez à {direction.le}"


def record(frame: Frame, today: date) -> str:
    """Return the sheet of the record for the *dossier unique* (RGPD art. 30, 1)."""
    terms = Terms(frame.terms)
    told = [
        *_who(frame),
        _part("Pourquoi", PURPOSES),
        _part("De quel droit", _bases(frame)),
        _part("De qui l’on parle", PEOPLE),
        _part("Ce que l’on tient", DATA),
        _part("Qui lit", READERS),
        _part("Ce qui sort", LEAVES),
        _part("Combien de temps", _durations(frame, terms, today)),
        _part("Ce qui protège, et ce qui n’est pas encore là", SAFETY),
        _part("Les droits de chacun, et comment on y répond ici", RIGHTS),
    ]
    return "\n\n".join(told)


def _part(title: str, lines: list[str]) -> str:
    said_lines = [f"- {said(line)}" for line in lines]
    return f"# {said(title)}\n\n" + "\n".join(said_lines)


def _who(frame: Frame) -> list[str]:
    here = house()
    name = here.name or said("{maison.le}, dont le nom reste à dire")
    address = ", ".join(here.address.split("\n")) if here.address else ""
    lines = [
        f"Responsable du traitement : {name}{', ' + address if address else ''}, ou l’organisme "
        "qui gère.",
        f"Délégué à la protection des données : {frame.data_officer or said(TO_FILL)}",
        "Le traitement : {dossier.le} unique de chacun, les {cahier.pluriel} de {collectif.pluriel}"
        ", de {projet.pluriel} et de {cause.pluriel} qui vont avec, tenus avec un logiciel libre "
        "sur une machine {maison.du}.",
    ]
    safe = [line.replace("{", "(").replace("}", ")") for line in lines[:2]]
    return [_part("Qui en répond", [*safe, lines[2]])]


PURPOSES = [
    "Accompagner chacun : se transmettre ce qui s’est passé, préparer et relire {projet.son}, avec "
    "elle ou lui (CASF L311-3).",
    "Donner ce que la loi du 2 janvier 2002 fait donner : livret, contrat, règlement, et en garder "
    "la trace (CASF L311-4 et suivants).",
    "Faire vivre les {collectif.pluriel} et les formes de participation (CASF L311-6).",
    "Répondre à qui demande à lire, corriger, emporter.",
    "Compter, une fois l’année finie, ce que les autorités demandent : d’après ce qui est déjà "
    "là, sans nom, les petits nombres cachés.",
    "Jamais : mesurer ou comparer celles et ceux qui travaillent ici, noter quelqu’un, décider à "
    "la place de quelqu’un. Rien dans le logiciel ne le fait.",
]


def _bases(frame: Frame) -> list[str]:
    task = (
        "L’exécution d’une mission d’intérêt public (RGPD, article 6, 1, e)."
        if frame.has_public_mission
        else "L’intérêt légitime d’accompagner ceux qui sont accueillis (RGPD, article 6, 1, f)."
    )
    return [
        task,
        "L’obligation légale, pour ce que le code de l’action sociale et des familles fait tenir "
        "(RGPD, article 6, 1, c).",
        "Pour la santé et ce qui est aussi sensible : la prise en charge sanitaire ou sociale, par "
        "des gens tenus au secret (RGPD, article 9, 2, h, et 9, 3).",
        "L’accord n’est pas la base d’ensemble. Il reste demandé là où la loi le veut : être "
        "accompagné ainsi, que l’on partage hors de {equipe.le}, son image.",
    ]


PEOPLE = [
    "Les {personne.pluriel}, mineurs ou majeurs, et leur représentant s’il y en a.",
    "{proche.Pluriel} et {entourage.singulier}, quand {ecrit.un} en parle.",
    "Les {professionnel.pluriel} : nom, fonction, {equipe.quel} est la leur, ce que l’on signe.",
]
DATA = [
    "Comment chacun veut être appelé : c’est tout ce qui est demandé. L’état civil et la naissance "
    "si on les note. Le numéro de sécurité sociale n’a pas de case.",
    "Les {accompagnement.pluriel} : de quand à quand, où.",
    "Des textes libres, avec qui les a signés et quand, leurs versions, ce que chacun y répond ; "
    "des photos, des sons, des documents joints.",
    "De la santé, quand il en faut pour accompagner ; des mesures de justice, quand il y en a.",
    "Ce qui a été remis, signé, refusé ; les demandes et ce qu’on y a répondu.",
    "Qui a ouvert {cahier.quel}, à la demi-heure : pour protéger ceux dont on parle. Il n’y a pas "
    "de liste par {professionnel.singulier}.",
]
READERS = [
    "Ceux à qui {cahier.un} a été ouvert, par leur nom ou avec {equipe.son}, jusqu’à quand et "
    "pourquoi : la page le dit. Les autres n’en voient rien, pas même que cela existe.",
    "Qui s’occupe de la machine ne lit aucun {dossier.singulier} dans le logiciel. Qui a la "
    "machine elle-même en main peut lire les fichiers, si le disque n’est pas chiffré.",
    "Celle ou celui dont on parle, et qui {personne:le,la} représente, quand la loi le permet.",
]
LEAVES = [
    "Le logiciel n’envoie rien : ni message, ni copie ailleurs, ni mesure d’usage. Ses pages ne "
    "demandent rien à un autre serveur.",
    "Sortent les documents que quelqu’un imprime ou enregistre, ce qui laisse une ligne dans "
    "l’historique {cahier.du} quand il est d’un seul ; et les chiffres d’une année finie.",
    "Aucun transfert hors de l’Union européenne par le logiciel. Si les sauvegardes sont "
    "confiées à quelqu’un d’autre, c’est un sous-traitant : à écrire ici, et, "
    "pour la santé, certifié (CSP L1111-8).",
]


def _durations(frame: Frame, terms: Terms, today: date) -> list[str]:
    told = []
    for key in ("active", "archive", "journal"):
        term = terms.of(key, today)
        told.append(f"{KNOWN[key].name} : {term.said} ({term.source}).".replace("{", "("))
    told.append(
        f"Une note à soi : {frame.notes_days} jours au plus, ou moins si l’on choisit moins."
    )
    told.append(
        "Rien ne se détruit en silence : une liste est proposée, quelqu’un décide et dit pourquoi."
    )
    if frame.has_public_mission:
        where = frame.archives.replace("{", "(").replace("}", ")")
        told.append(
            "Ce sont des archives publiques : pas de destruction sans le visa des archives "
            f"départementales{f' ({where})' if where else ''} (code du patrimoine L211-4, L212-2)."
        )
    told.append(
        "Pas encore : la trace de qui a lu ne s’efface pas d’elle-même au bout de sa durée, et les "
        "anciennes sauvegardes se détruisent à la main."
    )
    return told


SAFETY = [
    "Un compte par {professionnel.singulier}, une phrase secrète d’au moins douze signes, gardée "
    "par une empreinte (Argon2). Une session finit au bout de douze heures ; ce qui était tapé "
    "reste.",
    "Une liaison chiffrée (HTTPS) dès que d’autres ordinateurs peuvent venir, si l’on a mis devant "
    "un serveur qui chiffre.",
    "Les versions signées ne se réécrivent pas : une correction est une version de plus.",
    "Les fichiers reçus sont ouverts à part ; les photos perdent le lieu que l’appareil y avait "
    "mis.",
    "Pas encore dans le logiciel : une seconde preuve à la connexion, une limite aux essais de "
    "phrase, une commande de sauvegarde chiffrée, le chiffrement de la base. Le disque se chiffre "
    "avec la machine. Si l’on vient de dehors, deux preuves sont demandées par l’arrêté du 28 mars "
    "2022 : à mettre devant, ou ne pas ouvrir au dehors.",
]
RIGHTS = [
    "Informer : le texte clair qui va avec cette page, à remettre et à expliquer.",
    "Lire, copier, corriger, s’opposer, limiter, effacer, emporter : une demande se note, avec sa "
    "date et ce qu’on y répond. Un mois, deux de plus si c’est complexe et qu’on le dit.",
    "Une plainte peut être portée à la CNIL (cnil.fr).",
]


def easy_text(frame: Frame, today: date) -> str:
    """Return the text for the person, in plain words and short sentences: a start for the house's
    own.
    """
    terms = Terms(frame.terms)
    active = terms.of("active", today).said
    archive = terms.of("archive", today).said
    officer = frame.data_officer.replace("{", "(").replace("}", ")")
    asked = (
        f"Vous pouvez aussi écrire à qui veille ici sur les informations : {officer}."
        if officer
        else "Vous pouvez demander qui veille ici sur les informations."
    )
    parts = {
        "Ce que l’on note": [
            "Ici, on note ce qui se passe pour vous.",
            "On note votre nom, et ce qui sert à vous accompagner.",
            "Cela aide celles et ceux qui viennent après à ne pas tout vous redemander.",
            "Vous pouvez écrire aussi, ou faire écrire vos mots.",
            "Vous avez le droit de ne pas tout dire.",
        ],
        "Qui peut lire": [
            "Celles et ceux qui vous accompagnent peuvent lire.",
            "Pas tout le monde : seulement qui en a besoin.",
            "On peut vous dire qui peut lire.",
            "Tous doivent garder le secret.",
            "L’ordinateur n’envoie rien ailleurs tout seul.",
        ],
        "Combien de temps c’est gardé": [
            "On garde tant que vous venez ici.",
            f"Après votre départ, on garde encore à portée de main : {active}.",
            f"Puis on range, et on n’ouvre plus sans une bonne raison : {archive}.",
            "Ensuite, quelqu’un décide : détruire, ou donner aux archives du département.",
        ],
        "Vos droits": [
            "Vous avez le droit de lire ce qui est noté sur vous.",
            "Vous avez le droit d’avoir une copie. La première est gratuite.",
            "Si c’est faux, vous pouvez demander de corriger.",
            "Si vous n’êtes pas d’accord, vos mots sont mis à côté, et ils restent.",
            "Vous pouvez demander d’effacer. Parfois la loi oblige à garder : alors on vous dit "
            "pourquoi.",
            "On doit vous répondre en un mois. Parfois il faut plus de temps : on vous le dit.",
            "Demander ne change rien à la façon de vous accompagner.",
        ],
        "À qui demander": [
            "Demandez à qui vous voulez ici. On vous aide.",
            "Vous pouvez venir avec quelqu’un que vous choisissez.",
            asked,
            "Si vous n’êtes pas content de ce qu’on vous répond, la CNIL peut vous aider.",
            "CNIL : 3, place de Fontenoy, 75007 Paris. Site : cnil.fr.",
        ],
    }
    return "\n\n".join(
        f"# {title}\n\n" + "\n\n".join(said(line) for line in lines)
        for title, lines in parts.items()
    )
