"""Arabic words of the report. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "report.title": "تقرير",
    "report.contents": "المحتويات",
    "report.made-by": "أُعدّ ببرنامج placet.",
    "report.behind": "الشيء نفسه في جدول",
    "report.view": (
        "هذا ما يجوز أن يطلع عليه {side}. كلفة مطالب الآخرين وتفضيلاتهم وملاحظاتهم، وما هو مفترض فقط، غير واردة هنا، "
        "ولم يُستنتج منها شيء."
    ),
    "report.fact.day": "حتى تاريخ",
    "report.fact.size": "الحالة",
    "report.fact.for": "معدّ لـ",
    "report.for-all": "من يدير الحالة؛ وفيه ما لا يجوز أن تطلع عليه الأطراف من بعضها",
    "report.size.sides": {"one": "طرف واحد", "two": "طرفان", "few": "{count} أطراف", "other": "{count} طرفًا"},
    "report.size.candidates": {
        "one": "مرشح واحد",
        "two": "مرشحان",
        "few": "{count} مرشحين",
        "other": "{count} مرشحًا",
    },
    "report.size.posts": {"one": "منصب واحد", "two": "منصبان", "few": "{count} مناصب", "other": "{count} منصبًا"},
    "report.size.demands": {
        "zero": "لا مطالب",
        "one": "مطلب واحد",
        "two": "مطلبان",
        "few": "{count} مطالب",
        "other": "{count} مطلبًا",
    },
    "report.size.statements": {
        "zero": "لا قيود في السجل",
        "one": "قيد واحد في السجل",
        "two": "قيدان في السجل",
        "few": "{count} قيود في السجل",
        "other": "{count} قيدًا في السجل",
    },
    "report.summary": "ملخص",
    "report.in-short": "{what}",
    "report.more-below": "هناك المزيد في قسم الجواب.",
    "report.settlement-below": "تُعرض تسوية من هذا القبيل للمناصب كلها (وعددها {count}) في قسم الجواب.",
    "report.rests-on-undetermined": {
        "one": "لا يحسم السجل أمر مطلب واحد، وهو محسوب هنا كأنه قائم.",
        "two": "لا يحسم السجل أمر مطلبين، وهما محسوبان هنا كأنهما قائمان.",
        "few": "لا يحسم السجل أمر {count} مطالب، وهي محسوبة هنا كأنها قائمة.",
        "other": "لا يحسم السجل أمر {count} مطلبًا، وهي محسوبة هنا كأنها قائمة.",
    },
    "report.pictures": "صور",
    "report.pictures.means": "تعرض كل صورة ما في الجداول والجمل التي بعدها، ولا شيء سواه.",
    "report.too-tall": "أطول من أن تُقرأ على صفحة؛ ويعرضها التقرير بصيغة html.",
    "report.answer": "الجواب كاملًا",
    "report.settlement": "تسوية",
    "report.settlements": "تسويات يمكن لجميع الأطراف قبولها",
    "report.settlements.which": "أي تسوية هي الأفضل بأي فكرة للإنصاف",
    "report.settlements.number": "التسوية",
    "report.settlements.chosen-for": "ما يميزها",
    "report.worth": "قيمتها لكل طرف",
    "report.settlements.table": "التسويات، منصبًا منصبًا",
    "report.number": "رقم {number}",
    "report.any": "لم يقل أحد ما الذي يفضله، فهذه إحداها وليست أفضل من غيرها.",
    "report.criterion": "{what} ({name})",
    "report.criterion-unproven": "{what} ({name}؛ أفضل ما عُثر عليه، غير مثبت)",
    "report.unproven": "حيث كُتب «غير مثبت» لم يُحسم ضمن حد العمل هل هناك تسوية أفضل.",
    "report.post": "المنصب",
    "report.post-or-term": "المنصب أو البند",
    "report.settled-as": "ما تقرر",
    "report.table": "من حول الطاولة",
    "report.table.means": (
        "للطرف الذي تلزم موافقته أن يرفض التسوية، وليس ذلك لمن يتحدث فقط. وكل ما تفترضه الحالة، لأن لا مصدر يقوله، "
        "مبيّن بأنه افتراض."
    ),
    "report.sides": "الأطراف",
    "report.side": "الطرف",
    "report.consent": "الموافقة",
    "report.demands": "المطالب",
    "report.consent.yes": "تلزم موافقته",
    "report.consent.no": "يتحدث فقط",
    "report.consent.votes": "تلزم موافقته، بـ {needs} من {of} صوتًا",
    "report.posts": "المناصب والبنود",
    "report.posts.table": "المناصب",
    "report.seats": "المقاعد",
    "report.seats.range": "من {low} إلى {high}",
    "report.eligible": "من يجوز أن يشغله",
    "report.eligible.all": "أي شخص",
    "report.terms": "ما يجب الاتفاق عليه أيضًا",
    "report.term": "البند",
    "report.options": "الخيارات",
    "report.one-post-each": "لا يشغل الشخص الواحد إلا منصبًا واحدًا.",
    "report.several-posts": "يجوز أن يشغل الشخص الواحد عدة مناصب.",
    "report.rules": "قواعد لا يجوز لأحد الإعفاء منها",
    "report.candidates": "المرشحون",
    "report.candidates.table": "المرشحون",
    "report.candidates.more": {
        "one": "بقي مرشح واحد لم يُذكر؛ وملف الحالة فيه الكل.",
        "two": "بقي مرشحان لم يُذكرا؛ وملف الحالة فيه الكل.",
        "few": "بقي {count} مرشحين لم يُذكروا؛ وملف الحالة فيه الكل.",
        "other": "بقي {count} مرشحًا لم يُذكروا؛ وملف الحالة فيه الكل.",
    },
    "report.name": "الاسم",
    "report.groups": "الانتماء",
    "report.out-by": "من يستبعده من كل منصب",
    "report.expected": "{side} (متوقع فقط)",
    "report.record": "السجل",
    "report.record.empty": "لم يقدم أحد مطلبًا.",
    "report.record.means": (
        "كل مطلب، وحاله في ذلك اليوم، وكل تصريح بشأنه بالكلمات التي قيل بها. والأرقام بين معقوفين هي أرقام المصادر."
    ),
    "report.record.unquoted": "لا اقتباسات في السجل.",
    "report.record.side": "{side}",
    "report.record.speaker": "{side} (يتحدث ولا تلزم موافقته)",
    "report.record.beside": "ما قيل إلى جانب ذلك ولا يدخل في مطلب",
    "report.record.voiced": "ما افتُرض وكان قد قيل",
    "report.record.disagreements": "حيث تختلف المصادر",
    "report.statement.asserts": "{on}: {by} – تأكيد",
    "report.statement.reaffirms": "{on}: {by} – تأكيد من جديد",
    "report.statement.softens": "{on}: {by} – تخفيف",
    "report.statement.withdraws": "{on}: {by} – تراجع",
    "report.statement.presumes": "{on}: {by} – افتراض",
    "report.statement.says": "{on}: {by}",
    "report.statement.votes": "{on}: {votes}",
    "report.statement.untold": "{on}: عدّ أصوات لا يبيّن ذلك",
    "report.undated": "بلا تاريخ مذكور",
    "report.somebody": "شخص ما",
    "report.word-for-word": "وارد حرفيًا في المصدر.",
    "report.not-word-for-word": "غير وارد حرفيًا في المصدر.",
    "report.sources": "المصادر",
    "report.sources.table": "المصادر",
    "report.source-number": "[{number}]",
    "report.number-head": "الرقم",
    "report.source": "المصدر",
    "report.dated": "التاريخ",
    "report.method": "كيف وُجد هذا",
    "report.method.asked": (
        "تبين التسوية من يشغل كل منصب وما يُختار لكل بند. ويمكن لجميع الأطراف قبولها إذا التزمت بكل قاعدة ولم تخالف "
        "مطلبًا لطرف تلزم موافقته."
    ),
    "report.method.binds": (
        "ما يُحسب هو ما كان قائمًا في ذلك اليوم. وما هو مفترض فقط أو لا يحسمه السجل يُحسب كأنه قائم، ما لم تقل جملة "
        "غير ذلك."
    ),
    "report.method.checked": (
        "حُوّلت الحالة إلى مجموعة شروط بأعداد صحيحة وسُئل عنها برنامج حل. ثم فُحصت التسويات من جديد بأعداد صحيحة، بجزء "
        "من البرنامج لا يشترك مع سائره في شيء."
    ),
    "report.method.count-exact": "عدد التسويات دقيق.",
    "report.method.count-bound": "عدد التسويات حد أدنى: هناك هذا العدد على الأقل.",
    "report.method.minimal": (
        "كل سبب أصغر ما يمكن: لو نقص منه مطلب واحد لأمكن الوفاء بالباقي. وكل مخرج أصغر ما يمكن: لو بقي منه مطلب واحد "
        "لما أتاح شيئًا."
    ),
    "report.method.all-found": "وُجدت الأسباب كلها والمخارج كلها.",
    "report.method.not-all-found": "توقف البحث عند حد؛ وهناك أسباب أو مخارج أكثر.",
    "report.method.fairness": (
        "تختلف أفكار الإنصاف وتختار تسويات مختلفة، ولا تُختار للقارئ واحدة منها. وكلها مبنية على ما تقوله الحالة عن "
        "قيمة التسوية لكل طرف."
    ),
    "report.method.quotations": "يُقابَل الاقتباس بمصدره حرفًا حرفًا إذا كان نص المصدر في مجلد الحالة، ويُبيَّن هل وُجد.",
    "report.limits": "ما لا يمكنه أن يعرفه",
    "report.limits.record": ("لا يعرف إلا ما في ملف الحالة. فقد يخطئ مصدر، وقد ينقص شيء، وقد يقصد طرف غير ما قاله."),
    "report.limits.asked": "لم يُسأل أحد من المذكورين هنا هل يقبل المنصب.",
    "report.limits.merit": "لا يقول من يصلح لمنصب؛ بل يقول من يُرفض، ومن يرفضه.",
    "report.limits.presumed": "ما هو مفترض تخمين ممن يدير الحالة، بالأسباب المذكورة هناك، وليس كلام أحد.",
    "report.limits.view": (
        "هذه رؤية طرف واحد. وقد تعترض ما يُسمى هنا مقبولًا مطالب لا يجوز لهذا الطرف أن يطلع عليها، وكلفة كل مطلب للآخرين "
        "محسوبة 1."
    ),
    "report.limits.translation": (
        "لم يقرأ جمل هذه اللغة متحدث بها بعد. وحيث لا تكون واضحة فالتقرير بالإنكليزية هو الحَكَم. والاقتباسات لا تُترجم."
    ),
    "report.again": "لإعادة إعداده",
    "report.again.means": "من لديه الحالة يمكنه أن يعيد إعداد هذا التقرير ويقارن.",
    "report.again.table": "ما استُعمل",
    "report.again.what": "ماذا",
    "report.again.is": "أيّ",
    "report.again.case": "الحالة",
    "report.again.digest": "SHA-256 للحالة",
    "report.again.day": "اليوم",
    "report.again.command": "الأمر",
    "report.again.version": "البرنامج",
    "report.again.packages": "مع",
    "report.again.seed": "المصادفة",
    "report.again.no-seed": "لا شيء؛ لم يُسحب شيء عشوائيًا، فلا بذرة",
    "report.again.made": "أُعدّ في",
    "report.again.same": "بالحالة واليوم والإصدارات نفسها تأتي كل جملة وكل رقم كما هي.",
    "report.written": "كُتب التقرير في {file}.",
    "report.written-pages": {
        "one": "كُتب التقرير في {file}؛ وهو صفحة واحدة.",
        "two": "كُتب التقرير في {file}؛ وهو صفحتان.",
        "few": "كُتب التقرير في {file}؛ وهو {count} صفحات.",
        "other": "كُتب التقرير في {file}؛ وهو {count} صفحة.",
    },
}
