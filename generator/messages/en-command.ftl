# What the commands say: help, closing lines, words of tables. A message with attributes is a command with its options.

### Help in general

usage = Usage:
options = Options
commands = Commands
examples = Examples
options-metavar = [OPTIONS]
command-metavar = COMMAND [...]
version-line = ketluan { $version }

ketluan = Conclusion notices of inspections and their papers, in Word and PDF, after Decree 30/2020/NĐ-CP.
    .about = Each inspection is one YAML file in the folder `inspections/`; papers are made in the folder `output/`. Commands work from any folder inside the project.
    .lang = Language of the program: vi (Vietnamese) or en (English). KETLUAN_LANG sets it too.
    .project = The project folder (it holds `inspections/`). By default looked for from the current folder upwards.
    .quiet = Print errors and warnings only.
    .verbose = Print notes too, and every file, unchanged ones as well.
    .version = Print the version.
    .help = Print this help.
    .examples =
        ketluan new mau-kiem-tra --year 2026
        ketluan check
        ketluan build

build = Make the Word and PDF papers.
    .about = A paper whose content did not change is left as it is. One inspection with errors does not stop the others; its earlier papers are kept.
    .targets = ID or PATH
    .stage = du-thao (with the draft mark) or trinh-ky (only number and date are blank; refused if anything else is).
    .edition = outgoing (what leaves the house), archive (internal, PDF/A-3a with its data) or publication (without personal data).
    .only = Make these files only: docx, pdf, docx,pdf; with xlsx added also the tables of annexes for Excel.
    .force = Make everything again, unchanged papers too.
    .out = Folder of the papers, instead of `output/`.
    .dry-run = Only tell which files would change; write nothing.
    .strict = Treat warnings as errors.
    .clean = A Word draft without anchors (bookmarks, custom XML): for anyone outside the drafting unit.
    .jobs = How many processes work at once; without it as many as the machine has processors, and one for few inspections.
    .executor = Who works: local (processes of this machine) or dask (the workers of a Dask cluster; needs the extra `cluster`).
    .scheduler = Address of the scheduler of the cluster, as tcp://10.0.0.5:8786.
    .time-limit = Seconds that one paper may take; 0 is no limit.
    .memory-limit = Megabytes of memory that each process beside this one may take; 0 is no limit.
    .report = Also write what was done into the output folder: junit (`report.junit.xml`), json (`report.json`).
    .format = text (for people) or json (for programs).
    .examples =
        ketluan build
        ketluan build mau-mot-cua-cap-xa
        ketluan build inspections/2026 --only pdf
        ketluan build inspections/2026 --only docx,pdf,xlsx
        ketluan build mau-mot-cua-cap-xa --stage trinh-ky
        ketluan build -j 4 --report junit,json

pull = Bring what was edited in the Word file of a draft home into the YAML.
    .about = Tells every change, who remarked what, what goes where, and what cannot and why. It writes only after asking, or with `--yes`; the YAML file before is kept in `.ketluan/truoc-khi-sua/`. The exit code is 1 when something could not be brought home or was not written.
    .file = FILE.docx
    .yes = Write at once, without asking (for scripts).
    .format = text (for people) or json (for other programs).
    .examples =
        ketluan pull output/2026/DT_mau-mot-cua-cap-xa_tb-kl.docx
        ketluan pull edited-by-leader.docx --yes

comments = Show the comments of Word files that are still to be dealt with.
    .about = Comments are kept when `ketluan pull` runs, until they are ticked off.
    .paper = ID/PAPER
    .done = Tick off the comments with these numbers.
    .examples =
        ketluan comments
        ketluan comments mau-mot-cua-cap-xa/tb-kl --done 1,2

check = Check content and form: of inspections, or of anyone's Word files, PDFs and plain texts.
    .about = Prints everything to correct with its place. A file that is checked is not changed, and need not be in a project. The exit code is 1 when there are errors.
    .targets = ID or PATH
    .format = text (for people), json, sarif (editors, code hosts), github (annotations of GitHub Actions) or junit (CI servers).
    .select = Check these rules only: ids (D2) or the first letter of a group (A), set off by commas. For the ids: `ketluan explain`.
    .ignore = Leave these rules out, in this run only; to leave one out for good give a reason under `ignore` of the YAML file.
    .exit-zero = Exit with 0 even when there are errors.
    .annotate = Make a copy of a Word file with comments at the spots to correct (NAME.gop-y.docx).
    .fix = Make a copy of a Word file with those faults of form repaired that can be repaired safely (NAME.da-sua.docx); never words or figures.
    .cover-sheet = Make the check sheet on one page: content, form, two signatures (Word and PDF).
    .out = The folder for the copies; without it they stand beside what was checked.
    .force = Overwrite a copy that is there.
    .examples =
        ketluan check
        ketluan check mau-mot-cua-cap-xa
        ketluan check --select A,D2
        ketluan check thong-bao.docx --annotate --fix
        ketluan check ho-so/ tin.txt
        ketluan check inspections/2026 --format json

explain = Show a rule of `check`: what it asks, its clause, a wrong and a right sample.
    .about = Without an id, all rules are listed. The id of a rule stands before each thing to correct that `ketluan check` prints.
    .rule = RULE
    .examples =
        ketluan explain
        ketluan explain A1

new = Make the YAML file of a new inspection, with a comment on each part to fill in.
    .about = An existing file is never overwritten. What is not known yet stays `null`; a draft prints it as a blank.
    .id = ID
    .year = Year: the file is put in `inspections/YEAR/`.
    .form = Make an Excel form (.xlsx) to fill in instead of the YAML file; `ketluan import` reads the filled form.
    .examples =
        ketluan new mau-mot-cua-cap-xa --year 2026

import = Make the YAML file from a filled Excel form.
    .about = The form is made by `ketluan new --form`. All errors are told at once with their sheet and cell; while there are any, nothing is written. No file is overwritten.
    .form = FORM.xlsx
    .examples =
        ketluan import inspections/2026/mau-mot-cua-cap-xa.xlsx

state = Record a step of a paper: drafted, opinions, content checked, form checked, for signature, returned, signed.
    .about = Each step is a line of the journal `issued/journal.jsonl` with person and time; a line once written cannot be changed. A paper with blanks or errors cannot be put before the signer; one changed afterwards has to be put before him again. The signature needs both checks of this text (Decree 30/2020, Art. 12), or a reason.
    .id = ID
    .paper = PAPER
    .step = STEP
    .by = Who does it (key of `catalogues/people.yaml`); by default the variable KETLUAN_USER.
    .reason = Why; needed when a paper is returned, and when it is signed without both checks.
    .examples =
        ketluan state mau-mot-cua-cap-xa tb-kl soat-noi-dung --by tran-thi-b
        ketluan state mau-mot-cua-cap-xa tb-kl trinh-ky --by pham-thi-d
        ketluan state mau-mot-cua-cap-xa tb-kl tra-lai --by nguyen-van-a --reason "Bổ sung thời hạn"

submit = Make the folder to upload to the document system for signature.
    .about = In `output/trinh-ky/`: the clean PDF and Word of the paper, its separate annexes, the phiếu trình that goes with it, and `thong-tin.json`, `thong-tin.xml` with the fields of annex VI of Decree 30/2020. Refused like the step `trinh-ky`: with blanks or errors nothing is made. An earlier folder that differs is kept beside it.
    .id = ID
    .paper = PAPER
    .by = Also record the step `trinh-ky` by this person (key of `catalogues/people.yaml`); without it no step is recorded.
    .examples =
        ketluan submit mau-mot-cua-cap-xa tb-kl
        ketluan submit mau-mot-cua-cap-xa tb-kl --by pham-thi-d

issue = Record number and date of a signed paper and keep the issued copy.
    .about = Number and date are given by the clerk after the signature, never by the program. Of an electronic paper the signed file of the document system is taken in: it may differ by marks of signatures only. Files, data and catalogues of that moment are kept in `issued/` and never written again; the YAML file gets number and date.
    .id = ID
    .paper = PAPER
    .number = The number given: 45, or with its symbol 45/TB-UBND.
    .date = Date of issue.
    .signed = The signed PDF as the document system gave it back.
    .by = Who issues it (key of `catalogues/people.yaml`); by default the variable KETLUAN_USER.
    .examples =
        ketluan issue mau-mot-cua-cap-xa tb-kl --number 45 --date 18/5/2026 --signed da-ky.pdf --by dang-thi-g

correct = Draft the paper that corrects an issued one, from what the data now say otherwise.
    .about = The instrument is told by the fields (Decree 30/2020, Art. 18(3), (4)): errors of form and spelling are corrected by a letter; figures, dates of duties, units, obligations and legal bases are amended or replaced by a paper of the same form. The paper is added to `documents` of the YAML file as a draft; each place has where it stands, the page, what was printed and what replaces it.
    .id = ID
    .paper = PAPER
    .as = Another instrument than the proposed one, with a reason: dinh-chinh, sua-doi, thay-the, thu-hoi.
    .reason = Why that instrument; kept in the YAML file, never printed.
    .examples =
        ketluan correct mau-mot-cua-cap-xa tb-kl
        ketluan correct mau-mot-cua-cap-xa tb-kl --as thu-hoi

verify = Prove that issued papers, or an archive, are whole: every file, every link.
    .about = Without a folder the journal, the records and every issued file are looked at. With the folder of an archive that one is, wherever it lies and without a project: the seal of each file, missing and added ones, links, PDF/A. Writes nothing. The exit code is 1 when a file was changed, added or lost. What could not be proven is said.
    .archive = ARCHIVE
    .format = text (for people) or json (for other programs).
    .examples =
        ketluan verify
        ketluan verify archive

archive = Make the archive: a static site of all papers, in a BagIt package with the sha256 of every file.
    .about = Takes the papers that stand built in `output/` and those that were issued. It opens from a disk or any web server and requests nothing from outside; the full text is searched with or without diacritics. The same data give the same bytes. The old archive gives way only when the new one is complete.
    .public = The public archive: only papers that are published and issued, without personal data, without reconstructions from the press.
    .out = The folder of the archive, in place of `archive/` (public: `archive-public/`).
    .as-of = Judge the duties by this day; without it by the newest day that the data tell of.
    .format = text (for people) or json (for other programs).
    .examples =
        ketluan archive
        ketluan archive --as-of 16/7/2026
        ketluan archive --public --out /srv/www/results

register = The register of outgoing papers, by agency, kind and year (Decree 30/2020, Art. 16).
    .about = Read from the journal and the records of issued papers. The day of sending and the receipt stay empty for the pen; numbers given outside the program are not in it, and a note tells them.
    .year = YEAR
    .format = text (for people) or json (for other programs).
    .xlsx = Write the register to this Excel file, each book on a sheet.
    .print = Print each book (cover and the ten columns of annex IV) to Word and PDF in this folder.
    .force = Overwrite files that are there.
    .examples =
        ketluan register
        ketluan register 2026 --xlsx register.xlsx
        ketluan register 2026 --print register-2026

due = Which recommendations are overdue or due soon: by unit, the most pressing first.
    .about = With the state and the evidence told up to that day. Working days are counted by `catalogues/calendar.yaml`; where it does not know the days, the end is not known. Reconstructions from the press are left out unless asked for.
    .targets = ID|FILE
    .as-of = As of this day; without it today (time of Vietnam).
    .all = Also list what is done.
    .press = Also the reconstructions from the press.
    .format = text (for people) or json (for programs).
    .xlsx = Write the table to this Excel file.
    .ics = Write the last day of each time limit to this calendar file (.ics), for Outlook or a telephone.
    .force = Overwrite a file that is there.
    .examples =
        ketluan due
        ketluan due mau-mot-cua-cap-xa --as-of 16/7/2026
        ketluan due --all --xlsx due.xlsx

remind = Draft the reminder to the units that are overdue, into the YAML file.
    .about = The turn is counted by the reminders before it; signer and recipients are those of the last one. The YAML file as it was is kept.
    .id = ID
    .units = UNIT
    .as-of = The state as of this day; without it today (time of Vietnam).
    .reply-before = To be answered before this day; without it the draft has a blank.
    .examples =
        ketluan remind mau-mot-cua-cap-xa
        ketluan remind mau-mot-cua-cap-xa vd-c --as-of 20/7/2026 --reply-before 31/7/2026

list = List the inspections: type, date, units, papers, state.
    .about = Files that could not be read are listed too, with their errors; the exit code is 1 then.
    .format = text (for people) or json (for programs).
    .examples =
        ketluan list
        ketluan list --format json

show = Show one inspection: units, every computed figure, recommendations and deadlines, papers, diagnostics.
    .about = For comparing the figures with the reports of the units before papers are made.
    .id = ID
    .format = text (for people) or json (for programs).
    .examples =
        ketluan show mau-mot-cua-cap-xa

phrases = Show the phrases: usual results, limitations, causes and recommendations.
    .about = With a key: every version of that phrase, the seal of each, and the YAML that uses the newest.
    .phrase = PHRASE
    .format = text (for people) or json (for programs).
    .examples =
        ketluan phrases
        ketluan phrases hc-qua-han

schema = Print the JSON Schema of the YAML files, for an editor to complete and check while typing.
    .about = Editors follow the line `# yaml-language-server: $schema=...` at the top of each file (VS Code: the YAML extension).
    .output = Write to this file instead of printing.
    .write = Write to `inspections/.schema/inspection.schema.json`, where the YAML files point.
    .reference = Print the reference of all fields (Markdown) instead of the JSON Schema.
    .examples =
        ketluan schema --write
        ketluan schema --output inspection.schema.json

doctor = See whether this machine can make the papers: Python, libraries, fonts, templates, catalogues, write access.
    .about = Says exactly what to install when something is missing; the exit code is 1 then.
    .examples =
        ketluan doctor

### Wrong usage

usage-more = → { $command } --help
usage-no-command = There is no command “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Did you mean “{ $near }”?
       *[no] {""}
    }
usage-no-option = There is no option “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Did you mean “{ $near }”?
       *[no] {""}
    }
usage-missing = { $name } is missing.
usage-option-value = The option “{ $text }” was not given the value it needs.
usage-extra = “{ $text }” is one too many.
usage-scheduler = `--executor dask` and `--scheduler ADDRESS` go together.
usage-number = “{ $text }” is no value of { $name }: it takes a whole number from { $least } to { $most }.
usage-choice = “{ $text }” cannot be used for { $name }; it is one of: { $choices }.
usage-year = “{ $text }” is not a year from 1900 to 2100.
usage-target = There is no inspection or file “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Nearest: “{ $near }”.
       *[no] {""}
    }
usage-phrase = There is no phrase “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Nearest: “{ $near }”.
       *[no] {""}
    } For the list: `ketluan phrases`.
usage-rule = There is no rule “{ $text }”.{ GIVEN($near) ->
        [yes] {" "}Nearest: “{ $near }”.
       *[no] {""}
    } For the list: `ketluan explain`.
usage-id = “{ $text }” cannot be an ID: it has small letters without accents, figures and dashes, at most { $limit } characters.
usage-exists = The inspection “{ $text }” is already at { $file }; the file was left as it is.
usage-outside = Nothing is written outside the project folder: { $file }.
usage-other = The command is not understood: { $problem }

### Bugs of the program, interruptions

bug = The program met a bug of its own; no data was changed. The details are in { $file }.
    .hint = Send this file to those who look after the program. It may contain parts of an inspection.
bug-not-written = The program met a bug of its own ({ $problem }) and could not write a file with the details.
interrupted = Stopped. The files made before are intact.

### Severities

severity-error = error
severity-warning = warning
severity-note = note
severity-not-checked = not checked
place-page = page { $page }
place-page-line = page { $page }, line { $line }
place-paragraph = paragraph { $paragraph }
place-cell = cell { $cell }
count-error = { $count } { PLURAL($count) ->
        [one] error
       *[other] errors
    }
count-warning = { $count } { PLURAL($count) ->
        [one] warning
       *[other] warnings
    }
count-not-checked = { $count } not checked
count-nothing = no errors, no warnings

### Closing lines

outcome-made = made
outcome-would-make = would make
outcome-unchanged = unchanged
outcome-failed = not made
outcome-not-made = not made
why-new = not made before
why-text = what the paper says changed
why-data = the data in the archive edition changed
why-anchors = anchors are added or left out
why-layout = the layout changed
why-fonts = the fonts changed
why-program = the program changed
why-libraries = a library changed
why-edited = a file was edited by hand
why-gone = a file is missing
why-forced = asked for by `--force`
closing-made = { $made } of { $all } papers made ({ $files } { PLURAL($files) ->
        [one] file
       *[other] files
    }).
closing-none-made = { $made } of { $all } papers made.
closing-would-make = { $made } of { $all } papers would be made ({ $files } { PLURAL($files) ->
        [one] file
       *[other] files
    }); nothing was written.
closing-unchanged = Nothing to do.
closing-some-unchanged = { $count } { PLURAL($count) ->
        [one] paper
       *[other] papers
    } unchanged.
closing-no-papers = There are no papers to make yet.
closing-not-made = Not made: { $names }.
closing-kept = { PLURAL($count) ->
        [one] Its
       *[other] Their
    } earlier files were kept.
closing-unread = { $count } { PLURAL($count) ->
        [one] file
       *[other] files
    } could not be read: { $names }.
closing-warning = { $count } { PLURAL($count) ->
        [one] warning
       *[other] warnings
    } above.
closing-not-checked = { $count } not checked, see above.
closing-note = { $count } { PLURAL($count) ->
        [one] note
       *[other] notes
    }: `ketluan check`.
closing-check = { $inspections } { PLURAL($inspections) ->
        [one] inspection
       *[other] inspections
    }, { $papers } { PLURAL($papers) ->
        [one] paper
       *[other] papers
    } checked: { $said }.
closing-check-files = Checked { $files } { PLURAL($files) ->
        [one] file
       *[other] files
    }: { $said }.
closing-check-both = Checked { $inspections } inspections, { $papers } papers, { $files } files: { $said }.
closing-check-unread = { $count } { PLURAL($count) ->
        [one] file
       *[other] files
    } could not be read, see above.
closing-rules = { $count } { PLURAL($count) ->
        [one] rule
       *[other] rules
    }: { $said }.
rules-passed = { $count } passed
rules-error = { $count } { PLURAL($count) ->
        [one] error
       *[other] errors
    }
rules-warning = { $count } { PLURAL($count) ->
        [one] warning
       *[other] warnings
    }
rules-note = { $count } { PLURAL($count) ->
        [one] note
       *[other] notes
    }
rules-not-checked = { $count } not checked
rules-not-applicable = { $count } with nothing to check
rule-not-applicable = There is nothing to check here.
name-with-errors = { $name } ({ $count } { PLURAL($count) ->
        [one] error
       *[other] errors
    })

### new, schema

new-made = { $file } was made.
new-next = → Fill in what is `null`, then run `ketluan check { $id }`.
new-form-next = → Fill in the form in Excel or LibreOffice, then run `ketluan import { $file }`.
import-next = → Run `ketluan check { $id }`.
schema-written = { $file } was written.

### phrases

column-phrase = Key
column-phrase-kind = Kind
column-version = Version
column-phrase-title = Title
phrases-none = There are no phrases yet: add them to `inspections/catalogues/phrases.yaml`.
phrases-closing = { $count } { PLURAL($count) ->
        [one] phrase
       *[other] phrases
    }. To see one: `ketluan phrases { $phrase }`.
phrases-version = Version { $version } (seal { $seal })
phrases-short = Short form
phrases-basis = Legal basis
phrases-verb = Verb
phrases-product = Product
phrases-in-force = In effect
phrases-source = Source
phrases-unverified = Not verified
phrases-use = → To use it in a YAML file, in place of a text:
phrases-kind-ket-qua = result
phrases-kind-han-che = limitation
phrases-kind-nguyen-nhan = cause
phrases-kind-kien-nghi = recommendation

### explain

column-rule = Rule
column-severity = Severity
column-title = What it asks
explain-closing = { $count } { PLURAL($count) ->
        [one] rule
       *[other] rules
    }. For one of them: `ketluan explain { $rule }`.
explain-severity = Severity
explain-clause = Clause
explain-standing = Standing
explain-in-effect = In effect
explain-looks-at = Looks at
explain-fix = Safe fix
explain-message = Message
explain-wrong = Wrong
explain-right = Right
explain-ignore = → To leave it out with a reason: add `- {"{"}rule: { $rule }, reason: ...{"}"}` to `ignore` of the YAML file.
standing-verified = compared with the original
standing-practice = custom, not law
standing-inference = inferred from the law, no clause says it outright
effect-since = since { $since }
effect-until = until { $until }
effect-between = { $since } to { $until }
fix-font = set the font
fix-colour = make the letters black
fix-paper = set the page size
fix-margins = set the margins
fix-page-number = set the page number
fix-justify = justify the text
fix-first-line = set the indent
fix-spacing = set the spacing
fix-sizes = set the sizes
fix-nfc = bring the text to Unicode NFC
looks-figures = the data of the inspection
looks-prose = running text
looks-format = the format
looks-papers = all papers together
looks-document = the paper before printing
looks-word = a Word file
looks-pdf = a PDF
looks-text = plain text

### words of the rules of form inside a sentence

term-absent = missing
term-bold = bold
term-not-bold = not bold
term-italic = italic
term-not-italic = not italic
term-capitals = in capitals
term-not-capitals = not in capitals
term-align-left = flush left
term-align-right = flush right
term-align-center = centred
term-align-both = justified
term-number-bottom = in the bottom margin
term-side-top = top
term-side-right = right
term-side-bottom = bottom
term-side-left = left
term-off-centre = off the middle of the text
term-way-underline = underlined text
term-way-underscores = underscores
term-unchecked-composing = the paper could not be composed
term-unchecked-medium = this kind of file does not tell it
term-unchecked-parts = the components of an administrative paper were not recognised
term-unchecked-page = the size of the page is not known
term-unchecked-pages = the number of pages is not known
term-unchecked-margins = the margins are not known
term-unchecked-font = the fonts are not known
term-unchecked-colour = the colours are not known
term-unchecked-size = the sizes are not known
term-unchecked-bold = it is not known what is bold
term-unchecked-italic = it is not known what is italic
term-unchecked-alignment = the alignment is not known
term-unchecked-first-line = the indents are not known
term-unchecked-spacing = the spacing is not known
term-unchecked-lines = the place on the page is not known
term-unchecked-length = the length of the rule is not known
term-unchecked-day = the day of the paper is not known
term-unchecked-text = the file has no text that can be read
term-part-attachment = an attached file
term-part-chart = a chart
term-part-diagram = a diagram
term-part-drawing = a drawing
term-part-embedded-document = an embedded document
term-part-equation = an equation
term-part-form = a form field
term-part-note = a note
term-part-object = an embedded object
term-part-picture = a picture
term-part-script = a script
term-part-signature = a digital signature
term-part-hidden-text = hidden text
term-part-turned-text = turned text
term-part-text-outside-the-page = text outside the page
term-part-damaged-catalogue = a damaged catalogue
term-part-damaged-page = a damaged page
term-part-symbol = a symbol
term-unchecked-page-number = the page numbers are not known

### list, show

list-none = The folder { $folder } has no inspections yet.
    .hint = → Make the first file: `ketluan new ID`.
list-closing = { $count } { PLURAL($count) ->
        [one] inspection
       *[other] inspections
    }.
list-unread = { $count } { PLURAL($count) ->
        [one] file
       *[other] files
    } could not be read:
list-unread-file = { $file } ({ $count } { PLURAL($count) ->
        [one] error
       *[other] errors
    }) → `ketluan check { $file }`
column-id = ID
column-type = Type
column-date = Date
column-state = State
column-papers = Papers
column-units = Units
type-kiem-tra = inspection
type-giam-sat = supervision
type-thanh-tra = thanh tra
type-tong-hop = summary
state-da-ky = signed
state-trinh-ky = for signature
state-tra-lai = returned
state-issued = issued
state-part-issued = partly issued
standing-issued = issued{ GIVEN($number) ->
        [yes] {" "}as { $number }
       *[no] {""}
    }{ GIVEN($day) ->
        [yes] {" "}of { $day }
       *[no] {""}
    }
standing-by = { $step } by { $name }
state-draft = draft
state-numbered = number and day given
state-signing = for signature
state-press = rebuilt from the press
show-subject = Subject
show-file = File
show-type = Type
show-state = State
show-issuer = Issuer
show-units = Inspected units
show-figures = Figures
show-covers = Covered inspections
show-recommendations = Recommendations
show-papers = Papers
show-diagnostics = To correct
show-nothing = (none)
show-unknown = not known
show-share = { $share } of { $base }
show-share-stated = { $share } of { $base } (as stated)
show-as-of = as of { $day }
show-all-units = all units
show-no-diagnostics = nothing
show-step = { $step }{ GIVEN($other) ->
        [yes] {" "}by { $other }
       *[no] {""}
    } – { $who }{ GIVEN($reason) ->
        [yes] : { $reason }
       *[no] {""}
    }
deadline-missing = no deadline
deadline-before = before { $day }
deadline-by = by { $day }
deadline-within = within { $count } { $unit ->
        [ngay] days
       *[ngay-lam-viec] working days
    } of { $start ->
        [ban-hanh] issue
       *[nhan] receipt
    }
deadline-quarter = quarter { $quarter }
deadline-immediately = at once{ GIVEN($day) ->
        [yes] , report before { $day }
       *[no] {""}
    }
deadline-ongoing = ongoing

### doctor

doctor-ok = ok
doctor-missing = missing
doctor-note = note
doctor-python = Python { $version }
doctor-python-old = Python { $version } is too old; { $needed } or later is needed.
doctor-library = Library { $name } { $version }
doctor-library-missing = The library { $name } is missing, so { $purpose ->
        [pdf] PDF
       *[word] Word
    } cannot be made.
    .hint = Install: { $install }
doctor-native = { $name } { $version }
doctor-native-missing = { $name } is missing, so PDF cannot be made.
    .hint = Debian, Ubuntu: apt-get install { $package }
doctor-fonts = Fonts: { $names }
doctor-fonts-like = Fonts: { $names }, in place of Times New Roman and with the same widths.
    .hint = An office that has Times New Roman puts its four font files into the folder `fonts/` of the project.
doctor-fonts-missing = There is no font with the widths of Times New Roman and all Vietnamese letters, so PDF cannot be made.
    .hint = Put the office's font files into the folder `fonts/` of the project, or (Debian, Ubuntu) apt-get install { $package }
doctor-templates = Templates: { $names }
doctor-templates-missing = The folder of the program's templates is missing.
    .hint = Install the program again.
doctor-project = Project: { $path }
doctor-project-missing = Not inside a project (no folder `inspections/`), so catalogues and output were not looked at.
doctor-catalogues = Catalogues: { $agencies } agencies, { $people } people, { $acts } legal bases
doctor-catalogues-wrong = The shared catalogues have { $count } { PLURAL($count) ->
        [one] error
       *[other] errors
    }:
doctor-output = { $path } can be written
doctor-output-refused = { $path } cannot be written: { $reason }.
    .hint = Look at the permissions of this folder.
doctor-closing-well = This machine can make the papers.
doctor-closing-missing = { $count } { PLURAL($count) ->
        [one] thing is
       *[other] things are
    } missing, see above.

### copies

copy-made = Made { $file }.
copy-change = {"  "}{ $rule }: { $fix }: { $before } → { $after } ({ $where }).
copy-section = section { $section }
copy-paragraphs = paragraphs { $numbers }
copy-left-no-repair = {"  "}{ $rule }: not repaired, a person has to decide.
copy-left-not-safe = {"  "}{ $rule }: not repaired, because it would not be safe here.
copy-left-remains = {"  "}{ $rule }: repaired, but still broken.
usage-copy-word = `--annotate` and `--fix` are for Word files: name a .docx file.

### diff

diff = Compare an inspection with an earlier version of it: fields that changed, figures that move, sentences that read otherwise.
    .about = Each difference is told to be an error of content (figure, deadline, unit, duty, legal basis) or of form, by its field. The earlier version is a YAML file (with the catalogues of the project it lies in, else those of now) or a folder that holds `inspections/` (with the catalogues in it).
    .id = ID
    .paper = PAPER
    .against = The earlier version: a YAML file, or a folder that holds `inspections/` as it was.
    .format = text (for people), json (for programs) or html (to open and print).
    .out = Write to this file instead of the screen; a file that is there is not overwritten.
    .redline = Write a Word file of the paper too, with tracked changes (needs `ketluan[redline]`).
    .examples =
        ketluan diff mau-mot-cua-cap-xa tb-kl --against old/mau-mot-cua-cap-xa.yaml
        ketluan diff mau-mot-cua-cap-xa --against ../backup-of-may --format html --out differences.html
redline = Make a Word file with tracked changes between two Word files.
    .about = Accepting all gives the text of the new file, rejecting all that of the old one: both are tried before it is written. Heads, feet, tables and notes are compared too; what could not be compared is named. Needs `ketluan[redline]`.
    .old = OLD.docx
    .new = NEW.docx
    .target = OUT.docx
    .author = Whose changes they are; `ketluan` by default.
    .examples =
        ketluan redline issued.docx draft.docx compared.docx
redline-written = Wrote { $file }: { $count } changes.
redline-not-compared = Not compared: { $area }.
area-header = heads of pages
area-footer = feet of pages
area-footnotes = footnotes
area-endnotes = endnotes
area-comments = comments
usage-redline-paper = `--redline` needs the name of a paper: `ketluan diff ID PAPER --redline FILE.docx`.
diff-title = Differences from { $old } to { $new }
diff-none = Nothing differs.
diff-fields = Fields that changed
diff-figures = Figures that move with them
diff-field = Field
diff-figure = Figure
diff-nature = Kind
diff-old = Old
diff-new = New
diff-paper = Sentences that change in { $paper }
diff-paper-refused = { $paper } could not be composed in one of the two versions:
diff-added = added: { $new }{ $old }
diff-removed = removed: { $old }{ $new }
diff-moved = moved from place { $old } to place { $new }
diff-papers = printed in { $papers }
diff-causes = because of { $paths }
diff-printed-old = was printed
diff-printed-new = now reads
diff-share = { $name } (share)
diff-closing = In all: { $fields } fields, { $figures } figures that move, { $sentences } sentences.
diff-written = Wrote { $file }.
nature-figure = content: figure
nature-date = content: deadline
nature-unit = content: agency, unit, person
nature-obligation = content: duty
nature-basis = content: legal basis, cited paper
nature-finding = content: finding, fact
nature-form = form
nature-record = for the record, not printed
quantity-answered = answered
quantity-comparison = compared with the target
quantity-cut = cut by
computed-in-time = early and on time
quantity-new = newly received
quantity-overdue = overdue
quantity-points = difference from the target
quantity-rate = rate
usage-against = Which earlier version? Give `--against FILE` or `--against FOLDER`.
usage-paper = This inspection has no paper “{ $text }”: it has { $choices }.

changes = Compare two folders of built papers: which papers differ, in their words or only in their look, and on which pages.
    .about = For the one who reviews a pull request: OLD is the `output/` of the version before, NEW the `output/` of this one. `--out` writes a folder with `summary.md`, `index.html`, `changes.json` and pictures of the pages that differ, before and after. All of it is internal, as drafts are. Pictures need `pip install "ketluan[archive]"`.
    .old = OLD
    .new = NEW
    .out = Write the summary into this folder; one that holds something else is left alone.
    .pictures = How many pictures at most; each page that differs has two.
    .format = text (for people), markdown (for the page of a pull request, without pictures) or json (for programs).
    .examples =
        ketluan changes base/output
        ketluan changes base/output output --out changes

# Items of lists: number counts from 1, id is the item's id (or its place from 0 when it has none).
item-addressee = addressee { $number }
item-agency = catalogue of agencies, { $id }
item-agency-kind = kind of agency { $id }
item-level = level { $id }
item-agency-name = name { $number }
item-attendee = attendee { $number }
item-basis = provision { $number }
item-cause = cause { $number }
item-checked-file = checked file { $number }
item-evidence = evidence { $number }
item-held-post = post { $number }
item-ignore = ignored rule { $number }
item-inspected-unit = unit { $id }
item-issued-paper = paper { $id }
item-leaders = leaders { $number }
item-legal-act = catalogue of legal acts, { $id }
item-limitation = limitation { $id }
item-member = member { $number }
item-noted = note of the minutes { $number }
item-paper = cited paper { $id }
item-person = catalogue of people, { $id }
item-photo = photograph { $number }
item-progress = progress { $number }
item-recipient = recipient { $number }
item-corrected = place { $number }
item-recommendation = recommendation { $number }
item-remark = remark { $number }
item-remedy = remedy { $number }
item-scope = scope { $id }
item-session = session { $number }
item-signatory = column of signature { $number }
item-signature-line = line of signature { $number }
item-source-note = note on the source { $number }
item-strength = result { $number }
item-task = task { $number }
item-tthc-field = field { $number }

### template

template = Look after the office's own templates.
    .about = What stands in `templates/` beside `inspections/` is laid over what comes with the program.
    .examples =
        ketluan template check templates/_layout/van-ban.docx

template-check = See whether a Word layout of the office can make papers.
    .about = Tells tags that would eat text, names nothing gives, missing styles, links to the outside, macros, then prints fictional papers with it. The file is not changed. The exit code is 1 when there are errors.
    .path = FILE
    .annotate = Make a copy with comments at the spots to correct (NAME.gop-y.docx).
    .out = The folder for the copy; without it the copy stands beside the file.
    .force = Overwrite a copy that is there.
    .format = text (for people) or json (for programs).
    .examples =
        ketluan template check templates/_layout/van-ban.docx
        ketluan template check mau-moi.docx --annotate
template-check-well = { $file } can be used: the trial papers say everything, in Word as in the PDF.
term-tag-p = the paragraph
term-tag-tr = the row of a table
term-tag-tc = the cell of a table
term-not-text = something that is no text

### the cover sheet

cover-title = CHECK SHEET OF A PAPER BEFORE SIGNING
cover-file = Paper checked: { $name }.
cover-digest = Digest of the file (SHA-256): { $digest }.
cover-content = CONTENT
cover-form = FORM
cover-counted = { $asked } rules asked: { $passed } passed, { $idle } with nothing to look at, { $unchecked } not checked. Found: { $errors } errors, { $warnings } warnings.
cover-more = and { $count } more, see the full report of `ketluan check`.
cover-closing = This sheet stays with the draft; it is not issued with the paper.
cover-signer-content = CONTENT CHECKED BY
cover-signer-form = FORM CHECKED BY
cover-duty-content = (head of the drafting unit)
cover-duty-form = (assigned to check the form)

### state, issue, verify

person-metavar = PERSON
reason-metavar = REASON
step-soan-thao = drafted
step-xin-y-kien = sent for opinions
step-soat-noi-dung = content checked
step-soat-the-thuc = form checked
step-trinh-ky = for signature
step-tra-lai = returned
step-da-ky = signed
step-phat-hanh = issued
step-dinh-chinh = corrected
step-sua-doi = amended
step-thay-the = replaced
step-thu-hoi = recalled
state-done = Recorded: { $paper } { $step }, { $by }.
submit-file = {"  "}{ $file }
submit-kept = The folder made before differs; it is kept in { $kept }.
submit-done = For signature: { $folder }, { $count } { PLURAL($count) ->
        [one] file
       *[other] files
    }.
issue-done = Issued { $number } of { $day }; kept in { $folder }.
yaml-kept = Number and date were written to { $file }; the file before: { $kept }.
verify-done = { $count } issued { PLURAL($count) ->
        [one] paper is
       *[other] papers are
    } whole.
verify-wrong = { $count } issued { PLURAL($count) ->
        [one] paper
       *[other] papers
    }, { $wrong } { PLURAL($wrong) ->
        [one] error
       *[other] errors
    }, see above.
instrument-dinh-chinh = correcting letter
instrument-sua-doi = amending paper
instrument-thay-the = replacing paper
instrument-thu-hoi = letter of recall
because-form = only form and spelling differ, so a letter corrects it (Decree 30/2020, Art. 18(3)).
because-content = content differs, so a paper of the same form amends it (Decree 30/2020, Art. 18(3)).
because-again = the paper was amended once already, so a new paper replaces it, to be usable.
because-much = more than half of its clauses differ, so a new paper replaces it.
correct-because = Proposed: { $why }
correct-done = Drafted the { $instrument } “{ $id }” in { $file }. Look at its words, reason and recipients, then `ketluan build`.
correct-kept = The file before: { $kept }.
closing-issued = { $count } issued { PLURAL($count) ->
        [one] paper was
       *[other] papers were
    } left alone.
outcome-issued = issued
usage-by-missing = Who does it is not known: give `--by PERSON`, or set the variable { $variable }.
usage-date = “{ $text }” is no date. Give day, month and year, e.g. 18/5/2026.

### pull

pull-nothing = { $paper }: the Word file says nothing else than what was printed.
pull-home = { $count } { PLURAL($count) ->
        [one] change goes
       *[other] changes go
    } into { $file }:
pull-left = { $count } { PLURAL($count) ->
        [one] change that cannot
       *[other] changes that cannot
    } be brought home:
pull-comments = { $count } { PLURAL($count) ->
        [one] comment
       *[other] comments
    }:
pull-text = text changed
pull-added = paragraph added
pull-deleted = paragraph deleted
pull-moved = paragraph moved
pull-by = (tracked change: { $names })
pull-effects = other paragraphs change with it ({ $count }):
pull-said = { $author }: “{ $text }”
pull-beside = beside: “{ $text }”
pull-why-wording = this is wording of the template, a name that it repeats, or numbering; wording is changed in `templates/`.
pull-why-figure = this figure is computed or printed again; change the figure at `figures`.
pull-why-name = this is a name or a phrase of a catalogue, or a unit that is named in many places; change the catalogue, or the key in the YAML.
pull-why-mixed = the change runs over text of several origins; change the YAML file by hand.
pull-why-unproved = no value of the YAML was found that prints exactly this; change the YAML file by hand.
pull-why-referred = other data still refers to this; change that (below), then delete it in the YAML file.
pull-why-conflict = since it was printed, the YAML was changed in this very place; compare, then change it by hand.
pull-why-apart = text of a page head, page foot or text box, which the layout prints.
pull-why-effect = through another change the paper will say something else here than this file.
pull-ask = Write these changes?
pull-not-written = Nothing was written. To write, run again with `--yes`.
pull-written = { $file } was written; the file before is { $kept }.
pull-next = Make the paper again: `ketluan build { $id }`.
comments-none = No comments are left to deal with.
usage-comments-paper = `--done` needs the name of exactly one paper; with comments: { $papers }

register-series = { GIVEN($kind) ->
        [yes] { $kind }
       *[no] Outgoing papers
    } { $year } - { $owner }
register-number = Number
register-day = Date
register-signer = Signer
register-title = Kind and subject
register-recipients = Recipients
register-kept-by = Kept copy
register-copies = Copies
register-note = Note
register-closing = { $count } outgoing { PLURAL($count) ->
        [one] paper
       *[other] papers
    } registered.
register-empty = No paper has been issued yet.

### due, remind

due-title = State of the recommendations on { $day }
due-sheet = Follow-up of recommendations
due-nobody = (nobody named)
due-overdue = overdue { $count } { PLURAL($count) ->
        [one] day
       *[other] days
    }
due-today = ends today
due-soon = { $count } { PLURAL($count) ->
        [one] day
       *[other] days
    } left
due-later = { $count } days left
due-ongoing = standing
due-done = done
due-unknown-missing = no deadline known
due-unknown-at-once = at once, without a day to report by
due-unknown-receipt = end not known: counted from the receipt
due-unknown-issue = end not known: the conclusion has no date of issue
due-unknown-calendar = end not known: the calendar lacks days
due-state = { $state } ({ $day })
due-not-reported = nothing reported
progress-hoan-thanh = done
progress-mot-phan = partly done
progress-chua-hoan-thanh = not done
progress-qua-han = overdue
progress-khong-thuc-hien = not carried out
progress-chua-dap-ung = below what was asked
due-count-overdue = { $count } overdue
due-count-soon = { $count } within 15 days
due-count-later = { $count } later
due-count-unknown = { $count } without a known end
due-count-ongoing = { $count } standing
due-count-done = { $count } done
due-empty = No recommendation.
due-press = Without { $count } { PLURAL($count) ->
        [one] reconstruction
       *[other] reconstructions
    } from the press (to see them: `--press`).
due-column-index = No.
due-column-unit = Unit
due-column-inspection = Inspection
due-column-recommendation = Id
due-column-text = Duty
due-column-deadline = Deadline
due-column-last-day = Last day
due-column-late = Overdue (days)
due-column-left = Left (days)
due-column-standing = Due
due-column-state = State
due-column-as-of = As of
due-column-evidence = Evidence
remind-whom = To be reminded: { $name }
remind-done = Drafted the reminder “{ $id }” (turn { $turn }; { $count } overdue on { $day }) in { $file }. Look at signer and recipients, then `ketluan build`.
remind-reply = It has no day to answer by: type `reply.deadline`, or draft it with `--reply-before`.

### archive

archive-done = Archive { $folder }: { $inspections } { PLURAL($inspections) ->
        [one] inspection
       *[other] inspections
    }, { $papers } { PLURAL($papers) ->
        [one] paper
       *[other] papers
    }, { $files } { PLURAL($files) ->
        [one] file
       *[other] files
    }.
archive-day = Duties are judged by { $day }.
archive-seal = The seal of the archive (keep it elsewhere): { $seal }
archive-open = Open { $page } in a browser.
archive-verified = { $files } { PLURAL($files) ->
        [one] file of the archive is
       *[other] files of the archive are
    } as packed; { $pages } { PLURAL($pages) ->
        [one] page has
       *[other] pages have
    } no dead link; { $pdfs } { PLURAL($pdfs) ->
        [one] PDF keeps
       *[other] PDFs keep
    } the standard claimed.
archive-not-verified = { $files } { PLURAL($files) ->
        [one] file
       *[other] files
    } in the archive, { $wrong } { PLURAL($wrong) ->
        [one] fault
       *[other] faults
    }, see above.

### changes

changes-title = Changed papers
changes-none = No paper differs ({ $unchanged } unchanged).
changes-counts = { $changed } changed, { $added } added, { $removed } removed, { $unchanged } unchanged.
changes-is-changed = Changed
changes-is-added = Added
changes-is-removed = Removed
changes-extent-words = the words differ.
changes-extent-look = the words are the same, the look differs.
changes-extent-bytes = words and pages are the same, only the inside of the files differs.
changes-extent-same-words = the words are the same, the pages were not all compared.
changes-extent-unknown = differs, was not compared.
changes-more-sentences = … and { $count } more.
changes-more-papers = … and { $count } more papers; see `changes.json`.
changes-more-pictures = { $count } more pictures were not made, for there are enough (`--pictures`).
changes-page-same = { $file }: page { $new }
changes-page-moved = { $file }: page { $old } → page { $new }
changes-page-added = { $file }: page { $new } is new
changes-page-removed = { $file }: page { $old } is gone
changes-before = before
changes-after = after
changes-internal = Internal: it holds the words of drafts, and does not leave the house.
changes-written = Open { $page } in a browser.
