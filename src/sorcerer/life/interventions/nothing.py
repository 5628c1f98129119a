"""Words that stand where a thing, a work or a name could stand, and are none: better not understood than wrongly."""

# What one gets, finds or loses and cannot hold, and words that say more of a thing than is understood.
NO_THING = frozenset((
    "in", "at", "on", "with", "for", "every", "each", "until", "job", "work", "raise", "promotion", "tattoo",
    "love", "baby", "child", "mother", "father", "mum", "mom", "dad", "parents", "grandmother", "grandfather",
    "grandma", "grandpa", "sister", "brother", "friend", "husband", "wife", "boyfriend", "girlfriend", "partner",
    "family", "weight", "money", "mind", "way", "time", "heart", "temper", "voice", "memory", "sleep", "haircut",
    "divorce", "boost", "chance", "point", "peace", "hope", "hair", "house", "home", "flat", "apartment", "city",
    "news", "diagnosis", "degree", "life",
))  # fmt: skip

# What one becomes or starts and is not paid for.
NO_JOB = frozenset((
    "mother", "father", "mum", "mom", "dad", "parent", "vegetarian", "vegan", "single", "famous", "rich",
    "pregnant", "ill", "sick", "out", "job",
))  # fmt: skip

# Whom one meets or leaves without a name.
NOBODY = frozenset((
    "friends", "people", "somebody", "someone", "everybody", "everyone", "nobody", "him", "her", "them", "family",
    "work", "home", "early", "late",
))  # fmt: skip
