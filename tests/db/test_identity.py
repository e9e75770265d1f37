"""Identity numbers, credit codes, telephones and names: right ones pass, wrong are told."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.identity import (
    age_on,
    birth_date_of,
    credit_code_fault,
    id_number_fault,
    id_number_warning,
    masked_id_number,
    name_fault,
    phone_fault,
    postcode_fault,
    sex_of,
    tidy_id_number,
    tidy_phone,
)

SPECIMENS = ["11010519491231002X", "440524188001010014"]  # GB 11643-1999
RESIDENCE_CARDS = ["810000199408230021", "830000199201300022"]
CREDIT_CODES = ["91110000600037341L", "5147577109CADR6830"]


def with_check(first_17: str) -> str:
    """The number with its check sign, found by trying all eleven."""
    (number,) = [first_17 + s for s in "0123456789X" if _sum(first_17 + s) % 11 == 1]
    return number


def _sum(number: str) -> int:
    # ISO 7064 MOD 11-2, the other way round than the code under test does it.
    values = [10 if sign == "X" else int(sign) for sign in number]
    return sum(value * pow(2, 17 - place, 11) for place, value in enumerate(values))


def fictional(born: date, sequence: int) -> str:
    """A number of the fictional area with its check sign."""
    return with_check(f"410199{born:%Y%m%d}{sequence:03d}")


id_numbers = st.builds(
    fictional, st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 999)
)


@pytest.mark.parametrize("number", [*SPECIMENS, *RESIDENCE_CARDS])
def test_published_specimens_have_no_fault(number: str) -> None:
    assert id_number_fault(number) is None


@given(id_numbers)
def test_a_number_with_its_own_check_sign_has_no_fault(number: str) -> None:
    assert id_number_fault(number) is None


@given(id_numbers, st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: str, place: int, digit: str) -> None:
    assume(number[place] != digit)
    assert id_number_fault(number[:place] + digit + number[place + 1 :]) is not None


@given(id_numbers, st.integers(0, 16))
def test_two_neighbours_swapped_are_always_found(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert id_number_fault(swapped) is not None


def test_a_wrong_check_digit_is_named_with_the_right_one() -> None:
    fault = id_number_fault("110105194912310021")
    assert fault is not None
    assert "第18位" in fault
    assert "“1”" in fault
    assert "“X”" in fault


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1101051949123100", "现有16位"),
        ("1101051949123100222", "现有19位"),
        ("", "现有0位"),
        ("1101O519491231002X", "第5位是“O”"),
        ("11010519491231002Y", "应为“X”"),
        ("110105194913310024", "第7至14位“19491331”"),
        ("410199199002310015", "第7至14位“19900231”"),
        ("410199900231001", "第7至12位“900231”"),
        ("٤10199199001010011", "第1位"),
    ],
)
def test_a_fault_says_where_it_is(number: str, said: str) -> None:
    assert said in (id_number_fault(number) or "")


@pytest.mark.parametrize(
    "typed",
    ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X\u3000"],
)
def test_width_case_and_spaces_of_a_number_do_not_matter(typed: str) -> None:
    assert tidy_id_number(typed) == "11010519491231002X"
    assert id_number_fault(typed) is None


@pytest.mark.parametrize("area", ["000000", "999998", "410199", "810000", "820000", "830000"])
def test_the_area_never_rejects(area: str) -> None:
    assert id_number_fault(with_check(area + "19900101001")) is None


def test_a_foreigners_card_needs_only_the_right_check_digit() -> None:
    right = with_check("9" * 17)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    assert id_number_fault(right) is None
    assert id_number_fault(wrong) is not None


def test_a_number_of_15_digits_passes_with_a_warning() -> None:
    assert id_number_fault("410199900101001") is None
    assert "18位" in (id_number_warning("410199900101001") or "")


def test_a_number_of_18_digits_has_no_warning() -> None:
    assert id_number_warning(SPECIMENS[0]) is None


def test_a_birth_after_today_is_refused_when_today_is_told() -> None:
    number = with_check("41019920300101001")
    assert id_number_fault(number) is None
    assert "今天以后" in (id_number_fault(number, today=date(2026, 10, 31)) or "")


@given(st.text(max_size=30))
def test_any_text_gets_an_answer(text: str) -> None:
    for answer in (
        id_number_fault(text), id_number_warning(text), credit_code_fault(text),
        phone_fault(text), postcode_fault(text), name_fault(text), sex_of(text),
    ):  # fmt: skip
        assert answer is None or answer
    assert birth_date_of(text) is None or isinstance(birth_date_of(text), date)


@pytest.mark.parametrize(
    ("number", "born", "sex"),
    [
        ("11010519491231002X", date(1949, 12, 31), "2"),
        ("440524188001010014", date(1880, 1, 1), "1"),
        ("410199900101001", date(1990, 1, 1), "1"),
        ("410199199002310015", None, "1"),
        ("123", None, None),
    ],
)
def test_birth_and_sex_are_read_from_the_number(
    number: str, born: date | None, sex: str | None
) -> None:
    assert (birth_date_of(number), sex_of(number)) == (born, sex)


@pytest.mark.parametrize(
    ("text", "masked"),
    [("11010519491231002X", "110105********002X"), ("1234567890", "**********"), ("", "")],
)
def test_a_masked_number_keeps_six_and_four_signs(text: str, masked: str) -> None:
    assert masked_id_number(text) == masked


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 10, 31), date(2026, 10, 30), 17),
        (date(2008, 10, 31), date(2026, 10, 31), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2027, 1, 1), date(2026, 12, 31), -1),
    ],
)
def test_age_grows_on_the_birthday(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age


@pytest.mark.parametrize("code", [*CREDIT_CODES, " 91110000600037341l "])
def test_published_credit_codes_have_no_fault(code: str) -> None:
    assert credit_code_fault(code) is None


@given(
    st.sampled_from(CREDIT_CODES),
    st.integers(0, 17),
    st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"),
)
def test_one_wrong_sign_of_a_credit_code_is_always_found(code: str, place: int, sign: str) -> None:
    assume(code[place] != sign)
    assert credit_code_fault(code[:place] + sign + code[place + 1 :]) is not None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("91110000600037341", "现有17位"),
        ("9111000060003734IL", "第17位是“I”"),
        ("91110000600037341M", "应为“L”"),
        ("5147577109CADR683Y", "应为“0”"),
    ],
)
def test_a_fault_of_a_credit_code_says_what_it_should_be(code: str, said: str) -> None:
    assert said in (credit_code_fault(code) or "")


@pytest.mark.parametrize(
    "number",
    [
        "13800000000", "19912345678", "+8613800000000",
        "０３７１－６１２３４５６７", "0717-1234567",
        "010-61234567", "0371-61234567-802", "0371—61234567", "138 0000 0000", "12348", "12345",
        "110", "95588", "400-123-4567", "4001234567", "10086",
    ],
)  # fmt: skip
def test_telephone_numbers_in_use_have_no_fault(number: str) -> None:
    assert phone_fault(number) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("12800000000", "第2位是“2”"),
        ("1380000000", "现有10位"),
        ("037161234567", "区号-号码"),
        ("61234567", "缺少区号"),
        ("电话13800000000", "只能填一个号码"),
        ("13800000000/13900000000", "只能填一个号码"),
        ("5", "不完整"),
        ("", "不完整"),
    ],
)
def test_a_fault_of_a_telephone_says_what_to_do(number: str, said: str) -> None:
    assert said in (phone_fault(number) or "")


def test_dashes_of_a_telephone_become_hyphens() -> None:
    assert tidy_phone("０３７１ — 61234567") == "0371-61234567"


@pytest.mark.parametrize(
    ("code", "right"), [("450000", True), ("４５００００", True), ("45000", False)]
)
def test_a_postcode_has_six_digits(code: str, right: bool) -> None:
    assert (postcode_fault(code) is None) is right


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "买买提·吐尔逊",
        "䶮𬭎㛃𠅤𫖯𣗋𬀩",
        "J. Smith",
        "张 三",
        "〇",
        "𮯰一",
        "葛\U000e0100三",
    ],
)
def test_names_as_on_the_identity_paper_have_no_fault(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("张\x00三", "U+0000"),
        ("张\u200b三", "第2个字符"),
        ("张\x7f", "U+007F"),
        ("\u202e张三", "U+202E"),
        ("张\ud800", "U+D800"),
        ("买买提•吐尔逊", "“·”"),
        ("买买提.吐尔逊", "“·”"),
        ("买买提・吐尔逊", "“·”"),
    ],
)
def test_a_fault_of_a_name_says_which_sign(name: str, said: str) -> None:
    assert said in (name_fault(name) or "")
