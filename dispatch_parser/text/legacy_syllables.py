"""Which letters make a Vietnamese syllable: the text's own word on whether it was decoded rightly."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("c", "ch", "p", "t")  # syllables that end so carry sắc or nặng only
_STOPPED = "\u0301\u0323"

_ONSETS = ("ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch", *"bcdđghklmnpqrstvx", "")
_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych yêm yên yêng yêt yêu ynh yt
    """.split()
)


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case and either tone placement, is a possible syllable of the language."""
    letters = [c for c in unicodedata.normalize("NFD", word.lower()) if c not in TONES]
    tones = [c for c in unicodedata.normalize("NFD", word.lower()) if c in TONES]
    plain = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1 or not 0 < len(plain) < 8:
        return False
    for onset in _ONSETS:
        rime = plain[len(onset) :]
        if plain.startswith(onset) and rime in _RIMES:
            return not rime.endswith(_STOPS) or any(tone in _STOPPED for tone in tones)
    return False
