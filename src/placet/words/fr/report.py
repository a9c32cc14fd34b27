"""French words of the report. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "report.title": "Rapport",
    "report.contents": "Sommaire",
    "report.made-by": "Établi avec placet.",
    "report.behind": "La même chose en tableau",
    "report.view": (
        "Voici ce que peut voir {side}. Les coûts, préférences et notes des autres, ainsi que ce qui n’est que présumé,"
        " sont omis, et rien ici n’en a été tiré."
    ),
    "report.fact.day": "Situation au",
    "report.fact.size": "Le cas",
    "report.fact.for": "Établi pour",
    "report.for-all": ("qui tient le dossier ; il contient ce que les parties n’ont pas à voir les unes des autres"),
    "report.size.sides": {"one": "{count} partie", "other": "{count} parties"},
    "report.size.candidates": {"one": "{count} candidat", "other": "{count} candidats"},
    "report.size.posts": {"one": "{count} poste", "other": "{count} postes"},
    "report.size.demands": {"one": "{count} exigence", "other": "{count} exigences"},
    "report.size.statements": {"one": "{count} entrée au dossier", "other": "{count} entrées au dossier"},
    "report.summary": "Résumé",
    "report.in-short": "{what}",
    "report.more-below": "Il y en a d’autres ; la section sur la réponse les donne.",
    "report.settlement-below": (
        "Un tel règlement, pour les {count} postes, est montré dans la section sur la réponse."
    ),
    "report.rests-on-undetermined": {
        "one": "Le dossier ne tranche pas une exigence. Elle compte ici comme si elle tenait.",
        "other": "Le dossier ne tranche pas {count} exigences. Elles comptent ici comme si elles tenaient.",
    },
    "report.pictures": "Images",
    "report.pictures.means": (
        "Chaque image montre ce que contiennent les tableaux et les phrases qui la suivent, et rien de plus."
    ),
    "report.too-tall": "trop haute pour être lue sur une page ; le rapport en .html la montre.",
    "report.answer": "La réponse en entier",
    "report.settlement": "Un règlement",
    "report.settlements": "Règlements que toutes les parties peuvent accepter",
    "report.settlements.which": "Quel règlement est le meilleur selon quelle idée de l’équité",
    "report.settlements.number": "Règlement",
    "report.settlements.chosen-for": "C’est",
    "report.worth": "Ce qu’il vaut pour chaque partie",
    "report.settlements.table": "Les règlements, poste par poste",
    "report.number": "Numéro {number}",
    "report.any": (
        "Personne n’a dit ce qu’il préférait : c’est un règlement parmi d’autres, et il n’est pas meilleur qu’eux."
    ),
    "report.criterion": "{what} ({name})",
    "report.criterion-unproven": "{what} ({name} ; le meilleur trouvé, non prouvé)",
    "report.unproven": (
        "Là où il est écrit « non prouvé », la limite de travail n’a pas permis d’établir s’il y a un meilleur "
        "règlement."
    ),
    "report.post": "Poste",
    "report.post-or-term": "Poste ou point",
    "report.settled-as": "Attribué à, ou fixé à",
    "report.table": "Qui est à la table",
    "report.table.means": (
        "Une partie dont le consentement est requis peut refuser un règlement ; une partie qui ne fait que parler ne le"
        " peut pas. Tout ce que le dossier suppose, faute de source, est marqué comme hypothèse."
    ),
    "report.sides": "Les parties",
    "report.side": "Partie",
    "report.consent": "Consentement",
    "report.demands": "Exigences",
    "report.consent.yes": "requis",
    "report.consent.no": "ne fait que parler",
    "report.consent.votes": "requis, par {needs} voix sur {of}",
    "report.posts": "Postes et autres points",
    "report.posts.table": "Les postes",
    "report.seats": "Sièges",
    "report.seats.range": "{low} à {high}",
    "report.eligible": "Qui peut l’occuper",
    "report.eligible.all": "n’importe qui",
    "report.terms": "Ce qui doit aussi être convenu",
    "report.term": "Point",
    "report.options": "Options",
    "report.one-post-each": "Une personne n’occupe qu’un poste.",
    "report.several-posts": "Une personne peut occuper plusieurs postes.",
    "report.rules": "Règles dont nul ne peut dispenser",
    "report.candidates": "Candidats",
    "report.candidates.table": "Les candidats",
    "report.candidates.more": {
        "one": "Un candidat de plus est omis ; le fichier du dossier les a tous.",
        "other": "{count} candidats de plus sont omis ; le fichier du dossier les a tous.",
    },
    "report.name": "Nom",
    "report.groups": "Appartenance",
    "report.out-by": "Exclu de tous les postes par",
    "report.expected": "{side} (seulement attendu)",
    "report.record": "Le dossier",
    "report.record.empty": "Personne n’a formulé d’exigence.",
    "report.record.means": (
        "Chaque exigence, son état ce jour-là, et chaque déclaration à son sujet, dans les mots où elle a été faite. "
        "Les numéros entre crochets sont ceux des sources."
    ),
    "report.record.unquoted": "Le dossier ne contient aucune citation.",
    "report.record.side": "{side}",
    "report.record.speaker": "{side} (parle, sans consentement requis)",
    "report.record.beside": "Dit par ailleurs, sans faire partie d’une exigence",
    "report.record.voiced": "Présumé, alors que cela avait été dit",
    "report.record.disagreements": "Où les sources ne s’accordent pas",
    "report.statement.asserts": "{on} : {by} – affirmé",
    "report.statement.reaffirms": "{on} : {by} – réaffirmé",
    "report.statement.softens": "{on} : {by} – assoupli",
    "report.statement.withdraws": "{on} : {by} – retiré",
    "report.statement.presumes": "{on} : {by} – présumé",
    "report.statement.says": "{on} : {by}",
    "report.statement.votes": "{on} : {votes}",
    "report.statement.untold": "{on} : un décompte des voix qui ne le dit pas",
    "report.undated": "à une date non précisée",
    "report.somebody": "quelqu’un",
    "report.word-for-word": "Figure mot pour mot dans la source.",
    "report.not-word-for-word": "Ne figure pas mot pour mot dans la source.",
    "report.sources": "Sources",
    "report.sources.table": "Les sources",
    "report.source-number": "[{number}]",
    "report.number-head": "N°",
    "report.source": "Source",
    "report.dated": "Date",
    "report.method": "Comment cela a été trouvé",
    "report.method.asked": (
        "Un règlement dit qui occupe chaque poste et ce qui est choisi pour chaque point. Toutes les parties peuvent "
        "l’accepter s’il respecte chaque règle et n’enfreint aucune exigence d’une partie dont le consentement est "
        "requis."
    ),
    "report.method.binds": (
        "Compte ce qui tient ce jour-là. Ce qui n’est que présumé, ou que le dossier ne tranche pas, compte comme si "
        "cela tenait, sauf là où une phrase dit autre chose."
    ),
    "report.method.checked": (
        "Le cas a été traduit en un ensemble de conditions en nombres entiers, soumis à un solveur. Ses règlements ont "
        "été vérifiés à nouveau, en nombres entiers, par une partie du programme qui n’a aucun code en commun avec le "
        "reste."
    ),
    "report.method.count-exact": "Le nombre de règlements est exact.",
    "report.method.count-bound": "Le nombre de règlements est un minimum : il y en a au moins autant.",
    "report.method.minimal": (
        "Chaque raison est aussi petite que possible : sans l’une quelconque de ses exigences, les autres pourraient "
        "être satisfaites. Chaque issue est aussi petite que possible : si une seule de ses exigences est maintenue, "
        "elle n’ouvre rien."
    ),
    "report.method.all-found": "Toutes les raisons et toutes les issues ont été trouvées.",
    "report.method.not-all-found": (
        "La recherche s’est arrêtée à une limite ; il y a d’autres raisons ou d’autres issues."
    ),
    "report.method.fairness": (
        "Les idées de l’équité diffèrent et choisissent des règlements différents. Aucune n’est choisie à la place du "
        "lecteur. Toutes reposent sur ce que le dossier dit de la valeur d’un règlement pour chaque partie."
    ),
    "report.method.quotations": (
        "Une citation est comparée lettre par lettre à sa source là où le texte de la source se trouve dans le dossier "
        "du cas, et il est indiqué si elle y figure."
    ),
    "report.limits": "Ce que le rapport ne peut pas savoir",
    "report.limits.record": (
        "Il sait ce que contient le fichier du cas. Une source peut se tromper, quelque chose peut manquer, et une "
        "partie peut penser autre chose que ce qu’elle a dit."
    ),
    "report.limits.asked": "On n’a demandé à aucune des personnes nommées ici si elle accepterait.",
    "report.limits.merit": ("Il ne dit pas qui conviendrait à un poste ; il dit qui serait refusé, et par qui."),
    "report.limits.presumed": (
        "Ce qui est présumé est une supposition de qui tient le dossier, avec les raisons qui y figurent, et n’est la "
        "parole de personne."
    ),
    "report.limits.view": (
        "C’est la vue d’une seule partie. Des exigences qu’elle n’a pas à voir peuvent s’opposer à ce qui est dit "
        "acceptable ici, et chaque exigence des autres compte pour un coût de 1."
    ),
    "report.limits.translation": (
        "Les phrases dans cette langue n’ont pas encore été relues par un locuteur natif. Là où elles ne sont pas "
        "claires, le rapport en anglais fait foi. Les citations ne sont jamais traduites."
    ),
    "report.again": "Pour le refaire",
    "report.again.means": "Qui a le dossier peut refaire ce rapport et comparer.",
    "report.again.table": "Ce qui a servi",
    "report.again.what": "Quoi",
    "report.again.is": "Lequel",
    "report.again.case": "Cas",
    "report.again.digest": "SHA-256 du cas",
    "report.again.day": "Jour",
    "report.again.command": "Commande",
    "report.again.version": "Programme",
    "report.again.packages": "Avec",
    "report.again.seed": "Hasard",
    "report.again.no-seed": "aucun ; rien n’a été tiré au sort, il n’y a donc pas de graine",
    "report.again.made": "Établi le",
    "report.again.same": (
        "Avec le même cas, le même jour et les mêmes versions, chaque phrase et chaque nombre sont les mêmes."
    ),
    "report.written": "Le rapport est écrit dans {file}.",
    "report.written-pages": {
        "one": "Le rapport est écrit dans {file} ; il a {count} page.",
        "other": "Le rapport est écrit dans {file} ; il a {count} pages.",
    },
}
