"""Options that several commands of `dekret bank` share."""

from dekret.cli.rules_options import Option

REGISTER: Option = (
    ("-r", "--register"),
    {"default": "", "metavar": "KOD"},
    ("rejestr bankowy z kartoteki (jedyny)", "bank register of the company's file (the only one)"),
)
LINE_RULES: Option = (
    ("--line-rules",),
    {"default": "", "metavar": "SYMBOL"},
    ("reguły pozycji wyciągu, po przecinku (te rejestru)", "rules of lines, with commas (those of the register)"),
)
REPORTS = ("raporty z „dekret bank import”; - to standardowe wejście", "reports of 'dekret bank import'; - is stdin")
