"""Is this a word that Vietnamese spelling allows? Enough to tell Vietnamese text from text in a broken encoding."""

import re
import unicodedata

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # huyền, sắc, ngã, hỏi, nặng

_ONSETS = "ngh|nh|ng|gh|gi|kh|ch|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_FRONT = "eêiy"
# Before the front vowels k, gh and ngh are written, before all others c, g and ng.
_BEFORE_FRONT_ONLY, _NEVER_BEFORE_FRONT = {"k", "gh", "ngh"}, {"c", "g", "ng"}

_ALL_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uênh uêch ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh
    uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu yn ynh yt
"""
RIMES = frozenset(_ALL_RIMES.split())
"""Everything that may follow the first consonants, without tones."""

_RIMES_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âc ôc e en eo et ê ên ênh êch êt ơ
    y yên yêt ynh ych yt yp
"""
_AFTER_QU = frozenset(_RIMES_AFTER_QU.split())
_STOPPED = ("c", "ch", "p", "t")
_SPLIT = re.compile(rf"({_ONSETS})?(.*)")


def is_vietnamese(word: str) -> bool:
    """Whether a word is one correctly spelt Vietnamese syllable, in small letters, capitals, or one capital first.

    "Nguyễn", "HOÀ", "hòa" are; "NguyÔn", "José", "Blôk" are not. A syllable that ends in c, ch, p or t has the tone
    sắc or nặng. Names of other peoples of Viet Nam (Niê, K'Brơi) are not, and need not be.
    """
    word = unicodedata.normalize("NFC", word)
    return word in (word.lower(), word.upper(), word[:1].upper() + word[1:].lower()) and is_syllable(word.lower())


def is_syllable(word: str) -> bool:
    """The same for small letters."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        (tones if char in TONES else letters).append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1:
        return False
    if bare.startswith("gi") and _may_follow_gi(bare[2:]):
        rime = bare[1:] if bare == "gi" else bare[2:]
    else:
        match = _SPLIT.fullmatch(bare)
        if match is None:
            return False
        onset, rime = match[1] or "", match[2]
        if rime not in (_AFTER_QU if onset == "qu" else RIMES):
            return False
        front = rime[0] in _FRONT
        if front and onset in _NEVER_BEFORE_FRONT and bare[:2] != "gi" or not front and onset in _BEFORE_FRONT_ONLY:
            return False
    # Text without any mark may be a word whose tone was left out; only a wrong tone speaks against it.
    return not tones or not rime.endswith(_STOPPED) or tones[0] in ("\u0301", "\u0323")


def _may_follow_gi(rest: str) -> bool:
    """Giang, giữa, giếng, gì, gìn: "gi" is a consonant, or g with a rime that begins with i."""
    return not rest or rest in RIMES or f"i{rest}" in RIMES
