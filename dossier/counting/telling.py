"""How each figure is counted, from what, and what it does not say: in words beside it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """The words of a figure, to be said with those of the house; `tables` are `sources.TABLES`."""

    title: str
    counted_from: str
    method: str
    limits: str
    tables: tuple[str, ...]


TOLD = {
    "presence": Told(
        "Qui a eu {accompagnement.un} dans la période",
        "les dates {accompagnement.du}",
        "Une fois chacun, s’il y a au moins un jour de la période entre un début et une fin ; le "
        "premier et le dernier jour comptent. Sans date de fin, on considère que cela continue.",
        "Quand les dates ne suffisent pas à le dire, c’est compté à part, inconnu. Qui n’a "
        "{accompagnement.aucun} n’est pas compté.",
        ("dossier", "stay"),
    ),
    "beginning": Told(
        "Déjà là, ou arrivées",
        "les dates {accompagnement.du}",
        "Parmi qui est compté plus haut. Déjà là : présent au soir de la veille du premier jour. "
        "Sinon c’est une arrivée ; qui est parti puis revenu compte une fois.",
        "Un début qui n’est pas noté donne inconnu.",
        ("stay",),
    ),
    "end": Told(
        "Encore là, ou départs",
        "les dates {accompagnement.du}",
        "Parmi qui est compté plus haut. Encore là : présent au soir du dernier jour ; qui part ce "
        "jour-là est compté dans les départs. Déjà là et arrivées font toujours le même total "
        "qu’encore là et départs.",
        "Une fin oubliée laisse quelqu’un présent : le chiffre vaut ce que valent les dates.",
        ("stay",),
    ),
    "places": Told(
        "Où, pendant la période",
        "{equipe.le} et le service, comme on les a notés dans {accompagnement.le}",
        "Chacun une fois : qui a été à plusieurs endroits est compté dans « plusieurs », jamais "
        "deux fois.",
        "Deux façons d’écrire le même service font deux lignes. Un nom de service que moins de "
        "cinq partagent n’est pas dit dans ce qui sort.",
        ("stay",),
    ),
    "places-end": Told(
        "Où, au soir du dernier jour",
        "{equipe.le} et le service, comme on les a notés dans {accompagnement.le}",
        "Parmi qui est encore là, de la même façon.",
        "Les mêmes limites que pour la période.",
        ("stay",),
    ),
    "ages": Told(
        "L’âge au soir du dernier jour",
        "la naissance, comme elle est notée",
        "Parmi qui est encore là : les années révolues ce jour-là.",
        "Une naissance approximative qui permet deux tranches est inconnue, comme celle qui n’est "
        "pas notée.",
        ("dossier", "stay"),
    ),
    "lengths": Told(
        "La durée, pour les départs",
        "les dates {accompagnement.du}",
        "Parmi les départs : du début à la fin {accompagnement.du} qui a fini en dernier.",
        "Une suite de plusieurs {accompagnement.pluriel} n’est pas additionnée. Sans les deux "
        "dates, c’est inconnu.",
        ("stay",),
    ),
    "named": Told(
        "Dans ce que racontent les {collectif.pluriel}",
        "les {ecrit.pluriel} des {cahier.pluriel} de {collectif.pluriel}",
        "Parmi qui a eu {accompagnement.un} : qui est nommé par @ dans au moins {ecrit.un} lu dans "
        "la période, une fois chacun.",
        "Être là sans être nommé ne se voit pas : ce n’est pas un nombre de participants. Les "
        "{cause.pluriel}, où nul n’est nommé, n’y sont pas.",
        ("mention", "writing"),
    ),
    "projects": Told(
        "{projet.Pluriel} et relectures",
        "les {projet.pluriel} où chacun est nommé, et ce qui s’y note sous « Bilan »",
        "Parmi qui a eu {accompagnement.un} : au moins {projet.un} dans la période, et, pour l’un "
        "d’eux, un bilan dans la période.",
        "Un bilan sous un autre titre ne se reconnaît pas. Ce qui ne se raconte que dans "
        "{dossier.le} non plus : lisez « rien de noté », pas « rien de fait ».",
        ("membership", "writing"),
    ),
    "contracts": Told(
        "Contrats de séjour et documents individuels",
        "ce qui a été noté comme remis, signé, refusé",
        "Parmi qui a eu {accompagnement.un} : la dernière chose notée dans la période, avenants "
        "compris. Un refus est un droit, pas un manque.",
        "Un contrat d’une autre année, toujours bon, donne ici « rien de noté dans la période ».",
        ("giving",),
    ),
    "welcome": Told(
        "Livret d’accueil, pour les arrivées",
        "ce qui a été noté comme remis",
        "Parmi les arrivées : remis ou expliqué, à quelque date que ce soit jusqu’au dernier jour.",
        "Remis sans être noté ne se voit pas.",
        ("giving", "edition"),
    ),
    "rules": Told(
        "Règlement de fonctionnement, pour les arrivées",
        "ce qui a été noté comme remis",
        "De la même façon.",
        "Les mêmes limites.",
        ("giving", "edition"),
    ),
    "charter": Told(
        "Charte des droits et libertés, pour les arrivées",
        "ce qui a été noté comme remis",
        "De la même façon.",
        "Les mêmes limites.",
        ("giving", "edition"),
    ),
    "requests": Told(
        "Demandes de lire, corriger, effacer",
        "les demandes notées, et ce qui y est noté comme répondu",
        "Par la date de la demande. À temps : on a vraiment répondu dans le mois, ou dans les "
        "trois mois quand on a dit dans le premier qu’il en fallait plus (RGPD, article 12) ; pour "
        "remettre des informations de santé, dans les huit jours, ou deux mois quand elles ont "
        "plus de cinq ans (CSP L1111-7).",
        "D’une demande qui touche à plusieurs choses, c’est le temps le plus court qui compte. "
        "Une demande dite de vive voix et pas notée ne se voit pas.",
        ("request", "reply"),
    ),
    "meetings": Told(
        "{reunion.Pluriel} des {collectif.pluriel} et des formes de participation",
        "les {reunion.pluriel} dont le jour est noté",
        "Quand le jour est dans la période, et passé. C’est la vie de tous, pas celle de "
        "quelqu’un : un petit nombre n’y montre rien de quelqu’un, et n’est pas caché.",
        "Ce qui s’est tenu sans qu’on le note ne se voit pas ; ce qui était prévu et n’a pas eu "
        "lieu compte, tant que nul ne l’a retiré.",
        ("meeting", "council"),
    ),
    "texts": Told(
        "Textes {maison.du}",
        "les éditions publiées",
        "Celle en vigueur le dernier jour, pour chaque texte.",
        "Un texte retiré depuis n’est pas dit.",
        ("edition",),
    ),
}
