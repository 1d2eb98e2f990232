"""Codes of languages (https://www.rfc-editor.org/rfc/rfc5646) by the names that exports have."""

from __future__ import annotations

import re

#: Names in English, in the language itself, in other languages of exports, and of ISO 639-2.
_NAMES = {
    "en": "english anglais englisch ingles inglés inglês inglese engels английский 英语 eng"
    " american british ukenglish usenglish canadian australian newzealand usa",
    "de": "german deutsch allemand aleman alemán alemão tedesco duits немецкий 德语 ger deu"
    " ngerman austrian naustrian swissgerman nswissgerman",
    "fr": "french français francais französisch francés francês francese frans французский 法语 fre"
    " fra frenchb acadian canadien",
    "es": "spanish español espanol castellano espagnol spanisch espanhol spagnolo испанский"
    " 西班牙语 spa mexican",
    "it": "italian italiano italien italienisch итальянский ita",
    "pt": "portuguese português portugues portugais portugués portugiesisch португальский por"
    " brazilian brazil portuges",
    "nl": "dutch nederlands néerlandais niederländisch dut nld",
    "ru": "russian русский рус russe russisch ruso rus",
    "uk": "ukrainian українська ukr",
    "zh": "chinese 中文 chinois chinesisch chino китайский chi zho mandarin pinyin",
    "ja": "japanese 日本語 japonais japanisch jpn",
    "ko": "korean 한국어 coréen koreanisch kor",
    "pl": "polish polski polonais polnisch pol",
    "cs": "czech čeština cze ces",
    "sk": "slovak slo slk",
    "sl": "slovenian slovene slv",
    "hr": "croatian hrv",
    "sr": "serbian srp serbianc",
    "bg": "bulgarian bul",
    "ro": "romanian rum ron",
    "hu": "hungarian magyar hun",
    "sv": "swedish svenska swe",
    "da": "danish dansk dan",
    "no": "norwegian norsk nor nynorsk",
    "fi": "finnish suomi fin",
    "tr": "turkish türkçe turc tur",
    "ar": "arabic العربية ara",
    "he": "hebrew heb",
    "fa": "persian farsi per fas",
    "el": "greek gre ell polutonikogreek",
    "la": "latin lat classiclatin",
    "ca": "catalan català cat",
    "vi": "vietnamese vie",
    "id": "indonesian ind",
    "hi": "hindi hin",
    "th": "thai tha",
    "et": "estonian est",
    "lv": "latvian lav",
    "lt": "lithuanian lit",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
#: A code, maybe with a region or script: en, en-US, pt_BR, zh-Hans.
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}|[0-9]{3}))?")
_PARTS = re.compile(r"[;,/|]| and ")


def known_language(name: str) -> str:
    """Return the code of a language that one of its names or a code names; empty if unknown."""
    code = _CODE.fullmatch(name)
    return language_code(name) if name.casefold() in _CODES or (code and len(code[1]) == 2) else ""


def language_code(text: str) -> str:
    """Return the code of the language that a source names, the first of several; empty if unknown.

    A code stays as it is, but for its case and that codes of three letters become those of two.
    """
    first = _PARTS.split(text.strip()[:200])[0].strip(" .")
    if code := _CODES.get(first.casefold()):
        return code
    found = _CODE.fullmatch(first)
    if not found:
        return _CODES.get(first.casefold().partition(" ")[0], "")
    code, region = found[1].lower(), found[2] or ""
    shown = region.title() if len(region) == 4 else region.upper()
    return "-".join(part for part in (_CODES.get(code, code), shown) if part)
