"""The French of the composed writings: data only, read by `dossier.demo.compose`.

Texts are written as blocks. `== theme | places | authors | bands | headings | tags` opens a theme,
`:: slot` a slot; each line below is one alternative, two spaces continue the line before.

- places: F foyer, J accueil de jour, S SAVS, the id of a notebook, or `group&place`; `@` before a
  place is the voice of the person, `~` that of a relative;
- bands: n night, m morning, a afternoon, e evening;
- `[slot]` draws an alternative; `[~slot]` draws one of the season (`slot.hiver`, ... `slot.sans`);
- `{N}` the person, `{de}` and `{que}` with elision, `{n}` and `{de_b}` in lower case; `{A}`,
  `{Ade}`, `{Aque}`, `{a}` another person, `{Ae}` their agreement; `{ils}`, `{Ils}`, `{es}` both
  together; `{P}` a relative;
- `{m|f}` agrees with the person, `{_m|f}` with the author; a line that ends with `|m` or `|f` is
  for that gender only, `|x` for nobody;
- a paragraph is closed by the sign `¶`, a line by `↵`.
"""

# How a composed text agrees with a person: m, f, or n for who asked that nothing agree.
# A guess kept for invented people; the software itself stores no gender.
GENDER = {
    "kevin": "m", "odette": "f", "marcel": "m", "rosa": "f", "alain": "m", "mina": "f",
    "nour": "m", "fatou": "f", "jeanlou": "m", "titi": "m", "petitpaul": "m",
    "bernadette": "f", "solange": "f", "sacha": "n", "lin": "f", "moussa": "m", "gaby": "f",
    "tonton": "m", "aurore": "f", "dom": "m", "fatoud": "f", "hakim": "m", "ginette": "f",
    "lulu": "m", "ana": "f", "jo": "f", "wilfried": "m", "emilie": "f", "patou": "m",
    "teva": "m", "zaza": "f", "didier": "m", "kowalczyk": "f", "ibrahim": "m",
    "sandrine": "f", "joel": "m", "maryam": "f", "loic": "m", "chantal": "f", "steeve": "m",
    "mehdi": "m", "colette": "f", "bao": "m", "vanessa": "f", "eric": "m",
    "helene": "f", "samira": "f", "ousmane": "m", "clementine": "f", "bruno": "m",
    "nadege": "f", "fabrice": "m", "corinne": "f", "claire": "f", "judith": "f",
    "maud": "f", "karim": "m", "gilles": "m",
}  # fmt: skip

# Who hardly speaks: nobody puts words in their mouth.
SILENT = frozenset({"lulu", "lin"})

# Who may be named as a relative, as a text says it.
RELATIVES = {
    "kevin": "Mme Leblond", "odette": "sa nièce Sylvie", "rosa": "sa mère",
    "mina": "sa sœur Leïla", "jeanlou": "son fils Denis", "titi": "sa mère",
    "lin": "sa mère", "fatoud": "sa fille Awa", "hakim": "sa mère",
    "ginette": "son frère Roger", "ana": "son mari", "emilie": "sa mère",
    "aurore": "sa grand-mère", "bernadette": "sa sœur Geneviève",
}  # fmt: skip

GROUPS = {
    "edu": ("samira", "ousmane", "clementine", "gilles"),
    "famille": tuple(RELATIVES),
    "jeunes": ("kevin", "fatou", "sacha", "mina", "lin", "nour", "aurore"),
}

# Only themes written for them are told of these persons.
APART = frozenset({"joel"})

# Collectives: share of all notes (percent), days ago at which each opened, weight of the seven
# days of the week from Monday.
SHARES = {"etage": 10.0, "chorale": 4.0, "jardin": 4.5, "cvs": 1.5, "parents": 1.0, "tanneurs": 3.0}
OPENED = {"chorale": 838, "jardin": 893, "cvs": 824, "parents": 705, "tanneurs": 396}
WEEKS = {
    "etage": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "chorale": (0.3, 0.2, 0.3, 5.0, 1.0, 0.1, 0.1),
    "jardin": (1.3, 1.3, 1.4, 1.3, 1.2, 0.3, 0.2),
    "cvs": (1.0, 3.0, 1.0, 1.0, 1.0, 0.0, 0.0),
    "parents": (0.4, 0.3, 0.4, 0.3, 0.4, 5.0, 0.2),
    "tanneurs": (1.3, 1.3, 1.4, 1.3, 1.3, 0.3, 0.1),
    "F": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "J": (0.9, 0.9, 0.9, 0.9, 0.9, 0.0, 0.0),
    "S": (1.1, 1.1, 1.1, 1.1, 1.1, 0.15, 0.0),
}

# Where notes are written, and when: minutes of the day, from and to, with a weight.
HOURS = {
    "F": ((300, 420, 4), (0, 300, 2), (1300, 1439, 1), (450, 720, 7), (720, 1080, 9),
          (1080, 1290, 10)),
    "J": ((570, 720, 4), (720, 1000, 9)),
    "S": ((540, 720, 5), (720, 1170, 9)),
    "etage": ((300, 420, 4), (0, 300, 1), (1300, 1439, 1), (450, 720, 3), (720, 1080, 5),
              (1080, 1290, 14)),
    "chorale": ((1090, 1180, 9), (540, 720, 2)),
    "jardin": ((570, 720, 3), (720, 1080, 9)),
    "cvs": ((720, 1170, 1),),
    "parents": ((840, 1079, 1),),
    "tanneurs": ((720, 1260, 1),),
}  # fmt: skip

# How often each writes, beside the others who could.
PENS = {"gilles": 5, "samira": 3, "ousmane": 3, "clementine": 3, "corinne": 3, "fabrice": 3,
        "maud": 3, "karim": 3, "claire": 1, "judith": 1, "helene": 1}  # fmt: skip

# Slots of which two may follow one another.
LOOSE = frozenset({
    "repas.suite", "ch.suite", "linge.suite", "sort.suite", "cui.suite", "jr.suite", "vis.suite",
    "cho.suite", "jar.suite", "etr.suite", "etv.suite", "rue.suite", "cor.suite", "soi.suite",
    "crs.suite", "proj.suite", "prc.suite", "mus.suite", "deh.suite", "jud.suite",
})  # fmt: skip

# How often a whole little story is told at a place: by note written there, times all notes.
STORIES = {"F": 330.0, "J": 560.0, "S": 450.0, "etage": 400.0, "chorale": 380.0, "jardin": 360.0}

# Who goes on, in a second paragraph, about something else.
TALKERS = frozenset({
    "samira", "ousmane", "clementine", "gilles", "corinne", "fabrice", "maud", "karim", "nadege",
})  # fmt: skip

# Places where a writing keeps to one thing.
SOBER = frozenset({"cvs", "parents"})

# Themes that never come second in a writing.
SOLO = frozenset({"etreu", "etfete", "chopratique", "direction", "psy"})

# Themes that would not be told of somebody.
AVOIDED = {"jo": frozenset({"atelier", "htravaux"}), "marcel": frozenset({"hsortie"})}

# Members of a collective who are named in its notebook only since so many days ago, or never.
NAMED_SINCE = {("chorale", "petitpaul"): -1, ("chorale", "colette"): 357, ("jardin", "jo"): -1}

COMMON = """
:: h.nuit
23 h 20
23 h 45
minuit dix
0 h 30
1 h
1 h 15
1 h 40
2 h
2 h 05
2 h 30
2 h 50
3 h
3 h 10
3 h 25
3 h 40
4 h
4 h 20
4 h 45
5 h
5 h 15
5 h 30
:: h.nuitb
23h10
23h40
0h15
0h50
1h
1h20
1h30
1h55
2h
2h10
2h25
2h40
3h
3h05
3h20
3h35
3h50
4h
4h10
4h15
4h40
5h
5h10
5h25
5h45
:: h.matin
7 h 40
8 h
8 h 15
8 h 30
8 h 50
9 h
9 h 10
9 h 30
9 h 45
10 h
10 h 20
10 h 30
11 h
11 h 15
:: h.aprem
13 h 30
14 h
14 h 15
14 h 30
14 h 45
15 h
15 h 20
15 h 30
16 h
16 h 10
16 h 40
17 h
17 h 15
:: h.soir
18 h 20
18 h 45
19 h
19 h 15
19 h 40
20 h
20 h 10
20 h 30
20 h 50
21 h
21 h 10
:: duree
dix minutes
un bon quart d'heure
vingt minutes
une demi-heure
trois quarts d'heure
une heure
plus d'une heure
une heure et quart
presque deux heures
tout l'après-midi
:: petit
deux
trois
quatre
cinq
six
sept
huit
neuf
onze
douze
:: euros
4 €
5,20 €
7,80 €
8 €
9,50 €
11 €
12,40 €
14 €
15 €
17,90 €
18 €
20 €
22,60 €
25 €
27 €
31 €
34,50 €
38 €
:: gros
43 €
58,20 €
64 €
71 €
86,40 €
92 €
104 €
118 €
127,50 €
139 €
146 €
163 €
188 €
204 €
231 €
:: lieu
à la médiathèque
au marché
à la pharmacie
au bord de la Belisse
jusqu'au pont
à la ressourcerie
au stade
à la poste
au café de la Poste
à la boulangerie
à l'écluse
à la gare routière
au square
jusqu'à la passerelle
à la piscine
au bazar de la rue Haute
à Rives par la 12
au marché couvert
chez l'opticien
à la mairie
:: lieude
de la médiathèque
du marché
de la pharmacie
du bord de la Belisse
de la ressourcerie
du stade
de la poste
du café de la Poste
de la boulangerie
de l'écluse
de la gare routière
du square
de la piscine
du bazar de la rue Haute
de Rives
de la place du Marché
:: plat
la blanquette
le hachis
la soupe aux poireaux
les lasagnes
le poisson pané
le gratin de courgettes
le riz au lait
la purée
le couscous
les lentilles
la quiche
le rôti froid
les crêpes
le poulet
la salade de betteraves
les pâtes au thon
le pot-au-feu
l'omelette
la ratatouille
les endives
le clafoutis
la compote
:: plats
un gratin
des lasagnes
une soupe
une omelette
un gâteau au yaourt
des beignets
une tarte aux poireaux
un riz aux légumes
des crêpes
une salade de fruits
un crumble
des boulettes
un chili
un quatre-quarts
une ratatouille
un hachis
:: objet
un parapluie
une lampe de chevet
un réveil
un cadre
une casquette
un sac à roulettes
un thermos
un jeu de cartes
une boîte à biscuits vide
un coussin
une ceinture
une bouilloire
un poste de radio
un miroir
une paire de chaussons
un cahier à spirale
une montre
une nappe
une plante verte
un plaid
un porte-clés
un puzzle de mille pièces
un ventilateur
une écharpe
:: chose
ses lunettes
ses clés
son portefeuille
sa carte de bus
son chargeur
sa télécommande
son bonnet
sa deuxième chaussette
son carnet
sa carte Vitale
son porte-monnaie
son briquet
sa montre
son peigne
son parapluie
son ticket de pressing
:: cachette
dans le bac à linge
sous le coussin du canapé
dans la poche du manteau de l'an dernier
derrière le radiateur
dans la boîte à pain
sur le rebord de la fenêtre
dans le tiroir aux couverts
sous le lit, bien sûr
dans la machine, propre
sur le toit de l'armoire
au fond du cabas
dans la voiture de service
accroché à la rampe
entre deux magazines
dans le pot à crayons du bureau
dans la main, pour tout dire
:: media
un documentaire sur les phares
un film de cow-boys
le feuilleton
un match
une émission de cuisine
un concert
un vieux film en noir et blanc
un jeu avec des valises
un reportage sur les loups
un dessin animé
le patinage
une enquête qu'on avait déjà vue
:: jeu
aux dames
à la belote
au Scrabble
aux dominos
au rami
au Uno
aux petits chevaux
aux échecs
au Mikado
au Nain jaune
au ping-pong
au baby-foot
:: meteo.hiver
Il gelait dans la cour.
Le vent passait sous les portes.
Nuit tombée à cinq heures.
Brouillard sur la Belisse, on ne voyait plus l'autre rive.
Pluie froide toute la journée.
Du givre sur le banc jusqu'à midi.
Grand froid sec.
Les vitres coulaient, on dessinait dedans.
Un peu de neige, qui n'a pas tenu.
:: meteo.printemps
Premières fenêtres ouvertes.
Giboulées, on a étendu et rentré le linge deux fois.
Il faisait bon dehors à six heures du soir.
Du pollen partout, tout le monde éternue.
Grand soleil et vent frais.
Averse pile à l'heure de sortir.
La Belisse est haute et verte.
Le lilas du voisin est arrivé jusqu'à nous.
:: meteo.ete
Trente-deux degrés à l'ombre du mur.
Volets fermés depuis le matin.
Orage dans la nuit, air lavé.
Chaleur lourde, personne ne voulait bouger.
On a sorti les chaises dans le jardin.
La Belisse est basse, on voit les pierres.
Soirée longue, encore jour à dix heures.
Il faisait trop chaud pour être fâché.
:: meteo.automne
Feuilles mouillées jusque dans l'entrée.
Premier chauffage, odeur de poussière chaude.
Il pleuvait en biais.
Vent d'ouest, les volets ont tapé toute la journée.
Belle lumière rousse sur le mur d'en face.
Brume le matin, doux l'après-midi.
La nuit tombe pendant le goûter maintenant.
On a ressorti les couvertures.
:: meteo.sans
Il pleuvait.
Temps gris, sans plus.
Un beau soleil, pour une fois.
Du vent.
Grosse averse en rentrant.
Ciel bas.
Il faisait bon dehors.
:: fin.samira
Je le redis à la prochaine réunion.
À suivre.
Je ne conclus rien, je note.
Merci de ne pas en reparler à table.
Vu avec {lui|elle} avant d'écrire.
Je lui ai lu ce que j'écris, {il|elle} est d'accord.
On en reparle ensemble dans quinze jours.
J'ai laissé le papier dans la bannette.
Si quelqu'un a une autre lecture, je suis preneuse.
C'était une bonne journée, je le dis parce qu'on ne le dit jamais.
Je préfère demander que supposer.
Je reprends ce point avec Hélène.
Rien d'urgent.
:: fin.ousmane
Score final : un partout.
Je me suis resservi.
Bref, on a bien ri.
Moi ça me va.
J'aurais fait pareil.
J'ai perdu, mais avec dignité.
Il reste une part au four pour l'équipe du soir.
C'est noté, c'est fait, on passe au dessert.
Rien à signaler, sinon qu'il y a eu du bon.
Je n'ai pas tout compris mais j'étais là.
À refaire.
Ma voiture sent encore l'oignon.
:: fin.clementine
Je ne sais pas si c'est important, je le note.
Est-ce que quelqu'un d'autre l'a remarqué ?
J'ai peut-être trop parlé.
Je me demande ce que j'aurais dû faire. Sans doute rien.
À reprendre en équipe ?
Je n'ai pas osé insister, et je crois que j'ai bien fait.
J'ai appris quelque chose, je ne sais pas encore quoi.
C'est peut-être une évidence pour les anciens.
Je m'étais préparée à autre chose.
Je l'écris pour m'en souvenir.
Je demanderai à Samira comment elle aurait fait.
Promis, la prochaine fois je m'assois avant de parler.
:: fin.gilles
Je note, ça peut servir.
Voilà, ce n'est rien.
On ne m'a rien demandé, j'ai regardé.
Rien à ajouter.
Je ne corrige pas, c'est dit comme ça.
J'ai rangé la cave en attendant.
Je transmets, comme on dit.
La moutarde est presque finie.
Je l'écris pour celui qui cherchera.
Cela n'a l'air de rien.
On verra bien.
J'en ai vu d'autres, mais pas celle-là.
:: fin.maud
Je repasse la semaine prochaine.
Copie dans la pochette verte.
On garde l'enveloppe, on ne sait jamais.
Je n'ai rien fait d'autre qu'être là avec un stylo.
À relancer si pas de nouvelles.
J'ai pris note du nom de la dame au guichet.
On a fêté ça avec un thé.
Vu et relu ensemble.
:: fin.karim
Je repasse.
On verra au prochain passage.
Café bu, merci.
Rien d'autre.
Je note pour mémoire.
Je garde un œil dessus.
Reparti avec plus que ce que j'apportais.
Reparti à vélo.
On s'est serré la main.
:: fin.helene
Je remercie ceux qui étaient là.
Je réponds par écrit.
Je l'ai dit de vive voix aussi.
Merci de me le rappeler si j'oublie.
:: ps
Courses à prévoir : [ps.chose], [ps.chose] et [ps.chose].
Il ne reste plus de [ps.manque].
La lampe du couloir clignote de nouveau, prévenu Yann.
Le minibus est à faire réviser, le voyant est resté allumé.
Les clés du local sont au crochet de gauche, pas de droite.
Le téléphone du bureau grésille, il faut tenir le fil.
J'ai laissé la liste sur la porte de la lingerie.
Merci à qui a rangé le placard à balais, on voit le fond.
La machine du bas a essoré, c'est assez rare pour être écrit.
Le robinet de la salle du bas goutte, un seau est dessous.
Quelqu'un a oublié un gilet gris au bureau.
La voiture bleue est presque sur la réserve.
L'imprimante a encore mangé deux feuilles.
Le double de la clé du garage est retrouvé.
:: ps.chose
éponges
piles
moutarde
café
ampoules
lessive
sucre
sacs-poubelle
filtres
huile
bouchons d'évier
papier cuisson
allumettes
farine
savon
enveloppes
:: ps.manque
timbres
café
dentifrice d'avance
ampoules à vis
cartouches
pansements
biscottes
feuilles blanches
pastilles pour le lave-vaisselle
lait
"""

FOYER_A = """
== lever | F | edu | m | Quotidien, Matin | sommeil
[lever.deb] [lever.suite]
[lever.deb] [lever.parole]
[lever.deb] [lever.suite] [lever.parole]
[lever.suite]
{N} debout à [h.matin]. [lever.parole]
Frappé deux fois, la deuxième à [h.matin2]. [lever.parole] [lever.suite]
Petit déjeuner avec {A}, en silence tous les deux, [lever.bol]. [lever.suite]
[lever.deb] Café [lever.bol], deux tartines, et la radio trop fort. [lever.suite]
:: h.matin2
10 h 10
10 h 15
10 h 40
10 h 45
11 h 05
:: lever.deb
{N} est descendu{|e} avant tout le monde.
Lever difficile ce matin.
Réveillé{|e} toute la maison avec son réveil, sauf {lui|elle}.
{N} a dormi tard, et ça se voyait que c'était nécessaire.
Il a fallu trois passages avant que la lumière s'allume.
Levé{|e}, lavé{|e}, habillé{|e} avant que je monte.
Bon réveil.
La porte est restée fermée jusqu'à dix heures passées.
{N} était déjà assis{|e} dans l'entrée quand je suis arrivé{_|e}, manteau sur les genoux.
Matin de mauvaise humeur, annoncée dès l'escalier.
Petit déjeuner pris debout, à la fenêtre.
C'est {N} qui a mis le café en route.
:: lever.suite
{Il|Elle} a pris son bol et s'est installé{|e} dehors, sur les marches.
La douche a suivi, sans qu'on en parle.
{Il|Elle} a demandé quel jour on était, puis si on en était sûrs.
Tartines pour {A}, qui n'avait rien demandé et qui a dit merci.
{Il|Elle} est remonté{|e} chercher [chose], est redescendu{|e} sans, est remonté{|e}.
On a parlé du programme, {il|elle} a écouté d'une oreille.
Lit fait au carré. Je ne sais pas qui lui a appris.
Rien mangé avant dix heures, puis tout d'un coup.
Le pull était à l'envers, {il|elle} l'a gardé comme ça.
À neuf heures c'était reparti comme si de rien n'était.
{Il|Elle} a lu le journal à voix basse, les décès d'abord.
Volets ouverts, fenêtre ouverte, et de bonne humeur.
:: lever.parole
« J'ai rêvé que c'était déjà ce soir. »
« Me parlez pas avant le café. »
« C'est pas moi qui dors, c'est le lit. »
« Aujourd'hui je fais rien, je préviens. »
« J'ai entendu la pluie, alors j'ai attendu. »
« Vous avez frappé ? J'ai cru que c'était chez moi. »
« Je me lève quand j'ai fini. »
« Il est quelle heure pour de vrai ? »
« J'ai pas dormi. » Trois minutes plus tard : « Enfin si. »
« Demain je me lève avant vous. »
« Y a plus de confiture d'abricot, c'est ça le problème. »
:: lever.bol
chacun son bol
les mains autour du bol
un bol pour deux
sans sucre, il n'y en avait plus
noir, comme toujours
== repas | F | edu | a e | Repas | repas
[repas.deb] [repas.suite]
[repas.deb] [repas.parole]
[repas.deb] [repas.suite] [repas.parole]
Pour [plat], {N} [repas.mange]. [repas.suite]
{N} [repas.mange]. [repas.parole]
À table à côté {Ade}. [repas.suite] [repas.parole]
Refus [repas.refus]. [repas.suite] À [h.soir], {N} était dans la cuisine avec du pain et du
  fromage.
Dîner à [petit2] ce soir. [repas.deb] [repas.suite]
{N} a mis le couvert sans qu'on demande. [repas.suite] [repas.parole]
:: petit2
six
sept
huit
neuf
dix
douze
treize
quatorze
:: repas.deb
{N} est arrivé{|e} au dessert.
Bon repas.
Repas bruyant ce soir, {N} a tenu bon.
{N} a repris trois fois de [plat].
{N} n'a presque rien mangé ce midi.
{N} a voulu manger dans la cuisine, porte ouverte sur la salle.
{N} a changé de place, c'est la première fois depuis longtemps.
{N} s'est proposé{|e} pour servir.
Ce soir {N} mangeait avec appétit, et lentement.
Dîner expédié en huit minutes.
{N} a descendu son propre verre, celui de la chambre.
On a mangé dehors, {N} en bout de table.
:: repas.mange
a tout laissé sauf la croûte
en a repris et en a emporté une part sous une assiette
a goûté du bout de la fourchette puis a fini le plat
a voulu la recette
a trié, mangé, et débarrassé pour tout le monde
a fait des compliments à la cuisine, ce qui n'est pas dans ses habitudes
a échangé son assiette contre celle {Ade}
a demandé du piment
a attendu que ce soit froid, par goût
n'a pris que du pain
:: repas.refus
de la viande
de s'asseoir
du plat, pas de la compagnie
de [plat] « par principe »
de la soupe
de parler à table
:: repas.suite
La conversation a tourné sur les enterrements, on a beaucoup ri.
{Il|Elle} a raconté comment on faisait chez sa grand-mère.
{A} lui a passé le sel avant qu'on le demande.
Personne n'a parlé de la chaise vide.
{Il|Elle} a essuyé la table deux fois, en regardant ailleurs.
Le pichet est tombé, personne n'a crié, {il|elle} a ri.
J'ai remarqué que les médicaments étaient pris avant que j'y pense.
{Il|Elle} a gardé le dessert pour plus tard, enveloppé dans une serviette.
Il a été question de changer le jour des frites. Débat ouvert.
{Il|Elle} a coupé la viande de son voisin sans lui demander, et l'autre a laissé faire.
Vaisselle à deux, moi j'essuyais.
{Il|Elle} s'est levé{|e} au milieu, a fait un tour dans le couloir et s'est rassis{|e}.
On a reparlé du menu de la semaine prochaine.
Il ne restait rien, même pas la sauce.
:: repas.parole
« C'est bon mais c'est pas comme ça. »
« Chez moi on mettait de l'ail. »
« Je mange si personne me regarde. »
« La prochaine fois c'est moi qui fais. »
« Y a pas de honte à en reprendre. »
« Vous salez comme à l'hôpital. »
« C'est la meilleure chose de la journée, et la journée était pas mal. »
« J'ai pas faim, j'ai envie. »
« Le fromage, ça compte pas. »
« On est bien, là, non ? » Personne n'a dit le contraire.
« Si je finis, vous me laissez tranquille ? » Marché conclu.
== chambre | F | edu | m a | Quotidien, Chambre | chambre
[ch.deb] [ch.suite]
[ch.deb] [ch.suite] [ch.parole]
[ch.deb] [ch.parole]
Ménage de la chambre {de}, [duree]. [ch.trouve] [ch.parole]
[ch.trouve] [ch.suite]
Changé les draps à deux. [ch.suite]
Déplacé l'armoire avec {N}, puis redéplacée. [ch.parole]
J'ai proposé mon aide pour la chambre. {N} : [ch.rep]
Retrouvé derrière le lit : [objet], [petit] cuillères et [chose2]. [ch.parole]
:: ch.rep
« Non merci, je sais où est tout. » C'était exact.
« D'accord mais vous touchez pas à l'étagère. »
« Vous tenez le sac, moi je décide. »
« Demain. » Hier aussi c'était demain. On avance.
« C'est pas sale, c'est habité. »
:: chose2
une lettre jamais ouverte
un chausson seul
la télécommande du salon
un vieux programme de cinéma
la moitié d'un puzzle
un sachet de graines
la photo qu'on cherchait
un ticket de bus de l'an passé
:: ch.deb
Grand ménage chez {N} ce matin.
{N} a demandé l'aspirateur, de son propre chef.
La chambre {de} redevient une chambre.
On a attaqué le dessous du lit.
{N} a vidé le placard sur le lit, puis s'est assis{|e} devant.
{N} a accroché un rideau de travers et refuse qu'on le redresse.
{N} a fait toutes les vitres, même celles du couloir.
Tri de vêtements avec {N}.
{N} ne voulait pas qu'on entre. On a fait le ménage depuis le seuil, à la voix.
La moquette est partie, {N} aide à poser le lino.
{N} a changé tous les meubles de place pendant la nuit.
:: ch.trouve
On a retrouvé [chose] [cachette].
Sous la pile de journaux il y avait [objet] encore dans son emballage.
Trois sacs pour la ressourcerie, dont un est remonté aussitôt.
Découvert une collection de bouchons. On n'a rien jeté.
Deux assiettes, [petit] verres et une petite cuillère sont redescendus à la cuisine.
Au fond du tiroir, une photo. {Il|Elle} l'a posée sur la table de nuit, debout.
:: ch.suite
{Il|Elle} a gardé le carton « au cas où ».
{Il|Elle} a voulu que la table soit face à la fenêtre.
On a jeté peu et rangé beaucoup.
{Il|Elle} a passé l'éponge sur l'interrupteur, ce que personne ne fait jamais.
Ça sentait le propre jusque sur le palier, {A} est venu{Ae} voir.
{Il|Elle} a mis de côté [objet] pour {A}.
J'ai tenu l'escabeau, c'était tout mon rôle.
On s'est arrêtés au milieu. Le reste attendra.
{Il|Elle} a chanté en secouant les tapis.
Au bout d'une heure {il|elle} m'a mis{_|e} dehors, gentiment.
Le lit a retrouvé ses pieds.
:: ch.parole
« C'est moi qui fais la poussière, c'est moi qui sais où elle va. »
« Touchez pas à la pile, elle est classée. »
« Maintenant on peut recevoir. »
« C'est grand, en fait. »
« Vous pouvez regarder mais pas ranger. »
« Ça, je le jette. Non. Ça, je le jette l'année prochaine. »
« Demain ce sera pareil, mais aujourd'hui c'est beau. »
« Ma mère serait tombée par terre. »
« Faut que ça respire. »
== linge | F | edu | m a e | Quotidien, Linge | linge
{N} a [linge.fait]. [linge.suite]
[linge.suite]
{N} cherche [linge.piece] depuis hier. [linge.trouve]
Machine lancée par {N} à [h.matin]. [linge.suite]
{N} a [linge.fait]. [linge.parole]
[linge.parole] C'était {N}, devant la machine à laver. [linge.suite]
Acheté [linge.piece2] avec {N} ([euros]). [linge.parole]
:: linge.fait
fait sa lessive d'un bout à l'autre, étendage compris
mélangé le rouge et le blanc, sciemment
plié le linge de tout l'étage en écoutant la radio
réclamé une corde à linge à {lui|elle}
recousu un bouton en me demandant de tenir le fil
trié les chaussettes orphelines, il y en a [petit]
sorti les affaires de saison
donné [petit] chemises qui ne ferment plus
repassé pour la première fois depuis l'arrivée
:: linge.piece
un pull gris
sa chemise à carreaux
son jean noir
une paire de chaussettes rouges
son gilet
la serviette bleue
son pyjama
son tablier
:: linge.piece2
deux pantalons
des chaussures fermées
un imperméable
un manteau d'occasion
quatre paires de chaussettes
un pyjama chaud
des bottes
un pull
une robe de chambre
:: linge.trouve
{A} l'avait sur le dos, sans mauvaise intention.
Retrouvé [cachette].
On a fini par ouvrir le sac des objets trouvés : il y en avait deux pareils.
Il séchait dehors depuis trois jours.
Pas retrouvé. On refera un tour de la lingerie.
Il est au fond de la machine, en boule, et a changé de couleur.
:: linge.suite
Le panier est resté dans l'escalier une partie de la journée.
{Il|Elle} a étendu par couleurs, du plus clair au plus foncé.
Le sèche-linge fait un bruit de train, on a laissé la porte ouverte.
{A} a donné un coup de main pour les draps.
J'ai montré le bouton. {Il|Elle} m'a montré une autre façon, meilleure.
Rien n'a rétréci, ce qui mérite d'être écrit.
Tout est rangé, même les torchons.
On a laissé tremper jusqu'à demain.
{Il|Elle} a signé son étiquette d'une étoile, plus facile à reconnaître.
:: linge.parole
« Le linge qui sent dehors, ça s'achète pas. »
« Une machine pour tout ça, c'est se moquer. »
« Ça rétrécit pas, c'est moi qui grandis. »
« Plus jamais de blanc. »
« On dirait du neuf, sauf que je l'aime bien. »
« Je repasse pas, je pose. »
« Il me va, non ? » Il lui allait.
== argent | F | edu | m a | Argent, Quotidien, Démarches | argent
[arg.deb] [arg.suite]
[arg.deb] [arg.parole]
[arg.deb] [arg.suite] [arg.parole]
Remis [euros] à {N}, signé. [arg.parole]
{N} avait mis [euros] de côté dans une enveloppe. [arg.suite]
Compté la caisse avec {N} : il manque [cents]. [arg.trouve]
[arg.parole] On refait les comptes. [arg.suite]
{N} a prêté [euros] à {A}. [arg.pret]
:: cents
40 centimes
1,20 €
2 €
3,50 €
65 centimes
5 € tout ronds
:: arg.pret
J'ai rappelé que ce sont leurs affaires, et que ce sont aussi des ennuis possibles.
Écrit sur un papier, signé par les deux, collé au mur.
Remboursé le soir même, avec une part de gâteau en intérêts.
On verra bien, {il|elle} est prévenu{|e}.
{Il|Elle} ne veut pas qu'on s'en mêle, je ne m'en mêle pas.
:: arg.trouve
Retrouvés dans la doublure.
C'était une baguette, et le pourboire du café.
On a refait l'addition : c'est moi qui avais mal compté.
{Il|Elle} savait très bien où c'était passé, et c'était une bonne raison.
On laisse comme ça, l'écart est noté.
:: arg.deb
Point argent de poche avec {N}.
{N} a retiré sans aide au distributeur, code caché avec la main comme il faut.
{N} a tout dépensé en deux jours.
Budget du mois posé sur la table avec {N}.
Passage à la banque avec {N}, [duree] d'attente.
{N} voudrait acheter [objet] à [gros].
{N} a rapporté la monnaie exacte, et le ticket.
{N} a demandé où va l'argent qu'on ne voit pas.
Reçu le relevé. {N} l'a ouvert avant moi, c'est bien.
:: arg.suite
On a fait trois enveloppes : tabac, café, imprévu.
{Il|Elle} préfère tout avoir d'un coup, on essaie un mois.
{Il|Elle} a gardé [euros] pour l'anniversaire {Ade}.
Il reste [euros] jusqu'à la fin du mois, ça devrait aller.
J'ai écrit les chiffres gros sur une feuille, {il|elle} l'a scotchée dans l'armoire.
On a relu les colonnes ensemble, lentement.
La dame du guichet s'est adressée à moi, j'ai regardé ailleurs, elle a compris.
Demande à faire au service de tutelle pour la dépense.
{Il|Elle} a calculé plus vite que moi.
:: arg.parole
« L'argent, ça fond même l'hiver. »
« C'est à moi, oui ou non ? » C'est à {lui|elle}.
« Je suis riche jusqu'à ce soir. »
« Mettez-moi de côté pour un vélo. »
« J'ai le droit de me tromper avec mes sous. »
« Deux cafés, ça passe encore. »
« On compte pas quand c'est un cadeau. »
« Et si je demande plus, il se passe quoi ? »
== courses | F | edu | m a | Courses, Sortie, Quotidien | courses
Courses avec {N}. [crs.suite]
Courses avec {N} pour le repas du soir. [crs.suite] [crs.parole]
{N} a fait la liste, {A} l'a raturée. [crs.suite]
[crs.suite] [crs.parole]
Supermarché, [duree]. {N} poussait le chariot. [crs.suite]
{N} est allé{|e} seul{|e} chercher [crs.achat]. [crs.retour]
Acheté avec {N} : [crs.achat], [crs.achat] et [objet]. [crs.parole]
{N} est allé{|e} seul{|e} chercher [crs.achat]. [crs.parole]
:: crs.achat
du pain
des citrons
du lait
de la confiture
des pommes de terre
un melon
des œufs
de la mousse à raser
du shampoing
des timbres
du chocolat
des piles
du fil et des aiguilles
des biscuits au gingembre
du café
de la levure
:: crs.retour
Revenu{|e} avec, la monnaie, et une histoire sur la caissière.
Revenu{|e} une heure après avec tout autre chose.
{Il|Elle} a demandé son chemin une fois, et s'en vante.
Aller-retour en vingt minutes, record battu.
{Il|Elle} a croisé {A} et {ils} sont rentré{es} par le pont.
{Il|Elle} a oublié le sac au magasin, y est retourné{|e}, l'a retrouvé.
:: crs.suite
{Il|Elle} compare les prix au kilo, je n'avais jamais pensé à le faire.
On est rentrés avec trois choses de la liste et sept qui n'y étaient pas.
{Il|Elle} a salué toutes les caissières par leur prénom.
{Il|Elle} a voulu porter les deux sacs.
Au rayon des lessives {il|elle} s'est arrêté{|e} pour tout sentir.
Beaucoup de monde, {il|elle} m'attendait dehors avec le caddie.
{Il|Elle} a choisi des fruits un par un.
À la caisse {il|elle} a payé, rangé, dit merci, et moi rien.
Total [gros2], on avait dit soixante.
La promotion sur les conserves nous a coûté cher.
:: gros2
52 €
57,30 €
61,80 €
63 €
68,45 €
74 €
79,10 €
:: crs.parole
« On prend celui du milieu, le premier est toujours abîmé. »
« Ça c'est pour moi. Ça aussi. Ça c'est pour tout le monde. »
« Le sac, je le porte ou je viens pas. »
« Ils ont encore changé les rayons. Exprès. »
« On peut prendre la marque ? Une fois ? »
« Moi je fais confiance aux petites boîtes. »
« J'aime bien quand on rentre chargés. »
== sortie | F | edu | a e | Sortie, Loisirs | sortie
{N} est allé{|e} [lieu]. [sort.suite]
Sortie [lieu] avec {N} et {A}. [sort.suite] [sort.parole]
Accompagné {N} [lieu]. [sort.suite]
{N} voulait aller [lieu], on y est allés. [~meteo] [sort.parole]
Retour [lieude] à [h.aprem]. [sort.parole]
{N} a proposé d'aller [lieu] à pied. [~meteo] [sort.suite]
Tour de ville, sans but. [sort.suite] [sort.parole]
{N} n'est pas sorti{|e}, malgré ce qui était prévu. [sort.non]
{N} est allé{|e} [lieu] sans prévenir et en est revenu{|e} à l'heure. [sort.parole]
:: sort.non
« Ça sera encore là demain. »
{Il|Elle} avait mis ses chaussures, et les a enlevées.
Je n'ai pas insisté. On a fait un café à la place.
Trop de vent, dit-{il|elle}. Il n'y en avait pas, mais bon.
{A} y est allé{Ae} à sa place et lui a raconté.
:: sort.suite
{Il|Elle} connaissait quelqu'un à chaque coin de rue.
On s'est assis sur un banc à regarder passer les gens, [duree].
{Il|Elle} a payé son café et le mien.
{Il|Elle} marchait devant, ce qui est nouveau.
On a raté un bus et pris le suivant, personne n'en est mort.
{Il|Elle} a voulu rentrer par le chemin long.
Rencontré l'ancienne voisine du 12, longue conversation sur les chats.
{Il|Elle} a pris des photos avec mon téléphone, toutes de trottoirs.
Pas de fatigue au retour, au contraire.
{Il|Elle} a demandé le prix de tout et n'a rien acheté.
Quelqu'un nous a pris pour des touristes. {Il|Elle} a donné des renseignements faux, avec aplomb.
Beaucoup de bruit, on a abrégé d'un commun accord.
:: sort.parole
« On devrait faire ça plus souvent que de temps en temps. »
« C'est petit, Courbelisse, mais on s'y perd. »
« J'ai des jambes aujourd'hui. »
« Avant, là, c'était un cinéma. »
« On rentre par où on veut ? »
« Je me suis senti{|e} comme les autres. »
« L'eau, elle s'en fiche de l'heure. »
« La prochaine fois sans vous. Pas contre vous. Sans. »
« J'ai pas eu peur dans la foule, notez-le. » Je le note.
== rdvmed | F | edu | m a | Santé, Rendez-vous | santé
Rendez-vous [rdv.chez] avec {N}. [rdv.suite]
Rendez-vous [rdv.chez] avec {N}. [rdv.suite] [rdv.parole]
Accompagné {N} [rdv.chez]. [rdv.salle] [rdv.suite]
{N} a vu [rdv.qui]. [rdv.suite]
Rendez-vous [rdv.chez] reporté, on nous a prévenus sur place. [rdv.parole]
{N} est allé{|e} seul{|e} [rdv.chez]. [rdv.seul]
[rdv.salle] C'était pour [rdv.qui]. [rdv.suite] [rdv.parole]
Rappeler [rdv.qui] : le rendez-vous {de} n'est pas confirmé. [rdv.suite2]
:: rdv.suite2
Répondeur à deux reprises.
Le secrétariat ouvre à 14 h.
{Il|Elle} préfère un matin.
Transport à voir avec Claire.
{Il|Elle} veut y aller avec {A}, pourquoi pas.
:: rdv.chez
chez le dentiste
chez l'ophtalmo
chez le médecin
à la maison médicale
chez la pédicure
chez le dermatologue
chez l'orthoptiste
au laboratoire
chez le kiné
à l'hôpital de Rives
:: rdv.qui
le dentiste
l'ophtalmo
le médecin
la pédicure
le dermatologue
le nouveau médecin
la kiné
l'audioprothésiste
le remplaçant
:: rdv.salle
Salle d'attente pleine, [duree].
On a attendu [duree] sous une affiche qui parle de patience.
Pas d'attente, ce qui l'a pris{|e} de court.
En avance de [duree], {il|elle} y tenait.
:: rdv.suite
Tout va bien, à revoir dans six mois.
Le docteur s'adressait à moi ; {N} a répondu quand même, deux fois, plus fort.
Ordonnance donnée à Claire.
{Il|Elle} a posé ses questions, écrites à l'avance sur un papier.
{Il|Elle} est entré{|e} seul{|e}, à sa demande.
Rien de grave, un papier de plus pour le dossier.
{Il|Elle} a refusé d'enlever son pull, le médecin a fait avec.
Prochain rendez-vous noté sur le calendrier de la chambre.
{Il|Elle} s'est laissé faire, en serrant mon manteau.
La balance a eu droit à des commentaires.
:: rdv.seul
Revenu{|e} avec le papier et l'air de rien.
{Il|Elle} m'a appelé{_|e} de la rue pour dire que c'était fini.
{Il|Elle} a raconté le strict nécessaire, et c'est très bien.
Résultat : {il|elle} a changé l'heure du prochain, sans nous demander.
:: rdv.parole
« Il m'a parlé à moi. »
« J'ai rien senti, ou alors j'ai oublié. »
« Elle a les mains froides mais elle rit bien. »
« La prochaine fois je dis non avant d'entrer. »
« Six mois, c'est large. »
« On a le droit à un gâteau, après ça ? » On y a eu droit.
« Il a écrit beaucoup pour quelqu'un qui a pas écouté. »
« Ça va, je suis réparable. »
== demarches | F | edu | m a | Démarches, Papiers | papiers
[dem.deb] [dem.suite]
[dem.deb] [dem.suite] [dem.parole]
Dossier [dem.quoi] avec {N}, [duree]. [dem.suite]
Dossier [dem.quoi] avec {N}. [dem.parole]
[dem.tel] [dem.suite]
[dem.tel] [dem.parole]
Courrier reçu ce matin pour {N}, au sujet du dossier [dem.quoi]. [dem.parole] [dem.suite]
Signé aujourd'hui par {N}, après lecture : le dossier [dem.quoi]. [dem.suite]
Photocopies, [petit] pages, pour le dossier [dem.quoi] {de}. [dem.suite]
:: dem.quoi
MDPH
d'AAH
d'APL
de carte d'identité
de mutuelle
de complémentaire santé
d'impôts
de carte mobilité
de tutelle
d'aide au transport
de renouvellement à la CAF
:: dem.deb
Passage à la CAF avec {N}.
Rendez-vous à la MDPH avec {N}, salle 3, celle sans fenêtre.
{N} a relu avec moi le renouvellement, ligne par ligne.
{N} a dicté sa lettre, je n'ai fait que taper.
Photos d'identité pour {N}.
Appel du service de tutelle pour {N}.
Guichet de la mairie avec {N}, pour un acte de naissance.
On a rangé la pochette de papiers {de}.
{N} a reçu un courrier qui commence par « sauf erreur de notre part ».
:: dem.tel
[duree2] au téléphone avec la CAF, haut-parleur, {N} à côté de moi.
Appelé la MDPH pour {N} : le dossier est « en cours ».
Rappelé la mutuelle {de}, quatrième voix, quatrième réponse.
Appelé le service de tutelle, {N} tenait la liste des questions.
:: duree2
Vingt-cinq minutes
Trente-deux minutes
Quarante minutes
Trois quarts d'heure
Cinquante minutes
Une heure
Douze minutes
:: dem.suite
Il manque un justificatif, toujours le même.
Envoyé en recommandé, récépissé dans la pochette.
{Il|Elle} a signé en s'appliquant, et a demandé une copie.
Réponse sous deux mois, paraît-il.
Tout était là. Je l'écris avec émotion.
On a coché la case « autre », et expliqué au dos.
{Il|Elle} n'a pas voulu répondre à la question 14, on l'a laissée blanche.
Le site ne marchait pas, on y retourne demain avec les papiers sous le bras.
La dame a été aimable et a expliqué deux fois.
Droits ouverts jusqu'à l'an prochain.
Il y a une erreur sur le nom, à faire corriger.
{Il|Elle} tient à garder l'original, on a donné la copie.
:: dem.parole
« Ils veulent savoir si je vais mieux. Mieux que qui ? »
« Je signe quand j'ai compris. »
« C'est beaucoup de papier pour dire que je suis là. »
« On peut écrire que j'ai répondu poliment ? »
« Et si je réponds pas, je disparais ? »
« C'est pas mon adresse, ça, c'est la vôtre. »
« Ils ont mon nom, mon numéro, et ils demandent qui je suis. »
« Gardez-moi une copie, je collectionne. »
« Lisez encore une fois, mais normalement. »
"""

FOYER_B = """
== famille | famille&F famille&J | edu fabrice corinne | a e | Famille | famille
[fam.deb] [fam.suite]
[fam.deb] [fam.suite] [fam.parole]
Appel de {P} à [h.soir]. [fam.suite]
{P} a téléphoné pendant le repas. [fam.suite] [fam.parole]
{N} a eu {P} au téléphone, [duree]. [fam.suite]
{N} attendait un appel de {P}. [fam.attente]
Reçu un paquet de {P} : [fam.colis]. [fam.parole]
{N} parle de {P} depuis ce matin. [fam.parole] [fam.suite]
Préparé avec {N} la visite de {P}. [fam.prep]
:: fam.colis
un pull tricoté, des biscuits et une photo
des confitures, dont une cassée
trois magazines et un mot plié petit
un calendrier et des chaussettes
des gâteaux, arrivés en miettes et mangés à la cuillère
une écharpe, trop longue, adoptée
:: fam.prep
On a choisi le salon du bas, plus tranquille.
{Il|Elle} a voulu un gâteau acheté, « pas un gâteau de foyer ».
{Il|Elle} m'a demandé de ne pas rester, et de ne pas être loin.
Chemise propre, chambre faite, et l'heure demandée onze fois.
On a convenu d'un signe si c'est trop long.
:: fam.attente
Rien ce soir. {Il|Elle} a gardé le téléphone du couloir sur les genoux jusqu'au film.
Il est arrivé à [h.soir], quand on n'y croyait plus.
On a fini par appeler nous-mêmes : batterie vide, tout simplement.
{Il|Elle} dit que ce n'est pas grave, et l'a dit plusieurs fois.
Demain, sans doute. On a fait une partie [jeude] pour attendre.
:: jeude
de dominos
de rami
de dames
de belote
de petits chevaux
:: fam.deb
{N} a appelé {P} depuis le bureau, porte fermée.
Visite de {P} cet après-midi.
{P} a téléphoné, {N} n'a pas voulu venir au bout du fil.
{N} est revenu{|e} de son week-end en famille.
Des nouvelles de {P} : tout va bien, et le bonjour à l'équipe.
{N} a écrit une carte à {P}.
{P} voudrait qu'on se voie pour parler de la suite.
{N} a demandé si {P} savait.
:: fam.suite
On a parlé de tout sauf de ce qui était prévu, et c'était bien.
{N} a raccroché, puis a souri au téléphone.
Le ton est monté, puis redescendu.
Pour les fêtes rien n'est décidé, {N} dira.
{Il|Elle} m'a demandé de ne pas rappeler derrière.
J'ai rappelé que c'est {N} qui choisit ce qu'on dit.
Un silence à la fin, puis « bon, ben voilà ».
Des photos ont circulé, {il|elle} les a gardées contre {lui|elle}.
{Il|Elle} est resté{|e} un moment dans le couloir, ensuite.
Prochain appel convenu ensemble.
Au moment de partir, deux au revoir, et un troisième par la fenêtre.
Il a été question de la maison, de ce qu'on garde et de ce qu'on vend.
:: fam.parole
« On s'est tout dit, il reste le principal. »
« C'est pas méchant, c'est la famille. »
« J'ai dit que ça allait. Et puis ça allait, en fait. »
« Vous lui direz pas pour hier. » Non.
« Ça me fait drôle d'être celui qu'on vient voir. »|m
« Ça me fait drôle d'être celle qu'on vient voir. »|f
« C'est loin quand c'est près. »
« La prochaine fois je raconte le jardin, c'est plus simple. »
« On parle du temps, ça tient chaud. »
== conflit | F | edu | m a e | Quotidien, Conflit | conflit
[conf.deb] [conf.suite]
[conf.deb] [conf.suite] [conf.parole]
Dispute entre {N} et {A}, [conf.objet]. [conf.suite]
Dispute entre {N} et {A}, [conf.objet]. [conf.parole] [conf.suite]
Porte claquée à [h.soir]. {N}, [conf.objet]. [conf.suite]
Dispute à table [conf.objet]. {N} est sorti{|e} de la pièce. [conf.suite]
{N} en a assez {Ade}, et l'a fait savoir à tout le palier. [conf.suite]
[conf.parole] Voilà comment la journée a commencé avec {N}. [conf.suite]
:: conf.objet
pour la place près de la fenêtre
à cause de la télécommande
pour une histoire de chaussons
pour la salle de bain du matin
à propos de [plat]
pour un mot de travers
pour dix centimes
à cause du volume de la radio
pour savoir qui avait commencé
pour une tasse
à cause d'un rire mal compris
pour la fenêtre, ouverte ou fermée
pour le dernier yaourt
pour un tour de vaisselle
:: conf.deb
Colère {de} ce soir, comme un orage.
{N} a crié sur moi.
Mots durs dans l'escalier entre {N} et {A}.
{N} a jeté [objet] par terre.
{N} boude.
Tension toute la journée autour {de}.
{N} s'est emporté{|e} contre la terre entière, moi compris{_|e}.
{N} m'a dit mes quatre vérités.
:: conf.suite
On s'est assis dans l'escalier et j'ai attendu que ça retombe.
J'ai eu tort de répondre tout de suite.
Une heure après, tout le monde mangeait.
Chacun dans sa chambre, portes ouvertes quand même.
{A} n'a pas répondu, ce qui a aidé.
Je n'ai pas cherché qui avait raison, je n'aurais pas trouvé.
{N} est parti{|e} marcher, est revenu{|e} plus calme.
{Il|Elle} a ramassé les morceaux sans qu'on demande.
J'ai proposé un thé, refusé, puis bu.
On a vu à trois, après coup : ce n'était pas la vraie raison.
Rien de cassé, à part l'ambiance.
J'ai demandé à {A} d'aller voir ailleurs, ce qui n'est pas juste non plus.
{Il|Elle} tremblait. J'ai baissé la lumière et je me suis tu{_|e}.
:: conf.parole
« Je crie parce que vous écoutez plus fort après. »
« C'est pas contre vous, c'est contre tout. »
« Il a regardé mon assiette. » C'était tout, et c'était assez.
« Moi je dis les choses. »
« Laissez-moi être en colère tranquille. »
« Demain j'aurai oublié, mais aujourd'hui non. »
« J'ai raison et je m'en fiche. »
« Personne s'excuse jamais dans cette maison. »
== paix | F | edu | m a e | Quotidien |
[paix.deb] [paix.suite]
[paix.deb] [paix.suite] [paix.parole]
[paix.parole] [paix.suite]
{N} est venu{|e} s'excuser auprès {Ade}. [paix.suite]
Depuis la dispute, {N} et {A} s'évitaient. [paix.deb2] [paix.parole]
{N} m'a apporté [objet] en guise d'excuses. [paix.parole]
{N} et {A} ont joué [jeu]. [paix.suite]
{N} a gardé une part pour {A}. [paix.parole]
:: paix.deb2
Ce soir le hasard a fait les places à table.
C'est la vaisselle qui a tout remis en ordre.
Il a suffi d'une panne de télévision.
Il y a eu deux rires en même temps, pour la même bêtise.
Chacun a dit « toi d'abord » devant la porte.
:: paix.deb
{N} et {A} se reparlent.
La brouille d'hier est finie.
{N} a frappé à la porte {Ade}, avec deux cafés.
{N} a glissé un mot sous la porte {Ade}.
Poignée de main dans le couloir, très officielle.
{N} a prêté [objet] à {A}, sans un mot.
{N} est venu{|e} au bureau réparer ce qui avait été dit.
:: paix.suite
Je n'y suis pour rien, je passais.
Personne n'a demandé d'explications.
J'ai laissé la lumière du couloir et je me suis éclipsé{_|e}.
Ça a duré deux minutes et il fallait bien ça.
{N} est remonté{|e} en sifflant.
Le soir, [media], sans se parler, mais du même côté du canapé.
{A} a fait comme si de rien n'était, très bien.
On reprend où on en était.
Il restait du gâteau, cela aide.
:: paix.parole
« On va pas y passer l'hiver. »
« J'ai pas tort, mais bon. »
« C'est oublié. Enfin, c'est rangé. »
« Je préfère être fâché{|e} avec des gens que je connais pas. »
« On a dit pouce. »
« Il fallait que quelqu'un commence, j'étais le plus près. »|m
« Il fallait que quelqu'un commence, j'étais la plus près. »|f
« Excuse-moi d'avoir eu raison comme ça. »
== refus | F J | edu fabrice corinne | m a e | Quotidien |
{N} n'a pas voulu [ref.quoi]. [ref.suite]
{N} n'a pas voulu [ref.quoi]. [ref.parole] [ref.suite]
Non [ref.a]. Non aussi au reste. [ref.suite]
{N} a dit non [ref.a], puis est venu{|e} quand même, par un autre chemin.
Proposé [ref.prop] à {N}. [ref.parole]
Proposé [ref.prop] à {N}. [ref.parole] [ref.suite]
{N} a dit non trois fois aujourd'hui : le matin, à midi, et pour finir [ref.a]. [ref.suite]
:: ref.quoi
venir à la réunion
participer au repas commun
prendre l'ascenseur de l'hôpital
se lever avant midi
mettre le manteau neuf
parler au remplaçant
être sur la photo
signer la feuille de présence
changer de chaise
aller au rendez-vous
répondre au téléphone
fêter quoi que ce soit
:: ref.a
à la sortie
au gâteau
à la promenade
à la visite médicale
au bain
au bus
à la belote
à l'aide pour le linge
au changement d'horaire
:: ref.prop
une promenade
un café dehors
de changer de place
de l'aide pour le courrier
une séance de cinéma
d'appeler la famille
une partie [jeude]
d'essayer autre chose
un rendez-vous avec Judith
:: ref.suite
Je n'ai pas demandé pourquoi deux fois.
On laisse la porte ouverte.
Ce n'est pas de l'opposition, c'est un avis.
J'ai redemandé une heure plus tard, même réponse, sourire en plus.
On s'en est très bien passé, {N} aussi.
{Il|Elle} a le droit, et je l'ai dit à ceux qui râlaient.
À la place on a trié des vis, et on a parlé.
Je relis et je vois qu'on propose beaucoup.
On reposera la question autrement.
C'était dit calmement, c'est déjà autre chose que le mois dernier.
{Il|Elle} est resté{|e} à regarder par la fenêtre, bien.
:: ref.parole
« Je suis pas obligé{|e}, c'est écrit quelque part. »
« Non, mais merci d'avoir demandé normalement. »
« Pas envie. C'est une raison. »
« Vous y allez, vous ? Alors vous me raconterez. »
« Demandez à quelqu'un qui s'ennuie. »
« J'ai dit peut-être la dernière fois, et vous avez entendu oui. »
« Non. » J'attendais la suite, il n'y en avait pas.
« C'est pas que je veux pas, c'est que c'est pas moi. »
« Si je viens, c'est pour dix minutes. »
== silence | F J | edu fabrice corinne | m a e | Quotidien |
{N} n'a pas parlé de la journée. [sil.suite]
[sil.deb] [sil.suite]
[sil.deb] [sil.suite] [sil.fin]
Restés côte à côte, {N} et moi, [duree], [sil.ou]. [sil.fin]
[sil.suite] [sil.fin]
{N} est resté{|e} [sil.ou] [duree]. [sil.suite]
Peu de mots aujourd'hui. [sil.suite]
Un signe de la main [sil.ou], et rien d'autre. [sil.fin]
:: sil.ou
sur le banc de l'entrée
près de la fenêtre
en bas de l'escalier
devant la télé éteinte
au bout du jardin
à la table du fond
sous l'auvent
sur le muret
:: sil.deb
{N} est en retrait depuis deux jours.
Journée lente pour {N}.
{N} tourne en rond.
{N} a gardé la capuche toute la journée.
{N} regarde les gens passer et ne salue pas.
{N} a l'air ailleurs.
Fatigue, chagrin ou rhume, je ne sais pas.
Rien ne va et {N} ne dit pas quoi.
:: sil.suite
Je me suis assis{_|e} à côté sans rien demander.
{A} a posé un café devant {lui|elle} et s'en est allé{Ae}.
J'ai dit que j'étais là jusqu'au soir, c'est tout ce que j'ai trouvé.
Au goûter, quand même, une main tendue vers la boîte à biscuits.
J'ai parlé pour deux pendant cinq minutes et puis j'ai arrêté.
La radio était allumée, bas.
On a épluché des carottes, cela occupe les yeux.
J'ai laissé la porte du bureau ouverte.
Un hochement de tête pour oui, rien pour non.
En partant j'ai eu droit à un demi-sourire.
Quand la pluie s'est arrêtée, une promenade de dix minutes, sans un mot.
:: sil.fin
Ce n'était pas un mauvais silence.
À surveiller sans surveiller.
Peut-être une date que nous ne connaissons pas.
Demain est un autre jour, comme on dit quand on ne sait pas.
L'équipe du soir est prévenue, doucement.
Je préfère l'écrire que le deviner.
Ça a fini par un bâillement, puis par une histoire.
Je ne note pas de conclusion.
== reussite | F | edu | m a e | Quotidien, Projet |
[reu.deb] [reu.suite]
[reu.deb] [reu.suite] [reu.parole]
[reu.deb] [reu.parole]
Première fois : {N} [reu.fait]. [reu.suite]
{N} [reu.fait]. Personne n'a aidé. [reu.parole]
J'étais prêt{_|e} à aider ; {N} [reu.fait] avant que j'arrive. [reu.parole]
{N} [reu.fait], l'a raconté à {A}, et l'histoire a grandi à chaque étage. [reu.suite]
:: reu.fait
a pris le bus aller et retour sans accompagnement
a téléphoné pour prendre rendez-vous
a réglé une facture au guichet
a cuisiné pour huit personnes
a lu une page à voix haute devant tout le monde
a appris à {A} à faire un nœud de cravate
a tenu le standard pendant ma pause
a recousu l'ourlet du rideau
a monté une étagère droite
a traversé la ville à l'heure de pointe
a nagé une longueur
a dit non à un vendeur
a rempli son formulaire
a dormi deux nuits ailleurs
:: reu.deb
Belle journée pour {N}.
{N} a fini ce qui traînait depuis des mois.
{N} a pris la parole à la réunion, debout.
Grande nouvelle : {N} a sa carte de médiathèque.
{N} a montré à {A} comment on s'y prend.
{N} a tenu parole.
{N} est arrivé{|e} en avance, et seul{|e}.
On s'était tous trompés sur {N}, et tant mieux.
:: reu.suite
Je n'ai pas félicité tout de suite, pour ne pas faire comme à l'école.
{Il|Elle} fait comme si c'était normal. C'est normal.
{A} a applaudi, les autres ont suivi sans savoir pourquoi.
{Il|Elle} veut recommencer.
J'ai pris la photo demandée, de face, bras croisés.
On a fêté ça avec du sirop.
{Il|Elle} s'est trompé{|e} une fois, a corrigé, a continué.
Il y a un an on aurait parié le contraire. On aurait perdu.
{Il|Elle} a appelé quelqu'un pour le dire, j'ai fermé la porte.
C'est à {lui|elle} de dire si on l'écrit. C'est oui.
:: reu.parole
« Ça va, c'est pas l'Everest. »
« Vous y croyiez, vous ? Moi non plus. »
« J'ai tremblé seulement à la fin. »
« Notez la date. »
« Maintenant je peux plus dire que je sais pas. »
« C'est facile une fois que c'est fait. »
« La prochaine fois vous restez à la maison. »
« J'ai fait comme si j'étais quelqu'un d'autre, et c'était moi. »
== panne | F | edu | m a e | Quotidien, Entretien |
[pan.quoi] {de} ne marche plus. [pan.suite]
{N} est venu{|e} signaler [pan.signal]. [pan.suite]
[pan.deb] [pan.suite] [pan.parole]
[pan.deb] [pan.suite]
{N} a réparé [pan.signal2]. [pan.parole]
{N} a cassé [pan.verre], sans le faire exprès. [pan.parole]
{N} a cassé [pan.verre]. [pan.casse]
En panne depuis ce matin : [pan.signal2]. {N} a une théorie. [pan.parole]
:: pan.quoi
La radio
La lampe de chevet
La serrure
La télévision
Le volet
Le radiateur
Le réveil
La prise du fond
Le robinet
:: pan.signal
une fuite sous le lavabo
un bruit dans le mur
que l'ampoule du palier est morte
que la chasse d'eau coule toute la nuit
une odeur de brûlé (c'était du pain)
que la porte du garage ferme mal
une guêpe, puis deux, puis un nid
que l'horloge retarde
:: pan.signal2
le grille-pain
la chasse d'eau
la poignée du placard
le pied de la table basse
la télécommande
le porte-serviettes
la lampe du salon
la roue du chariot
le vélo du garage
:: pan.verre
le vase de l'entrée
une assiette
trois verres d'un coup
la cafetière
le carreau du bas
la théière
un cadre
l'anse du pichet
:: pan.casse
{Il|Elle} a balayé, puis s'est excusé{|e} auprès de chaque personne présente.
On a gardé le plus gros morceau, à sa demande.
{A} a dit que ça portait bonheur, l'affaire est close.
{Il|Elle} veut le remplacer avec son argent. J'ai dit qu'on verrait.
C'était de toute façon un cadeau que personne n'aimait.
Un pansement, un balai, un café.
:: pan.deb
Plus d'électricité au bout du couloir.
Le poste {de} a rendu l'âme.
L'ascenseur de la médiathèque en panne, {N} dedans, [duree3].
La clé {de} a cassé dans la serrure.
Coupure d'eau non annoncée.
La télévision du salon s'est éteinte pendant [media].
:: duree3
huit minutes
un quart d'heure
douze minutes
vingt minutes
:: pan.suite
Mot laissé à Yann dans le casier.
{N} a proposé de démonter, j'ai proposé d'attendre.
Un coup de chiffon et c'est reparti.
{A} avait une pince, on a fait avec.
Réparé avec du ruban adhésif, donc provisoire, donc pour dix ans.
La pièce coûte plus cher que l'appareil.
{N} a tenu la lampe de poche pendant toute l'opération.
C'était débranché. Personne ne dira qui.
On a sorti les bougies, c'était plutôt joli.
À changer, je mets la demande dans la bannette.
:: pan.parole
« C'est pas moi. Mais je comprends ce que ça a eu. »
« De mon temps on tapait dessus. »
« Il était fatigué, cet appareil. »
« Faut jamais forcer, faut expliquer. »
« Au moins on s'est parlé. »
« C'est le condensateur. » Je ne sais pas ce que c'est, {lui|elle} non plus.
« J'ai rien touché et c'est pour ça que ça marche. »
== anniversaire | F J | edu fabrice corinne | a e | Fêtes, Quotidien | fête
On a fêté {N}, avec un peu de retard. [ann.suite]
{N} a offert [objet] à {A} pour son anniversaire. [ann.parole]
{N} a voulu un gâteau [ann.gateau], sans bougies. [ann.suite]
On a préparé l'anniversaire {Ade} avec {N}. [ann.prep]
Anniversaire {Ade} : {N} a fait [plats]. [ann.suite2]
Cadeau choisi avec {N} pour {A} : [objet], [euros]. [ann.prep]
:: ann.gateau
au citron
au chocolat
aux pommes
à l'ananas
aux noix
sans crème
:: ann.suite
{Il|Elle} a soufflé avant la fin de la chanson.
Tout le monde a chanté faux et longtemps.
Chemise repassée, parfum, et une émotion qu'on a fait semblant de ne pas voir.
{Il|Elle} a ouvert le paquet sans déchirer le papier, et plié le papier.
{Il|Elle} est sorti{|e} fumer l'air pendant les bougies, puis est revenu{|e}.
Treize parts pour quinze, on s'est arrangés.
Deux cartes, un coup de fil, et [objet] de la part de l'équipe.
{Il|Elle} n'aime pas les surprises, on l'avait donc prévenu{|e} de tout.
{A} avait décoré la salle avec des guirlandes d'un autre siècle.
:: ann.suite2
Recette tenue secrète jusqu'au bout.
Il n'en reste pas une miette.
{N} a surveillé les réactions depuis la porte.
{A} a demandé qui, {N} a regardé le plafond.
Un peu brûlé dessous, on a mangé le dessus.
:: ann.prep
La carte a été écrite à cinq, dans tous les sens.
Caché sous l'évier, tout le monde le sait.
{N} a emballé le tout dans du papier journal, pages des sports.
Il a fallu tenir sa langue, ce fut difficile.
On fera ça sur le palier, après le repas.
:: ann.parole
« C'est mon premier cadeau avec un ruban. »
« À mon âge on compte plus, on recompte. »
« Fallait pas. Enfin si. »
« L'année prochaine je le fais dehors. »
« Je m'en rappellerai, même si je m'en rappelle pas. »
« Je l'ai choisi en pensant à autre chose, et ça lui va. »
« J'ai le même âge qu'hier, j'ai vérifié. »
== soiree | F | edu | e | Soirée, Quotidien, Loisirs | soir
Soirée calme. [soi.suite]
{N} a regardé [media]. [soi.suite]
{N} et {A} ont joué [jeu] jusqu'à [h.soir2]. [soi.suite]
{N} a regardé [media] avec {A}. [soi.suite] [soi.parole]
Devant [media], {N} s'est endormi{|e} sur l'épaule {Ade}. [soi.suite]
[~meteo] [soi.deb] [soi.suite]
[soi.deb] [soi.parole]
Télévision éteinte par {N} à [h.soir2]. [soi.parole]
:: h.soir2
21 h
21 h 15
21 h 30
22 h moins le quart
22 h passées
:: soi.deb
{N} n'avait pas sommeil, moi non plus.
{N} est resté{|e} avec nous après le film.
Tisane à trois dans la cuisine.
{N} a sorti les vieilles photos.
{N} a mis de la musique, pas trop fort, et a dansé deux minutes.
Bain long, eau trop chaude, serviette en turban.
{N} a écrit, longtemps, à la table du palier.
Extinction des feux discutée, puis repoussée.
:: soi.suite
{Il|Elle} commente tout, c'est mieux que le son.
{A} avait fait du pop-corn, on en retrouvera longtemps.
Coucher sans histoire.
{Il|Elle} a gagné et a voulu la revanche quand même.
{Il|Elle} a raconté la fin avant la fin.
On a parlé de ce qu'on voulait être à dix ans.
Personne ne voulait monter le premier.
{Il|Elle} m'a demandé si je rentrais loin.
{Il|Elle} est monté{|e} en laissant ses chaussures, rangées par deux, les siennes et celles des
  autres.
Bonsoir dit à chacun, dans l'ordre des portes.
Le calme est venu d'un coup, vers dix heures.
:: soi.parole
« Laissez la lumière, c'est pour ceux qui rentrent. »
« On se croirait chez des gens. »
« C'était nul. On regarde la suite demain ? »
« Bonne nuit tout le monde et les autres. »
« J'ai triché une fois, devinez quand. »
« Le soir, ça va. C'est l'après-midi qui est long. »
« Vous partez, mais quelqu'un reste ? » Quelqu'un reste.
« Je monte quand la pendule a fini. »
== projet | F J S | edu maud karim judith fabrice | m a | Projet, Réunion | projet
[proj.deb] [proj.suite]
[proj.deb] [proj.suite] [proj.parole]
Préparé avec {N} la rencontre de la semaine prochaine. [proj.parole]
Relu le projet avec {N}, [duree]. [proj.suite] [proj.parole]
{N} voudrait [proj.veut]. [proj.suite]
{N} voudrait [proj.veut]. [proj.parole]
Il y a un an {N} voulait [proj.veut]. Aujourd'hui : [proj.veut]. [proj.suite]
[proj.parole] À ajouter au projet {de}, avec ses mots. [proj.suite]
:: proj.veut
passer un week-end au bord de la mer
apprendre à se servir de l'ordinateur
revoir quelqu'un
avoir une boîte aux lettres à son nom
faire du bénévolat
prendre des cours de natation
changer de matelas
manger à d'autres heures
qu'on frappe et qu'on attende la réponse
aller au cinéma sans le groupe
retrouver un ancien collègue
cuisiner une fois par semaine
moins de réunions
dormir plus près de la rivière
qu'on lui rende son classeur
un chat, ou à défaut une plante
:: proj.deb
Réunion avec {N} au sujet de la suite.
On a parlé {de} en équipe, avec {N}.
{N} est venu{|e} à sa propre réunion, avec une liste.
Bilan de l'année avec {N}, autour d'une tarte.
{N} a biffé une phrase du projet, et il fallait la biffer.
Temps de projet avec {N}, sur les marches, vu le soleil.
:: proj.suite
On a gardé deux choses et jeté le reste.
Je m'étais préparé{_|e} à proposer, j'ai surtout écouté.
Pas de date, à sa demande.
On verra qui peut aider, et ce n'est pas forcément nous.
Le mot « objectif » n'a pas été prononcé.
C'est court et c'est clair.
Une ligne de plus, au crayon.
On a commencé par ce qui va.
{N} garde la feuille, nous gardons la photocopie.
Ce n'est pas très cher et personne n'y avait pensé.
On essaie un mois et on se redit.
:: proj.parole
« Mettez que je réfléchis. »
« Ça, c'est vous qui le voulez. »
« Si c'est écrit, c'est pas pour autant que je le fais. »
« Je veux pas un projet, je veux une semaine. »
« Y a ce que je veux et y a ce que je dis. »
« Vous pouvez l'écrire petit ? »
« C'est ma feuille ou la vôtre ? »
« Je demande pas la lune, je demande le lino. »
« On en reparle quand j'aurai essayé. »
== retourwe | F | edu | e | Famille, Quotidien, Retour | retour
{N} est rentré{|e} à [h.soir]. [ret.suite]
{N} est rentré{|e} à [h.soir]. [ret.suite] [ret.parole]
Retour {de} après quelques jours ailleurs. [ret.suite]
De retour, {N} a fait le tour de la maison. [ret.parole] [ret.suite]
[ret.parole] {N}, dans l'entrée, le sac encore sur l'épaule. [ret.suite]
{N} devait rentrer à six heures, c'était huit. [ret.parole]
Train en retard, {N} est rentré{|e} affamé{|e}. [ret.suite]
Retour de vacances : {N} a rapporté [ret.cadeau]. [ret.suite]
:: ret.cadeau
un galet pour chacun
des caramels au beurre salé
un coup de soleil en forme de casquette
une carte postale qu'on avait déjà reçue
une cuillère de collection
une boîte à meuh
un pot de miel
:: ret.suite
Sac défait tout de suite, linge en bas.
{Il|Elle} a demandé ce qu'on avait mangé pendant ce temps-là.
Fatigue, mais de la bonne.
{Il|Elle} a vérifié que rien n'avait bougé dans sa chambre.
{A} guettait à la fenêtre depuis le goûter.
Peu de détails. Je n'en ai pas demandé.
{Son mot à lui|Son mot à elle}, dans l'escalier : c'était long.
{Il|Elle} a dormi avant le dessert.
On avait gardé une assiette.
Il y a des choses à raconter, ça viendra par morceaux.
:: ret.parole
« C'était bien. C'est bien aussi quand ça finit. »
« Ici au moins je sais où sont les interrupteurs. »
« J'ai compté les gares. »
« On m'a servi{|e} comme un invité{|e}. »
« Ils ont déménagé le canapé, j'ai pas reconnu. »
« Je raconte demain. »
« Y avait trop de cousins. »
« Vous m'avez pas trop manqué, juste le matin. »
== transport | F J | edu fabrice corinne | m a | Transports, Sortie | bus
{N} a pris la 12 [tra.comment]. [tra.suite]
{N} a pris la 12 [tra.comment]. [tra.parole]
[tra.retard] de retard pour le bus. [tra.suite]
Le taxi {de} n'est pas venu. [tra.suite] [tra.parole]
Entraînement au trajet avec {N}. [tra.suite]
{N} est descendu{|e} un arrêt trop tôt. [tra.suite]
{N} a perdu puis retrouvé sa carte de bus. [tra.parole]
Renouvelé la carte de transport {de} au guichet de la gare routière. [tra.suite] [tra.parole]
:: tra.comment
jusqu'à Rives
toute la ligne, pour rien, pour voir
avec {A}
à contresens, puis dans le bon
debout, par choix
sans nous
:: tra.retard
Dix minutes
Un quart d'heure
Vingt-cinq minutes
Quarante minutes
Vingt minutes
Une demi-heure
:: tra.suite
Le chauffeur l'a reconnu{|e} et a attendu.
{Il|Elle} a tenu la barre des deux mains.
On a repéré la pharmacie, le pont, puis le panneau vert.
On a fini à pied, ce n'est pas si loin.
{Il|Elle} a prévenu par téléphone. C'est ça, la nouveauté.
La prochaine fois je resterai à l'arrêt de départ.
{Il|Elle} a laissé sa place à une dame et refusé qu'on en parle.
J'ai écrit à la compagnie, pour la forme.
Un contrôle, tout était en règle, grand soulagement.
:: tra.parole
« Si je me perds, je suis forcément quelque part. »
« Le bus il sait pas qu'on attend. »
« J'ai compté les arrêts sur mes doigts, il m'en manquait. »
« Le monsieur m'a dit bonne journée, à moi. »
« À pied on arrive aussi, mais plus tard. »
« Je préfère devant. »
« On paie le même prix pour aller moins loin. »
== coiffure | F | edu | m a | Quotidien |
{N} s'est fait couper les cheveux. [coi.suite]
{N} a demandé [coi.quoi]. [coi.suite]
{N} a demandé [coi.quoi]. [coi.parole]
Parfum, col repassé, chaussures cirées : {N} attend quelqu'un ou s'entraîne. [coi.parole]
{N} se regarde dans la vitre du bureau. [coi.parole] [coi.suite]
Nouvelles lunettes pour {N}. [coi.suite] [coi.parole]
:: coi.quoi
une vraie coupe, pas une coupe de foyer
qu'on lui teigne une mèche
de la crème pour les mains
un miroir en pied
du vernis
une coupe « comme sur la photo »
qu'on lui montre comment on fait un ourlet
une brosse à {lui|elle}
:: coi.suite
{A} ne l'a pas reconnu{|e}, ou a fait semblant.
Compliments à table, reçus les yeux baissés.
Il a fallu refaire un côté.
{Il|Elle} passe la main dans ses cheveux toutes les cinq minutes.
On a ri, moi surtout.
{Il|Elle} en a profité pour changer de pull.
Résultat montré au standard, au veilleur et au facteur.
:: coi.parole
« On me voit mieux. »
« C'est moi en plus rangé. »
« Ça repoussera, c'est l'avantage. »
« Je fais plus sérieux, hein ? »
« Faut bien se présenter, même à personne. »
« Ma tête, au moins, elle est à moi. »
== parole | F J | edu fabrice corinne judith | m a e | Quotidien, Paroles | parole
{N}, [par.ou] : [par.dit]
[par.dit] C'est {N} qui l'a dit, [par.ou]. [par.suite]
Entendu [par.ou], de la bouche {de} : [par.dit] [par.suite]
Conversation avec {N} [par.ou]. [par.dit] [par.suite]
{N} m'a demandé [par.demande] [par.suite]
{N} m'a demandé [par.demande] [par.rep]
[par.dit] [par.suite]
:: par.ou
en épluchant des pommes
dans l'escalier
entre deux portes
au moment du café
pendant la vaisselle
en pliant les serviettes
en attendant la voiture
à la fin du repas
sur le pas de la porte
sous le parapluie
:: par.dit
« Quand je serai vieux, je serai calme. »|m
« Quand je serai vieille, je serai calme. »|f
« Les gens disent ça va et ils écoutent pas. »
« J'ai jamais eu de clé aussi longtemps. »
« On devient pas quelqu'un, on y reste. »
« Moi, la mer, je l'ai vue deux fois, elle était occupée. »
« Vous écrivez tout ? Écrivez que j'ai rien fait de mal. »
« Je suis bien quand y a du bruit dans la pièce d'à côté. »
« Faudrait inventer un jour de plus, mais pas un jour de semaine. »
« J'ai été petit{|e}, c'est prouvé par une photo. »
« Les souvenirs, c'est comme les couverts, y en a qui disparaissent. »
« On est pas malades, on est ici. »
« Si j'avais su, j'aurais su. »
« Quand je m'ennuie je pense à des couloirs. »
« Le docteur il sait, mais moi je le vis. »
« Y a des jours où je suis d'accord. »
« J'aimerais bien qu'on me demande quelque chose de difficile. »
:: par.demande
si j'avais toujours voulu faire ce métier.
combien de temps on garde ce qu'on écrit.
si on pouvait se marier à tout âge.
ce qu'il y avait ici avant.
si les gens d'en face savent qu'on existe.
pourquoi on dit « résident » et pas « habitant ».
qui choisit les menus, au fond.
si on peut hériter de quelqu'un qu'on n'aimait pas.
pourquoi les horloges ne sont pas d'accord.
où vont les gens quand ils partent d'ici.
si j'avais peur, moi aussi, des fois.
ce que ça veut dire, « référent ».
:: par.rep
J'ai dit que je ne savais pas, ce qui a paru convenir.
J'ai répondu trop longuement, la question est partie avant.
J'ai retourné la question, ce qui ne se fait pas.
La réponse est oui. On a vérifié ensemble.
{A} a répondu à ma place, et mieux.
On a cherché dans le dictionnaire du salon.
J'ai promis de me renseigner et je tiens à le faire.
:: par.suite
Je l'écris comme je l'ai entendu.
Et puis on a parlé d'autre chose.
{A} a hoché la tête.
Je n'ai rien trouvé à ajouter.
Ça m'a suivi{_|e} jusqu'à la voiture.
On a laissé refroidir le café.
Je garde ça pour la réunion, ou pas.
Le reste s'est perdu dans le bruit de l'aspirateur.
Je me suis assis{_|e}.
== cuisine | F | edu | m a e | Cuisine, Repas | cuisine
{N} a fait [plats]. [cui.suite]
{N} a fait [plats]. [cui.suite] [cui.parole]
{N} et {A} en cuisine : [plats]. [cui.suite]
Atelier cuisine improvisé avec {N}. [cui.suite] [cui.parole]
Épluchage avec {N}, [duree]. [cui.parole]
Au menu {de} ce soir, [plats]. [cui.parole]
{N} m'a appris à faire [plats]. [cui.suite]
On a raté [plats2], {N} et moi. [cui.parole] [cui.suite2]
:: plats2
la mayonnaise
le caramel
le soufflé
la pâte à crêpes
la béchamel
le riz
la tarte
:: cui.suite2
Les poules du voisin ont été consultées.
On a commandé du pain et du fromage.
On a servi quand même, sous un autre nom.
Deuxième essai réussi, sans témoin.
:: cui.suite
La cuisine a été laissée plus propre qu'avant.
Trop de sel, assumé.
Odeur jusqu'au portail, le facteur est resté.
{Il|Elle} ne mesure rien et ne se trompe pas.
La recette vient de loin, on n'a pas insisté.
J'ai été renvoyé{_|e} à l'épluchage.
Goûté par six personnes avant d'arriver à table.
On a manqué de beurre, {A} est allé{Ae} sonner chez la voisine.
{Il|Elle} a servi {A} avant tout le monde.
Une brûlure au petit doigt, passée sous l'eau, oubliée.
:: cui.parole
« On laisse reposer, comme nous. »
« Le secret c'est d'avoir faim. »
« Ma mère regardait la couleur, pas l'heure. »
« C'est pas beau mais c'est juste. »
« Faut pas ouvrir le four, faut lui faire confiance. »
« Les oignons, c'est le seul moment où je pleure. »
« Deux louches chacun et on verra. »
« Je cuisine mieux quand on me cause. »
== perdu | F J | edu corinne fabrice | m a e | Quotidien | ça peut servir
{N} a perdu [chose]. [per.suite]
{N} a perdu [chose]. Retrouvé [cachette]. [per.parole]
[per.debut] [per.suite]
Toute la maison a cherché [chose] avec {N}. [per.suite] [per.parole]
{N} garde [objet] sous son lit. [per.garde]
{N} a trouvé [objet] sur le trottoir. [per.garde]
{N} m'a confié [objet], « jusqu'à nouvel ordre ». [per.garde]
:: per.debut
Un sac oublié dans le bus, celui {de}.
{N} a retourné sa chambre, puis le salon, puis mes poches.
La boîte aux objets trouvés a été vidée par {N} sur la table.
{N} accusait {A} depuis midi pour [objet].
:: per.garde
Je ne demande pas pourquoi.
On lui a fait une étiquette, à son nom.
C'est au garage, sur l'étagère du haut.
Ça peut servir, dit-on tous les deux en même temps.
Quelqu'un viendra peut-être le réclamer.
Il y manque une vis, {il|elle} l'a aussi, ailleurs.
:: per.suite
On a refait le trajet à l'envers.
C'était dans l'autre manteau.
{A} l'avait rangé, donc perdu.
Introuvable ce soir, on reprend demain.
Petite annonce faite au feutre, affichée près du téléphone.
Au bout de [duree] je l'avais à la main sans le savoir.
La bonne nouvelle, c'est qu'on a retrouvé autre chose.
:: per.parole
« C'est quand on cherche plus que ça revient. »
« Je l'avais vu, mais je regardais pas. »
« Y a quelqu'un qui range, ici, c'est ça le problème. »
« Je vous avais dit que je l'avais. »
« Les affaires, ça bouge la nuit. »
« On devrait tout attacher. »
== travail | jeunes&F | edu | m a | Travail, Projet | travail
[tvl.deb] [tvl.suite]
[tvl.deb] [tvl.suite] [tvl.parole]
Rendez-vous à la mission locale avec {N}. [tvl.suite]
CV {de}, [duree]. [tvl.parole]
{N} a visité [tvl.lieu]. [tvl.parole] [tvl.suite]
Stage possible [de2] [tvl.lieu2] pour {N}. [tvl.suite]
:: de2
de deux semaines
d'une semaine
de quelques jours
:: tvl.lieu
un atelier de couture
la ressourcerie
une cuisine de collège
un magasin de vélos
une pépinière
l'imprimerie de la rue Haute
un garage
:: tvl.lieu2
à la ressourcerie
à la mairie
dans une jardinerie
au magasin de bricolage
à l'imprimerie
:: tvl.deb
{N} a envoyé sa lettre.
{N} a préparé l'entretien devant la glace, puis devant moi.
Appel d'un employeur pour {N}.
{N} a lu toutes les annonces du tableau.
Essai d'une matinée pour {N}.
:: tvl.suite
Réponse sous quinze jours, c'est-à-dire peut-être.
{Il|Elle} a demandé les horaires avant le salaire.
On a enlevé « motivé » du CV, ça ne voulait rien dire.
Le trajet est faisable en bus.
La conseillère a changé, on a recommencé l'histoire depuis le début.
Refus poli. {Il|Elle} l'a lu deux fois et l'a rangé.
{Il|Elle} s'est levé{|e} à six heures pour être sûr{|e}.
:: tvl.parole
« Y a quoi à faire, en vrai ? »
« Ils veulent de l'expérience pour l'avoir. »
« J'ai dit bonjour fort, comme vous aviez dit. »
« Je préfère commencer petit et pas finir tout de suite. »
« Loisirs, je mets quoi ? Regarder ? »
« S'ils rappellent pas c'est qu'ils ont perdu. »
== musique | F J | edu corinne fabrice | a e | Musique, Loisirs | chanson
{N} chante [mus.ou]. [mus.suite]
{N} a mis [mus.quoi] en boucle. [mus.suite]
{N} a mis [mus.quoi]. [mus.parole] [mus.suite]
Dansé avec {N} dans la cuisine, [mus.quoi2]. [mus.parole]
{N} a sorti [mus.inst] du placard. [mus.suite] [mus.parole]
:: mus.ou
dans l'escalier
sous la douche
en essuyant les verres
à voix basse, dès qu'on sort
au fond du minibus
pour la plante du palier
:: mus.quoi
une chanson d'été d'il y a trente ans
un disque rayé
de l'accordéon
la même chanson triste
un slow
du rap, texte vérifié et discuté
un air d'opéra entendu à la télé
la fanfare du bourg
:: mus.quoi2
une valse approximative
un rock lent
quelque chose comme un tango
deux pas en avant, un de côté
:: mus.inst
l'harmonica
la guitare à quatre cordes
un tambourin
le petit clavier
une flûte à bec
:: mus.suite
{A} a fini par connaître les paroles.
On a fermé la porte, pour les voisins, et rouvert, pour l'air.
Ça a fait descendre deux personnes.
Personne n'a demandé de baisser.
Je ne connaissais pas, maintenant je ne peux plus l'oublier.
Tout s'est arrêté d'un coup, sans raison.
On a chanté le refrain à cinq.
:: mus.parole
« C'était la chanson du camion. »
« Ça, ça parle de moi, mais ils savent pas. »
« Écoutez derrière, y a un triangle. »
« Je connais pas les mots, je connais l'endroit où on respire. »
« On dansait ça avant que vous soyez né{_|e}. »
« Le bruit c'est quand c'est les autres. »
"""

NUIT = """
== nuitb | F | bruno | n | Nuit, Nuit, Nuit | sommeil
[nb.heure] [nb.fait]
[nb.heure] [nb.fait]. [nb.suite]
[nb.fait] [nb.h]. [nb.suite]
[nb.court]
[nb.court]
ronde [nb.h], [nb.etat]
ronde [nb.h], [nb.etat]. [nb.suite]
{n} [nb.etat]. [nb.suite]
[nb.dit]
[nb.heure] [nb.dit]
[nb.heure] [nb.fait]. [nb.dit]
[nb.bruit] [nb.suite]
[nb.bruit] c'était {n}
{n} [nb.perdu] [nb.suite]
rien. enfin si, {n} [nb.etat2]
:: nb.heure
[h.nuitb]
vers [h.nuitb],
[h.nuitb] :
à [h.nuitb]
:: nb.h
vers [h.nuitb]
à [h.nuitb]
[h.nuitb]
:: nb.fait
{n} debout
{n} ds l'escalier
{n} a sonné
{n} cherche les toilettes, ampoule grillée
{n} à la fenêtre
{n} ds la cuisine ds le noir
{n} a soif
{n} dans le couloir, pieds nus
{n} a crié un coup, mauvais rêve
{n} a toqué au bureau pour l'heure
{n} assis{|e} sur la dernière marche
{n} habillé{|e}, croyait que c'était le matin
{n} devant la télé éteinte
{n} a rallumé. a lu
:: nb.court
{n} ras
ras {n}
{n} a dormi
{n} dort. moi non
rien pour {n}
{n} couché{|e} [h.soirb], pas bougé
{n} ronfle. tout va
pas vu {n} de la nuit, donc bien
{n} nuit blanche mais de bonne humeur
2 passages, dort, couette par terre, remise
{n} tousse un peu. dit à claire
porte {de_b} fermée à clé de l'intérieur. c'est son droit
{n} a demandé qu'on frappe pas. pas frappé
:: h.soirb
21h45
22h
22h10
22h30
22h45
23h
:: nb.etat
dort
dort la lumière allumée, éteinte
dort tout habillé{|e}
les yeux ouverts, m'a fait un signe
sur le côté, respire bien
dort en travers
écoute la radio tout bas, laissé
ne dort pas mais ça va
fenêtre grande ouverte, fermée à moitié
avait froid, 2e couverture
a le sommeil léger en ce moment
:: nb.etat2
a ri en dormant
a gardé ses lunettes pour dormir
a laissé un mot sur sa porte : pas avant 9h
a pris ma chaise
m'a dit bonne nuit 4 fois
a fermé tous les volets du palier
a oublié son verre sur le radiateur
:: nb.suite
donné un verre d'eau
on a causé 20 min et au lit
recouché{|e} sans histoire
tisane. ça passe
j'ai pas insisté
a voulu savoir s'il pleuvait. il pleuvait
resté un peu à la porte
voir si ça recommence
rendormi{|e} vers [h.nuitb]
on a écouté la chaudière
rien dit de plus
a demandé qui travaille demain
j'ai laissé la veilleuse
vu le renard par la fenêtre, ensemble
pas la peine d'en faire un plat
l'ai laissé{|e} finir sa page
bouillotte. ça marche à tous les coups
marché ds le couloir aller retour, 6 fois
:: nb.dit
{n} dit que le plafond est bas cette nuit
{n} demande si je m'ennuie. dit que non
{n} dit que la nuit sent le pain. le boulanger ouvre à 4h
{n} compte les voitures. 3
{n} m'a demandé si on peut dormir debout. je fais que ça
{n} dit que c'est trop calme
{n} dit que quelqu'un marche. c'est moi
{n} veut téléphoner. expliqué l'heure. a compris
{n} a peur de l'orage, moi aussi
{n} m'a raconté un film en entier
{n} a rêvé de quelqu'un. a pas dit qui
{n} dit qu'on ferait mieux de vivre la nuit
:: nb.bruit
bruit [h.nuitb].
un robinet [h.nuitb].
une porte [h.nuitb].
musique [h.nuitb], très bas.
une chaise tirée [h.nuitb].
chasse d'eau [h.nuitb] et lumière.
:: nb.perdu
cherche sa montre. était à son poignet.
cherche son oreiller. par terre.
a perdu ses chaussons, trouvés sous le radiateur.
a plus sommeil.
avait mal à la tête, a bu, a attendu, est passé.
s'est trompé{|e} de chambre, s'en est rendu compte.
a fait un sandwich, m'en a fait un.
a descendu la poubelle à 4h, va savoir.
a le hoquet depuis minuit.
== nuitn | F | nadege | n | Nuit, Nuit, Nuit | sommeil
[nn.deb] [nn.suite]
[nn.deb] [nn.suite] [nn.fin]
[nn.deb] [nn.parole]
[nn.deb] [nn.parole] [nn.suite]
{N} [nn.nuit]. [nn.fin]
{N} [nn.nuit]. [nn.suite]
À [h.nuit], [nn.a]. [nn.suite]
À [h.nuit], [nn.a]. [nn.parole] [nn.fin]
[nn.parole] C'est ce que m'a dit {N} à [h.nuit]. [nn.suite]
J'ai trouvé {N} [nn.trouve] à [h.nuit]. [nn.suite]
J'ai trouvé {N} [nn.trouve]. [nn.parole] [nn.fin]
Bonne nuit pour {N}. [nn.fin]
:: nn.deb
{N} a dormi d'un trait, porte entrouverte comme convenu.
{N} s'est levé{|e} trois fois.
{N} ne trouvait pas le sommeil.
Nuit courte pour {N}.
{N} m'attendait en haut de l'escalier à ma prise de service.
{N} a demandé que je laisse la veilleuse.
{N} a parlé en dormant, je n'ai pas écouté plus que nécessaire.
{N} est venu{|e} s'asseoir près du bureau.
{N} avait chaud, puis froid, puis chaud.
{N} a éteint tard.
Une quinte de toux chez {N}, rien d'autre.
{N} s'est réveillé{|e} en sursaut.
:: nn.nuit
a dormi jusqu'à 7 h
a lu jusqu'à une heure et s'est endormi{|e} le livre ouvert
a passé une nuit paisible
s'est relevé{|e} une fois, pour boire
n'a appelé personne
a ronflé de bon cœur
a veillé, sans angoisse, à la fenêtre
a fait trois fois le tour du palier
s'est endormi{|e} sur le canapé, je l'ai couvert{|e}
:: nn.a
{N} a frappé à la porte du bureau
{N} pliait du linge dans le noir
la lumière {de} était encore allumée
{N} cherchait ses chaussons
j'ai entendu {N} fredonner
{N} m'a appelée tout bas
{N} se faisait chauffer du lait
la porte {de} a claqué, à cause du courant d'air
{N} regardait la pluie
:: nn.trouve
dans la cuisine, devant une orange
sur la première marche
dans le fauteuil du palier
à la fenêtre du couloir
assis{|e} au bord du lit, chaussures aux pieds
en train de refaire son lit
devant l'horloge
:: nn.suite
J'ai approché une chaise et nous avons attendu ensemble.
J'ai fait chauffer du lait, avec du miel, comme chez moi.
Nous avons parlé à voix basse, [duree].
Je suis restée jusqu'à ce que la respiration change.
J'ai repassé deux fois, sans ouvrir tout à fait.
Une main tenue, rien de plus.
Je n'ai pas allumé le plafonnier.
J'ai posé une couverture de plus.
Nous avons regardé le jour venir, du moins son idée.
{Il|Elle} est retourné{|e} se coucher de soi-même.
J'ai aéré cinq minutes, cela a suffi.
Nous avons compté les coups du clocher, il en manquait un.
Ensuite tout le monde a dormi, même la maison.
:: nn.parole
« Vous dormez jamais, vous ? » J'ai répondu que c'était mon métier.
« C'est long, une nuit, quand on est dedans. »
« Je vérifiais que vous étiez là. »
« J'ai rêvé de ma mère, elle était jeune. »
« C'est pas que j'ai peur. C'est que j'écoute. »
« Il fait nuit chez les autres aussi ? »
« Chut, vous allez réveiller le matin. »
« Demain je dormirai, aujourd'hui j'avais à penser. »
« Restez pas debout. » Alors je me suis assise.
« Merci de marcher doucement. »
:: nn.fin
Je le dis à l'équipe du matin : laisser dormir.
Rien d'inquiétant.
Je ne l'écris pas comme un trouble, c'est une nuit.
À mon départ, la chambre était silencieuse.
Le petit déjeuner peut attendre.
Merci de demander comment s'est passée la nuit, et d'écouter la réponse.
C'était une nuit ordinaire, j'en suis contente.
J'ai laissé la porte comme je l'avais trouvée.
Il faudrait revoir l'ampoule du couloir.
Je reprends demain soir.
== nuitetage | etage | bruno | n | Nuit, Nuit, Nuit |
étage calme. [nbe.a]
étage calme. [nbe.a]↵[nbe.b]
[nbe.a]
[nbe.a]↵[nbe.b]
[nbe.b]
[petit] levers. [nbe.a]
ronde [h.nuitb] et [h.nuitb]. [nbe.b]
{n} et {a} ds la cuisine [h.nuitb]. [nbe.c]
[h.nuitb] : {n} et {a} sur le palier. [nbe.c]
tout le monde au lit [h.soirb]. [nbe.b]
[nbe.b]↵[nbe.a]
alarme [h.nuitb]. [nbe.alarme]
:: nbe.alarme
c'était le grille-pain {de_b}
fausse. tout le monde debout quand même, puis tisane
pile à changer ds le détecteur du fond
vapeur de la douche. {n} en chantant
personne a bougé sauf {n}
:: nbe.a
ras
une lumière oubliée ds la salle de bain.
{n} a laissé la radio, éteinte [h.nuitb].
quelqu'un a laissé le gaz de la cuisine en veilleuse. c'est coupé.
le couloir sent la soupe.
la fenêtre du palier tape, mis un carton.
{n} debout, le reste dort.
5 portes fermées 4 ouvertes, comme d'hab.
vent. les volets ont joué toute la nuit.
ronflements en stéréo, {n} et {a}.
un chat est entré. est ressorti.
plus d'ampoule aux toilettes du fond.
moustiques. prévoir.
poubelles pas descendues, descendues.
:: nbe.b
vu personne
tisane pour 3.
nettoyé la plaque, elle en avait besoin.
trouvé 1 dentier ds un verre de la cuisine. il attend son propriétaire
bonne nuit dite à chaque porte.
rien à dire, c'est bien aussi
{n} m'a laissé une part de gâteau avec mon nom dessus
qui a pris la lampe du bureau
le néon bourdonne toujours
fait le café pour 6h30.
frigo qui tremble, calé.
pensez à fermer la lucarne svp
:: nbe.c
parlent bas. laissé
mangent du pain. y en avait plus ce matin du coup
cartes. je jouais le mort
refont le monde, il en sort pas mieux
m'ont demandé d'arbitrer. refusé
chacun sa chaise, un silence
== nuitetagen | etage | nadege | n | Nuit, Nuit, Nuit |
[nne.deb] [nne.suite]
[nne.deb] [nne.suite] [nne.fin]
{N} et {A} [nne.duo] à [h.nuit]. [nne.suite]
{N} et {A} [nne.duo]. [nne.fin]
[nne.suite] [nne.fin]
Deux levers, {N} puis {A}. [nne.suite]
À [h.nuit], tout dormait. [nne.suite]
:: nne.duo
se croisaient sur le palier
parlaient devant la fenêtre
finissaient une partie de cartes
se sont disputé la salle de bain
buvaient une tisane dans la cuisine
cherchaient le chat du voisin
:: nne.deb
Nuit tranquille au premier.
Nuit hachée, sans gravité.
Beaucoup de passage entre minuit et deux heures.
Le vent a réveillé la moitié de l'étage.
Personne n'a dormi avant une heure.
Nuit de pleine lune, on croit ce qu'on veut.
L'étage respirait d'un seul souffle.
Coupure de courant de [h.nuit] à l'aube.
:: nne.suite
J'ai fait le tour avec la lampe, lentement.
{N} avait laissé une tasse pour moi sur le rebord.
Nous étions quatre autour de la bouilloire.
J'ai raccroché le manteau tombé dans le couloir.
La lumière du palier reste allumée, on me l'a demandé.
J'ai retrouvé la couverture {Ade} dans la lingerie.
Une chaise était sortie devant chaque porte ou presque, comme pour un défilé.
{A} s'inquiétait pour {N}, qui dormait.
J'ai lu les consignes du soir : elles étaient claires, merci.
On a entendu la rivière, fenêtre fermée.
Quelqu'un avait repassé, toute la nuit cela a senti le linge chaud.
:: nne.fin
Je laisse la vaisselle de nuit, une tasse et une cuillère.
Rien d'autre.
Bonne journée à ceux qui la prennent.
Le café est fait.
Merci de réparer le verrou de la salle de bain.
Au matin, tout le monde était là, c'est ce que je regarde d'abord.
C'est une maison qui dort bien quand on la laisse.
"""

AUTRES = """
== sante | F J | claire | m a | Santé, Santé, Santé | santé
{N} : [cla.vu]. [cla.suite]
{N} : [cla.vu]. [cla.suite] [cla.fin]
{N} : [cla.rdv]. [cla.suite]
{N} : [cla.rdv]. [cla.parole]
Vu {N} ce matin. [cla.vu2] [cla.suite]
Vu {N}. [cla.vu2] [cla.parole] [cla.fin]
[cla.vu2] {N} le dit à sa façon : [cla.parole]
{N} : pilulier refait, [cla.pil]. [cla.fin]
{N} : [cla.refus]. [cla.suite]
Renouvelé ordonnance {de}. [cla.suite]
:: cla.vu
petit rhume, rien d'autre
pansement refait, propre
tension bonne, poids stable
toux depuis 2 j, pas de fièvre
mal au dos, repos ce matin
ampoule au talon (chaussures neuves)
dort mieux
mal de tête, passé avec de l'eau et du calme
coup de soleil sur la nuque
piqûre, pas d'allergie
ongle incarné, à suivre
vaccin grippe fait
appétit revenu
écharde, enlevée, dossier clos
dents : se plaint à gauche
:: cla.rdv
rdv dentiste ds 3 sem
rdv ophtalmo pris, 4 mois d'attente
prise de sang à jeun, prévenir l'équipe du matin
contrôle annuel fait
rdv pédicure déplacé
résultats reçus, normaux
bilan auditif à prévoir
rappel tétanos à faire
lunettes prêtes chez l'opticien
:: cla.pil
pour 2 sem
avec {lui|elle} pour la première fois
case du soir changée, bien regarder
rien oublié la sem dernière
pharmacie prévenue pr le générique
:: cla.refus
refuse la balance
ne veut pas de comprimés à croquer, demander des gélules
refuse prise de sang auj, d'accord pr la sem pro
préfère voir le médecin sans nous
ne veut plus de tisane du soir, c'est noté
:: cla.vu2
Fatigue, mais dit que c'est la bonne.
Pas de douleur auj.
S'inquiète pr son genou.
Voulait juste parler, et c'est un soin.
A posé 3 questions sur son traitement, bonnes questions.
Demande à comprendre l'ordonnance, relue ensemble.
Mal dormi, voir transmissions de nuit.
Marche bien, mieux qu'en début de mois.
:: cla.suite
RAS.
RAS pr le reste.
Dr prévenu.
À revoir ds 8 j.
Boire +, surtout l'aprem.
Ordonnance ds le classeur.
Sait quand m'appeler.
Éq. prévenue.
Surveiller sans en faire une affaire.
Crème 2 x/j, peut la mettre seul{|e}.
Merci à {A}, qui a vu avant moi.
Pas de transport à prévoir, y va à pied.
:: cla.parole
« Ça me lance quand je pense à autre chose. »
« J'ai mal mais je m'en sers pas. »
« Vous piquez bien, vous parlez pendant. »
« C'est l'âge, et l'âge c'est pas remboursé. »
« Moi je dis rien tant que ça tient. »
« C'est parti comme c'est venu, sans dire au revoir. »
:: cla.fin
On en reparle ensemble avant de décider.
Je suis là demain matin.
Me laisser un mot si ça change.
C'est {N} qui décide de ce qu'on transmet.
Pas d'inquiétude à avoir.
Noté ici pr mémoire.
== psy | F J S | judith | m a | , , , Entretien, Quotidien |
[jud.deb] [jud.suite]
[jud.deb] [jud.suite] [jud.fin]
[jud.deb] [jud.parole] [jud.suite]
[jud.deb] [jud.parole] [jud.fin]
[jud.deb] [jud.suite]¶[jud.long] [jud.fin]
[jud.deb] [jud.parole] [jud.suite]¶[jud.long]
{N} est venu{|e} me dire [jud.dire]. [jud.suite]
Croisé {N} dans l'escalier. [jud.parole] [jud.fin]
Je passais, {N} aussi. [jud.suite] [jud.fin]
On me demande un avis sur {N}. [jud.long] [jud.fin]
:: jud.dire
que tout allait bien, et n'est pas reparti{|e}
un rêve, puis s'est ravisé{|e}
bonjour, et c'était l'essentiel de la séance
que je parlais trop, ce que je reconnais
ce qu'il ne faut répéter à personne, et que je ne répète donc pas
merci, sans préciser de quoi
:: jud.deb
{N} est venu{|e} s'asseoir dans mon bureau, porte ouverte.
Nous avons marché, {N} et moi, autour du bâtiment.
J'ai vu {N} [duree], ce qui est long pour nous deux.
{N} a manqué notre rendez-vous et m'a rejointe au café.
{N} a demandé à me voir, puis à ne pas me voir.
Je n'avais pas revu {N} depuis un moment.
Entretien avec {N}, si l'on peut appeler entretien une partie de dominos.
{N} m'a accompagnée jusqu'à la photocopieuse, en panne, ce qui nous a laissé le temps.
:: jud.suite
Il a été question de sommeil, de chaussures et de pardon, dans cet ordre.
Je n'ai rien interprété, j'ai écouté.
Le silence n'était pas vide, il était occupé.
Je garde pour nous deux le reste de la conversation.
Je crois que la question portait sur {A}, qui n'a pas été nommé{Ae}.
Nous nous sommes demandé ce que c'est qu'être chez soi, sans trouver.
J'ai proposé un autre moment, nous avons gardé celui-ci.
Rien qui demande une réponse de l'équipe, sinon un peu de patience.
C'est la première fois que le mot « avant » est employé au présent.
Il y avait de la colère, bien tenue.
Nous avons surtout ri, ce qui ne fait pas un compte rendu.
:: jud.parole
« Vous notez quand je dis rien ? »
« Je viens pas pour parler, je viens pour venir. »
« C'est drôle, ici, on me demande jamais si ça va bien. »
« J'ai un souvenir mais il est à quelqu'un d'autre. »
« Vous y croyez, vous, à ce que vous faites ? »
« Je préfère quand vous regardez par la fenêtre aussi. »
« C'est pas triste, c'est arrivé. »
« À force de dire que je vais mieux, on va me croire. »
« Le problème c'est pas la nuit, c'est l'heure d'avant. »
:: jud.long
Je relis ce qui a été écrit ces derniers mois et je remarque que nous notons les refus avec
  l'heure et les accords sans date. Il y aurait à faire l'inverse, au moins quelques semaines,
  pour voir ce que cela change à notre façon de frapper aux portes.
On me demande souvent « ce qu'il faut faire ». Je n'ai pas de réponse, j'ai une suggestion :
  s'asseoir. La plupart des choses que nous appelons des troubles sont des phrases que personne
  n'a eu le temps de laisser finir.
Ce que nous prenons pour une répétition est peut-être une vérification. On vérifie que la maison
  est là, que la réponse est la même, que quelqu'un répond. Vu ainsi, c'est un travail, et il est
  fait avec sérieux.
Je ne voudrais pas que ceci devienne une consigne. Il se trouve simplement que, depuis que l'on
  parle moins autour, il se dit davantage. Chacun en fera ce qu'il veut.
L'équipe est partagée et c'est une bonne nouvelle : quand nous sommes tous d'accord sur quelqu'un,
  je m'inquiète. Gardons les deux hypothèses, et le droit de n'en choisir aucune.
Il y a dans cette histoire une part qui ne nous regarde pas. J'aimerais que nous l'écrivions en
  toutes lettres : ici, nous ne savons pas, et nous n'avons pas demandé.
On a employé le mot « adhésion » en réunion. Je propose « accord », qui a l'avantage de pouvoir
  être retiré. Nous avons ri, puis nous avons corrigé le compte rendu.
:: jud.fin
J'en reste là.
Je ne fais pas de théorie, je signale.
À discuter, si l'on veut.
C'est peut-être moi qui m'en fais une idée.
Je reviendrai, avec moins de questions.
Nous avons rendez-vous sans date.
Relu ensemble, un mot a été changé.
Merci de ne rien en conclure trop vite.
== direction | F J | helene | m a | , Réunion, Réponse |
[hel.deb] [hel.suite]
[hel.deb] [hel.suite] [hel.fin]
[hel.deb] [hel.parole] [hel.suite]
Reçu {N} à sa demande. [hel.suite] [hel.fin]
Reçu {N} à sa demande. [hel.parole] [hel.fin]
:: hel.deb
{N} m'a remis une lettre en main propre.
{N} a demandé à lire ce qui est écrit sur ce cahier.
Rencontré {N} avec {A}, à propos des horaires de la cuisine.
{N} a posé une question en réunion et je n'avais pas la réponse.
J'ai croisé {N} au portail, nous avons parlé [duree].
{N} conteste un mot de notre compte rendu.
:: hel.suite
La demande est fondée, je m'en occupe.
J'ai cherché la règle : c'était une habitude.
Nous avons relu la page ensemble et retiré une phrase.
Réponse écrite avant la fin du mois.
La décision lui appartient, je l'ai rappelé à l'équipe.
J'ai demandé que l'on cesse d'ouvrir le courrier, même pour aider.
Je n'ai pas de budget, mais j'ai une clé : la salle du bas est libre.
J'ai présenté nos excuses, elles étaient dues.
:: hel.parole
« Je ne viens pas me plaindre, je viens dire. »
« Qui décide, ici, quand vous êtes pas là ? »
« C'est écrit dans le règlement, page 4, et vous le faites pas. »
« Est-ce que je peux avoir un double ? »
:: hel.fin
Merci de me rappeler si j'oublie.
Je l'ai dit de vive voix aussi.
Je tiens à ce que cela reste lisible pour {lui|elle}.
Nous en reparlons au prochain conseil si {N} le souhaite.
== atelier | J | fabrice | m a | Atelier, Atelier, Quotidien | atelier
[atl.deb] [atl.suite]
[atl.deb] [atl.suite]↵[atl.parole]
[atl.deb] [atl.parole]
{N} à [atl.fait]. [atl.suite]
{N} à [atl.fait]. [atl.parole]
Fini [atl.obj] avec {N}. [atl.suite]
{N} a commencer [atl.obj]. [atl.suite]
{N} et {A} sur [atl.obj2], toute l'aprem. [atl.suite]
ponçage. [atl.parole] ({N}) [atl.suite]
[atl.suite]↵[atl.parole]
pas d'atelier pour {N} auj. [atl.pas]
{N} : [atl.parole]
:: atl.fait
scié droit
poncer trois plateaux sans lever la tête
trouver une cale qu'on cherchait depuis des mois
trier les vis par taille, puis par couleur
passé l'aspirateur ds les coins
vernis un coffre et ses doigts
mesurer deux fois et couper une, comme il faut
changé la lame ( avec les gants )
dessiné un plan, à l'envers mais juste
apris à {A} à enfoncer un clou
refait le manche du marteau
tenu le serre joint pendant une heure sans broncher
:: atl.obj
le nichoir
un tabouret
le banc de l'entrée
l'étagère du secrétariat
la caisse à outils
un cadre
le coffre à jouets
une table basse
le porte manteau
un dessous de plat
la boite aux lettres
le plateau à roulettes
:: atl.obj2
le grand établi
la palissade
la porte de la remise
les jardinières
le décor de la chorale
les caisses de rangement
:: atl.deb
bonne matinée de bois.
atelier à [petit] auj.
On manquait de colle, on a fait des assemblages.
{N} est arriver avec une planche trouvé sur le trottoir.
{N} voulait pas de modèle.
{N} à tout démonté pour comprendre.
Commande de la mairie : 6 jardinières. {N} est chef de projet.
{N} à raboté jusqu'a midi.
Démonstration de la ponceuse par {N} à {A}.
rangement. {N} a pris les étagères, moi le sol.
:: atl.suite
ca penche mais ca tient
on a recommencer, c'était pas grave
Pas de bobo.
c'est pas du premier choix mais c'est du vrai.
mieux que moi à son âge
On finira demain, la colle doit prendre.
j'ai rien eu a faire, j'ai balayé
tout le monde est venu voir
A refaire avec du bois plus sec.
il reste la peinture.
y a un defaut, on le laisse, c'est sa signature
ranger nickel, je retrouve plus rien
{A} a donner un coup de main à la fin.
:: atl.parole
"c'est le bois qui décide"
"on dirait que c'est acheté"
"j'ai mal aux bras mais j'ai pas mal à la tête"
"faut pas pousser, faut laisser la scie"
"c'est pour qui ?" J'ai dit pour personne encore. "alors c'est pour moi"
"chez nous on brulait ca"
"vous le vendez combien mon travail ?" bonne question
"le noeud je le garde"
"c'est droit si on penche"
"je suis pas rapide je suis précis{|e}"
:: atl.pas
A préférer le café. Ça se défend.
mal au poignet, a tenu le crayon des autres
A regarder. Il en faut
est aller au jardin sans rien dire, bien
pas envie, demain oui
== accueil | J | corinne | m a | Accueil de jour, Quotidien, Secrétariat |
[cor.deb] [cor.suite]
[cor.deb] [cor.suite] [cor.parole]
[cor.deb] [cor.parole]
{N} est passé{|e} au secrétariat pour [cor.pour]. [cor.suite]
{N} est passé{|e} au secrétariat pour [cor.pour]. [cor.parole]
Appel pour {N} ce matin : [cor.appel]. [cor.suite]
{N} m'a aidée à [cor.aide]. [cor.parole]
{N} m'a aidée à [cor.aide]. [cor.suite]
Petit mot de secrétariat : [cor.appel2] pour {N}. [cor.suite]
:: cor.pour
une photocopie en couleur, puis deux, puis vingt
savoir si le courrier était arrivé
me montrer une photo
demander un trombone
se réchauffer les mains sur l'imprimante
téléphoner à la mairie
me raconter son week-end
déposer une fleur un peu fatiguée
réclamer le menu de la semaine
:: cor.appel
la mutuelle, toujours la mutuelle !
le dentiste avance le rendez-vous
le taxi change d'horaire
quelqu'un qui n'a pas voulu laisser son nom
la médiathèque, un livre en retard de trois mois
le Département, très aimable, ce qui m'inquiète
:: cor.appel2
une attestation de présence
un duplicata de facture
le planning des transports
une enveloppe à affranchir
la fiche de la cantine
:: cor.aide
mettre sous pli cent vingt invitations
relier les livrets
arroser les plantes du hall
chercher un dossier qui était sous le bon
changer la cartouche, ce qui nous a teints tous les deux
afficher le programme
trier les partitions
:: cor.deb
Belle arrivée {de} ce matin, un quart d'heure d'avance et un croissant !
{N} n'est pas venu{|e} aujourd'hui et n'a pas prévenu.
{N} est arrivé{|e} trempé{|e} jusqu'aux os.
{N} a fait l'accueil au portail toute la matinée.
Retour {de} après une semaine d'absence.
{N} a signé la feuille, puis a signé pour {A}, pour rendre service.
{N} a voulu manger avec nous au lieu de rentrer.
{N} a proposé une sortie à l'écluse, adoptée à la pause-café.
Grande discussion à table : {N} contre le reste du monde, au sujet du fromage râpé.
{N} a fait visiter les locaux à deux stagiaires.
:: cor.suite
J'ai appelé chez {lui|elle} : tout va bien.
J'ai gardé une part au chaud.
{A} avait mis une chaise à côté de la sienne.
Je mets la copie dans le classeur bleu.
On a ri comme des baleines !
Prévenir Fabrice, il comptait sur ses bras.
Un peu de fatigue l'après-midi, sieste dans le fauteuil vert.
Je n'ai pas tout noté, mais c'était joli.
Bilan : une tasse cassée, aucun regret.
{Il|Elle} a filé sans son écharpe, je la garde au secrétariat.
{Il|Elle} reviendra demain, c'est dit et répété.
Merci à {A} d'avoir pris le relais.
:: cor.parole
« Vous, au moins, vous répondez au téléphone. »
« J'étais en retard mais dans ma tête j'étais là. »
« On est combien aujourd'hui ? Ah, on est assez. »
« Y avait personne à la maison, alors je suis venu{|e} plus vite. »
« C'est mon bureau aussi, un peu. »
« Chez moi, personne met la table. »
« Je reste pour la soupe, après on verra. »
« Vous avez encore changé de couleur de stylo ! »
== journee | J | fabrice corinne judith | m a | Quotidien, Accueil de jour, Repas | repas
Repas de midi préparé par {N} et {A} : [plats]. [jr.suite]
{N} a mangé avec {A}, dehors. [jr.suite]
{N} s'est assis{|e} près du poêle. [jr.suite] [jr.parole]
Partie [jeude] entre {N} et {A}. [jr.suite] [jr.parole]
Partie [jeude] entre {N} et {A}. [jr.parole]
{N} n'a rien fait aujourd'hui. [jr.parole]
[~meteo] {N} est resté{|e} dedans. [jr.suite]
[~meteo] {N} a proposé le tour du pâté de maisons, [petit] volontaires. [jr.suite]
Sortie de l'accueil de jour [lieu], {N} en tête. [jr.suite] [jr.parole]
{N} a tenu la caisse de la buvette : [gros], compte juste. [jr.parole]
Café de dix heures servi par {N}. [jr.suite]
{N} a lavé les pinceaux de tout le monde. [jr.suite] [jr.parole]
{N} est arrivé{|e} à [h.matin], reparti{|e} à midi. [jr.parole]
{N} a apporté [objet] pour la salle commune. [jr.suite]
:: jr.suite
La journée a passé sans qu'on regarde la pendule.
On a parlé du quartier, des prix, et des chiens.
{A} s'est endormi{Ae} dans le fauteuil, on a baissé la voix.
Deux visiteurs se sont arrêtés, ils sont repartis avec une salade.
Il y a eu un mot plus haut que l'autre, vite retombé.
Vaisselle partagée, torchon sur l'épaule.
On recommence la semaine prochaine si la météo veut.
Le minibus est parti à l'heure, ce qui a surpris tout le monde.
On a mis de la musique.
Il restait de quoi nourrir un régiment.
On a fermé avec dix minutes de retard.
:: jr.parole
« Ici on peut se taire à plusieurs. »
« Je viens pour le monde, pas pour l'activité. »
« J'ai bien travaillé à ne rien faire. »
« La semaine prochaine c'est moi qui choisis. »
« On rentre déjà ? »
« À la maison je parle à la radio. »
« C'est moins bien quand c'est organisé. »
« Gardez ma place. »
== visite | S | maud karim | m a | Visite, Visite, Quotidien, Logement |
[vis.deb] [vis.suite]
[vis.deb] [vis.suite] [vis.fin]
[vis.deb] [vis.parole]
[vis.deb] [vis.parole] [vis.suite]
[vis.deb] [vis.suite] [vis.parole]
Visite à domicile, [duree]. [vis.suite] [vis.fin]
Passé chez {N} à [h.aprem]. [vis.suite]
Passé chez {N}. [vis.parole] [vis.fin]
Personne chez {N} à [h.aprem]. [vis.absent]
{N} n'était pas là à l'heure dite. [vis.absent]
[~meteo] {N} avait fait [plats]. [vis.suite]
Vu {N} [vis.ou]. [vis.suite] [vis.fin]
Vu {N} [vis.ou]. [vis.parole]
:: vis.ou
au café de la Poste, c'est plus simple
au bureau, place du Marché
sur un banc, près du pont
au marché couvert
devant la pharmacie
sur le chemin de la médiathèque
:: vis.absent
J'ai laissé un mot sous la porte.
Rappel à [h.aprem] : tout va bien, le rendez-vous était noté pour demain.
La voisine m'a dit que le cabas n'était plus là non plus. Donc les courses.
On s'est croisés au pied de l'immeuble en repartant.
Deuxième fois ce mois-ci. Ce n'est pas un reproche, c'est un emploi du temps.
:: vis.deb
{N} avait préparé le café et la liste de ce qu'il fallait dire.
{N} m'a reçu{_|e} dans la cuisine, fenêtre ouverte.
Visite courte, {N} avait à faire.
{N} a mis du temps à ouvrir.
{N} attendait sur le palier.
Grand rangement en cours chez {N}.
{N} m'a montré le compteur, puis l'album, puis le compteur.
L'appartement {de} est propre, chaud, et sent l'oignon.
{N} a changé les meubles de place.
{N} n'avait pas envie de parler papiers.
On a surtout regardé par la fenêtre, {N} et moi.
{N} avait de la visite, on a pris le café à trois.
:: vis.suite
On a trié le courrier en trois tas : à payer, à lire, à oublier.
Le frigo est rempli, j'ai vérifié parce qu'on me l'a montré.
Le robinet de la cuisine fuit encore, le propriétaire est relancé.
{N} dort mal et ne veut pas en parler au médecin, pour l'instant.
Il a fallu déplacer une armoire. On ne sait plus pourquoi.
On a convenu que je viendrais plutôt le matin.
Pas de question urgente, donc les vraies questions.
Une plante de plus sur le rebord.
Le voisin du dessus fait des travaux, tout le monde vit au rythme de sa perceuse.
{N} avait déjà réglé tout seul ce que je venais régler.|m
{N} avait déjà réglé toute seule ce que je venais régler.|f
On a changé la pile du détecteur, à deux sur une chaise.
Le ménage, on n'en a pas parlé, et il était fait.
:: vis.parole
« Vous pouvez vous asseoir, la chaise est pour ça. »
« Tout va bien, et quand ça va pas je me couche. »
« Je vous attendais pas, mais j'avais fait pour deux. »
« Le soir, l'escalier fait du bruit, ça tient compagnie. »
« Ici c'est moi qui ferme. »
« Ne regardez pas la vaisselle. Bon, regardez-la. »
« J'ai pas ouvert l'enveloppe, elle avait une tête. »
« Vous venez pour moi ou pour le dossier ? »
« Vous direz au bureau que je suis occupé{|e}. »
« Ça fait du bien de parler à quelqu'un qui écrit. »
:: vis.fin
Reparti{_|e} avec un bocal.
On garde le même jour, une heure plus tard.
Je n'ai rien apporté et je ne suis pas reparti{_|e} les mains vides.
Un coup de fil d'ici là.
Prochaine fois : le bail.
Je n'ai pas ouvert ma sacoche.
À la porte, encore dix minutes de conversation.
== papiers | S | maud karim | m a | Démarches, Démarches, Papiers | papiers
[pap.deb] [pap.suite]
[pap.deb] [pap.suite] [pap.fin]
[pap.deb] [pap.parole]
[pap.deb] [pap.parole] [pap.suite]
Guichet de [pap.orga] avec {N}, [duree]. [pap.suite]
Guichet de [pap.orga] avec {N}. [pap.parole] [pap.fin]
Rempli avec {N} [pap.dossier]. [pap.suite]
Rempli avec {N} [pap.dossier]. [pap.suite] [pap.parole]
Courrier de [pap.orga] chez {N}. [pap.suite] [pap.fin]
{N} a classé ses papiers [pap.classe]. [pap.suite]
:: pap.orga
la CAF
la MDPH
la mairie
la préfecture
la CPAM
France Travail
la banque
la trésorerie
la mutuelle
:: pap.dossier
la déclaration trimestrielle
le renouvellement d'AAH
la demande d'APL
le dossier de surendettement
la demande de logement social
le formulaire de la mutuelle
la demande de carte d'identité
le chèque énergie
la déclaration d'impôts
le recours amiable
:: pap.classe
par couleur
dans une boîte à chaussures, puis deux
par ordre d'énervement
dans un classeur acheté exprès
par date, de mémoire
:: pap.deb
[duree2] d'attente au téléphone avec {N}, musique comprise.
Relance de [pap.orga] : {N} avait répondu, preuve à l'appui.
{N} a ouvert ses enveloppes tout{|e} seul{|e}, avant ma visite.
Espace personnel bloqué, {N} non plus n'en veut pas.
{N} voulait écrire sa lettre à la main.
On a photographié [petit] justificatifs sur la table de la cuisine.
{N} avait gardé le bon papier. C'était moi qui avais perdu la photocopie.
Droits {de} suspendus pour une pièce manquante.
:: pap.suite
Pièce manquante retrouvée [cachette].
Envoyé avec accusé de réception, reçu rangé dans la pochette.
Ça sera régularisé le mois prochain, dit la voix.
Rappel de [gros], on n'y croyait plus.
Trop-perçu de [gros], on conteste, poliment.
On a recopié au propre et gardé le brouillon, qui est plus vrai.
J'ai expliqué le mot « attestation » et on a cherché le contraire.
Il faut y retourner avec l'original.
Le conseiller a tutoyé, {N} l'a repris.
Demandé un échéancier, accordé en six fois.
Rien reçu. On attend encore une semaine, puis on y va.
:: pap.parole
« Ils ont mon dossier et ils le cherchent chez moi. »
« Je veux bien prouver, mais prouver quoi ? »
« Recommandé, ça fait peur même quand c'est bien. »
« Celui-là je le signe avec plaisir. »
« On m'appelle usager. J'use pas grand-chose. »
« Lisez-moi le milieu, c'est là qu'ils mettent les choses. »
« Si c'est leur erreur, pourquoi c'est moi qui m'excuse ? »
« Ils répondent quand on n'attend plus, c'est une méthode. »
:: pap.fin
Date limite écrite sur le calendrier.
Double au bureau.
Je rappelle en début de semaine.
On a bu un café pour oublier.
Merci à la dame du guichet 2, il y en a.
À surveiller le mois prochain.
== budget | S | maud karim | m a | Budget, Argent | argent
[bud.deb] [bud.suite]
[bud.deb] [bud.suite] [bud.parole]
[bud.deb] [bud.parole]
Relevé de compte avec {N}. [bud.suite]
Il reste [euros] à {N} jusqu'à la fin du mois. [bud.suite]
Facture d'électricité : [gros]. [bud.suite] [bud.parole]
{N} a acheté [objet] à crédit. [bud.suite]
Courses pour la semaine, {N} s'en est sorti{|e} avec [euros]. [bud.parole]
Loyer payé, à l'heure, par {N}. [bud.parole]
:: bud.deb
Budget refait au crayon avec {N}.
{N} a mis de côté [euros], pour la première fois.
{N} a annulé l'abonnement qu'on ne comprenait pas.
Découvert de [gros], {N} le savait avant la banque.
{N} a prêté de l'argent dans l'immeuble.
{N} veut arrêter les enveloppes et gérer sur carnet.
:: bud.suite
On a barré deux choses et gardé le café.
J'ai proposé l'épicerie solidaire, {N} réfléchit.
Le téléphone coûte plus cher que la viande.
Virement automatique demandé pour le loyer.
On a comparé avec l'an dernier : c'est mieux, malgré tout.
On garde une ligne « plaisir », même petite.
Prélèvement contesté, formulaire posté.
Pas de dettes nouvelles, les vieilles suffisent.
Rendez-vous pris avec la conseillère, {N} parlera en premier.
:: bud.parole
« Un mois, c'est trop long pour ce que c'est. »
« Le quinze, je deviens philosophe. »
« J'ai pas fait de folie, j'ai acheté du beurre. »
« Les chiffres je les aime bien, c'est eux qui m'aiment pas. »
« Je dépense pas, ça part. »
« Marquez que j'ai rien demandé à personne. »
== logement | S | maud karim | m a | Logement, Logement, Voisinage | logement
[log.deb] [log.suite]
[log.deb] [log.suite] [log.parole]
[log.deb] [log.parole]
[log.vois] [log.suite]
[log.vois] [log.parole]
État des lieux chez {N}. [log.suite]
{N} a [log.fait]. [log.suite]
{N} a [log.fait]. [log.parole]
Le propriétaire {de} [log.prop]. [log.suite]
:: log.fait
repeint la cuisine en jaune
posé des rideaux
changé la serrure avec un voisin
débouché l'évier à la ventouse
monté un meuble sans la notice
isolé la fenêtre au ruban
accroché ses photos
acheté un paillasson, le premier
:: log.prop
a promis de passer
est passé, a regardé, a hoché la tête
a envoyé son beau-frère
ne répond plus au téléphone
a fait réparer la chaudière, enfin
demande un chèque qu'il a déjà encaissé
:: log.vois
La voisine {de} se plaint du bruit.
{N} se plaint du voisin, de son chien, et des deux ensemble.
La voisine du dessous a apporté une soupe à {N}.
Fête des voisins dans la cour, {N} est descendu{|e}.
Quelqu'un a pris le courrier {de} par erreur, et l'a rapporté.
Conflit de paliers : une poussette, un vélo, et {N} au milieu.
{N} garde les clés de tout l'étage.
:: log.deb
Plus d'eau chaude chez {N} depuis hier.
Le chauffage {de} fait un bruit de tracteur.
L'ampoule de l'escalier est grillée, {N} monte au briquet.
La boîte aux lettres {de} ne ferme plus.
Visite d'un autre logement avec {N}, rue Haute.
{N} s'est enfermé{|e} dehors.
Fuite au plafond chez {N}, une bassine et deux casseroles.
Ramonage chez {N}, attestation à garder.
:: log.suite
Photos prises, lettre envoyée.
Le gardien a le double, on l'a trouvé à la pétanque.
{N} a très bien expliqué le problème au téléphone, sans moi.
On a poussé le lit et mis une serpillière.
Le plombier est venu, a demandé du café, a réparé.
J'ai proposé une médiation, ils ont préféré une bière.
À suivre avec le bailleur.
Ça tiendra l'hiver, après on verra.
On est allés sonner ensemble, poliment.
Assurance prévenue, numéro de dossier sur le frigo.
:: log.parole
« J'ai tapé au mur, il a tapé aussi, on se connaît maintenant. »
« C'est petit mais c'est au bon étage. »
« Chez moi, je peux faire du bruit doucement. »
« J'ai une porte, une vraie. »
« Ils disent que c'est aux normes, mais les normes habitent pas là. »
« Je me plains pas, je décris. »
« Tant que la fenêtre ferme, je suis bien. »
== dehors | S | maud karim | m a | Sortie, Quotidien, Santé |
Accompagné {N} [lieu]. [deh.suite]
Accompagné {N} [lieu]. [deh.parole] [deh.suite]
{N} est allé{|e} [lieu], sans moi, et me l'a raconté. [deh.parole]
Rendez-vous [rdv.chez] avec {N}. [deh.sante]
Rendez-vous [rdv.chez] avec {N}. [deh.sante] [deh.parole]
{N} avait rendez-vous [rdv.chez]. [deh.sante]
Marché avec {N}. [deh.suite] [deh.parole]
[~meteo] On a marché quand même, {N} et moi, [duree]. [deh.suite]
Croisé {N} par hasard [lieu]. [deh.parole]
{N} a repris [deh.repris]. [deh.suite]
:: deh.repris
le bus
la piscine
les cours du soir
la couture
le vélo
les mots croisés du café
le chemin de la médiathèque
les repas du centre social
:: deh.suite
On a parlé en marchant, c'est là que ça se dit.
{N} connaît le nom des arbres.
Beaucoup de saluts dans la rue, plus que pour moi.
Trop de monde, on a coupé par l'impasse.
{N} a payé les cafés et m'a défendu de discuter.
Rien de spécial, et c'était le but.
On s'est arrêtés au pont, comme tout le monde.
Je suis rentré{_|e} plus tard que prévu.
Acheté [crs.achat] et [crs.achat].
:: deh.sante
{N} a parlé au médecin, j'ai attendu dehors.
Ordonnance comprise, pharmacie dans la foulée.
Reporté, personne n'avait prévenu.
Tout va bien, un contrôle dans six mois.
Demande d'analyses, à jeun, {N} a noté l'heure.
{N} a préféré ne pas y aller. On redemande une date.
Lunettes à refaire, devis à comparer.
:: deh.parole
« À force de sortir on finit par connaître les trottoirs. »
« Dehors je suis n'importe qui, ça repose. »
« On m'a dit bonjour trois fois, j'ai compté. »
« Je marche pour fatiguer le souci. »
« C'était fermé, mais l'aller était bien. »
« La prochaine fois on va plus loin que loin. »
« J'aime pas attendre, mais j'aime bien regarder attendre. »
== telephone | S | maud karim | m a | , Téléphone, Quotidien |
Appel {de} à [h.matin]. [tel.suite]
Appel {de} à [h.matin]. [tel.parole]
Appel {de}. [tel.parole] [tel.suite]
Trois appels {de} aujourd'hui, le troisième pour dire que c'était réglé. [tel.suite]
Message {de} sur le répondeur : [tel.parole]
Eu {N} au téléphone. [tel.suite]
Eu {N} au téléphone, [duree]. [tel.suite] [tel.parole]
Pas de nouvelles {de} cette semaine. [tel.rien]
:: tel.rien
Ce n'est pas forcément mauvais signe.
Je passerai quand même, sans me presser.
Un mot dans la boîte aux lettres.
{N} a le droit de ne pas en donner.
:: tel.suite
Rendez-vous confirmé.
La voix allait mieux que les nouvelles.
J'ai surtout écouté.
On a réglé ça en deux minutes et parlé d'autre chose.
Il fallait un numéro, je l'ai donné, {N} a appelé.
Coupure au milieu, rappel, rires.
Le chauffage est revenu, la bonne humeur aussi.
On se voit après-demain.
{N} annule pour demain : trop de monde dans la tête.
:: tel.parole
« C'est pour rien, mais je préférais le dire. »
« J'appelle pas pour me plaindre, j'appelle pour l'entendre. »
« Ça capte mal, c'est l'immeuble. »
« Si vous passez, passez avec du pain. »
« Ils ont coupé et ils ont remis. Je voulais que quelqu'un le sache. »
« Je vous rappelle pour vous dire que je vous rappellerai. »
== joel | joel | karim | m a | Visite, Visite, Papiers |
[joe.deb] [joe.suite]
[joe.deb] [joe.parole]
[joe.deb] [joe.suite] [joe.parole]
[joe.parole] C'est Joël, derrière sa porte. [joe.suite]
== joelsujet | joel | karim | m a | Visite, Visite, Papiers |
Vingt minutes sur [joe.sujet]. [joe.suite]
À travers la porte : [joe.sujet], [joe.sujet]. [joe.parole]
== joelporte | joel | karim | m a | Visite, Visite, Papiers |
Glissé sous la porte : [joe.glisse]. [joe.suite]
Glissé sous la porte : [joe.glisse]. [joe.parole]
Reçu par-dessous la porte : [joe.retour]. [joe.suite]
:: joe.glisse
la déclaration trimestrielle
une enveloppe timbrée
le programme de la médiathèque
un stylo
une facture d'eau, juste
un mot croisé
:: joe.retour
le formulaire, signé
un billet plié en huit
un dessin de cèpe
la moitié des réponses du mot croisé
une liste de courses, trois lignes
:: joe.sujet
les champignons
la météo
les trains à vapeur
le voisin du dessus
la soupe
les étoiles
les vieux outils
les oiseaux de la gouttière
:: joe.deb
Joël n'a pas ouvert. On a parlé.
Assis sur la marche, dos à la porte.
Il était là, j'ai entendu la chaise.
Il a répondu au deuxième coup.
Il n'a pas répondu tout de suite, il finissait quelque chose.
J'ai annoncé mon nom, il a annoncé le sien.
:: joe.suite
Relevé fait, il dicte, j'écris.
J'ai posé le sac devant, je suis descendu d'un étage, la porte a bougé.
Il avait besoin de pain et l'a dit.
Il rit bien.
Je n'ai pas demandé qu'il ouvre.
J'ai lu la lettre à voix haute, il a dit oui à la fin.
On a laissé passer la voisine, puis repris.
La minuterie s'est éteinte trois fois, on a continué.
:: joe.parole
« Vous êtes assis sur quoi ? »
« Je vous entends mieux que la télé. »
« Pas aujourd'hui. » Je n'avais rien demandé.
« Dites-leur que j'y pense. »
« Vous avez les chaussures qui grincent, c'est comme ça que je sais. »
« Le pain, le rond. »
"""

COLLECTIFS = """
== etrepas | etage | edu | m a e | Vie de l'étage, Repas, Vie de l'étage | repas
[etr.deb] [etr.suite]
[etr.deb] [etr.suite] [etr.parole]
Sur le palier ce soir, [petit] chaises et [plat]. [etr.suite]
{N} et {A} ont fait [plats] pour tout l'étage. [etr.suite]
{N} et {A} ont fait [plats] pour tout l'étage. [etr.parole]
{N} a voulu [etr.veut]. [etr.voulu]
Menu de la semaine discuté à l'étage. [etr.vote] [etr.parole]
[etr.vote] [etr.suite]
:: etr.voulu
C'était une bonne idée, on ne le lui a dit qu'au café.
{A} était contre et a mis la table.
On l'a fait, on ne sait pas si on le refera.
Accordé, à condition de débarrasser.
Il a fallu convaincre {A}, cela a pris le temps de la cuisson.
À moitié réussi, c'est-à-dire réussi.
On en a reparlé jusqu'à [h.soir2].
:: etr.veut
un repas froid
qu'on mange tous à la même heure, pour une fois
des nappes
manger sur le palier
qu'on serve les derniers en premier
un gâteau sans raison
:: etr.vote
Le gratin l'emporte de deux voix sur le riz.
On a voté pour les frites, à l'unanimité moins {N}.
Trois propositions, quatre oppositions, on fera des pâtes.
{N} a retiré sa proposition au profit de celle {Ade}.
La soupe repasse au vote la semaine prochaine.
:: etr.deb
Repas d'étage.
On a mangé à onze autour d'une table de huit.
Petit déjeuner commun, ce qui n'arrive jamais.
Pique-nique de palier.
Grande soupe.
Goûter improvisé.
Soirée pizzas, faites maison, de toutes les formes.
Ce soir chacun a apporté quelque chose.
Barbecue dans la cour, version première saucisse.
:: etr.suite
{N} a fait le service, {A} la critique.
Il manquait une fourchette, on ne saura jamais.
Tout le monde a débarrassé en même temps, gros embouteillage.
On a parlé jusqu'à [h.soir2].
{N} est resté{|e} le dernier bol à la main.
Personne n'a regardé la télévision, je le signale.
La fumée a fait descendre le rez-de-chaussée.
Vaisselle tirée au sort, {A} a perdu et a accusé le chapeau.
{N} a raconté une histoire que même {A} ne connaissait pas.
Il reste de quoi faire demain midi.
On a mis deux assiettes de plus pour ceux du bas.
:: etr.parole
« Y a pas de chef en cuisine. » (C'était {N}, qui commandait.)
{N} : « C'est la dernière fois, donc je m'applique. »
{A} : « On a mangé comme à la maison, mais en plus nombreux. »
Mot de la fin à {N} : « Qui a mis du sucre ? »
{N} a porté un toast « à ceux qui font la vaisselle ».
{A} a dit que c'était bon, et {A} ne dit jamais ça.
== etvie | etage | edu | m a e | Vie de l'étage, Quotidien, Vie de l'étage |
[etv.deb] [etv.suite]
[etv.deb] [etv.suite] [etv.fin]
[etv.deb] [etv.fin]
[~meteo] [etv.deb] [etv.suite]
Matin : [etv.matin] Soir : [etv.soir]
== etduo | etage | edu | m a e | Vie de l'étage, Quotidien, Vie de l'étage |
{N} et {A} [etv.duo]. [etv.suite]
{N} et {A} [etv.duo]. [etv.fin]
{N} a apporté [objet] pour le palier. [etv.suite]
== etmot | etage | edu | m a e | Vie de l'étage, Quotidien, Vie de l'étage |
Affiché sur le palier, de la main {de} : [etv.affiche] [etv.suite]
Mot anonyme sur la porte de la cuisine : [etv.affiche] [etv.fin]
Disparition : [objet]. [etv.disp] [etv.fin]
:: etv.disp
{N} accuse {A}, qui accuse le courant d'air.
Un avis de recherche est affiché, avec récompense en gâteaux.
L'enquête est confiée à {N}.
On a fouillé jusqu'au grenier.
C'était {A}, pour rendre service.
:: etv.matin
portes fermées, humeur de brouillard.
dispute pour la douche.
café renversé, on a marché dedans.
tout le monde en retard.
panne de réveil générale.
:: etv.soir
partie de cartes à six.
on ne s'est pas couchés.
réconciliation autour d'une tarte.
{N} a lu le journal à voix haute.
musique, pieds nus.
:: etv.affiche
« Le balai n'est pas une décoration. »
« Celui qui prend l'éponge la rend. »
« Ici on frappe. »
« Réunion des gens qui veulent. »
« Perdu un gant, gauche, tricoté. »
« La fenêtre ferme si on la ferme. »
« Merci à qui a réparé la chaise. »
« Qui chante le matin ? Continuez. »
« Défense de soupirer dans l'escalier. »
:: etv.duo
ont refait le tour des tâches
se partagent la table du palier, matin pour l'un, soir pour l'autre
ont déplacé le canapé, personne n'est d'accord
ont organisé une vente de pulls
ont échangé leurs chambres pour une nuit, pour voir
tiennent un concours de plantes
ont écrit à la voisine du 12
ont repeint la porte des toilettes
ont lancé une collecte pour une cafetière
ont sorti les jeux de société
:: etv.deb
Le palier est redevenu un salon.
Bruit, portes, rires : l'étage va bien.
L'étage est calme, trop calme pour {N}.
Ménage général à l'initiative {de}.
Grand tri des placards de la cuisine.
La machine à café est morte, deuil d'une heure.
Visite d'une famille, on a fait salon.
Un oiseau est entré par la fenêtre du palier.
{N} a mis une sonnette à sa porte.
Le tour de salle de bain est réécrit, en couleurs.
On a changé les rideaux du palier.
Cohue devant la salle de bain.
Le téléphone de l'étage a sonné sans arrêt.
Stagiaire au premier : on lui a montré la maison, dix fois.
:: etv.suite
{A} a tenu l'escabeau.
{N} a décidé, {A} a discuté, c'est fait.
Il a fallu vider, laver, remettre, et retrouver le sel.
On a beaucoup ri, je ne sais plus de quoi.
Chacun a donné son avis, même ceux qui n'en avaient pas.
{N} a pris le tournevis et personne n'a osé.
Deux personnes sont restées dans leur chambre, c'est leur droit.
J'ai proposé une règle, on m'a proposé une chaise.
On a gardé le vieux, au cas où.
Le rez-de-chaussée est monté voir.
{A} trouve que c'était mieux avant.
On ne sait pas qui paie, mais on sait qui choisit.
:: etv.fin
Prochaine tentative la semaine prochaine.
Je n'avais rien organisé.
On laisse comme ça jusqu'à la prochaine réunion.
Il faudra en reparler debout, à plusieurs.
{N} note tout, on pourra vérifier.
Et puis tout le monde est allé se coucher.
L'affaire est portée au CVS.
Ça sent encore la peinture.
Voilà pour aujourd'hui.
== etreu | etage | edu helene | e | Réunion, Vie de l'étage, Réunion | réunion
Réunion de palier.↵- [ere.point]↵- [ere.point]↵- [ere.point]
Réunion de palier.↵- [ere.point]↵- [ere.point]↵[ere.fin]
Réunion annulée faute de chaises, tenue dans l'escalier. [ere.point] [ere.fin]
[ere.point] [ere.parole]
:: ere.point
Le bruit : on se met d'accord sur dix heures, dix heures et demie les soirs de match.
Le tour de ménage : {N} garde le tableau, avec une gomme.
La salle de bain du fond : demande de verrou, transmise.
Les visiteurs : on les présente, c'est tout.
Les plantes : {A} s'en occupe, on ne les arrose plus par gentillesse.
Le linge oublié dans la machine : délai de deux heures, puis corbeille.
La télévision : un soir sur deux, le choix tourne.
Le chauffage : trop chaud pour {N}, trop froid pour {A}, on ouvre et on monte.
La sortie du mois : trois idées, aucune d'accord, on fera les trois.
Les chaussures dans l'escalier : on a ri, rien décidé.
Le courrier : chacun ouvre le sien, même s'il traîne.
La cuisine : qui salit lave, proposition {de}, qui n'a pas voté.
Le budget de l'étage : il reste [gros], on garde pour l'été.
L'ordinateur du palier : une feuille d'heures, et de la bonne foi.
La peinture du couloir : vert contre blanc, sept à quatre.
Les cigarettes : dehors, et la porte fermée derrière.
:: ere.parole
{N} : « On décide ou on en parle ? »
{A} a réclamé que ce soit écrit. C'est écrit.
{N} : « Vous notez toujours quand c'est nous, jamais quand c'est vous. »
{N} a levé la main, puis l'autre, puis a dit que c'était bon.
{A} : « Moi je suis d'accord avec la dernière personne qui a parlé. »
Silence, puis {N} : « On mange quand ? »
:: ere.fin
Levée à [h.soir2], dans le calme.
On se revoit quand il y aura quelque chose à dire.
Je transmets, et je reviens avec une réponse.
Compte rendu relu par {N}, un mot changé.
Prochaine fois c'est {A} qui préside.
On a fini les biscuits.
== etfete | etage | edu | e | Fêtes, Vie de l'étage, Loisirs | fête
[etf.deb] [etf.suite]
[etf.deb] [etf.suite] [etf.suite2]
[etf.deb] [etf.suite2]
On a regardé [media] à [petit]. [etf.suite]
Tournoi [jeude] : {N} bat {A} en finale. [etf.suite2]
Goûter tardif pour fêter {N}. [etf.suite] [etf.suite2]
Match à la télévision, {N} au premier rang. [etf.suite2]
:: etf.deb
Soirée déguisée, thème libre donc aucun.
Loto de l'étage.
Karaoké, la porte fermée.
Bal de palier.
Concours de grimaces, arbitré par {N}.
Veillée sans électricité, volontaire.
Soirée photos anciennes.
Goûter de départ d'une stagiaire.
{N} a sorti la guirlande du carton.
:: etf.suite
{A} a gagné une passoire.
{N} a chanté, on a découvert une voix.
Il y a eu une larme, discrète, et un verre de sirop.
Les enceintes ont grésillé, on s'en est passés.
On a poussé les meubles et dansé en chaussettes.
Le voisin est venu se plaindre, il est resté.
{A} s'est couché{Ae} tôt, bouchons d'oreilles fournis.
:: etf.suite2
Fin à [h.soir2], tout le monde rangé, les chaises aussi.
J'ai perdu, comme il se doit.
À refaire, mais pas tout de suite.
{N} a dit merci à chacun, un par un.
Le lendemain sera long.
== choeur | chorale | corinne samira karim maud | e m | Répétition, Répétition, Répertoire |
  chanson
[cho.deb] [cho.suite]
[cho.deb] [cho.suite] [cho.fin]
[cho.deb] [cho.parole]
[cho.deb] [cho.parole] [cho.fin]
[cho.deb] [cho.suite] [cho.suite2]
[cho.suite] [cho.suite2]
== chochant | chorale | corinne samira karim maud | e m | Répétition, Répétition, Répertoire |
  chanson
On a travaillé [cho.chant]. [cho.suite]
On a travaillé [cho.chant]. [cho.parole] [cho.suite2]
On a repris [cho.chant] depuis le début. [cho.suite2]
{N} propose [cho.chant]. [cho.vote]
{N} propose [cho.chant]. [cho.vote] [cho.parole]
== chopratique | chorale | corinne samira karim maud | e m | Répétition, Répétition, Répertoire |
  chanson
Présents : [cho.nb]. [cho.suite]
Présents : [cho.nb]. [cho.suite] [cho.fin]
[cho.pratique] [cho.fin]
[cho.pratique]
:: cho.nb
sept, et le chien de la voisine
huit
neuf
dix, dont un qui dort
onze
douze, plus une poussette
treize, on a manqué de chaises
six, les autres étaient enrhumés
:: cho.chant
un vieux canon
une chanson de marins
une valse
une berceuse portugaise
un air qu'on croyait connaître
une chanson de colonie
le refrain du feuilleton
une complainte à quatre couplets
un chant de Noël hors saison
une comptine en trois langues
une chanson de cantine
une chanson d'amour un peu trop haute
:: cho.vote
Adopté à mains levées.
Trop triste, dit la majorité, qui l'a chantée deux fois.
On essaiera la semaine prochaine.
Refusé, puis fredonné pendant toute la pause.
Il faut trouver les paroles, quelqu'un a bien un cousin.
:: cho.deb
Belle répétition !
Répétition en petit comité.
Le piano est toujours faux, nous aussi, nous sommes donc accordés.
On a commencé par souffler, longtemps, comme des ballons.
Séance très bavarde.
Personne ne se souvenait du deuxième couplet.
Trop chaud pour chanter, on a murmuré.
{N} est venu{|e} avec ses paroles recopiées à la main.
Répétition dehors, contre le mur, à cause de l'acoustique et du soleil.
Échauffement mené par {N}.
:: cho.suite
Les basses ont suivi, c'est-à-dire la basse.
{N} a tenu la note jusqu'à ce que tout le monde la trouve.
On s'est arrêtés trois fois pour rire.
{A} écoutait les yeux fermés.
Les deux voisines ont apporté des madeleines.
On a chanté plus bas, et c'était plus fort.
{N} arrive toujours un temps avant les autres, on a décidé que c'était le bon temps.
{A} a battu la mesure sur le radiateur.
Le couplet du milieu ne veut pas rentrer.
{N} et {A} partagent la même feuille.
Quelqu'un applaudissait depuis la rue.
On a mis les chaises en rond.
Deux voix, puis trois, puis on ne savait plus.
:: cho.suite2
On garde le silence de la fin, il est à nous.
La reprise était juste.
{A} a demandé qu'on recommence, pour le plaisir.
J'ai arrêté de compter les fausses notes, il y en a de très jolies.
On l'a chantée une dernière fois dans l'escalier.
Il faudra ralentir.
{N} a demandé à quoi ça sert, un bémol. Bonne question.
:: cho.parole
{N} : « On s'entend mieux quand on s'écoute. »
{A} : « Moi je chante dans ma tête, mais juste. »
{N} : « C'est pas faux, c'est vivant. »
{N} veut savoir qui a écrit ça et s'il allait bien.
{N} : « On recommence depuis là où on respire. »
{A} : « Ma mère la chantait, mais pas les mêmes mots. »
:: cho.fin
À la semaine prochaine !
Nous avons fini en retard.
Penser aux photocopies.
On a rangé les chaises en chantant.
Rideau.
Le concierge de l'école nous prête son lutrin.
La soupe était froide, personne ne s'en est plaint.
:: cho.pratique
Penser à faire accorder le piano, devis demandé.
Il manque trois chaises, quelqu'un a-t-il vu les pliantes ?
Les partitions sont dans la boîte rouge, dans l'ordre cette fois.
Invités à chanter à la médiathèque, on en parle à la prochaine répétition.
{N} ne sera pas là la prochaine fois, {A} prend la feuille.
Enregistrement prévu avec le téléphone de service.
On cherche un deuxième lutrin et un ténor.
La salle est prise par le loto, nous chanterons dans le hall.
== jard | jardin | fabrice ousmane samira | m a | Atelier, Jardin, Jardin | jardin
[~jar.travail] [jar.suite]
[~jar.travail] [jar.suite] [jar.parole]
[~jar.travail] [jar.parole]
[~jar.travail] [~jar.travail]
Au jardin à [petit]. [~jar.travail] [jar.parole]
== jarduo | jardin | fabrice ousmane samira | m a | Atelier, Jardin, Jardin | jardin
{N} et {A} [jar.duo]. [jar.suite]
{N} et {A} [jar.duo]. [jar.parole] [~jar.travail]
{N} a trouvé [jar.trouve]. [jar.parole]
{N} a trouvé [jar.trouve]. [jar.suite]
== jaroutil | jardin | fabrice ousmane samira | m a | Atelier, Jardin, Jardin | jardin
[~meteo] [~jar.travail] [jar.suite]
[~meteo] [jar.suite]
[jar.outil] [jar.suite]
[jar.outil] [~jar.travail]
- [~jar.travail]↵- [jar.outil]↵- [jar.suite]
:: jar.travail.hiver
On a paillé les planches.
Taille des groseilliers.
Bois rangé, bûches fendues.
Réparé la cabane, côté vent.
Sorti les graines, trié les vieilles.
Mauvaise herbe gelée, bon débarras.
Fait brûler les branches, avec l'arrosoir à côté.
Bêché un carré pour le geste.
Dessiné le plan du printemps sur un carton.
:: jar.travail.printemps
Semé les radis.
Planté les patates en deux rangs et demi.
Repiqué les salades.
Tondu, à tour de rôle.
Sorti les limaces une par une, relâchées chez personne.
Semis de haricots.
Monté les rames.
Désherbé entre les fraisiers.
Arrosé peu, la Belisse s'en est chargée.
:: jar.travail.ete
Arrosage à sept heures du soir.
Ramassé les courgettes, trop, comme toujours.
Récolte de haricots, une bassine.
Attaché les tomates.
Cueilli les groseilles, mangées sur place.
Mis des ombrelles aux salades.
Bassiné les courges.
Vendu [petit] bottes de persil au portail.
Sieste sous le prunier, c'est aussi du jardinage.
:: jar.travail.automne
Ramassé les noix du voisin, de notre côté du mur.
Arraché les pieds de tomates.
Rentré les courges.
Balayé les feuilles, mises au compost.
Planté l'ail.
Vidé les cuves avant le gel.
Retourné la planche du fond.
Cueilli les dernières poires.
Rangé les tuyaux.
:: jar.travail.sans
Désherbé l'allée.
Retourné le compost.
Remis de l'ordre dans la cabane.
Nettoyé les outils à la brosse.
Refait la bordure avec les vieilles briques.
Coupé la haie à hauteur de regard.
Porté de la terre, quinze brouettes.
Graissé la brouette, on l'entend moins venir.
:: jar.duo
ont creusé le même trou chacun de son côté
se disputent l'arrosoir vert
ont fait une pause plus longue que le travail
ont planté chacun leur rang, droit et pas droit
ont porté la brouette à deux
tiennent une théorie sur la lune
ont nourri les merles
ont refait la clôture
:: jar.trouve
une pièce de monnaie illisible
un ver énorme, présenté à tous
une clé rouillée
un nid vide
une bille
un fer à cheval
un orvet, remis à sa place
un bouton de blanchisserie
:: jar.outil
Plus qu'une fourche en état.
Le robinet du bas fuit.
Manque du terreau.
La serfouette est réparée.
Acheté des gants, taille enfant et taille géant.
La brouette est à plat.
Il faut une bâche.
On cherche un composteur d'occasion.
Le sécateur a disparu, puis est revenu.
:: jar.suite
Tout le monde a les mains noires, moi aussi.
{N} n'a pas touché la terre mais a donné des ordres justes.
{A} a arrosé trop, ça sèchera.
On a fini par s'asseoir sur le mur.
Personne voulait rentrer.
Les voisins du 12 nous ont regardés, puis ont demandé des plants.
Café dans la cabane.
On a eu une visite : le facteur, dix minutes.
La rivière est passée sans s'arrêter.
{N} reste après les autres pour écouter.
Ça pousse de travers mais ça pousse.
{A} a mis une pancarte.
Deux rangs de mieux qu'hier.
:: jar.parole
{N} : « La terre, faut pas lui mentir. »
{A} : « Ça sert à rien de tirer dessus. »
{N} dit que les pissenlits sont des légumes. On a goûté.
{A} : « C'est du travail, mais dehors. »
{N} : « J'ai semé, le reste c'est pas moi. »
{A} veut savoir combien de temps vit un arbre.
{N} : « On le mange quand ? » On venait de le planter.
== conseil | cvs | corinne helene samira | a e | Compte rendu, Compte rendu, Courrier | réunion
Réunion du conseil, [petit] présents. [cvs.point] [cvs.point]
Réunion du conseil, [petit] présents.↵- [cvs.point]↵- [cvs.point]↵- [cvs.point]
Réunion du conseil.↵- [cvs.point]↵- [cvs.point]↵[cvs.fin]
== cvsujet | cvs | corinne helene samira | a e | Compte rendu, Compte rendu, Courrier | réunion
{N} demande d'inscrire à l'ordre du jour : [cvs.sujet].
{N} demande d'inscrire à l'ordre du jour : [cvs.sujet], et aussi [cvs.sujet]. [cvs.fin]
Réponse de la direction sur [cvs.sujet] : [cvs.reponse] [cvs.fin]
Affiché dans le hall : [cvs.sujet], réponse attendue. [cvs.fin]
Question portée par {N} : [cvs.sujet]. [cvs.reponse]
== cvspoint | cvs | corinne helene samira | a e | Compte rendu, Compte rendu, Courrier | réunion
Préparation avec {N}. [cvs.point] [cvs.fin]
[cvs.point] [cvs.fin]
:: cvs.sujet
les horaires du petit déjeuner
l'éclairage du chemin
la couleur du minibus
le goût du café
le délai des réparations
les menus du soir
les visites après dix heures
le bruit de la ventilation
le règlement de la lingerie
l'entretien des vélos
le wifi de l'étage
la boîte à idées, vide
le droit d'avoir un animal
la place des plantes dans les couloirs
:: cvs.reponse
oui, dès le mois prochain.
devis demandé.
la direction ne savait pas, elle sait maintenant.
non, avec les raisons, écrites.
on essaie trois mois.
la question est renvoyée à la mairie.
c'était une habitude, pas une règle.
:: cvs.point
{N} rappelle que la question a déjà été posée deux fois.
Le compte rendu précédent est adopté, une virgule près.
Les familles demandent un parking, les résidents un banc.
{A} propose une boîte à idées fermée à clé, la clé au conseil.
On vote pour le banc.
Le menu végétarien est adopté deux soirs par mois.
L'élue de la mairie est excusée.
Les délais de réparation seront affichés.
{N} lit une lettre reçue, en sautant les formules.
Budget fêtes : [gros], à dépenser avant l'été.
Les stagiaires se présenteront désormais à table.
La direction présente le projet de travaux, questions nombreuses.
{A} demande qu'on parle moins vite. Adopté aussitôt.
On fixe la date de la fête de la maison.
:: cvs.fin
Levée de séance, jus d'orange.
Compte rendu affiché en gros caractères.
{N} relira avant diffusion.
Prochaine date à voir avec {N}.
Merci à ceux qui ont parlé pour la première fois.
== proches | parents | judith helene corinne clementine | a | Rencontre, Rencontre, |
[prc.deb] [prc.suite]
[prc.deb] [prc.suite] [prc.suite2]
== prcpratique | parents | judith helene corinne clementine | a | Rencontre, Rencontre, |
[prc.pratique]
[prc.pratique] [prc.suite2]
[prc.parole] [prc.suite2]
== prclong | parents | judith helene corinne clementine | a | Rencontre, Rencontre, |
[prc.deb] [prc.parole] [prc.suite]
[prc.deb] [prc.suite] [prc.parole] [prc.suite2]
[prc.deb] [prc.suite]¶[prc.suite2]
:: prc.deb
Ils étaient sept.
Ils étaient neuf, et une personne restée dans sa voiture puis entrée.
Dix personnes, dont deux nouvelles.
Petite rencontre, cinq personnes et beaucoup de gâteaux.
Douze, un record.
Huit autour d'une table ronde.
Six, à cause de la pluie.
:: prc.suite
On a parlé des week-ends, de la fatigue qu'on ne dit pas, et des valises trop pleines.
Il a été question du téléphone : qui appelle, quand, et que faire quand ça ne répond pas.
Une mère a raconté les courses de Noël d'il y a trente ans, tout le monde les voyait.
Un père a demandé comment on fait pour ne plus s'inquiéter. Personne n'a su, tous ont répondu.
Une sœur est venue à la place de la mère, et a parlé pour elle-même.
On a échangé des adresses de dentistes patients.
Le mot « culpabilité » est arrivé au café, on l'a laissé passer.
Beaucoup de questions sur la tutelle, une intervenante viendra.
On a ri d'une histoire de cadeau offert trois fois.
Ceux qui ne parlent jamais ont parlé.
:: prc.suite2
On n'a rien conclu et l'on s'est donné rendez-vous.
Deux personnes sont reparties ensemble, elles ne se connaissaient pas.
J'ai rangé les chaises avec un monsieur qui n'était pas pressé de rentrer.
Je n'ai nommé personne, c'est notre règle.
On a décidé d'apporter des photos la prochaine fois.
Le gâteau aux noix était disputé.
Quelqu'un a demandé qu'on commence plus tôt, à cause de la nuit.
:: prc.parole
« On me dit de souffler. Souffler où ? »
« Je ne viens pas apprendre, je viens m'asseoir. »
« Mon fils me protège, c'est le monde à l'envers. »
« Depuis qu'elle est ici, je dors. Et je m'en veux de dormir. »
« Quand ça va bien, je ne sais plus quoi raconter. »
« On devrait se voir quand tout va bien aussi. »
:: prc.pratique
Salle réservée, clé au café de la Poste.
Prévenir pour la prochaine fois : deux personnes préfèrent le matin.
Dix lettres envoyées, six réponses, dont une très longue.
Une maman demande si l'on peut venir avec un enfant. Oui.
Café, thé, jus : c'est noté, quelqu'un apporte les tasses.
Le car de quatre heures impose de finir à l'heure.
== rue | tanneurs | maud karim helene | a e | Réunion, Courrier, | humidité
[rue.deb] [rue.suite]
[rue.deb] [rue.suite] [rue.fin]
[rue.deb] [rue.parole]
[rue.deb] [rue.parole] [rue.fin]
== ruemesure | tanneurs | maud karim helene | a e | Réunion, Courrier, | humidité
[rue.mesure] [rue.suite]
[rue.mesure] [rue.parole]
[rue.mesure] [rue.fin]
Passage au [rue.num]. [rue.mesure] [rue.fin]
== ruecourrier | tanneurs | maud karim helene | a e | Réunion, Courrier, | humidité
Passage au [rue.num]. [rue.suite]
Réunion chez Chantal, [petit] personnes. [rue.suite] [rue.fin]
Courrier de Belisse Habitat. [rue.courrier] [rue.parole]
Courrier de Belisse Habitat. [rue.courrier] [rue.fin]
:: rue.num
5
7
9
11
5 puis au 11
7, deuxième étage
:: rue.courrier
Deux pages pour dire qu'ils répondront.
Le mot « aération » y est quatre fois.
Ils proposent un rendez-vous, à une heure où tout le monde travaille.
Ils demandent des photos, que nous avons envoyées trois fois.
Le signataire a encore changé.
Une enquête de satisfaction.
:: rue.deb
Porte-à-porte dans l'escalier du [rue.num].
Une locataire du 7 nous a rejoints.
On a relu la lettre à voix haute dans l'escalier.
Didier a apporté son cahier.
Il a plu trois jours, on a fait le tour des murs.
Chantal a fait du café pour tout le monde.
Vanessa a dessiné le plan de l'immeuble sur un carton.
Permanence dans la cour, une table, deux chaises.
:: rue.mesure
Hygromètre du [rue.num] : [rue.pct].
Tache relevée au [rue.num], plus haute de deux doigts que le mois dernier.
Le papier peint du [rue.num] se décolle côté rue.
Radiateur du [rue.num] en panne, encore.
Odeur de cave au rez-de-chaussée du [rue.num], fenêtre ouverte.
Au [rue.num], rien de nouveau, donc rien de mieux.
Photos refaites au [rue.num], avec le mètre.
:: rue.pct
81 %
83 %
84 %
86 %
87 %
88 %
90 %
79 %
:: rue.suite
On a recopié les relevés sur une seule feuille.
Deux signatures de plus.
Personne ne veut être le premier nommé, on signera en rond.
Un enfant a demandé si le mur avait soif.
On a partagé le travail : qui écrit, qui photographie, qui appelle.
Ceux du deuxième sont venus aussi.
On est restés dans l'escalier, c'est là que passent les gens.
Une dame a apporté ses factures de chauffage, sur cinq ans.
:: rue.parole
Une locataire : « On n'a pas honte, on a froid. »
Didier : « C'est écrit, tout est écrit. »
Chantal : « Asseyez-vous, ça monte plus lentement assis. »
Un voisin : « Ils sentent rien, au téléphone. »
Vanessa : « Moi j'ai rien, c'est pour ça que je viens. »
Une dame du 7 : « Avant je croyais que c'était moi. »
:: rue.fin
Copie à tout le monde.
On se revoit dans quinze jours.
À classer avec le reste, la boîte est pleine.
Je rappelle la mairie.
Rien de signé séparément, c'est convenu.
Le café était fort.
:: etf.suite
{N} a lancé une farandole, elle s'est arrêtée au lavabo.
Les règles ont changé deux fois en route, au profit {Ade}.
Il n'y avait plus de chips, on a fait griller du pain.
{A} a tenu le rôle du présentateur avec une louche.
On a ouvert la fenêtre pour la fumée des bougies.
{N} a gardé son chapeau toute la soirée, même pour la vaisselle.
Le rez-de-chaussée a envoyé une délégation.
{N} et {A} ont dansé sans se regarder.
Deux sont montés dormir, trois sont redescendus.
Il a fallu chercher une rallonge, puis une rallonge pour la rallonge.
{A} a pris des photos, on y voit surtout des dos.
Le sirop de menthe a fait des dégâts sur la nappe.
:: etf.suite2
Rangé à six, en cinq minutes.
Je n'avais pas vu {N} rire comme ça.
Demain on cherchera les chaises.
La musique s'est arrêtée d'elle-même.
{A} voudrait la même chose le mois prochain, en mieux.
Pas un mot de travers de la soirée.
Restes au frais, pour ceux qui n'étaient pas là.
Chacun est rentré chez soi, c'est-à-dire trois portes plus loin.
Le balai est passé de main en main.
:: etf.deb
Crêpes sans occasion.
Concours de soupe, trois concurrents, douze jurés.
Soirée de lecture à voix haute, à deux lampes.
Projection sur un drap tendu dans le couloir.
Repas du monde, chacun son pays, même inventé.
Soirée jeux, sans télé, pour essayer.
Thé dansant à quatre heures de décalage.
On a fêté la fin des travaux de la salle de bain.
Petit bal pour rien.
:: ere.point
La sonnette du palier : trop forte, {N} mettra un chiffon.
Le pain : une baguette de plus, {A} veut bien aller la chercher.
Les nouveaux rideaux : trois échantillons, on a gardé l'ancien.
L'armoire à balais : une clé, deux clés, ou pas de clé. Pas de clé.
Le panneau d'affichage : {N} enlève ce qui est passé de date.
Les lits d'appoint : qui les prend les rapporte.
Les réveils : chacun le sien, et pas celui du voisin.
Les poubelles : une semaine chacun, {A} commence.
La fenêtre du fond : elle ferme mal, demande faite.
L'odeur de vernis : {N} ira le faire dehors.
Le sèche-cheveux commun : il a disparu, il est prié de revenir.
Le repas du dernier soir du mois : on garde, on invite le bas.
Les prises : une multiprise par chambre, pas plus, {N} a vérifié.
Les cadeaux de départ : une enveloppe, sans liste de noms.
Le nom de l'étage : quatre propositions, on garde « le premier ».
:: ere.parole
{A} : « On pourrait faire une réunion sur les réunions. »
{N} s'est levé{|e}, a dit « moi j'ai confiance », et s'est rassis{|e}.
{A} a lu la liste à l'envers, c'était aussi clair.
{N} : « Si tout le monde est d'accord, c'est qu'on n'a pas compris. »
{A} a demandé combien ça coûte, puis qui paie, puis pourquoi.
:: ere.fin
Fin par extinction de voix.
{A} range les chaises, {N} éteint.
Deux points reportés, faute de combattants.
Tout le monde a signé, certains deux fois.
On a applaudi, je ne sais plus quoi.
La prochaine aura lieu dehors si le temps le permet.
:: etr.suite
{A} a fini le plat à la cuillère de bois.
Le dernier quart a été tiré à la courte paille.
{N} a expliqué la cuisson, {A} a expliqué le contraire.
On s'est serrés, ça tenait chaud.
Quelqu'un a demandé le sel en chantant.
{A} n'avait pas faim et a mangé pour deux.
Trois conversations en même temps, une seule casserole.
{N} a gardé une assiette pour qui rentrerait tard.
Le pain a manqué, on a saucé avec les crackers.
{A} a plié les serviettes en tricorne.
Il y avait une guêpe, elle a mangé aussi.
On a goûté la confiture {Ade}, le pot n'a pas survécu.
:: etr.deb
Dîner dans la cuisine, à tour de rôle.
{N} avait préparé une surprise, c'était du riz.
On a fini les restes de la semaine, classés par couleur.
Soirée soupe et tartines.
Midi dehors, sur les marches, assiettes sur les genoux.
Deux gâteaux concurrents ce soir.
Repas debout, la table étant chez le menuisier.
Grosse faim collective à cinq heures.
:: etv.deb
Un carton est arrivé sans nom de destinataire.
Les deux horloges du palier ne sont plus d'accord.
{N} a lavé les murs jusqu'à hauteur de bras.
La chambre du fond sert de débarras, débat.
Panne de télévision, panne de conversation, puis l'inverse.
{N} et {A} se sont croisés quatre fois avec le même panier.
Le facteur est monté jusqu'à l'étage, ce qu'il ne fait jamais.
La plante du palier a fait une feuille.
On a dégivré le congélateur, sur deux jours.
{N} a proposé de repeindre le numéro des portes.
Travaux dans la rue, on se parle en criant.
Petite inondation sous l'évier, vite contenue.
{N} donne des cours de belote sur le palier.
Vitres faites, on voit de nouveau les voisins.
:: etv.suite
{A} a pris des mesures avec ses pieds.
On a tiré au sort avec des allumettes.
{N} avait un avis, {A} en avait deux.
Il restait une chaise, on s'est relayés.
Quelqu'un a fait du café sans qu'on sache qui.
{A} est allé{Ae} chercher l'avis du rez-de-chaussée.
C'était bruyant et plutôt gai.
{N} a écrit un mode d'emploi, en trois phrases.
À cinq heures on n'y pensait plus.
On a mis un mot, avec un dessin pour ceux qui ne lisent pas les mots.
J'ai retrouvé dessous [objet] et deux euros.
:: etv.fin
À chacun sa version.
{A} s'en occupe, dit {A}.
On a voté l'ajournement.
Demain, on recommence en silence.
Rien n'est cassé.
Je préviens l'équipe de nuit, pour le bruit.
On en rira plus tard, certains ont commencé.
{N} a eu le dernier mot, très court.
:: etv.affiche
« Échange étagère contre silence. »
« Le savon n'est pas un jouet, sauf celui en forme de poisson. »
« Qui a pris mon marque-page ? Je recommence du début. »
« Prière de ne pas nourrir le grille-pain. »
« Ce soir on éteint tôt, on se le promet. »
« Cours de danse, débutants seulement. »
« La chaise bleue est à tout le monde, pas la rouge. »
« Merci pour la soupe. »
:: etv.duo
ont décidé de ne plus se fâcher avant midi
jouent aux cartes avec un jeu de cinquante et une
comparent leurs ordonnances comme des menus
ont monté le sapin en plastique pour voir s'il est complet
font pousser des lentilles dans du coton
ont descendu le vieux fauteuil, puis l'ont remonté
ont préparé un discours pour le départ d'une stagiaire
tiennent la permanence du téléphone
:: etr.voulu
C'était une bonne idée, on ne le lui a dit qu'au café.
{A} était contre et a mis la table.
On l'a fait, on ne sait pas si on le refera.
Accordé, à condition de débarrasser.
Il a fallu convaincre {A}, cela a pris le temps de la cuisson.
À moitié réussi, c'est-à-dire réussi.
On en a reparlé jusqu'à [h.soir2].
:: etr.veut
une louche par personne
qu'on goûte avant de saler
un menu écrit à la craie
inviter les voisines de la rue
:: etr.vote
Égalité parfaite entre purée et polenta, {A} tranchera.
On reconduit la soupe, avec des réserves.
{N} demande un jour sans légumes verts. Accordé, une fois.
:: nbe.a
{n} sur le palier avec un oreiller, couloir trop chaud d'après {n}.
pluie. la gouttière fait tambour.
réveil oublié qui sonne ds la 8, vide.
porte du bas pas fermée à clé hier soir. fermée.
{a} a laissé la lumière allumée exprès. laissé.
chauffage qui tape. purgé.
1 couloir, 9 portes, 0 bruit.
:: nbe.b
le distributeur de savon est vide.
{a} m'a offert la moitié d'un kiwi
à part ça le ciel était bien.
vu le facteur avant le jour.
j'ai rangé les chaussures par paires. il en reste 1
{n} a laissé un dessin sur le bureau, c'est moi je crois
tisane verveine finie. racheter
:: jar.parole
{N} : « C'est vivant même quand ça fait rien. »
{A} : « On arrose le soir, le matin c'est pour les gens. »
{N} veut qu'on laisse un coin sans rien, « pour voir ce qui vient ».
{A} trouve que le râteau a toujours raison.
{N} : « Moi je plante profond, comme ça ça réfléchit. »
{A} a demandé où vont les vers l'hiver. On a cherché, on ne sait pas.
{N} : « Faut pas leur parler de la météo, ça les stresse. »
{A} : « Chez mon grand-père y avait des poules. » On en reparlera.
{N} dit qu'une mauvaise herbe, c'est une herbe qui s'est trompée de place.
{A} : « Le dos, ça se plie, c'est fait pour. »
{N} : « On dirait que ça pousse exprès quand on part. »
{A} préfère regarder, et le dit en regardant.
:: jar.suite
Mains lavées au tuyau, tout le monde trempé.
Trois curieux au portail, un est entré.
On a rangé les outils par taille, puis par ami.
Le chat du 12 surveille les travaux.
{N} a goûté à tout, même à la ciboulette.
Pause sur les cageots, à l'abri du mur.
{A} connaît un raccourci pour le compost.
On s'est fait prendre par l'averse, finie sous la bâche.
{N} a donné la moitié à la cuisine, et l'autre à la voisine.
Les bottes sont restées en file devant la porte.
Un rouge-gorge a suivi toute l'opération.
{A} a retrouvé le goût de la bêche, dit {A}.
On a laissé le dernier rang pour demain, pour avoir une raison.
Personne n'a regardé l'heure.
:: jar.outil
Le tuyau est percé en deux endroits.
Deux pelles, un manche.
Plus de ficelle.
Les étiquettes sont effacées, on devine.
La cuve est pleine.
Le cadenas de la cabane est rouillé, on ne ferme plus.
Récupéré des palettes au marché couvert.
Prêté la fourche aux voisins, prendre des nouvelles.
Il faudrait une troisième binette.
:: jar.duo
ont mis une heure à choisir l'emplacement d'un pot
se sont prêté leurs gants, un chacun
ont construit un siège avec des parpaings
regardent travailler les fourmis
ont tiré le cordeau, puis l'ont suivi à peu près
se relaient à l'arrosoir
ont porté la grande échelle sans rien casser
comparent leurs radis
ont trié les graines sur une nappe
:: jar.trouve
un morceau de faïence bleue
une couvée de cloportes
une cuillère tordue
une chaussure d'enfant
une racine en forme de main
une ardoise avec des comptes dessus
une vieille étiquette de bouteille
une coquille parfaite
:: cho.suite
{A} tousse en mesure.
On a trouvé une deuxième voix par accident.
{N} avait froid et a chanté en manteau.
Le radiateur donne le la, à peu près.
{A} a compté les mesures sur ses boutons.
On a repris trois fois la même phrase, jusqu'à ce qu'elle soit facile.
{N} ne voulait pas du solo et l'a pris.
Quelqu'un est entré, s'est assis, est reparti en fredonnant.
{N} s'est trompé{|e} de chanson, la nôtre a suivi.
Les fenêtres étaient ouvertes, la rue s'est tue.
On a parlé plus que chanté, ce n'était pas du temps perdu.
:: cho.suite2
La dernière note a fait trembler un verre.
{A} a fermé les yeux et personne n'a osé finir.
On s'est applaudis, il n'y avait que nous.
Le refrain tient debout tout seul maintenant.
On la gardera pour les grands jours.
Il manque encore quelqu'un pour les aigus.
:: cho.parole
{N} : « C'est pas moi qui chante, c'est la chanson. »
{A} : « On commence quand on est prêts ou quand c'est l'heure ? »
{N} a demandé si un silence ça se répète aussi.
{A} : « Je suis venu{Ae} fatigué{Ae}, je repars pareil mais mieux. »
{N} : « Les paroles, je les comprends en les oubliant. »
{A} voudrait une chanson où on ne meurt pas à la fin.
{N} : « Moins fort, on entend plus. »
{A} a proposé de chanter plus lentement, tout le monde a regardé le fond.
:: cho.deb
Salle froide, voix lentes.
Tout le monde avait bonne mine.
Nous avons commencé sans attendre les retardataires, qui étaient la moitié.
Grand jour : la photocopieuse a tout sorti dans l'ordre.
{N} a apporté un disque, on l'a écouté avant de chanter.
On était nombreux, on a poussé les tables.
Répétition sans piano, clé égarée.
Un peu d'orage, au-dehors seulement.
:: cho.fin
On remet les chaises, merci à ceux qui les portent.
Belle lumière en sortant.
{N} a éteint.
Le thé était pour après, on l'a bu avant.
La prochaine fois, on commence par la fin.
"""

VOIX = """
== moi | @F @J @S | edu fabrice corinne maud karim | m a e | Ma parole, Ma parole, Ma parole, |
[moi.je] [moi.suite]
[moi.je] [moi.suite] [moi.fin]
[moi.je]
[moi.je] [moi.fin]
[moi.je] [moi.je2]
[moi.je2] [moi.suite]
[moi.je2] [moi.fin]
Je voudrais [moi.veux]. [moi.suite]
Je voudrais [moi.veux], et [moi.veux]. [moi.fin]
Ce que j'aime ici : [moi.aime], [moi.aime]. Ce que j'aime pas : [moi.aimepas].
J'aime pas [moi.aimepas]. [moi.suite]
J'ai relu mon cahier. [moi.cahier] [moi.fin]
[moi.cahier]
[moi.cahier] [moi.suite]
:: moi.veux
qu'on frappe avant d'entrer
une clé de plus
aller au marché sans liste
qu'on arrête de me demander si j'ai bien dormi
voir la mer
manger plus tard le soir
savoir qui travaille demain
un vrai bureau dans ma chambre
qu'on dise mon nom en entier des fois
garder la même personne pour les papiers
repeindre
un double de mes photos
qu'on me dise quand on parle de moi
choisir mon médecin
un calendrier avec de la place
:: moi.aime
le café de dix heures
quand il pleut et qu'on est dedans
la fenêtre
l'odeur du linge
les gens qui chantent faux
les soirs de match
le pain
qu'on me laisse finir
les escaliers quand y a personne
le jardin, de loin
le bruit de la machine
la dame de la poste
:: moi.aimepas
les réunions sans moi
les portes qui claquent
la soupe verte
attendre debout
qu'on me parle comme à un enfant
les surprises
l'odeur des couloirs d'hôpital
quand on change l'heure
les gens qui disent « on » pour dire « vous »
le téléphone qui sonne pour d'autres
:: moi.chose
mes lunettes
ma carte de bus
mes clés
mon carnet
mon briquet
ma montre
mon écharpe
mon deuxième gant
la photo
mon peigne
:: moi.je
J'ai passé une bonne journée, c'est à noter aussi.
J'ai dit non et on m'a entendu, ça change.
Aujourd'hui j'ai pensé à quelqu'un que je dirai pas.
Je suis pas d'accord avec ce qu'on a écrit hier, j'avais mes raisons.
J'ai dormi d'une traite, je le mets parce que d'habitude on écrit quand je dors pas.
J'ai fait [plats], tout le monde en a mangé.
Je suis allé{|e} [lieu] et j'ai reconnu le chemin.
J'ai eu peur cette nuit, c'était rien, mais c'était à moi.
On m'a demandé mon avis et j'en avais un.
J'ai retrouvé [moi.chose]. J'avais bien dit que c'était pas perdu.
Je me suis disputé{|e} avec {A}. On n'en parlera plus.
J'ai gagné [jeu], trois fois, {A} pourra vous le dire.
Le docteur m'a parlé à moi. J'ai répondu moi.
J'ai mis de l'argent de côté pour [objet].
J'écris pas souvent mais je lis.
:: moi.je2
C'est moi qui ai demandé à écrire, on me prête le clavier.
Je dicte, je relis après.
Quand je m'énerve c'est que j'ai attendu longtemps.
Les gens croient que je regarde dehors. Je réfléchis dehors.
Une chambre c'est pas grand, alors faut que ce soit la sienne.
Je sais très bien quel jour on est, c'est que ça m'intéresse pas.
Il y a des choses que je raconterai quand ce sera plus loin.
Je préfère qu'on me dise la vérité même quand elle est bête.
J'ai des projets mais ils ont pas besoin d'être écrits en gros.
:: moi.cahier
On m'a pris pour plus triste que je suis.
Y a trop de « calme » et pas assez de reste.
La page de l'autre jour, c'était pas de la colère, c'était de la fatigue.
Je veux qu'on enlève le mot « opposant{|e} », j'ai rien opposé.
C'est bien que ce soit écrit, comme ça je l'invente pas.
Vous avez oublié le plus important : il faisait beau.
Je mets ma page à côté de la vôtre, on verra.
:: moi.suite
Voilà, c'est dit.
Le reste je le garde.
Je l'ai dit à {A} aussi.
Je demande pas qu'on réponde.
Ça dépend des jours, mais aujourd'hui oui.
C'est pas pour embêter.
On peut en parler si on s'assoit.
Je redirai si c'est plus vrai.
Faut pas en faire une réunion.
J'ai le droit, c'est marqué.
On m'a déjà dit oui une fois.
:: moi.fin
Merci d'avoir tapé sans corriger.
Fin.
C'est signé moi.
Gardez-le.
Je veux une copie.
Ne le lisez pas tout haut.
Vous pouvez le montrer à l'équipe.
À demain.
== eux | ~F ~J ~S | edu fabrice corinne maud karim | m a e | Famille, Famille, |
[eux.je] [eux.suite]
[eux.je] [eux.suite] [eux.fin]
[eux.je] [eux.fin]
[eux.demande] [eux.fin]
[eux.demande]
[eux.je] [eux.demande]
:: eux.je
J'ai trouvé {N} en forme la dernière fois.
Merci pour les photos, je les ai mises sur le buffet.
On a passé un bel après-midi, sans regarder l'heure.
{N} m'a parlé du repas de l'autre soir pendant une demi-heure.
Au téléphone {N} avait sa petite voix, je voulais vous le dire.
Nous sommes allés jusqu'au pont et retour, {N} marchait devant.
J'ai mal compris ce qu'on m'a dit la semaine dernière, je m'en excuse.
Je ne viendrai pas ce mois-ci, la voiture est chez le garagiste.
{N} m'a montré sa chambre comme on montre une maison.
J'ai retrouvé des affaires d'enfance, je les apporterai si {N} veut.
On ne s'est pas disputés, et pour nous c'est une nouvelle.
:: eux.demande
Est-ce que quelqu'un peut regarder pour les chaussures ?
Pouvez-vous me prévenir quand les papiers seront signés ?
Je voudrais savoir si {N} mange bien, les autres questions peuvent attendre.
Dites-lui que j'appelle demain, pas ce soir.
Si {N} est d'accord, j'aimerais venir à la prochaine fête.
Je préfère qu'on me téléphone plutôt qu'on m'écrive.
Il faudrait un manteau plus chaud, je peux participer.
:: eux.suite
Je ne m'inquiète pas, je demande.
Cela m'a fait plaisir.
Il y a quelques années on n'y aurait pas cru.
Vous remercierez la personne qui était là.
Je le dis à {N} aussi, bien sûr.
J'ai eu du mal à repartir.
Je vois bien que vous n'avez pas deux minutes, et vous les prenez.
:: eux.fin
C'est tout.
Merci à vous.
Vous pouvez l'écrire.
Je rappellerai.
Ne lui dites pas que j'ai pleuré.
Bon courage à tous.
"""

OWN = """
== own.kevin | kevin | edu | m a e | Quotidien, , Sortie | bus
Kévin a annoncé le bus de [own.min] avant de l'entendre. Il avait raison à une minute près.
Kévin a passé [duree] à l'arrêt, sans monter. « Je vérifiais. »
Changement d'horaires affiché à la gare routière. Kévin les savait déjà, et n'était pas d'accord.
Kévin a dessiné la ligne 12 sur une nappe en papier, arrêts compris, abris compris. {A} a demandé
  où était la maison. « Là où ça s'arrête pas. »
Kévin a réparé la fermeture du sac {Ade}. Il ne l'a dit à personne, c'est {A} qui l'a dit.
Le chauffeur de la 12 a klaxonné en passant. Kévin a levé la main sans se retourner, comme un
  collègue.
Question de Kévin à table : combien de tours de roue jusqu'à Rives. On a calculé sur une
  serviette.
Rangé les papiers du classeur de Kévin, à sa demande : il lit, je troue. [arg.parole]
Kévin m'a fait changer d'itinéraire pour éviter un feu. Nous avons mis [own.min2] de plus.
:: own.min
17 h 52
18 h 07
7 h 38
12 h 15
19 h 20
16 h 41
:: own.min2
six minutes
neuf minutes
un quart d'heure
== own.odette | odette | edu | m a e | Quotidien, , Linge | mémoire
Odette a repassé les torchons, les serviettes, puis un journal que je n'avais pas fini.
Odette a repris ma façon de plier. « Le bord vers soi, sinon il s'ennuie. »
Odette raconte la cour du temps des cuves : [own.cuve]. Je ne connaissais pas.
On a descendu la chaise d'Odette à la lingerie, elle aime le bruit. [linge.parole]
Odette a corrigé la température de la machine sans lire le cadran. À la main, sur le hublot.
{A} a apporté à Odette une chemise tachée. Citron, sel, soleil : c'est parti.
Odette a tenu conseil dans l'escalier, sa canne en travers. On a attendu son tour pour passer.
Elle a retrouvé un nom, en pliant un drap : [own.nom]. Une camarade d'atelier. Elle l'a redit
  plusieurs fois pour ne pas le reperdre.
:: own.cuve
les cordes allaient d'un mur à l'autre, on marchait dessous comme sous des voiles
le chat dormait sur le couvercle de la troisième
on chantait pour ne pas entendre le patron
les mains des anciennes, on les reconnaissait au marché
l'hiver on se disputait les places près de la vapeur
il y avait une cloche pour le pain
:: own.nom
Raymonde
Yvette
la grande Simone
Paulette
Huguette
Denise
== own.marcel | marcel | edu | m a e | Quotidien, |
Marcel et Odette se sont disputé [own.marco]. Réconciliation à 22 h 15, sur les marches.
Marcel a réparé son transistor avec une épingle à nourrice. Il capte mieux, ou nous entendons
  moins.
Marcel a raconté [own.marh]. La chute n'est jamais la même.
Marcel a demandé qu'on ouvre la fenêtre, même par ce temps. On l'a ouverte.
Marcel a écouté [own.mars], l'oreille collée au poste.
Partie de dames, Marcel souffle les pions au sens propre.
:: own.marco
le sel
la place près du radiateur
le titre d'une chanson
la date d'un orage
la dernière figue
:: own.marh
l'histoire du cheval et du facteur
son service militaire en cuisine
la fois où la Belisse a gelé
le mariage de sa cousine
comment il a vendu deux fois la même échelle
:: own.mars
la météo marine
le jeu des mille francs, dit-il
une messe en latin
un match sans savoir lequel
== own.rosa | rosa | edu fabrice | m a e | Quotidien, Cuisine, | cuisine
Rosa a dit non [ref.a]. Une heure après elle attendait dans l'entrée, coiffée, l'air de nous
  attendre, nous.
Non, non, et non. Puis Rosa a fait [plats], « parce que j'avais dit non ».
Rosa a goûté [plat], reposé la cuillère, ajouté du sel, goûté, ajouté un silence.
Rosa corrige mon portugais. Je n'en avais pas, maintenant j'en ai trois mots, dont un gros.
Rosa a mis une étiquette sur [objet] : PAS TOUCHE. Personne n'y avait pensé avant l'étiquette.
Rosa et Alain n'étaient pas d'accord sur la cuisson. On a mangé en deux services.
« Non. » C'était Rosa, avant ma question. La question était : veux-tu du chocolat.
Rosa a fait le marché à la vitesse d'un général. [crs.suite]
== own.alain | alain | edu | m a e | Quotidien, , Argent | tickets
Alain a classé [own.tick] tickets [own.tri]. [own.alf]
Alain m'a demandé mon ticket de la boulangerie. Je le lui ai donné, il m'a remercié comme pour un
  timbre rare.
Rangement des boîtes d'Alain, à son rythme. Une ouverte, une lue, une refermée.
Alain a pu dire le prix du beurre il y a quatre ans, et la caisse. [own.alf]
{A} gardait un ticket pour Alain depuis une semaine, plié en deux. « C'est un vieux magasin, il
  existe plus. »
Garantie retrouvée par Alain pour [objet], valable encore deux mois. [own.alf]
Alain a changé de système : [own.tri], désormais. Il a fallu la table du palier et tout le monde a
  mangé debout.
:: own.tick
quarante
soixante-deux
une centaine de
cent douze
trente
deux cents
:: own.tri
par magasin
par couleur d'encre
par heure de passage
du plus effacé au plus noir
par saison
par longueur
:: own.alf
Il manque une semaine, il la cherche.
On ne jette rien.
Cela fait une belle pile.
Il dit que c'est de l'histoire.
J'ai tenu la boîte.
== own.mina | mina | edu | m a e | Quotidien, , Médiathèque | lecture
Mina a relu [own.doc] et trouvé [own.faute]. J'ai fait corriger.
Mina est revenue de la médiathèque avec [petit] livres. {A} en a déjà emprunté un.
Mina lit à table. On lui a demandé de quoi ça parlait. « D'un homme qui interrompt. »
Mina a demandé la source d'une phrase que j'avais dite. Je l'ai cherchée, je ne l'ai pas trouvée,
  je l'ai retirée.
Discussion avec Mina sur [own.doc]. Elle connaît l'article, moi l'usage. Elle a raison.
Mina a prêté un roman à {A}, avec un marque-page à l'endroit où « ça commence vraiment ».
Mina n'a pas signé [own.doc]. Il y avait une case cochée d'avance.
:: own.doc
le règlement de la médiathèque
le contrat d'assurance
la charte affichée dans le hall
le protocole incendie
la notice du four
le livret d'accueil
la feuille d'émargement
l'avenant
:: own.faute
deux fautes et un mensonge
une contradiction entre les pages 2 et 5
un article qui renvoie à un article supprimé
un « ou » qui aurait dû être un « et »
trois adverbes de trop
== own.nour | nour | edu fabrice | m a e | Quotidien, , | langue
Nour a appris le mot [own.mot] et l'a placé quatre fois dans la journée.
Appel au père de Nour. Il a traduit le principal, gardé le reste.
Nour a rendu [objet], son prénom dessus, au crayon cette fois.
Nour a montré à {A} comment on écrit de droite à gauche. {A} écrit mieux de ce côté.
Nour a réparé [pan.signal2], puis a attendu à côté pour être sûr.
Préfecture : numéro d'attente 84. Nour a dessiné une porte au dos du ticket.
Nour a fait du thé, trois fois bouilli, très sucré. On a tous les dents qui chantent.
:: own.mot
« quand même »
« dommage »
« charnière »
« provisoire »
« justement »
« volontiers »
« copeau »
« bref »
== own.fatou | fatou | edu corinne | m a e | Quotidien, Cuisine, | cuisine
Fatou a ri pendant [own.rire]. J'ai compris au deuxième rire, je me suis assis{_|e} à côté.
Fatou a fait [plats]. Les couvercles ont changé de tiroir, par représailles.
Fatou a demandé où était sa valise. Elle est à sa place. « C'est juste pour savoir. »
Rire de Fatou dans le couloir, le bon, celui qui finit en toux.
Fatou a appris à {A} à émincer sans se couper. Démonstration à toute vitesse.
Fatou tient ses horaires sur une feuille, en trois couleurs. La verte, c'est pour dormir.
Fatou a fait le tour des poignées ce soir, puis s'est couchée tranquille.
:: own.rire
l'exercice incendie
le film qui fait peur
la prise de sang
l'appel de la mission locale
toute la visite du médecin
l'orage
== own.jeanlou | jeanlou | edu claire | m a e | Quotidien, , | péniche
Jean-Lou a expliqué [own.nav] à {A}, avec des petits pains pour les bateaux.
Jean-Lou trouve que la maison gîte. On a posé une bille : elle roule, un peu. Il a eu raison
  d'insister.
Marche jusqu'à l'écluse avec Jean-Lou, [duree]. Il a salué l'éclusier par son surnom.
Jean-Lou connaît le niveau de la Belisse au bruit. Vérifié à l'échelle du pont : exact à deux
  centimètres.
Une péniche est passée sous le pont. Jean-Lou a donné son tonnage, son âge et l'humeur du patron.
Jean-Lou a refait tous les nœuds de la corde à linge. On ne sait plus les défaire, et c'est
  solide.
Denis a appelé d'un bief. Ça coupait. Jean-Lou a raccroché content : « Il avance. »
:: own.nav
le croisement de deux péniches
le passage d'une écluse
la marche arrière
ce que c'est qu'un remous
comment on dort à quai
la manœuvre par grand vent
== own.titi | titi | edu corinne fabrice | m a e | Quotidien, , Famille | anniversaires
19 h 10, Titi et sa mère. Conversation de [own.tel], on s'est dit ce qu'il fallait.
Titi a rappelé à {A} un anniversaire de [own.qui]. {A} l'avait oublié, volontairement.
Titi a souhaité l'anniversaire [own.qui2]. Personne ne l'avait fait avant lui.
Titi a compté : [petit] anniversaires ce mois-ci. Il a mis sa cravate pour chacun.
Titi a demandé la date de naissance du stagiaire avant son prénom.
Il est 19 h 09, Titi est déjà assis près du téléphone.
Carte achetée par Titi, [euros2], pour quelqu'un qui « fera semblant de pas s'y attendre ».
:: own.tel
deux minutes
trois minutes
quarante secondes
quatre minutes
:: own.qui
mariage
fiançailles rompues
rencontre avec le chien
arrivée ici
:: own.qui2
de la factrice
du minibus
de la dame de la pharmacie
de la maison, d'après une plaque
du remplaçant de l'an dernier
:: euros2
2,50 €
1,80 €
3,20 €
2 €
== own.petitpaul | petitpaul | edu fabrice corinne | m a e | Quotidien, |
Petit-Paul a attrapé [own.haut] sans escabeau.
Petit-Paul s'est cogné [own.cogne]. Il s'est excusé auprès de la poutre.
Petit-Paul tient la porte à tout le monde. Aujourd'hui, vingt minutes, c'était l'heure des
  livraisons.
Essayage de pantalons pour Petit-Paul : il faut commander. Il a choisi la couleur, on attendra.
{A} a demandé à Petit-Paul de lui décrire ce qu'on voit par-dessus le mur. Il a pris son temps.
Petit-Paul s'assoit toujours le dernier, pour voir où il reste de la place pour les jambes.
Petit-Paul a bercé le chat de la voisine. On ne voyait plus le chat.
:: own.haut
le ballon coincé dans la gouttière
l'ampoule du préau
le bocal du dessus
la cerise du haut
les rideaux de la salle
:: own.cogne
au chambranle du minibus
au lustre de la mairie
à la hotte
à la branche du prunier
à l'auvent de la pharmacie
== own.bernadette | bernadette | edu | m a e | Quotidien, Repas, | repas
Bernadette a mis la table pour [own.couv]. Nous étions un de moins.
Bernadette avait plié les serviettes en [own.pli]. On a osé à peine les déplier.
L'assiette en plus était aujourd'hui à côté {Ade}. On ne sait pas ce qui décide de la place.
Lettre de Geneviève. Bernadette l'a lue, l'a mise sous son assiette, et on a servi.
Bernadette a compté les fourchettes. Il en manque [own.four], elle a une piste.
Bernadette a montré à {A} où se met le couteau. « La lame vers soi, on n'attaque personne. »
Elle a gardé du pain pour « si quelqu'un passait ». Quelqu'un est passé : le facteur.
:: own.couv
huit
dix
onze
douze
quatorze
quinze
:: own.pli
éventail
bateau
pochette
nénuphar
bonnet d'évêque
:: own.four
une
deux
trois
== own.solange | solange | edu | m a e | Quotidien, |
Solange a pris l'air [own.fois]. L'air va bien.
Solange m'a dit du mal de tout le monde, équitablement. J'étais entre la météo et la télé.
« Je fume pas, j'ouvre. » Solange, à la fenêtre du palier.
Solange a donné [objet] à {A} en disant que c'était pour débarrasser.
Solange sait qui entre et qui sort, à quelle heure et avec quel sac. Elle n'en dit rien, sauf si
  on demande gentiment.
Solange a perdu au rami et a mis cela sur le compte des lunettes. Celles {Ade}.
Solange a toussé. Elle a expliqué que c'était l'air pur.
:: own.fois
quatre fois avant midi
neuf fois
sept fois
une fois, longtemps
sous un parapluie
== own.sacha | sacha | edu | m a e | Quotidien, | cactus
Sacha a rempoté le cactus, avec des pincettes à sucre. [own.cac]
Sacha a dîné sur le palier, casque sur les oreilles, une oreille dehors.
Long échange avec Sacha sur [own.suj]. J'ai changé d'avis deux fois.
Coup de téléphone à Claudie, du sous-sol. Sacha remonte toujours de meilleure humeur.
Sacha a repris quelqu'un sur un pronom, sans colère. L'autre a corrigé, et on a continué à manger.
Sacha a teint une mèche en [own.coul]. {A} veut la même.
Sacha dit qu'ici on frappe aux portes, et que c'est une bonne raison de rester.
Cactus de Sacha : [own.cac]
:: own.cac
un centimètre de plus depuis la rentrée.
il penche vers la fenêtre, on l'a tourné.
deux épines dans un doigt, le mien.
il lui faut moins d'eau et moins de conseils.
il a un nom, que je n'ai pas le droit d'écrire.
:: own.suj
les prénoms
les voyages en train
ce qu'on met dans un CV
les familles qu'on choisit
la musique trop forte
l'orthographe
:: own.coul
bleu
vert
orange
violet
== own.lin | lin | edu judith | m a e | Quotidien, | dessin
Lin a dessiné [own.dos], de dos. C'était la nuque, exactement.
Trois crayons taillés sur la table, dans l'ordre. Lin était passée.
Lin a mis un dessin sous le rond de serviette {Ade}. {A} l'a gardé dans sa poche toute la soirée.
Visite des parents de Lin. Sa mère avait apporté des raviolis à la vapeur, on en a parlé jusqu'au
  soir.
Lin m'a tendu une feuille blanche. J'ai dessiné un chat, mal. La feuille est revenue avec un chat.
Cahier de Lin presque fini. Acheté un autre, même papier, elle a vérifié l'épaisseur au doigt.
Pas un mot de Lin aujourd'hui, et [petit] dessins.
:: own.dos
la file devant la pharmacie
{A} à l'évier
la dame de la mairie
deux gendarmes devant une vitrine
le facteur
la cuisinière, avec son torchon
moi au téléphone
== own.moussa | moussa | edu fabrice | m a e | Quotidien, Sport, | football
US Courbelisse [own.sc]. Moussa analyse.
Moussa a mis son écharpe. Le match est [own.quand].
Moussa a expliqué le hors-jeu à {A} avec des tasses. {A} a demandé pourquoi la théière ne jouait
  pas.
Moussa a téléphoné à sa sœur pour lui raconter le match. Elle y était.
Entraînement vu du grillage avec Moussa. Il a crié deux conseils, un a été suivi.
Moussa a fait les vitres de la salle en commentant, comme à la radio. Mi-temps, café.
L'arbitre a tort depuis trois jours, d'après Moussa.
:: own.sc
0, les autres 3
1 partout
2, les autres 5
0 partout, donc presque une victoire
1, les autres 4, dont un de notre arrière
:: own.quand
demain
dans deux jours
reporté, terrain gelé ou inondé, on ne sait plus
dans une heure
== own.gaby | gaby | edu | m a e | CVS, Quotidien, | CVS
Gaby a fait signer une pétition sur [own.pet]. [own.sig] signatures, dont la mienne.
Gaby a demandé le règlement, l'a lu, et demandé qui l'applique.
Gaby reçoit, dans l'escalier, de cinq à six. Il y avait la queue.
Gaby a pris des notes pendant que je prenais des notes. On a comparé. Les siennes sont plus
  courtes.
« Je transmettrai. » C'est Gaby qui me l'a dit, cette fois.
{A} est allé{Ae} se plaindre à Gaby plutôt qu'à nous. C'est bon signe pour tout le monde.
Gaby a relancé la mairie au téléphone, en souriant, ça s'entendait.
:: own.pet
l'heure du pain
l'abribus
les ampoules du couloir
la soupe du soir
le banc devant la porte
l'eau chaude du premier
:: own.sig
Douze
Quatorze
Dix-sept
Dix-neuf
Vingt et une
== own.tonton | tonton | edu | m a e | Quotidien, |
Un livreur a demandé à Tonton de qui il était l'oncle. « Vous livrez quoi ? »
Tonton a accroché [own.cal]. Il a gardé les autres pour l'an prochain.
Tonton a donné trois conseils à {A}. Deux se contredisent, le troisième est bon.
Tonton a raconté [own.hist], en s'arrêtant juste avant la fin.
Nouvelle hypothèse pour l'oncle : {A} a parlé d'un neveu marin. Tonton n'a pas démenti.
Tonton a fait sa valise, l'a regardée, l'a défaite. Il dit que ça entretient.
:: own.cal
un calendrier des pompiers
une vue de la Belisse
un almanach
une carte de France d'avant les autoroutes
:: own.hist
l'histoire de la tante et du notaire
un voyage dont il n'est pas revenu tout de suite
la fois où il a conduit un car
le banquet de ses trente ans
== own.aurore | aurore | edu maud karim | m a e | Quotidien, | clés
Aurore a demandé, puis s'est reprise, puis a fait sans demander.
Aurore a fait les comptes au crayon, la gaufre comprise.
Aurore a appelé sa grand-mère : elle a laissé sonner quinze fois, c'est la bonne méthode.
Aurore a fermé le tiroir à clé, puis l'a rouvert : elle avait mis la clé dedans. On a ri.
Aurore a invité {A} à goûter. Elle avait compté les chaises avant.
Aurore a ouvert la fenêtre de sa propre initiative. Je le note, il faisait froid, tant pis.
Avec Aurore, liste de ce qu'on achète en premier quand on est chez soi : [own.premier], puis
  [own.premier].
:: own.premier
une poêle
un paillasson
des verres dépareillés
un rideau de douche
une lampe qu'on choisit
une nappe
une passoire
== own.dom | dom | edu | m a e | Quotidien, | vaisselle
Dom a lavé [own.tasses]. Dont la mienne, pleine.
Dom a tout essuyé, même le robinet. « Il est moins seul comme ça. »
On a caché une tasse à Dom, par jeu. Il l'a trouvée en quatre minutes.
Dom a laissé une tasse sale exprès pour {A}, qui voulait essayer.
Dom a mal aux mains, l'eau est trop chaude. Acheté des gants. Il les a lavés.
La vaisselle de midi était faite à midi dix. Certains mangeaient encore.
:: own.tasses
vingt-six tasses
toutes les tasses de l'étage
onze verres et un vase
les tasses de la réunion, pendant la réunion
== own.fatoud | fatoud | corinne fabrice | m a | Quotidien, Accueil de jour, | chorale
Fatou D. a apporté du bissap pour tout le monde. Il n'y en avait plus à onze heures.
Fatou D. a reçu un message de sa fille. Elle l'a lu à voix haute au secrétariat, ponctuation
  comprise.
« D. comme dans demain », a-t-elle dit au livreur, qui n'avait rien demandé.
Fatou D. a remonté le moral {Ade} en vingt minutes, sans bouger de sa chaise.
Courrier encore inversé entre les deux Fatou. Ce n'était pas moi, cette fois !
Fatou D. a cousu un ourlet à toute la maison, sauf le mien, j'attends mon tour.
== own.hakim | hakim | fabrice | m a | Atelier, Atelier, Quotidien | atelier
Hakim a réparer [own.chaise]. Elle allait bien.
Hakim à recollé un barreau, il a mis 3 serre joints, "pour qu'il réfléchisse".
Hakim apporte un gateau de sa mère. On a arrêté l'atelier.
il a démonté [own.chaise] pour voir. Remontée, mieux.
Hakim fait le tour des chaises le matin. Il les secoue un peu. Il dit bonjour a celles qui
  bougent.
{A} c'est assis sur une chaise de Hakim. Hakim a regardé la chaise tout le repas.
pas de chaise auj. Hakim a réparé une table, sans conviction
:: own.chaise
la chaise de Corinne
une chaise de jardin
le fauteuil du hall
un tabouret de l'école
la chaise haute de la voisine
le strapontin du minibus
== own.ginette | ginette | corinne fabrice | m a | Quotidien, Transports, | bus
Ginette est arrivée avec [own.ferme] de la ferme de son frère.
Ginette a raconté le trajet, virage par virage. On y était.
Ginette a attendu à Saint-Brès plus longtemps que prévu. Elle a pris le temps de connaître un
  chien.
Ginette repart toujours avec son pain sous le bras. Roger l'attendait au bourg.
Ginette a pris la parole à table. Assise, mais quand même.
Ginette a appris à {A} à reconnaître les vaches de loin. On en voit deux depuis le toit du préau.
:: own.ferme
des œufs
un potiron
trois poireaux
un bouquet de menthe
des noix
un lapin (déjà en pâté)
== own.lulu | lulu | corinne fabrice | m a | Quotidien, Chorale, | chorale
Lulu a porté les pupitres. Tous, en une fois.
Lulu n'a rien dit et tout le monde s'est tourné vers lui. C'était le moment de commencer.
Lulu s'est assis près du radiateur et l'a accordé, du bout de l'ongle.
Une note grave dans le couloir. Lulu rangeait les manteaux.
Lulu a posé sa main sur l'épaule {Ade}, qui allait partir. {A} est resté{Ae}.
Lulu lit les partitions comme des cartes : il suit du doigt, il s'arrête aux carrefours.
On a mangé à côté de Lulu, en silence, c'était très bien.
Lulu a balayé l'atelier en rythme, à trois temps.
== own.ana | ana | fabrice corinne | m a | Atelier, Atelier, Quotidien | atelier
Ana a fini [atl.obj]. elle a compter en roumain, on suivait.
Un gros mot d'Ana, en français, très bien prononcé. La lame a sauté, personne de blessé.
Ana veut qu'on vende au marché. Elle a fixé les prix, ils sont honnêtes.
son mari est passé la chercher. Il a essayer le banc. Il est resté.
Ana a refait le travail {Ade} sans le dire, puis le lui a dit.
unu, doi, trei : [petit] planches. Ana range mieux que moi.
== own.jo | jo | fabrice corinne judith | m a | Quotidien, , |
Jo : « Ah ben oui. »
Jo s'est assise à sa place. {A} est venu{Ae} lui raconter ses malheurs.
Rien fait, avec Jo, [duree].
Jo a regardé poncer. Elle a soufflé une fois sur la poussière.
Jo a gardé les manteaux pendant la sortie. À notre retour elle avait chaud.
On a déplacé le fauteuil de Jo pour balayer. On l'a remis, elle a tendu le doigt : dix centimètres
  plus à gauche.
Jo a ri. On a cherché de quoi.
Absence de Jo aujourd'hui. La journée avait un trou près du poêle.
== own.wilfried | wilfried | corinne fabrice | m a | Quotidien, Accueil de jour, |
Wilfried, 9 h 30. La pendule aussi.
Wilfried est arrivé à 9 h 29 et a attendu dehors la minute.
Sortie prévue à [h.aprem] : Wilfried avait déjà son manteau. Nous sommes partis à l'heure, par
  politesse.
Wilfried a remis à l'heure l'horloge de la salle, puis celle du hall.
16 h 30, Wilfried se lève. {A} finissait une phrase, il l'a écoutée jusqu'au bout, debout.
Minibus en retard de sept minutes. Wilfried n'a rien dit, sept fois.
== own.emilie | emilie | fabrice corinne | m a | Quotidien, , Atelier | film
Émilie a filmé [own.film]. Levé la main, levé la main, filmé.
Émilie m'a montré un plan de dix minutes : [own.film]. On a tout regardé.
Émilie a demandé à {A} de refaire le geste, plus lentement.
Pas de film aujourd'hui, batterie à plat. Émilie a cadré avec les doigts.
Émilie a refusé qu'on efface. On a acheté une carte mémoire, [euros].
:: own.film
la pluie dans la gouttière
les copeaux qui tombent
des pieds sous une table
la vapeur de la cafetière
la porte qui se ferme toute seule
le chat, de loin, puis de trop près
le linge de la voisine
== own.patou | patou | fabrice | m a | Atelier, Quotidien | atelier
Patou c'est fâché avec la ponceuse. Il lui a parlé, elle a redémarrer.
Patou a affuté tout les ciseaux. On peut se raser avec.
Patou parle de son fils. Il a montré la photo au facteur.
Patou a mis un nom sur chaque machine, au feutre.
Patou à [atl.fait]. il l'a fait sans lunettes
== own.teva | teva | fabrice corinne karim | m a | Quotidien, Atelier | froid
Teva a froid. [own.froid]
Teva a gardé ses gants pour [own.gants].
Teva a regardé la carte du Pacifique dans le couloir. Il a posé le doigt et il l'a laissé là.
Il a fait bon. Teva n'a rien dit, on a compris qu'il était content.
Teva a appris un mot tahitien à {A}. On l'entend partout depuis.
Teva a sculpté un hameçon dans une chute de hêtre. Trop beau pour pêcher.
:: own.froid
On a bougé l'établi de vingt centimètres vers le tuyau.
Troisième pull.
Thé, couverture, et porte fermée, s'il vous plaît.
{A} lui a prêté son écharpe.
Le poêle fait ce qu'il peut.
:: own.gants
manger
jouer aux cartes
téléphoner
la photo de groupe
== own.zaza | zaza | corinne fabrice | m a | Quotidien, Salon, | salon
Salon de Zaza : [petit] têtes, aucune réclamation recevable.
Zaza a coupé les cheveux {Ade}. Elle a dit « fais-moi confiance », trop tard.
Zaza m'a passé la main dans les cheveux en disant « hum ».
Fermeture du salon à midi, la radio ne captait plus. On ne coupe pas sans musique.
Zaza a pleuré un peu en balayant les cheveux. « C'est l'ammoniaque. » Il n'y en a pas.
Zaza propose des permanentes. Réflexion générale.
== own.didier | didier | karim maud | m a | Visite, Logement, | humidité
Relevé de Didier ce matin : [own.fleur]. Noté avec le temps et la lune.
Didier s'est plaint de Lucette, puis lui a monté son pain.
Didier a recopié une année au propre. Le café a refroidi, on en a refait.
Nouveau crayon pour Didier. Il l'a taillé devant moi, cérémonieusement.
Lucette tape au plafond avec un balai. Didier répond du talon : c'est leur bonjour.
Didier m'a demandé ce qu'on mesure, chez moi. Rien. Il a eu l'air désolé pour nous.
:: own.fleur
trois fleurs
trois fleurs un quart
trois fleurs et demie
deux fleurs et une feuille
trois fleurs trois quarts
quatre fleurs
== own.kowalczyk | kowalczyk | maud | m a | Visite, , | chat
Monsieur [own.chat]. Mme Kowalczyk lui en a fait la remarque.
Thé chez Mme Kowalczyk. On ne parle pas d'argent pendant le thé, on en parle après, debout.
Mme Kowalczyk a refusé la lettre type. Elle a écrit la sienne, à l'encre violette.
J'ai eu dix minutes de retard chez Mme Kowalczyk. Le thé aussi, en représailles.
Mme Kowalczyk a repris mon subjonctif. Elle avait raison.
Visite du vétérinaire à domicile. Monsieur a été d'une grande dignité, le vétérinaire moins.
Mme Kowalczyk a lu sa facture à voix haute, comme un mauvais roman.
:: own.chat
a dormi sur le dossier MDPH
n'a pas daigné se lever
a renversé l'encrier
surveille la rue depuis le radiateur
a goûté mon gâteau
s'est couché dans ma sacoche
boude le nouveau fauteuil
== own.ibrahim | ibrahim | karim | m a | Visite, , | cuisine
Ibrahim avait fait [plats]. Pour quatre, donc.
Ibrahim a une nouvelle casserole, [euros]. Il l'a présentée comme une personne.
Cours de français : Ibrahim a appris [own.mot]. Il trouve que ça ne sert qu'en France.
Courrier lu ensemble. Ibrahim souligne ce qu'il comprend, pas le contraire. Ça fait une belle
  page.
Ibrahim a donné une part au gamin du troisième. La gamelle est revenue avec un dessin.
Deux dates de naissance, deux guichets. Ibrahim a fêté les deux.
== own.sandrine | sandrine | maud | m a | Visite, , | enfants
Week-end avec Enzo et Lola dans trois jours : Sandrine a fait les lits, les a défaits, refaits.
Sandrine a rapporté un dessin de Lola. [own.lola]
Appel de Sandrine à [h.soir] : Enzo a demandé à rester une nuit de plus.
Sandrine a inscrit Enzo [own.enzo]. Elle a signé à l'endroit du parent.
Calendrier de Sandrine : du vert, un point rouge, du vert.
Sandrine a cousu une étiquette dans chaque manteau. Deux prénoms, une même écriture.
Sandrine n'a pas pleuré à la gare, ou plus tard. Elle me l'a dit pour que je le note ainsi.
:: own.lola
Une maison avec deux portes.
Maman en très grand.
Un cheval, ou Enzo.
La rue, avec tout le monde dedans.
:: own.enzo
au judo
à la cantine des vacances
au centre de loisirs
à la médiathèque
== own.maryam | maryam | maud judith | m a | Travail, , | travail
Maryam a dormi quatre heures, en deux fois. Elle le dit comme on donne une mesure.
Maryam a corrigé une erreur dans la brochure de la CPAM. Envoyée à qui de droit.
Équivalence : encore une pièce, traduite, certifiée, tamponnée. Maryam a demandé la formule
  chimique du tampon.
Maryam a aidé le fils des voisins pour son exposé. Vingt sur vingt, il a apporté une part de
  gâteau.
Maryam parle de ses élèves d'Hérat par rangs : deuxième rang, près de la fenêtre.
Maryam a changé d'horaires de ménage. Elle a gagné un bus et perdu un après-midi.
== own.loic | loic | karim | m a | Travail, , | travail
Loïc a dormi jusqu'à [h.aprem]. Il avait livré [petit] heures la veille, sous la pluie.
Crevaison. Loïc a poussé le vélo et livré à pied, « la pizza était vexée ».
L'appli a changé ses tarifs. Loïc a fait le calcul sur son bras.
Loïc m'a doublé dans la rue Haute. Il a crié bonjour dans le virage.
Loïc cherche autre chose, entre deux commandes. On a ouvert un brouillon de CV sur son téléphone.
Vélo réparé avec une chambre à air à quatre rustines. Loïc en connaît l'histoire.
== own.chantal | chantal | maud karim | m a | Visite, , | café
Café chez Chantal, [petit] tasses. J'étais la septième ou la huitième personne.
Chantal a descendu un thermos aux ouvriers du trottoir.
Je voulais parler factures. Chantal a dit : « Après Mme Untel. » Mme Untel est restée.
Chantal a réglé une dispute de poubelles sans se lever.
Plus de sucre chez Chantal. Trois voisins ont sonné avec du sucre.
Chantal a demandé de mes nouvelles, et a attendu la réponse.
== own.steeve | steeve | karim | m a | Visite, |
Steeve a regardé la météo de là-bas. Vingt-neuf degrés. Il a remis son bonnet.
Steeve a cuisiné un rougail. La fenêtre était ouverte, l'immeuble entier a eu faim.
Peu de mots. Steeve a compté les mois, pas tout haut.
Steeve a mis de côté [euros] pour le billet.
Appel de sa famille, décalage horaire, Steeve a veillé. Il va mieux que d'habitude, fatigué mais
  mieux.
== own.mehdi | mehdi | karim | m a | Visite, Travail, | permis
Mehdi : son permis. [own.perm]
Révision du code dans l'escalier. J'ai compté [petit] fautes, dont la priorité à droite, qu'il
  conteste.
Mehdi a commenté toutes les manœuvres du bus. Le chauffeur a failli lui laisser la place.
Mehdi a trouvé un coffre de vélo, pas de vélo, pas de permis, mais un coffre.
On n'a pas parlé du permis pendant douze minutes. Record.
:: own.perm
Il a calculé : onze mois en économisant.
L'auto-école n'a plus de créneau.
Il a lavé la voiture de son oncle, deux fois.
Il veut passer par l'aide de la mission locale, dossier pris.
Il sait déjà quelle voiture.
== own.colette | colette | maud karim | m a | Visite, , | chorale
Colette ne s'ennuie pas. Je n'ai pas demandé.
Colette a fredonné en ouvrant les volets. Elle s'est arrêtée quand je l'ai entendue.
Colette a rangé son charbon par taille.
Colette m'a reçu{_|e} entre deux occupations. Je n'ai pas su lesquelles.
Colette a recopié ses paroles en grosses lettres, à cause des lunettes, pas à cause de la mémoire.
Colette a refusé l'aide-ménagère : « Elle déplace. »
Il y avait deux fauteuils près de la fenêtre, un pour le manteau.
== own.bao | bao | karim | m a | Visite, Jardin, | jardin
Bao m'a montré [own.pousse]. Il a attendu que je trouve ce qu'il y avait à voir.
Bao a redressé ma bêche, sans commentaire.
Au jardin ouvrier avec Bao. Le voisin de parcelle lui demande conseil, par gestes.
Bao a donné un sac de [own.legume]. J'ai voulu payer, mauvaise idée.
Bao a signé ses papiers sur un pot retourné. Un peu de terre sur le récépissé, ça fait foi.
Silence, désherbage, thé. Bao va bien.
:: own.pousse
une pousse
un semis sous cloche
une bordure
la rigole qu'il a creusée
ses outils alignés
un nœud de raphia
:: own.legume
coriandre
feuilles que je ne connais pas
gingembre
petits piments
salade
pois
== own.vanessa | vanessa | maud | m a | Visite, , |
Vanessa m'a raconté l'immeuble, étage par étage, y compris ce qui n'est pas encore arrivé.
Vanessa a gardé un bébé, deux colis et un secret.
J'ai croisé Vanessa, qui m'a donné mon emploi du temps de demain.
Vanessa a changé une ampoule dans l'escalier, avec public.
Vanessa a rempli son dossier seule, à l'encre verte. Tout y est.
Chez Vanessa il fait sec, et elle s'en excuse.
== own.eric | eric | karim maud | m a | Visite, , | fonderie
Éric a expliqué [own.fond]. Au présent.
Éric a passé la main sur le radiateur du bureau : « Fonte. Bonne fonte. »
Croisé un ancien de la fonderie avec Éric. Ils se sont parlé de températures.
Éric a refusé un café, puis en a fait trois.
Éric dit qu'il n'a besoin de rien. On a fait le dossier quand même, pour le cas où rien
  manquerait.
:: own.fond
la coulée
comment on lit la couleur du métal
le bruit d'un moule qui prend
les pauses de nuit
ce qu'on met dans les chaussures
"""

RECITS = """
== hsortie | F+ | edu | a e | Sortie, Quotidien, Loisirs | sortie
Parti pour une heure avec {N}, rentrés à [h.soir]. Il y avait du monde sur le pont, une péniche
  chargée de sable, et un monsieur qui vendait des [r.vend] dans un carton. {N} en a pris un pour
  {A}, sans marchander.
On devait acheter [crs.achat] et rentrer. On a suivi une fanfare jusqu'à la mairie, {N} devant,
  moi avec le cabas. Personne ne savait ce qu'on fêtait. {N} a demandé : c'était la retraite du
  garde champêtre.
{N} voulait montrer à {A} le chemin de la passerelle. {Ils} sont parti{es} à deux, avec mon numéro
  sur un papier. J'ai attendu près du téléphone comme une mère. {Ils} sont rentré{es} avec
  [objet], de la boue jusqu'aux genoux, et aucune explication.
À la piscine avec {N}. D'abord le bord, les pieds, [duree]. Puis l'échelle, deux barreaux. Puis
  l'échelle dans l'autre sens. « C'est froid mais c'est large. » On y retourne la semaine
  prochaine, c'est {N} qui l'a dit.
Médiathèque. {N} ne voulait rien emprunter, seulement s'asseoir. Une dame a proposé de l'aide, {N}
  a répondu que non merci, c'était occupé à se reposer. On est restés jusqu'à la fermeture.
Vide-grenier place du Marché avec {N} et {A}. Budget : [euros] chacun. {N} a négocié [objet] avec
  un sérieux qui a fait rire le vendeur, puis qui l'a fait céder. {A} n'a rien acheté mais a tout
  touché.
{N} a proposé de m'accompagner à la déchetterie. Nous avons jeté un sommier et rapporté une
  chaise. Sur la route du retour, fenêtre ouverte, {N} a parlé plus qu'en un mois. Je ne répète
  pas, c'était entre la départementale et nous.
Le minibus est tombé en panne à l'entrée de Rives. {N} a mis le gilet jaune et organisé la suite :
  qui pousse, qui téléphone, qui garde le pique-nique. On a mangé sur le talus. Dépannés à
  [h.aprem].
Cinéma. {N} a choisi le film d'après l'affiche, {A} d'après l'horaire. C'était long et il y avait
  des sous-titres. À la sortie personne n'était d'accord sur la fin, on en a parlé jusqu'à l'arrêt
  de la 12.
== hchambre | F+ | edu | m a e | Quotidien, Chambre, Quotidien |
J'ai frappé, {N} a dit d'attendre. J'ai attendu [r.minutes]. Quand la porte s'est ouverte, le lit
  avait changé de mur et [objet] trônait sur la table. « Voilà. Maintenant c'est dans le bon sens.
  »
On a enfin vidé le carton qui était sous le lit {de} depuis son arrivée. Dedans : des papiers, une
  taie brodée, [r.tresor]. Rien n'a été jeté. Le carton, si, et je crois que c'était lui qui
  pesait.
{N} a demandé une étagère. Je suis allé{_|e} chercher la perceuse, la perceuse était prêtée, alors
  on a mesuré, dessiné, discuté la hauteur. On n'a rien posé mais l'étagère existe déjà.
Odeur bizarre chez {N}. On a cherché ensemble, sans accuser personne : c'était un bouquet oublié
  derrière le rideau, offert par {A} il y a longtemps. {N} a gardé le ruban et on a ouvert grand.
{N} a collé au mur [r.mur]. Il y a un règlement sur la colle, je l'ai relu, il parle des clous.
  Donc on ne dit rien et c'est plus gai.
Inventaire des affaires d'hiver avec {N}. Un bonnet, deux écharpes, un seul gant. L'autre gant a
  été retrouvé chez {A}, qui avait l'autre moitié d'une autre paire. {Ils} ont décidé de les
  porter dépareillés.
{N} m'a fait asseoir sur la seule chaise, pour que je voie ce qu'on voit de là. On voit la cime de
  l'arbre, un bout de toit, et l'ampoule de la rue qui s'allume à [h.soir]. Je n'avais jamais
  regardé depuis cette place-là.
La clé {de} ne tournait plus. Graisse, patience, un peu de théâtre. Pendant que je m'énervais, {N}
  a poussé la porte avec l'épaule en soulevant, d'un geste de tous les jours. On n'a donc rien
  réparé.
== htable | F+ | edu | a e | Repas, Quotidien, Repas | repas
{N} ne voulait pas de [plat]. On a ouvert le placard ensemble : il restait des œufs, un oignon, du
  pain d'hier. Dix minutes plus tard c'est {A} qui demandait s'il y en avait une autre part.
Il manquait un couvert ce soir, {N} a donné le sien et a mangé avec la cuillère de service.
  Personne ne l'a relevé, sauf {A}, qui a poussé la salière de son côté.
Grande conversation à table sur [r.debat]. {N} était contre, puis pour, puis a proposé qu'on vote.
  Résultat : [r.vote]. On a débarrassé en continuant à discuter.
{N} est descendu{|e} avec une heure de retard, l'assiette attendait sur le radiateur. J'ai fait la
  vaisselle très lentement pour avoir une raison de rester. Au dessert on a fini par parler de
  [r.parler].
{N} a servi tout le monde avant de s'asseoir, dans l'ordre des prénoms. Quand est venu son tour il
  ne restait que du bouillon. {A} a partagé son assiette en deux, exactement, avec le couteau
  comme une règle.
Ce midi {N} m'a demandé comment on sait qu'on n'a plus faim. J'ai répondu une bêtise. {A} a dit :
  « Quand tu regardes ailleurs. » {N} a regardé ailleurs, et a repris du pain.
On a essayé la recette {de} : [plats]. Il fallait une demi-heure, il a fallu [duree]. Les affamés
  sont venus voir, ont soulevé le couvercle, ont été chassés. C'était bon, et surtout c'était à
  l'heure de quelqu'un.
== hdire | F+ J+ | edu corinne judith | m a e | Quotidien, , Paroles |
{N} voulait téléphoner mais pas qu'on écoute. J'ai prêté le bureau et je suis resté{_|e} dans le
  couloir à compter les carreaux. [r.minutes3] plus tard la porte s'est ouverte : « C'est bon,
  j'ai rien dit, mais je l'ai dit. »
Une stagiaire a demandé à {N} depuis combien de temps « on est ici ». {N} a compté sur ses doigts,
  puis sur les miens, puis a répondu : « Depuis la tapisserie à fleurs. » Il n'y a plus de
  tapisserie à fleurs depuis longtemps.
{N} m'a rendu un stylo emprunté je ne sais quand. « Il marche plus, mais il est à vous. » Je l'ai
  remis dans le pot. C'est idiot, cela m'a fait plaisir toute la journée.
Je cherchais mes mots pour annoncer à {N} que [r.annonce]. {N} le savait depuis le matin, par {A}.
  « Vous avez mis du temps. » Oui.
On m'a demandé au téléphone si {N} « acceptait bien les consignes ». J'ai posé la main sur le
  combiné et j'ai répété la question. {N} a réfléchi : « Dites que ça dépend qui les a écrites. »
  J'ai dit que cela dépendait.
Long après-midi. {N} a commencé trois choses et n'en a fini aucune : une lettre, un tricot, une
  dispute avec {A}. Pour la dispute, je crois que c'est aussi bien.
{N} a voulu savoir ce que j'écrivais. J'ai tourné l'écran. On a enlevé un adjectif, ajouté une
  virgule, et c'est devenu plus juste. Je devrais le faire chaque fois.
{N} est arrivé{|e} avec une question écrite sur la main : [r.question] Je n'ai pas su répondre.
  Nous avons appelé, attendu, rappelé. La réponse tient en un mot et il faudra la redemander.
Réveil de sieste, {N} ne savait plus si c'était le matin ou le soir. J'ai ouvert le rideau, on a
  regardé la lumière sans rien dire. « C'est entre les deux. » C'était ça.
{N} et {A} regardaient la pluie, chacun sa chaise. Je suis passé{_|e} trois fois, {ils} n'avaient
  pas bougé. À la quatrième il y avait une troisième chaise, vide, à ma place je suppose.
== hpapier | F+ | edu | m a | Démarches, Démarches, Papiers | papiers
La CAF réclame à {N} un papier que la CAF a perdu. On l'avait en double. {N} a tenu à l'apporter
  en main propre et à regarder la dame le ranger. « Là, dans la chemise, que je voie. »
Pour la photo d'identité de {N}, trois essais : trop souriant, trop flou, trop quelqu'un d'autre.
  Le quatrième a été accepté par la machine et refusé par {N}. [euros] au total. On retentera avec
  un vrai photographe.
Courrier de quatre pages pour {N}. On l'a lu à voix haute, chacun son paragraphe. À la troisième
  page {N} a posé le doigt sur une ligne : tout était là, le reste servait d'emballage. Réponse
  envoyée, avec copie.
{N} a rendez-vous avec le service de tutelle et veut y aller avec ses questions à lui, pas les
  nôtres. On les a numérotées. Il y en a [petit]. La dernière : « Est-ce que vous savez à quoi je
  ressemble ? »|m
{N} a rendez-vous avec le service de tutelle et veut y aller avec ses questions à elle, pas les
  nôtres. On les a numérotées. Il y en a [petit]. La dernière : « Est-ce que vous savez à quoi je
  ressemble ? »|f
MDPH : le renouvellement {de} est accordé. J'ai couru dans le couloir avec la lettre, {N}
  finissait un café et m'a dit de m'asseoir d'abord. On l'a lue assis, deux fois, puis on l'a
  rangée dans la pochette avec les autres victoires.
Le dossier [dem.quoi] {de} est complet. J'écris cette phrase lentement. Il a fallu [petit] appels,
  deux déplacements, et la patience {de}, qui en a plus que moi.
== hmed | F+ | edu | m a | Santé, Santé, Rendez-vous | santé
Rendez-vous [rdv.chez], {N} ne voulait pas y aller hier, ni ce matin, ni dans la voiture. Arrivés
  devant la porte : « Bon, puisqu'on est là. » C'était fini en dix minutes. Au retour on s'est
  arrêtés pour un chausson aux pommes.
Le médecin a demandé à {N} de noter la douleur de un à dix. {N} a demandé dix quoi. On n'a pas su.
  Finalement c'est « une douleur de marche d'escalier », et le médecin a trouvé cela plus clair.
À la pharmacie il manquait une boîte, livrée demain. {N} a signé le registre, corrigé
  l'orthographe de son nom, et gardé le stylo quelques secondes de plus. La pharmacienne a attendu
  sans rien dire, merci à elle.
{N} avait peur de la machine, pas de l'examen. La manipulatrice l'a mise en marche à vide, pour le
  bruit. On a écouté ensemble. Après quoi tout s'est passé sans moi, j'ai lu trois magazines.
Oublié la carte Vitale {de}, retour, re-départ, bouchon sur le pont. [r.minutes3] de retard,
  excuses. Le secrétaire a dit que c'était la première fois de la journée que quelqu'un s'excusait
  et nous a fait passer.
== hliens | F+ | edu | a e | Quotidien, Famille, Quotidien |
{N} et {A} ne se parlaient plus, je ne sais pas depuis quand. Ce soir l'ampoule de la cuisine a
  claqué, il a fallu tenir l'escabeau et passer le tournevis. La lumière revenue, {ils} ont
  continué à parler.
{A} avait le moral à zéro. {N} est monté{|e} avec deux bols, est redescendu{|e} avec deux bols
  vides [r.minutes2] plus tard, et n'a rien raconté. J'ai lavé les bols.
Partie [jeude] qui dure depuis trois soirs entre {N} et {A}. Les cartes restent sur la table avec
  une assiette dessus, personne n'y touche, même pour manger. On dîne autour.
{N} a appris à {A} [r.apprend]. Cela a pris toute la soirée, dans le rire surtout. À la fin {A} y
  arrivait mieux que {N}, qui a déclaré que c'était grâce à la méthode.
Une dispute est partie pour une histoire [r.dispute], {N} d'un côté du couloir, {A} de l'autre,
  moi au milieu avec le linge. J'ai plié. Quand il n'y a plus rien eu à plier il n'y avait plus de
  dispute.
{A} est à l'infirmerie avec de la fièvre. {N} a fait porter un dessin, une orange, puis s'est
  porté{|e} en personne, assis{|e} au seuil à cause des microbes. {Ils} ont parlé de porte à
  chaise.
== htravaux | J+ | fabrice corinne | m a | Atelier, Quotidien, Accueil de jour |
La commande de la mairie est partie ce matin, [petit] caisses peintes, chargées par {N} et {A}. Le
  monsieur du camion a demandé qui était le chef. Tout le monde a montré quelqu'un d'autre.
{N} voulait partir à [h.matin], puis à midi, puis après le café. À quatre heures on a fermé
  ensemble. C'est {N} qui a donné le tour de clé, et qui a vérifié trois fois la poignée.
On a reçu une classe de l'école Jean-Zay. {N} a montré comment on fait [r.demo], sans un mot de
  trop. Un petit a demandé si on était des artistes. {N} a réfléchi longtemps et a dit que ça
  dépendait des jours.
Il manquait quelqu'un pour la vaisselle, {N} s'est levé{|e}, puis {A}, puis tout le monde, si bien
  qu'on était huit devant un évier. On a fini par sortir les tables dehors et par boire un café
  debout.
Panne de chauffage dans le séchoir. On a travaillé en manteau jusqu'à onze heures, puis {N} a
  proposé qu'on déménage à la cuisine. Le poêle, la soupe, les cartes : meilleure journée du mois.
{N} est resté{|e} une heure à regarder {A} travailler. J'ai failli proposer quelque chose, je me
  suis retenu{_|e}. Vers [h.aprem] {N} a pris un chiffon et a commencé par l'autre bout. {Ils} se
  sont rejoint{es} au milieu.
La radio locale est venue nous voir. {N} a tenu le micro comme un verre, a dit bonjour à tous ceux
  qui écoutaient et à ceux qui n'écoutaient pas. On passera [r.quand].
Inventaire des outils avec {N}. Il manque deux ciseaux à bois et un mètre. {A} avait le mètre dans
  la poche depuis [r.depuis], les ciseaux sont encore en voyage.
{N} a mangé avec appétit et m'a demandé s'il y avait école demain. On a ri, et puis {N} a parlé de
  l'école, la vraie, celle avec le poêle et la maîtresse en blouse. Tout le monde a posé sa
  fourchette.
Sortie au marché couvert avec {N}, {A} et le chariot. Nous avions [euros] pour une soupe. {N} a
  fait goûter les olives à toute la queue. La marchande nous connaît, elle a mis un chou en plus.
== hchez | S+ | maud karim | m a | Visite, Visite, Quotidien |
{N} avait mis la table pour le rendez-vous : deux verres, une carafe, la pile de courrier au
  milieu comme un plat. On l'a entamée par le haut. Au fond il y avait [r.fond].
J'arrive à [h.aprem], {N} descendait les poubelles. On a parlé dans le local, entre les bacs,
  [duree]. Finalement je ne suis pas monté{_|e}, l'essentiel était dit, et il y avait moins de
  vaisselle à excuser.
Trois étages sans lumière. {N} m'attendait en haut avec une bougie plantée dans un verre. « Vous
  voyez, on s'arrange. » J'ai appelé le syndic de chez {N}, à la bougie, c'était presque solennel.
{N} a fait le tri dans ses clés : celle d'avant, celle de la cave, celle de personne. On les a
  étiquetées. Il en reste une qui n'ouvre rien et que {N} garde à part, avec raison.
Le facteur montait, la voisine descendait, {N} tenait la porte à tout le monde. J'ai attendu mon
  tour. On a fini par tenir le rendez-vous là, sur le palier, avec une attestation signée contre
  le mur.
{N} voulait écrire au propriétaire « sans le mot veuillez ». On a cherché autre chose. Ça donne
  une lettre très courte : [r.lettre] Envoyée en recommandé.
Chez {N}, le thermomètre marque [r.degres]. On a poussé la table, cherché d'où venait l'air,
  bourré la fente avec du journal. J'ai noté les numéros de page, on ne sait jamais, on voudra
  peut-être lire la suite.
{N} m'a demandé si je passais « par plaisir ou par planning ». J'ai répondu que le planning était
  arrivé le premier et le plaisir ensuite. Le café était prêt, donc la réponse convenait.
Rendez-vous à la banque avec {N}. La conseillère parlait à son écran. {N} a attendu un silence et
  a dit : « Je suis de ce côté. » Elle a tourné l'écran, et on a fait en dix minutes ce qui
  traînait depuis [r.depuis].
On devait regarder les factures. {N} avait reçu des nouvelles de loin et il n'était pas question
  de factures. On a regardé les photos. Les factures peuvent attendre [r.attend], j'ai vérifié les
  dates.
{N} a raté l'heure de la CAF et s'en voulait. On y est allés quand même, on a pris un ticket, on
  est passés. La dame du guichet a dit que l'heure, chez eux, était une indication. J'aurais aimé
  l'avoir par écrit.
Chez {N}, tout était dans des sacs. Un départ ? Non, des punaises chez le voisin. On a appelé le
  bailleur, puis l'agence, puis le bailleur. En attendant {N} dort au milieu de la pièce, comme
  sur une île.
Courses avec {N} à l'épicerie solidaire : [euros], trois sacs. À la caisse {N} a croisé une
  ancienne collègue et a dit « je dépanne ». On a fait comme si je faisais la queue derrière.
{N} a changé de médecin, sans prévenir personne, et en a trouvé un qui écoute. Il m'en a fait le
  portrait en trois gestes. Il suffit que je transmette l'adresse à la pharmacie.|m
{N} a changé de médecin, sans prévenir personne, et en a trouvé un qui écoute. Elle m'en a fait le
  portrait en trois gestes. Il suffit que je transmette l'adresse à la pharmacie.|f
== hvoisins | S+ | maud karim | m a | Voisinage, Logement, Quotidien |
La voisine {de} m'a arrêté{_|e} dans l'escalier pour se plaindre de la musique. Je suis
  monté{_|e}, il n'y avait pas de musique. On a écouté tous les trois : c'était la tuyauterie.
  Elle est rentrée chez elle un peu déçue.
{N} a gardé le chien du deuxième pendant un enterrement. Le chien a dormi sur la pile de papiers
  que nous devions faire. Nous n'avons donc rien fait, avec une excellente raison.
Réunion de copropriétaires affichée dans le hall. {N} est locataire et y est allé{|e} quand même,
  pour écouter. On lui a offert une chaise. La prochaine fois, {N} parlera du local à vélos.
Dégât des eaux : la cuisine {de} et le salon d'en dessous. Constat rempli à trois sur la machine à
  laver, le stylo passait de main en main. Le voisin a fini par proposer de prêter son aspirateur
  à eau.
{N} a prêté [objet] au troisième, qui l'a prêté au rez-de-chaussée. On l'a suivi d'étage en étage.
  Il est revenu avec un gâteau dessus.
L'ascenseur est en panne depuis [r.depuis]. {N} monte les courses de la dame du cinquième, marche
  après marche. Elle paie en conversation. « J'apprends des choses sur la guerre. »
== hpalier | etage+ | edu | m a e | Vie de l'étage, Quotidien, Vie de l'étage |
Sept heures et demie du matin, {N} tambourine à la salle de bain, {A} chante dedans. On a cru à un
  drame. C'était un duo. Les autres ont fait la queue en peignoir et ont donné des notes.
Le palier sent la peinture : {N} a décidé que la porte du placard serait [r.couleur]. {A} aurait
  préféré qu'on demande. On a demandé, après coup, à la majorité. Elle reste [r.couleur2].
Quelqu'un a laissé couler l'eau de la baignoire. {N} a vu le premier filet sous la porte, a crié,
  {A} a apporté toutes les serpillières de la maison. À onze heures c'était sec et tout le monde
  avait les pieds propres.
Une lettre est arrivée, adressée « aux gens du premier ». Elle venait [r.lettrede]. {N} l'a lue
  debout sur une chaise. On répondra, {A} cherche une belle enveloppe.
Grand silence à l'étage cet après-midi. Je suis monté{_|e} voir : ils étaient [petit] dans la
  chambre {de}, serrés, à regarder un oiseau sur le rebord. Personne ne m'a dit bonjour, il ne
  fallait pas bouger.
Le four s'est arrêté au milieu du gâteau {de}. On a traversé la cour avec le moule, {A} ouvrait
  les portes. Il a fini de cuire à l'accueil de jour, et il a fallu en laisser la moitié en
  paiement.
{N} a proposé que chacun mette une photo sur sa porte. {A} a mis un paysage. Un autre a mis une
  porte. La mienne, on me l'a demandée aussi, pour le bureau. Je cherche.
Vote pour la sortie du mois. La mer a gagné, la mer est trop loin, on ira à l'écluse avec des
  transats. {N} a demandé que soit noté : « C'est toujours de l'eau. »
Un monsieur est venu relever les compteurs. {N} l'a accompagné de porte en porte en présentant
  tout le monde. Il est resté prendre le café. Il reviendra l'an prochain, il a dit qu'il aurait
  plus de temps.
Sieste générale, même {N}. À [h.aprem] le téléphone a sonné douze fois dans le vide. J'ai répondu
  que tout le monde était en réunion, et dans un sens c'était vrai.
La bouilloire commune est morte. {N} veut en racheter une, {A} en a une qui dort dans son armoire,
  moi je dis rien. À la fin il y en avait trois sur la table et plus de prise.
{N} a fait un tableau des anniversaires, des allergies et des chansons préférées. Il manque des
  cases. {A} a rempli la sienne avec un dessin, et refuse d'expliquer.
Nouvelle venue pour deux jours en accueil temporaire, à la chambre du fond. {N} a fait visiter,
  {A} a prêté des chaussons. Le soir elle riait déjà de nos histoires, donc on a dû les raconter
  toutes.
On a retrouvé le double des clés de la buanderie, que tout le monde cherchait depuis [r.depuis].
  Il pendait au clou, à sa place. {N} soutient qu'il n'y était pas hier.
Ce soir, télévision coupée par l'orage. {N} a sorti les dominos, {A} la lampe à pétrole qui ne
  sent plus rien. On a joué en parlant bas, comme si c'était obligatoire. Quand l'image est
  revenue personne ne s'est levé.
Le repas était raté et l'on s'est tu. Puis {N} a dit : « C'est moi qui ai salé. » Puis {A} : « Moi
  aussi. » Nous étions quatre à avoir salé.
== hsalle | chorale+ | corinne samira maud | e m | Répétition, Répétition, Répertoire | chanson
Quelqu'un avait fermé la salle à clé. On a répété dans l'escalier, étagés comme des bouteilles,
  {N} tout en haut. Cela sonne tellement mieux que je me demande ce qu'on fait d'habitude dans une
  salle.
Deux heures pour quatre mesures, mais quelles mesures. {N} les a trouvées d'abord, puis les a
  prêtées à {A}. Les autres ont suivi quand ils ont voulu, l'un après l'autre, et à la fin c'était
  un chœur.
{A} n'avait pas le cœur à chanter et l'a dit en entrant. On lui a donné le rôle d'écouter, ce qui
  est un vrai rôle. À la pause {A} nous a dit ce qui n'allait pas. C'était juste.
Un monsieur a toqué au carreau : il accorde les pianos, il passait. Il a joué trois notes, a fait
  la grimace, a refusé d'être payé. {N} a demandé s'il pouvait aussi accorder les gens.
On a essayé [cho.chant] avec les mains seulement. Ensuite avec les pieds. Ensuite, quelqu'un s'est
  mis à chanter sans le vouloir, et il a bien fallu y aller.
{N} a perdu sa feuille et chante par cœur, avec des paroles de son cru. Nous les avons notées.
  Elles sont meilleures au deuxième couplet.
Enregistrement avec le téléphone posé dans un saladier, conseil {de}. On entend surtout la pluie,
  une chaise, et puis nous, loin, comme des gens heureux dans une autre pièce.
La maison de retraite nous invite. {N} est d'accord, {A} veut savoir s'ils connaissent les
  paroles. Ils les connaissent sûrement mieux que nous. On répondra la semaine prochaine, après
  vote.
On a fini par [cho.chant]. Au dernier accord {N} a gardé la note, {A} aussi, personne ne voulait
  être le premier à lâcher. C'est le téléphone du secrétariat qui a tranché.
== hterre | jardin+ | fabrice ousmane samira | m a | Jardin, Atelier, Jardin | jardin
{N} et {A} ont voulu savoir jusqu'où descend une racine de pissenlit. [r.minutes3] de fouille, un
  trou où l'on aurait pu planter un arbre, et la racine a cassé. {Ils} ont rebouché en silence,
  comme pour un enterrement.
Une dame s'est arrêtée au portail et a demandé si c'était à vendre. Quoi ? « Le calme. » {N} lui a
  donné un bouquet de [r.bouquet] et l'a fait asseoir. Elle est restée une heure.
On avait prévu de bêcher. {N} a trouvé un nid de hérissons vide sous les planches et il a fallu
  tout contourner, au cas où ils reviendraient. On a donc désherbé de l'autre côté, avec
  précaution.
{A} n'aime pas se salir et vient quand même. Aujourd'hui {N} lui a confié l'arrosoir, la cuve et
  la responsabilité des salades. À l'heure de partir {A} était en train de leur parler.
Dispute à propos du rang de poireaux : droit, disait {N} ; dans le sens du vent, disait {A}. On en
  a planté la moitié de chaque façon et on mettra une pancarte avec les noms.
Visite d'un monsieur des jardins ouvriers. Il a pris un peu de terre, l'a sentie, l'a rendue. {N}
  a fait pareil, gravement. Il paraît qu'elle est bonne mais qu'elle ne le sait pas encore.
La brouette a perdu sa roue en pleine pente. {N} a couru après la roue, {A} après {N}, moi j'ai
  tenu la brouette. Récupéré la roue dans la haie, la haie s'en remettra.
Rien fait de l'après-midi. {N} était assis{|e} sur l'évier, {A} sur le muret, on a regardé la
  rivière monter d'un doigt. C'est aussi de la surveillance.
- les gants : [petit] paires, dont une dépareillée↵- l'arrosoir vert a un trou, {N} l'a bouché au
  chewing-gum↵- {A} a proposé qu'on dorme ici une nuit d'été↵- répondu que j'allais demander
== hnuit | F+ | nadege | n | Nuit, Nuit, Nuit | sommeil
{N} m'a appelée à [h.nuit] pour me montrer la lune entre deux cheminées. Nous l'avons regardée
  passer d'un côté à l'autre. Il aurait été dommage de dormir, je le dis comme je le pense.
À [h.nuit], de la lumière sous la porte {de}. J'ai frappé doucement. « Je range. » En effet, tous
  les tiroirs étaient sur le lit, vidés, alignés. J'ai pris un tiroir et j'ai rangé aussi. Tout
  était plié vers l'aube, nous aussi.
{N} ne voulait pas de la veilleuse, ni du noir. Nous avons essayé la porte ouverte d'une main,
  puis de deux. À deux mains cela allait. J'ai mesuré, pour mes collègues.
Longue conversation à voix basse avec {N}, sur la cuisine de nos mères. La mienne mettait du
  piment partout, la sienne n'en avait jamais vu. À [h.nuit] nous avions faim toutes les deux,
  j'ai coupé du pain.|f
Longue conversation à voix basse avec {N}, sur la cuisine de nos mères. La mienne mettait du
  piment partout, la sienne n'en avait jamais vu. À [h.nuit] nous avions faim l'un et l'autre,
  j'ai coupé du pain.|m
Quelqu'un marchait. J'ai suivi le bruit jusqu'à la lingerie : {N}, debout devant la machine
  arrêtée, attendait la fin du programme. Il était terminé depuis la veille. Nous avons étendu le
  linge ensemble, puisque nous étions là.
{N} s'est éveillé{|e} à [h.nuit] avec une crampe. Marche dans le couloir, eau, un peu de massage.
  Pendant ce temps nous avons parlé de pays chauds. La crampe est partie la première.
:: r.vend
moulins à vent
peignes en corne
portraits de chiens
thermomètres
sifflets
petits couteaux
cerfs-volants
:: r.minutes
deux minutes
quatre minutes
cinq minutes
un moment
le temps d'une chanson
:: r.minutes2
une demi-heure
vingt minutes
une heure
trois quarts d'heure
:: r.minutes3
Dix minutes
Un quart d'heure
Vingt minutes
Une demi-heure
Trois minutes
:: r.tresor
un permis de pêche et un ticket de manège
deux photos sans personne
une médaille d'école
un carnet de chansons
un mouchoir noué
une boîte d'allumettes pleine de boutons
un programme de cirque
:: r.mur
une carte de France à l'envers
vingt cartes postales
un poster de voiture, trouvé dans la rue
des timbres
la première page d'un vieux journal
un calendrier de l'an prochain
:: r.debat
la peine de mort pour les moustiques
le droit de manger le dessert en premier
les chiens dans les cafés
l'âge de la retraite des rois
le prix du pain
les gens qui parlent aux plantes
la couleur de la mer
:: r.vote
cinq contre quatre, et un bulletin dessiné
unanimité moins une voix, la mienne
égalité
trois pour, trois contre, trois qui dormaient
adopté, sans qu'on sache quoi
:: r.parler
la mer
frères et sœurs
ce qu'on aurait voulu apprendre
l'ancienne cuisinière
chaussures
ce qui fait du bruit la nuit
:: r.annonce
la sortie était annulée
le rendez-vous était avancé
je partais en congés
le minibus ne viendrait pas
la chambre d'à côté serait refaite
la télévision était chez le réparateur
:: r.question
« Qui garde les photos quand on change de chef ? »
« C'est quoi, un ayant droit ? »
« On peut refuser un héritage ? »
« À qui est le jardin ? »
« Combien de temps c'est, provisoire ? »
:: r.apprend
à siffler avec les doigts
à lacer d'une seule main
à lire l'heure sur la vieille pendule
la belote
à dire bonjour en quatre langues
à faire tenir une pièce sur la tranche
le nœud de chaise
:: r.dispute
de tasse
de chaise déplacée
de porte
de volume
de pain entamé par le milieu
de tour de rôle
de chaussettes
:: r.demo
un assemblage
une couture droite
une soupe pour trente
un nœud plat
une teinture aux oignons
un tour de vis bien droit
:: r.quand
à l'heure du déjeuner
demain matin, après la météo
la semaine prochaine, si le montage le veut
un jour, d'après le journaliste
:: r.depuis
trois semaines
un mois
six mois
la rentrée
le début de l'année
huit jours
:: r.fond
une carte d'anniversaire, non ouverte
un chèque de [gros], encore valable
le papier que tout le monde réclamait
un avis de passage pour un colis
une photo de classe
un bon de réduction périmé
:: r.lettre
« Monsieur, il pleut dans ma cuisine. Venez. »
« Je paie. À vous. »
« La porte ne ferme pas. Moi je rentre, les autres aussi. »
« Merci de réparer ce qui est cassé. Je joins la liste. »
« Monsieur, cela fait quatre mois. Moi je compte. »
:: r.degres
quatorze degrés
quinze degrés
seize degrés et demi
treize
:: r.attend
huit jours
la fin du mois
quinze jours
encore dix jours
:: r.couleur
bleue
jaune
verte
orange
couleur brique
:: r.couleur2
comme elle est
comme ça jusqu'à la prochaine réunion
pour l'instant
ainsi, avec une deuxième couche
:: r.lettrede
de la voisine d'en face, qui nous remercie pour la chanson
d'une ancienne stagiaire, qui a eu son diplôme
du boulanger, qui change ses horaires
d'une classe, qui demande à nous visiter
d'un monsieur qui a vécu ici, il y a longtemps
:: r.bouquet
menthe
soucis
lavande
fenouil
romarin
sauge
== hpalier2 | etage+ | edu | m a e | Vie de l'étage, Quotidien, Repas |
Le minuteur a sonné, personne n'avait rien mis au four. {N} soutient que c'était un rappel. {A}
  s'est souvenu{Ae} alors de la lessive, moi du rendez-vous de trois heures. Donc c'en était un.
{N} a proposé un jour sans télévision. Huées. {A} a proposé un soir seulement, à l'essai. On a
  fait ça hier : [r.sanstele]. Personne n'a dit que c'était mieux, personne n'a rallumé.
Trois personnes voulaient la même douche à la même minute. {N} a sorti un dé. {A} a fait un six et
  a cédé son tour, « parce que c'est plus beau ». J'ai vu les deux autres chercher quelque chose à
  dire.
Il y avait une odeur dans le couloir. On a suspecté le placard, les chaussures, {A}, la rivière.
  C'était une demi-citrouille oubliée derrière le bac. {N} l'a portée dehors à bout de bras, avec
  escorte.
Un matelas a changé de chambre, puis un autre, puis les lampes. Vers [h.aprem] plus personne ne
  savait ce qui était à qui. {N} a fait l'appel. {A} a perdu un oreiller dans l'affaire et gagné
  un édredon.
Une vieille dame a sonné : elle avait habité la maison d'en face quand elle avait six ans et
  voulait voir la rue d'ici. {N} l'a conduite à la fenêtre du palier, {A} a apporté une chaise.
  Elle est restée sans rien dire, puis a demandé l'heure.
On n'avait plus d'ampoules, plus de piles, plus de pain. {N} a fait une liste, {A} une autre, la
  mienne était dans la voiture. Nous sommes revenus avec trois fois du pain.
Le dessert a été compté : [petit] parts, et nous étions un de plus. {N} a dit ne pas aimer ça. {A}
  a dit la même chose en même temps. Il en est resté une, évidemment, jusqu'au lendemain.
Atelier crêpes sans poêle, la poêle étant chez le voisin. On a fait des gaufres, sans gaufrier,
  sur la grille. {N} a baptisé le résultat « gaufres plates ». {A} a noté la recette.
Grand froid dans l'aile du fond. {N} a ouvert son radiateur, sa porte, et sa chambre à qui
  voulait. On s'y est retrouvés à sept avec des couvertures. {A} racontait une histoire de neige,
  ça n'aidait pas.
Il a fallu élire qui répondrait au téléphone du palier. {N} a une belle voix, {A} a de la
  patience. Finalement {ils} le feront ensemble, l'un dit bonjour et l'autre écoute.
La dame du ménage est en congé et nous nous y sommes mis. {N} les vitres, {A} les plinthes, moi
  l'escalier à reculons. En bas j'ai trouvé les traces de quelqu'un qui était remonté. On n'a pas
  cherché.
Quelqu'un pleurait, portes fermées. {N} est allé{|e} s'asseoir dans le couloir, {A} aussi, puis un
  troisième. On n'a pas frappé. Quand la porte s'est ouverte ils étaient cinq, avec du thé.
{N} avait rêvé de l'étage : on y habitait tous, mais sur un bateau. {A} a demandé qui tenait la
  barre. Il paraît que c'était la machine à laver. La matinée y est passée.
Il y a une marche qui grince, la septième. {N} la saute, {A} appuie exprès. Aujourd'hui on a voulu
  la réparer, marteau, clou, graisse. Elle ne grince plus et il manque quelque chose.
Le magnétophone de la salle commune a été retrouvé. Dedans, une cassette de l'étage, d'il y a
  longtemps : des couverts, des rires, une voix que {N} a reconnue. {A} a demandé qu'on n'efface
  pas. On n'efface pas.
Un pigeon est entré par la lucarne. {N} voulait qu'on attende, {A} qu'on agisse. On a attendu en
  agissant un peu : fenêtre ouverte, graines, silence. Il est sorti par la porte, comme tout le
  monde.
Ce matin les noms des portes avaient été échangés. {N} a cherché qui, {A} riait trop. On a laissé
  comme ça jusqu'au soir, le facteur s'est perdu et nous aussi.
Le groupe s'est disputé au sujet de la lessive, celle qui sent et celle qui ne sent pas. {N} a
  proposé deux bidons et un feutre. {A} a dessiné un nez sur l'un, un nez barré sur l'autre.
On attendait le réparateur depuis [r.depuis]. Il est venu pendant la sieste, n'a réveillé personne
  et a réparé. {N} n'y croit pas et a demandé qu'il revienne.
Petit concert de casseroles pour le départ de la remplaçante. {N} au couvercle, {A} à la passoire.
  Elle a pleuré, moi pas, j'étais au fouet.
{N} s'est installé{|e} sur le palier avec un carton et un écriteau : « Je répare ». Il y a eu
  [petit] clients. {A} a apporté une horloge arrêtée, et la reprend arrêtée, mais propre.
J'ai proposé une réunion sur les règles de la cuisine. {N} a apporté le règlement, {A} des
  biscuits. On a lu, on a mangé, on a barré deux phrases que personne n'appliquait. La cuisine va
  bien.
Partie de cache-cache d'adultes, partie d'un pari. {N} est resté{|e} introuvable jusqu'à [h.soir].
  {A} regardait ailleurs. C'était l'armoire à draps, il y faisait bon.
== hsalle2 | chorale+ | corinne samira maud | e m | Répétition, Répertoire, Répétition | chanson
Moi qui ai peur des silences, j'en ai compté un de sept secondes à la fin du dernier couplet. {N}
  le dirigeait du menton. Personne n'a bougé, même les chaises.
{N} a demandé à changer de place pour entendre {A}. Tout le monde s'est mis à changer. Le chœur a
  fait un tour complet, et voilà qu'on sonne autrement. On garde.
Des enfants de l'école se sont assis au fond, pour attendre le car. Au troisième refrain ils
  chantaient. {N} leur a donné le départ, très sérieusement. Le car a attendu.
Problème de clé, de sol et de fa. {A} trouve que cela fait beaucoup de clés pour une porte déjà
  ouverte. On a ri dix minutes, puis nous avons très bien chanté, sans partition du tout.
{N} tousse, {A} a perdu sa voix, le piano a perdu une touche. On a fredonné bouche fermée. C'est
  la plus belle chose que nous ayons faite depuis [r.depuis].
Répétition chez nous et non au séchoir, à cause de la vaisselle d'un anniversaire. On a chanté
  autour de la table. {N} a tapé la mesure avec une petite cuillère, {A} tournait les pages d'un
  magazine.
Un couple s'est arrêté sous la fenêtre. Nous les voyions, ils ne nous voyaient pas. Ils ont dansé
  quelques mesures sur le trottoir. {N} a demandé qu'on reprenne au début pour qu'ils ne soient
  pas obligés de s'arrêter.
== hterre2 | jardin+ | fabrice ousmane samira | m a | Jardin, Jardin, Atelier | jardin
{N} a compté les vers d'une pelletée, {A} a recompté. Douze et treize, il y en a un qui n'est pas
  resté pour le deuxième tour. On en déduit que la terre va mieux.
Un gamin du quartier venait voler des fraises. {N} l'a vu, a attendu qu'il ait la main pleine, et
  lui a demandé s'il voulait un panier. Il revient maintenant par la porte. {A} lui a trouvé un
  arrosoir à sa taille.
La tondeuse ne démarre pas. {N} a tiré, {A} a tiré, j'ai tiré, le facteur a tiré. On a sorti la
  faux. Personne ne sait s'en servir, sauf un monsieur qui passait.
Bataille contre les orties, gagnée vers midi. {N} a voulu en garder un carré pour les papillons.
  {A} a planté un piquet avec écrit dessus RÉSERVÉ. On a mangé la soupe des autres.
On a fait un épouvantail avec une veste {Ade} et le chapeau d'un stagiaire. {N} lui parle en
  passant. Les merles se posent dessus, c'est donc un perchoir.
Échange de graines avec le centre social de Rives. {N} a rempli les sachets, {A} a dessiné dessus
  ce que ça donnera. Sur l'un d'eux il y a seulement un point d'interrogation, c'est honnête.
{A} dormait dans la brouette. {N} l'a promené{Ae} doucement jusqu'à l'ombre. Réveil à [h.aprem],
  sans savoir comment. Personne n'a rien dit.
Journée à deux, {N} et moi, les autres étaient partis. On a travaillé sans se parler jusqu'au
  café. Après le café on a parlé sans travailler. Bilan équilibré.
:: r.sanstele
on a fini un puzzle de mille pièces, moins une
on s'est raconté nos premiers métiers
on a joué au jeu des capitales, {A} en a inventé
on s'est couché à neuf heures, reposés d'avance
on a écrit à tous les absents
"""

TEXTS = (COMMON, FOYER_A, FOYER_B, NUIT, AUTRES, COLLECTIFS, VOIX, OWN, RECITS)
