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
    .edition = outgoing (bản gửi đi), archive (bản lưu nội bộ, PDF/A-3a kèm dữ liệu) hoặc publication (bản công khai, không có dữ liệu cá nhân).
    .only = Chỉ tạo loại tệp này: docx, pdf, docx,pdf; thêm xlsx thì có cả bảng của phụ lục dạng Excel.
    .force = Tạo lại tất cả, kể cả văn bản không thay đổi.
    .out = Thư mục kết quả, thay cho `output/`.
    .dry-run = Chỉ nói những tệp nào sẽ thay đổi, không ghi tệp nào.
    .strict = Coi cảnh báo là lỗi.
    .clean = Bản dự thảo Word không có neo (bookmark, phần XML riêng): dùng khi gửi ra ngoài đơn vị soạn thảo.
    .jobs = Số tiến trình làm cùng lúc; không ghi thì bằng số bộ xử lý của máy, ít cuộc kiểm tra thì chỉ một.
    .executor = Ai làm: local (các tiến trình của máy này) hay dask (các máy của một cụm Dask; cần cài phần thêm `cluster`).
    .scheduler = Địa chỉ bộ điều phối của cụm, như tcp://10.0.0.5:8786.
    .time-limit = Số giây tối đa cho một văn bản; 0 là không giới hạn.
    .memory-limit = Số MB bộ nhớ tối đa của mỗi tiến trình phụ; 0 là không giới hạn.
    .report = Ghi thêm kết quả vào thư mục văn bản: junit (`report.junit.xml`), json (`report.json`).
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan build
        ketluan build mau-mot-cua-cap-xa
        ketluan build inspections/2026 --only pdf
        ketluan build inspections/2026 --only docx,pdf,xlsx
        ketluan build mau-mot-cua-cap-xa --stage trinh-ky
        ketluan build -j 4 --report junit,json

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

state = Ghi một bước của văn bản: soạn thảo, xin ý kiến, soát nội dung, soát thể thức, trình ký, trả lại, đã ký.
    .about = Mỗi bước là một dòng trong nhật ký `issued/journal.jsonl`, có người và giờ; dòng đã ghi không sửa được. Văn bản còn chỗ trống hoặc còn lỗi thì không trình ký được; văn bản sửa sau khi trình ký thì phải trình lại. Bước `da-ky` cần đủ hai bước kiểm tra của chính bản đó (Điều 12 Nghị định số 30/2020/NĐ-CP), hoặc có lý do.
    .id = MÃ
    .paper = VĂN-BẢN
    .step = BƯỚC
    .by = Người thực hiện (mã tại `catalogues/people.yaml`); không ghi thì theo biến KETLUAN_USER.
    .reason = Lý do; bắt buộc khi trả lại, và khi ký mà chưa đủ hai bước kiểm tra.
    .examples =
        ketluan state mau-mot-cua-cap-xa tb-kl soat-noi-dung --by tran-thi-b
        ketluan state mau-mot-cua-cap-xa tb-kl trinh-ky --by pham-thi-d
        ketluan state mau-mot-cua-cap-xa tb-kl tra-lai --by nguyen-van-a --reason "Bổ sung thời hạn"

submit = Lập hồ sơ trình ký để đưa lên hệ thống quản lý văn bản.
    .about = Tại `output/trinh-ky/`: bản sạch PDF và Word của văn bản, phụ lục để tệp riêng, phiếu trình kèm theo, và `thong-tin.json`, `thong-tin.xml` ghi các trường của Phụ lục VI Nghị định số 30/2020/NĐ-CP. Văn bản còn chỗ trống hoặc còn lỗi thì không lập, như bước `trinh-ky`. Thư mục lập lần trước, nếu khác, được giữ bên cạnh.
    .id = MÃ
    .paper = VĂN-BẢN
    .by = Ghi luôn bước `trinh-ky` của người này (mã tại `catalogues/people.yaml`); không ghi thì chỉ lập thư mục.
    .examples =
        ketluan submit mau-mot-cua-cap-xa tb-kl
        ketluan submit mau-mot-cua-cap-xa tb-kl --by pham-thi-d

issue = Ghi số, ngày của văn bản đã ký và lưu bản phát hành.
    .about = Số và ngày do văn thư cấp sau khi ký; chương trình không tự đặt. Văn bản điện tử thì đưa vào tệp đã ký từ hệ thống: chỉ được khác ở dấu chữ ký. Tệp, dữ liệu và danh mục lúc phát hành được giữ trong `issued/` và không bao giờ bị ghi lại; tệp YAML được ghi thêm số, ngày.
    .id = MÃ
    .paper = VĂN-BẢN
    .number = Số được cấp: 45, hoặc cả ký hiệu 45/TB-UBND.
    .date = Ngày ban hành.
    .signed = Tệp PDF đã ký số, tải về từ hệ thống quản lý văn bản.
    .by = Người phát hành (mã tại `catalogues/people.yaml`); không ghi thì theo biến KETLUAN_USER.
    .examples =
        ketluan issue mau-mot-cua-cap-xa tb-kl --number 45 --date 18/5/2026 --signed da-ky.pdf --by dang-thi-g

correct = Soạn văn bản sửa một văn bản đã phát hành, theo những gì dữ liệu nay khác bản đã phát hành.
    .about = Chọn hình thức theo trường dữ liệu (khoản 3, 4 Điều 18 Nghị định số 30/2020/NĐ-CP): chỉ sai thể thức, chính tả thì đính chính bằng công văn; số liệu, thời hạn, đơn vị, nghĩa vụ, căn cứ thì sửa đổi, bổ sung hoặc thay thế bằng văn bản cùng hình thức. Văn bản được thêm vào `documents` của tệp YAML, ở dạng dự thảo; từng chỗ sửa có vị trí, trang, chữ đã in, chữ sửa lại.
    .id = MÃ
    .paper = VĂN-BẢN
    .as = Hình thức khác với đề xuất, khi có lý do: dinh-chinh, sua-doi, thay-the, thu-hoi.
    .reason = Vì sao dùng hình thức đó; được giữ trong tệp YAML, không in ra.
    .examples =
        ketluan correct mau-mot-cua-cap-xa tb-kl
        ketluan correct mau-mot-cua-cap-xa tb-kl --as thu-hoi

verify = Chứng minh các văn bản đã phát hành, hoặc một kho lưu trữ, còn nguyên: từng tệp, từng liên kết.
    .about = Không nêu thư mục thì kiểm nhật ký, hồ sơ, từng tệp đã phát hành. Nêu thư mục của kho thì kiểm kho đó, ở đâu cũng được, không cần dự án: dấu của từng tệp, thiếu, thừa, liên kết, PDF/A. Không ghi gì. Mã thoát là 1 khi có tệp bị sửa, bị thêm hoặc bị mất. Điều chưa kiểm chứng được nói rõ.
    .archive = KHO
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan verify
        ketluan verify archive

archive = Tạo kho lưu trữ: trang web tĩnh của mọi văn bản, trong một gói BagIt có dấu sha256 của từng tệp.
    .about = Lấy văn bản đã tạo ở `output/` và văn bản đã phát hành. Kho mở được từ ổ đĩa hoặc bất kỳ máy chủ web nào, không gọi ra ngoài; tìm được toàn văn, có dấu hoặc không dấu. Cùng dữ liệu thì kho giống nhau từng byte. Kho cũ chỉ được thay khi kho mới đã xong.
    .public = Kho công khai: chỉ văn bản được đăng tải và đã phát hành, không có dữ liệu cá nhân, không có cuộc dựng lại từ báo chí.
    .out = Thư mục của kho, thay cho `archive/` (công khai: `archive-public/`).
    .as-of = Tính tình hình thực hiện đến ngày này; không ghi thì là ngày mới nhất mà dữ liệu nhắc đến.
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan archive
        ketluan archive --as-of 16/7/2026
        ketluan archive --public --out /srv/www/ket-qua

register = Sổ đăng ký văn bản đi: theo cơ quan, loại và năm (NĐ 30/2020, Điều 16).
    .about = Lấy từ nhật ký và hồ sơ của các văn bản đã phát hành. Ngày chuyển, ký nhận để trống để ghi tay; số cấp ngoài chương trình không có trong sổ, được báo ở ghi chú.
    .year = NĂM
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .xlsx = Ghi sổ ra tệp Excel này, mỗi sổ một trang tính.
    .print = In từng sổ (bìa và mười cột theo Phụ lục IV) ra Word và PDF vào thư mục này.
    .force = Ghi đè tệp đã có.
    .examples =
        ketluan register
        ketluan register 2026 --xlsx so-van-ban-di.xlsx
        ketluan register 2026 --print so-2026

due = Kiến nghị nào quá hạn, sắp đến hạn: theo đơn vị, việc gấp trước.
    .about = Kèm tình trạng và chứng cứ đã ghi đến ngày đó. Thời hạn theo ngày làm việc tính bằng `catalogues/calendar.yaml`; ngày mà lịch chưa ghi thì để là chưa biết. Cuộc dựng lại từ tin báo chí không được liệt kê, trừ khi hỏi đến.
    .targets = MÃ|TỆP
    .as-of = Tính đến ngày này; không ghi thì là hôm nay (giờ Việt Nam).
    .all = Liệt kê cả nội dung đã hoàn thành.
    .press = Cả cuộc dựng lại từ tin báo chí.
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .xlsx = Ghi bảng ra tệp Excel này.
    .ics = Ghi ngày cuối của từng thời hạn ra tệp lịch này (.ics), để nhập vào Outlook, điện thoại.
    .force = Ghi đè tệp đã có.
    .examples =
        ketluan due
        ketluan due mau-mot-cua-cap-xa --as-of 16/7/2026
        ketluan due --all --xlsx theo-doi.xlsx

remind = Soạn công văn đôn đốc các đơn vị quá hạn vào tệp YAML.
    .about = Lần đôn đốc được đếm theo các công văn trước; người ký, nơi nhận lấy như lần trước. Tệp YAML trước khi ghi được giữ lại.
    .id = MÃ
    .units = ĐƠN-VỊ
    .as-of = Chốt tình hình đến ngày này; không ghi thì là hôm nay (giờ Việt Nam).
    .reply-before = Hạn báo cáo: trước ngày này; không ghi thì dự thảo để trống.
    .examples =
        ketluan remind mau-mot-cua-cap-xa
        ketluan remind mau-mot-cua-cap-xa vd-c --as-of 20/7/2026 --reply-before 31/7/2026

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

phrases = Xem các câu mẫu: kết quả, hạn chế, nguyên nhân, kiến nghị thường gặp.
    .about = Ghi mã thì in mọi bản của câu đó, dấu của từng bản, và đoạn YAML để dùng bản mới nhất.
    .phrase = CÂU-MẪU
    .format = text (cho người đọc) hoặc json (cho chương trình khác).
    .examples =
        ketluan phrases
        ketluan phrases hc-qua-han

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
usage-scheduler = `--executor dask` và `--scheduler ĐỊA-CHỈ` phải đi cùng nhau.
usage-number = “{ $text }” không dùng được cho { $name }: cần số nguyên từ { $least } đến { $most }.
usage-choice = “{ $text }” không dùng được cho { $name }; chỉ nhận: { $choices }.
usage-year = “{ $text }” không phải năm từ 1900 đến 2100.
usage-target = Không có cuộc kiểm tra hay tệp nào là “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Gần nhất: “{ $near }”.
       *[no] {""}
    }
usage-phrase = Không có câu mẫu nào là “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Gần nhất: “{ $near }”.
       *[no] {""}
    } Xem danh sách: `ketluan phrases`.
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
why-new = chưa có bản nào
why-text = nội dung văn bản thay đổi
why-data = dữ liệu kèm bản lưu thay đổi
why-anchors = thêm hoặc bỏ dấu vị trí dữ liệu
why-layout = mẫu trình bày thay đổi
why-fonts = phông chữ thay đổi
why-program = chương trình thay đổi
why-libraries = thư viện thay đổi
why-edited = tệp đã được sửa tay
why-gone = thiếu tệp
why-forced = theo yêu cầu `--force`
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

### phrases

column-phrase = Mã
column-phrase-kind = Loại
column-version = Bản
column-phrase-title = Tên gọi
phrases-none = Chưa có câu mẫu nào: thêm vào `inspections/catalogues/phrases.yaml`.
phrases-closing = { $count } câu mẫu. Xem một câu: `ketluan phrases { $phrase }`.
phrases-version = Bản { $version } (dấu { $seal })
phrases-short = Lời gọn
phrases-basis = Căn cứ
phrases-verb = Động từ
phrases-product = Sản phẩm
phrases-in-force = Hiệu lực
phrases-source = Nguồn
phrases-unverified = Chưa đối chiếu
phrases-use = → Dùng trong tệp YAML, thay cho đoạn văn:
phrases-kind-ket-qua = kết quả
phrases-kind-han-che = hạn chế
phrases-kind-nguyen-nhan = nguyên nhân
phrases-kind-kien-nghi = kiến nghị

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
type-tong-hop = tổng hợp
state-da-ky = đã ký
state-trinh-ky = trình ký
state-tra-lai = bị trả lại
state-issued = đã phát hành
state-part-issued = phát hành một phần
standing-issued = đã phát hành{ GIVEN($number) ->
        [yes] {" "}số { $number }
       *[no] {""}
    }{ GIVEN($day) ->
        [yes] {" "}ngày { $day }
       *[no] {""}
    }
standing-by = { $step } bởi { $name }
state-draft = dự thảo
state-numbered = đã có số, ngày
state-signing = trình ký
state-press = dựng lại từ báo chí
show-subject = Nội dung
show-file = Tệp
show-type = Loại
show-state = Trạng thái
show-issuer = Cơ quan ban hành
show-units = Đơn vị được kiểm tra
show-figures = Số liệu
show-covers = Các cuộc được tổng hợp
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
show-step = { $step }{ GIVEN($other) ->
        [yes] {" "}bởi { $other }
       *[no] {""}
    } – { $who }{ GIVEN($reason) ->
        [yes] : { $reason }
       *[no] {""}
    }
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

### diff

diff = So sánh một cuộc kiểm tra với bản cũ của nó: trường nào đổi, số liệu nào tính lại, câu chữ nào của văn bản thay đổi.
    .about = Mỗi khác biệt ghi rõ là sai sót về nội dung (số liệu, thời hạn, đơn vị, việc phải làm, căn cứ) hay thể thức, theo trường dữ liệu. Bản cũ là một tệp YAML (dùng danh mục của dự án chứa nó, hoặc danh mục hiện tại) hoặc một thư mục có `inspections/` (dùng danh mục trong đó).
    .id = MÃ
    .paper = VĂN-BẢN
    .against = Bản cũ: tệp YAML, hoặc thư mục có `inspections/` như lúc đó.
    .format = text (cho người đọc), json (cho chương trình khác) hoặc html (để mở, in).
    .out = Ghi vào tệp này thay vì in ra màn hình; không ghi đè tệp đã có.
    .redline = Ghi thêm tệp Word của văn bản, có dấu vết sửa đổi (cần `ketluan[redline]`).
    .examples =
        ketluan diff mau-mot-cua-cap-xa tb-kl --against ban-cu/mau-mot-cua-cap-xa.yaml
        ketluan diff mau-mot-cua-cap-xa --against ../sao-luu-thang-5 --format html --out khac-biet.html
redline = Tạo tệp Word có dấu vết sửa đổi (track changes) giữa hai tệp Word.
    .about = Chấp nhận tất cả thì được chữ của tệp mới, từ chối tất cả thì được chữ của tệp cũ: chương trình thử cả hai trước khi ghi. So sánh cả đầu trang, chân trang, bảng, chú thích; phần nào chưa so sánh được thì nêu tên. Cần cài thêm `ketluan[redline]`.
    .old = CŨ.docx
    .new = MỚI.docx
    .target = KẾT-QUẢ.docx
    .author = Tên người sửa ghi trong dấu vết; không ghi thì là `ketluan`.
    .examples =
        ketluan redline da-ban-hanh.docx du-thao.docx so-sanh.docx
redline-written = Đã tạo { $file }: { $count } chỗ sửa.
redline-not-compared = Chưa so sánh: { $area }.
area-header = đầu trang
area-footer = chân trang
area-footnotes = chú thích cuối trang
area-endnotes = chú thích cuối văn bản
area-comments = ghi chú
usage-redline-paper = `--redline` cần tên văn bản: `ketluan diff MÃ VĂN-BẢN --redline TỆP.docx`.
diff-title = Khác biệt từ { $old } đến { $new }
diff-none = Không có khác biệt nào.
diff-fields = Trường dữ liệu thay đổi
diff-figures = Số liệu tính lại theo
diff-field = Trường
diff-figure = Số liệu
diff-nature = Loại
diff-old = Cũ
diff-new = Mới
diff-paper = Câu chữ thay đổi trong { $paper }
diff-paper-refused = Chưa soạn được { $paper } ở một trong hai bản:
diff-added = thêm mới: { $new }{ $old }
diff-removed = bỏ: { $old }{ $new }
diff-moved = chuyển từ vị trí { $old } đến vị trí { $new }
diff-papers = in trong { $papers }
diff-causes = do { $paths }
diff-printed-old = đã in là
diff-printed-new = sửa thành
diff-share = { $name } (tỷ lệ)
diff-closing = Tổng cộng: { $fields } trường, { $figures } số liệu tính lại, { $sentences } câu chữ.
diff-written = Đã ghi { $file }.
nature-figure = nội dung: số liệu
nature-date = nội dung: thời hạn
nature-unit = nội dung: cơ quan, đơn vị, người
nature-obligation = nội dung: việc phải làm
nature-basis = nội dung: căn cứ, văn bản viện dẫn
nature-finding = nội dung: nhận xét, sự việc
nature-form = thể thức, kỹ thuật trình bày
nature-record = để quản lý, không in
quantity-answered = đã trả lời
quantity-comparison = so với chỉ tiêu
quantity-cut = số cắt giảm
computed-in-time = trước và đúng hạn
quantity-new = tiếp nhận mới
quantity-overdue = quá hạn
quantity-points = mức chênh so với chỉ tiêu
quantity-rate = tỷ lệ
usage-against = Chưa rõ bản cũ: ghi `--against TỆP` hoặc `--against THƯ-MỤC`.
usage-paper = Cuộc kiểm tra này không có văn bản “{ $text }”: có { $choices }.

changes = So sánh hai thư mục văn bản đã tạo: văn bản nào đổi, đổi câu chữ hay chỉ đổi cách trình bày, ở trang nào.
    .about = Dùng khi xem xét một đề nghị thay đổi (pull request): CŨ là `output/` của bản trước, MỚI là `output/` của bản này. `--out` ghi một thư mục có `summary.md`, `index.html`, `changes.json` và ảnh trước, sau của những trang đổi. Mọi thứ ở đó là nội bộ như bản dự thảo. Ảnh cần `pip install "ketluan[archive]"`.
    .old = CŨ
    .new = MỚI
    .out = Ghi bản tóm tắt vào thư mục này; thư mục có thứ khác thì không ghi.
    .pictures = Nhiều nhất bao nhiêu ảnh; mỗi trang đổi có hai ảnh.
    .format = text (cho người đọc), markdown (cho trang của pull request, không ảnh) hoặc json (cho chương trình khác).
    .examples =
        ketluan changes base/output
        ketluan changes base/output output --out changes

# Mục của danh sách: number là thứ tự từ 1, id là mã của mục (hoặc thứ tự từ 0 khi không có mã).
item-addressee = nơi kính gửi { $number }
item-agency = danh mục cơ quan, { $id }
item-agency-kind = loại cơ quan { $id }
item-level = cấp { $id }
item-agency-name = tên gọi { $number }
item-attendee = người dự { $number }
item-basis = quy định { $number }
item-cause = nguyên nhân { $number }
item-checked-file = hồ sơ được kiểm tra { $number }
item-evidence = chứng cứ { $number }
item-held-post = chức vụ { $number }
item-ignore = quy tắc bỏ qua { $number }
item-inspected-unit = đơn vị { $id }
item-issued-paper = văn bản { $id }
item-leaders = người đứng đầu { $number }
item-legal-act = danh mục văn bản pháp luật, { $id }
item-limitation = hạn chế { $id }
item-member = thành viên { $number }
item-noted = điều ghi tại biên bản { $number }
item-paper = văn bản viện dẫn { $id }
item-person = danh mục người, { $id }
item-photo = ảnh { $number }
item-progress = tình hình thực hiện { $number }
item-recipient = nơi nhận { $number }
item-corrected = chỗ sửa { $number }
item-recommendation = kiến nghị { $number }
item-remark = đoạn { $number }
item-remedy = biện pháp { $number }
item-scope = nội dung kiểm tra { $id }
item-session = buổi làm việc { $number }
item-signatory = cột chữ ký { $number }
item-signature-line = dòng ký { $number }
item-source-note = ghi chú nguồn { $number }
item-strength = kết quả đạt được { $number }
item-task = nhiệm vụ { $number }
item-tthc-field = lĩnh vực { $number }

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

### state, issue, verify

person-metavar = NGƯỜI
reason-metavar = LÝ-DO
step-soan-thao = đã soạn thảo
step-xin-y-kien = xin ý kiến
step-soat-noi-dung = đã soát nội dung
step-soat-the-thuc = đã soát thể thức
step-trinh-ky = trình ký
step-tra-lai = trả lại
step-da-ky = đã ký
step-phat-hanh = đã phát hành
step-dinh-chinh = đã đính chính
step-sua-doi = đã sửa đổi, bổ sung
step-thay-the = đã thay thế
step-thu-hoi = đã thu hồi
state-done = Đã ghi: { $paper } { $step }, { $by }.
submit-file = {"  "}{ $file }
submit-kept = Thư mục lập lần trước khác lần này; giữ tại { $kept }.
submit-done = Hồ sơ trình ký: { $folder }, { $count } tệp.
issue-done = Đã phát hành { $number } ngày { $day }; lưu tại { $folder }.
yaml-kept = Đã ghi số, ngày vào { $file }; bản trước khi ghi: { $kept }.
verify-done = { $count } văn bản đã phát hành còn nguyên.
verify-wrong = { $count } văn bản đã phát hành, { $wrong } lỗi, xem bên trên.
instrument-dinh-chinh = công văn đính chính
instrument-sua-doi = văn bản sửa đổi, bổ sung
instrument-thay-the = văn bản thay thế
instrument-thu-hoi = công văn thu hồi
because-form = chỉ có sai sót về thể thức, chính tả, nên đính chính bằng công văn (khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP).
because-content = thay đổi về nội dung, nên sửa đổi, bổ sung bằng văn bản cùng hình thức (khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP).
because-again = văn bản đã được sửa đổi một lần, nên thay thế bằng văn bản mới cho dễ dùng.
because-much = thay đổi quá nửa số khoản, nên thay thế bằng văn bản mới.
correct-because = Đề xuất: { $why }
correct-done = Đã soạn { $instrument } “{ $id }” trong { $file }. Xem lại lời văn, lý do, nơi nhận, rồi `ketluan build`.
correct-kept = Tệp trước khi ghi: { $kept }.
closing-issued = { $count } văn bản đã phát hành được giữ nguyên.
outcome-issued = đã phát hành
usage-by-missing = Chưa biết ai thực hiện: ghi `--by NGƯỜI`, hoặc đặt biến { $variable }.
usage-date = “{ $text }” không phải là ngày. Viết đủ ngày, tháng, năm, ví dụ 18/5/2026.

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
pull-why-name = đây là tên hoặc câu mẫu lấy từ danh mục, hoặc tên đơn vị được nêu nhiều chỗ; sửa tại danh mục, hoặc đổi mã trong YAML.
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

register-series = { GIVEN($kind) ->
        [yes] { $kind }
       *[no] Văn bản đi
    } năm { $year } - { $owner }
register-number = Số, ký hiệu
register-day = Ngày
register-signer = Người ký
register-title = Tên loại và trích yếu
register-recipients = Nơi nhận
register-kept-by = Bản lưu
register-copies = Số lượng bản
register-note = Ghi chú
register-closing = { $count } văn bản đi đã đăng ký.
register-empty = Chưa có văn bản nào được phát hành.

### due, remind

due-title = Tình hình thực hiện kiến nghị đến ngày { $day }
due-sheet = Theo dõi thực hiện kiến nghị
due-nobody = (chưa rõ đơn vị thực hiện)
due-overdue = quá hạn { $count } ngày
due-today = hết hạn hôm nay
due-soon = còn { $count } ngày
due-later = còn { $count } ngày
due-ongoing = thường xuyên
due-done = đã hoàn thành
due-unknown-missing = chưa biết thời hạn
due-unknown-at-once = thực hiện ngay, không có hạn báo cáo
due-unknown-receipt = chưa biết hạn: tính từ ngày nhận được
due-unknown-issue = chưa biết hạn: kết luận chưa có ngày ban hành
due-unknown-calendar = chưa biết hạn: lịch chưa ghi đủ ngày nghỉ
due-state = { $state } ({ $day })
due-not-reported = chưa báo cáo kết quả
progress-hoan-thanh = hoàn thành
progress-mot-phan = hoàn thành một phần
progress-chua-hoan-thanh = chưa hoàn thành
progress-qua-han = quá hạn
progress-khong-thuc-hien = không thực hiện
progress-chua-dap-ung = chưa đáp ứng yêu cầu
due-count-overdue = { $count } quá hạn
due-count-soon = { $count } còn trong 15 ngày
due-count-later = { $count } chưa đến hạn
due-count-unknown = { $count } chưa biết hạn
due-count-ongoing = { $count } thường xuyên
due-count-done = { $count } đã hoàn thành
due-empty = Không có kiến nghị nào.
due-press = Không kể { $count } cuộc dựng lại từ tin báo chí (xem bằng `--press`).
due-column-index = STT
due-column-unit = Đơn vị
due-column-inspection = Cuộc
due-column-recommendation = Mã
due-column-text = Nội dung
due-column-deadline = Thời hạn
due-column-last-day = Ngày cuối
due-column-late = Quá hạn (ngày)
due-column-left = Còn (ngày)
due-column-standing = Hạn
due-column-state = Tình trạng
due-column-as-of = Đến ngày
due-column-evidence = Kết quả, chứng cứ
remind-whom = Đôn đốc: { $name }
remind-done = Đã soạn công văn đôn đốc “{ $id }” (lần { $turn }; { $count } nội dung quá hạn đến ngày { $day }) trong { $file }. Xem lại người ký, nơi nhận, rồi `ketluan build`.
remind-reply = Chưa có hạn báo cáo: ghi tại `reply.deadline`, hoặc soạn với `--reply-before`.

### archive

archive-done = Kho { $folder }: { $inspections } cuộc, { $papers } văn bản, { $files } tệp.
archive-day = Tình hình thực hiện tính đến ngày { $day }.
archive-seal = Dấu của kho (giữ ở nơi khác): { $seal }
archive-open = Mở { $page } bằng trình duyệt.
archive-verified = { $files } tệp của kho còn nguyên; { $pages } trang không có liên kết hỏng; { $pdfs } tệp PDF đúng chuẩn đã nhận.
archive-not-verified = { $files } tệp của kho, { $wrong } lỗi, xem bên trên.

### changes

changes-title = Văn bản thay đổi
changes-none = Không văn bản nào thay đổi ({ $unchanged } văn bản giữ nguyên).
changes-counts = { $changed } văn bản đổi, { $added } văn bản mới, { $removed } văn bản không còn, { $unchanged } văn bản giữ nguyên.
changes-is-changed = Đổi
changes-is-added = Mới
changes-is-removed = Không còn
changes-extent-words = câu chữ thay đổi.
changes-extent-look = câu chữ giữ nguyên, cách trình bày thay đổi.
changes-extent-bytes = câu chữ và các trang giữ nguyên, chỉ phần bên trong tệp thay đổi.
changes-extent-same-words = câu chữ giữ nguyên, các trang chưa được so sánh hết.
changes-extent-unknown = thay đổi, chưa được so sánh.
changes-more-sentences = … và { $count } chỗ khác.
changes-more-papers = … và { $count } văn bản khác; xem `changes.json`.
changes-more-pictures = Còn { $count } ảnh không làm, vì đã đủ số ảnh (`--pictures`).
changes-page-same = { $file }: trang { $new }
changes-page-moved = { $file }: trang { $old } → trang { $new }
changes-page-added = { $file }: thêm trang { $new }
changes-page-removed = { $file }: bớt trang { $old }
changes-before = trước
changes-after = sau
changes-internal = Nội bộ: có câu chữ của bản dự thảo, không đưa ra ngoài.
changes-written = Mở { $page } bằng trình duyệt.
