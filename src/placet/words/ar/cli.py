"""Arabic words of the command line and of the record that it prints. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "cli.waiting": "جارٍ البحث عن تسويات. Ctrl-C يوقف ويعرض ما عُرف.",
    "cli.found-so-far": "وُجد حتى الآن: الأسباب {conflicts}، المخارج {concessions}. Ctrl-C يوقف ويعرضها.",
    "cli.interrupted": "قوطع البحث؛ هذا ما عُرف.",
    "cli.record.empty": "لم يقدم أحد مطلبًا.",
    "cli.record.side": "{side}",
    "cli.record.speaker": "{side} (يتحدث ولا تلزم موافقته)",
    "cli.record.beside": "ما قيل إلى جانب ذلك ولا يدخل في مطلب",
    "cli.record.voiced": "ما افتُرض وكان قد قيل",
    "cli.record.disagreements": "حيث تختلف المصادر",
    "cli.record.quotations": "الاقتباسات",
    "cli.statement": "{on}: {by} – {stance}{quote}{source}",
    "cli.statement.beside": "{on}: {by}{quote}{source}",
    "cli.statement.votes": "{on}: {votes}{source}",
    "cli.statement.untold": "{on}: عدّ أصوات لا يبيّن ذلك{source}",
    "cli.statement.undated": "بلا تاريخ مذكور",
    "cli.statement.somebody": "شخص ما",
    "cli.statement.quote": ": «{quote}»",
    "cli.statement.source": " ({source})",
    "cli.stance.asserts": "تأكيد",
    "cli.stance.reaffirms": "تأكيد من جديد",
    "cli.stance.softens": "تخفيف",
    "cli.stance.withdraws": "تراجع",
    "cli.stance.presumes": "افتراض",
    "cli.two": "{first} {second}",
}
