"""What the style guide measures: each colour, what it is for, and how well it is told apart."""

from dataclasses import dataclass

from nennep.web.colours import colours

# Each colour, what it is for, and the ground it must be read on ("" where nothing is read on or in it).
USES = (
    ("paper", "giấy, nền trang", ""),
    ("sheet", "tờ văn bản, ô nhập", ""),
    ("ink", "chữ", "paper"),
    ("muted", "chữ phụ, chưa đo", "paper"),
    ("line", "kẻ mảnh, chỉ để ngăn", ""),
    ("edge", "viền nút, viền ô", "paper"),
    ("red", "đường dẫn, quá hạn, dưới mức", "paper"),
    ("seal", "nút chính; số đo là của chữ trên nút", "on-red"),
    ("gold", "đến hạn, số thứ tự", "paper"),
    ("gilt", "gạch con số, vạch lúc này", "paper"),
    ("gold-wash", "tháng này, mục đang họp", ""),
    ("mark", "con số đang mở, chữ tìm thấy", ""),
    ("unsourced", "số gõ tay, chỗ thiếu", ""),
    ("ok", "đã làm", "paper"),
    ("focus", "vòng chọn", "paper"),
)


@dataclass(frozen=True)
class Swatch:
    name: str
    use: str
    contrast: str


def swatches() -> list[Swatch]:
    known = colours()
    return [
        Swatch(name, use, " · ".join(f"{value:.1f}".replace(".", ",") for value in known[name].contrast(known[ground])))
        if ground
        else Swatch(name, use, "")
        for name, use, ground in USES
    ]
