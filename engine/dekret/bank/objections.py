"""What is said against sending a payment: a problem and the values of its sentences. Where it stands comes later."""

from collections.abc import Mapping
from dataclasses import dataclass

from dekret.model.payments import Payment
from dekret.text.diagnostic import Diagnostic, Problem, Severity
from dekret.text.source import Span
from dekret.text.wording import Value


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason not to send a payment, or, where the problem is a warning, to look at it before it is sent."""

    problem: Problem
    values: Mapping[str, Value]

    @property
    def severity(self) -> Severity:
        return self.problem.severity

    def at(self, span: Span) -> Diagnostic:
        """The diagnostic at the place of the payment."""
        return self.problem.filled(span, dict(self.values))


def against(payment: Payment, problem: Problem, **values: Value) -> Objection:
    """An objection that names the payment by its number."""
    return Objection(problem, {"number": payment.number, **values})
