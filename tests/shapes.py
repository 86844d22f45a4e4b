"""One wholly fictional paper of each shape, as the composer would make them."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from generator.document import (
    Bar,
    Bars,
    BlockKind,
    Circulation,
    Document,
    Head,
    Paragraph,
    Picture,
    Signature,
    Urgency,
)
from tests.documents import notice, paragraphs, text


def items(*words: str):
    return tuple(text(line) for line in words)


def letter() -> Document:
    """Công văn đính chính (Mẫu 1.5): no kind, V/v under the number, a list of addressees."""
    paper = notice()
    return replace(
        paper,
        head=Head(
            superior=(),
            agency=items("ỦY BAN NHÂN DÂN", "TỈNH MẪU"),
            number=text("Số: 1520/UBND-KSTT"),
            place_date=text("Mẫu, ngày 22 tháng 5 năm 2026"),
            about=text("V/v đính chính Thông báo số 45/TB-UBND"),
        ),
        kind="",
        subject=(),
        body=paragraphs("cong-van.txt"),
        addressees=items(
            "- Ủy ban nhân dân các xã: Ví Dụ A, Ví Dụ B, Ví Dụ C;",
            "- Các sở: Khoa học và Công nghệ, Nông nghiệp và Môi trường, Nội vụ, Tư pháp, Tài chính.",
        ),
        recipients=items("- Như trên;", *(item[0].text for item in paper.recipients)),
        annexes=(),
        properties=replace(
            paper.properties,
            title="Công văn: đính chính Thông báo số 45/TB-UBND",
            identifier="1520/UBND-KSTT",
        ),
    )


def letter_urgent() -> Document:
    """Công văn with everything around it: urgency, circulation, drafter's mark, address, page mark."""
    return replace(
        letter(),
        urgency=Urgency.IMMEDIATE,
        circulation=Circulation.INTERNAL,
        drafter_mark="PL.(300)",
        address=(
            "Số 1, đường Ví Dụ, phường Ví Dụ D, tỉnh Mẫu",
            "ĐT: (0200) 0000 000, Fax: (0200) 0000 001; E-Mail: vanphong@mau.vi-du; Website: www.mau.vi-du",
        ),
        page_mark="Dấu cuối trang để thử",
    )


def letter_to_one() -> Document:
    """Công văn to one addressee, with a heading, an annex, and a draft's gaps."""
    paper = letter()
    heading = Paragraph(BlockKind.SECTION, text("NỘI DUNG ĐÍNH CHÍNH"), "I.")
    return replace(
        paper,
        head=replace(
            paper.head, about=text("V/v cung cấp hồ sơ, tài liệu phục vụ kiểm tra thủ tục hành chính")
        ),
        addressees=items("Ủy ban nhân dân xã Ví Dụ A"),
        body=(*paper.body[:1], heading, *paper.body[1:]),
        annexes=notice().annexes,
        draft_mark="DỰ THẢO LẦN 2",
    )


def letter_far() -> Document:
    """Công văn whose only addressee is longer than a line, of an office with a superior."""
    paper = letter()
    return replace(
        paper,
        head=replace(
            paper.head,
            superior=("UBND TỈNH MẪU",),
            agency=items("SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
            about=text("V/v báo cáo"),
        ),
        addressees=items(
            "Chánh Văn phòng Ủy ban nhân dân tỉnh Mẫu, Trưởng đoàn kiểm tra công tác kiểm soát thủ tục hành "
            "chính năm 2026"
        ),
    )


def report_with_separate_annexes() -> Document:
    """A report whose lying and upright annexes are files of their own, with one that is not."""
    gaps = "\u00a0" * 5
    signing = text(f"Số: 45/TB-UBND; ngày {gaps}/{gaps}/2026; giờ {gaps}:{gaps}:{gaps}")
    first, second = notice().annexes
    upright = replace(second, id="kien-nghi-doc", label="Phụ lục III", landscape=False)
    return replace(
        report(),
        annexes=(
            replace(first, separate=True, signing=signing),
            second,
            replace(upright, separate=True, signing=signing),
        ),
        page_mark="Dấu cuối trang để thử",
        draft_mark="DỰ THẢO",
    )


def image(form: str, width: int, height: int) -> bytes:
    """The bytes of a picture that is red to the left and grey to the right."""
    made = Image.new("RGB", (width, height), (180, 180, 180))
    made.paste((160, 40, 40), (0, 0, width // 3, height))
    data = io.BytesIO()
    made.save(data, form)
    return data.getvalue()


def picture(form: str, *, width: float = 120, height: float = 80, caption: str) -> Picture:
    return Picture(
        data=image(form, 240, 160),
        media=f"image/{form.lower()}",
        alt='Bảng niêm yết "thủ tục hành chính" tại Trung tâm <một phần ba đã bong>',
        caption=text(caption),
        width_mm=width,
        height_mm=height,
    )


def rates() -> Bars:
    shares = {"UBND xã Ví Dụ A": 0.9972, "UBND xã Ví Dụ B": 0.5351, "UBND xã Ví Dụ C": 0.0, "Chung": 1.0}
    return Bars(
        name="Tỷ lệ giải quyết đúng hạn",
        head=(text("Đơn vị"), text("Tỷ lệ giải quyết đúng hạn, %")),
        bars=tuple(
            Bar(text(unit), text(f"{share * 100:.2f}".replace(".", ",")), share)
            for unit, share in shares.items()
        ),
    )


def rates_over_pages() -> Document:
    """A report with rates of many units, some with names of several lines, upright and across."""
    names = [
        f"UBND xã Ví Dụ số {number}"
        if number % 5
        else f"Trung tâm Phục vụ hành chính công phường Ví Dụ có tên dài thứ {number}, tỉnh Mẫu"
        for number in range(90)
    ]
    rows = tuple(
        Bar(text(name), text(f"{number / 0.89:.2f}".replace(".", ",")), number / 89)
        for number, name in enumerate(names)
    )
    blocks = (replace(rates(), bars=rows), Paragraph(BlockKind.SOURCE, text("Nguồn số liệu: Hệ thống./.")))
    annex = replace(notice().annexes[0], label="Phụ lục I", blocks=blocks, landscape=False)
    return replace(report(), annexes=(annex, replace(annex, id="ngang", label="Phụ lục II", landscape=True)))


def report_with_pictures() -> Document:
    """A report with an annex of pictures, one of them too large for its page, and rates as bars."""
    blocks = (
        Paragraph(BlockKind.TITLED_CLAUSE, text("Ảnh chụp tại nơi kiểm tra"), "1."),
        picture("PNG", caption="Ảnh 1. Bảng niêm yết tại Trung tâm Phục vụ hành chính công xã Ví Dụ A"),
        picture("JPEG", width=400, height=300, caption="Ảnh 2. Cùng bảng ấy, chụp gần"),
        Paragraph(BlockKind.TITLED_CLAUSE, text("Tỷ lệ giải quyết đúng hạn"), "2."),
        rates(),
        Paragraph(BlockKind.SOURCE, text("Nguồn số liệu: Hệ thống thông tin giải quyết TTHC tỉnh./.")),
    )
    annex = replace(notice().annexes[0], label="Phụ lục", blocks=blocks, landscape=False)
    lying = replace(annex, id="ngang", label="Phụ lục II", blocks=blocks[:2], landscape=True)
    return replace(report(), annexes=(replace(annex, label="Phụ lục I"), lying))


def report() -> Document:
    """Báo cáo to a superior: kind, subject and Kính gửi."""
    paper = notice()
    return replace(
        paper,
        kind="BÁO CÁO",
        subject=text("Kết quả kiểm tra công tác kiểm soát thủ tục hành chính tại UBND xã Ví Dụ A"),
        addressees=items("Chủ tịch Ủy ban nhân dân tỉnh Mẫu"),
        body=(*paper.body[:6], paper.body[-1]),
        recipients=items("- Như trên;", "- Lưu: VT, KSTT."),
        annexes=(),
    )


def decision() -> Document:
    """Quyết định thành lập Đoàn kiểm tra (Mẫu 1.2), its articles without titles."""
    paper = notice()
    return replace(
        paper,
        head=replace(
            paper.head,
            number=text("Số: 312/QĐ-UBND"),
            place_date=text("Mẫu, ngày 16 tháng 3 năm 2026"),
        ),
        kind="QUYẾT ĐỊNH",
        subject=text(
            "Về việc thành lập Đoàn kiểm tra việc thực hiện công tác kiểm soát thủ tục hành chính, triển "
            "khai cơ chế một cửa, một cửa liên thông tại Ủy ban nhân dân cấp xã năm 2026"
        ),
        body=paragraphs("quyet-dinh.txt"),
        recipients=items(
            "- Như Điều 5;",
            "- Bộ Tư pháp (b/c);",
            "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
            "- Chánh Văn phòng, các Phó Chánh Văn phòng UBND tỉnh;",
            "- Lưu: VT, VP(KSTT).",
        ),
        signatures=(Signature(items("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), text("Đỗ Văn H")),),
        annexes=(),
    )


def decision_titled() -> Document:
    """A decision that issues rules: titled articles below sections; it ends in an article."""
    paper = decision()
    body = (
        Paragraph(BlockKind.AUTHORITY, text("ỦY BAN NHÂN DÂN TỈNH MẪU")),
        Paragraph(
            BlockKind.BASIS, text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.")
        ),
        Paragraph(BlockKind.DECIDES, text("QUYẾT ĐỊNH:")),
        Paragraph(BlockKind.SECTION, text("QUY ĐỊNH CHUNG"), "I."),
        Paragraph(BlockKind.TITLED_ARTICLE, text("Phạm vi điều chỉnh"), "Điều 1."),
        Paragraph(BlockKind.CLAUSE, text("Quy chế này quy định về hoạt động của Đoàn kiểm tra."), "1."),
        Paragraph(BlockKind.TITLED_CLAUSE, text("Đối tượng áp dụng"), "2."),
        Paragraph(BlockKind.POINT, text("Thành viên Đoàn kiểm tra."), "a)"),
        Paragraph(BlockKind.TITLED_ARTICLE, text("Hiệu lực thi hành"), "Điều 2."),
        Paragraph(BlockKind.ARTICLE, text("Quyết định này có hiệu lực kể từ ngày ký./."), "Điều 3."),
    )
    return replace(paper, body=body)


def decision_urgent() -> Document:
    """A decision of several pages and an annex, its address only on the first page, long recipients."""
    return replace(
        decision(),
        urgency=Urgency.VERY_URGENT,
        circulation=Circulation.RETURN,
        drafter_mark="KSTT.(15)",
        address=("Số 1, đường Ví Dụ, phường Ví Dụ D, tỉnh Mẫu",),
        recipients=notice().recipients * 4,
        annexes=notice().annexes,
    )


def minutes() -> Document:
    """Biên bản (Mẫu 1.9): no place and date, secretary left, chair right, recipients below."""
    paper = notice()
    return replace(
        paper,
        head=replace(paper.head, number=text("Số: 03/BB-ĐKT"), place_date=()),
        kind="BIÊN BẢN",
        subject=text("Kiểm tra việc thực hiện công tác kiểm soát thủ tục hành chính tại UBND xã Ví Dụ A"),
        body=paragraphs("bien-ban.txt"),
        recipients=items("- UBND xã Ví Dụ A;", "- Lưu: VT, Hồ sơ."),
        signatures=(
            Signature(items("THƯ KÝ"), text("Đặng Thị G")),
            Signature(items("CHỦ TỌA"), text("Trần Thị B"), "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        annexes=(),
    )


def minutes_unnumbered() -> Document:
    """The minutes of an inspection as offices make them: no number, no date, three signatures."""
    paper = minutes()
    signatures = (
        Signature(items("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "CHỦ TỊCH"), text("Bùi Văn K")),
        Signature(items("THƯ KÝ"), text("Đặng Thị Phương Thảo Nguyên Hà")),
        Signature(items("TRƯỞNG ĐOÀN KIỂM TRA"), text("Trần Thị B")),
    )
    return replace(paper, head=replace(paper.head, number=()), recipients=(), signatures=signatures)


def minutes_to_many() -> Document:
    """Minutes whose recipients are too many for the column below the secretary."""
    return replace(minutes(), recipients=(*notice().recipients, *notice().recipients))


def report_of_team() -> Document:
    """A report signed for a team, with the post in the agency above the name."""
    team = Signature(
        items("TM. ĐOÀN KIỂM TRA", "KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN"),
        text("Lê Văn C"),
        "PHÓ GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH VÍ DỤ MẪU",
    )
    return replace(report(), signatures=(team,))


def decision_by_order() -> Document:
    """A chain of three lines: by order, and a deputy for the one who signs by order."""
    chain = items("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    return replace(decision_titled(), signatures=(Signature(chain, text("Trần Thị B")),))


SHAPES: dict[str, Document] = {
    "letter": letter(),
    "letter-urgent": letter_urgent(),
    "letter-to-one": letter_to_one(),
    "letter-far": letter_far(),
    "report": report(),
    "report-with-separate-annexes": report_with_separate_annexes(),
    "report-with-pictures": report_with_pictures(),
    "decision": decision(),
    "decision-titled": decision_titled(),
    "decision-urgent": decision_urgent(),
    "decision-by-order": decision_by_order(),
    "report-of-team": report_of_team(),
    "minutes": minutes(),
    "minutes-to-many": minutes_to_many(),
    "minutes-unnumbered": minutes_unnumbered(),
}
