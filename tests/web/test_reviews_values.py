"""What a flag has found, in the person's language: names, figures and days."""

import pytest

from portal.web.views.reviews.values import facts


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
        (
            {"wage": "5200", "currency": "SEK", "per": "month"},
            "5\xa0200 SEK i månaden",
            "5,200 SEK a month",
        ),
        (
            {"wage": "3.10", "wage_max": "4", "currency": "USD", "per": "hour"},
            "3,10–4 USD i timmen",
            "3.10–4 USD an hour",
        ),
        ({"wage_floor": "37000", "currency": "PKR"}, "37\xa0000 PKR", "37,000 PKR"),
        (
            {"wage": "250", "currency": "rupees", "per": "day"},
            "250 rupees om dagen",
            "250 rupees a day",
        ),
        ({"overdue": "P3W"}, "3 veckor", "3 weeks"),
        ({"notice": "P1M"}, "1 månad", "1 month"),
        ({"notice": "soon"}, "soon", "soon"),
        ({"hours_per_month": "100"}, "100", "100"),
        ({"hours_per_week": "37.5"}, "37,5", "37.5"),
        ({"indicator": "threats"}, "hot", "threats"),
        ({"operations": "chain"}, "längre upp i kedjan", "further up the supply chain"),
    ],
)
def test_a_fact_is_told_as_the_language_writes_it(value: dict[str, str], sv: str, en: str) -> None:
    for language, told in (("sv", sv), ("en", en)):
        (fact,) = facts(value, language)
        assert fact.value == told
