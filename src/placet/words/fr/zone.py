"""French words for the answers of the zone. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "zone.title": "{title}, au {day}",
    "zone.title-undated": "{title}",
    # How many.
    "zone.about": "environ {number}",
    "zone.million": "{number} million(s)",
    "zone.power": "{number} × 10^{exponent}",
    "zone.settlements": {"one": "{number} règlement", "other": "{number} règlements"},
    "zone.settlements-at-least": {"one": "au moins {number} règlement", "other": "au moins {number} règlements"},
    "zone.no-settlement": "aucun règlement",
    # The verdict.
    "zone.yes": {
        "one": "Oui. Il y a exactement un règlement que toutes les parties peuvent accepter.",
        "other": "Oui. Nombre de règlements que toutes les parties peuvent accepter : {number}.",
    },
    "zone.yes-at-least": {
        "one": "Oui. Il y a au moins un règlement que toutes les parties peuvent accepter.",
        "other": "Oui. Nombre de règlements que toutes les parties peuvent accepter : au moins {number}.",
    },
    "zone.in-full": "En entier : {number}.",
    "zone.no": "Non. Il n’y a aucun règlement que toutes les parties puissent accepter.",
    "zone.not-for-certain": (
        "Ce n’est pas certain. À ne compter que ce qui est certain, toutes les parties pourraient accepter "
        "{settlements} ; mais quelque chose qui n’est qu’attendu, ou que le dossier ne tranche pas, peut s’y opposer."
    ),
    "zone.no-impossible": "Non. Quoi que les parties abandonnent, on ne peut pas tout respecter de ceci :",
    # One settlement.
    "zone.best": "L’un d’eux :",
    "zone.best-only": "Le voici :",
    "zone.best-by": "L’un d’eux, {criterion} :",
    "zone.best-others": {
        "one": "Une autre idée de l’équité en choisit un autre ; --criterion {names} le montre.",
        "other": "D’autres idées de l’équité en choisissent d’autres ; --criterion les montre : {names}.",
    },
    "zone.row": "{name} : {entries}",
    "zone.alone": "{what}",
    "zone.nobody": "personne",
    "zone.score": "{side} {score}",
    "zone.scores": "Ce qu’il vaut pour chaque partie : {scores}.",
    "zone.criterion.utilitarian": "celui dont la valeur totale pour les parties est la plus grande",
    "zone.criterion.leximin": "le meilleur pour la partie la moins bien servie",
    "zone.criterion.nash": "celui où le produit des gains des parties est le plus grand (Nash)",
    "zone.criterion.kalai-smorodinsky": (
        "celui où chacune obtient la part la plus égale de ce qu’elle pourrait gagner (Kalai-Smorodinsky)"
    ),
    "zone.criterion.minimax-regret": "celui où la partie la plus éloignée de son optimum en est le moins éloignée",
    "zone.criterion.equal-concessions": "celui où toutes sont aussi également éloignées que possible de leur optimum",
    # Who is out.
    "zone.excluded": "Qui est exclu de tous les postes",
    "zone.refuses": "{side} : refus à tout poste de {names}",
    "zone.short-of-votes": "{side} : les voix nécessaires manquent pour {names}",
    "zone.votes-unsettled": "{side} : le dossier ne dit pas si les voix nécessaires sont réunies pour {names}",
    "zone.excluded-all": "{demand} : {names}",
    "zone.more-exclusions": {
        "one": "Une ligne de plus est omise ; --json donne tout.",
        "other": "{count} lignes de plus sont omises ; --json donne tout.",
    },
    # Why nobody.
    "zone.why": "Pourquoi",
    "zone.conflict": {
        "one": "Ceci ne peut pas être satisfait :",
        "other": "Tout ceci ne peut pas être satisfait à la fois :",
    },
    "zone.shortage": {
        "one": "Il faut {seats} pour {posts}, mais il ne reste qu’une personne{left} : {names}.{because}",
        "other": "Il faut {seats} pour {posts}, mais il ne reste que {count} personnes{left} : {names}.{because}",
    },
    "zone.shortage-one-post": {
        "one": "Il faut {seats} pour {posts}, mais il ne reste qu’une personne{left} : {names}.{because}",
        "other": "Il faut {seats} pour {posts}, mais il ne reste que {count} personnes{left} : {names}.{because}",
    },
    "zone.shortage-nobody": "Tous les candidats pour {posts} sont écartés par quelqu’un. En voici la cause :",
    "zone.quota-shortage": {
        "one": "Un quota en exige au moins {needed} pour {posts}, mais il ne reste qu’une personne concernée : {names}."
        " En voici la cause :",
        "other": "Un quota en exige au moins {needed} pour {posts}, mais il ne reste que {count} personnes concernées :"
        " {names}. En voici la cause :",
    },
    "zone.quota-shortage-nobody": (
        "Un quota en exige au moins {needed} pour {posts}, mais il ne reste personne de concerné. En voici la cause :"
    ),
    "zone.cap-shortage": (
        "Il faut {seats} pour {posts}, mais parmi ceux qui restent {count} au plus peuvent y siéger. En voici la "
        "cause :"
    ),
    "zone.cap-shortage-one-post": (
        "Il faut {seats} pour {posts}, mais parmi ceux qui restent {count} au plus peuvent y siéger. En voici la "
        "cause :"
    ),
    "zone.nobody-eligible": "Personne n’est éligible pour {posts}.",
    "zone.shortage-left": " que nul n’écarte",
    "zone.shortage-because": " En voici la cause :",
    "zone.no-too-few": "Non. Quoi que les parties abandonnent, trop peu de personnes sont éligibles.",
    "zone.people": {"one": "{count} personne", "other": "{count} personnes"},
    "zone.others": {"one": "{count} autre", "other": "{count} autres"},
    "zone.given-rule": "la règle : {rule}",
    "zone.given-red-line": "jamais abandonné : {demand}",
    "zone.instead": "{demand} (ou, avec le même effet : {others})",
    "zone.more-conflicts": {
        "one": "Il y a encore une raison ; --limit en montre plus.",
        "other": "Il y a encore {count} raisons ; --limit en montre plus.",
    },
    "zone.limited-conflicts": "Il y a d’autres raisons ; un --limit plus grand les montre.",
    "zone.not-all-conflicts": "Il y a plus de raisons qu’on n’en a cherché.",
    "zone.no-conflicts": (
        "Aucune exigence n’en contredit une autre : il y a un règlement que toutes les parties peuvent accepter."
    ),
    # What it would take.
    "zone.ways-out": "Les plus petites issues",
    "zone.give-up": "{sides} – à abandonner{cost}{opens} :",
    "zone.give-up-one-side": {
        "one": "{sides} – à abandonner{cost}{opens} :",
        "other": "{sides} – {count} exigences à abandonner{cost}{opens} :",
    },
    "zone.give-up-cost": ", pour un coût de {cost}",
    "zone.give-up-cost-shared": ", pour un coût de {cost} ({shares})",
    "zone.give-up-share": "{side} {cost}",
    "zone.give-up-opens": " ; cela ouvre {settlements}",
    "zone.empty": "",
    "zone.more-concessions": {
        "one": "Il y a encore une issue ; --limit en montre plus.",
        "other": "Il y a encore {count} issues ; --limit en montre plus.",
    },
    "zone.limited-concessions": "Il y a d’autres issues ; un --limit plus grand les montre.",
    "zone.not-all-concessions": "Il y a plus d’issues qu’on n’en a cherché.",
    "zone.no-concessions": (
        "Il n’y a rien à abandonner : il y a un règlement que toutes les parties peuvent accepter."
    ),
    # What is only expected, or not certain.
    "zone.presumed": "Ce qui n’est qu’attendu",
    "zone.undetermined": "Ce qui n’est pas certain",
    "zone.undetermined-demand": {
        "one": "Le dossier ne permet pas de dire si ceci tient encore :",
        "other": "Le dossier ne permet pas de dire si tout ceci tient encore :",
    },
    "zone.without-presumed": (
        "À ne compter que ce qui a été dit, toutes les parties pourraient accepter {settlements}."
    ),
    "zone.without-undetermined": (
        "À ne compter que ce qui est certain, toutes les parties pourraient accepter {settlements}."
    ),
    # Sides that only speak.
    "zone.if-bound": "Si ceux qui ne font que parler pouvaient refuser",
    "zone.if-one-bound": (
        "S’il fallait aussi le consentement de {side}, toutes les parties pourraient accepter {settlements}."
    ),
    "zone.if-one-bound-same": {
        "one": "Rien ne changerait s’il fallait aussi ce consentement : {sides}.",
        "other": "Rien ne changerait s’il fallait aussi l’un ou l’autre de ces consentements : {sides}.",
    },
    # Steps and what is open.
    "zone.roadmap": "Ce qui doit se passer ensuite",
    "zone.demand-since": "{demand} ({since})",
    "zone.left-open": "Ce que le dossier laisse ouvert",
    # One slate.
    "zone.check-passes": "Nul ne s’y oppose : cette liste respecte chaque règle et satisfait chaque exigence.",
    "zone.check-fails": {
        "one": "Il y a une objection à cette liste.",
        "other": "Il y a {count} objections à cette liste.",
    },
    "zone.check-breaks": {
        "one": "Elle enfreint une règle dont nul ne peut dispenser :",
        "other": "Elle enfreint des règles dont nul ne peut dispenser :",
    },
    "zone.check-unopposed": "Aucune exigence ne s’y oppose.",
    "zone.check-misfits": "Ce n’est pas encore un règlement :",
    "zone.check-mend": (
        "On dira qui s’y oppose une fois que tous les sièges reviendront à des personnes qui peuvent les occuper et "
        "que tout sera choisi."
    ),
    "zone.misfit.not-eligible": "{name} ne peut pas siéger comme {post}",
    "zone.misfit.twice": "{name} siège plus d’une fois",
    "zone.misfit.term": "rien n’est choisi pour « {term} »",
    "zone.objects": "Objections – {side} :",
    "zone.objects-without-consent": "{side} – objections, sans voix sur les noms :",
    "zone.evidence": "{on}, {by} : « {quote} »",
    "zone.evidence-votes": "{on}, {by} : {votes}",
    "zone.evidence-unquoted": "{on}, {by}",
    # Two days.
    "zone.compare": "{title} : de {before} à {after}",
    "zone.changed": "Ce qui a changé",
    "zone.nothing-changed": "Aucune exigence n’a changé.",
    "zone.undated": "À une date non précisée",
    "zone.somebody": "quelqu’un",
    "zone.who-could-it-be": "Qui pourrait être nommé",
    "zone.same-zone": "Rien ne change : toutes les parties pourraient accepter {settlements}, avant comme après.",
    "zone.counted-as-if-held": (
        "Ce qui n’est qu’attendu, ou que le dossier ne tranche pas, compte ici comme s’il était exigé."
    ),
    "zone.other-zone": "Avant, toutes les parties pouvaient accepter {before} ; maintenant, {after}.",
    "zone.kept-out-said": "Qui est exclu de tous les postes, par ce qui a été dit à voix haute",
    "zone.kept-out-expected": "Qui d’autre est exclu, avec ce qui n’est qu’attendu",
    "zone.quoted": "« {title} »",
    "zone.steps": "Les étapes",
    "zone.step.done": "« {step} » : étape accomplie, comme avant.",
    "zone.step.done-since": "« {step} » : étape accomplie depuis.",
    "zone.step.open": "« {step} » : étape ouverte, comme avant.",
    "zone.step.unblocked": "« {step} » : étape bloquée avant, ouverte à présent ; rien au dossier ne s’y oppose.",
    "zone.step.opened": "« {step} » : étape ouverte à présent ; ce qu’elle attendait est accompli.",
    "zone.step.still-blocked": "« {step} » : étape toujours bloquée. {demands}.",
    "zone.step.closed": "« {step} » : étape ouverte avant, bloquée à présent. {demands}.",
    "zone.step.blocked": "« {step} » : étape bloquée. {demands}.",
    "zone.step.waits": "« {step} » : en attente de {needs}.",
}
