# Lời của các lệnh: trợ giúp, câu tổng kết, chữ trong bảng. Mục có thuộc tính là một lệnh và các tùy chọn của lệnh đó.

### Trợ giúp chung

usage = Cách dùng:
options = Tùy chọn
commands = Lệnh
examples = Ví dụ
options-metavar = [TÙY CHỌN]
command-metavar = LỆNH [...]
version-line = ketluan { $version }

ketluan = Thông báo kết luận kiểm tra và các văn bản kèm theo, dạng Word và PDF, theo Nghị định số 30/2020/NĐ-CP.
    .about = Mỗi cuộc kiểm tra là một tệp YAML trong thư mục `inspections/`; văn bản được tạo vào thư mục `output/`. Lệnh chạy được ở mọi thư mục bên trong dự án.
    .lang = Ngôn ngữ của chương trình: vi (tiếng Việt) hoặc en (tiếng Anh). Cũng đặt được bằng biến KETLUAN_LANG.
    .project = Thư mục dự án (thư mục chứa `inspections/`). Không ghi thì tìm từ thư mục hiện tại trở lên.
    .quiet = Chỉ in lỗi và cảnh báo.
    .verbose = In thêm ghi chú và từng tệp, cả tệp không thay đổi.
    .version = In số phiên bản.
    .help = In phần trợ giúp này.
    .examples =
        ketluan new mau-kiem-tra --year 2026
        ketluan check
        ketluan build

build = Tạo văn bản Word và PDF.
    .about = Văn bản có nội dung không đổi thì được giữ nguyên. Một cuộc kiểm tra có lỗi không làm dừng các cuộc khác; văn bản đã tạo lần trước của cuộc đó được giữ nguyên.
    .targets = MÃ hoặc ĐƯỜNG-DẪN
    .stage = du-thao (có dấu dự thảo) hoặc trinh-ky (chỉ trống số và ngày; còn chỗ trống khác thì không tạo).
    .edition = outgoing (bản gửi đi) hoặc archive (bản lưu nội bộ, PDF/A-3a kèm dữ liệu).
    .only = Chỉ tạo loại tệp này: docx, pdf, docx,pdf; thêm xlsx thì có cả bảng của phụ lục dạng Excel.
    .force = Tạo lại tất cả, kể cả văn bản không thay đổi.
    .out = Thư mục kết quả, thay cho `output/`.
    .dry-run = Chỉ nói những tệp nào sẽ thay đổi, không ghi tệp nào.
    .strict = Coi cảnh báo là lỗi.
    .clean = Bản dự thảo Word không có neo (bookmark, phần XML riêng): dùng khi gửi ra ngoài đơn vị soạn thảo.
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan build
        ketluan build mau-mot-cua-cap-xa
        ketluan build inspections/2026 --only pdf
        ketluan build inspections/2026 --only docx,pdf,xlsx
        ketluan build mau-mot-cua-cap-xa --stage trinh-ky

pull = Đưa chỗ sửa trong tệp Word của bản dự thảo về tệp YAML.
    .about = Nói hết những chỗ đã sửa, ý kiến của từng người, chỗ nào về đâu, chỗ nào không về được và vì sao. Chỉ ghi sau khi hỏi lại, hoặc có `--yes`; tệp YAML trước khi sửa được giữ tại `.ketluan/truoc-khi-sua/`. Mã thoát là 1 khi còn chỗ không đưa về được hoặc chưa ghi.
    .file = TỆP.docx
    .yes = Ghi ngay, không hỏi lại (dùng trong tập lệnh).
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan pull output/2026/DT_mau-mot-cua-cap-xa_tb-kl.docx
        ketluan pull sua-cua-lanh-dao.docx --yes

comments = Xem những ý kiến trong tệp Word chưa xử lý xong.
    .about = Ý kiến được giữ lại khi chạy `ketluan pull`, cho tới khi đánh dấu đã xử lý.
    .paper = MÃ/VĂN-BẢN
    .done = Đánh dấu đã xử lý các ý kiến có số này.
    .examples =
        ketluan comments
        ketluan comments mau-mot-cua-cap-xa/tb-kl --done 1,2

check = Soát lỗi nội dung và thể thức: cuộc kiểm tra, hoặc tệp Word, PDF, văn bản thuần của bất kỳ ai.
    .about = In mọi điểm cần sửa cùng vị trí. Tệp được soát không bị thay đổi, và không cần ở trong dự án. Mã thoát là 1 khi có lỗi.
    .targets = MÃ hoặc ĐƯỜNG-DẪN
    .format = text (cho người đọc), json, sarif (trình soạn thảo, trang quản lý mã nguồn), github (chú thích của GitHub Actions) hoặc junit (máy chủ CI).
    .select = Chỉ soát các quy tắc này: mã (D2) hoặc chữ đầu của một nhóm (A), cách nhau dấu phẩy. Xem mã: `ketluan explain`.
    .ignore = Không soát các quy tắc này. Chỉ cho lần chạy này; bỏ qua lâu dài thì ghi lý do tại `ignore` của tệp YAML.
    .exit-zero = Mã thoát là 0 cả khi có lỗi.
    .annotate = Tạo bản sao của tệp Word, có ghi chú tại từng chỗ cần sửa (TÊN.gop-y.docx).
    .fix = Tạo bản sao của tệp Word, đã sửa những lỗi thể thức sửa được an toàn (TÊN.da-sua.docx); không sửa lời, không sửa số.
    .cover-sheet = Tạo phiếu kiểm tra một trang: nội dung, thể thức, hai chữ ký (Word và PDF).
    .out = Thư mục đặt các bản sao; không ghi thì đặt bên cạnh tệp được soát.
    .force = Ghi đè bản sao đã có.
    .examples =
        ketluan check
        ketluan check mau-mot-cua-cap-xa
        ketluan check --select A,D2
        ketluan check thong-bao.docx --annotate --fix
        ketluan check ho-so/ tin.txt
        ketluan check inspections/2026 --format json

explain = Xem một quy tắc soát lỗi: yêu cầu gì, theo điều khoản nào, mẫu sai và mẫu đúng.
    .about = Không ghi mã thì liệt kê mọi quy tắc. Mã của quy tắc đứng trước mỗi điểm cần sửa mà `ketluan check` in ra.
    .rule = QUY-TẮC
    .examples =
        ketluan explain
        ketluan explain A1

new = Tạo tệp YAML của một cuộc kiểm tra mới, có ghi chú từng mục để điền.
    .about = Không ghi đè tệp đã có. Chỗ chưa biết để `null`; văn bản dự thảo in chỗ trống.
    .id = MÃ
    .year = Năm: tệp được đặt trong `inspections/NĂM/`.
    .form = Tạo phiếu Excel (.xlsx) để điền thay cho tệp YAML; `ketluan import` đọc phiếu đã điền.
    .examples =
        ketluan new mau-mot-cua-cap-xa --year 2026

import = Tạo tệp YAML từ phiếu Excel đã điền.
    .about = Phiếu được tạo bằng `ketluan new --form`. Mọi lỗi được nêu cùng một lúc, có tên trang tính và ô; còn lỗi thì không ghi gì. Không ghi đè tệp đã có.
    .form = PHIẾU.xlsx
    .examples =
        ketluan import inspections/2026/mau-mot-cua-cap-xa.xlsx

list = Liệt kê các cuộc kiểm tra: loại, ngày, đơn vị, văn bản, trạng thái.
    .about = Tệp chưa đọc được cũng được liệt kê, kèm số lỗi; khi đó mã thoát là 1.
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan list
        ketluan list --format json

show = Xem một cuộc kiểm tra: đơn vị, mọi số liệu đã tính, kiến nghị và thời hạn, văn bản, điểm cần sửa.
    .about = Dùng để đối chiếu số liệu với báo cáo của đơn vị trước khi tạo văn bản.
    .id = MÃ
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan show mau-mot-cua-cap-xa

schema = In JSON Schema của tệp YAML, để trình soạn thảo gợi ý và soát khi gõ.
    .about = Trình soạn thảo hiểu dòng `# yaml-language-server: $schema=...` ở đầu mỗi tệp (VS Code: phần mở rộng YAML).
    .output = Ghi vào tệp này thay vì in ra.
    .write = Ghi vào `inspections/.schema/inspection.schema.json`, nơi các tệp YAML trỏ tới.
    .reference = In bảng tra các trường (Markdown) thay vì JSON Schema.
    .examples =
        ketluan schema --write
        ketluan schema --output inspection.schema.json

doctor = Xem máy này có đủ để tạo văn bản: Python, thư viện, phông chữ, mẫu, danh mục, quyền ghi.
    .about = Thiếu gì thì nói rõ cần cài gì; khi đó mã thoát là 1.
    .examples =
        ketluan doctor

### Dùng sai

usage-more = → { $command } --help
usage-no-command = Không có lệnh “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Có phải là “{ $near }”?
       *[no] {""}
    }
usage-no-option = Không có tùy chọn “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Có phải là “{ $near }”?
       *[no] {""}
    }
usage-missing = Thiếu { $name }.
usage-option-value = Tùy chọn “{ $text }” chưa ghi đúng giá trị.
usage-extra = Thừa “{ $text }”.
usage-choice = “{ $text }” không dùng được cho { $name }; chỉ nhận: { $choices }.
usage-year = “{ $text }” không phải năm từ 1900 đến 2100.
usage-target = Không có cuộc kiểm tra hay tệp nào là “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Gần nhất: “{ $near }”.
       *[no] {""}
    }
usage-rule = Không có quy tắc soát lỗi nào là “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Gần nhất: “{ $near }”.
       *[no] {""}
    } Xem danh sách: `ketluan explain`.
usage-id = “{ $text }” chưa dùng làm mã được: mã gồm chữ thường không dấu, chữ số, gạch nối, nhiều nhất { $limit } ký tự.
usage-exists = Đã có cuộc kiểm tra “{ $text }” tại { $file }; tệp được giữ nguyên.
usage-outside = Không ghi ra ngoài thư mục dự án: { $file }.
usage-other = Chưa hiểu lệnh này: { $problem }

### Lỗi của chương trình, dừng giữa chừng

bug = Chương trình gặp lỗi của chính nó; dữ liệu không bị thay đổi. Chi tiết được ghi tại { $file }.
    .hint = Gửi tệp này cho người phụ trách chương trình. Tệp có thể chứa nội dung cuộc kiểm tra.
bug-not-written = Chương trình gặp lỗi của chính nó ({ $problem }) và chưa ghi được tệp chi tiết.
interrupted = Đã dừng. Các tệp đã tạo trước đó còn nguyên.

### Mức của điểm cần sửa

severity-error = lỗi
severity-warning = cảnh báo
severity-note = ghi chú
severity-not-checked = chưa soát
place-page = trang { $page }
place-page-line = trang { $page }, dòng { $line }
place-paragraph = đoạn { $paragraph }
place-cell = ô { $cell }
count-error = { $count } lỗi
count-warning = { $count } cảnh báo
count-not-checked = { $count } mục chưa soát
count-nothing = không có lỗi, không có cảnh báo

### Câu tổng kết

outcome-made = đã tạo
outcome-would-make = sẽ tạo
outcome-unchanged = không đổi
outcome-failed = chưa tạo được
outcome-not-made = chưa tạo được
closing-made = Đã tạo { $made }/{ $all } văn bản ({ $files } tệp).
closing-none-made = Đã tạo { $made }/{ $all } văn bản.
closing-would-make = Sẽ tạo { $made }/{ $all } văn bản ({ $files } tệp); chưa ghi gì.
closing-unchanged = Không có gì thay đổi.
closing-some-unchanged = { $count } văn bản không thay đổi.
closing-no-papers = Chưa có văn bản nào để tạo.
closing-not-made = Chưa tạo được: { $names }.
closing-kept = Các tệp trước đó của { PLURAL($count) ->
        [one] cuộc kiểm tra này
       *[other] các cuộc kiểm tra này
    } được giữ nguyên.
closing-unread = Chưa đọc được { $count } tệp: { $names }.
closing-warning = { $count } cảnh báo, xem bên trên.
closing-not-checked = { $count } mục chưa soát, xem bên trên.
closing-note = { $count } ghi chú: `ketluan check`.
closing-check = Đã soát { $inspections } cuộc kiểm tra, { $papers } văn bản: { $said }.
closing-check-files = Đã soát { $files } tệp: { $said }.
closing-check-both = Đã soát { $inspections } cuộc kiểm tra, { $papers } văn bản, { $files } tệp: { $said }.
closing-check-unread = Chưa đọc được { $count } tệp, xem bên trên.
closing-rules = Đã soát { $count } quy tắc: { $said }.
rules-passed = đạt { $count }
rules-error = lỗi { $count }
rules-warning = cảnh báo { $count }
rules-note = ghi chú { $count }
rules-not-checked = chưa soát { $count }
rules-not-applicable = không có gì để soát { $count }
rule-not-applicable = Không có gì để soát.
name-with-errors = { $name } ({ $count } lỗi)

### new, schema

new-made = Đã tạo { $file }.
new-next = → Điền các chỗ `null`, rồi chạy `ketluan check { $id }`.
new-form-next = → Điền phiếu bằng Excel hoặc LibreOffice, rồi chạy `ketluan import { $file }`.
import-next = → Chạy `ketluan check { $id }`.
schema-written = Đã ghi { $file }.

### explain

column-rule = Mã
column-severity = Mức
column-title = Yêu cầu
explain-closing = { $count } quy tắc. Xem một quy tắc: `ketluan explain { $rule }`.
explain-severity = Mức
explain-clause = Điều khoản
explain-standing = Cơ sở
explain-in-effect = Hiệu lực
explain-looks-at = Soát ở
explain-fix = Cách sửa an toàn
explain-message = Thông báo
explain-wrong = Sai
explain-right = Đúng
explain-ignore = → Bỏ qua có lý do: thêm `- {"{"}rule: { $rule }, reason: ...{"}"}` vào `ignore` của tệp YAML.
standing-verified = đã đối chiếu với văn bản gốc
standing-practice = thông lệ, không phải quy định
standing-inference = suy ra từ quy định, chưa có điều khoản nói thẳng
effect-since = từ { $since }
effect-until = đến { $until }
effect-between = từ { $since } đến { $until }
fix-font = đổi phông chữ
fix-colour = đổi màu chữ về đen
fix-paper = đổi khổ giấy
fix-margins = đổi lề trang
fix-page-number = sửa số trang
fix-justify = canh đều hai lề
fix-first-line = sửa lùi đầu dòng
fix-spacing = sửa khoảng cách đoạn, dòng
fix-sizes = đổi cỡ chữ
fix-nfc = đưa về Unicode dựng sẵn
looks-figures = dữ liệu của cuộc kiểm tra
looks-prose = lời văn
looks-format = thể thức
looks-papers = mọi văn bản cùng lúc
looks-document = văn bản trước khi in
looks-word = tệp Word
looks-pdf = tệp PDF
looks-text = văn bản thuần chữ

### lời của quy tắc thể thức trong câu

term-absent = không có
term-bold = đậm
term-not-bold = không đậm
term-italic = nghiêng
term-not-italic = không nghiêng
term-capitals = in hoa
term-not-capitals = không in hoa
term-align-left = canh trái
term-align-right = canh phải
term-align-center = canh giữa
term-align-both = canh đều hai lề
term-number-bottom = ở lề dưới
term-side-top = trên
term-side-right = phải
term-side-bottom = dưới
term-side-left = trái
term-off-centre = lệch khỏi giữa dòng chữ
term-way-underline = gạch chân
term-way-underscores = dấu gạch dưới
term-unchecked-composing = chưa lập được văn bản
term-unchecked-medium = loại tệp này không cho biết
term-unchecked-parts = không nhận ra các thành phần thể thức
term-unchecked-page = không rõ khổ giấy
term-unchecked-pages = không rõ số lượng trang
term-unchecked-margins = không rõ lề trang
term-unchecked-font = không rõ phông chữ
term-unchecked-colour = không rõ màu chữ
term-unchecked-size = không rõ cỡ chữ
term-unchecked-bold = không rõ chữ đậm hay không
term-unchecked-italic = không rõ chữ nghiêng hay không
term-unchecked-alignment = không rõ cách canh lề
term-unchecked-first-line = không rõ mức lùi đầu dòng
term-unchecked-spacing = không rõ khoảng cách dòng, đoạn
term-unchecked-lines = không rõ vị trí dòng trên trang
term-unchecked-length = không rõ độ dài đường kẻ
term-unchecked-day = chưa biết ngày của văn bản
term-unchecked-text = tệp không có chữ nào đọc được
term-part-attachment = tệp đính kèm
term-part-chart = biểu đồ
term-part-diagram = sơ đồ
term-part-drawing = hình vẽ
term-part-embedded-document = tài liệu nhúng
term-part-equation = công thức
term-part-form = ô nhập liệu
term-part-note = chú thích
term-part-object = đối tượng nhúng
term-part-picture = hình ảnh
term-part-script = mã lệnh
term-part-signature = chữ ký số
term-part-hidden-text = chữ ẩn
term-part-turned-text = chữ xoay
term-part-text-outside-the-page = chữ nằm ngoài trang
term-part-damaged-catalogue = phần mục lục hỏng
term-part-damaged-page = trang hỏng
term-part-symbol = ký hiệu
term-unchecked-page-number = không rõ cách đánh số trang

### list, show

list-none = Thư mục { $folder } chưa có cuộc kiểm tra nào.
    .hint = → Tạo tệp đầu tiên: `ketluan new MÃ`.
list-closing = { $count } cuộc kiểm tra.
list-unread = Chưa đọc được { $count } tệp:
list-unread-file = { $file } ({ $count } lỗi) → `ketluan check { $file }`
column-id = Mã
column-type = Loại
column-date = Ngày
column-state = Trạng thái
column-papers = Văn bản
column-units = Đơn vị
type-kiem-tra = kiểm tra
type-giam-sat = giám sát
type-thanh-tra = thanh tra
state-draft = dự thảo
state-signing = trình ký
state-press = dựng lại từ báo chí
show-subject = Nội dung
show-file = Tệp
show-type = Loại
show-state = Trạng thái
show-issuer = Cơ quan ban hành
show-units = Đơn vị được kiểm tra
show-figures = Số liệu
show-recommendations = Yêu cầu, kiến nghị
show-papers = Văn bản
show-diagnostics = Điểm cần sửa
show-nothing = (chưa có)
show-unknown = chưa có
show-share = { $share } của { $base }
show-share-stated = { $share } của { $base } (nguồn nêu)
show-as-of = đến { $day }
show-all-units = tất cả đơn vị
show-no-diagnostics = không có
deadline-missing = chưa có thời hạn
deadline-before = trước ngày { $day }
deadline-by = chậm nhất ngày { $day }
deadline-within = trong { $count } { $unit ->
        [ngay] ngày
       *[ngay-lam-viec] ngày làm việc
    } kể từ ngày { $start ->
        [ban-hanh] ban hành
       *[nhan] nhận được
    }
deadline-quarter = quý { $quarter }
deadline-immediately = thực hiện ngay{ GIVEN($day) ->
        [yes] , báo cáo trước ngày { $day }
       *[no] {""}
    }
deadline-ongoing = thường xuyên

### doctor

doctor-ok = đạt
doctor-missing = thiếu
doctor-note = lưu ý
doctor-python = Python { $version }
doctor-python-old = Python { $version } đã cũ; cần { $needed } trở lên.
doctor-library = Thư viện { $name } { $version }
doctor-library-missing = Thiếu thư viện { $name }, nên { $purpose ->
        [pdf] chưa tạo được PDF
       *[word] chưa tạo được Word
    }.
    .hint = Cài đặt: { $install }
doctor-native = { $name } { $version }
doctor-native-missing = Thiếu { $name }, nên chưa tạo được PDF.
    .hint = Debian, Ubuntu: apt-get install { $package }
doctor-fonts = Phông chữ: { $names }
doctor-fonts-like = Phông chữ: { $names }, thay cho Times New Roman và có cùng bề rộng chữ.
    .hint = Cơ quan có Times New Roman thì đặt bốn tệp phông chữ vào thư mục `fonts/` của dự án.
doctor-fonts-missing = Chưa có phông chữ có bề rộng như Times New Roman và đủ chữ tiếng Việt, nên chưa tạo được PDF.
    .hint = Đặt tệp phông chữ của cơ quan vào thư mục `fonts/` của dự án, hoặc (Debian, Ubuntu) apt-get install { $package }
doctor-templates = Mẫu văn bản: { $names }
doctor-templates-missing = Thiếu thư mục mẫu văn bản của chương trình.
    .hint = Cài lại chương trình.
doctor-project = Dự án: { $path }
doctor-project-missing = Không ở trong dự án nào (không thấy thư mục `inspections/`), nên chưa soát danh mục và thư mục kết quả.
doctor-catalogues = Danh mục: { $agencies } cơ quan, { $people } người, { $acts } căn cứ pháp lý
doctor-catalogues-wrong = Danh mục dùng chung có { $count } lỗi:
doctor-output = Ghi được vào { $path }
doctor-output-refused = Chưa ghi được vào { $path }: { $reason }.
    .hint = Xem quyền ghi của thư mục này.
doctor-closing-well = Máy này có đủ để tạo văn bản.
doctor-closing-missing = Còn thiếu { $count } mục, xem bên trên.

### bản sao

copy-made = Đã tạo { $file }.
copy-change = {"  "}{ $rule }: { $fix }: { $before } → { $after } ({ $where }).
copy-section = phần { $section }
copy-paragraphs = đoạn { $numbers }
copy-left-no-repair = {"  "}{ $rule }: chưa sửa, phải do người quyết định.
copy-left-not-safe = {"  "}{ $rule }: chưa sửa, vì sửa tự động ở đây không an toàn.
copy-left-remains = {"  "}{ $rule }: đã sửa nhưng vẫn chưa đạt.
usage-copy-word = `--annotate` và `--fix` chỉ dùng cho tệp Word: ghi tên tệp .docx.

### template

template = Việc về mẫu riêng của cơ quan.
    .about = Những gì trong `templates/` bên cạnh `inspections/` được dùng thay cho mẫu đi cùng chương trình.
    .examples =
        ketluan template check templates/_layout/van-ban.docx

template-check = Xem mẫu trình bày Word của cơ quan có tạo được văn bản không.
    .about = Chỉ ra thẻ làm mất chữ, tên không có, kiểu thiếu, liên kết ra ngoài, macro, rồi in thử các văn bản mẫu. Tệp không bị thay đổi. Mã thoát là 1 khi có lỗi.
    .path = TỆP
    .annotate = Tạo bản sao có ghi chú tại từng chỗ cần sửa (TÊN.gop-y.docx).
    .out = Thư mục đặt bản sao; không ghi thì đặt bên cạnh tệp.
    .force = Ghi đè bản sao đã có.
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan template check templates/_layout/van-ban.docx
        ketluan template check mau-moi.docx --annotate
template-check-well = Dùng được { $file }: các văn bản thử in đủ chữ, bản Word khớp bản PDF.
term-tag-p = đoạn
term-tag-tr = dòng bảng
term-tag-tc = ô bảng
term-not-text = thứ không phải chữ

### phiếu kiểm tra

cover-title = PHIẾU KIỂM TRA VĂN BẢN TRƯỚC KHI KÝ
cover-file = Văn bản được kiểm tra: { $name }.
cover-digest = Mã kiểm tra của tệp (SHA-256): { $digest }.
cover-content = NỘI DUNG
cover-form = THỂ THỨC, KỸ THUẬT TRÌNH BÀY
cover-counted = Đã soát { $asked } quy tắc: đạt { $passed }, không có gì để soát { $idle }, chưa soát { $unchecked }. Tìm thấy { $errors } lỗi, { $warnings } cảnh báo.
cover-more = và { $count } điểm khác, xem báo cáo chi tiết của `ketluan check`.
cover-closing = Phiếu này lưu cùng bản thảo, không phát hành kèm văn bản.
cover-signer-content = NGƯỜI KIỂM TRA NỘI DUNG
cover-signer-form = NGƯỜI KIỂM TRA THỂ THỨC
cover-duty-content = (người đứng đầu đơn vị soạn thảo)
cover-duty-form = (người được giao kiểm tra thể thức)

### pull

pull-nothing = { $paper }: tệp Word không có chỗ nào khác với bản đã in.
pull-home = { $count } chỗ sửa đưa về { $file }:
pull-left = { $count } chỗ sửa không đưa về được:
pull-comments = { $count } ý kiến:
pull-text = sửa chữ
pull-added = thêm đoạn
pull-deleted = xóa đoạn
pull-moved = chuyển đoạn
pull-by = (sửa có theo dõi: { $names })
pull-effects = kéo theo { $count } đoạn khác đổi:
pull-said = { $author }: “{ $text }”
pull-beside = tại: “{ $text }”
pull-why-wording = đây là lời của mẫu, tên do lời của mẫu nhắc lại, hoặc số thứ tự; lời của mẫu thì sửa trong `templates/`.
pull-why-figure = đây là số liệu tính ra hoặc in lại; sửa số gốc tại `figures`.
pull-why-name = đây là tên lấy từ danh mục hoặc của đơn vị được nêu nhiều chỗ; sửa tại danh mục, hoặc đổi mã trong YAML.
pull-why-mixed = chỗ sửa vắt qua chữ từ nhiều nguồn; tự sửa trong tệp YAML.
pull-why-unproved = chưa tìm được giá trị nào trong tệp YAML in ra đúng như vậy; tự sửa trong tệp YAML.
pull-why-referred = dữ liệu khác còn dẫn tới mục này; sửa chỗ dẫn (bên dưới), rồi xóa trong tệp YAML.
pull-why-conflict = từ khi in, tệp YAML đã đổi ở đúng chỗ này; đối chiếu rồi tự sửa.
pull-why-apart = chữ ở đầu trang, chân trang hoặc khung chữ do mẫu in.
pull-why-effect = do chỗ sửa khác, văn bản sẽ in khác với tệp này ở đây.
pull-ask = Ghi những chỗ sửa này?
pull-not-written = Chưa ghi gì. Để ghi, chạy lại với `--yes`.
pull-written = Đã ghi { $file }; bản trước khi sửa ở { $kept }.
pull-next = Tạo lại văn bản: `ketluan build { $id }`.
comments-none = Không còn ý kiến nào chưa xử lý.
usage-comments-paper = `--done` cần tên đúng một văn bản; có ý kiến: { $papers }
