# The sentence of each diagnostic. A message is named by the diagnostic's code; .hint is what to do next.
# Tone: about the matter, not the person; the real text and number; no exclamation marks. vi.ftl has the same variables.

### Shared pieces

the-field = { GIVEN($meaning) ->
        [yes] “{ SHORT($meaning) }” (`{ $field }`)
       *[no] `{ $field }`
    }
in-brackets = { GIVEN($name) ->
        [yes] {" "}({ $name })
       *[no] {""}
    }
nearest = { GIVEN($near) ->
        [yes] {" "}Nearest: “{ $near }”{ in-brackets }.
       *[no] {""}
    }

### Files

file-missing = There is no such file.
    .hint = Compare the name and the folder.
file-unreadable = The file could not be read: { $reason }.
    .hint = Look at the permissions of the file.
file-not-regular = This is a folder or a special file, not a data file.
    .hint = Give the folder a name without `.yaml`, or move it out of `inspections/`.
file-too-large = The file has { $size } MB; a data file has at most { $limit } MB.
    .hint = Split it: one inspection, one file.
file-outside = The file lies outside the project folder (through a link).
    .hint = Copy the file into `inspections/`.
file-utf16 = The file is saved as UTF-16.
    .hint = Open it and save it again with the encoding UTF-8.
file-not-utf8 = The file is not UTF-8: here is a byte { $byte }.
    .hint = Open it and save it again with the encoding UTF-8 (TCVN3 and VNI need converting first).
character-control = There is a control character { $code }{ in-brackets }, which cannot be seen or printed.
    .hint = Delete the character at this place; retype it if it was pasted.
character-control-yaml = Line { $line } has a control character that data files cannot have: “{ $text }”.
    .hint = Delete it and retype the line. The other inspections were still handled.
character-unprintable = The character { $code }{ in-brackets } is not in the font of the papers.
    .hint = Retype this place; hidden characters often come with text pasted from web pages or PDF.

### YAML syntax

yaml-empty = The file has no content.
    .hint = Make a file with the fields to fill in: `ketluan new ID`.
yaml-not-fields = The file has to consist of fields, “name: value”.
    .hint = For a file to start from: `ketluan new ID`.
yaml-alias = There is a YAML anchor or alias (& or *), which data files do not use.
    .hint = Put the value in quotes, or write it out again.
yaml-documents = The file has more than one document (a line `---` in the middle).
    .hint = One inspection, one file: move what follows `---` to another file.
yaml-too-deep = The fields are nested more than { $limit } levels deep.
    .hint = Look at the indentation and the brackets.
yaml-tag = There is a YAML tag (a ! mark), which data files do not use.
    .hint = Remove the tag, or put the value in quotes.
yaml-key-not-text = The name of a field is a list or a group of fields here, not text.
    .hint = Look at the brackets and the colon of this line; a reference [[...]] has to stand in quotes.
yaml-duplicate-key = Field “{ $key }” is already on line { $line }.
    .hint = Keep one of the two; the program does not choose.
yaml-tab = Line { $line } is indented with a tab; data files use spaces only.
    .hint = Replace each tab with two spaces. The other inspections were still handled.
yaml-colon = Line { $line } has a colon inside running text: “{ $text }”.
    .hint = Put the text in quotes, or on the line after `>-`. The other inspections were still handled.
yaml-quote = Line { $line } starts a value with a special mark: “{ $text }”.
    .hint = Put the value in quotes. The other inspections were still handled.
yaml-comma = “{ $key }” follows a comma inside braces and so became a field of its own.
    .hint = Inside braces, text with a comma has to stand in quotes.
yaml-syntax = Line { $line } is not understood: “{ $text }”.
    .hint = Look at brackets, quotes and indentation ({ $problem }). The other inspections were still handled.
yaml-edit-no-place = There is no place for “{ $path }” in this file.
    .hint = Add the field by hand, or look at how the file is written there.
yaml-edit-not-text = “{ $path }” is a list or a group of fields, not a text.
    .hint = Change it by hand in the YAML file.
yaml-edit-not-list = “{ $path }” is not a list.
    .hint = Change it by hand in the YAML file.
yaml-edit-unsafe = “{ $path }” cannot be changed without touching something else in the file; nothing was written.
    .hint = Change it by hand in the YAML file.
yaml-edit-changed = The file was changed by someone else meanwhile; nothing was written.
    .hint = Run the command again.
yaml-edit-too-many = This folder already keeps { $limit } earlier copies of the file.
    .hint = Delete old copies that are no longer needed.

### Fields

field-missing = { the-field } is not given.
    .hint = Add the field; write `null` while the value is not known.
field-unknown = There is no field “{ $key }” here.
    .hint = { GIVEN($known) ->
        [yes] The fields are: { $known }.
       *[no] There are no fields here.
    } Nothing under it was printed in any paper.
field-unknown-near = There is no field “{ $key }”. Did you mean “{ $near }”?
    .hint = Correct the name; nothing under it was printed in any paper.
value-missing = { the-field } is blank, but has to have a value.
    .hint = Give the value, or remove the line if the field is optional.
value-empty = { the-field } is an empty text.
    .hint = Give the value; write `null` while it is not known.
value-several-paragraphs = `{ $field }` has a blank line inside and so is several paragraphs.
    .hint = One item is one paragraph: remove the blank line, or make it an item of its own.
value-not-text = `{ $field }` has to be text or a number; here is { $kind ->
        [list] a list
       *[fields] a group of fields
    }.
    .hint = Put the whole value in quotes, or look at the indentation.
value-not-fields = `{ $field }` has to consist of fields, “name: value”{ GIVEN($text) ->
        [yes] ; here is “{ $text }”
       *[no] {""}
    }.
    .hint = Start a new line, indent by two spaces and give each field.
value-not-list = `{ $field }` has to be a list{ GIVEN($text) ->
        [yes] ; here is “{ $text }”
       *[no] {""}
    }.
    .hint = Start a new line; each item has its own line beginning with a dash `- `.
value-not-in-list = `{ $field }` is “{ $text }”, but has to be one of: { $choices }.
    .hint = Choose one of these values.
list-too-short = { the-field } needs at least { PLURAL($min_length) ->
        [one] one item
       *[other] { $min_length } items
    }.
    .hint = Add an item beginning with a dash `- `.
figure-without-kind = This figure (`{ $field }`) has no `kind`.
    .hint = Give one of: tthc, survey, indicator, reduction, sample, feedback, breakdown.
schema-newer = The file says `schema: { $schema }`, but this program knows up to { $known }.
    .hint = Use a newer version of the program; the file was left as it is.

### Dates, numbers, keys

date-without-year = “{ $text }” has no year.
    .hint = Give day, month and year, e.g. 17/6/2026.
date-impossible = “{ $text }” is not a calendar day: month { $month } of { $year } has { $days } days.
    .hint = Compare with the original paper.
date-not = “{ $text }” is not a day, month and year.
    .hint = Day first and the year in four figures, e.g. 17/6/2026.
number-not = “{ $text }” (`{ $field }`) is not a whole number.
    .hint = { $hint ->
        [comma] A comma starts decimals; thousands are set off with a dot: 50.419.
        [grouping] A dot only stands before groups of three figures: 50.419.
        [negative] A count is not negative; compare with the unit's report.
        [too-long] The number has too many figures; compare with the unit's report.
       *[none] Give the number alone, e.g. 50.419 or 50419; write `null` while it is not known.
    }
percent-decimal-point = The share “{ $text }” sets off its decimals with a dot.
    .hint = Use a comma, in quotes: "88,49%".
percent-not = “{ $text }” (`{ $field }`) is not a percentage.
    .hint = Write it as "88,49%"; `null` while it is not known.
flag-not = `{ $field }` is “{ $text }”, but has to be `có` (yes) or `không` (no).
    .hint = Write `có` or `không`.
id-not = “{ $text }” cannot be a key: keys have small letters without accents, figures and dashes, at most { $limit } characters.
    .hint = For example: xa-vi-du-a, kn-3.
id-reserved = “{ $text }” has a meaning of its own and cannot be a key.
    .hint = Choose another key.
id-twice = The key “{ $id }” is already used on line { $line }.
    .hint = Give one of the two another key.
name-taken = “{ $text }” was taken for the key “{ $key }”.
    .hint = Write the key, so that nothing depends on the name.
name-ambiguous = “{ $text }” is the name of several entries: { $keys }.
    .hint = Write the key instead of the name.

### Catalogues, and keys of the same file

agency-unknown = Agency “{ $text }” is not in the shared list.{ nearest }
    .hint = Use the existing key or add it to `catalogues/agencies.yaml`.
agency-kind-unknown = There is no kind of agency “{ $text }”. Known: { $known }.{ nearest }
    .hint = Correct `kind`, or add the kind to `catalogues/agency-kinds.yaml`.
agency-level-unknown = There is no level “{ $text }”. Known: { $known }.{ nearest }
    .hint = Correct `level`, or add the level to `catalogues/levels.yaml`.
agency-kind-circle = The kind of agency “{ $id }” is, through `like`, like itself.
    .hint = Remove `like` from one of the kinds that lead to each other.
agency-circle = The agency “{ $id }” is, through its superiors, above itself.
    .hint = Correct `superior`, `head_of` or `seal_of` of one of the agencies that lead to each other.
agency-series-shared = A team or board that uses another agency’s seal is given that agency’s number series “{ $text }”.
    .hint = Name a series of its own, or remove `series`: it has its own (Decree 30/2020, Annex I, Part I, II.3).
agency-post-unofficial = “{ $text }” is no post the State provides for; it is not printed.
    .hint = Give the official post, for example Phó Chủ tịch, Phó Giám đốc (Decree 30/2020, Annex I, Part I, II.7).
kind-not-allowed = “{ $agency }” may not issue { $abbreviation } ({ $kind }): it is a paper of branch law.
    .hint = Use another kind, for example thong-bao-ket-luan. If branch law allows it, write “specialised_papers: { $kind }” at “{ $key }” in the catalogue of agencies.
agency-without-name = The issuer “{ $text }” has no name on { $day }{ GIVEN($until) ->
        [yes] , it ended on { $until }
       *[no] {""}
    }.{ GIVEN($successors) ->
        [yes] {" "}Succeeded by: { $successors }.
       *[no] {""}
    }
    .hint = Correct `issuer`, the day of the paper, or the spans in `catalogues/agencies.yaml`.
date-spans-overlap = This span overlaps the one of line { $line }: on one day there is one name, one post.
    .hint = Correct `since`, `until` so that one span follows the other.
date-span-reversed = The span ends on { $until }, before it begins on { $since }.
    .hint = Exchange `since` and `until`.
calendar-spans-overlap = This span of the calendar has days of the one of line { $line }.
    .hint = Correct `since`, `until`: each day belongs to one span.
calendar-day-outside = { $day } does not lie in the span “{ $id }” of the calendar.
    .hint = Move it to the span that has the day, or correct the day.
calendar-swap-off = { $day } is a day off already, not one that is off by a swap.
    .hint = `off` is the working day that is off, `work` the day off that is worked for it.
calendar-swap-work = { $day } is a working day already, not one that is worked for another.
    .hint = `off` is the working day that is off, `work` the day off that is worked for it.
person-unknown = “{ $text }” is not in the list of people.{ nearest }
    .hint = Use the existing key or add it to `catalogues/people.yaml`.
act-unknown = “{ $text }” is not in the list of legal bases.{ nearest }
    .hint = Use the existing key or add it to `catalogues/legal-bases.yaml`.
unit-unknown = There is no unit “{ $text }”; this inspection { GIVEN($known) ->
        [yes] has only: { $known }
       *[no] has no units yet
    }.
    .hint = Correct the key or add the unit under `inspected_units`.
paper-unknown = There is no paper “{ $text }”. Known: { $known }.{ nearest }
    .hint = Correct the key or add the paper under `papers`.
scope-unknown = There is no subject of inspection “{ $text }”{ GIVEN($known) ->
        [yes] ; known: { $known }
       *[no] ; none is given yet
    }.
    .hint = Correct the key or add it under `scope`.
addressed-unknown = There is no limitation or cause “{ $text }”{ GIVEN($known) ->
        [yes] ; known: { $known }
       *[no] ; none is given yet
    }.
    .hint = Correct the key, or add it under `findings.limitations`; `all` answers all of them.
deadline-one-form = A deadline has exactly one form; here: { $given }.
    .hint = Choose one of: { $forms }.
corrected-incomplete = A corrected place lacks `{ $field }`.
    .hint = Add it, or change `action`.
corrected-same = “{ $text }” is both what was printed and what replaces it.
    .hint = Correct `old` or `new`.
addressee-one-name = A line of addressees has exactly one of `owners` and `group`.
    .hint = Keep `owners` (keys of units or agencies) or `group` (a name, printed as typed).
recipient-one-name = A line of recipients has exactly one of `agency` and `group`.
    .hint = Keep `agency` (a key) or `group` (a name, printed as typed).

### Phrases

phrase-unknown = The phrase “{ $text }” is not in the library of phrases.{ nearest }
    .hint = See those there are with `ketluan phrases`, or add it to `catalogues/phrases.yaml`.
phrase-kind = The phrase “{ $id }” is of the kind “{ $kind }”; here one of the kind “{ $wanted }” is needed.
    .hint = Choose another with `ketluan phrases`.
phrase-unpinned = The phrase “{ $id }” does not say which version is used.
    .hint = Add `version: { $version }` and `seal: { $seal }` beside `phrase`: a later change of the phrase changes nothing here.
phrase-version-unknown = The phrase “{ $id }” has no version { $text }; there is: { $known }.
    .hint = Bring that version back into `catalogues/phrases.yaml`, or change to one there is.
phrase-changed = Version { $version } of the phrase “{ $id }” was changed after it was used here: sealed “{ $text }”, now “{ $seal }”.
    .hint = Restore version { $version } in `catalogues/phrases.yaml` and make the new wording version { $next }. If the new wording is meant here, write `seal: { $seal }`.
phrase-not-in-force = Version { $version } of the phrase “{ $id }” is not in effect on { $day }, the last day of this inspection.
    .hint = Choose another with `ketluan phrases { $id }`, or correct `since`, `until` in `catalogues/phrases.yaml`.
phrase-parameter-missing = The phrase lacks its parameter “{ $name }”: { $about }.
    .hint = Give the value under `with`; if it is not known yet, write `{ $name }: null`.
phrase-parameter-extra = The phrase has no parameter “{ $name }”.{ GIVEN($near) ->
        [yes] {" "}Did you mean “{ $near }”?
       *[no] {""}
    }
    .hint = Its parameters: { GIVEN($known) ->
            [yes] { $known }
           *[no] none
        }.
phrase-parameter-type = The parameter “{ $name }” is “{ $text }”, but has to be: { $wanted }.
    .hint = Correct the value, or name another figure.
phrase-form = The text of the phrase has a mark that is neither a parameter nor a citation, from “{ $text }” on.
    .hint = A parameter is written {"{"}its-name{"}"}, a citation [[key]]; there is no bold and no italic.
phrase-reference = The phrase refers to “[[{ $text }]]”; it can cite legal acts by their keys, and [[deadline]].
    .hint = Figures and papers of an inspection come in through parameters.
phrase-parameter-name = The name “{ $text }” of a parameter has to begin with a small letter.
    .hint = Write it like so-ho-so: small letters without accents, digits, hyphens.
phrase-parameter-undeclared = The text of the phrase has a parameter “{ $name }” that `parameters` does not have.
    .hint = Add `{ $name }` with its `type` to `parameters`, or take it out of the text.
phrase-parameter-unused = The parameter “{ $name }” is not in the text of the phrase.
    .hint = Take it out of `parameters`, or put it into the text.
phrase-version-order = Version { $version } comes after version { $before }; versions have to rise.
    .hint = Give a new version a larger number than all before; leave the old ones as they are.
phrase-of-recommendation = { $text } can only stand in a phrase of the kind kien-nghi.
    .hint = Take it out, or make the `kind` of the phrase `kien-nghi`.

### Running text and references to figures

rich-stray-star = The * has no partner in “{ $text }”.
    .hint = Bold is **bold**, italic is *italic*; to print a star write \*.
rich-open-reference = “{ $text }” has [[ without ]].
    .hint = Close the reference with ]].
redline-not-installed = The part that compares Word files is not installed.
    .hint = `pip install "ketluan[redline]"`. Differences by field (`ketluan diff`) do without it.
redline-not-for-machine = The part that compares Word files does not run on this kind of machine ({ $machine }).
    .hint = Differences by field (`ketluan diff`) work on every machine.
redline-failed = The comparison of Word files stopped: { $detail }.
    .hint = Open both files in Word, save them and try again.
redline-untrue = No tracked changes that can be trusted could be made: accepting or rejecting all would not give the two files.
    .hint = Take out unusual content (nested text boxes, fields, embedded objects) of one of the files and try again.
reference-unquoted = `{ $field }` has a reference [[...]] that is not in quotes.
    .hint = Put the whole text in quotes: "[[hs-vd-a.settled.early]]".
reference-form = The reference “[[{ $reference }]]” is not understood.
    .hint = Forms: [[key.quantity]], [[key.quantity%]], [[a.x/b.y]], [[all.x]], [[sum(a, b).x]].
reference-unknown = The reference “[[{ $reference }]]” names no figure or paper.{ GIVEN($near) ->
        [yes] {" "}Did you mean “{ $near }”?
       *[no] {""}
    }
    .hint = Correct the key, or add the figure under `figures`, the paper under `papers`.
reference-unknown-figure = The reference “{ $reference }” names a figure that is not given.{ GIVEN($names) ->
        [yes] {" "}Known: { $names }.
       *[no] {" "}The file has no figures yet.
    }{ nearest }
    .hint = Correct the key or add it under `figures`.
reference-unknown-quantity = The figure of “{ $reference }” has no such quantity.{ nearest }
    .hint = It has: { $names }.
reference-needs-path = “[[{ $reference }]]” does not say which quantity of the figure.
    .hint = Add one of these after a dot: { $names }.
reference-mixed-kinds = “{ $reference }” adds up figures of different kinds.
    .hint = Add up figures of one `kind` only.
reference-circle = The figure “{ $reference }” is computed from itself.
    .hint = Give the real number in one of the figures that refer to each other.
reference-not-a-number = “[[{ $reference }]]” is not a count, so it cannot be a numerator or denominator.
    .hint = Refer to a count, or give the number.
reference-no-base = “[[{ $reference }]]” has no total to take a share of.
    .hint = Name both numbers: [[a.x/b.y]], or drop the % sign.

### Project and settings

project-missing = There is no folder `inspections/` here or above.
    .hint = Go to the project folder, or name it with `--project FOLDER`. For a new project make the folder `inspections/`, then run `ketluan new ID`.
settings-wrong = The setting `{ $field }` cannot be used: { $takes ->
        [language] it takes "vi" or "en"
        [folder] it takes the name of a folder, in double quotes, without control characters
        [flag] it takes `true` or `false`
        [number] it takes a whole number from 0 to 1000
        [series] it takes "kind" (a series for each kind) or "agency" (one series for all)
        [checks] it takes "required" (signed after both checks, or with a reason) or "told" (only reminded of)
        [other-name] it must differ from `draft_name`, or the copy for signature would replace the draft
        [table] it takes a table of settings
       *[name] it takes one {"{"}inspection{"}"} and one {"{"}paper{"}"}, the rest ASCII letters without spaces
    }.
    .hint = Correct it in `ketluan.toml`; without the line the default holds.
settings-outside = The output folder “{ $path }” lies outside the project folder.
    .hint = Let `output` be a folder inside the project.
settings-syntax = The settings could not be read: this is not the syntax of TOML.
    .hint = Correct that line; text stands in double quotes.

### Layout

layout-too-large = The layout file is too large.
    .hint = Take the program's own `layout.yaml` again.
layout-not-yaml = The layout file is not understood at this line.
    .hint = Look at brackets and indentation.
layout-empty = The layout file has no content.
    .hint = Take the program's own `layout.yaml` again.
layout-value-wrong = The value of `{ $key }` cannot be used.
    .hint = Compare with the program's own `layout.yaml`: sizes in points, lengths in millimetres, from 0 to below 1000.
layout-key-unknown = There is no layout key `{ $key }`, or it is given twice.
    .hint = Compare with the program's own `layout.yaml`.
layout-key-missing = The layout key `{ $key }` is missing.
    .hint = Copy it from the program's own `layout.yaml`.
layout-columns-do-not-fill = The two columns of `{ $key }` do not add up to the width of the text.
    .hint = Change the column widths, or the margins.

### Papers

inspection-not-there = This folder holds no inspection “{ $id }” below `inspections/`.
inspection-twice = The id “{ $id }” is also that of the inspection in { $file }.
    .hint = Give one of the two another id; neither was handled.
inspection-without-papers = The inspection “{ $id }” names no paper to make.
    .hint = Add a paper under `documents`, e.g. kind: thong-bao-ket-luan.
paper-line-is-key = “{ $text }” is a key, but a line of text is printed as typed here: the paper would say “{ $text }”.
    .hint = Write { $line ->
        [addressees] {"{"}owners: [{ $text }]{"}"}
       *[other] {"{"}agency: KEY-OF-THE-AGENCY{"}"}
    } in place of the line, or type the name to print.
addressee-not-of-kind = { $kind } has no line of addressees (Kính gửi).
    .hint = Leave out `addressees`, put them under `recipients`; only letters, submissions and reports to a superior have Kính gửi.
paper-without-unit = This { $kind } does not say which unit it is about.
    .hint = Add `unit` (an id of `inspected_units`) to the paper under `documents`.
signatory-unknown = This kind of paper has no signature column “{ $text }”.
    .hint = Choose one of: { $known }.
due-calendar-unknown = The time limit of “{ $id }”, in working days, cannot be told: the calendar lacks days after { $day }.
    .hint = Type all days off into `catalogues/calendar.yaml`, then set `complete: có`.
due-calendar-unverified = The time limit of “{ $id }” was counted by the calendar “{ $span }”, of which this was not verified: { $facts }.
    .hint = Compare with the notice of holidays, correct `catalogues/calendar.yaml`, then remove `verified`, `unverified`.
remind-no-conclusion = The inspection has no `conclusion`, so a reminder does not know which paper to cite.
    .hint = Type kind, number, date and issuer of the issued conclusion at `conclusion`.
remind-no-kind = No kind of paper reminds.
    .hint = Set `reminds: có` in the `kind.yaml` of a kind.
remind-nothing = Nothing is overdue on { $day } that is not done.
    .hint = To see everything: `ketluan due --all`.
remind-unit-unknown = No recommendation is for “{ $text }”. There are: { $known }.{ nearest }
    .hint = Use the id of a unit or the key of an agency that has a duty.
remind-already = There is a reminder “{ $paper }” of these units as of { $day } already.
    .hint = Edit that one, or choose another day with `--as-of`.
press-not-issuable = Data rebuilt from the press can be a draft only, never a paper for signature.
    .hint = Leave out `--stage trinh-ky` and `stage: trinh-ky`.
paper-blank = { the-field } is not given, so the paper has a blank.
    .hint = Fill it in before the paper goes for signature.
paper-todo = The paper still has a note to be dealt with: “{ $text }”.
    .hint = Replace it with the real content, or delete it.
name-unfit = The file name “{ $name }” cannot be used: ASCII letters, no spaces, at most { $limit } characters.
    .hint = Shorten the id, or change the pattern of file names in `ketluan.toml`.
compose-too-many-points = A clause has more points than there are letters to number them.
    .hint = Put items of one subject together.
reference-unknown-block = “{ $reference }” points to no block of this paper.
    .hint = Correct the key, or give the block its label [#...] in the template.
file-not-written = This file could not be written: { $reason }.
    .hint = Close it if it is open in Word; look at permissions and free space. The old copy is intact.
folder-locked = Another run is writing to this folder.
    .hint = Wait until it has finished, then run again.
program-bug = The program met a bug of its own: { $problem }. This paper was not made; the others are not affected.
    .hint = Send the file with the details (named at the end) to those who look after the program.
text-not-storable = The paper has a character { $character } that a Word file cannot hold.
    .hint = Find and delete it in the data or in the template.
quarter-not = “{ $text }” is not a quarter of a year.
    .hint = Write it as III/2026.

### Summaries

covers-one-way = `covers` names neither inspections nor a year or an agency, or it does both.
    .hint = Write either `inspections: [ids]`, or `years` or `concluded_by` or these two.
covers-not-summary = Only a summary (`type: tong-hop`) covers other inspections.
    .hint = Leave out `covers`, or write `type: tong-hop`.
summary-own-data = A summary has no { the-field } of its own.
    .hint = Type it in the inspection it belongs to; the summary takes it from there.
covers-unknown = No inspection has the id “{ $id }”.{ nearest }
    .hint = Compare with `ketluan list`.
covers-repeated = The inspection “{ $id }” is named twice.
    .hint = Delete one of the two, or it would be counted twice.
covers-ambiguous = The id “{ $id }” is that of { $file } and of { $other }.
    .hint = Give one of the two another id.
covers-broken = { $file } cannot be read, so it cannot be said whether or how it counts: { PLURAL($count) ->
        [one] one error
       *[other] { $count } errors
    }, the first in line { $line }.
    .hint = → `ketluan check { $file }`
covers-summary = “{ $id }” is a summary itself.
    .hint = Name the inspections that it covers.
covers-press = “{ $id }” is rebuilt from the press and is not added to inspections of the office.
    .hint = Leave it out, or make a press summary: `source: {"{"}kind: press{"}"}`.
covers-press-left-out = Left out, because rebuilt from the press: { $ids }.
    .hint = Nothing to do; figures of the press are not added to those of the office.
covers-unsure = It cannot be said whether “{ $id }” ({ $file }) is meant: its file tells no year, or not who concluded it.
    .hint = Type the date of its decision or its `issuer`; or name the inspections by `inspections`.
covers-none = No inspection fits.
    .hint = Compare years and agencies with `ketluan list`.
covers-overlap = { $unit } was inspected in “{ $one }” and in “{ $other }”, { $known ->
        [yes] and the two periods overlap
       *[no] and it is not known whether the two periods overlap
    }: its figures may be counted twice.
    .hint = Compare `period` of the two; leave one of them out by naming the others in `inspections`.
covers-scope-differs = The content `{ $id }` has other words in “{ $other }” than in “{ $one }”; their limitations are counted together.
    .hint = Use one id for one content, with the same `text`, in all inspections.
covers-figure-unknown = The figures `{ $figure }` of “{ $id }” do not tell: { $names }; so the sums of these have a blank.
    .hint = Type them in that inspection.
covers-blank = The inspections covered do not all tell “{ $field }”, so the paper has a blank.
    .hint = Type it in the inspection that lacks it; for figures the notes at `covers` name it.
kind-not-for-file = { $summary ->
        [yes] { $kind } of this kind sums up several inspections, this file is one inspection
       *[no] { $kind } of this kind is about one inspection, this file sums up several
    }.
    .hint = Choose another `kind`, or move the paper to another file.

### Limits of a paper

paper-too-long = Making this took longer than { $seconds } seconds and was ended; the other papers were made.
    .hint = Look for what is very large in it (photographs, tables), or allow more: `ketluan build --time-limit`.
paper-memory = Making this needed more than { $limit } MB of memory and was ended; the other papers were made.
    .hint = Look for what is very large in it (photographs, tables), or allow more: `ketluan build --memory-limit`.
worker-died = The process that made “{ $name }” ended in the middle of it, twice; the other papers were made.
    .hint = It may have hung, crashed inside a library, or been ended for lack of memory. Its earlier files are kept.

cluster-missing = Working on a cluster needs the extra `cluster`, which is not installed here.
    .hint = `pip install ketluan[cluster]`; without it, the processes of this machine work.
cluster-silent = The scheduler { $address } does not answer: { $reason }
    .hint = Look whether `dask scheduler` runs there and may be reached from here.
cluster-differs = A worker of the cluster has another version of the program, of a library or of the templates.
    .hint = Install the same on every worker as here: otherwise its papers would not be the same bytes.

### PDF

pdf-not-made = PDF could not be made: { $missing ->
        [font] there is no font with the widths of Times New Roman and all Vietnamese letters
       *[pango] the library Pango could not be loaded
    } ({ $detail }). The Word file was still made.
    .hint = Run `ketluan doctor` to see what to install.
pdf-complaint = While making the PDF: { $detail }.
    .hint = Correct the layout; the PDF was not written, for it could differ from the Word file.
render-formats-differ = Word and PDF say different things after “{ $before }”: Word has “{ $word }”, PDF has “{ $pdf }”.
    .hint = Correct the layout that leaves out or changes this part; neither file was written.
pdf-other-font = The PDF uses the font “{ $font }” besides the font of the papers.
    .hint = Look for a character that the papers' font lacks, or for another font in the layout.

### Templates

template-missing = The template file “{ $name }” is missing.
    .hint = Look at the kind of paper (`kind`), or at the name of the file in `templates/`.
template-syntax = The template is not understood at this line: { $problem }.
    .hint = Look at the brackets and Jinja tags of the line.
template-undefined = The template uses a name that does not exist: “{ $text }”.{ nearest }
    .hint = Correct the name; docs/template-guide.md lists them under “What a template may print”.
template-part-undefined = The template uses a name that does not exist: { $problem }.
    .hint = Correct the name (docs/template-guide.md, “What a template may print”). `terms.NAME` has to stand under `terms` of `kind.yaml` for this type of inspection.
template-unprintable = This line prints a whole list, a group of names or a function as one value.
    .hint = Print each item with {"{"}% for … %{"}"}, or all with {"{{"} … |together {"}}"}; of a group print one of its names, as subject.full.
template-unsafe = The template does something it may not: { $problem }.
    .hint = A template only reads the data of its inspection.
template-forbidden = The template uses { $what }, which templates may not.
    .hint = Remove it; values are printed as the data has them.
template-failed = The template “{ $name }” stopped halfway: { $problem }.
    .hint = A value is printed, given to a filter or tested (if); it cannot be joined, cut or compared.
template-too-long = The template “{ $name }” gave { $problem } characters, too long for one paper.
    .hint = Look at the loops of the template.
template-subject = The template “{ $text }” has to give exactly one line.
    .hint = The subject is one line, without blank lines or annexes.
template-empty = The template “{ $text }” gave no paragraph, so the paper would have no content.
    .hint = Look at the conditions (if) of the template: whether the names in them have a value.
template-annex-title = The annex “{ $text }” has to begin with its title (a line beginning with # ).
    .hint = Add the title right after the line that opens the annex.
template-annex-open = The annex “{ $text }” is never closed.
    .hint = Add a line ::: after the last line of the annex.
template-fence = The line “{ $text }” is not understood.
    .hint = Use ::: annex id=... , ::: table NAME, or ::: to close.
template-table-part = The table of corrected cells needs the number of a group of cells: “{ $text }” is none.
    .hint = In the loop over `correction.groups` write ::: table NAME and loop.index.
template-table-unknown = This kind of paper has no table “{ $text }”.
    .hint = Correct the name, or add the table's file to the folder of the kind.
template-stray-mark = A mark in the template has no partner: “{ $text }”.
    .hint = Bold is **bold**, italic is *italic*; to print a mark write \ before it.
template-reference = The template has a reference that cannot be used: “{ $text }”.
    .hint = Correct the reference in the template.

### Layout (Word, HTML and CSS files)

layout-not-word = This is not a Word file, or it is damaged{ GIVEN($part) ->
        [yes] {" "}({ $part }: { $detail })
       *[no] {""}
    }.
    .hint = Take the original layout again, or open it in Word and save it.
layout-tag-broken = A tag of the layout is not understood{ GIVEN($tag) ->
        [yes] , paragraph { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Correct the tag there; a tag that opens has to be closed.
layout-tag-fails = A tag of the layout stopped halfway{ GIVEN($tag) ->
        [yes] , paragraph { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Correct the tag there.
layout-name-unknown = The layout uses a name that does not exist{ GIVEN($tag) ->
        [yes] , paragraph { $paragraph } “{ $tag }”
       *[no] {""}
    }: { $detail }.
    .hint = Correct the name; the documentation of templates lists those there are.
layout-fetches = The layout asks for “{ $address }”; papers take nothing from outside.
    .hint = Remove this address from the layout.
value-not-printed = “{ $text }” (`{ $field }`) is nowhere in this paper.
    .hint = See the wording template of the kind, or take the text out of the data.
column-value-unknown = There is no column “{ $text }”: this table prints { $choices }.
    .hint = Use one of these names.
own-field-name = “{ $text }” cannot be the name of a field.
    .hint = Take small letters without accents, digits and underscores, a letter first: thoi_gian; but not what wording takes otherwise, like items, values.
annex-not-mentioned = The body does not refer to { $label } (`{ $id }`).
    .hint = Add “(chi tiết tại [[#{ $id }]] kèm theo)” where it belongs, or leave the annex out under `annexes`.

### Rules of `check` (the words of each rule are in generator/checks/rules)

rules-not-checked = { $count } rules were not checked ({ $rules }): { $reason }. This does not mean that the paper keeps them.
    .hint = If an error of this report is the reason, correct it first; for what a rule needs: `ketluan explain ID`.
rule-not-checked = Rule { $rule } was not checked: { $reason }. This does not mean that the paper keeps it.
    .hint = For what the rule needs: `ketluan explain { $rule }`.
ignore-unknown = `ignore` names “{ $rule }”, but there is no such rule.
    .hint = Correct the id; `ketluan explain` lists them.
ignore-unused = Rule { $rule } is ignored, but nothing here breaks it.
    .hint = Take it out of `ignore`, so that it hides nothing later.
word-unfit = “{ $text }” in the list of words is no word or phrase.
    .hint = One word or phrase a line, of letters only, at most { $limit } syllables; a line that begins with # is a remark.
annex-without-rows = The paper asks for the annex “{ $name }”, and there is nothing to list in it.
    .hint = Type what it lists, or take the annex out of `annexes`.
file-code-not = “{ $text }” is no file code.
    .hint = Give 4 to 40 letters and figures, set off by full stops, dashes or slashes, e.g. 000.00.12.H99-260115-0001.
file-twice = The file “{ $code }” is already in the list, on line { $line }.
    .hint = Take one of the two out, or correct its code.
file-without-unit = The file “{ $code }” names no unit, and there are several.
    .hint = Give `unit`: a key of `inspected_units`.
file-sample-unknown = There is no figure “{ $text }” of the kind `sample`{ GIVEN($known) ->
        [yes] ; known: { $known }
       *[no] {""}
    }.{ nearest }
    .hint = Correct the key, or add the sample under `figures`.
file-sample-more = The list has more files of the sample “{ $sample }” than it says: more than { $limit } { $what ->
        [passed] that passed
        [failed] that failed
       *[other] that were checked
    }.
    .hint = Correct the list or the figure.
file-days-order = The file was received after the day { $which ->
        [due] on which its result was due
       *[other] on which its result was handed over
    }.
    .hint = Correct one of the two days.
file-returned-and-pending = The file has a day on which it was handed over, and is said to be pending.
    .hint = Keep `returned` or `pending: có`.
figure-field-twice = “{ $text }” is already among the fields of this figure.
    .hint = Add the two up, or correct the name.
figure-level-unknown = The name is given to a level “{ $text }” that the survey has not; its levels are { $known }.
    .hint = Name a level of `levels`.
paper-private = The paper is for publication, and this text tells something private (“{ $found }”, given at { $where }).
    .hint = Take it out of the text and refer to the list with the minutes; or build the paper without publication. A file of a body, not of a person: `private: không`.
paper-without-private = The paper is for publication: { $count } private values of the data are not in it.
    .hint = Build without `--edition publication`, and without `publish`, for the paper with all of them.
paper-published-internal = The paper is marked for circulation inside the office and cannot be published.
    .hint = Take out `circulation`, or do not publish the paper.
paper-not-published = A recipient publishes the paper (“{ $text }”), and `publish: không` says that it is not published.
    .hint = Correct one of the two.
part-named-total = A part may not be called “total”; that is the whole.
    .hint = Rename the part, or give the whole under `total`.
share-of-nothing = The share “{ $text }” belongs to no part; the parts are { $known }.
    .hint = Name the share like its part.
time-not = “{ $text }” is no time of day.
    .hint = Give hours and minutes, e.g. 8 giờ 30 or 08:30.
value-drafter-mark = The drafter's mark “{ $text }” has the wrong form.
    .hint = Capitals, a full stop, the number of copies in brackets: PL.(300) (Decree 30/2020, Annex I, Part I, III.3).
month-not = There is no month “{ $text }”.
    .hint = Give 1 to 12.
year-not = The year “{ $text }” cannot be used.
    .hint = Give four digits, e.g. 2026.
annex-unknown = This kind of paper has no annex “{ $text }”.
    .hint = See `annexes` in the `kind.yaml` of the kind.
id-of-paper = “{ $id }” is the id of a cited paper already.
    .hint = Give the figure another id.

### Reading a PDF made by anyone

pdf-too-large = The PDF has { $size } MB; at most { $limit } MB are read.
    .hint = Save it with smaller pictures, or check its parts one by one.
pdf-not-one = This file is not a PDF: it does not begin like one.
    .hint = Open the paper in the program that made it and save it as PDF again.
pdf-locked = The PDF is locked with a password, or in a way that cannot be undone here, so it was not read.
    .hint = Save a copy without a password and check that.
pdf-damaged = The PDF is damaged or not whole: its pages cannot be read.
    .hint = Fetch the file again, or open it and save it as PDF anew.
pdf-too-many-pages = The PDF has more than { $limit } pages, or its list of pages does not end.
    .hint = Check its parts one by one.
pdf-too-much = The PDF asks for more work than any paper needs, so reading it was given up.
    .hint = Open it and print it as PDF anew; a file from an unknown sender is best not opened at all.

### Reading a finished paper of any kind

paper-too-large = The file has { $size } MB; papers of at most { $limit } MB are read.
    .hint = Save it with smaller pictures, or check its parts one by one.
paper-not-regular = This is a folder or a special file, not a paper.
    .hint = Give a .docx, .pdf or .txt file.
paper-empty = The file is empty.
    .hint = Fetch it again.
paper-other-kind = The file is named .{ $named } but is a .{ $kind } file, so it was not read.
    .hint = Give it the ending .{ $kind }, if that is what was meant.
paper-old-word = This is an old Word file (.doc) or a Word file with a password; it was not read.
    .hint = Open it in Word and save it as .docx without a password.
copy-exists = Another file of this name is there, so the copy was not written.
    .hint = Add `--force` to overwrite it, or `--out` for another folder.
copy-only-word = Only Word files (.docx) can be annotated or repaired.
    .hint = For a PDF, take the Word file it was made of.
paper-part-not-read = The file has { $what }, which was not checked.
    .hint = Look at that part yourself.
paper-picture = This file is a picture: there is no text in it that could be read.
    .hint = Take the file the paper was printed from.
paper-kind-unread = Files of this kind are not read; only .docx, .pdf and plain text are.
    .hint = Save the paper as .docx or PDF.
text-too-large = The text has { $size } MB; at most { $limit } MB are read.
    .hint = Check its parts one by one.
text-too-long = The text has more than { $limit } lines.
    .hint = Check its parts one by one.

settings-unknown = There is no setting `{ $field }`{ GIVEN($near) ->
        [yes] ; the nearest is `{ $near }`
       *[no] {""}
    }.
    .hint = The settings are: { $allowed }.
name-twice = The file name “{ $name }” already belongs to the paper { $other }.
    .hint = Change the id of the paper, or `draft_name` and `signing_name`; if the other paper is gone, delete its old file.
write-outside = Nothing was written: a link leads from here out of the folder that may be written to.
    .hint = Put a plain folder or file in place of the link. To write elsewhere, use `--out FOLDER`.
file-replaced-alone = This file was replaced by the new one, but “{ $other }” was not: the two no longer agree.
    .hint = Close files that are open, look at the free space, then run again.

### An office's own layout: what may travel with papers

layout-part-forbidden = The layout has a part “{ $part }”; it would travel with every paper, so it cannot be used.
    .hint = In Word remove comments, macros, embedded objects and custom XML (File, Info, Inspect Document), then save as .docx.
layout-external = The layout points outside its file, to “{ $target }” ({ $part }).
    .hint = Remove the link; pictures have to be in the file, and no template may be attached.
layout-markup-forbidden = The layout has “{ $what }” ({ $part }): a tracked change, a comment, an embedded object or a field that takes its content from elsewhere.
    .hint = In Word accept all changes, remove the comments, the object or the field, and save again.
layout-mark-lost = The layout does not print “{ $mark }” everywhere it has to stand.
    .hint = The mark of pages takes `page_mark` in every footer of the Word layout and in the PDF layout; the others take `draft_mark`, `urgency` and `circulation` in the text of both, and `address` at the foot of the first page.
layout-not-text = This layout file is not UTF-8 text.
    .hint = Save the file as UTF-8.
layout-value-small = The value of `{ $key }` is too small: it has to be { $least } at least.
    .hint = Compare with the original `layout.yaml`: sizes are points, lengths are millimetres.

### An office's own layout, checked before it is used

layout-tag-open = A tag opens here and does not close in its paragraph; what follows would be lost: “{ $tag }”.
    .hint = Close the tag in the same paragraph, and press no Enter inside it.
layout-tag-cut = Something that is no text stands inside the tag “{ $tag }” (a line end, a picture, a field); it would be lost.
    .hint = Delete the tag and type it anew, all at once.
layout-tag-refused = The tag “{ $tag }” is not for layouts.
    .hint = Print with plain tags, `runs(...)` or `lines(...)`; tables take widths and merged cells from the data.
layout-tag-percent = The tag “{ $tag }” has a percent sign or a brace inside it, so it is not recognised.
    .hint = Write what the tag asks for without % and without braces.
layout-tag-misplaced = The tag “{ $tag }” takes { $kind } away, and stands in none; what stands before it would be lost.
    .hint = Put it into a row of the table, or use the tag for paragraphs, the one with p.
layout-tag-eats = The tag “{ $tag }” takes { $kind } away with all that stands in it, here “{ $lost }”.
    .hint = Leave the tag alone there; put what stands beside it before or behind.
layout-loop-in-paragraph = The loop “{ $tag }” runs inside a paragraph: what it prints is glued together.
    .hint = Put the loop alone into a paragraph with p before `for`, or into a row of the table with tr.
layout-style-missing = The layout uses the style “{ $style }” and does not have it; Word prints that text as plain text.
    .hint = Copy the style from the program's own `van-ban.docx`, or choose another one.
layout-text-lost = The trial papers say “{ $text }”, and this layout does not print it.
    .hint = Put back the tag that prints it; compare with the program's own `van-ban.docx`.

### Photographs

photo-not-picture = This file is no photograph: its content is neither JPEG nor PNG.
    .hint = Save it as JPEG or PNG.
photo-broken = This photograph is damaged or was cut short.
    .hint = Open it, save it anew as JPEG or PNG, or take the original again.
photo-too-many-pixels = This photograph has { $width } × { $height } pixels; at most { $limit } million are taken.
    .hint = Make it smaller; 2000 pixels of width are enough for a page.
photo-outside = This photograph lies outside the project.
    .hint = Copy it into the folder of the YAML file and write its name.
photo-colours = This photograph has the colours of print shops (CMYK), which papers do not take.
    .hint = Save it with RGB colours.

### Word files that are read

word-not-word = This is not a Word file.
    .hint = Open it in Word and save it as “Word Document (.docx)”.
word-other-kind = This is a file of the kind { $kind }, not a Word file.
    .hint = Give the paper as .docx, or as PDF with text in it.
word-old-format = This is a Word file of the old kind (.doc).
    .hint = Open it in Word and save it as “Word Document (.docx)”.
word-encrypted = The file is protected with a password.
    .hint = Open it in Word, take the password away (File, Info), and save it under another name.
word-macros = The file carries macros; such files are not opened.
    .hint = Save it in Word as “Word Document (.docx)”, without macros.
word-damaged = The file is damaged: its parts cannot be unpacked.
    .hint = Take the original again, or open it in Word and save it anew.
word-part-broken = The part “{ $part }” of the file is damaged: { $detail }.
    .hint = Open the file in Word and save it anew.
word-part-missing = The file has no part “{ $part }”, which every Word file has.
    .hint = Take the original again, or open it in Word and save it anew.
word-part-twice = The file has the part “{ $part }” twice: two programs could read two different texts.
    .hint = Open it in Word, look at the text, and save it anew.
word-part-too-large = The part “{ $part }” has more than { $limit } MB of text, too much for a paper.
    .hint = Divide the document.
word-too-large = The file has more than { $limit } MB, too much for a paper.
    .hint = Make its pictures smaller, or divide it.
word-unpacks-too-large = Unpacked the file would have more than { $limit } MB, or far more than its size tells.
    .hint = Open it only if you know where it comes from; then save it anew in Word.
word-strict = The file is in the strict form of the format, which can be read but not copied with changes.
    .hint = Save it in Word as “Word Document (.docx)”.
word-signed = The file is digitally signed; a changed copy would break the signature.
    .hint = Take the file from before it was signed.
word-no-paragraph = The file has no paragraph that could hold a remark.
    .hint = Read the list of remarks instead.
word-too-many-parts = The file has more than { $limit } parts, too many for a paper.
    .hint = Open it in Word and save it anew.

### Spreadsheets (.xlsx, .csv) that are read

sheet-other-kind = Figures are not read from a file of kind “{ $kind }”: only from .xlsx and .csv.
    .hint = Open the file in Excel or LibreOffice and save it as .xlsx.
sheet-old-or-encrypted = The file is an old spreadsheet (.xls) or has a password.
    .hint = Open the file, remove the password, and save it as .xlsx.
sheet-not-workbook = This file is not an .xlsx workbook.
    .hint = Open the file in Excel or LibreOffice and save it as .xlsx.
sheet-macros = The workbook has macros; such a file is not opened.
    .hint = Save it again as .xlsx, without macros.
sheet-too-many-parts = The workbook has more than { $limit } parts, too many for a file of figures.
    .hint = Copy the range with the figures to a new file.
sheet-unpacks-too-large = Unpacked, the workbook would have more than { $limit } MB, or be far larger than its file.
    .hint = Copy the range with the figures to a new file.
sheet-part-twice = The workbook has two parts of the same name: two programs may read two different contents.
    .hint = Open the file, look through its content, and save it again.
sheet-part-broken = The part “{ $part }” of the workbook is broken or declares what is not allowed.
    .hint = Open the file in Excel or LibreOffice and save it again.
sheet-too-many-cells = A sheet has more than { $limit } cells, merged ones counted.
    .hint = Copy the range with the figures to a new file.
sheet-damaged = The workbook cannot be read: the file is damaged.
    .hint = Open the file in Excel or LibreOffice and save it again.
sheet-csv-broken = The CSV file has a quote that is not closed or stands in a wrong place.
    .hint = Save the file again as “CSV UTF-8”.
sheet-missing = Which sheet of “{ $file }” is meant is not known; the file has: { $known }.
    .hint = Name the sheet in `sheet`.
sheet-hidden = The figures come from the hidden sheet “{ $cell }” of “{ $file }”.
    .hint = See whether this sheet really is their source.
sheet-range-not = “{ $text }” is no range with figures of “{ $file }”.
    .hint = A range holds the heading and the rows of figures: A4:M12.
sheet-no-headings = No column of “{ $file }” ({ $cell }) has a heading of this kind of figure.
    .hint = The range begins with the heading; docs/spreadsheets.md lists the headings that are known.
sheet-heading-twice = In “{ $file }” ({ $cell }), two columns are { $field }.
    .hint = Make the range smaller, or correct the heading.
sheet-heading-number = In “{ $file }” ({ $cell }), the heading says { $field } but the column number { $other }.
    .hint = Correct the heading or the column number.
sheet-heading-unknown = The column “{ $text }” ({ $cell }) of “{ $file }” was not read; the nearest heading is “{ $near }”.
    .hint = Correct the heading if the column holds figures to be read.
sheet-parts-columns = In “{ $file }” ({ $cell }), two columns are needed with the headings { $known }.
    .hint = Each row is a part: its id and its number.
sheet-part-twice-named = In “{ $file }” ({ $cell }), the id “{ $text }” already stands in row { $row }.
    .hint = One row for each id.
sheet-row-missing = The range of “{ $file }” ({ $cell }) has no row “{ $text }” to read.
    .hint = Give in `row` the very words in the name column of the row.
sheet-rows-several = The range of “{ $file }” ({ $cell }) has several rows that could be read: { $rows }.
    .hint = Give in `row` the words in the name column of the wanted row, or make the range smaller.
sheet-cell-merged = The cell { $cell } of “{ $file }” is a merged one: it is not clear which column or row its number belongs to.
    .hint = Unmerge the cells and type the number into the right one.
sheet-cell-not-number = The cell { $cell } of “{ $file }” is “{ $text }”, not a number.
    .hint = Change the format of the cell to a number and type it again.
sheet-cell-error = The cell { $cell } of “{ $file }” is the error { $text }.
    .hint = Correct the formula and save the file again.
sheet-cell-not-computed = The cell { $cell } of “{ $file }” is the formula { $text } without a result saved in the file.
    .hint = Open the file in Excel or LibreOffice and save it again.
sheet-cell-elsewhere = The cell { $cell } of “{ $file }” is the formula { $text }, which takes its number from another file.
    .hint = Paste the value (Paste special, Values) into this cell.
sheet-cell-unreadable = The cell { $cell } of “{ $file }” holds text that cannot be read: “{ $text }”.
    .hint = Type this cell again.
sheet-typed-differs = The number typed in the file is “{ $typed }”, the cell { $cell } of “{ $file }” says “{ $text }”.
    .hint = Delete the typed number, or make the two agree.

sheet-form-extra = The sheet “{ $text }” is none of the form; its content is not read.
    .hint = Move the content to a sheet of the form and delete this one.
sheet-form-missing = The form lacks the sheet “{ $text }”.
    .hint = Take a new form (`ketluan new ID --form`) and copy the content.
sheet-form-path = The cell { $cell } is “{ $text }”, no field of this sheet.
    .hint = Row 3 of the form stays as it was made.
sheet-form-column = The sheet lacks the column `{ $text }` (cell { $cell }).
    .hint = Row 3 of the form stays as it was made; a column that is not used stays empty.
sheet-form-stray = The cell { $cell } holds “{ $text }” outside of the columns and lines of the form.
    .hint = Move it to its cell of the form, or delete it.
sheet-form-date = The cell { $cell } was turned into the date { $text }.
    .hint = Change the format of the cell to Text and type it again.
sheet-form-phrase = The cell { $cell }: this row has both a typed text and a phrase.
    .hint = Keep one of them: clear the text, or the phrase and its parameters.
sheet-form-pairs = The cell { $cell }: “{ $text }” is not of the form “id: value”, or the id is there already.
    .hint = Write it like “rat-hai-long: 3.906; hai-long: 1.297”.

sheet-no-tables = The paper has no annex with a table: no .xlsx file is made.
    .hint = Leave xlsx out of `--only`.

### After the signature: steps, issue, store

document-unknown = This inspection has no paper “{ $text }”; its papers: { $known }.{ nearest }
    .hint = See the ids under `documents` of the file.
document-not-one = There are several papers of the kind “{ $text }”: { $known }.
    .hint = Give the id of the paper.
step-out-of-turn = The paper stands at “{ $state }”, so “{ $step }” cannot be recorded. { GIVEN($next) ->
        [yes] What can be recorded: { $next }.
       *[no] Nothing follows that state.
    }
    .hint = See `ketluan state --help`; papers are issued by `ketluan issue`.
step-without-reason = The step “{ $step }” needs a reason.
    .hint = Add `--reason "..."`.
step-not-signer = “{ $by }” does not sign this paper; “{ $signer }” does.
    .hint = Give `--by { $signer }`, or change `signer` and put it before the signer again.
step-same-person = “{ $by }” did { $other } of this very text; content and form are checked by two people (Decree 30/2020, Art. 12).
    .hint = Somebody else does this step.
step-unchecked = This text lacks the step { $missing }: before the signature the head of the drafting unit checks the content, a person charged with it the form (Decree 30/2020, Art. 12).
    .hint = Record the missing step with `ketluan state`; if it was checked elsewhere, record `da-ky` with `--reason "..."`, or set `two_checks = "told"` in `ketluan.toml`.
step-text-changed = The paper says something else since the step “{ $step }” of { $day }.
    .hint = Record `tra-lai` with a reason, then put the new text before the signer (Decree 30/2020, Art. 11(2)).
issue-unnumbered = { $kind } has no number.
    .hint = Leave out `--number`.
issue-number-missing = The number it was given is missing.
    .hint = Add `--number NUMBER`; the symbol is { $symbol }.
issue-symbol = “{ $text }” does not have the symbol “{ $symbol }” of this paper.
    .hint = Give the number alone, or change `symbol` and put it before the signer again.
issue-leading-zero = “{ $text }” is below 10 and needs a zero before it: { $number }.
    .hint = Give `--number { $number }`.
issue-typed-otherwise = The file has “{ $typed }”, which is not the “{ $given }” just given.
    .hint = Compare with the register; correct the wrong one and run again.
issue-day-future = The date of issue { $day } is after today ({ $today }).
    .hint = Give the date it was given.
issue-day-before-signature = The date of issue { $day } is before the step “signed” ({ $signed }).
    .hint = Compare with the document system; number and date follow the signature.
issue-signed-missing = An electronic paper needs its signed file.
    .hint = Add `--signed FILE.pdf` from the document system; a paper signed on paper has `medium: giay`.
issue-folder-there = This folder is in the store of issued papers already.
    .hint = Run `ketluan verify`.
issue-undone = An earlier issue was interrupted before it was done; it was undone, nothing had been written.
    .hint = Run `ketluan issue` again for that paper.
issue-finished = An earlier issue was interrupted on its way; it was finished.
    .hint = Run `ketluan verify` to be sure.
issue-unfinished = The paper is issued: its line stands in the journal. Not everything could be put in its place yet.
    .hint = Do not issue it again. Remove the cause; the next command finishes it.
issue-yaml-changed = This file was changed while a paper was issued, so number and date were not written to it.
    .hint = Write number and date as in the journal, then run `ketluan verify`.
issued-says-otherwise = Data or wording give another text now than was issued on { $day }; the issued copy was left alone.
    .hint = See the difference: `ketluan diff { $inspection } { $paper }`. An issued paper is changed by a correcting or amending paper.
correct-not-issued = The paper was not issued, so it is changed in the YAML file itself.
    .hint = A draft is made again by `ketluan build`; one before the signer is first recorded as `tra-lai`.
correct-nothing = The data give the very paper that was issued: there is nothing to correct.
    .hint = Correct the wrong data first and run again; to recall it add `--as thu-hoi`.
correct-other-instrument = “{ $proposed }” is proposed, not “{ $instrument }”: at { $where }, “{ $old }” → “{ $new }” (Decree 30/2020, Art. 18(3)).
    .hint = Leave out `--as`, or say why: `--reason "..."`.
correct-no-kind = No kind of paper is there to “{ $instrument }” a paper of the kind `{ $kind }`.
    .hint = Add a folder to `templates/` with `corrects: { $instrument }` and `corrected_kinds`.
correct-uncovered = The data differ from the issued copy at { $where }, “{ $old }” → “{ $new }”, but this paper does not mend that place.
    .hint = Add it to `places` (`ketluan correct` drafts it), or set the data back to what was issued.
correct-unreached = A recipient of the issued paper is not reached by this one: “{ $text }”.
    .hint = Add it to `addressees` or `recipients`.
quote-not-there = “{ $text }” does not stand in the issued copy.
    .hint = Copy the words as they were printed.
quote-not-once = “{ $text }” stands { $times } times at { $where } of the issued copy; it has to stand there exactly once.
    .hint = Quote more of the words around it, or correct `where`.
quote-other-page = “{ $text }” is not on page { $page } but on page { $pages } of the issued copy.
    .hint = Correct `page`.
journal-broken = From this line on the journal does not fit the lines before: one was changed, added or lost.
    .hint = Write nothing more. Take `journal.jsonl` from a backup and run `ketluan verify`.
journal-cut = The journal had { $known } lines and does not hold all of them any more (it has { $count }): its end was cut off or replaced.
    .hint = Write nothing more. Take `journal.jsonl` from a backup and run `ketluan verify`.
journal-head-broken = The file that says where the journal ends is missing or was changed.
    .hint = Write nothing more. Take `journal.head` together with `journal.jsonl` from a backup and run `ketluan verify`.
record-broken = The record of an issued paper cannot be read.
    .hint = Take this folder from a backup.
signed-mark = The signed file has more: “{ $text }”.
signed-differs = The signed file differs from the approved copy behind “{ $before }”: approved “{ $ours }”, signed “{ $signed }”.
    .hint = Is it the file of this paper, with the right number and date?
signed-page-differs = Page { $page } of the signed file differs from the approved copy behind “{ $before }”: approved “{ $ours }”, { GIVEN($signed) ->
        [no] not found in the signed file.
       *[yes] signed “{ $signed }”.
    }
    .hint = Is it the file of this paper, with the right number and date? Does something cover text?
signed-added = Page { $page } of the signed file has “{ $text }” more, which is no mark of a signature.
    .hint = Only number, date and marks of signatures may differ from the approved copy.
signed-filled-otherwise = Page { $page } of the signed file has “{ $signed }” filled in; typed were “{ $ours }”.
    .hint = Type number and date again, or take the right file.
signed-blank = Page { $page } of the signed file is still blank behind “{ $before }”: “{ $ours }” is missing.
    .hint = A blank in an annex is only told; number and date at the head must be there.
signed-unseen = Page { $page } of the signed file has text nobody sees (white, or covered): “{ $text }”.
    .hint = Only number, date and marks of signatures may differ from the approved copy.
signed-struck = Page { $page } of the signed file strikes out “{ $text }”.
    .hint = Only number, date and marks of signatures may differ from the approved copy.
signed-annotation = Page { $page } of the signed file has an annotation ({ $kind }) that does not say what it shows.
    .hint = Take the original from the document system, without comments on it.
signed-part = The signed file has a part that cannot be read, and the approved copy has not: { $part }.
    .hint = Take the original from the document system again.
signed-pages = The signed file has { $signed } pages, the approved copy { $ours }.
    .hint = Is a page or an annex missing?
signed-picture = Page { $page } of the signed file has { $count } more pictures (signature, seal): look at it.
verify-interrupted = An issue was interrupted; the next command that writes will finish or undo it.
    .hint = Run `ketluan state` or `ketluan issue` when needed.
verify-changed = The file is not what it was when the paper was issued on { $day }.
    .hint = Do not send it. Take the original from the document system or a backup.
verify-file-added = This file was not there when the paper was issued.
    .hint = Move it out of the store of issued papers.
verify-without-line = The journal has no line about this paper.
    .hint = The journal was cut, or the folder was copied here; take the journal from a backup.
verify-without-link = The journal has no line about what this paper did to “{ $paper }”.
    .hint = The journal was cut; take it from a backup.
verify-signature = The digital signature of the original was not verified.
    .hint = Verify it with the software of the authority that issued the certificate.
verify-yaml-missing = The issued paper “{ $paper }” cannot be read in its YAML file any more.
    .hint = Restore the file from the copy kept in `issued/`, folder `data/`.
verify-yaml-differs = The paper “{ $paper }” was issued as “{ $number }” of { $day }; the YAML file says otherwise.
    .hint = Correct the YAML file after the issued copy.

### Word edits

pull-no-anchors = This Word file has no anchors of a draft, so it is not known where its texts come from.
    .hint = Edit the draft that `ketluan build` made (without `--clean`), and save it as .docx.
pull-anchors-damaged = The part of this Word file that tells where its texts come from is damaged.
    .hint = Make the draft again, and edit that.
pull-unknown-paper = This project has no paper “{ $paper }”.
    .hint = Run it in the project that made the Word file, or see which id was changed.
pull-issued = The paper “{ $inspection }/{ $paper }” was issued, so its data are not changed from a draft.
    .hint = See by which paper it is corrected: `ketluan correct { $inspection } { $paper }`.
pull-too-much = { $count } paragraphs differ from what was printed; up to { $limit } are compared.
    .hint = This file is no edit of the draft any more; make the draft again and edit that.
pull-comments-damaged = The file that keeps the comments is damaged.
    .hint = Delete it, then run `ketluan pull` again.
pull-comment-unknown = The paper { $paper } has no comment number { $number }.
    .hint = See the number of each comment: `ketluan comments`.
file-removed = This file was removed: the paper or annex that made it is no more.
file-left = The paper that made this file is no more, but the file was edited by hand, so it stays.
    .hint = Delete it when it is not needed.
file-edited = This file was edited by hand, so it is kept as { $kept }.
    .hint = Bring the edits into the YAML: `ketluan pull { $kept }`.
file-edited-other = This file was changed since it was made, so it is kept as { $kept }.
    .hint = Look at the kept file; delete it when it is not needed.

### The folder for signature

paper-of-itself = The paper “{ $text }” cannot submit itself.
    .hint = Give under `of` the id of the paper that is submitted.
submit-too-long = `{ $field }` has { $length } characters; that field of the document system takes { $limit } (Decree 30/2020, annex VI). The files have it whole.
    .hint = Make it shorter here, or type a shorter one in the system.
submit-priority = The paper is marked “{ $text }”; annex VI gives urgency (`Priority`) one digit and no list of them, so it is empty.
    .hint = Choose the urgency in the system.
submit-sheets-several = There are several phiếu trình, and no single one of them submits the paper “{ $paper }”: { $known }.
    .hint = Write `of: { $paper }` in exactly one of them.
submit-sheet-taken = The phiếu trình “{ $sheet }” does not say which paper it submits; it was taken for “{ $paper }”.
    .hint = Write `of` in the phiếu trình.

### The register of outgoing papers

register-gaps = { GIVEN($kind) ->
        [yes] { $kind }
       *[no] Outgoing papers
    } { $year } of “{ $owner }”: the numbers { $numbers } are not in the program.
    .hint = They were given to papers made outside the program; compare with the clerk's own register.
register-unnumbered = { $count } issued { PLURAL($count) ->
        [one] paper has
       *[other] papers have
    } no number, so the register does not list { PLURAL($count) ->
        [one] it
       *[other] them
    }.
    .hint = See `issued/`.

### The archive

archive-file-changed = The file is not what it was when it was recorded; it is left out of the archive.
    .hint = Run `ketluan verify`; for a file of `output/` run `ketluan build` again.
archive-not-built = The paper was not made, so it is not in the archive.
    .hint = Run `ketluan build`; for the public archive `ketluan build --edition publication`.
archive-paper-edited = A file of the paper was edited by hand after it was made; it is left out of the archive.
    .hint = Bring the edits into the data (`ketluan pull`), then run `ketluan build`.
archive-paper-gone = A file of the paper is not in `output/` any more.
    .hint = Run `ketluan build`.
archive-paper-stale = The paper in the archive was made of other data, templates or program than there are now.
    .hint = Run `ketluan build`, then make the archive again.
archive-stale-public = The edition for publication was made of something else than there is now ({ $why }); it is left out of the public archive.
    .hint = Run `ketluan build --edition publication`, then make the archive again.
archive-issued-missing = The issued paper “{ $paper }” is not in the archive: its inspection cannot be read.
    .hint = Correct the errors of that YAML file, or take it from a backup.
archive-not-issued = The paper is marked for publication but was not issued and has no number and day; it is not in the public archive yet.
archive-issued-not-public = The paper is marked for publication now and was not when it was issued; it is left out of the public archive.
archive-private = A public page would tell the private text that was typed here; the inspection is left out of the public archive.
    .hint = Look for this text in the prose of the file and write it without names and file codes.
archive-name-unfit = The archive does not take this file name: too long, taken, or leading outside.
archive-no-pictures = The archive has no pictures of first pages: what draws PDF pages is not installed.
    .hint = `pip install "ketluan[archive]"`.
archive-picture-failed = The first page of this PDF cannot be drawn; the paper is in the archive all the same.
archive-place-unfit = The archive cannot lie here.
    .hint = Choose a folder outside of `inspections/`, `templates/`, `output/` and `issued/` that does not hold the project.
archive-not-ours = Something is here that is no archive made by this program; it is not overwritten.
    .hint = Choose another folder with `--out`, or move that away.
archive-not-one = This is no archive made by this program.
    .hint = Name the folder with the file `bagit.txt`.
archive-manifest-broken = This line of the list of files cannot have been written by the program.
    .hint = Take the archive from a backup, or make it again with `ketluan archive`.
archive-file-differs = The file is not what it was when the archive was made.
    .hint = Take the archive from a backup, or make it again with `ketluan archive`.
archive-file-missing = The file is in the list and not in the archive any more.
    .hint = Take the archive from a backup, or make it again with `ketluan archive`.
archive-file-added = This file is not in the list of the archive.
    .hint = Move it out of the archive.
archive-file-unsealed = The list of the archive has no seal of this file.
    .hint = Make it again with `ketluan archive`.
archive-link-dead = The link “{ $link }” leads nowhere.
archive-link-outside = The link “{ $link }” leads out of the archive.
archive-pdf-unclaimed = The PDF does not say that it is PDF/A.
    .hint = A file that came back from another system may be so; keep it as it is and note where it came from.
archive-pdf-untrue = The PDF does not keep the standard it claims: { $detail }.
archive-pdf-not-validated = The standard of the PDF could not be checked: { $detail }.
archive-no-verapdf = { $count } { PLURAL($count) ->
        [one] PDF was
       *[other] PDFs were
    } not checked for PDF/A: veraPDF is not installed.
    .hint = `pip install "ketluan[pdfa]"`, then run it again.
archive-signatures = The digital signatures in { $count } { PLURAL($count) ->
        [one] PDF
       *[other] PDFs
    } were not verified.
    .hint = Verify them with the software of the signing authority.
archive-seal-unknown = Whether the whole archive was replaced by another one is not known; its seal is { $seal }.
    .hint = Compare it with the seal that `ketluan archive` printed, kept elsewhere.

### Changed papers

changes-no-manifest = This is no folder of papers made by `ketluan build`: it has no `manifest.json`.
changes-not-as-recorded = The file is not what it was when it was made; its paper was not compared.
    .hint = Run `ketluan build` in that version.
changes-no-pictures = The pages were not compared and there are no pictures: what draws PDF pages is not installed.
    .hint = `pip install "ketluan[archive]"`.
changes-page-undrawn = A page of this PDF cannot be drawn; the paper was not compared.
changes-not-ours = This folder holds something that `ketluan changes` did not make; nothing is written into it.
    .hint = Choose another folder with `--out`.
