"""What each act is called on the page, by room."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation.accounts.words import ACTS

ROOMS: list[tuple[Promise, dict[str, Promise]]] = [
    (
        gettext_lazy("Con người"),
        {
            "organisation.found_unit": gettext_lazy("ghi đơn vị"),
            "organisation.list_person": gettext_lazy("ghi tên vào danh sách"),
            "organisation.join": gettext_lazy("ghi tư cách"),
            "organisation.exempt": gettext_lazy("ghi miễn sinh hoạt"),
            "organisation.appoint": gettext_lazy("ghi chức vụ"),
            "organisation.charge": gettext_lazy("ghi nhiệm vụ được phân công"),
            "organisation.begin_committee_term": gettext_lazy("ghi nhiệm kỳ mới"),
            "organisation.end_term": gettext_lazy("ghi thôi giữ chức"),
            "organisation.end_duty": gettext_lazy("ghi thôi nhiệm vụ"),
            "organisation.change_standing": gettext_lazy("đổi tư cách"),
            "organisation.transfer": gettext_lazy("chuyển sinh hoạt"),
            "organisation.leave": gettext_lazy("ghi rời đơn vị"),
            "organisation.send_away": gettext_lazy("chuyển sinh hoạt tạm thời đi"),
            "organisation.take_in": gettext_lazy("tiếp nhận sinh hoạt tạm thời"),
            "organisation.suspend": gettext_lazy("ghi đình chỉ sinh hoạt"),
            "organisation.end_absence": gettext_lazy("ghi hết thời gian vắng"),
            "organisation.rename_unit": gettext_lazy("đổi tên đơn vị"),
            "organisation.move_unit": gettext_lazy("chuyển về cấp trên khác"),
            "organisation.reclassify_unit": gettext_lazy("đổi cấp, loại hình"),
            "organisation.merge_units": gettext_lazy("nhập đơn vị"),
            "organisation.split_unit": gettext_lazy("tách đơn vị"),
            "organisation.dissolve_unit": gettext_lazy("giải thể đơn vị"),
            "organisation.grant_names": gettext_lazy("cho cấp trên xem tên"),
            "organisation.withdraw_grant": gettext_lazy("thôi cho cấp trên xem tên"),
            "organisation.look": gettext_lazy("xem phần ghi riêng về người khác"),
            "ledger.erase": gettext_lazy("xóa thông tin cá nhân"),
            **ACTS,
            "desk.choose_letters": gettext_lazy("chọn nhận thư nhắc"),
            "desk.stop_letters": gettext_lazy("thôi nhận thư nhắc"),
            "desk.renew_calendar": gettext_lazy("lấy địa chỉ lịch"),
            "desk.stop_calendar": gettext_lazy("tắt lịch"),
            "rulebook.set_own_rule": gettext_lazy("đặt quy tắc riêng"),
            "rulebook.keep_permission": gettext_lazy("ghi văn bản cho phép"),
            "rulebook.use_pack": gettext_lazy("áp dụng gói quy tắc địa phương"),
        },
    ),
    (
        gettext_lazy("Văn bản"),
        {
            "documents.register": gettext_lazy("vào sổ văn bản"),
            "documents.sign": gettext_lazy("ký, cấp số văn bản"),
            "documents.cancel_number": gettext_lazy("hủy số văn bản"),
            "documents.reserve_number": gettext_lazy("giữ số văn bản"),
            "documents.release_number": gettext_lazy("thôi giữ số văn bản"),
            "documents.attach_file": gettext_lazy("đính tệp vào văn bản"),
            "documents.remove_file": gettext_lazy("bỏ tệp khỏi văn bản"),
            "documents.keep_outside": gettext_lazy("giữ văn bản có dấu mật ngoài hệ thống"),
            "documents.relate": gettext_lazy("nối hai văn bản"),
            "documents.disseminate": gettext_lazy("ghi lần quán triệt"),
            "documents.require_knowledge": gettext_lazy("đặt yêu cầu quán triệt"),
            "documents.withdraw_requirement": gettext_lazy("thôi yêu cầu quán triệt"),
            "documents.add_reader": gettext_lazy("thêm người phải biết văn bản"),
            "documents.know": gettext_lazy("ghi đã biết văn bản"),
            "documents.take_back_known": gettext_lazy("bỏ ghi đã biết văn bản"),
        },
    ),
    (
        gettext_lazy("Chương trình"),
        {
            "programme.start": gettext_lazy("mở chương trình"),
            "programme.set_theme": gettext_lazy("ghi chuyên đề của năm"),
            "programme.write_clause": gettext_lazy("ghi điều chuẩn mực"),
            "programme.adopt_year_plan": gettext_lazy("ghi kế hoạch năm"),
            "programme.set_goal": gettext_lazy("ghi mục tiêu"),
            "programme.assign_task": gettext_lazy("giao nhiệm vụ"),
            "programme.link_tasks": gettext_lazy("nối hạn chế với nhiệm vụ"),
            "programme.link_serves": gettext_lazy("nối nhiệm vụ với văn bản"),
            "programme.begin_year_plan": gettext_lazy("mở kế hoạch năm"),
            "programme.draft_plan": gettext_lazy("soạn văn bản kế hoạch"),
            "programme.change_task": gettext_lazy("đổi nhiệm vụ"),
            "programme.carry_over": gettext_lazy("chuyển nhiệm vụ sang năm sau"),
            "programme.reword_clause": gettext_lazy("sửa lời điều chuẩn mực"),
            "programme.remove_clause": gettext_lazy("bỏ điều chuẩn mực"),
            "programme.set_launch": gettext_lazy("định ngày phát động đăng ký"),
            "programme.launch_registration": gettext_lazy("phát động đăng ký"),
            "programme.send_registration": gettext_lazy("gửi bản đăng ký"),
            "programme.give_back": gettext_lazy("trả lại bản đăng ký kèm góp ý"),
            "programme.enter_registration": gettext_lazy("cho bản đăng ký vào sổ"),
            "programme.change_item": gettext_lazy("đổi việc đã đăng ký"),
            "programme.mark_own_year": gettext_lazy("tự nhận cuối năm"),
            "programme.remark_on_item": gettext_lazy("nhận xét việc đăng ký"),
            "programme.look_back_midyear": gettext_lazy("xem lại giữa năm"),
            "programme.register": gettext_lazy("ghi bản đăng ký"),
            "programme.register_item": gettext_lazy("ghi việc đăng ký"),
            "programme.report_month": gettext_lazy("ghi kết quả tháng"),
            "programme.record_limitation": gettext_lazy("ghi hạn chế"),
            "programme.judge_limitation": gettext_lazy("nhận định về hạn chế"),
        },
    ),
    (
        gettext_lazy("Sinh hoạt"),
        {
            "meetings.plan": gettext_lazy("lên lịch sinh hoạt"),
            "meetings.record": gettext_lazy("ghi cuộc họp"),
            "meetings.decide": gettext_lazy("giao việc tại cuộc họp"),
            "meetings.prepare": gettext_lazy("chuẩn bị cuộc họp"),
            "meetings.set_agenda": gettext_lazy("ghi chương trình họp"),
            "meetings.keep_template": gettext_lazy("giữ mẫu chương trình"),
            "meetings.attach_papers": gettext_lazy("ghi tài liệu họp"),
            "meetings.call": gettext_lazy("báo họp"),
            "meetings.ask_ahead": gettext_lazy("gửi trước câu hỏi"),
            "meetings.move": gettext_lazy("đổi ngày họp"),
            "meetings.withdraw": gettext_lazy("bỏ khỏi lịch sinh hoạt"),
            "meetings.draft_resolution": gettext_lazy("soạn dự thảo nghị quyết"),
            "meetings.open": gettext_lazy("mở cuộc họp"),
            "meetings.jot": gettext_lazy("ghi tại cuộc họp"),
            "meetings.check_in": gettext_lazy("tự điểm danh"),
            "meetings.take_up_as_goals": gettext_lazy("lấy kết luận làm mục tiêu"),
            "meetings.close": gettext_lazy("kết thúc cuộc họp"),
            "meetings.vote": gettext_lazy("ghi biểu quyết"),
            "meetings.correct_clock": gettext_lazy("sửa số phút chuyên đề"),
            "meetings.amend": gettext_lazy("sửa biên bản trước khi ký"),
            "meetings.read_out": gettext_lazy("đọc biên bản trước chi bộ"),
            "meetings.score": gettext_lazy("tự chấm cuộc họp"),
            "meetings.decide_level": gettext_lazy("ghi mức cấp trên quyết định"),
            "meetings.sign": gettext_lazy("ký biên bản"),
            "meetings.sign_on_paper": gettext_lazy("ghi chữ ký trên giấy"),
            "meetings.write_addendum": gettext_lazy("ghi đính chính"),
            "meetings.sign_addendum": gettext_lazy("ký đính chính"),
            "meetings.switch_speaking": gettext_lazy("bật, tắt trang người phát biểu"),
            "ledger.seal": gettext_lazy("khóa biên bản"),
        },
    ),
    (gettext_lazy("Đánh giá"), {"review.record_rating": gettext_lazy("ghi xếp loại")}),
    (
        gettext_lazy("Nêu gương"),
        {
            "recognition.enter_in_book": gettext_lazy("ghi Sổ Đảng viên tiêu biểu"),
            "recognition.give_award": gettext_lazy("ghi khen thưởng"),
            "recognition.name_practice": gettext_lazy("đặt tên mô hình"),
            "recognition.follow_practice": gettext_lazy("ghi kết quả mô hình"),
            "recognition.end_practice": gettext_lazy("thôi mô hình"),
            "recognition.launch_drive": gettext_lazy("ghi phong trào thi đua"),
        },
    ),
    (
        gettext_lazy("Kiểm tra, phục vụ"),
        {
            "oversight.return_service": gettext_lazy("ghi hồ sơ trong tháng"),
            "oversight.return_feedback": gettext_lazy("ghi đơn thư trong tháng"),
            "oversight.return_discipline": gettext_lazy("ghi số liệu kỷ luật"),
            "oversight.record_inspection": gettext_lazy("ghi cuộc kiểm tra, giám sát"),
        },
    ),
    (
        gettext_lazy("Bài viết"),
        {
            "portal.draft_news": gettext_lazy("bắt đầu viết tin"),
            "portal.edit_draft": gettext_lazy("viết tiếp bản nháp"),
            "portal.send_article": gettext_lazy("gửi bài"),
            "portal.record_article": gettext_lazy("ghi bài viết"),
            "portal.publish": gettext_lazy("đăng bài"),
            "portal.withdraw": gettext_lazy("gỡ bài"),
        },
    ),
    (
        gettext_lazy("Trao đổi"),
        {
            "exchange.enter_roster": gettext_lazy("nhập danh sách"),
            "exchange.take_back_roster": gettext_lazy("rút lại lần nhập danh sách"),
        },
    ),
]
WORDS = {act: words for _room, acts in ROOMS for act, words in acts.items()}


def said(act: str) -> str:
    """The act in words; what was corrected or taken back says so; an act without words shows its code."""
    plain = act.removesuffix(".correct").removesuffix(".undo")
    if plain not in WORDS:
        return act
    words = str(WORDS[plain])
    if act.endswith(".undo"):
        return _("%(act)s, rút lại") % {"act": words}
    return words if plain == act else _("%(act)s, sửa lại") % {"act": words}
