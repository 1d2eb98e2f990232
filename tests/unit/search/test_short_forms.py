"""Which short forms are learned, and from what."""

from __future__ import annotations

import pytest

from generator.catalogue import Catalogue
from generator.model import Phrase, Topic
from generator.search.short_forms import defined, learn
from generator.values.text import Text
from tests import given
from tests.unit.search.test_reader import reader_of


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("A mixture of experts (MoE) grazes.", [("MoE", "mixture of experts")]),
        ("Mixture-of-Experts (MoEs) graze.", [("MoE", "Mixture-of-Experts")]),
        ("We use generative adversarial networks (GANs).",
         [("GAN", "generative adversarial networks")]),
        ("NAS (neural architecture search) helps.", [("NAS", "neural architecture search")]),
        ("a vision transformer (ViT; 2020)", [("ViT", "vision transformer")]),
        ("convolutional neural networks (CNNs), reinforcement learning (RL)",
         [("CNN", "convolutional neural networks"), ("RL", "reinforcement learning")]),
        ("low-rank adaptation (LoRA)", [("LoRA", "low-rank adaptation")]),
        ("Pre-trained Flock Model (PFM)", [("PFM", "Pre-trained Flock Model")]),
        ("Read it here (PDF).", []),
        ("The sheep are white (see Fig).", []),
        ("The sheep are white (see Fig. 2).", []),
        ("Pastures for old dogs (PDF) are green.", []),
        ("the flock that we count (FC)", []),
        ("sheep (US)", []),
        ("we know that the herd (WH)", []),
        ("battle of the barns (BoB)", [("BoB", "battle of the barns")]),
        ("wool. Sheep shearing (WSS)", []),
        ("we (WE)", []),
        ("", []),
        ("((((()))))(", []),
    ],
)  # fmt: skip
def test_what_a_text_explains(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(defined(text)) == pairs


LONG = given.paper("long", "A mixture of experts for sheep")
SHORT = given.paper("short", "MoE for goats", abstract="A MoE grazes.")
BOTH = given.paper("both", "Wool", abstract="Every Mixture-of-Experts (MoE) eats grass.")
NEITHER = given.paper("neither", "The experts of the moor")


def test_a_query_by_one_form_finds_papers_with_the_other() -> None:
    reader = reader_of(Catalogue((LONG, SHORT, BOTH, NEITHER)))

    def found(query: str) -> list[str]:
        return [reader.document(number)[0] for number in reader.search(query).documents]

    assert found("moe ") == ["short", "both", "long"]
    assert found("mixture of experts ")[0] == "long"
    assert set(found("mixture of experts ")[:3]) == {"long", "short", "both"}
    assert found('"mixture of experts"') == ["long", "both"]
    assert set(found("-moe ")) == {"neither"}


def test_phrases_of_a_topic_tell_a_short_form() -> None:
    phrases = (Phrase("NAS", case=True), Phrase("neural architecture search"), Phrase("nasty"))
    topic = Topic("nas", Text("Search"), Text(), "all", (*phrases, Phrase("new sheep", weight=-1)))
    known = learn((), (topic,))
    assert list(known.longs) == ["NAS"]
    assert [known.written[long] for long in known.longs["NAS"]] == ["neural architecture search"]


def test_of_several_meanings_the_most_used_one_counts_unless_the_text_says_another() -> None:
    papers = (
        given.paper("a", "Wool", abstract="A sheep counting device (SCD) counts."),
        given.paper("b", "Hay", abstract="One sheep counting device (SCD) more."),
        given.paper("c", "Fog", abstract="A soft cloud dataset (SCD) floats."),
        given.paper("d", "SCD in the barn"),
    )
    known = learn(papers, ())
    assert known.missing(papers[3]) == ["sheep", "counting", "device"]
    assert known.missing(papers[2]) == []


def test_a_small_word_is_no_short_form() -> None:
    known = learn((given.paper("a", "Wool", abstract="Adaptive rug theory (ART) and art."),), ())
    assert known.missing(given.paper("b", "The art of wool")) == []
    assert known.missing(given.paper("c", "ARTs of wool")) == ["adaptive", "rug", "theory"]
