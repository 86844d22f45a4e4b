"""A wholly fictional supervision (giám sát) of a People's Council: its report and its conclusion."""

from __future__ import annotations

SUPERVISION = """\
schema: 1
id: mau-giam-sat
type: giam-sat
issuer: thuong-truc-hdnd-tinh-mau
subject:
  full: việc thực hiện chính sách, pháp luật về cải cách thủ tục hành chính
  short: việc thực hiện chính sách, pháp luật về cải cách TTHC
abbreviations: {HĐND: Hội đồng nhân dân, UBND: Ủy ban nhân dân, TTHC: thủ tục hành chính}
plan:
  kind: ke-hoach
  number: 07/KH-HĐND
  date: 02/3/2026
  issuer: thuong-truc-hdnd-tinh-mau
  subject: giám sát việc thực hiện chính sách, pháp luật về cải cách TTHC
decision:
  kind: nghi-quyet
  number: 15/NQ-HĐND
  date: 05/3/2026
  issuer: thuong-truc-hdnd-tinh-mau
  subject: thành lập Đoàn giám sát việc thực hiện chính sách, pháp luật về cải cách TTHC
team_report:
  kind: bao-cao
  number: 03/BC-ĐGS
  date: 04/5/2026
  issuer: doan-giam-sat-hdnd-tinh-mau
  subject: kết quả giám sát việc thực hiện chính sách, pháp luật về cải cách TTHC tại UBND xã Ví Dụ A và Sở Tư pháp
team:
  name: Đoàn giám sát
  agency: doan-giam-sat-hdnd-tinh-mau
  members: [{role: truong-doan, person: ho-thi-m}]
period: {from: 01/7/2025, to: 28/02/2026}
inspected_units:
  - id: vd-a
    agency: ubnd-xa-vi-du-a
    sessions: [{date: 08/4/2026}]
    report: {number: 41/BC-UBND, date: 30/3/2026}
    minutes: {date: 08/4/2026}
  - id: stp
    agency: so-tu-phap-mau
    sessions: [{date: 10/4/2026}]
    report: {number: 66/BC-STP, date: 31/3/2026}
    minutes: {date: 10/4/2026}
scope:
  - {id: ban-hanh, text: Ban hành văn bản và tổ chức thực hiện}
  - {id: giai-quyet, text: "Tiếp nhận, giải quyết thủ tục hành chính"}
figures:
  - {id: ra-soat, kind: breakdown, measure: TTHC, of: {vd-a: 4, stp: 9}}
  - {id: mau-a, kind: sample, checked: 40, failed: 6}
findings:
  strengths:
    - scope: ban-hanh
      text: >-
        UBND xã và Sở Tư pháp đã ban hành đầy đủ kế hoạch cải cách TTHC năm 2026; rà soát, đề xuất đơn giản hóa
        [[ra-soat.total]] TTHC (UBND xã Ví Dụ A: [[ra-soat.vd-a]] TTHC; Sở Tư pháp: [[ra-soat.stp]] TTHC)
    - {scope: giai-quyet, text: "Hồ sơ được tiếp nhận, trả kết quả tại Trung tâm Phục vụ hành chính công đúng quy trình"}
  limitations:
    - id: qua-han
      units: vd-a
      scope: giai-quyet
      text: Có [[mau-a.failed/mau-a.checked]] hồ sơ được xem xét trả kết quả quá hạn, không có văn bản xin lỗi
    - id: huong-dan
      units: stp
      scope: ban-hanh
      text: Chưa hướng dẫn cấp xã thực hiện 03 TTHC lĩnh vực hộ tịch được phân cấp từ ngày 01/01/2026
  causes:
    - {id: nn-1, kind: khach-quan, text: "Số lượng TTHC được phân cấp cho cấp xã tăng nhanh"}
    - {id: nn-2, kind: chu-quan, text: "Công tác phối hợp giữa Sở Tư pháp và UBND xã có lúc chưa kịp thời"}
  responses:
    - {text: "UBND xã Ví Dụ A và Sở Tư pháp tiếp thu kết quả giám sát, không có ý kiến khác"}
recommendations:
  - id: kn-1
    owners: ubnd-tinh-mau
    addresses: nn-1
    text: Chỉ đạo rà soát, bố trí đủ công chức tiếp nhận, giải quyết TTHC tại cấp xã
    product: Văn bản chỉ đạo
    deadline: {before: 30/9/2026}
  - id: kn-2
    owners: vd-a
    addresses: qua-han
    text: Gửi văn bản xin lỗi người nộp [[mau-a.failed]] hồ sơ trả kết quả quá hạn; khắc phục việc trả kết quả quá hạn
    product: Báo cáo kết quả
    deadline: {before: 30/6/2026}
  - id: kn-3
    owners: stp
    addresses: [huong-dan, nn-2]
    text: Hướng dẫn cấp xã thực hiện 03 TTHC lĩnh vực hộ tịch được phân cấp
    product: Văn bản hướng dẫn
    deadline: {before: 15/6/2026}
organisation:
  - owners: ban-phap-che-hdnd-tinh-mau
    text: >-
      Ban Pháp chế HĐND tỉnh theo dõi, đôn đốc việc thực hiện Kết luận này, báo cáo Thường trực HĐND tỉnh [[deadline]]
    deadline: {before: 31/10/2026}
documents:
  - id: bc
    kind: bao-cao-giam-sat
    issuer: doan-giam-sat-hdnd-tinh-mau
    signer: {person: ho-thi-m}
    addressees: [{owners: thuong-truc-hdnd-tinh-mau}]
    recipients: [{agency: ubnd-tinh-mau}, {agency: ubnd-xa-vi-du-a}, {agency: so-tu-phap-mau}, Các thành viên Đoàn giám sát]
    drafting_unit: {symbol: ĐGS}
  - id: kl
    kind: ket-luan-giam-sat
    year: 2026
    month: 5
    signer: {person: ho-thi-m}
    recipients:
      - {agency: ubnd-tinh-mau, purpose: để t/h}
      - {agency: ubnd-xa-vi-du-a, purpose: để t/h}
      - {agency: so-tu-phap-mau, purpose: để t/h}
      - {agency: ban-phap-che-hdnd-tinh-mau, purpose: để t/h}
      - Các thành viên Đoàn giám sát
    drafting_unit: {symbol: VP}
"""
