"""`python -m generator.language` finds all strings anew and brings the PO files up to date."""

from generator.language.extraction import update_all

if __name__ == "__main__":
    for code, missing in update_all().items():
        print(f"{code}: {missing} strings to translate")  # noqa: T201
