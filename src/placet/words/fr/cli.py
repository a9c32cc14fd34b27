"""French words of the command line and of the record that it prints. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "cli.waiting": "Recherche de règlements. Ctrl-C arrête et montre ce qui est connu.",
    "cli.found-so-far": "Trouvé jusqu’ici : raisons {conflicts}, issues {concessions}. Ctrl-C arrête et les montre.",
    "cli.interrupted": "Interrompu ; voici ce qui est connu.",
    "cli.record.empty": "Personne n’a formulé d’exigence.",
    "cli.record.side": "{side}",
    "cli.record.speaker": "{side} (parle, sans consentement requis)",
    "cli.record.beside": "Dit par ailleurs, sans faire partie d’une exigence",
    "cli.record.voiced": "Présumé, alors que cela avait été dit",
    "cli.record.disagreements": "Où les sources ne s’accordent pas",
    "cli.record.quotations": "Citations",
    "cli.statement": "{on} : {by} – {stance}{quote}{source}",
    "cli.statement.beside": "{on} : {by}{quote}{source}",
    "cli.statement.votes": "{on} : {votes}{source}",
    "cli.statement.untold": "{on} : un décompte des voix qui ne le dit pas{source}",
    "cli.statement.undated": "À une date non précisée",
    "cli.statement.somebody": "quelqu’un",
    "cli.statement.quote": " : « {quote} »",
    "cli.statement.source": " ({source})",
    "cli.stance.asserts": "affirmé",
    "cli.stance.reaffirms": "réaffirmé",
    "cli.stance.softens": "assoupli",
    "cli.stance.withdraws": "retiré",
    "cli.stance.presumes": "présumé",
    "cli.two": "{first} {second}",
}
