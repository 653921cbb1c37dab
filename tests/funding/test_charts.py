"""Charts: what is drawn is what is meant."""

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.charts import HEIGHT, LEFT, WIDTH, Amount, column_chart, shares


def chart_of(*values):
    amounts = [Amount(label=str(day), value=value, text="") for day, value in enumerate(values)]
    return column_chart(amounts, title="Gifts", scale_text=str)


@given(st.lists(st.integers(-(10**12), 10**12), max_size=40))
def test_every_column_stays_within_the_drawing_and_stands_on_nought(values):
    chart = chart_of(*values)
    (zero,) = (mark.y for mark in chart.marks if mark.is_zero)

    for column, value in zip(chart.columns, values, strict=True):
        assert column.x >= LEFT
        assert column.x + column.width <= WIDTH + 0.1
        assert column.y >= 0
        assert column.y + column.height <= HEIGHT + 0.1
        edge = column.y if value < 0 else column.y + column.height
        assert abs(edge - zero) < 0.1


@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=40))
def test_more_is_never_drawn_lower(values):
    columns = sorted(chart_of(*values).columns, key=lambda column: column.amount.value)

    heights = [column.height for column in columns]
    assert heights == sorted(heights)


def test_the_scale_has_round_marks_and_few():
    assert [mark.text for mark in chart_of(0, 31_250).marks] == [
        "0",
        "10000",
        "20000",
        "30000",
        "40000",
    ]
    assert [mark.text for mark in chart_of(-120, 300).marks] == ["-200", "0", "200", "400"]
    assert [mark.text for mark in chart_of().marks] == ["0", "1"]


def test_leaves_labels_out_where_there_is_no_room():
    assert [column.label for column in chart_of(*range(31)).columns if column.label] == [
        "0", "4", "8", "12", "16", "20", "24", "28",
    ]  # fmt: skip


def test_says_which_part_of_the_whole_each_is():
    amounts = [
        Amount(label=name, value=value, text="") for name, value in (("card", 300), ("bank", 100))
    ]

    assert [(one.label, one.percent, one.bar) for one in shares(amounts)] == [
        ("card", 75.0, 100.0),
        ("bank", 25.0, 33.3),
    ]
    assert shares([Amount(label="cash", value=0, text="")])[0].percent == 0
