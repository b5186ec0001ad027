"""Who can log in to the demo, in the order they are shown."""

ACCOUNTS = (
    ("samira", "éducatrice au foyer : commencez par elle"),
    ("bruno", "veilleur de nuit"),
    ("helene", "cheffe de service"),
    ("maud", "une autre équipe : le SAVS"),
    ("yann", "s’occupe de l’ordinateur, ne lit aucun cahier"),
    ("gilles", "a quitté la maison : la porte lui est fermée"),
)
