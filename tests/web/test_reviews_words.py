"""What a flag has found, in the person's language: names, figures and days."""

import pytest

from portal.web.views.reviews.words import facts


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        ({"amount": "0.3", "unit": "mg/kg"}, "0,3 mg/kg", "0.3 mg/kg"),
        ({"amount": "0.00012", "unit": "mg/kg"}, "0,00012 mg/kg", "0.00012 mg/kg"),
        ({"amount": "1250", "unit": "mg/kg"}, "1\xa0250 mg/kg", "1,250 mg/kg"),
        ({"amount": "1e999999"}, "1e999999", "1e999999"),
        ({"pct_max": "0.0005"}, "≤ 0,0005\xa0%", "≤ 0.0005\xa0%"),
        ({"pct_min": "0.1", "pct_max": "0.3"}, "0,1–0,3\xa0%", "0.1–0.3\xa0%"),
        ({"valid_to": "2027-03-01"}, "mån 1 mars 2027", "Mon 1 Mar 2027"),
        ({"date": "2024-06"}, "juni 2024", "June 2024"),
        ({"date": "June"}, "June", "June"),
        ({"group": "heavy_metals"}, "tungmetaller", "heavy metals"),
        ({"material": "palm_oil"}, "palmolja", "palm oil"),
        ({"material": "moon_dust"}, "moon dust", "moon dust"),
        ({"country": "VN"}, "Vietnam", "Vietnam"),
        ({"country": "CN-XJ"}, "Kina (CN-XJ)", "China (CN-XJ)"),
    ],
)
def test_a_fact_is_told_as_the_language_writes_it(value: dict[str, str], sv: str, en: str) -> None:
    for language, told in (("sv", sv), ("en", en)):
        ((_, shown),) = facts(value, language)
        assert shown == told
