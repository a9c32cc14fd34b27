"""English words of the report: its headings, the heads of its tables, its method and its limits."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "report.title": "Report",
    "report.contents": "Contents",
    "report.made-by": "Made with placet.",
    "report.behind": "The same as a table",
    "report.view": (
        "This is what {side} may see. The costs, preferences and notes of the others, and what is only presumed, "
        "are left out, and nothing here was worked out from them."
    ),
    "report.fact.day": "As of",
    "report.fact.size": "The case",
    "report.fact.for": "Prepared for",
    "report.for-all": "whoever keeps the case; it holds what the sides may not see of each other",
    "report.size.sides": {"one": "one side", "other": "{count} sides"},
    "report.size.candidates": {"one": "one candidate", "other": "{count} candidates"},
    "report.size.posts": {"one": "one post", "other": "{count} posts"},
    "report.size.demands": {"one": "one demand", "other": "{count} demands"},
    "report.size.statements": {"one": "one entry in the record", "other": "{count} entries in the record"},
    # The summary.
    "report.summary": "Summary",
    "report.in-short": "{what}",
    "report.more-below": "There is more; the section on the answer has it.",
    "report.settlement-below": "One such settlement, for all {count} posts, is shown in the section on the answer.",
    "report.rests-on-undetermined": {
        "one": "The record leaves one demand unsettled. It counts here as if it stood.",
        "other": "The record leaves {count} demands unsettled. They count here as if they stood.",
    },
    # The pictures.
    "report.pictures": "Pictures",
    "report.pictures.means": "Each picture shows what the tables and sentences after it hold, and nothing more.",
    # The answer.
    "report.too-tall": "too tall to be read on a page; the report as .html shows it.",
    "report.answer": "The answer in full",
    "report.settlement": "A settlement",
    "report.settlements": "Settlements that all sides can accept",
    "report.settlements.which": "Which settlement is the best by which idea of fairness",
    "report.settlements.number": "Settlement",
    "report.settlements.chosen-for": "It is the one",
    "report.worth": "What it is worth to each side",
    "report.settlements.table": "The settlements, post by post",
    "report.number": "Number {number}",
    "report.any": "Nobody has said what they would like, so this is one of them and no better than the others.",
    "report.criterion": "{what} ({name})",
    "report.criterion-unproven": "{what} ({name}; the best that was found, not proven)",
    "report.unproven": (
        "Where it says “not proven”, whether there is a better settlement was not settled within the limit of work."
    ),
    "report.post": "Post",
    "report.post-or-term": "Post or term",
    "report.settled-as": "Settled as",
    # Who is at the table.
    "report.table": "Who is at the table",
    "report.table.means": (
        "A side that holds consent can refuse a settlement; a side that only speaks cannot. Whatever the case "
        "assumes, because no source says it, is marked as an assumption."
    ),
    "report.sides": "The sides",
    "report.side": "Side",
    "report.consent": "Consent",
    "report.demands": "Demands",
    "report.consent.yes": "holds consent",
    "report.consent.no": "only speaks",
    "report.consent.votes": "holds consent, by {needs} of {of} votes",
    "report.posts": "Posts and terms",
    "report.posts.table": "The posts",
    "report.seats": "Seats",
    "report.seats.range": "{low} to {high}",
    "report.eligible": "Who may hold it",
    "report.eligible.all": "anybody",
    "report.terms": "What else must be agreed",
    "report.term": "Term",
    "report.options": "Options",
    "report.one-post-each": "One person holds one post.",
    "report.several-posts": "One person may hold several posts.",
    "report.rules": "Rules that nobody may waive",
    "report.candidates": "Candidates",
    "report.candidates.table": "The candidates",
    "report.candidates.more": {
        "one": "One more candidate is left out; the case file has all.",
        "other": "{count} more candidates are left out; the case file has all.",
    },
    "report.name": "Name",
    "report.groups": "Belongs to",
    "report.out-by": "Kept out of every post by",
    "report.expected": "{side} (only expected)",
    # The record.
    "report.record": "The record",
    "report.record.empty": "Nobody has made a demand.",
    "report.record.means": (
        "Each demand, how it stands on the day, and every statement about it, in the words in which it was made. "
        "Numbers in brackets are those of the sources."
    ),
    "report.record.unquoted": "The record holds no quotation.",
    "report.record.side": "{side}",
    "report.record.speaker": "{side} (speaks, but holds no consent)",
    "report.record.beside": "Said besides, and part of no demand",
    "report.record.voiced": "Presumed, though it had been said",
    "report.record.disagreements": "Where sources disagree",
    "report.statement.asserts": "{on}: {by} asserts this",
    "report.statement.reaffirms": "{on}: {by} reaffirms this",
    "report.statement.softens": "{on}: {by} softens this",
    "report.statement.withdraws": "{on}: {by} withdraws this",
    "report.statement.presumes": "{on}: {by} presumes this",
    "report.statement.says": "{on}: {by}",
    "report.statement.votes": "{on}: {votes}",
    "report.statement.untold": "{on}: a count of votes that does not tell",
    "report.undated": "at no stated date",
    "report.somebody": "somebody",
    "report.word-for-word": "Found word for word in the source.",
    "report.not-word-for-word": "Not found word for word in the source.",
    "report.sources": "Sources",
    "report.sources.table": "The sources",
    "report.source-number": "[{number}]",
    "report.number-head": "No.",
    "report.source": "Source",
    "report.dated": "Dated",
    # The method.
    "report.method": "How this was found",
    "report.method.asked": (
        "A settlement says who sits in every post and what is chosen for every term. All sides can accept it if it "
        "keeps every rule of the body and breaks no demand of a side that holds consent."
    ),
    "report.method.binds": (
        "What counts is what stands on the day. What is only presumed, or left unsettled by the record, counts as "
        "if it stood, unless a sentence says otherwise."
    ),
    "report.method.checked": (
        "The case was turned into one set of conditions in whole numbers, and a solver was asked. Its settlements "
        "were checked again, in whole numbers, by a part of the program that shares no code with the rest."
    ),
    "report.method.count-exact": "The number of settlements is exact.",
    "report.method.count-bound": "The number of settlements is a lower bound: there are at least so many.",
    "report.method.minimal": (
        "Every reason is as small as it can be: without any one of its demands, the others could be met. Every way "
        "out is as small as it can be: with any one of its demands kept, it opens nothing."
    ),
    "report.method.all-found": "All reasons and all ways out were found.",
    "report.method.not-all-found": "The search stopped at a limit; there are more reasons or more ways out.",
    "report.method.fairness": (
        "Ideas of fairness differ, and choose different settlements. None is chosen for the reader. All of them "
        "rest on what the case says a settlement is worth to each side."
    ),
    "report.method.quotations": (
        "A quotation is compared with its source letter by letter where the text of the source lies in the folder "
        "of the case, and is marked as found or not."
    ),
    "report.limits": "What it cannot know",
    "report.limits.record": (
        "It knows what the case file holds. A source may be wrong, something may be missing, and a side may mean "
        "something else than what it said."
    ),
    "report.limits.asked": "Nobody named here was asked whether they would serve.",
    "report.limits.merit": "It does not say who would be good for a post; it says who would be refused, and by whom.",
    "report.limits.presumed": (
        "What is presumed is a guess of whoever keeps the case, with the reasons given there, and nobody's word."
    ),
    "report.limits.view": (
        "This is one side's view. Demands that this side may not see can stand in the way of what is called "
        "acceptable here, and every demand of the others counts as costing 1."
    ),
    "report.limits.translation": (
        "The sentences in this language have not been read by a native speaker yet. Where they are unclear, the "
        "English report decides. Quotations are never translated."
    ),
    # To run it again.
    "report.again": "To run it again",
    "report.again.means": "Whoever has the case can make this report again and compare.",
    "report.again.table": "What was used",
    "report.again.what": "What",
    "report.again.is": "Which",
    "report.again.case": "Case",
    "report.again.digest": "SHA-256 of the case",
    "report.again.day": "Day",
    "report.again.command": "Command",
    "report.again.version": "Program",
    "report.again.packages": "With",
    "report.again.seed": "Chance",
    "report.again.no-seed": "none; nothing was drawn at random, so there is no seed",
    "report.again.made": "Made on",
    "report.again.same": "With the same case, day and versions, every sentence and number comes out the same.",
    # The command line.
    "report.written": "The report is written to {file}.",
    "report.written-pages": {
        "one": "The report is written to {file}; it has one page.",
        "other": "The report is written to {file}; it has {count} pages.",
    },
}
