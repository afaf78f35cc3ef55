"""Plain text files: header, title, text."""

from recoupe.ingest.texts import read_text

BODY = "Un convoi est parti mardi.\nIl est arrivé jeudi."


def test_a_header_gives_title_date_outlet_and_language():
    header = "Title: Un convoi part\nOutlet: Le Littoral\ndate: 2021-05-04\nLang: fr\nUrl: https://a.example/1\n\n"
    report = read_text(header + BODY, name="x.txt")
    assert (report.title, report.outlet, report.published) == ("Un convoi part", "Le Littoral", "2021-05-04")
    assert (report.lang, report.url, report.text) == ("fr", "https://a.example/1", BODY)
    assert report.published_evidence == "header"


def test_a_header_may_hold_other_fields():
    report = read_text(f"Date: 2021-05-04\nAuthor: A. B.\nMots-clés : pont\nUrl:\n\n{BODY}", name="x")
    assert (report.published, report.url, report.text) == ("2021-05-04", None, BODY)


def test_lines_without_a_known_field_are_text():
    content = f"Kidal: trois blessés\nGao: un mort\n\n{BODY}"
    assert read_text(content, name="x").text == content


def test_lines_that_only_begin_like_a_header_are_text():
    content = "Title: the play opens tonight\nIt is a comedy of errors about a port.\n\nThe end."
    report = read_text(content, name="x.txt")
    assert report.text == content
    assert report.outlet is None


def test_a_first_line_is_the_title_only_where_an_empty_line_sets_it_apart():
    assert read_text(f"Un convoi part\n\n{BODY}", name="x").title == "Un convoi part"
    assert read_text(f"Un convoi part\n{BODY}", name="x").title is None
    assert read_text(f"Un convoi est parti.\n\n{BODY}", name="x").title is None
    assert read_text("Un convoi part\n\n", name="x").title is None


def test_windows_line_ends_do_not_hide_the_title():
    report = read_text(f"Un convoi part\r\n\r\n{BODY}", name="x")
    assert (report.title, report.text) == ("Un convoi part", BODY)


def test_the_file_name_dates_a_text_without_a_header():
    report = read_text(BODY, name="2021-05-04-littoral-convoi.txt")
    assert (report.published, report.published_evidence) == ("2021-05-04", "file name")


def test_a_header_date_that_is_none_is_kept_as_it_is_written():
    assert read_text(f"Date: hier\nOutlet: A\n\n{BODY}", name="x").published == "hier"


def test_the_same_text_from_two_outlets_is_two_reports():
    ids = {read_text(f"Outlet: {outlet}\n\n{BODY}", name="x").id for outlet in "AB"}
    assert len(ids) == 2
    assert read_text(BODY, name="x").id == read_text(BODY, name="y").id
