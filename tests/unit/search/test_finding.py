"""A paper is found by the words of its title, in any script, however they are typed."""

from __future__ import annotations

import pytest

from generator.catalogue import Catalogue
from tests import given
from tests.unit.search.test_reader import reader_of

#: Titles, and what visitors type to find them; each is the first that is found, uncorrected.
BY_TITLE = {
    # Scripts without spaces, and words with particles.
    "牧场绵羊的自动计数方法": ("绵", "绵羊", "自动计数", "计数方法", "牧场 计数", "方法"),
    "羊毛質量評估系統": ("羊毛", "質量評估", "系統"),
    "迷子の羊を見つけるニューラルネットワーク": (
        "羊を見つける",
        "ニューラルネット",
        "ﾆｭｰﾗﾙﾈｯﾄﾜｰｸ",
        "迷子",
        "ネットワーク",
    ),
    "ヒツジのゲノム・プロジェクト": ("ゲノム", "ゲノムプロジェクト", "プロジェクト", "ヒツジ"),
    "그래프 신경망을 이용한 양모 분류": ("신경망", "그래프신경망", "양모", "양모를", "분류"),
    "대규모언어모델의 울타리": ("언어모델", "언어", "울타리", "대규모 언어모델"),
    "การนับแกะด้วยโครงข่ายประสาทเทียม": ("แกะ", "โครงข่ายประสาท", "การนับแกะ"),
    "ການນັບແກະໃນລາວ": ("ແກະ", "ນັບ"),
    "ការរាប់ចៀមនៅកម្ពុជា": ("ចៀម", "រាប់"),
    "သိုးများကိုရေတွက်ခြင်း": ("သိုး", "ရေတွက်"),
    "BERT模型压缩": ("模型", "BERT模型", "bert", "压缩"),
    "第2回牧草学会": ("牧草", "第2回", "第２回", "学会"),
    "ＦｌｏｃｋＮｅｔ：ｓｔｒａｙｓ": ("flocknet", "FlockNet: strays", "strays"),
    # Letters that do not decompose, and how they are spelled instead.
    "Über die Größe von Schäfern": ("uber", "ueber", "groesse", "grosse", "Größe", "schaefern"),
    "Die Schäfer von Köln": ("koeln", "koln", "KÖLN", "schaefer von koeln"),
    "Fåreavl på Sjælland": ("sjaelland", "Sjælland", "fareavl", "faareavl"),
    "Þór og kindurnar á Íslandi": ("thor", "Þór", "islandi"),
    "Đorđević o ovcama": ("dordevic", "djordjevic", "Đorđević", "ovcama"),
    "Owce w Łodzi": ("lodzi", "Łodzi", "ŁODZI"),
    "Mälṭese naħal u ŋgwa": ("nahal", "maltese", "ngwa"),
    "IŞIKLI KOYUN": ("ışıklı", "isikli", "IŞIKLI"),
    "Œuvre d'un berger": ("oeuvre", "Œuvre", "berger", "d’un berger"),
    "Schroedinger and his flock": ("Schrödinger", "schroedinger"),
    "Məhəmməd və qoyun": ("mehemmed", "qoyun"),
    "Ἡ ὁδὸς τοῦ προβάτου": ("ΟΔΟΣ", "οδος", "ὁδός", "προβατου"),
    "كِتَابُ الأغنام": ("كتاب", "الأغنام", "الاغنام", "كتـــاب"),
    "گوسفندان ایرانی": ("ايراني", "ایرانی"),
    "می‌شمارم": ("میشمارم", "می شمارم", "می‌شمارم"),
    "סֵפֶר הַכְּבָשִׂים": ("ספר הכבשים", "הכבשים"),
    "בית־ספר לרועים": ("בית ספר", "בית-ספר", "לרועים"),
    "भेड़ों की गिनती": ("भेड़ों", "गिनती"),
    "गिनता हुआ चरवाहा": ("गिनता", "चरवाहा"),
    "ভেড়া গণনা": ("ভেড়া", "গণনা"),
    "செம்மறி ஆடுகள்": ("செம்மறி", "ஆடுகள்"),
    "Овцы и ёлки": ("елки", "ёлки", "ОВЦЫ"),
    "Вівці Ґалаґана": ("Галагана", "Ґалаґана"),
    "Đàn cừu ở Đà Nẵng": ("da nang", "đàn cừu", "Đà Nẵng"),
    "خراف ٢٠٢٤": ("2024", "٢٠٢٤"),
    # Apostrophes.
    "O’Grady's herd": ("O'Grady", "ogrady", "o`grady", "Oʼgrady", "o´grady"),
    "Qurʾān of the shepherds": ("quran", "qur'an", "Qurʾān"),
    # Signs as words, or as a piece of one.
    "👩‍🌾🏽 keeps watch": ("👩‍🌾", "👩🏿‍🌾", "keeps watch"),
    "Flags of flocks 🇳🇴": ("🇳🇴",),
    "Wool ♥ needles": ("♥", "wool ♥"),
    "R&D in the barn": ("R&D", "r & d", "RD", "barn"),
    "S&P and the price of lamb": ("S&P", "s&p"),
    "A/B tests of fences": ("A/B", "a/b tests"),
    "TCP/IP for collars": ("TCP/IP", "tcpip", "tcp ip"),
    "Herding in C++": ("C++", "c++ herding"),
    "Herding in C#": ("C#", "c#"),
    "Herding in F#": ("F#",),
    "Herding in C": ("herding in c",),
    "The net of nets": ("net of nets",),
    "Collars on .NET": (".NET", ".net collars"),
    "R for shepherds": ("R", "r"),
    "k-NN of ewes": ("k-NN", "knn", "kNN"),
    "3D fleeces": ("3D", "3d", "３Ｄ"),
    "A* over hills": ("A*", "a* hills"),
    "Raising a π": ("π", "pi"),
    "β-VAE for bleats": ("β-VAE", "beta-VAE", "beta vae", "betavae"),
    "alpha-wool": ("α-wool", "alpha"),
    "τ-bench: shearing": ("τ-bench", "tau-bench", "taubench"),
    "∞-former grazing": ("∞-former", "∞", "former"),
    "μFlock": ("muflock", "μFlock", "µflock"),
    "λ-calculus of lambs": ("λ", "lambda", "lambda-calculus"),
    "A ram for $100": ("$100",),
    "Losing 50% of the flock": ("50%",),
    "The 50 best rams": ("50 best",),
    "Recall@5 of collies": ("recall@5", "recall at 5"),
    "Home @ the fold": ("@", "home @"),
    "16×16 pens": ("16x16", "16×16"),
    "Flock™ and Herd®": ("flock herd", "herd®", "Flock™"),
    "€5 a fleece": ("€", "€5"),
    "Paral·lel shearing": ("parallel", "paral·lel"),
}  # fmt: skip

READER = reader_of(
    Catalogue(tuple(given.paper(f"p{n:02}", title) for n, title in enumerate(BY_TITLE)))
)


@pytest.mark.parametrize(
    ("query", "title"), [(query, title) for title, all_ in BY_TITLE.items() for query in all_]
)
def test_a_title_is_found_first_and_without_a_correction(query: str, title: str) -> None:
    found = READER.search(query)
    assert [READER.document(number)[1] for number in found.documents[:1]] == [title]
    assert not found.corrections
