"""Stories of making something."""

from sorcerer.life.world.stories import Arc, Beat, Branch

MAKING = (
    Arc(
        "vase",
        "A vase for a friend",
        ("pottery", "ceramics", "clay", "craft", "art", "design", "creative"),
        (
            Beat(
                "first",
                (0, 6),
                Branch("pottery", "Day one at the wheel", "centres clay for the first time, nearly"),
                Branch("draw", "A vase on paper", "draws the vase before touching any clay"),
                "learning to throw a vase for a friend",
            ),
            Beat(
                "collapse",
                (7, 13),
                Branch("pottery", "It fell in", "watches the vase fall in on itself and applauds"),
                Branch("draw", "Version two", "draws a lower, wider version"),
                "the first vase fell in",
            ),
            Beat(
                "again",
                (14, 20),
                Branch("pottery", "Walls that stand", "throws walls that stand"),
                Branch("draw", "Choosing a glaze", "fills a page with glaze colours"),
                "the second vase stands",
            ),
            Beat(
                "gift",
                (21, 29),
                Branch("visit", "The vase arrives", "gives the slightly crooked vase to {friend}"),
                Branch("journal", "Wrapped, with a note", "wraps the vase and writes the note that goes with it"),
                "the vase has found its home",
            ),
        ),
        asked=True,
    ),
    Arc(
        "supper",
        "A supper for eight",
        ("cook", "cooking", "food", "baking", "recipes", "friends", "vegan", "dinner"),
        (
            Beat(
                "idea",
                (0, 2),
                Branch("journal", "A menu in pencil", "writes a menu for eight in pencil"),
                Branch("read", "Cookbooks on the floor", "reads four cookbooks on the floor"),
                "planning a supper for eight",
            ),
            Beat(
                "test",
                (3, 7),
                Branch("cook", "Test run", "cooks the main dish as a test and takes notes"),
                Branch("call_home", "The recipe by phone", "gets the recipe dictated over the phone"),
                "the test dish for the supper works",
            ),
            Beat(
                "invite",
                (8, 12),
                Branch("catch_up", "Eight yeses", "invites {friend} first and promises a chair"),
                Branch("journal", "Eight envelopes", "writes eight invitations by hand"),
                "eight people have said yes to the supper",
            ),
            Beat(
                "plates",
                (13, 19),
                Branch("flea", "Eight plates, none alike", "hunts for eight plates, none of them alike"),
                Branch("clean", "Counting chairs", "counts chairs, borrows two, moves the table"),
                "plates and chairs for eight are found",
                (),
                "has:plates",
            ),
            Beat(
                "supper",
                (20, 26),
                Branch("cook", "The supper", "cooks for eight and burns only one thing"),
                Branch("cook", "The smaller supper", "cooks a smaller supper and calls it a rehearsal"),
                "the supper for eight has happened",
                ("has:plates",),
            ),
        ),
    ),
    Arc(
        "song",
        "One whole song",
        ("music", "guitar", "piano", "singing", "song", "violin", "concerts", "saxophone"),
        (
            Beat(
                "dust",
                (0, 3),
                Branch(
                    "music",
                    "Out from behind the wardrobe",
                    "takes the instrument out from behind the wardrobe and tunes it",
                ),
                Branch("read", "Reading the notes", "reads the notes without playing one"),
                "learning one whole song",
            ),
            Beat(
                "bars",
                (4, 9),
                Branch("music", "The hard four bars", "plays the hard four bars until the neighbour knows them"),
                Branch("walk", "Humming it", "hums the hard part all the way round the block"),
                "the hard four bars of the song nearly work",
            ),
            Beat(
                "through",
                (10, 16),
                Branch("music", "All the way through", "plays the song all the way through, once"),
                Branch("journal", "Words first", "writes the words out by hand until they stay"),
                "the song went all the way through once",
            ),
            Beat(
                "play",
                (17, 25),
                Branch("visit", "An audience of one", "plays the song for {friend}, eyes shut"),
                Branch("call_home", "Played down the phone", "plays the song down the phone to the family"),
                "the song has been heard",
            ),
        ),
        asked=True,
    ),
)
