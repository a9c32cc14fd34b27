"""French words for what is asked of each side. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "burden.fairest": "L’issue la plus équitable",
    "burden.as-fair": "Celle-ci partage les mêmes coûts et est aussi équitable :",
    "burden.cheapest": "Il y en a une moins coûteuse au total, {cost}, mais elle demande {most} à {sides} :",
    "burden.fairest-is": (
        "La plus équitable est la numéro {number} : elle demande au plus {most} à une même partie, alors que la moins "
        "coûteuse demande {first} à l’une d’elles."
    ),
    "burden.frontier": "Comment ce qui est abandonné peut être partagé",
    "burden.frontier-means": "Dans chacune, aucune partie ne pourrait donner moins sans qu’une autre donne plus.",
    "burden.frontier-complete": "Les voici toutes.",
    "burden.corner": "{shares}",
}
