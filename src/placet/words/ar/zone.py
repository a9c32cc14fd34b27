"""Arabic words for the answers of the zone. They want a native reader."""

from placet.words.say import Words

_SETTLEMENTS = {
    "one": "تسوية واحدة",
    "two": "تسويتان",
    "few": "{number} تسويات",
    "other": "{number} تسوية",
}

WORDS: dict[str, Words] = {
    "zone.title": "{title}، في {day}",
    "zone.title-undated": "{title}",
    # How many.
    "zone.about": "نحو {number}",
    "zone.million": "{number} مليون",
    "zone.power": "{number} × 10^{exponent}",
    "zone.settlements": _SETTLEMENTS,
    "zone.settlements-at-least": {category: f"{words} على الأقل" for category, words in _SETTLEMENTS.items()},
    "zone.no-settlement": "لا تسوية على الإطلاق",
    # The verdict.
    "zone.yes": {
        category: f"نعم. عدد التسويات التي يمكن لجميع الأطراف قبولها: {words}."
        for category, words in _SETTLEMENTS.items()
    },
    "zone.yes-at-least": {
        category: f"نعم. عدد التسويات التي يمكن لجميع الأطراف قبولها: {words} على الأقل."
        for category, words in _SETTLEMENTS.items()
    },
    "zone.in-full": "العدد كاملًا: {number}.",
    "zone.no": "لا. لا توجد تسوية يمكن لجميع الأطراف قبولها.",
    "zone.not-for-certain": (
        "ليس مؤكدًا. إذا حُسب المؤكد وحده، فما يمكن لجميع الأطراف قبوله: {settlements}؛ لكن قد يعترضه أمر متوقع فقط أو "
        "لا يحسمه السجل."
    ),
    "zone.no-impossible": "لا. مهما تخلت عنه الأطراف، لا يمكن الوفاء بهذه كلها:",
    # One settlement.
    "zone.best": "إحداها:",
    "zone.best-only": "هي هذه:",
    "zone.best-by": "إحداها، {criterion}:",
    "zone.best-others": {
        "one": "ثمة فكرة أخرى للإنصاف تختار تسوية أخرى؛ يعرضها --criterion {names}.",
        "other": "ثمة أفكار أخرى للإنصاف تختار تسويات أخرى؛ يعرضها --criterion: {names}.",
    },
    "zone.row": "{name}: {entries}",
    "zone.alone": "{what}",
    "zone.nobody": "لا أحد",
    "zone.score": "{side} {score}",
    "zone.scores": "قيمتها لكل طرف: {scores}.",
    "zone.criterion.utilitarian": "وهي ذات أكبر مجموع لقيمتها لدى الأطراف",
    "zone.criterion.leximin": "وهي الأفضل للطرف الأقل حظًا",
    "zone.criterion.nash": "وهي ذات أكبر حاصل ضرب لمكاسب الأطراف (ناش)",
    "zone.criterion.kalai-smorodinsky": "وهي ذات أكثر الحصص تساويًا مما يمكن لكل طرف أن يكسبه (كالاي-سمورودنسكي)",
    "zone.criterion.minimax-regret": "وفيها يكون أبعد الأطراف عن أفضل ما يمكنه أقرب ما يكون إليه",
    "zone.criterion.equal-concessions": "وفيها تبتعد الأطراف عن أفضل ما يمكنها بأكثر الأقدار تساويًا",
    # Who is out.
    "zone.excluded": "من هو خارج كل منصب",
    "zone.refuses": "{side}: لا قبول بـ {names} في أي منصب",
    "zone.short-of-votes": "{side}: لا تتوافر الأصوات اللازمة لـ {names}",
    "zone.votes-unsettled": "{side}: لا يحسم السجل هل تتوافر الأصوات اللازمة لـ {names}",
    "zone.excluded-all": "{demand}: {names}",
    "zone.more-exclusions": {
        "one": "بقي سطر واحد لم يُذكر؛ يعرض --json الكل.",
        "two": "بقي سطران لم يُذكرا؛ يعرض --json الكل.",
        "few": "بقيت {count} أسطر لم تُذكر؛ يعرض --json الكل.",
        "other": "بقي {count} سطرًا لم تُذكر؛ يعرض --json الكل.",
    },
    # Why nobody.
    "zone.why": "لماذا",
    "zone.conflict": {"one": "لا يمكن الوفاء بهذا:", "other": "لا يمكن الوفاء بهذه كلها معًا:"},
    "zone.shortage": {
        "one": "تحتاج هذه المناصب ({posts}) إلى {seats}، ولم يبق{left} إلا شخص واحد: {names}.{because}",
        "two": "تحتاج هذه المناصب ({posts}) إلى {seats}، ولم يبق{left} إلا شخصان: {names}.{because}",
        "few": "تحتاج هذه المناصب ({posts}) إلى {seats}، ولم يبق{left} إلا {count} أشخاص: {names}.{because}",
        "other": "تحتاج هذه المناصب ({posts}) إلى {seats}، ولم يبق{left} إلا {count} شخصًا: {names}.{because}",
    },
    "zone.shortage-one-post": {
        "one": "يحتاج هذا المنصب ({posts}) إلى {seats}، ولم يبق{left} إلا شخص واحد: {names}.{because}",
        "two": "يحتاج هذا المنصب ({posts}) إلى {seats}، ولم يبق{left} إلا شخصان: {names}.{because}",
        "few": "يحتاج هذا المنصب ({posts}) إلى {seats}، ولم يبق{left} إلا {count} أشخاص: {names}.{because}",
        "other": "يحتاج هذا المنصب ({posts}) إلى {seats}، ولم يبق{left} إلا {count} شخصًا: {names}.{because}",
    },
    "zone.shortage-nobody": "كل مرشح لهذا ({posts}) يستبعده أحد. والسبب:",
    "zone.quota-shortage": {
        "one": "تطلب حصة {needed} على الأقل في {posts}، ولم يبق ممن تعنيهم إلا شخص واحد: {names}. والسبب:",
        "two": "تطلب حصة {needed} على الأقل في {posts}، ولم يبق ممن تعنيهم إلا شخصان: {names}. والسبب:",
        "few": "تطلب حصة {needed} على الأقل في {posts}، ولم يبق ممن تعنيهم إلا {count} أشخاص: {names}. والسبب:",
        "other": "تطلب حصة {needed} على الأقل في {posts}، ولم يبق ممن تعنيهم إلا {count} شخصًا: {names}. والسبب:",
    },
    "zone.quota-shortage-nobody": "تطلب حصة {needed} على الأقل في {posts}، ولم يبق أحد ممن تعنيهم. والسبب:",
    "zone.cap-shortage": (
        "تحتاج هذه المناصب ({posts}) إلى {seats}، ولا يجوز أن يشغلها ممن بقوا أكثر من {count}. والسبب:"
    ),
    "zone.cap-shortage-one-post": (
        "يحتاج هذا المنصب ({posts}) إلى {seats}، ولا يجوز أن يشغله ممن بقوا أكثر من {count}. والسبب:"
    ),
    "zone.nobody-eligible": "لا أحد مؤهل لهذا: {posts}.",
    "zone.shortage-left": " ممن لا يستبعدهم أحد",
    "zone.shortage-because": " والسبب:",
    "zone.no-too-few": "لا. مهما تخلت عنه الأطراف، فالمؤهلون أقل من اللازم.",
    "zone.people": {"one": "شخص واحد", "two": "شخصين", "few": "{count} أشخاص", "other": "{count} شخصًا"},
    "zone.others": {"one": "شخص آخر", "two": "اثنان آخران", "few": "{count} آخرون", "other": "{count} آخرون"},
    "zone.given-rule": "القاعدة: {rule}",
    "zone.given-red-line": "لا تخلي عنه أبدًا: {demand}",
    "zone.instead": "{demand} (أو ما له الأثر نفسه: {others})",
    "zone.more-conflicts": {
        "one": "هناك سبب واحد آخر؛ يعرض --limit المزيد.",
        "two": "هناك سببان آخران؛ يعرض --limit المزيد.",
        "few": "هناك {count} أسباب أخرى؛ يعرض --limit المزيد.",
        "other": "هناك {count} سببًا آخر؛ يعرض --limit المزيد.",
    },
    "zone.limited-conflicts": "هناك أسباب أخرى؛ يعرضها --limit أكبر.",
    "zone.not-all-conflicts": "هناك أسباب أكثر مما جرى البحث عنه.",
    "zone.no-conflicts": "لا مطالب تتعارض: هناك تسوية يمكن لجميع الأطراف قبولها.",
    # What it would take.
    "zone.ways-out": "أصغر المخارج",
    "zone.give-up": {
        "one": "{sides} – التخلي عن هذا{cost}{opens}:",
        "other": "{sides} – التخلي عن هذه{cost}{opens}:",
    },
    "zone.give-up-one-side": {
        "one": "{sides} – التخلي عن هذا{cost}{opens}:",
        "two": "{sides} – التخلي عن هذين المطلبين{cost}{opens}:",
        "few": "{sides} – التخلي عن هذه المطالب وعددها {count}{cost}{opens}:",
        "other": "{sides} – التخلي عن هذه المطالب وعددها {count}{cost}{opens}:",
    },
    "zone.give-up-cost": "، بكلفة {cost}",
    "zone.give-up-cost-shared": "، بكلفة {cost} ({shares})",
    "zone.give-up-share": "{side} {cost}",
    "zone.give-up-opens": "؛ وما يتيحه ذلك: {settlements}",
    "zone.empty": "",
    "zone.more-concessions": {
        "one": "هناك مخرج واحد آخر؛ يعرض --limit المزيد.",
        "two": "هناك مخرجان آخران؛ يعرض --limit المزيد.",
        "few": "هناك {count} مخارج أخرى؛ يعرض --limit المزيد.",
        "other": "هناك {count} مخرجًا آخر؛ يعرض --limit المزيد.",
    },
    "zone.limited-concessions": "هناك مخارج أخرى؛ يعرضها --limit أكبر.",
    "zone.not-all-concessions": "هناك مخارج أكثر مما جرى البحث عنه.",
    "zone.no-concessions": "لا داعي للتخلي عن شيء: هناك تسوية يمكن لجميع الأطراف قبولها.",
    # What is only expected, or not certain.
    "zone.presumed": "ما هو متوقع فقط",
    "zone.undetermined": "ما ليس مؤكدًا",
    "zone.undetermined-demand": {
        "one": "لا يُعرف من السجل هل ما زال هذا قائمًا:",
        "other": "لا يُعرف من السجل هل ما زالت هذه قائمة:",
    },
    "zone.without-presumed": "إذا حُسب ما قيل وحده، فما يمكن لجميع الأطراف قبوله: {settlements}.",
    "zone.without-undetermined": "إذا حُسب المؤكد وحده، فما يمكن لجميع الأطراف قبوله: {settlements}.",
    # Sides that only speak.
    "zone.if-bound": "لو كان لمن يتحدث فقط أن يرفض",
    "zone.if-one-bound": "لو لزمت موافقة {side} أيضًا، لكان ما يمكن لجميع الأطراف قبوله: {settlements}.",
    "zone.if-one-bound-same": {
        "one": "لو لزمت موافقة {sides} أيضًا، لما تغير شيء.",
        "other": "لو لزمت موافقة أي من {sides} أيضًا، لما تغير شيء.",
    },
    # Steps and what is open.
    "zone.roadmap": "ما يجب أن يحدث بعد ذلك",
    "zone.demand-since": "{demand} ({since})",
    "zone.left-open": "ما تتركه الحالة مفتوحًا",
    # One slate.
    "zone.check-passes": "لا أحد يعترض: تلتزم هذه القائمة بكل قاعدة وتفي بكل مطلب.",
    "zone.check-fails": {
        "one": "هناك اعتراض واحد على هذه القائمة.",
        "two": "هناك اعتراضان على هذه القائمة.",
        "few": "هناك {count} اعتراضات على هذه القائمة.",
        "other": "هناك {count} اعتراضًا على هذه القائمة.",
    },
    "zone.check-breaks": {
        "one": "تخالف قاعدة لا يجوز لأحد الإعفاء منها:",
        "other": "تخالف قواعد لا يجوز لأحد الإعفاء منها:",
    },
    "zone.check-unopposed": "لا مطلب يعترضها.",
    "zone.check-misfits": "ليست هذه تسوية بعد:",
    "zone.check-mend": "يُذكر المعترضون متى شغل المقاعد كلها من يجوز لهم، وحُسمت البنود كلها.",
    "zone.misfit.not-eligible": "لا يجوز لـ {name} شغل {post}",
    "zone.misfit.twice": "{name}: أكثر من مقعد واحد",
    "zone.misfit.term": "لم يُحسم «{term}»",
    "zone.objects": "اعتراضات {side}:",
    "zone.objects-without-consent": "{side}: اعتراض بلا حق في الأسماء:",
    "zone.evidence": "{on}، {by}: «{quote}»",
    "zone.evidence-votes": "{on}، {by}: {votes}",
    "zone.evidence-unquoted": "{on}، {by}",
    # Two days.
    "zone.compare": "{title}: من {before} إلى {after}",
    "zone.changed": "ما تغير",
    "zone.nothing-changed": "لم يتغير أي مطلب.",
    "zone.undated": "بلا تاريخ مذكور",
    "zone.somebody": "شخص ما",
    "zone.who-could-it-be": "من يمكن تعيينه",
    "zone.same-zone": "لا فرق قبل وبعد: ما يمكن لجميع الأطراف قبوله: {settlements}.",
    "zone.counted-as-if-held": "ما هو متوقع فقط أو لا يحسمه السجل يُحسب هنا كأنه مطلوب.",
    "zone.other-zone": "ما كان يمكن لجميع الأطراف قبوله: {before}؛ والآن: {after}.",
    "zone.kept-out-said": "من هو خارج كل منصب بحكم ما قيل علنًا",
    "zone.kept-out-expected": "من هو خارج أيضًا بحكم ما هو متوقع فقط",
    "zone.quoted": "«{title}»",
    "zone.steps": "الخطوات",
    "zone.step.done": "«{step}»: أُنجز كما من قبل.",
    "zone.step.done-since": "«{step}»: أُنجز.",
    "zone.step.open": "«{step}»: مفتوح كما من قبل.",
    "zone.step.unblocked": "«{step}»: كان متوقفًا وهو الآن مفتوح، ولا شيء في السجل يعترضه.",
    "zone.step.opened": "«{step}»: مفتوح الآن، فما كان ينتظره أُنجز.",
    "zone.step.still-blocked": "«{step}»: ما زال متوقفًا. {demands}.",
    "zone.step.closed": "«{step}»: كان مفتوحًا وهو الآن متوقف. {demands}.",
    "zone.step.blocked": "«{step}»: متوقف. {demands}.",
    "zone.step.waits": "«{step}»: بانتظار {needs}.",
}
