"""French words for the record. They want a native reader.

Names follow a colon or a preposition that does not merge with an article, so that “de le” never arises.
"""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    # Dates.
    "record.date.day": "{day} {month} {year}",
    "record.date.month": "{month} {year}",
    "record.date.year": "{year}",
    "record.date.or-earlier": "{date} ou plus tôt",
    "record.date.or-later": "{date} ou plus tard",
    "record.date.between": "un jour entre le {first} et le {last}",
    "record.date.unknown": "un jour inconnu",
    "record.date.always": "toujours",
    "record.month.1": "janvier",
    "record.month.2": "février",
    "record.month.3": "mars",
    "record.month.4": "avril",
    "record.month.5": "mai",
    "record.month.6": "juin",
    "record.month.7": "juillet",
    "record.month.8": "août",
    "record.month.9": "septembre",
    "record.month.10": "octobre",
    "record.month.11": "novembre",
    "record.month.12": "décembre",
    # Who is meant.
    "record.just": "{part}",
    "record.or": "{first} ou {second}",
    "record.or.more": "{first}, {second}",
    "record.both": "{first}, et {second}",
    "record.who.name": "{name}",
    "record.who.anybody.group": "quiconque appartient au groupe « {group} »",
    "record.who.people.group": "des personnes du groupe « {group} »",
    "record.who.anybody.trait": "quiconque a {value} pour « {key} »",
    "record.who.people.trait": "des personnes qui ont {value} pour « {key} »",
    "record.who.anybody.is": "quiconque porte la mention « {key} »",
    "record.who.people.is": "des personnes qui portent la mention « {key} »",
    "record.who.anybody.is-not": "quiconque porte la mention « non {key} »",
    "record.who.people.is-not": "des personnes qui portent la mention « non {key} »",
    "record.who.anybody.all": "quiconque répond à tous ces critères à la fois : {parts}",
    "record.who.people.all": "des personnes qui répondent à tous ces critères à la fois : {parts}",
    "record.who.anybody.except": "n’importe qui sauf {part}",
    "record.who.people.except": "des personnes autres que {part}",
    # Where.
    "record.in-any-post": "à quelque poste que ce soit",
    "record.as-posts": "comme {posts}",
    "record.of-all-posts": "",
    "record.of-posts": " comme {posts}",
    # What a form requires, as a clause after a colon.
    "record.form.excludes": "aucun siège{where} ne revient à {who}",
    "record.form.exactly": {
        "one": "exactement {count} siège{where} revient à {who}",
        "other": "exactement {count} sièges{where} reviennent à {who}",
    },
    "record.form.at-least": {
        "one": "au moins {count} siège{where} revient à {who}",
        "other": "au moins {count} sièges{where} reviennent à {who}",
    },
    "record.form.at-most": {
        "one": "au plus {count} siège{where} revient à {who}",
        "other": "au plus {count} sièges{where} reviennent à {who}",
    },
    "record.form.between": "entre {low} et {high} sièges{where} reviennent à {who}",
    "record.form.at-least.share": "au moins {percent} % des sièges pourvus{where} reviennent à {who}",
    "record.form.at-most.share": "au plus {percent} % des sièges pourvus{where} reviennent à {who}",
    "record.form.pair-apart": "{people} ne siègent pas tous les deux{where}",
    "record.form.apart": "un au plus d’entre eux a un siège{where} : {people}",
    "record.form.together": "{people} siègent ensemble{where}, ou aucun d’eux",
    "record.form.equal": "le même nombre de sièges{where} revient à chacun de ces groupes : {parts}",
    "record.form.nearly-equal": (
        "les nombres de sièges{where} diffèrent au plus de {count} entre ces groupes : {parts}"
    ),
    "record.form.total.exactly": "la somme de « {trait} » sur les sièges{where} est exactement {sum}",
    "record.form.total.at-least": "la somme de « {trait} » sur les sièges{where} est au moins {sum}",
    "record.form.total.at-most": "la somme de « {trait} » sur les sièges{where} est au plus {sum}",
    "record.form.chooses": "« {term} » est fixé à « {option} »",
    "record.form.if": "au cas où la condition « {when} » est remplie, {then}",
    # How a demand stands.
    "record.stands.refuses": "{side} : refus de {who} {where}",
    "record.stands.votes": {
        "one": "{who} : il manque {count} voix sur les {needs} nécessaires auprès de : {side}",
        "other": "{who} : il manque {count} voix sur les {needs} nécessaires auprès de : {side}",
    },
    "record.stands.insists": "{side} : exigence : {what}",
    "record.stands.blocks": "{side} : pas de « {step} » avant « {until} »",
    "record.fallen.refuses": "{side} : plus de refus de {who} {where}",
    "record.votes": "{parts}",
    "record.votes.for": {"one": "{count} pour", "other": "{count} pour"},
    "record.votes.against": {"one": "{count} contre", "other": "{count} contre"},
    "record.votes.silent": {"one": "{count} sans avis", "other": "{count} sans avis"},
    "record.fallen.votes": "{who} : les {needs} voix nécessaires sont réunies auprès de : {side}",
    "record.fallen.insists": "{side} : exigence levée : {what}",
    "record.fallen.blocks": "{side} : « {step} » n’a plus à attendre « {until} »",
    "record.unvoiced.refuses": "{side} : pas encore de refus de {who} {where}",
    "record.unvoiced.insists": "{side} : exigence pas encore formulée : {what}",
    "record.unvoiced.blocks": "{side} : « {step} » n’avait pas encore à attendre « {until} »",
    "record.presumed.refuses": "{side} : refus attendu de {who} {where}, mais rien au dossier ne le dit",
    "record.presumed.insists": "{side} : exigence attendue, que rien au dossier ne confirme : {what}",
    "record.presumed.blocks": (
        "{side} : on s’attend à ce que « {step} » doive attendre « {until} », mais rien au dossier ne le dit"
    ),
    "record.undetermined.refuses": "{side} : le dossier ne permet pas de dire s’il y a refus de {who} {where}",
    "record.undetermined.votes": (
        "{who} : le dossier ne permet pas de dire si les {needs} voix nécessaires sont réunies auprès de : {side}"
    ),
    "record.undetermined.insists": "{side} : exigence dont le dossier ne permet pas de dire si elle tient : {what}",
    "record.undetermined.blocks": ("{side} : le dossier ne permet pas de dire si « {step} » doit attendre « {until} »"),
    "record.since.date": "depuis : {date}",
    "record.since.always": "depuis avant la première déclaration au dossier",
    # The account.
    "record.sentence": "{what}.",
    "record.sentence.since": "{what} ({since}).",
    "record.open-to-discussion": "{side} : position assouplie depuis, et laissée ouverte à la discussion.",
    "record.assumption": "Hypothèse du dossier : {assumption}",
    "record.presumed-but-voiced": (
        "Ce que présumait {presumer} (date : {presumed}) avait déjà été dit par {speaker} (date : {voiced}). {what}."
    ),
    "record.unnamed-source": "une source sans nom",
    "record.unchecked": {
        "one": "{count} citation sur {all} n’a pas été comparée à sa source.",
        "other": "{count} citations sur {all} n’ont pas été comparées à leurs sources.",
    },
    "record.all-checked": {
        "one": "La seule citation figure mot pour mot dans sa source.",
        "other": "Les {count} citations figurent toutes mot pour mot dans leurs sources.",
    },
    "record.all-looked-at": {
        "one": "La seule citation a été comparée à sa source.",
        "other": "Les {count} citations ont été comparées à leurs sources ; les autres y figurent mot pour mot.",
    },
    # Sources that disagree.
    "record.disagreement.date": "Les sources ne s’accordent pas sur la date de « {event} » : {parts}.",
    "record.disagreement.figure": "Les sources ne s’accordent pas sur les chiffres de « {event} » : {parts}.",
    "record.disagreement.part": "{value} ({sources})",
    # Quotations held against their sources.
    "record.quotation.word-for-word": "Entrée {number} : la citation figure mot pour mot dans {file}.",
    "record.quotation.not-there": "Entrée {number} : la citation ne figure pas mot pour mot dans {file}.",
    "record.quotation.other-bytes": (
        "Entrée {number} : {file} n’est pas le fichier cité ; sa somme SHA-256 est différente."
    ),
    "record.quotation.no-source": "Entrée {number} : la citation ne nomme aucune source du dossier.",
    "record.quotation.no-file": (
        "Entrée {number} : le texte de « {source} » n’est pas là ; la citation n’a pas été comparée."
    ),
    "record.quotation.not-text": (
        "Entrée {number} : {file} n’est pas du texte simple en UTF-8 ; la citation n’a pas été comparée."
    ),
    "record.quotation.too-large": (
        "Entrée {number} : {file} est trop volumineux pour être lu ; la citation n’a pas été comparée."
    ),
    "record.quotation.nothing": "Même son premier mot n’y figure pas à cet endroit : « {missing} ».",
    "record.quotation.stops": (
        "Elles concordent jusqu’à « {found} ». Ensuite la citation porte « {missing} » et le texte « {instead} »."
    ),
    "record.quotation.text-ends": (
        "Elles concordent jusqu’à « {found} ». Là s’arrête le texte ; la citation continue : « {missing} »."
    ),
    # The road map.
    "record.quoted": "« {title} »",
    "record.step.done": "« {step} » : étape accomplie.",
    "record.step.open": "« {step} » : étape ouverte ; rien au dossier ne s’y oppose.",
    "record.step.needs": "« {step} » : en attente de {needs}.",
    "record.step.blocked": "« {step} » : étape bloquée. {what}.",
    "record.step.blocked.since": "« {step} » : étape bloquée. {what} ({since}).",
    "record.circle": (
        "{steps} s’attendent mutuellement, si bien qu’aucune de ces étapes ne peut venir la première. Elles n’avancent "
        "qu’ensemble, d’un même mouvement, ou si une partie renonce à ce qu’elle attend : {sides}."
    ),
    "record.circle.own": "« {step} » s’attend soi-même, et n’avance que si une partie renonce : {sides}.",
    # What is left open.
    "record.left-open.term": "Personne ne s’est prononcé sur « {term} ».",
    "record.left-open.post": "Personne n’a rien dit de particulier sur ce poste : {post}.",
    "record.left-open.name": "La question d’un siège pour {name} reste ouverte : {reasons}.",
    "record.left-open.name.no-consent": "{what}, sans pour autant détenir de veto",
    # What changed.
    "record.change": "{what}.",
    "record.change.since": "{what} ({since}).",
    "record.change.by": "{speaker}, {date} : « {quote} »",
    "record.change.by-unquoted": "{speaker}, {date}",
}
