"""Which formatting holds: direct, else of the character style, the paragraph style, the styles those are based on, the table's
style, the document's defaults. Fonts may be named by a theme."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

Element = Any  # lxml ships no types
Layers = list[Element]
"""Property elements (w:rPr or w:pPr), the weakest first."""

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORDS_OWN_SIZE, WORDS_OWN_FONT = 10.0, "Times New Roman"
_OFF = {"0", "false", "off", "none"}


class Cascade:
    """The styles of one document."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        root = word.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) not in (None, *_OFF)
            ),
            None,
        )
        self._chains: dict[tuple[str | None, str], Layers] = {}

    def of_paragraph(self, paragraph: Element, table: str | None) -> Layers:
        """The w:pPr that hold for a paragraph."""
        direct = paragraph.find(qn("w:pPr"))
        layers = [*self._defaults("pPr"), *self._chain(table, "pPr"), *self._chain(self._style_of(paragraph), "pPr")]
        numbering = self._numbering(direct)
        return [*layers, *([numbering] if numbering is not None else []), *([direct] if direct is not None else [])]

    def of_run(self, run: Element, paragraph: Element, table: str | None) -> "RunLayers":
        """The w:rPr that hold for a run."""
        direct = run.find(qn("w:rPr"))
        own = direct.find(qn("w:rStyle")) if direct is not None else None
        return RunLayers(
            [*self._defaults("rPr"), *self._chain(table, "rPr"), *self._chain(self._style_of(paragraph), "rPr")],
            self._chain(own.get(qn("w:val")), "rPr") if own is not None else [],
            [direct] if direct is not None else [],
        )

    def name_of(self, paragraph: Element) -> str:
        """What the paragraph's style is called."""
        style = self._styles.get(self._style_of(paragraph))
        name = style.find(qn("w:name")) if style is not None else None
        return (name.get(qn("w:val")) or "") if name is not None else ""

    def _style_of(self, paragraph: Element) -> str | None:
        return style_of(paragraph) or self._default

    def font(self, layers: Layers) -> str:
        """The family that letters are shown in. Where two scripts differ, the one that is not Times New Roman: Vietnamese
        letters with marks belong to the second, so a word would be set in two faces."""
        found = {self._font(layers, script) for script in ("ascii", "hAnsi")} - {""}
        return next(iter(sorted(found - {WORDS_OWN_FONT})), WORDS_OWN_FONT)

    def _font(self, layers: Layers, script: str) -> str:
        for layer in reversed(layers):
            fonts = layer.find(qn("w:rFonts"))
            if fonts is None:
                continue
            themed = self._theme.get((fonts.get(qn(f"w:{script}Theme")) or "")[:5])
            named = themed or fonts.get(qn(f"w:{script}"))
            if named:
                return str(named)
        return ""

    @cached_property
    def _theme(self) -> dict[str, str]:
        """The two families of the theme, by the first letters that Word names them with."""
        for relation in self._word.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.THEME and not relation.is_external:
                root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
                fonts = {
                    key: root.find(f".//{DRAWING}{key}Font/{DRAWING}latin") for key in ("major", "minor")
                }  # fmt: skip
                return {key: latin.get("typeface", "") for key, latin in fonts.items() if latin is not None}
        return {}

    def _defaults(self, kind: str) -> Layers:
        found = self._word.styles.element.find(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}")
        return [found] if found is not None else []

    def _chain(self, key: str | None, kind: str) -> Layers:
        """The style's properties after those of the styles it is based on; the default style where none is named."""
        if (key, kind) not in self._chains:
            self._chains[key, kind] = [
                found for style in self._ancestors(key) if (found := style.find(qn(f"w:{kind}"))) is not None
            ]
        return self._chains[key, kind]

    def _ancestors(self, key: str | None) -> Layers:
        found: Layers = []
        while key in self._styles and self._styles[key] not in found:  # a style based on itself would never end
            found.append(self._styles[key])
            based = found[-1].find(qn("w:basedOn"))
            key = based.get(qn("w:val")) if based is not None else None
        return found[::-1]

    def _numbering(self, direct: Element | None) -> Element | None:
        """The indents of the list that the paragraph is an item of."""
        numbered = direct.find(qn("w:numPr")) if direct is not None else None
        part = next(
            (r.target_part for r in self._word.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.NUMBERING), None
        )
        if numbered is None or part is None:
            return None
        number, level = (numbered.find(qn(f"w:{name}")) for name in ("numId", "ilvl"))
        root, wanted = part.element, level.get(qn("w:val")) if level is not None else "0"
        for num in root.findall(qn("w:num")):
            if number is not None and num.get(qn("w:numId")) == number.get(qn("w:val")):
                abstract = num.find(qn("w:abstractNumId")).get(qn("w:val"))
                for kind in root.findall(qn("w:abstractNum")):
                    if kind.get(qn("w:abstractNumId")) == abstract:
                        for one in kind.findall(qn("w:lvl")):
                            if one.get(qn("w:ilvl")) == wanted:
                                return one.find(qn("w:pPr"))
        return None


class RunLayers:
    """What holds for a run, and how bold and italic add up over it."""

    def __init__(self, paragraph: Layers, character: Layers, direct: Layers) -> None:
        self.all = [*paragraph, *character, *direct]
        self._paragraph, self._character, self._direct = paragraph, character, direct

    def on(self, name: str) -> bool:
        """Bold, italic, capitals: direct formatting decides; a character style turns what the paragraph's says."""
        direct = _toggle(self._direct, name)
        if direct is not None:
            return direct
        return bool(_toggle(self._paragraph, name)) is not bool(_toggle(self._character, name))

    def value(self, name: str) -> str | None:
        for layer in reversed(self.all):
            found = layer.find(qn(f"w:{name}"))
            if found is not None:
                return found.get(qn("w:val")) or ""
        return None


def attribute(layers: Layers, element: str, *names: str) -> tuple[str, str] | None:
    """The strongest of some attributes of a paragraph's property, with its name ("left" and "start" are one)."""
    for layer in reversed(layers):
        found = layer.find(qn(f"w:{element}"))
        for name in names:
            if found is not None and found.get(qn(f"w:{name}")) is not None:
                return name, found.get(qn(f"w:{name}"))
    return None


def style_of(paragraph: Element) -> str | None:
    properties = paragraph.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    return style.get(qn("w:val")) if style is not None else None


def _toggle(layers: Layers, name: str) -> bool | None:
    for layer in reversed(layers):
        found = layer.find(qn(f"w:{name}"))
        if found is not None:
            return (found.get(qn("w:val")) or "true").lower() not in _OFF
    return None


def elements(root: Element, *names: str) -> Iterator[Element]:
    """Elements of some kinds under a root, leaving out the second drawing that Word keeps for old programs."""
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    wanted = {qn(name) for name in names}
    for child in root:
        if child.tag == fallback:
            continue
        if child.tag in wanted:
            yield child
        yield from elements(child, *names)
