"""Takes what readers sent in by the forms: issues of a forge become changed and new records."""

from generator.intake.issues import Issue, read_issues
from generator.intake.report import report
from generator.intake.taking import Intake, Outcome, take

__all__ = ["Intake", "Issue", "Outcome", "read_issues", "report", "take"]
