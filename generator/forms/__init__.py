"""The forms that readers fill in: what they ask, how values stand in them, how they are opened."""

from generator.forms.form import CORRECTION, FORMS, NEW_PAPER, Asked, Form
from generator.forms.prefill import WITH_FORMS, correction_address
from generator.forms.shown import digest_of, shown_in_form
from generator.forms.template import is_written, template_of, template_path

__all__ = [
    "CORRECTION",
    "FORMS",
    "NEW_PAPER",
    "WITH_FORMS",
    "Asked",
    "Form",
    "correction_address",
    "digest_of",
    "is_written",
    "shown_in_form",
    "template_of",
    "template_path",
]
