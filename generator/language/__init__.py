"""The language of the interface: what visitors read on the site, in theirs.

The source text is English and stands where it is used; a file for each other language, `de.po`,
has its translation, as gettext does it (https://www.gnu.org/software/gettext/manual/). English
needs no file, and nothing is loaded for it.
"""

from generator.language.files import OWN as OWN_TRANSLATION
from generator.language.files import base_of, is_code, languages
from generator.language.language import ENGLISH, Language, to_count, to_say
from generator.language.loading import load

__all__ = [
    "ENGLISH",
    "OWN_TRANSLATION",
    "Language",
    "base_of",
    "is_code",
    "languages",
    "load",
    "to_count",
    "to_say",
]
