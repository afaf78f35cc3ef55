"""Names and descriptions alone resolve to country, sector and identity."""

import pytest

from recoupe.annotate.actor_resolution import iso, resolve_actor
from recoupe.packs.actors import load_actors
from recoupe.packs.files import languages


@pytest.mark.parametrize(
    ("text", "actor", "country", "sector"),
    [
        ("le parlement géorgien", "GEO/parliament", "GEO", "LEG"),
        ("des troupes érythréennes", "ERI/armed-forces", "ERI", "MIL"),
        ("l'armée du Tchad", "TCD/armed-forces", "TCD", "MIL"),
        ("the Kenyan parliament", "KEN/parliament", "KEN", "LEG"),
        ("Kenya's police", "KEN/police", "KEN", "COP"),
        ("le ministre togolais de l'Intérieur", "TGO/interior-minister", "TGO", "GOV"),
        ("le ministre de l'Intérieur du Togo", "TGO/interior-minister", "TGO", "GOV"),
        ("the defence ministry of Chad", "TCD/defence-ministry", "TCD", "GOV"),
    ],
)
def test_organs_of_states_are_composed(text: str, actor: str, country: str, sector: str) -> None:
    found = resolve_actor(text, context=None, date=None)
    assert (found.id, found.country, found.sectors[0]) == (actor, country, sector)


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("des rebelles centrafricains", "CAF", ("REB",)),
        ("une centaine de cheminots italiens", "ITA", ("LAB",)),
        ("des hommes armés", None, ("UAF",)),
        ("le chef de la police haïtienne", "HTI", ("COP",)),
        ("un porte-parole de l'armée éthiopienne", "ETH", ("MIL",)),
        ("des députés de l'opposition", None, ("LEG", "OPP")),
        ("l'ancien Premier ministre guinéen", "GIN", ("ELI",)),
        ("a retired Nigerian general", "NGA", ("ELI",)),
        ("people in Norway", "NOR", ("CVL",)),
        ("un responsable danois", "DNK", ("GOV",)),
        ("two Greek frigates", "GRC", ("MIL",)),
        ("journalists from Peru", "PER", ("JRN",)),
    ],
)
def test_descriptions_tell_country_and_sectors(text: str, country: str | None, sectors: tuple[str, ...]) -> None:
    found = resolve_actor(text, context=None, date=None)
    assert (found.country, found.sectors) == (country, sectors)


@pytest.mark.parametrize("text", ["la Norvège", "les Norvégiens", "Norway", "two Norwegians"])
def test_states_and_peoples_have_no_sector(text: str) -> None:
    found = resolve_actor(text, context=None, date=None)
    assert (found.country, found.sectors) == ("NOR", ())


@pytest.mark.parametrize("text", ["Oslo", "the Kremlin", "le Quai d'Orsay"])
def test_seats_of_government_stand_for_it(text: str) -> None:
    assert resolve_actor(text, context=None, date=None).sectors[:1] == ("GOV",)


@pytest.mark.parametrize("text", ["chat", "the weather", "", "???", "un tableau", "x" * 5000])
def test_what_names_nobody_stays_open(text: str) -> None:
    found = resolve_actor(text, context=None, date=None)
    assert (found.id, found.country, found.sectors) == (None, None, ())


@pytest.mark.parametrize(("date", "sector"), [("2009-06-01", "GOV"), ("2016-06-01", "ELI"), ("2023-06-01", "GOV")])
def test_a_person_has_the_sector_of_the_day(date: str, sector: str) -> None:
    found = resolve_actor("Lula", context=None, date=date)
    assert (found.country, found.sectors[0]) == ("BRA", sector)


def test_an_office_goes_to_its_holder_on_the_day() -> None:
    found = resolve_actor("le président chilien", context=None, date="2015-03-01")
    assert found.name == "Michelle Bachelet"
    assert resolve_actor("le président chilien", context=None, date=None).id == "CHL/president"


@pytest.mark.parametrize(
    "spelling", ["Mouammar Kadhafi", "Muammar Gaddafi", "Moammar Gadhafi", "Muamar Kadafi", "le colonel Kadhafi"]
)
def test_transliterations_are_one_person(spelling: str) -> None:
    assert resolve_actor(spelling, context=None, date="2005-01-01").id == "person/muammar-gaddafi"


def test_a_surname_with_the_title_of_its_bearer_is_enough_and_alone_it_is_not() -> None:
    titled = resolve_actor("le président Sirleaf", context=None, date="2010-01-01")
    assert titled.name == "Ellen Johnson Sirleaf"
    assert resolve_actor("Sirleaf", context=None, date="2010-01-01").id is None


def test_a_surname_inside_another_name_is_not_its_famous_bearer() -> None:
    assert resolve_actor("Marguerite Hollande", context=None, date=None).id is None


@pytest.mark.parametrize("word", ["mas", "pas", "Raid"])
def test_words_are_no_acronyms(word: str) -> None:
    assert resolve_actor(word, context=None, date=None, lang="fr").id is None


def test_context_gives_the_country_that_the_words_leave_open() -> None:
    found = resolve_actor("l'armée", context="un village du Burkina Faso", date=None)
    assert (found.country, found.sectors) == ("BFA", ("MIL",))


def test_a_group_in_power_is_government_while_it_lasts() -> None:
    before = resolve_actor("les talibans", context=None, date="2010-01-01")
    after = resolve_actor("les talibans", context=None, date="2023-01-01")
    assert (before.id, before.sectors, after.sectors) == (after.id, ("REB",), ("GOV",))


@pytest.mark.parametrize(
    ("text", "country"), [("le maire de Marseille", "FRA"), ("Osaka police", "JPN"), ("les habitants d'Odessa", "UKR")]
)
def test_towns_give_their_country(text: str, country: str) -> None:
    assert resolve_actor(text, context=None, date=None).country == country


@pytest.mark.parametrize(
    ("date", "day"),
    [("12 April 2022", "2022-04-12"), ("1er mars 2020", "2020-03-01"), ("2020-03", "2020-03"), ("bald", None)],
)
def test_dates_are_read_as_iso(date: str, day: str | None) -> None:
    assert iso(date) == day


@pytest.mark.parametrize("lang", languages())
def test_every_role_phrase_of_the_pack_is_read_as_that_role(lang: str) -> None:
    """Each phrase alone gets the sectors of one of its readings, so that no entry of the pack is dead."""
    pack = load_actors(lang)
    dead = []
    for entries in pack.roles.values():
        for words, roles in entries:
            found = resolve_actor(" ".join(words), context=None, date=None, lang=lang)
            if any(role.kind == "weak" or not role.sectors for role in roles):
                continue
            if not any(set(role.sectors) & set(found.sectors) for role in roles) and not found.country:
                dead.append(" ".join(words))
    assert len(dead) <= 12, dead


def test_territories_are_coded_as_the_state_they_belong_to() -> None:
    assert resolve_actor("la police néo-calédonienne", context=None, date=None).country == "FRA"
    assert resolve_actor("the government of Greenland", context=None, date=None).country == "DNK"
    assert resolve_actor("the government of Hong Kong", context=None, date=None).country == "HKG"


def test_a_title_with_a_full_stop_is_one_phrase_with_its_name() -> None:
    found = resolve_actor("Sen. Marco Rubio", context=None, date="2015-03-01")
    assert (found.name, found.sectors) == ("Marco Rubio", ("LEG",))


@pytest.mark.parametrize("text", ["he", "ils", "she"])
def test_a_pronoun_alone_is_somebody_unidentified(text: str) -> None:
    assert resolve_actor(text, context=None, date=None).sectors == ("UNK",)


@pytest.mark.parametrize("text", ["les présidents chiliens", "Chilean presidents", "top diplomats from Chile"])
def test_a_plural_office_is_nobody_in_particular(text: str) -> None:
    found = resolve_actor(text, context=None, date="2015-03-01")
    assert (found.id, found.country) == (None, "CHL")


def test_the_plural_of_a_field_of_office_makes_no_plural_office() -> None:
    found = resolve_actor("le ministre sénégalais des Affaires étrangères", context=None, date="2013-05-01")
    assert found.name == "Mankeur Ndiaye"


@pytest.mark.parametrize("text", ["Sainte-Mère-Église", "Saint-Pierre-la-Cour", "Pont-l'Évêque", "Condé-sur-Vire"])
def test_a_part_of_a_longer_word_is_no_actor(text: str) -> None:
    found = resolve_actor(text, context=None, date="2020-01-10", lang="fr")
    assert found.sectors in ((), ("CVL",))
    assert found.id is None


@pytest.mark.parametrize(
    ("text", "country"),
    [("US-led troops", "USA"), ("un ex-ministre togolais", "TGO"), ("al-Qaida-linked fighters", "IMG")],
)
def test_prefixes_and_participles_leave_the_word_beside_the_hyphen(text: str, country: str) -> None:
    assert resolve_actor(text, context=None, date=None).country == country
