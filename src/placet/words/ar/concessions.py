"""Arabic words for what is asked of each side. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "burden.fairest": "أعدل المخارج",
    "burden.as-fair": "هذا يتقاسم الكلفة نفسها وهو عادل مثله:",
    "burden.cheapest": "هناك مخرج أقل كلفة في المجموع، {cost}، لكنه يطلب {most} من {sides}:",
    "burden.fairest-is": "أعدلها رقم {number}: يطلب من أي طرف {most} على الأكثر، والأرخص يطلب {first} من أحدها.",
    "burden.frontier": "كيف يمكن تقاسم ما يُتخلى عنه",
    "burden.frontier-means": "في كل من هذه لا يمكن أن يُطلب من طرف أقل دون أن يُطلب من آخر أكثر.",
    "burden.frontier-complete": "هذه كلها.",
    "burden.corner": "{shares}",
}
