"""English words of the clauses in contracts: names in common, and two lists."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "clauses.strikes": "{party} strikes {names}.",
    "clauses.strikes-nobody": "{party} strikes nobody.",
    "clauses.silent": "{party} hands in nothing, so the other side selects.",
    "clauses.common": "In common are {names}.",
    "clauses.mutual": "Struck by neither side are {names}.",
    "clauses.none-in-common": "No name is in common.",
    "clauses.next-list": "The {which} list is sent out.",
    "clauses.chooses": "{party} chooses {names}.",
    "clauses.referred": "Too few names are in common, so it is for {who} to go on.",
    "clauses.too-few": "Fewer than {seats} names are mutual, so it is for {who} to go on.",
}
