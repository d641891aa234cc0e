"""The forms of a meeting that is over: read out, amended, scored, voted, signed; after the seal, corrected beside the page."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.files.admission import Marked
from nennep.documents.files.store import kept
from nennep.documents.files.uploads import Files, Unmarked, admit_uploads
from nennep.meetings.closing.actions.close import record_vote
from nennep.meetings.closing.actions.goals import directions_of, take_up_as_goals
from nennep.meetings.closing.actions.score import decide_level, give_points
from nennep.meetings.closing.actions.sign import (
    amend_text,
    correct_clock,
    note_read_out,
    record_signed_on_paper,
    seal_signed_on_paper,
    sign_addendum,
    sign_minutes,
    write_addendum,
)
from nennep.meetings.models import Addendum, Contribution, Meeting, Note, ThemePart, Vote
from nennep.meetings.papers.resolution import draft_resolution_of
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit
from nennep.programme.models import YearPlan

FIRST_MONTHS = 3


class ForMeeting(Deed):
    subject: Meeting


class AmendMinutes(ForMeeting):
    title = gettext_lazy("Sửa biên bản trước khi ký")
    about = gettext_lazy("Đọc biên bản trước chi bộ, ai góp ý thì sửa ở đây. Sổ cái giữ cả lời trước và lời sau.")

    read_out = forms.BooleanField(label=gettext_lazy("Biên bản đã đọc trước chi bộ"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["read_out"].initial = bool(self.subject.read_out)
        self.records: dict[str, Meeting | Note | Contribution] = {"conclusion": self.subject}
        self._add("conclusion", _("Kết luận"), self.subject.conclusion, 6000)
        for note in self.subject.notes.select_related("item").order_by("order"):
            self.records[f"note-{note.pk}"] = note
            where = note.get_part_display() or (note.item.title if note.item else "")
            self._add(f"note-{note.pk}", f"{note.get_kind_display().capitalize()}: {where}", note.text, 6000)
        for row in self.subject.contributions.select_related("person").order_by("order"):
            self.records[f"spoke-{row.pk}"] = row
            self._add(f"spoke-{row.pk}", _("Ý kiến của %(who)s") % {"who": row.person}, row.gist, 500)

    def _add(self, name: str, label: str, text: str, most: int) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        self.fields[name] = forms.CharField(label=label, max_length=most, widget=widget, initial=text)

    def act(self) -> str:
        if self.said["read_out"] and not self.subject.read_out:
            note_read_out(self.subject, **self.whom)
        changed = [name for name in self.changed_data if name in self.records]
        for name in changed:
            amend_text(self.records[name], self.said[name], **self.whom)
        return _("Đã sửa %(n)d chỗ.") % {"n": len(changed)}


class DraftResolution(ForMeeting):
    title = gettext_lazy("Soạn nghị quyết của cuộc họp")
    about = gettext_lazy("Dự thảo có sẵn những gì biên bản đã ghi; soạn tiếp rồi ký ở sổ văn bản.")

    def act(self) -> str:
        draft_resolution_of(self.subject, **self.whom)
        return _("Đã có dự thảo.")


class GivePoints(ForMeeting):
    title = gettext_lazy("Phiếu tự chấm")
    about = gettext_lazy(
        "Dòng nào sổ chứng minh được thì đã có điểm và căn cứ; dòng còn lại chi bộ bàn rồi ghi. Để trống là chưa chấm."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in self.subject.score_lines.order_by("order"):
            ground = f"{_('Căn cứ:')} {line.ground}" if line.ground else ""
            most = _("tối đa %(n)s") % {"n": f"{line.most.normalize():f}"}
            self.fields[f"line-{line.key}"] = forms.DecimalField(
                label=f"{line.key}. {line.criterion} ({most})",
                min_value=0,
                max_value=line.most,
                decimal_places=2,
                required=False,
                initial=line.points.normalize() if line.points is not None else None,
                help_text=ground,
            )
        self.fields["weaknesses"] = forms.CharField(
            label=_("Điểm yếu và cách khắc phục"),
            max_length=3000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=self.subject.score.weaknesses,
        )

    def act(self) -> str:
        points = {name.removeprefix("line-"): self.said[name] for name in self.fields if name.startswith("line-")}
        score = give_points(self.subject.score, points, weaknesses=self.said["weaknesses"], **self.whom)
        if score.proposed:
            return _("Chi bộ đề nghị mức %(level)s.") % {"level": score.proposed}
        return _("Đã ghi; còn dòng trống nên chưa có mức.")


class DecideLevel(ForMeeting):
    title = gettext_lazy("Mức cấp trên quyết định")
    level = forms.CharField(label=gettext_lazy("Mức"), max_length=40)
    on = Day(gettext_lazy("Ngày quyết định"))
    decided_by = forms.CharField(label=gettext_lazy("Cấp quyết định"), max_length=200)

    def act(self) -> str:
        decide_level(self.subject, **self.said, **self.whom)
        return _("Đã ghi mức %(level)s.") % {"level": self.said["level"]}


class RecordVote(ForMeeting):
    title = gettext_lazy("Ghi biểu quyết")
    about = gettext_lazy("Biểu quyết sau khi đồng hồ dừng: phiếu tự chấm, biên bản đã đọc.")
    subject_of = forms.ChoiceField(label=gettext_lazy("Biểu quyết về"), choices=Vote.About.choices)
    matter = forms.CharField(label=gettext_lazy("Nội dung biểu quyết"), max_length=300, required=False)
    in_favour = forms.IntegerField(label=gettext_lazy("Tán thành"), min_value=0, max_value=2000)
    against = forms.IntegerField(label=gettext_lazy("Không tán thành"), min_value=0, max_value=2000)
    abstaining = forms.IntegerField(label=gettext_lazy("Ý kiến khác"), min_value=0, max_value=2000)

    def act(self) -> str:
        counts = {name: self.said[name] for name in ("in_favour", "against", "abstaining")}
        about = Vote.About(self.said["subject_of"])
        vote = record_vote(self.subject, about=about, matter=self.said["matter"], counts=counts, **self.whom)
        return str(vote.hands)


class CorrectClock(ForMeeting):
    title = gettext_lazy("Sửa số phút chuyên đề")
    about = gettext_lazy(
        "Quên bấm thì sửa ở đây, kèm lý do. Số đã đo vẫn ở bên cạnh; biên bản đã khóa thì thành đính chính, chủ trì ký."
    )
    part = forms.ChoiceField(label=gettext_lazy("Phần chuyên đề"), choices=ThemePart.Part.choices)
    minutes = forms.IntegerField(label=gettext_lazy("Số phút thật"), min_value=0, max_value=600)
    reason = forms.CharField(label=gettext_lazy("Vì sao sửa"), max_length=300)

    def act(self) -> str:
        stood = correct_clock(self.subject, **self.said, **self.whom)
        return _("Đã ghi %(n)d phút bên cạnh %(m)d phút đã đo.") % {"n": self.said["minutes"], "m": stood}


class SignMinutes(ForMeeting):
    title = gettext_lazy("Ký biên bản")
    about = gettext_lazy(
        "Người ghi biên bản và chủ trì, mỗi người tự ký. Đủ hai chữ ký thì biên bản khóa lại, không ai sửa được nữa."
    )
    read = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc biên bản này và ký"),
        error_messages={"required": gettext_lazy("Đánh dấu vào ô này nếu đã đọc.")},
    )

    def act(self) -> str:
        sign_minutes(self.subject, by=self.by, at=self.at)
        return _("Đã ký.")


class SignedOnPaper(ForMeeting):
    title = gettext_lazy("Biên bản đã ký trên giấy")
    about = gettext_lazy("Ghi ngày hai người ký bản in; có bản chụp thì gửi kèm. Biên bản khóa lại từ đây.")
    grave: ClassVar[bool] = True
    signed_on = Day(gettext_lazy("Ngày ký"))
    scan = Files(label=gettext_lazy("Bản chụp"), required=False)
    unmarked = Unmarked()

    def act(self) -> str:
        uploads = self.said["scan"]
        on = self.said["signed_on"]
        if not uploads:
            record_signed_on_paper(self.subject, signed_on=on, **self.whom)
            return _("Đã ghi chữ ký trên giấy.")
        try:
            [admitted] = admit_uploads(uploads[:1], says_marked=self.said["unmarked"] == "yes")
        except Marked as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        with kept(admitted) as stored:
            record_signed_on_paper(self.subject, signed_on=on, scan=stored, **self.whom)
        return _("Đã ghi chữ ký trên giấy, kèm bản chụp.")


class WriteAddendum(ForMeeting):
    title = gettext_lazy("Đính chính biên bản đã khóa")
    about = gettext_lazy("Biên bản giữ nguyên; đính chính đứng bên cạnh, ai cũng thấy, chủ trì ký.")
    passage = forms.CharField(label=gettext_lazy("Chỗ cần đính chính"), max_length=300)
    correction = forms.CharField(
        label=gettext_lazy("Đúng ra là"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=300)

    def act(self) -> str:
        write_addendum(Addendum(meeting=self.subject, **self.said), **self.whom)
        return _("Đã ghi đính chính, chờ chủ trì ký.")


class SealPaperYears(Deed):
    subject: Unit
    title = gettext_lazy("Khóa biên bản các năm đã ký giấy")
    about = gettext_lazy(
        "Biên bản nào trong sổ đã có ngày ký thì khóa lại như đang đọc; từ đó chỉ đính chính bên cạnh."
    )
    grave: ClassVar[bool] = True

    def act(self) -> str:
        done = seal_signed_on_paper(self.subject, **self.whom)
        return _("Đã khóa %(n)d biên bản.") % {"n": done}


class TakeUpAsGoals(ForMeeting):
    title = gettext_lazy("Lấy kết luận thành mục tiêu năm")
    about = gettext_lazy(
        "Mỗi dòng được chọn thành một mục tiêu, xếp sau các mục tiêu đã có; không mục tiêu nào bị ghi đè, dòng đã có thì không "
        "thêm lần nữa. Giao nhiệm vụ cho từng mục tiêu ở trang chương trình năm."
    )
    year = forms.TypedChoiceField(label=gettext_lazy("Kế hoạch của năm"), coerce=int)
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Kết luận của hội nghị"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Chọn ít nhất một dòng.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.subject.held_on
        # A conference of the year's first months sets the directions of that year, a later one those of the next.
        self.fields["year"].choices = [(year, str(year)) for year in (held.year, held.year + 1)]  # type: ignore[attr-defined]
        self.initial = {"year": held.year if held.month <= FIRST_MONTHS else held.year + 1}
        concluded = [(line, line) for line in directions_of(self.subject)]
        self.fields["lines"].choices = concluded  # type: ignore[attr-defined]
        self.plan: YearPlan | None = None

    def act(self) -> str:
        said = self.said
        self.plan, goals = take_up_as_goals(self.subject, said["lines"], year=said["year"], **self.whom)
        known = len(said["lines"]) - len(goals)
        told = _("Đã thêm %(n)d mục tiêu vào kế hoạch năm %(year)d.") % {"n": len(goals), "year": said["year"]}
        return f"{told} " + _("%(n)d dòng đã là mục tiêu.") % {"n": known} if known else told


class SignAddendum(Deed):
    subject: Addendum
    title = gettext_lazy("Ký đính chính")
    read = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc đính chính này và ký"),
        error_messages={"required": gettext_lazy("Đánh dấu vào ô này nếu đã đọc.")},
    )

    def act(self) -> str:
        sign_addendum(self.subject, by=self.by, at=self.at)
        return _("Đã ký đính chính.")


OF_MEETING: dict[str, type[ForMeeting]] = {
    "sua": AmendMinutes,
    "cham": GivePoints,
    "muc": DecideLevel,
    "bieu-quyet": RecordVote,
    "dong-ho": CorrectClock,
    "ky": SignMinutes,
    "ky-giay": SignedOnPaper,
    "dinh-chinh": WriteAddendum,
    "nghi-quyet": DraftResolution,
}
OF_CONFERENCE: dict[str, type[ForMeeting]] = {"muc-tieu": TakeUpAsGoals}
"""What the committee alone does, and with a conference alone."""
NEED_A_SHEET = ("cham", "muc")
