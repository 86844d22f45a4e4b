# Câu của từng điểm cần sửa. Mã câu là mã của điểm; .hint là việc làm tiếp.
# Giọng: nói việc, không nói người; đưa chữ thật, số thật; không chấm than. Xem cả en.ftl: hai tệp dùng cùng các biến.

### Mảnh câu dùng chung

the-field = { GIVEN($meaning) ->
        [yes] “{ SHORT($meaning) }” (`{ $field }`)
       *[no] `{ $field }`
    }
in-brackets = { GIVEN($name) ->
        [yes] {" "}({ $name })
       *[no] {""}
    }
nearest = { GIVEN($near) ->
        [yes] {" "}Gần nhất: “{ $near }”{ in-brackets }.
       *[no] {""}
    }

### Tệp

file-missing = Chưa có tệp này.
    .hint = Đối chiếu tên tệp và thư mục.
file-unreadable = Chưa đọc được tệp: { $reason }.
    .hint = Xem quyền đọc của tệp.
file-not-regular = Đây là thư mục hoặc tệp đặc biệt, không phải tệp dữ liệu.
    .hint = Đổi tên thư mục để không kết thúc bằng `.yaml`, hoặc đưa ra ngoài `inspections/`.
file-too-large = Tệp lớn { $size } MB; tệp dữ liệu nhiều nhất { $limit } MB.
    .hint = Tách thành nhiều cuộc kiểm tra, mỗi cuộc một tệp.
file-outside = Tệp nằm ngoài thư mục dự án (qua liên kết).
    .hint = Chép tệp vào `inspections/`.
file-utf16 = Tệp được lưu ở bảng mã UTF-16.
    .hint = Mở tệp, chọn “Lưu thành...” với bảng mã UTF-8.
file-not-utf8 = Tệp chưa ở bảng mã UTF-8: tại đây có byte { $byte }.
    .hint = Mở tệp, chọn “Lưu thành...” với bảng mã UTF-8 (TCVN3, VNI phải chuyển mã trước).
character-control = Có ký tự điều khiển { $code }{ in-brackets }, không nhìn thấy và không in được.
    .hint = Xóa ký tự tại vị trí này; gõ lại nếu chép từ nơi khác.
character-control-yaml = Dòng { $line } có ký tự điều khiển mà tệp dữ liệu không dùng được: “{ $text }”.
    .hint = Xóa ký tự đó rồi gõ lại dòng này. Các cuộc kiểm tra khác vẫn được xử lý.
character-unprintable = Ký tự { $code }{ in-brackets } không có trong phông chữ của văn bản.
    .hint = Gõ lại chỗ này bằng bộ gõ Unicode; ký tự ẩn thường lẫn vào khi chép từ trang mạng hoặc PDF.

### Cú pháp YAML

yaml-empty = Tệp chưa có nội dung.
    .hint = Tạo tệp có sẵn các mục để điền: `ketluan new MÃ`.
yaml-not-fields = Tệp phải gồm các trường dạng “tên: giá trị”.
    .hint = Xem tệp mẫu bằng `ketluan new MÃ`.
yaml-alias = Có dấu neo hoặc tham chiếu YAML (& hoặc *) mà tệp dữ liệu không dùng.
    .hint = Đặt giá trị này trong dấu nháy, hoặc ghi lại đầy đủ.
yaml-documents = Tệp có hơn một tài liệu (dòng `---` ở giữa tệp).
    .hint = Mỗi cuộc kiểm tra một tệp: tách phần sau `---` sang tệp khác.
yaml-too-deep = Các mục lồng nhau quá { $limit } cấp.
    .hint = Xem lại số dấu cách đầu dòng và các dấu ngoặc.
yaml-tag = Có nhãn kiểu YAML (dấu !) mà tệp dữ liệu không dùng.
    .hint = Bỏ nhãn, hoặc đặt giá trị trong dấu nháy.
yaml-key-not-text = Tên trường ở đây là một danh sách hoặc một nhóm trường, không phải chữ.
    .hint = Xem lại dấu ngoặc và dấu hai chấm của dòng này; tham chiếu [[...]] phải đặt trong dấu nháy.
yaml-duplicate-key = Trường “{ $key }” đã có ở dòng { $line }.
    .hint = Giữ một trong hai; chương trình không tự chọn.
yaml-tab = Dòng { $line } dùng phím Tab; tệp dữ liệu chỉ dùng dấu cách.
    .hint = Thay mỗi Tab bằng hai dấu cách. Các cuộc kiểm tra khác vẫn được xử lý.
yaml-colon = Dòng { $line } có dấu hai chấm nằm trong đoạn văn: “{ $text }”.
    .hint = Đặt đoạn văn trong dấu nháy, hoặc xuống dòng sau dấu `>-`. Các cuộc kiểm tra khác vẫn được xử lý.
yaml-quote = Dòng { $line } bắt đầu giá trị bằng một dấu đặc biệt: “{ $text }”.
    .hint = Đặt giá trị trong dấu nháy. Các cuộc kiểm tra khác vẫn được xử lý.
yaml-comma = “{ $key }” đứng sau dấu phẩy trong ngoặc nhọn nên thành một trường mới.
    .hint = Trong ngoặc nhọn, đoạn văn có dấu phẩy phải đặt trong dấu nháy.
yaml-syntax = Chưa hiểu được dòng { $line }: “{ $text }”.
    .hint = Xem dấu ngoặc, dấu nháy, số dấu cách đầu dòng ({ $problem }). Các cuộc kiểm tra khác vẫn được xử lý.
yaml-edit-no-place = Trong tệp không có chỗ cho “{ $path }”.
    .hint = Tự thêm trường này, hoặc xem lại cách viết của tệp ở chỗ đó.
yaml-edit-not-text = “{ $path }” là một danh sách hoặc một nhóm trường, không phải chữ.
    .hint = Tự sửa trong tệp YAML.
yaml-edit-not-list = “{ $path }” không phải là danh sách.
    .hint = Tự sửa trong tệp YAML.
yaml-edit-unsafe = Không sửa được “{ $path }” mà không đụng tới phần khác của tệp; chưa ghi gì.
    .hint = Tự sửa trong tệp YAML.
yaml-edit-changed = Trong lúc đó tệp đã bị người khác sửa; chưa ghi gì.
    .hint = Chạy lại lệnh.
yaml-edit-too-many = Thư mục này đã giữ { $limit } bản cũ của tệp.
    .hint = Xóa những bản cũ không cần nữa.

### Trường

field-missing = Chưa nhập { the-field }.
    .hint = Thêm trường này; chưa biết giá trị thì ghi `null`.
field-unknown = Không có trường “{ $key }” ở đây.
    .hint = { GIVEN($known) ->
        [yes] Các trường dùng được: { $known }.
       *[no] Ở đây không có trường nào.
    } Nội dung của trường này chưa được đưa vào văn bản nào.
field-unknown-near = Không có trường “{ $key }”. Có phải là “{ $near }”?
    .hint = Sửa tên trường; nội dung của trường này chưa được đưa vào văn bản nào.
value-missing = { the-field } để trống, trong khi trường này phải có giá trị.
    .hint = Ghi giá trị, hoặc xóa cả dòng nếu trường không bắt buộc.
value-empty = { the-field } là chữ rỗng.
    .hint = Ghi giá trị; chưa biết thì ghi `null`.
value-several-paragraphs = `{ $field }` có dòng trống ở giữa, nên thành nhiều đoạn.
    .hint = Mỗi mục là một đoạn: bỏ dòng trống, hoặc tách thành mục riêng trong danh sách.
value-not-text = `{ $field }` phải là chữ hoặc số, ở đây là { $kind ->
        [list] một danh sách
       *[fields] một nhóm trường
    }.
    .hint = Đặt cả giá trị trong dấu nháy, hoặc xem lại số dấu cách đầu dòng.
value-not-fields = `{ $field }` phải gồm các trường con dạng “tên: giá trị”{ GIVEN($text) ->
        [yes] , ở đây là “{ $text }”
       *[no] {""}
    }.
    .hint = Xuống dòng, lùi vào hai dấu cách rồi ghi từng trường con.
value-not-list = `{ $field }` phải là danh sách{ GIVEN($text) ->
        [yes] , ở đây là “{ $text }”
       *[no] {""}
    }.
    .hint = Xuống dòng, mỗi mục một dòng bắt đầu bằng dấu gạch `- `.
value-not-in-list = `{ $field }` là “{ $text }”, trong khi chỉ nhận: { $choices }.
    .hint = Chọn một trong các giá trị trên.
list-too-short = { the-field } phải có ít nhất { $min_length } mục.
    .hint = Thêm một mục bắt đầu bằng dấu gạch `- `.
figure-without-kind = Số liệu này (`{ $field }`) chưa ghi loại `kind`.
    .hint = Ghi một trong: tthc, survey, indicator, reduction, sample, feedback, breakdown.
schema-newer = Tệp ghi `schema: { $schema }`, trong khi chương trình này chỉ biết đến { $known }.
    .hint = Dùng bản chương trình mới hơn; tệp được giữ nguyên.

### Ngày, số, mã

date-without-year = Ngày “{ $text }” chưa có năm.
    .hint = Ghi đủ ngày, tháng, năm, ví dụ 17/6/2026.
date-impossible = Ngày “{ $text }” không có trong lịch: tháng { $month } năm { $year } có { $days } ngày.
    .hint = Đối chiếu với văn bản gốc.
date-not = “{ $text }” chưa phải ngày, tháng, năm.
    .hint = Ghi ngày trước, năm đủ bốn chữ số, ví dụ 17/6/2026.
number-not = “{ $text }” (`{ $field }`) chưa phải số nguyên.
    .hint = { $hint ->
        [comma] Dấu phẩy là phần thập phân; hàng nghìn dùng dấu chấm: 50.419.
        [grouping] Dấu chấm chỉ đứng trước từng nhóm ba chữ số: 50.419.
        [negative] Số lượng không âm; đối chiếu với báo cáo của đơn vị.
        [too-long] Số có quá nhiều chữ số; đối chiếu với báo cáo của đơn vị.
       *[none] Ghi chỉ con số, ví dụ 50.419 hoặc 50419; chưa biết thì ghi `null`.
    }
percent-decimal-point = Tỷ lệ “{ $text }” dùng dấu chấm cho phần thập phân.
    .hint = Dùng dấu phẩy, trong dấu nháy: "88,49%".
percent-not = “{ $text }” (`{ $field }`) chưa phải tỷ lệ phần trăm.
    .hint = Ghi như "88,49%"; chưa biết thì ghi `null`.
flag-not = `{ $field }` là “{ $text }”, trong khi chỉ nhận `có` hoặc `không`.
    .hint = Ghi `có` hoặc `không`.
id-not = “{ $text }” chưa dùng làm mã được: mã gồm chữ thường không dấu, chữ số, gạch nối, nhiều nhất { $limit } ký tự.
    .hint = Ví dụ: xa-vi-du-a, kn-3.
id-reserved = “{ $text }” là chữ chương trình dùng riêng, không làm mã được.
    .hint = Đặt mã khác.
id-twice = Mã “{ $id }” đã dùng ở dòng { $line }.
    .hint = Đặt mã khác cho một trong hai mục.
name-taken = “{ $text }” được hiểu là mã “{ $key }”.
    .hint = Ghi mã để khỏi phụ thuộc vào tên gọi.
name-ambiguous = “{ $text }” là tên của nhiều mục: { $keys }.
    .hint = Ghi mã thay cho tên.

### Danh mục và mã trong tệp

agency-unknown = Cơ quan “{ $text }” chưa có trong danh mục dùng chung.{ nearest }
    .hint = Dùng mã có sẵn hoặc thêm vào `catalogues/agencies.yaml`.
agency-kind-unknown = Không có loại cơ quan “{ $text }”. Các loại: { $known }.{ nearest }
    .hint = Sửa `kind`, hoặc khai thêm loại tại `catalogues/agency-kinds.yaml`.
agency-level-unknown = Không có cấp “{ $text }”. Các cấp: { $known }.{ nearest }
    .hint = Sửa `level`, hoặc khai thêm cấp tại `catalogues/levels.yaml`.
agency-kind-circle = Loại cơ quan “{ $id }” qua `like` lại lấy của chính nó.
    .hint = Bỏ `like` ở một trong các loại dẫn lẫn nhau.
agency-circle = Cơ quan “{ $id }” qua các cấp trên lại là cấp trên của chính nó.
    .hint = Sửa `superior`, `head_of` hoặc `seal_of` ở một trong các cơ quan dẫn lẫn nhau.
agency-series-shared = Đoàn, Ban dùng con dấu của cơ quan khác mà ghi chung sổ cấp số “{ $text }” của cơ quan đó.
    .hint = Đặt sổ riêng, hoặc bỏ `series`: Đoàn, Ban có số riêng (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 3).
agency-post-unofficial = “{ $text }” là chức vụ Nhà nước không quy định, không ghi trong văn bản.
    .hint = Ghi chức vụ theo quy định, ví dụ Phó Chủ tịch, Phó Giám đốc (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 7).
kind-not-allowed = “{ $agency }” không được ban hành { $abbreviation } ({ $kind }): đây là văn bản chuyên ngành.
    .hint = Dùng loại khác, ví dụ thong-bao-ket-luan. Nếu pháp luật chuyên ngành cho phép: ghi “specialised_papers: { $kind }” ở mục “{ $key }” trong danh mục cơ quan.
agency-without-name = Cơ quan ban hành “{ $text }” không có tên gọi nào vào ngày { $day }{ GIVEN($until) ->
        [yes] , đã kết thúc ngày { $until }
       *[no] {""}
    }.{ GIVEN($successors) ->
        [yes] {" "}Kế tiếp: { $successors }.
       *[no] {""}
    }
    .hint = Sửa `issuer`, ngày của văn bản, hoặc các khoảng thời gian tại `catalogues/agencies.yaml`.
date-spans-overlap = Khoảng thời gian này trùng với khoảng ở dòng { $line }: trong một ngày chỉ có một tên, một chức vụ.
    .hint = Sửa `since`, `until` để hai khoảng nối tiếp nhau.
date-span-reversed = Khoảng thời gian kết thúc ngày { $until }, trước khi bắt đầu ngày { $since }.
    .hint = Đổi lại `since` và `until`.
calendar-spans-overlap = Khoảng lịch này trùng ngày với khoảng ở dòng { $line }.
    .hint = Sửa `since`, `until`: mỗi ngày chỉ thuộc một khoảng.
calendar-day-outside = Ngày { $day } không thuộc khoảng “{ $id }” của lịch.
    .hint = Chuyển sang khoảng có ngày đó, hoặc sửa ngày.
calendar-swap-off = Ngày { $day } vốn đã là ngày nghỉ, không phải ngày được nghỉ do hoán đổi.
    .hint = `off` là ngày làm việc được nghỉ, `work` là ngày nghỉ phải làm bù.
calendar-swap-work = Ngày { $day } vốn đã là ngày làm việc, không phải ngày làm bù.
    .hint = `off` là ngày làm việc được nghỉ, `work` là ngày nghỉ phải làm bù.
person-unknown = “{ $text }” chưa có trong danh mục người.{ nearest }
    .hint = Dùng mã có sẵn hoặc thêm vào `catalogues/people.yaml`.
act-unknown = Văn bản “{ $text }” chưa có trong danh mục căn cứ pháp lý.{ nearest }
    .hint = Dùng mã có sẵn hoặc thêm vào `catalogues/legal-bases.yaml`.
unit-unknown = Không có đơn vị “{ $text }”; cuộc kiểm tra này { GIVEN($known) ->
        [yes] chỉ có: { $known }
       *[no] chưa khai đơn vị nào
    }.
    .hint = Sửa mã đơn vị hoặc khai thêm đơn vị tại `inspected_units`.
paper-unknown = Không có văn bản “{ $text }”. Đã khai: { $known }.{ nearest }
    .hint = Sửa mã hoặc khai thêm văn bản tại `papers`.
scope-unknown = Không có nội dung kiểm tra “{ $text }”{ GIVEN($known) ->
        [yes] ; đã khai: { $known }
       *[no] ; chưa khai nội dung nào
    }.
    .hint = Sửa mã hoặc khai thêm nội dung tại `scope`.
addressed-unknown = Không có hạn chế hay nguyên nhân “{ $text }”{ GIVEN($known) ->
        [yes] ; đã khai: { $known }
       *[no] ; chưa khai mục nào
    }.
    .hint = Sửa mã, hoặc khai tại `findings.limitations`; kiến nghị cho tất cả thì ghi `all`.
deadline-one-form = Thời hạn phải có đúng một cách ghi, ở đây: { $given }.
    .hint = Chọn một trong: { $forms }.
corrected-incomplete = Chỗ được sửa thiếu `{ $field }`.
    .hint = Bổ sung, hoặc đổi `action`.
corrected-same = Chữ sửa lại “{ $text }” giống hệt chữ đã in.
    .hint = Sửa `old` hoặc `new`.
addressee-one-name = Một nơi ở dòng Kính gửi phải có đúng một trong hai: `owners` hoặc `group`.
    .hint = Giữ `owners` (mã đơn vị, mã danh mục) hoặc `group` (tên nhóm, in như đã gõ).
recipient-one-name = Một dòng nơi nhận phải có đúng một trong hai: `agency` hoặc `group`.
    .hint = Giữ `agency` (mã danh mục) hoặc `group` (tên nhóm, in như đã gõ).

### Câu mẫu

phrase-unknown = Câu mẫu “{ $text }” chưa có trong danh mục câu mẫu.{ nearest }
    .hint = Xem các câu có sẵn bằng `ketluan phrases`, hoặc thêm vào `catalogues/phrases.yaml`.
phrase-kind = Câu mẫu “{ $id }” thuộc loại “{ $kind }”; chỗ này cần loại “{ $wanted }”.
    .hint = Chọn câu khác bằng `ketluan phrases`.
phrase-unpinned = Câu mẫu “{ $id }” chưa ghi bản đã dùng.
    .hint = Thêm `version: { $version }` và `seal: { $seal }` cạnh `phrase`: câu mẫu sửa về sau không đổi văn bản này.
phrase-version-unknown = Câu mẫu “{ $id }” không có bản { $text }; đang có: { $known }.
    .hint = Đưa bản đó trở lại `catalogues/phrases.yaml`, hoặc chuyển sang bản đang có.
phrase-changed = Bản { $version } của câu mẫu “{ $id }” đã bị sửa sau khi dùng ở đây: dấu ghi “{ $text }”, nay là “{ $seal }”.
    .hint = Trả bản { $version } về như cũ trong `catalogues/phrases.yaml`, lời mới đặt ở bản { $next }. Nếu đúng là dùng lời mới thì ghi `seal: { $seal }`.
phrase-not-in-force = Bản { $version } của câu mẫu “{ $id }” không có hiệu lực ngày { $day }, ngày cuối của cuộc kiểm tra này.
    .hint = Chọn bản khác bằng `ketluan phrases { $id }`, hoặc sửa `since`, `until` tại `catalogues/phrases.yaml`.
phrase-parameter-missing = Câu mẫu còn thiếu tham số “{ $name }”: { $about }.
    .hint = Ghi giá trị tại `with`; chưa biết thì ghi `{ $name }: null`.
phrase-parameter-extra = Câu mẫu không có tham số “{ $name }”.{ GIVEN($near) ->
        [yes] {" "}Có phải là “{ $near }”?
       *[no] {""}
    }
    .hint = Các tham số: { GIVEN($known) ->
            [yes] { $known }
           *[no] không có
        }.
phrase-parameter-type = Tham số “{ $name }” là “{ $text }”, trong khi cần { $wanted }.
    .hint = Ghi lại giá trị, hoặc chọn số liệu khác.
phrase-form = Lời của câu mẫu có dấu không thuộc chỗ điền hay viện dẫn nào, từ “{ $text }”.
    .hint = Chỗ điền viết {"{"}ten-tham-so{"}"}, viện dẫn viết [[mã]]; không dùng chữ đậm, chữ nghiêng.
phrase-reference = Câu mẫu viện dẫn “[[{ $text }]]”; chỉ viện dẫn được văn bản pháp luật bằng mã, và [[deadline]].
    .hint = Số liệu, văn bản của cuộc kiểm tra đưa vào bằng tham số.
phrase-parameter-name = Tên tham số “{ $text }” phải bắt đầu bằng chữ thường không dấu.
    .hint = Viết như so-ho-so: chữ thường không dấu, chữ số, gạch nối.
phrase-parameter-undeclared = Lời của câu mẫu có chỗ điền “{ $name }” chưa khai tại `parameters`.
    .hint = Thêm `{ $name }` với `type` vào `parameters`, hoặc bỏ chỗ điền.
phrase-parameter-unused = Tham số “{ $name }” không có trong lời của câu mẫu.
    .hint = Bỏ khỏi `parameters`, hoặc thêm chỗ điền vào lời.
phrase-version-order = Bản { $version } đứng sau bản { $before }; số của bản phải tăng dần.
    .hint = Bản mới lấy số lớn hơn mọi bản trước; bản cũ giữ nguyên.
phrase-of-recommendation = { $text } chỉ dùng được ở câu mẫu loại kiến nghị.
    .hint = Bỏ khỏi câu mẫu này, hoặc đổi `kind` thành `kien-nghi`.

### Đoạn văn và tham chiếu số liệu

rich-stray-star = Dấu * không thành cặp trong “{ $text }”.
    .hint = Chữ đậm là **đậm**, chữ nghiêng là *nghiêng*; muốn in dấu sao thì ghi \*.
rich-open-reference = “{ $text }” có [[ mà thiếu ]].
    .hint = Đóng tham chiếu bằng ]].
redline-not-installed = Chưa có phần so sánh bản Word.
    .hint = `pip install "ketluan[redline]"`. Khác biệt theo trường (`ketluan diff`) không cần phần này.
redline-not-for-machine = Phần so sánh bản Word không có bản cho loại máy này ({ $machine }).
    .hint = Khác biệt theo trường (`ketluan diff`) dùng được trên mọi máy.
redline-failed = Phần so sánh bản Word dừng lại: { $detail }.
    .hint = Mở hai tệp bằng Word, lưu lại rồi thử lại.
redline-untrue = Chưa tạo được bản có dấu vết sửa đổi đáng tin: chấp nhận hoặc từ chối tất cả không cho đúng hai bản gốc.
    .hint = Bỏ các thành phần lạ (hộp chữ lồng nhau, trường, nội dung nhúng) ở một trong hai tệp rồi thử lại.
reference-unquoted = `{ $field }` có tham chiếu [[...]] chưa đặt trong dấu nháy.
    .hint = Đặt cả đoạn trong dấu nháy: "[[hs-vd-a.settled.early]]".
reference-form = Chưa hiểu tham chiếu “[[{ $reference }]]”.
    .hint = Cách ghi: [[mã.số-liệu]], [[mã.số-liệu%]], [[a.x/b.y]], [[all.x]], [[sum(a, b).x]].
reference-unknown = Tham chiếu “[[{ $reference }]]” không trỏ tới số liệu hay văn bản nào.{ GIVEN($near) ->
        [yes] {" "}Có phải là “{ $near }”?
       *[no] {""}
    }
    .hint = Sửa mã, hoặc khai số liệu tại `figures`, văn bản tại `papers`.
reference-unknown-figure = Tham chiếu “{ $reference }” nêu số liệu chưa khai.{ GIVEN($names) ->
        [yes] {" "}Đã khai: { $names }.
       *[no] {" "}Tệp chưa có số liệu nào.
    }{ nearest }
    .hint = Sửa mã hoặc khai thêm tại `figures`.
reference-unknown-quantity = Số liệu của “{ $reference }” không có mục này.{ nearest }
    .hint = Các mục có: { $names }.
reference-needs-path = “[[{ $reference }]]” chưa nói rõ lấy mục nào của số liệu.
    .hint = Ghi thêm sau dấu chấm một trong: { $names }.
reference-mixed-kinds = “{ $reference }” cộng các số liệu khác loại.
    .hint = Chỉ cộng số liệu cùng loại `kind`.
reference-circle = Số liệu “{ $reference }” được tính từ chính nó.
    .hint = Ghi số thật ở một trong các số liệu dẫn lẫn nhau.
reference-not-a-number = “[[{ $reference }]]” không phải một số đếm, nên không làm tử số, mẫu số được.
    .hint = Trỏ tới một số đếm, hoặc ghi số thật.
reference-no-base = “[[{ $reference }]]” không có tổng nào để tính tỷ lệ.
    .hint = Ghi rõ hai số: [[a.x/b.y]], hoặc bỏ dấu %.

### Dự án và thiết lập

project-missing = Không thấy thư mục `inspections/` ở đây hay ở các thư mục phía trên.
    .hint = Chuyển vào thư mục dự án, hoặc chỉ rõ bằng `--project THƯ-MỤC`. Dự án mới: tạo thư mục `inspections/` rồi chạy `ketluan new MÃ`.
settings-wrong = Thiết lập `{ $field }` chưa dùng được: { $takes ->
        [language] chỉ nhận "vi" hoặc "en"
        [folder] cần tên một thư mục, trong dấu nháy kép, không có ký tự điều khiển
        [flag] chỉ nhận `true` hoặc `false`
        [number] cần số nguyên từ 0 đến 1000
        [series] chỉ nhận "kind" (mỗi loại một dãy số) hoặc "agency" (mọi loại chung một dãy số)
        [checks] chỉ nhận "required" (ký khi đã đủ hai bước kiểm tra, hoặc có lý do) hoặc "told" (chỉ nhắc)
        [other-name] phải khác `draft_name`, để bản trình ký không ghi đè dự thảo
        [table] cần một bảng các thiết lập
       *[name] cần đúng một {"{"}inspection{"}"} và một {"{"}paper{"}"}, còn lại là chữ không dấu, không dấu cách
    }.
    .hint = Sửa trong `ketluan.toml`; bỏ dòng đó thì dùng giá trị mặc định.
settings-outside = Thư mục kết quả “{ $path }” nằm ngoài thư mục dự án.
    .hint = Đặt `output` là một thư mục bên trong dự án.
settings-syntax = Chưa đọc được tệp thiết lập: chỗ này không đúng cú pháp TOML.
    .hint = Sửa dòng đó; chữ đặt trong dấu nháy kép.

### Trình bày

layout-too-large = Tệp trình bày quá lớn.
    .hint = Lấy lại `layout.yaml` gốc của chương trình.
layout-not-yaml = Chưa hiểu được tệp trình bày tại dòng này.
    .hint = Xem dấu ngoặc và số dấu cách đầu dòng.
layout-empty = Tệp trình bày chưa có nội dung.
    .hint = Lấy lại `layout.yaml` gốc của chương trình.
layout-value-wrong = Giá trị của `{ $key }` chưa dùng được.
    .hint = So với `layout.yaml` gốc: cỡ chữ tính bằng point, độ dài bằng milimét, từ 0 đến dưới 1000.
layout-key-unknown = Không có mục trình bày `{ $key }`, hoặc mục này ghi hai lần.
    .hint = So với `layout.yaml` gốc của chương trình.
layout-key-missing = Thiếu mục trình bày `{ $key }`.
    .hint = Chép mục này từ `layout.yaml` gốc của chương trình.
layout-columns-do-not-fill = Hai cột của `{ $key }` cộng lại không bằng chiều rộng phần chữ.
    .hint = Sửa độ rộng cột, hoặc lề trang.

### Văn bản

inspection-not-there = Thư mục này không có cuộc kiểm tra “{ $id }” trong `inspections/`.
inspection-twice = Mã “{ $id }” cũng là mã của cuộc kiểm tra tại { $file }.
    .hint = Đặt mã khác cho một trong hai; cả hai chưa được xử lý.
inspection-without-papers = Cuộc kiểm tra “{ $id }” chưa khai văn bản nào để tạo.
    .hint = Thêm văn bản tại `documents`, ví dụ kind: thong-bao-ket-luan.
paper-line-is-key = “{ $text }” là mã, nhưng một dòng chữ ở đây in như đã gõ: văn bản sẽ in “{ $text }”.
    .hint = Ghi { $line ->
        [addressees] {"{"}owners: [{ $text }]{"}"}
       *[other] {"{"}agency: MÃ-CƠ-QUAN{"}"}
    } thay cho dòng chữ, hoặc gõ tên in ra.
addressee-not-of-kind = { $kind } không có dòng Kính gửi.
    .hint = Bỏ `addressees`, ghi nơi nhận tại `recipients`; Kính gửi chỉ có ở công văn, tờ trình và báo cáo gửi cấp trên.
paper-without-unit = { $kind } này chưa cho biết nói về đơn vị nào.
    .hint = Thêm `unit` (mã tại `inspected_units`) vào văn bản tại `documents`.
signatory-unknown = Loại văn bản này không có cột chữ ký “{ $text }”.
    .hint = Chọn một trong: { $known }.
due-calendar-unknown = Chưa tính được thời hạn theo ngày làm việc của kiến nghị “{ $id }”: lịch chưa ghi đủ các ngày từ sau ngày { $day }.
    .hint = Ghi đủ ngày nghỉ tại `catalogues/calendar.yaml` rồi đặt `complete: có`.
due-calendar-unverified = Thời hạn của kiến nghị “{ $id }” được tính bằng lịch “{ $span }” chưa đối chiếu: { $facts }.
    .hint = Đối chiếu với thông báo lịch nghỉ, sửa `catalogues/calendar.yaml`, rồi bỏ `verified`, `unverified`.
remind-no-conclusion = Cuộc kiểm tra chưa ghi `conclusion`, nên công văn đôn đốc không biết dẫn văn bản nào.
    .hint = Ghi loại, số, ngày, cơ quan ban hành của kết luận đã phát hành tại `conclusion`.
remind-no-kind = Không có loại văn bản nào để đôn đốc.
    .hint = Đặt `reminds: có` trong `kind.yaml` của một loại.
remind-nothing = Không có nội dung nào quá hạn đến ngày { $day } mà chưa hoàn thành.
    .hint = Xem tất cả: `ketluan due --all`.
remind-unit-unknown = Không có kiến nghị nào giao cho “{ $text }”. Có: { $known }.{ nearest }
    .hint = Dùng mã đơn vị hoặc mã cơ quan được giao thực hiện.
remind-already = Đã có công văn “{ $paper }” đôn đốc các đơn vị này, chốt ngày { $day }.
    .hint = Sửa công văn đó, hoặc chọn ngày khác bằng `--as-of`.
press-not-issuable = Dữ liệu dựng lại từ tin báo chí nên chỉ tạo được dự thảo, không trình ký được.
    .hint = Bỏ `--stage trinh-ky` và `stage: trinh-ky`.
paper-blank = Chưa có { the-field }, nên văn bản còn chỗ trống.
    .hint = Nhập trước khi trình ký.
paper-todo = Văn bản còn ghi chú chưa xử lý: “{ $text }”.
    .hint = Thay bằng nội dung thật, hoặc xóa.
name-unfit = Tên tệp “{ $name }” chưa dùng được: chỉ chữ không dấu, không dấu cách, nhiều nhất { $limit } ký tự.
    .hint = Rút ngắn mã, hoặc sửa mẫu tên tệp trong `ketluan.toml`.
compose-too-many-points = Một khoản có nhiều điểm hơn số chữ cái dùng để đánh thứ tự.
    .hint = Gộp bớt các mục cùng một nội dung.
reference-unknown-block = “{ $reference }” không trỏ tới mục nào của văn bản này.
    .hint = Sửa mã, hoặc đặt mã [#...] cho mục cần dẫn trong mẫu.
file-not-written = Chưa ghi được tệp này: { $reason }.
    .hint = Đóng tệp nếu đang mở trong Word, xem quyền ghi và dung lượng trống. Bản cũ còn nguyên.
folder-locked = Thư mục này đang được một lần chạy khác ghi.
    .hint = Chờ lần chạy kia xong rồi chạy lại.
program-bug = Chương trình gặp lỗi của chính nó: { $problem }. Văn bản này chưa được tạo, các văn bản khác không bị ảnh hưởng.
    .hint = Gửi tệp chi tiết (tên ở cuối) cho người phụ trách chương trình.
text-not-storable = Văn bản có ký tự { $character } mà tệp Word không chứa được.
    .hint = Tìm và xóa ký tự này trong dữ liệu hoặc trong mẫu.
quarter-not = “{ $text }” chưa phải quý của một năm.
    .hint = Ghi như III/2026.

### Tổng hợp

covers-one-way = `covers` chưa ghi cuộc nào, hoặc vừa kể mã cuộc vừa chọn theo năm, cơ quan.
    .hint = Ghi hoặc `inspections: [mã]`, hoặc `years`, `concluded_by` (một hay cả hai).
covers-not-summary = Chỉ bản tổng hợp (`type: tong-hop`) mới có `covers`.
    .hint = Bỏ `covers`, hoặc ghi `type: tong-hop`.
summary-own-data = Bản tổng hợp không có { the-field } của riêng nó.
    .hint = Ghi tại cuộc kiểm tra có dữ liệu đó; bản tổng hợp lấy từ đấy.
covers-unknown = Không có cuộc kiểm tra mã “{ $id }”.{ nearest }
    .hint = So với `ketluan list`.
covers-repeated = Cuộc “{ $id }” ghi hai lần.
    .hint = Bỏ một, nếu không sẽ bị tính hai lần.
covers-ambiguous = Mã “{ $id }” là mã của cả { $file } và { $other }.
    .hint = Đặt mã khác cho một trong hai.
covers-broken = Chưa đọc được { $file } nên chưa biết có tính, tính thế nào: { $count } lỗi, lỗi đầu ở dòng { $line }.
    .hint = → `ketluan check { $file }`
covers-summary = “{ $id }” cũng là một bản tổng hợp.
    .hint = Kể các cuộc mà bản đó tổng hợp.
covers-press = “{ $id }” dựng lại từ tin báo chí, không cộng chung với cuộc kiểm tra của cơ quan.
    .hint = Bỏ cuộc này, hoặc lập bản tổng hợp từ báo chí: `source: {"{"}kind: press{"}"}`.
covers-press-left-out = Không tính, vì dựng lại từ tin báo chí: { $ids }.
    .hint = Không phải làm gì; số liệu báo chí không cộng chung với số liệu của cơ quan.
covers-unsure = Chưa biết “{ $id }” ({ $file }) có được tính không: tệp chưa cho biết năm, hoặc cơ quan kết luận.
    .hint = Ghi ngày quyết định hoặc `issuer` của cuộc đó; hoặc kể mã các cuộc tại `inspections`.
covers-none = Không có cuộc kiểm tra nào phù hợp.
    .hint = So năm, cơ quan với `ketluan list`.
covers-overlap = { $unit } được kiểm tra ở cả “{ $one }” và “{ $other }”, { $known ->
        [yes] thời kỳ kiểm tra trùng nhau
       *[no] chưa rõ thời kỳ kiểm tra có trùng nhau không
    }: số liệu có thể bị tính hai lần.
    .hint = So `period` của hai cuộc; bỏ bớt một cuộc bằng cách kể mã các cuộc khác tại `inspections`.
covers-scope-differs = Nội dung `{ $id }` ghi ở “{ $other }” khác ở “{ $one }”; hạn chế của hai cuộc được đếm chung.
    .hint = Mỗi nội dung dùng một mã, cùng một `text` ở mọi cuộc.
covers-figure-unknown = Số liệu `{ $figure }` của “{ $id }” chưa có: { $names }; tổng của các mục này còn chỗ trống.
    .hint = Nhập tại cuộc kiểm tra đó.
covers-blank = Các cuộc được tổng hợp chưa có đủ “{ $field }”, nên văn bản còn chỗ trống.
    .hint = Nhập tại cuộc kiểm tra còn thiếu; với số liệu, ghi chú tại `covers` nêu rõ cuộc nào.
kind-not-for-file = { $summary ->
        [yes] Loại { $kind } này tổng hợp nhiều cuộc, còn tệp này là một cuộc kiểm tra
       *[no] Loại { $kind } này nói về một cuộc, còn tệp này tổng hợp nhiều cuộc
    }.
    .hint = Chọn `kind` khác, hoặc chuyển văn bản sang tệp khác.

### Giới hạn của một văn bản

paper-too-long = Tạo phần này quá { $seconds } giây nên đã dừng; các văn bản khác vẫn được tạo.
    .hint = Xem có gì rất lớn ở đây (ảnh, bảng), hoặc cho thêm thời gian: `ketluan build --time-limit`.
paper-memory = Tạo phần này cần quá { $limit } MB bộ nhớ nên đã dừng; các văn bản khác vẫn được tạo.
    .hint = Xem có gì rất lớn ở đây (ảnh, bảng), hoặc cho thêm bộ nhớ: `ketluan build --memory-limit`.
worker-died = Tiến trình đang tạo “{ $name }” đã tắt giữa chừng hai lần; các văn bản khác vẫn được tạo.
    .hint = Có thể bị treo, lỗi trong một thư viện, hoặc bị dừng vì thiếu bộ nhớ. Các tệp đã có của nó được giữ nguyên.

cluster-missing = Muốn làm trên cụm máy thì cần phần thêm `cluster`, máy này chưa cài.
    .hint = Chạy `pip install ketluan[cluster]`; không có nó thì các tiến trình của máy này làm.
cluster-silent = Bộ điều phối { $address } không trả lời: { $reason }
    .hint = Xem ở đó có đang chạy `dask scheduler` và từ đây có kết nối được không.
cluster-differs = Một máy của cụm có phiên bản chương trình, thư viện hoặc mẫu khác với máy này.
    .hint = Cài trên mọi máy đúng như ở đây, nếu không văn bản sẽ khác nhau từng byte.

### PDF

pdf-not-made = Chưa tạo được PDF: { $missing ->
        [font] chưa có phông chữ có bề rộng như Times New Roman và đủ chữ tiếng Việt
       *[pango] chưa nạp được thư viện Pango
    } ({ $detail }). Tệp Word vẫn được tạo.
    .hint = Chạy `ketluan doctor` để xem cần cài gì.
pdf-complaint = Khi tạo PDF: { $detail }.
    .hint = Sửa mẫu trình bày; PDF chưa được ghi vì có thể khác bản Word.
render-formats-differ = Bản Word và bản PDF nói khác nhau sau “{ $before }”: Word có “{ $word }”, PDF có “{ $pdf }”.
    .hint = Sửa mẫu trình bày đã bỏ sót hoặc đổi phần này; cả hai tệp chưa được ghi.
pdf-other-font = PDF dùng phông chữ “{ $font }” ngoài phông chữ của văn bản.
    .hint = Tìm ký tự mà phông chữ của văn bản không có, hoặc phông chữ khác trong mẫu trình bày.

### Mẫu

template-missing = Thiếu tệp mẫu “{ $name }”.
    .hint = Xem lại loại văn bản (`kind`), hoặc tên tệp trong `templates/`.
template-syntax = Chưa hiểu mẫu tại dòng này: { $problem }.
    .hint = Xem dấu ngoặc và thẻ Jinja của dòng.
template-undefined = Mẫu dùng tên không có: “{ $text }”.{ nearest }
    .hint = Sửa tên; các tên dùng được ghi tại docs/template-guide.md, mục “What a template may print”.
template-part-undefined = Mẫu dùng tên không có: { $problem }.
    .hint = Sửa tên (docs/template-guide.md, mục “What a template may print”). `terms.TÊN` phải được khai tại `terms` của `kind.yaml` cho loại cuộc này.
template-unprintable = Dòng này in cả một danh sách, một nhóm tên hoặc một hàm như một giá trị.
    .hint = In từng mục {"{"}% for … %{"}"} hoặc nối bằng {"{{"} … |together {"}}"}; của một nhóm thì in một tên trong đó, như subject.full.
template-unsafe = Mẫu làm việc không được phép: { $problem }.
    .hint = Mẫu chỉ đọc dữ liệu của cuộc kiểm tra.
template-forbidden = Mẫu dùng { $what }, là điều mẫu không được dùng.
    .hint = Bỏ đi; giá trị in ra như dữ liệu ghi.
template-failed = Mẫu “{ $name }” dừng giữa chừng: { $problem }.
    .hint = Giá trị chỉ in ra, đưa qua bộ lọc hoặc hỏi có hay không (if); không nối, cắt, so sánh được.
template-too-long = Mẫu “{ $name }” cho ra { $problem } ký tự, quá dài cho một văn bản.
    .hint = Xem vòng lặp trong mẫu.
template-subject = Mẫu “{ $text }” phải cho ra đúng một dòng.
    .hint = Trích yếu là một dòng, không có dòng trống hay phụ lục.
template-empty = Mẫu “{ $text }” không cho ra đoạn nào, nên văn bản không có nội dung.
    .hint = Xem các điều kiện if của mẫu: tên ghi trong đó có giá trị hay không.
template-annex-title = Phụ lục “{ $text }” phải mở đầu bằng tên (dòng bắt đầu bằng # ).
    .hint = Thêm dòng tên ngay sau dòng mở phụ lục.
template-annex-open = Phụ lục “{ $text }” chưa được đóng.
    .hint = Thêm dòng ::: sau dòng cuối của phụ lục.
template-fence = Chưa hiểu dòng “{ $text }”.
    .hint = Dùng ::: annex id=... , ::: table TÊN, hoặc ::: để đóng.
template-table-part = Bảng các ô được sửa cần số thứ tự của một nhóm ô: “{ $text }” không phải.
    .hint = Trong vòng lặp `correction.groups`, ghi ::: table TÊN và loop.index.
template-table-unknown = Loại văn bản này không có bảng “{ $text }”.
    .hint = Sửa tên bảng, hoặc thêm tệp của bảng vào thư mục của loại văn bản.
template-stray-mark = Mẫu có dấu không thành cặp: “{ $text }”.
    .hint = Chữ đậm là **đậm**, chữ nghiêng là *nghiêng*; muốn in dấu thì ghi \ trước dấu.
template-reference = Mẫu có tham chiếu chưa dùng được: “{ $text }”.
    .hint = Sửa tham chiếu trong mẫu.

### Trình bày (tệp mẫu Word, HTML, CSS)

layout-not-word = Tệp này không phải tệp Word, hoặc đã hỏng{ GIVEN($part) ->
        [yes] {" "}({ $part }: { $detail })
       *[no] {""}
    }.
    .hint = Lấy lại tệp mẫu gốc, hoặc mở bằng Word rồi lưu lại.
layout-tag-broken = Chưa hiểu thẻ trong mẫu trình bày{ GIVEN($tag) ->
        [yes] , đoạn { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Sửa thẻ tại chỗ này; thẻ mở phải có thẻ đóng.
layout-tag-fails = Thẻ trong mẫu trình bày dừng giữa chừng{ GIVEN($tag) ->
        [yes] , đoạn { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Sửa thẻ tại chỗ này.
layout-name-unknown = Mẫu trình bày dùng tên không có{ GIVEN($tag) ->
        [yes] , đoạn { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Sửa tên; các tên dùng được ghi trong tài liệu về mẫu.
layout-fetches = Mẫu trình bày gọi tới “{ $address }”; văn bản không lấy gì từ bên ngoài.
    .hint = Bỏ địa chỉ này khỏi mẫu trình bày.
value-not-printed = “{ $text }” (`{ $field }`) không có trong văn bản này.
    .hint = Xem mẫu lời văn của loại văn bản, hoặc bỏ đoạn này khỏi dữ liệu.
column-value-unknown = Cột “{ $text }” chưa có: bảng này in được { $choices }.
    .hint = Dùng một trong các tên trên.
own-field-name = Tên trường “{ $text }” chưa dùng được.
    .hint = Dùng chữ thường không dấu, chữ số, gạch dưới, bắt đầu bằng chữ: thoi_gian; trừ các tên mà mẫu câu hiểu khác, như items, values.
annex-not-mentioned = Phần nội dung chưa dẫn đến { $label } (`{ $id }`).
    .hint = Thêm “(chi tiết tại [[#{ $id }]] kèm theo)” vào đoạn có liên quan, hoặc bỏ phụ lục tại `annexes`.

### Quy tắc soát lỗi (lời của từng quy tắc ở generator/checks/rules)

rules-not-checked = Chưa soát được { $count } quy tắc ({ $rules }): { $reason }. Kết quả này không có nghĩa là văn bản đạt các quy tắc đó.
    .hint = Do lỗi được nêu cùng báo cáo thì sửa lỗi đó trước; xem một quy tắc cần gì: `ketluan explain MÃ`.
rule-not-checked = Chưa soát được quy tắc { $rule }: { $reason }. Kết quả này không có nghĩa là văn bản đạt quy tắc đó.
    .hint = Xem quy tắc này cần gì: `ketluan explain { $rule }`.
ignore-unknown = Mục `ignore` nêu “{ $rule }”, nhưng không có quy tắc soát lỗi nào như vậy.
    .hint = Sửa mã quy tắc; xem danh sách bằng `ketluan explain`.
ignore-unused = Quy tắc { $rule } được bỏ qua, nhưng không tìm thấy điểm nào trái quy tắc này.
    .hint = Xóa mục này khỏi `ignore`, để không che điểm cần sửa về sau.
word-unfit = “{ $text }” trong danh sách từ không phải là một từ hoặc cụm từ.
    .hint = Mỗi dòng một từ hoặc cụm từ chỉ gồm chữ cái, nhiều nhất { $limit } âm tiết; dòng bắt đầu bằng # là ghi chú.
annex-without-rows = Văn bản có phụ lục “{ $name }” mà chưa có gì để liệt kê.
    .hint = Nhập nội dung của bảng, hoặc bỏ phụ lục khỏi `annexes`.
file-code-not = “{ $text }” chưa phải mã hồ sơ.
    .hint = Ghi 4 đến 40 chữ, số, cách nhau bằng dấu chấm, gạch nối hoặc gạch chéo, ví dụ 000.00.12.H99-260115-0001.
file-twice = Hồ sơ “{ $code }” đã có trong danh sách, ở dòng { $line }.
    .hint = Bỏ một trong hai, hoặc sửa mã.
file-without-unit = Hồ sơ “{ $code }” chưa ghi đơn vị, trong khi có nhiều đơn vị.
    .hint = Ghi `unit`: mã tại `inspected_units`.
file-sample-unknown = Chưa có số liệu `kind: sample` nào mang mã “{ $text }”{ GIVEN($known) ->
        [yes] ; đã có: { $known }
       *[no] {""}
    }.{ nearest }
    .hint = Sửa mã, hoặc thêm mẫu kiểm tra tại `figures`.
file-sample-more = Danh sách có nhiều hồ sơ của mẫu “{ $sample }” hơn số liệu: quá { $limit } hồ sơ { $what ->
        [passed] đạt
        [failed] không đạt
       *[other] đã kiểm tra
    }.
    .hint = Sửa danh sách hoặc số liệu.
file-days-order = Hồ sơ được tiếp nhận sau { $which ->
        [due] ngày hẹn trả
       *[other] ngày trả
    }.
    .hint = Sửa một trong hai ngày.
file-returned-and-pending = Hồ sơ có ngày trả, lại ghi là chưa trả.
    .hint = Giữ `returned` hoặc `pending: có`.
figure-field-twice = Lĩnh vực “{ $text }” đã có trong số liệu này.
    .hint = Cộng hai dòng lại, hoặc sửa tên.
figure-level-unknown = Tên được đặt cho mức “{ $text }” mà khảo sát không có; các mức: { $known }.
    .hint = Đặt tên cho mức có tại `levels`.
paper-private = Văn bản được công khai mà câu này có dữ liệu cá nhân (“{ $found }”, khai tại { $where }).
    .hint = Bỏ khỏi câu, dẫn tới danh sách kèm theo biên bản; hoặc không tạo bản công khai. Hồ sơ của cơ quan, tổ chức: `private: không`.
paper-without-private = Văn bản được công khai nên không in { $count } dữ liệu cá nhân đã khai.
    .hint = Muốn có bản đầy đủ thì bỏ `--edition publication` và `publish`.
paper-published-internal = Văn bản chỉ lưu hành nội bộ thì không công khai được.
    .hint = Bỏ `circulation`, hoặc không công khai văn bản.
paper-not-published = Nơi nhận ghi đăng tải (“{ $text }”) mà `publish: không` nói là không công khai.
    .hint = Sửa một trong hai.
part-named-total = Thành phần không được đặt tên là “total”; “total” là tổng số.
    .hint = Đổi tên thành phần, hoặc ghi tổng số tại `total`.
share-of-nothing = Tỷ lệ “{ $text }” không có thành phần cùng tên; các thành phần: { $known }.
    .hint = Sửa tên tỷ lệ theo tên thành phần.
time-not = “{ $text }” không phải giờ trong ngày.
    .hint = Ghi giờ và phút, ví dụ 8 giờ 30 hoặc 08:30.
value-drafter-mark = Ký hiệu người soạn thảo “{ $text }” chưa đúng dạng.
    .hint = Ghi chữ in hoa, dấu chấm, số bản trong ngoặc: PL.(300) (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 3).
month-not = Tháng “{ $text }” không có trong năm.
    .hint = Ghi từ 1 đến 12.
year-not = Năm “{ $text }” chưa dùng được.
    .hint = Ghi đủ bốn chữ số, ví dụ 2026.
annex-unknown = Loại văn bản này không có phụ lục “{ $text }”.
    .hint = Xem `annexes` trong `kind.yaml` của loại văn bản.
id-of-paper = Mã “{ $id }” đã là mã của một văn bản được viện dẫn.
    .hint = Đổi mã số liệu.

### Đọc tệp PDF do bất kỳ ai làm ra

pdf-too-large = Tệp PDF lớn { $size } MB; chỉ đọc tệp đến { $limit } MB.
    .hint = Lưu lại với hình ảnh nhỏ hơn, hoặc soát từng phần.
pdf-not-one = Tệp này không phải PDF: đầu tệp không có dấu hiệu của PDF.
    .hint = Mở văn bản trong chương trình đã soạn và lưu lại thành PDF.
pdf-locked = Tệp PDF có mật khẩu, hoặc được khóa theo cách không mở được ở đây, nên chưa đọc được.
    .hint = Lưu một bản không có mật khẩu rồi soát bản đó.
pdf-damaged = Tệp PDF bị hỏng hoặc không trọn vẹn: không đọc được các trang.
    .hint = Lấy lại tệp, hoặc mở tệp rồi lưu lại thành PDF.
pdf-too-many-pages = Tệp PDF có hơn { $limit } trang, hoặc danh sách trang không có điểm cuối.
    .hint = Soát từng phần.
pdf-too-much = Tệp PDF đòi hỏi nhiều công xử lý hơn mọi văn bản, nên đã thôi đọc.
    .hint = Mở tệp rồi in lại thành PDF; tệp của người gửi không quen biết thì không nên mở.

### Đọc văn bản hoàn chỉnh ở mọi dạng tệp

paper-too-large = Tệp lớn { $size } MB; chỉ đọc văn bản đến { $limit } MB.
    .hint = Lưu lại với hình ảnh nhỏ hơn, hoặc soát từng phần.
paper-not-regular = Đây là thư mục hoặc tệp đặc biệt, không phải văn bản.
    .hint = Chỉ ra tệp .docx, .pdf hoặc .txt.
paper-empty = Tệp trống.
    .hint = Lấy lại tệp.
paper-other-kind = Tệp có đuôi .{ $named } nhưng thực chất là tệp .{ $kind }, nên chưa đọc.
    .hint = Đổi đuôi thành .{ $kind } nếu đúng là tệp cần soát.
paper-old-word = Đây là tệp Word cũ (.doc) hoặc tệp Word có mật khẩu, nên chưa đọc được.
    .hint = Mở trong Word và lưu thành .docx, không đặt mật khẩu.
copy-exists = Đã có tệp này với nội dung khác, nên chưa ghi bản sao.
    .hint = Thêm `--force` để ghi đè, hoặc `--out` để đặt vào thư mục khác.
copy-only-word = Chỉ tạo được bản ghi chú, bản đã sửa của tệp Word (.docx).
    .hint = Với PDF, mở tệp Word gốc.
paper-part-not-read = Tệp có { $what }, phần đó chưa được soát.
    .hint = Xem phần đó bằng mắt.
paper-picture = Tệp này là hình ảnh: không có lớp văn bản để đọc.
    .hint = Lấy tệp gốc đã dùng để in văn bản.
paper-kind-unread = Loại tệp này chưa đọc được; chỉ đọc .docx, .pdf và văn bản thuần.
    .hint = Lưu văn bản thành .docx hoặc PDF.
text-too-large = Văn bản thuần lớn { $size } MB; chỉ đọc đến { $limit } MB.
    .hint = Soát từng phần.
text-too-long = Văn bản thuần có hơn { $limit } dòng.
    .hint = Soát từng phần.

settings-unknown = Không có thiết lập `{ $field }`{ GIVEN($near) ->
        [yes] ; gần giống nhất: `{ $near }`
       *[no] {""}
    }.
    .hint = Các thiết lập có thể dùng: { $allowed }.
name-twice = Tên tệp “{ $name }” đã là của văn bản { $other }.
    .hint = Đổi mã văn bản, hoặc sửa `draft_name`, `signing_name`; nếu văn bản kia không còn thì xóa tệp cũ của nó.
write-outside = Chưa ghi: qua liên kết, chỗ này dẫn ra ngoài thư mục được phép ghi.
    .hint = Thay liên kết bằng thư mục hoặc tệp thường. Muốn ghi vào nơi khác thì dùng `--out THƯ-MỤC`.
file-replaced-alone = Tệp này đã được thay bằng bản mới, nhưng “{ $other }” thì chưa: hai tệp không còn khớp nhau.
    .hint = Đóng các tệp đang mở, xem dung lượng trống, rồi chạy lại.

### Mẫu trình bày của cơ quan: những gì được đi theo văn bản

layout-part-forbidden = Mẫu trình bày có phần “{ $part }”; phần này sẽ đi theo mọi văn bản nên không dùng được.
    .hint = Mở mẫu bằng Word, xóa bình luận, macro, đối tượng nhúng và dữ liệu XML riêng (Tệp, Thông tin, Kiểm tra tài liệu), rồi lưu lại dạng .docx.
layout-external = Mẫu trình bày dẫn ra ngoài tệp tới “{ $target }” ({ $part }).
    .hint = Bỏ liên kết này; hình ảnh phải nằm trong tệp, không dùng tệp mẫu đính kèm.
layout-markup-forbidden = Mẫu trình bày có “{ $what }” ({ $part }): thay đổi chưa chấp nhận, bình luận, đối tượng nhúng hoặc trường lấy nội dung từ nơi khác.
    .hint = Mở mẫu bằng Word, chấp nhận mọi thay đổi, xóa bình luận, đối tượng và trường này, rồi lưu lại.
layout-mark-lost = Mẫu trình bày không in dòng “{ $mark }” ở mọi nơi cần có.
    .hint = Dòng cuối trang cần `page_mark` ở mọi chân trang của mẫu Word và ở mẫu PDF; các dấu khác cần `draft_mark`, `urgency`, `circulation` trong phần chữ của cả hai mẫu, và `address` ở cuối trang thứ nhất.
layout-not-text = Tệp trình bày này không phải văn bản UTF-8.
    .hint = Lưu lại tệp với bảng mã UTF-8.
layout-value-small = Giá trị của `{ $key }` quá nhỏ: ít nhất là { $least }.
    .hint = So với `layout.yaml` gốc: cỡ chữ tính bằng point, độ dài bằng milimét.

### Mẫu trình bày riêng, kiểm tra trước khi dùng

layout-tag-open = Thẻ mở tại đây mà chưa đóng trong cùng đoạn; phần chữ phía sau sẽ mất: “{ $tag }”.
    .hint = Đóng thẻ trong cùng đoạn, không bấm Enter giữa thẻ.
layout-tag-cut = Giữa thẻ “{ $tag }” có thứ không phải chữ (ngắt dòng, hình, trường); phần đó sẽ mất.
    .hint = Xóa thẻ rồi gõ lại liền một mạch.
layout-tag-refused = Thẻ “{ $tag }” không dùng trong mẫu trình bày.
    .hint = In bằng thẻ thường, `runs(...)` hoặc `lines(...)`; bảng lấy độ rộng và ô gộp từ dữ liệu.
layout-tag-percent = Trong thẻ “{ $tag }” có dấu phần trăm hoặc dấu ngoặc nhọn nên không nhận ra được thẻ.
    .hint = Viết nội dung thẻ không dùng dấu % và dấu ngoặc nhọn.
layout-tag-misplaced = Thẻ “{ $tag }” bỏ đi { $kind } chứa nó, nhưng không nằm trong phần nào như vậy; phần đứng trước sẽ mất.
    .hint = Đặt thẻ vào một dòng của bảng, hoặc dùng thẻ cho đoạn, tức thẻ có chữ p.
layout-tag-eats = Thẻ “{ $tag }” bỏ đi { $kind } cùng mọi thứ trong đó, ở đây là “{ $lost }”.
    .hint = Để thẻ đứng một mình; chuyển phần đứng cạnh ra trước hoặc ra sau.
layout-loop-in-paragraph = Vòng lặp “{ $tag }” chạy bên trong một đoạn: những gì in ra dính liền nhau.
    .hint = Đặt vòng lặp một mình trong một đoạn với chữ p trước `for`, hoặc trong một dòng của bảng với chữ tr.
layout-style-missing = Mẫu trình bày dùng kiểu “{ $style }” mà không có kiểu này; Word in phần đó như chữ thường.
    .hint = Chép kiểu từ `van-ban.docx` gốc của chương trình, hoặc chọn kiểu khác.
layout-text-lost = Văn bản thử có “{ $text }” mà mẫu trình bày này không in ra.
    .hint = Đặt lại thẻ in phần này; so với `van-ban.docx` gốc của chương trình.

### Ảnh

photo-not-picture = Tệp này không phải ảnh: nội dung không phải JPEG hay PNG.
    .hint = Lưu lại dạng JPEG hoặc PNG.
photo-broken = Ảnh này bị hỏng hoặc thiếu phần cuối.
    .hint = Mở ra rồi lưu lại dạng JPEG hoặc PNG, hoặc lấy lại ảnh gốc.
photo-too-many-pixels = Ảnh này có { $width } × { $height } điểm ảnh; nhiều nhất là { $limit } triệu.
    .hint = Thu nhỏ ảnh; rộng 2000 điểm ảnh là đủ cho một trang.
photo-outside = Ảnh này nằm ngoài dự án.
    .hint = Chép ảnh vào thư mục của tệp YAML rồi ghi tên tệp.
photo-colours = Ảnh này dùng hệ màu của nhà in (CMYK), văn bản không nhận.
    .hint = Lưu lại với hệ màu RGB.

### Tệp Word được đọc

word-not-word = Tệp này không phải tệp Word.
    .hint = Mở bằng Word rồi lưu dạng “Word Document (.docx)”.
word-other-kind = Tệp này thuộc loại { $kind }, không phải tệp Word.
    .hint = Dùng văn bản dạng .docx, hoặc PDF có chữ.
word-old-format = Tệp này là tệp Word kiểu cũ (.doc).
    .hint = Mở bằng Word rồi lưu dạng “Word Document (.docx)”.
word-encrypted = Tệp được đặt mật khẩu.
    .hint = Mở bằng Word, bỏ mật khẩu (Tệp, Thông tin), rồi lưu thành tệp khác.
word-macros = Tệp có macro; chương trình không mở tệp như vậy.
    .hint = Lưu lại bằng Word dạng “Word Document (.docx)”, không có macro.
word-damaged = Tệp đã hỏng: không giải nén được các phần của tệp.
    .hint = Lấy lại tệp gốc, hoặc mở bằng Word rồi lưu lại.
word-part-broken = Phần “{ $part }” của tệp đã hỏng: { $detail }.
    .hint = Mở tệp bằng Word rồi lưu lại.
word-part-missing = Tệp không có phần “{ $part }” mà tệp Word nào cũng có.
    .hint = Lấy lại tệp gốc, hoặc mở bằng Word rồi lưu lại.
word-part-twice = Tệp có hai phần cùng tên “{ $part }”: hai chương trình có thể đọc ra hai nội dung khác nhau.
    .hint = Mở bằng Word, xem lại nội dung, rồi lưu lại.
word-part-too-large = Phần “{ $part }” có hơn { $limit } MB chữ, quá lớn đối với một văn bản.
    .hint = Chia tài liệu thành nhiều tệp.
word-too-large = Tệp có hơn { $limit } MB, quá lớn đối với một văn bản.
    .hint = Giảm dung lượng hình ảnh, hoặc chia thành nhiều tệp.
word-unpacks-too-large = Giải nén ra, tệp sẽ có hơn { $limit } MB, hoặc lớn hơn nhiều so với dung lượng của tệp.
    .hint = Chỉ mở khi biết rõ nguồn gốc của tệp; sau đó lưu lại bằng Word.
word-strict = Tệp ở dạng “Strict” của định dạng: đọc được, nhưng không tạo được bản sao có thay đổi.
    .hint = Lưu lại bằng Word dạng “Word Document (.docx)”.
word-signed = Tệp đã được ký số; bản sao có thay đổi sẽ làm chữ ký mất giá trị.
    .hint = Dùng tệp trước khi ký số.
word-no-paragraph = Tệp không có đoạn nào để gắn nhận xét.
    .hint = Xem danh sách nhận xét thay cho bản sao.
word-too-many-parts = Tệp có hơn { $limit } phần, quá nhiều đối với một văn bản.
    .hint = Mở tệp bằng Word rồi lưu lại.

### Bảng tính (.xlsx, .csv) được đọc

sheet-other-kind = Không đọc số liệu từ tệp loại “{ $kind }”: chỉ đọc .xlsx và .csv.
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx.
sheet-old-or-encrypted = Tệp là bảng tính kiểu cũ (.xls) hoặc được đặt mật khẩu.
    .hint = Mở tệp, bỏ mật khẩu, rồi lưu dạng .xlsx.
sheet-not-workbook = Tệp này không phải bảng tính .xlsx.
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx.
sheet-macros = Bảng tính có macro; chương trình không mở tệp như vậy.
    .hint = Lưu lại dạng .xlsx, không có macro.
sheet-too-many-parts = Bảng tính có hơn { $limit } phần, quá nhiều đối với một tệp số liệu.
    .hint = Chép vùng số liệu sang một tệp mới.
sheet-unpacks-too-large = Giải nén ra, bảng tính sẽ có hơn { $limit } MB, hoặc lớn hơn nhiều so với dung lượng của tệp.
    .hint = Chép vùng số liệu sang một tệp mới.
sheet-part-twice = Bảng tính có hai phần cùng tên: hai chương trình có thể đọc ra hai nội dung khác nhau.
    .hint = Mở tệp, xem lại nội dung, rồi lưu lại.
sheet-part-broken = Phần “{ $part }” của bảng tính đã hỏng hoặc có khai báo không được phép.
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.
sheet-too-many-cells = Một trang tính có hơn { $limit } ô, kể cả ô đã gộp.
    .hint = Chép vùng số liệu sang một tệp mới.
sheet-damaged = Không đọc được bảng tính: tệp đã hỏng.
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.
sheet-csv-broken = Tệp CSV có dấu nháy chưa đóng hoặc đặt sai chỗ.
    .hint = Lưu lại tệp dạng “CSV UTF-8”.
sheet-missing = Không biết lấy trang tính nào của “{ $file }”; tệp có: { $known }.
    .hint = Ghi tên trang tính ở `sheet`.
sheet-hidden = Số liệu được lấy từ trang tính đang ẩn “{ $cell }” của “{ $file }”.
    .hint = Xem lại trang tính này có đúng là nguồn số liệu không.
sheet-range-not = “{ $text }” không phải vùng ô có số liệu của “{ $file }”.
    .hint = Vùng ô gồm cả hàng tiêu đề và hàng số liệu, ví dụ A4:M12.
sheet-no-headings = Không cột nào của “{ $file }” ({ $cell }) có tiêu đề của loại số liệu này.
    .hint = Vùng ô bắt đầu từ hàng tiêu đề; tiêu đề được nhận ra nêu ở docs/spreadsheets.md.
sheet-heading-twice = Ở “{ $file }” ({ $cell }), hai cột cùng là { $field }.
    .hint = Thu hẹp vùng ô, hoặc sửa tiêu đề.
sheet-heading-number = Ở “{ $file }” ({ $cell }), tiêu đề là { $field } nhưng số thứ tự cột là { $other }.
    .hint = Sửa tiêu đề hoặc số thứ tự cột.
sheet-heading-unknown = Cột “{ $text }” ({ $cell }) của “{ $file }” không được lấy; gần giống nhất: “{ $near }”.
    .hint = Sửa tiêu đề nếu cột này là số liệu cần lấy.
sheet-parts-columns = Ở “{ $file }” ({ $cell }), cần hai cột có tiêu đề { $known }.
    .hint = Mỗi hàng là một thành phần: mã và số lượng.
sheet-part-twice-named = Ở “{ $file }” ({ $cell }), mã “{ $text }” đã có ở hàng { $row }.
    .hint = Mỗi mã một hàng.
sheet-row-missing = Vùng ô của “{ $file }” ({ $cell }) không có hàng “{ $text }” nào để lấy.
    .hint = Ghi ở `row` đúng chữ trong cột tên của hàng.
sheet-rows-several = Vùng ô của “{ $file }” ({ $cell }) có nhiều hàng lấy được: { $rows }.
    .hint = Ghi ở `row` chữ trong cột tên của hàng cần lấy, hoặc thu hẹp vùng ô.
sheet-cell-merged = Ô { $cell } của “{ $file }” là ô đã gộp: không rõ số là của cột, hàng nào.
    .hint = Bỏ gộp ô rồi gõ số vào đúng ô.
sheet-cell-not-number = Ô { $cell } của “{ $file }” là “{ $text }”, không phải số.
    .hint = Đổi định dạng ô thành số rồi gõ lại.
sheet-cell-error = Ô { $cell } của “{ $file }” là lỗi tính toán { $text }.
    .hint = Sửa công thức, rồi lưu lại tệp.
sheet-cell-not-computed = Ô { $cell } của “{ $file }” là công thức { $text } chưa có kết quả lưu trong tệp.
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.
sheet-cell-elsewhere = Ô { $cell } của “{ $file }” là công thức { $text } lấy số từ tệp khác.
    .hint = Chép giá trị (Dán đặc biệt, Giá trị) vào ô này.
sheet-cell-unreadable = Ô { $cell } của “{ $file }” chứa chữ không đọc được: “{ $text }”.
    .hint = Gõ lại ô này.
sheet-typed-differs = Số gõ trong tệp là “{ $typed }”, ô { $cell } của “{ $file }” là “{ $text }”.
    .hint = Xóa số đã gõ, hoặc sửa cho khớp.

sheet-form-extra = Trang tính “{ $text }” không phải của phiếu; nội dung ở đó không được đọc.
    .hint = Chuyển nội dung vào trang tính của phiếu, rồi xóa trang này.
sheet-form-missing = Phiếu thiếu trang tính “{ $text }”.
    .hint = Dùng phiếu mới (`ketluan new MÃ --form`) và chép nội dung sang.
sheet-form-path = Ô { $cell } là “{ $text }”, không phải tên trường của trang tính này.
    .hint = Hàng 3 của phiếu giữ nguyên như khi tạo.
sheet-form-column = Trang tính thiếu cột `{ $text }` (ô { $cell }).
    .hint = Hàng 3 của phiếu giữ nguyên như khi tạo; cột không dùng thì để trống.
sheet-form-stray = Ô { $cell } có “{ $text }” nhưng nằm ngoài các cột, các dòng của phiếu.
    .hint = Chuyển vào đúng ô của phiếu, hoặc xóa.
sheet-form-date = Ô { $cell } đã bị đổi thành ngày { $text }.
    .hint = Đổi định dạng ô thành chữ (Text) rồi gõ lại.
sheet-form-phrase = Ô { $cell }: hàng này vừa có đoạn văn vừa có câu mẫu.
    .hint = Giữ một trong hai: xóa đoạn văn, hoặc xóa câu mẫu và tham số của nó.
sheet-form-pairs = Ô { $cell }: “{ $text }” không có dạng “mã: giá trị”, hoặc mã đã có.
    .hint = Viết như “rat-hai-long: 3.906; hai-long: 1.297”.

sheet-no-tables = Văn bản không có phụ lục nào có bảng: không tạo tệp .xlsx.
    .hint = Bỏ xlsx khỏi `--only`.

### Sau khi ký: các bước, phát hành, lưu

document-unknown = Cuộc kiểm tra này không có văn bản “{ $text }”; các văn bản: { $known }.{ nearest }
    .hint = Xem mã tại `documents` của tệp.
document-not-one = Có nhiều văn bản loại “{ $text }”: { $known }.
    .hint = Ghi mã của văn bản.
step-out-of-turn = Văn bản đang ở trạng thái “{ $state }” nên chưa ghi được bước “{ $step }”. { GIVEN($next) ->
        [yes] Bước có thể ghi: { $next }.
       *[no] Trạng thái này không có bước tiếp theo.
    }
    .hint = Xem `ketluan state --help`; phát hành dùng `ketluan issue`.
step-without-reason = Bước “{ $step }” phải có lý do.
    .hint = Thêm `--reason "..."`.
step-not-signer = “{ $by }” không phải người ký văn bản này; người ký là “{ $signer }”.
    .hint = Ghi `--by { $signer }`, hoặc sửa `signer` rồi trình lại.
step-same-person = “{ $by }” đã { $other } chính bản này; nội dung và thể thức do hai người kiểm tra (Điều 12 Nghị định số 30/2020/NĐ-CP).
    .hint = Người khác thực hiện bước này.
step-unchecked = Bản này chưa có bước { $missing }: trước khi ký, nội dung do người đứng đầu đơn vị soạn thảo kiểm tra, thể thức do người được giao kiểm tra (Điều 12 Nghị định số 30/2020/NĐ-CP).
    .hint = Ghi bước còn thiếu bằng `ketluan state`; đã kiểm tra ở nơi khác thì ghi bước `da-ky` với `--reason "..."`, hoặc đặt `two_checks = "told"` tại `ketluan.toml`.
step-text-changed = Nội dung văn bản đã thay đổi sau bước “{ $step }” ngày { $day }.
    .hint = Ghi bước `tra-lai` có lý do, rồi trình ký lại bản mới (khoản 2 Điều 11 Nghị định số 30/2020/NĐ-CP).
issue-unnumbered = { $kind } không có số, ký hiệu.
    .hint = Bỏ `--number`.
issue-number-missing = Chưa ghi số được cấp.
    .hint = Thêm `--number SỐ`; ký hiệu là { $symbol }.
issue-symbol = Số “{ $text }” không có ký hiệu “{ $symbol }” của văn bản này.
    .hint = Ghi riêng phần số, hoặc sửa ký hiệu tại `symbol` rồi trình lại.
issue-leading-zero = Số “{ $text }” nhỏ hơn 10 phải có số 0 ở trước: { $number }.
    .hint = Ghi `--number { $number }`.
issue-typed-otherwise = Tệp đã gõ “{ $typed }”, khác với “{ $given }” vừa ghi.
    .hint = Đối chiếu với sổ đăng ký; sửa chỗ sai rồi chạy lại.
issue-day-future = Ngày ban hành { $day } ở sau hôm nay ({ $today }).
    .hint = Ghi ngày được cấp.
issue-day-before-signature = Ngày ban hành { $day } ở trước ngày ghi bước “đã ký” ({ $signed }).
    .hint = Đối chiếu ngày trên hệ thống; số, ngày được cấp sau khi ký.
issue-signed-missing = Văn bản điện tử phải có tệp đã ký.
    .hint = Thêm `--signed TỆP.pdf` tải về từ hệ thống; văn bản giấy thì đặt `medium: giay`.
issue-folder-there = Thư mục này đã có trong kho văn bản phát hành.
    .hint = Chạy `ketluan verify`.
issue-undone = Lần phát hành trước bị ngắt trước khi hoàn thành; đã bỏ, chưa có gì được ghi.
    .hint = Chạy lại `ketluan issue` cho văn bản đó.
issue-finished = Lần phát hành trước bị ngắt giữa chừng; đã hoàn thành nốt.
    .hint = Chạy `ketluan verify` để chắc chắn.
issue-unfinished = Văn bản đã phát hành: nhật ký đã có dòng của nó. Chưa đưa được mọi thứ vào đúng chỗ.
    .hint = Không phát hành lại. Khắc phục nguyên nhân; lệnh tiếp theo sẽ hoàn thành nốt.
issue-yaml-changed = Tệp này đã được sửa trong lúc phát hành, nên số và ngày chưa được ghi vào.
    .hint = Ghi số, ngày như trong nhật ký, rồi chạy `ketluan verify`.
issued-says-otherwise = Dữ liệu hoặc lời văn mẫu hiện nay cho ra văn bản khác bản đã phát hành ngày { $day }; bản đã phát hành được giữ nguyên.
    .hint = Xem khác chỗ nào: `ketluan diff { $inspection } { $paper }`. Sửa bản đã phát hành bằng văn bản đính chính hoặc sửa đổi, bổ sung.
correct-not-issued = Văn bản chưa phát hành, nên sửa thẳng trong tệp YAML.
    .hint = Dự thảo tạo lại bằng `ketluan build`; văn bản đang trình ký thì ghi bước `tra-lai` trước.
correct-nothing = Dữ liệu hiện nay cho ra đúng văn bản đã phát hành: không có gì để sửa.
    .hint = Sửa dữ liệu sai trước rồi chạy lại; thu hồi thì thêm `--as thu-hoi`.
correct-other-instrument = Hình thức đề xuất là “{ $proposed }”, không phải “{ $instrument }”: tại { $where }, “{ $old }” → “{ $new }” (khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP).
    .hint = Bỏ `--as`, hoặc nêu lý do: `--reason "..."`.
correct-no-kind = Chưa có loại văn bản nào để “{ $instrument }” một văn bản loại `{ $kind }`.
    .hint = Thêm một thư mục trong `templates/` có `corrects: { $instrument }` và `corrected_kinds`.
correct-uncovered = Dữ liệu hiện nay khác bản đã phát hành tại { $where }, “{ $old }” → “{ $new }”, nhưng văn bản này không sửa chỗ đó.
    .hint = Thêm vào `places` (chạy lại `ketluan correct` để có sẵn), hoặc trả dữ liệu về như bản đã phát hành.
correct-unreached = Nơi nhận của văn bản cũ chưa có trong văn bản này: “{ $text }”.
    .hint = Thêm vào `addressees` hoặc `recipients`.
quote-not-there = Chữ “{ $text }” không có trong bản đã phát hành.
    .hint = Chép đúng chữ đã in.
quote-not-once = Chữ “{ $text }” có { $times } lần tại { $where } của bản đã phát hành, phải có đúng một lần.
    .hint = Trích thêm chữ đứng cạnh, hoặc sửa `where`.
quote-other-page = Chữ “{ $text }” không ở trang { $page } mà ở trang { $pages } của bản đã phát hành.
    .hint = Sửa `page`.
journal-broken = Từ dòng này, nhật ký không còn khớp với các dòng trước: có dòng bị sửa, bị thêm hoặc bị mất.
    .hint = Không ghi thêm gì. Lấy lại `journal.jsonl` từ bản sao lưu rồi chạy `ketluan verify`.
journal-cut = Nhật ký đã có { $known } dòng, nay không còn đủ các dòng đó (có { $count } dòng): phần cuối bị cắt hoặc bị thay.
    .hint = Không ghi thêm gì. Lấy lại `journal.jsonl` từ bản sao lưu rồi chạy `ketluan verify`.
journal-head-broken = Tệp ghi điểm cuối của nhật ký bị mất hoặc bị sửa.
    .hint = Không ghi thêm gì. Lấy lại `journal.head` cùng `journal.jsonl` từ bản sao lưu rồi chạy `ketluan verify`.
record-broken = Hồ sơ của văn bản đã phát hành không đọc được.
    .hint = Lấy lại thư mục này từ bản sao lưu.
signed-mark = Tệp đã ký có thêm: “{ $text }”.
signed-differs = Tệp đã ký khác bản đã duyệt, sau “{ $before }”: bản đã duyệt “{ $ours }”, tệp đã ký “{ $signed }”.
    .hint = Kiểm tra xem có đúng tệp của văn bản này, đúng số và ngày không.
signed-page-differs = Trang { $page } tệp đã ký khác bản đã duyệt, sau “{ $before }”: bản đã duyệt “{ $ours }”, { GIVEN($signed) ->
        [no] tệp đã ký không thấy.
       *[yes] tệp đã ký “{ $signed }”.
    }
    .hint = Kiểm tra xem có đúng tệp của văn bản này, đúng số và ngày, có gì che mất chữ không.
signed-added = Trang { $page } tệp đã ký có thêm “{ $text }”, không phải dấu của chữ ký.
    .hint = Chỉ số, ngày và dấu của chữ ký được khác bản đã duyệt.
signed-filled-otherwise = Trang { $page } tệp đã ký điền “{ $signed }”, số và ngày đã nhập là “{ $ours }”.
    .hint = Nhập lại số, ngày, hoặc tải đúng tệp.
signed-blank = Trang { $page } tệp đã ký còn để trống sau “{ $before }”: phải có “{ $ours }”.
    .hint = Chỗ trống trên phụ lục chỉ được nhắc; số, ngày ở đầu văn bản phải điền.
signed-unseen = Trang { $page } tệp đã ký có chữ không nhìn thấy (chữ trắng, chữ bị che): “{ $text }”.
    .hint = Chỉ số, ngày và dấu của chữ ký được khác bản đã duyệt.
signed-struck = Trang { $page } tệp đã ký có gạch ngang “{ $text }”.
    .hint = Chỉ số, ngày và dấu của chữ ký được khác bản đã duyệt.
signed-annotation = Trang { $page } tệp đã ký có chú thích { $kind } không rõ hiện gì.
    .hint = Tải lại tệp gốc từ hệ thống, không ghi chú lên tệp.
signed-part = Tệp đã ký có phần không đọc được mà bản đã duyệt không có: { $part }.
    .hint = Tải lại tệp gốc từ hệ thống.
signed-pages = Tệp đã ký có { $signed } trang, bản đã duyệt { $ours } trang.
    .hint = Kiểm tra xem tệp có thiếu trang, thiếu phụ lục không.
signed-picture = Trang { $page } tệp đã ký có thêm { $count } hình (chữ ký, con dấu): xem lại bằng mắt.
verify-interrupted = Một lần phát hành bị ngắt; lệnh ghi tiếp theo sẽ hoàn thành hoặc bỏ.
    .hint = Chạy `ketluan state` hoặc `ketluan issue` khi cần.
verify-changed = Tệp không còn giống lúc phát hành ngày { $day }.
    .hint = Không gửi tệp này. Lấy lại bản gốc trên hệ thống quản lý văn bản hoặc bản sao lưu.
verify-file-added = Tệp này không có khi phát hành.
    .hint = Chuyển ra khỏi kho văn bản phát hành.
verify-without-line = Nhật ký không có dòng nào về văn bản này.
    .hint = Nhật ký bị cắt bớt, hoặc thư mục được chép vào; lấy lại nhật ký từ bản sao lưu.
verify-without-link = Nhật ký không có dòng nào ghi văn bản này đã làm gì với “{ $paper }”.
    .hint = Nhật ký bị cắt bớt; lấy lại nhật ký từ bản sao lưu.
verify-signature = Chữ ký số của tệp gốc chưa được kiểm chứng.
    .hint = Kiểm chứng bằng phần mềm của Ban Cơ yếu Chính phủ.
verify-yaml-missing = Không còn đọc được văn bản “{ $paper }” đã phát hành trong tệp YAML.
    .hint = Khôi phục tệp từ bản giữ tại `issued/`, thư mục `data/`.
verify-yaml-differs = Văn bản “{ $paper }” đã phát hành với số “{ $number }”, ngày { $day }; tệp YAML ghi khác.
    .hint = Sửa tệp YAML theo bản đã phát hành.

### Chỗ sửa trong Word

pull-no-anchors = Tệp Word này không có neo của bản dự thảo, nên không biết chữ nào từ đâu ra.
    .hint = Sửa trên tệp dự thảo do `ketluan build` tạo (không dùng `--clean`), lưu dạng .docx.
pull-anchors-damaged = Phần ghi nguồn của chữ trong tệp Word này đã hỏng.
    .hint = Tạo lại bản dự thảo, rồi sửa trên bản đó.
pull-unknown-paper = Dự án này không có văn bản “{ $paper }”.
    .hint = Chạy trong dự án đã tạo ra tệp Word, hoặc xem mã đã đổi.
pull-issued = Văn bản “{ $inspection }/{ $paper }” đã phát hành, nên dữ liệu của nó không sửa từ tệp dự thảo.
    .hint = Xem nên dùng văn bản nào để sửa: `ketluan correct { $inspection } { $paper }`.
pull-too-much = { $count } đoạn khác với bản đã in; chỉ đối chiếu tới { $limit } đoạn.
    .hint = Tệp này không còn là bản sửa của dự thảo; tạo lại dự thảo rồi sửa trên bản đó.
pull-comments-damaged = Tệp giữ ý kiến đã hỏng.
    .hint = Xóa tệp này rồi chạy lại `ketluan pull`.
pull-comment-unknown = Văn bản { $paper } không có ý kiến số { $number }.
    .hint = Xem số của từng ý kiến: `ketluan comments`.
file-removed = Đã bỏ tệp này: văn bản hoặc phụ lục làm ra tệp không còn.
file-left = Văn bản làm ra tệp này không còn, nhưng tệp đã được sửa tay nên được giữ lại.
    .hint = Xóa tệp nếu không cần nữa.
file-edited = Tệp này đã được sửa tay, nên được giữ tại { $kept }.
    .hint = Đưa chỗ sửa về tệp YAML: `ketluan pull { $kept }`.
file-edited-other = Tệp này đã bị đổi từ lần tạo trước, nên được giữ tại { $kept }.
    .hint = Xem lại tệp được giữ; không cần nữa thì xóa.

### Hồ sơ trình ký

paper-of-itself = Văn bản “{ $text }” không thể trình chính nó.
    .hint = Ghi ở `of` mã của văn bản được trình.
submit-too-long = `{ $field }` dài { $length } ký tự; trường này của hệ thống quản lý văn bản nhận { $limit } (NĐ 30/2020, Phụ lục VI). Tệp vẫn ghi đủ.
    .hint = Rút gọn ở đây, hoặc gõ bản rút gọn trên hệ thống.
submit-priority = Văn bản có dấu “{ $text }”; Phụ lục VI dành một chữ số cho mức độ khẩn (`Priority`) mà không nêu bảng mã, nên để trống.
    .hint = Chọn mức độ khẩn trên hệ thống.
submit-sheets-several = Có nhiều phiếu trình mà không phiếu nào một mình trình văn bản “{ $paper }”: { $known }.
    .hint = Ghi `of: { $paper }` ở đúng một phiếu trình.
submit-sheet-taken = Phiếu trình “{ $sheet }” không ghi trình văn bản nào; đã lấy cho “{ $paper }”.
    .hint = Ghi `of` ở phiếu trình.

### Sổ đăng ký văn bản đi

register-gaps = { GIVEN($kind) ->
        [yes] { $kind }
       *[no] Văn bản đi
    } năm { $year } của “{ $owner }”: các số { $numbers } không có trong chương trình.
    .hint = Là số cấp cho văn bản làm ngoài chương trình; đối chiếu với sổ của văn thư.
register-unnumbered = Có { $count } văn bản đã phát hành không có số, nên không vào sổ.
    .hint = Xem tại `issued/`.

### Kho lưu trữ

archive-file-changed = Tệp không còn giống lúc được ghi nhận; không đưa vào kho.
    .hint = Chạy `ketluan verify`; với tệp ở `output/`, chạy lại `ketluan build`.
archive-not-built = Văn bản chưa được tạo nên không có trong kho.
    .hint = Chạy `ketluan build`; với kho công khai, `ketluan build --edition publication`.
archive-paper-edited = Tệp của văn bản đã bị sửa bằng tay sau khi tạo; không đưa vào kho.
    .hint = Đưa chỗ sửa về dữ liệu (`ketluan pull`) rồi chạy `ketluan build`.
archive-paper-gone = Tệp của văn bản không còn ở `output/`.
    .hint = Chạy `ketluan build`.
archive-paper-stale = Văn bản trong kho chưa theo dữ liệu, mẫu hoặc chương trình hiện nay.
    .hint = Chạy `ketluan build`, rồi tạo lại kho.
archive-stale-public = Bản công khai được tạo từ thứ khác với hiện nay ({ $why }); không đưa vào kho công khai.
    .hint = Chạy `ketluan build --edition publication`, rồi tạo lại kho.
archive-issued-missing = Văn bản đã phát hành “{ $paper }” không có trong kho: không đọc được cuộc kiểm tra của văn bản.
    .hint = Sửa lỗi của tệp YAML đó, hoặc lấy lại tệp từ bản sao lưu.
archive-not-issued = Văn bản được đăng tải nhưng chưa phát hành, chưa có số và ngày; chưa có trong kho công khai.
archive-issued-not-public = Văn bản nay được đánh dấu đăng tải, nhưng lúc phát hành thì không; không đưa vào kho công khai.
archive-private = Trang công khai sẽ lộ nội dung không công khai được gõ ở đây; cuộc này không đưa vào kho công khai.
    .hint = Tìm nội dung này trong các đoạn văn của tệp và thay bằng lời không nêu tên, mã hồ sơ.
archive-name-unfit = Kho không nhận được tên tệp này: quá dài, trùng, hoặc dẫn ra ngoài.
archive-no-pictures = Kho không có ảnh trang đầu của văn bản, vì chưa có phần vẽ trang PDF.
    .hint = `pip install "ketluan[archive]"`.
archive-picture-failed = Không vẽ được trang đầu của tệp PDF này; văn bản vẫn có trong kho.
archive-place-unfit = Kho không thể nằm ở đây.
    .hint = Chọn thư mục ngoài `inspections/`, `templates/`, `output/`, `issued/`, không chứa dự án.
archive-not-ours = Ở đây đã có thứ không phải kho do chương trình tạo; không ghi đè.
    .hint = Chọn thư mục khác bằng `--out`, hoặc chuyển thứ đó đi.
archive-not-one = Không phải kho do chương trình tạo.
    .hint = Nêu thư mục có tệp `bagit.txt`.
archive-manifest-broken = Dòng này của danh sách tệp không thể do chương trình ghi.
    .hint = Lấy lại kho từ bản sao lưu, hoặc tạo lại bằng `ketluan archive`.
archive-file-differs = Tệp không còn giống lúc tạo kho.
    .hint = Lấy lại kho từ bản sao lưu, hoặc tạo lại bằng `ketluan archive`.
archive-file-missing = Tệp có trong danh sách nhưng không còn trong kho.
    .hint = Lấy lại kho từ bản sao lưu, hoặc tạo lại bằng `ketluan archive`.
archive-file-added = Tệp này không có trong danh sách của kho.
    .hint = Chuyển ra khỏi kho.
archive-file-unsealed = Danh sách của kho không có dấu của tệp này.
    .hint = Tạo lại bằng `ketluan archive`.
archive-link-dead = Liên kết “{ $link }” không dẫn tới đâu.
archive-link-outside = Liên kết “{ $link }” dẫn ra ngoài kho.
archive-pdf-unclaimed = Tệp PDF không tự nhận là PDF/A.
    .hint = Tệp do hệ thống khác trả về có thể như vậy; giữ nguyên và ghi lại nguồn.
archive-pdf-untrue = Tệp PDF không đúng chuẩn mà nó tự nhận: { $detail }.
archive-pdf-not-validated = Chưa kiểm được chuẩn của tệp PDF: { $detail }.
archive-no-verapdf = { $count } tệp PDF chưa được kiểm theo PDF/A, vì chưa có veraPDF.
    .hint = `pip install "ketluan[pdfa]"`, rồi chạy lại.
archive-signatures = Chữ ký số trong { $count } tệp PDF chưa được kiểm chứng.
    .hint = Kiểm chứng bằng phần mềm của Ban Cơ yếu Chính phủ.
archive-seal-unknown = Chưa biết cả kho có bị thay bằng kho khác hay không; dấu của kho: { $seal }.
    .hint = So với dấu mà `ketluan archive` đã in khi tạo kho, giữ ở nơi khác.

### Changed papers

changes-no-manifest = Không phải thư mục văn bản do `ketluan build` tạo: không có `manifest.json`.
changes-not-as-recorded = Tệp không còn như lúc được tạo; văn bản của tệp chưa được so sánh.
    .hint = Chạy `ketluan build` ở bản đó.
changes-no-pictures = Các trang chưa được so sánh và không có ảnh, vì chưa có phần vẽ trang PDF.
    .hint = `pip install "ketluan[archive]"`.
changes-page-undrawn = Không vẽ được một trang của tệp PDF này; văn bản chưa được so sánh.
changes-not-ours = Thư mục này có thứ không do `ketluan changes` tạo; không ghi vào.
    .hint = Chọn thư mục khác bằng `--out`.
