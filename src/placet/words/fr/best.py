"""French words of the best settlements. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "best.utilitarian": "Aucun autre règlement ne donne aux parties une plus grande somme de points.",
    "best.leximin": (
        "La partie la moins bien servie a autant qu’elle peut avoir ; parmi ces règlements, la suivante a autant "
        "qu’elle peut, et ainsi de suite."
    ),
    "best.nash": (
        "Autant de parties que possible gagnent ensemble, et le produit de leurs gains par rapport au désaccord est "
        "le plus grand."
    ),
    "best.kalai-smorodinsky": (
        "Le gain de chaque partie est pris comme part du plus grand qu’elle pourrait obtenir ; la plus petite part est "
        "aussi grande que possible, puis la suivante, et ainsi de suite."
    ),
    "best.minimax-regret": "La partie la plus éloignée de son meilleur règlement l’est aussi peu que possible.",
    "best.equal-concessions": (
        "Les parties sont aussi également éloignées que possible de leur meilleur règlement, parmi ceux qu’aucun autre "
        "n’améliore pour l’une sans l’aggraver pour une autre."
    ),
    "best.unproven": (
        "C’est le meilleur règlement trouvé ; la limite de travail n’a pas permis d’établir s’il y en a un meilleur."
    ),
    "best.look-longer": "Avec --criterion {criterion}, placet cherche plus longtemps.",
    "best.ties": (
        "Les règlements égaux selon ce critère sont départagés par la somme des points, puis par les points du plus "
        "petit au plus grand, puis par les points des parties dans l’ordre alphabétique."
    ),
    "best.more": "Il y a plus de règlements de ce genre que ceux qui sont montrés.",
    "best.perhaps-more": (
        "Il y a peut-être plus de règlements de ce genre que ceux qui sont montrés ; le travail permis est épuisé."
    ),
    "best.top": "Les meilleurs selon la mesure {criterion}, dans l’ordre",
    "best.top-of-any": "Personne n’a dit ce qu’il préférait : tous se valent ; en voici un",
    "best.as-good": "Aussi bons que le meilleur selon la mesure {criterion}",
    "best.as-good-of-any": "Personne n’a dit ce qu’il préférait : tous se valent",
    "best.number": "Numéro {number}",
    "best.place": "Rang {place}",
    "best.place-shared": "Rang {place}, partagé",
    "best.end": "Est-ce tout ?",
    "best.top-complete": ("Oui. Pour tout autre règlement, l’un de ceux-ci est au moins aussi bon pour chaque partie."),
    "best.as-good-complete": "Oui. Aucun autre règlement n’est aussi bon selon cette mesure.",
    "best.is-more": "Non ; un --top plus grand en montre plus.",
    "best.is-perhaps-more": "On ne le sait pas : le travail permis était épuisé avant d’avoir tout examiné.",
}
