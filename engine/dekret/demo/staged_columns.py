"""The columns of the tables that the scripts of the demo database start from, and their types."""

from collections.abc import Mapping

_SHORT = {
    "int": "INTEGER",
    "text": "VARCHAR",
    "time": "TIMESTAMP",
    "yes": "BOOLEAN",
    "money": "DECIMAL(15,2)",
    "rate": "DECIMAL(15,4)",
    "percent": "DECIMAL(5,2)",
}
_LAYOUTS = {
    "b_party": "p int, typ int, id int, code text, name text, nip text, country text, class text, cat text, buys yes, "
    "sells yes, nrb text",
    "b_cat": "k int, parent int, kind int, general text, code text, name text, account text, kpir int, first yes",
    "b_chart": "a int, number text, cur text, name text, dictionary text, settlement yes, off yes",
    "b_item": "i int, code text, name text, ean text, service yes, unit text, price money",
    "b_rate": "cur text, rate rate",
    "b_own": "symbol text, nrb text",
    # m and y count months and years from the first, pay is what the other side is to pay
    "b_doc": "d int, kind text, head text, tail text, journal text, date time, m int, y int, buffer yes, "
    "turnover money, "
    "issue time, receipt time, due time, p int, cat text, cur text, rate rate, net money, vat money, net_cur money, "
    "vat_cur money, split yes, correction yes, corrected int, fkind text, register text, pay_cur text, pay money, "
    "pay_pln money, ksef text",
    "b_elem": "e int, d int, lp int, rate percent, symbol text, flag int, net_cur money, vat_cur money, net money, "
    "vat money, cat text, cat2 text",
    "b_pos": "x int, d int, lp int, i int, qty rate, rate percent, symbol text, flag int, net_cur money, "
    "vat_cur money, "
    "net money, vat money",
    "b_line": "l int, d int, lp int, a int, p int, wn yes, amount money, cur text, amount_cur money, cat text, "
    "txt text",
    "b_cash": "c int, d int, lp int, number text, date time, way int, amount money, pln money, p int, contra text, "
    "foreign_number text, txt text",
    "b_extra": "x int, d int, lp int, c int, amount money, wn text, ma text, txt text",
    "b_dim": "x int, d int, lp int, dim int, element text, percent percent, amount money",
    "b_krz": "s int, kind text, wn int, ma int, amount money, cur money, date time",
    "b_brk": "s int, d int, c int, d2 int, amount money, pln money, pln_left money, pln_right money, date time",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    table: {name: _SHORT[type_] for name, type_ in (column.split() for column in layout.split(", "))}
    for table, layout in _LAYOUTS.items()
}
"""The columns of every table with their types, in the order in which rows give their values."""
