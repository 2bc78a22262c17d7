// Generated from Specs/diagnostics/json by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let jsonPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"json/bad-escape"#,
            title: #"A backslash is followed by nothing that JSON knows"#,
            meaning: #"In a string, a backslash is followed by one of `" \ / b f n r t`, or by `u` and four hexadecimal digits."#,
            example: #"""
                ```json
                {
                  "pattern": "^\d+$"
                }
                ```
                """#,
            remedy: #"Write a backslash that is meant as one twice: `"^\\d+$"`."#),
        DiagnosticPage(
            code: #"json/bad-number"#,
            title: #"This is no number of JSON"#,
            meaning: #"""
                A number is an optional minus sign, digits without leading zeros, and optionally a fraction and an exponent. There is no
                plus sign in front, no hexadecimal, no NaN and no Infinity, and a point has digits on both sides.
                """#,
            example: #"""
                ```json
                {
                  "minimum": .5
                }
                ```
                """#,
            remedy: #"Write it out: `0.5`, `12`, `255`. Where a number is missing, write `null` or leave the member out."#),
        DiagnosticPage(
            code: #"json/byte-order-mark"#,
            title: #"A JSON text begins with a byte order mark"#,
            meaning: #"""
                RFC 8259 does not allow the three bytes EF BB BF before the value. Some readers skip them, others refuse the text, so it is
                refused here before it meets one of those.
                """#,
            example: #"""
                ```text
                ⟨EF BB BF⟩{"type": "string"}
                ```
                """#,
            remedy: #"Save the file as UTF-8 without a byte order mark. `sed -i '1s/^\xEF\xBB\xBF//' file.json` removes one."#),
        DiagnosticPage(
            code: #"json/comment"#,
            title: #"A comment stands in a JSON text"#,
            meaning: #"JSON has no comments. Editors that show some call their format JSON5 or JSONC; registries and other readers refuse it."#,
            example: #"""
                ```json
                {
                  // how long
                  "maxLength": 20
                }
                ```
                """#,
            remedy: #"Remove the comment, or put what it says into a member. JSON Schema has `$comment` and `description` for that, Avro `doc`."#),
        DiagnosticPage(
            code: #"json/control-character"#,
            title: #"A control character stands in a string"#,
            meaning: #"Characters below U+0020 must be escaped."#,
            example: #"""
                ```text
                "a⟨tab⟩b"
                ```
                """#,
            remedy: #"Write the escape: `\t` for a tab, `\u001b` for U+001B."#),
        DiagnosticPage(
            code: #"json/duplicate-key"#,
            title: #"An object has the same key twice"#,
            meaning: #"""
                Readers of JSON keep one of the two values without a word, and not all the same one, so the text does not say one thing.
                Keys are compared by their characters, after escapes.
                """#,
            example: #"""
                ```json
                {
                  "type": "string",
                  "type": "number"
                }
                ```
                """#,
            remedy: #"Remove one of the two, or rename the one that was meant to be another key. The message shows both places."#),
        DiagnosticPage(
            code: #"json/invalid-utf8"#,
            title: #"A JSON text holds bytes that are not UTF-8"#,
            meaning: #"""
                JSON is read as UTF-8. The byte shown cannot stand at this place: the file was most likely saved in Latin-1 or
                Windows-1252, or cut in the middle of a character.
                """#,
            example: #"""
                ```text
                "caf⟨E9⟩"
                ```
                """#,
            remedy: #"Save the file as UTF-8. `iconv -f WINDOWS-1252 -t UTF-8 old.json > new.json` converts one."#),
        DiagnosticPage(
            code: #"json/lone-surrogate"#,
            title: #"Half of a surrogate pair stands alone"#,
            meaning: #"""
                Characters beyond U+FFFF are escaped as two halves, `\ud83d\ude00`. A half alone is no character and cannot be written as
                UTF-8.
                """#,
            example: #"""
                ```json
                {
                  "title": "\ud83d"
                }
                ```
                """#,
            remedy: #"Write the character itself, or both halves in their order."#),
        DiagnosticPage(
            code: #"json/single-quotes"#,
            title: #"A string stands in single quotes"#,
            meaning: #"JSON knows only double quotes."#,
            example: #"""
                ```json
                {
                  "type": 'string'
                }
                ```
                """#,
            remedy: #"Use double quotes. A double quote within the string is written `\"`."#),
        DiagnosticPage(
            code: #"json/syntax"#,
            title: #"This is not JSON"#,
            meaning: #"Something stands here that cannot stand here, or the text ends before its value does. The message says what was expected."#,
            example: #"""
                ```json
                {
                  "type" "string"
                }
                ```
                """#,
            remedy: #"Look at the place shown and just before it: most often a comma, a colon, a quote or a bracket is missing."#),
        DiagnosticPage(
            code: #"json/too-deep"#,
            title: #"Arrays and objects are nested too deep"#,
            meaning: #"Values nested hundreds of levels deep are not written by people, and can bring down programs that read them."#,
            example: #"""
                ```text
                [[[[[[ … ]]]]]]  more than 512 deep
                ```
                """#,
            remedy: #"Flatten the value. If it was generated, look for a loop in what generated it."#),
        DiagnosticPage(
            code: #"json/too-large"#,
            title: #"A JSON text is larger than what is read"#,
            meaning: #"""
                There are limits to the size of a text, to the number of its values, and to the length of a number and of its exponent, so
                that nobody can keep the program busy with a text alone. The message says which one was met.
                """#,
            example: #"""
                ```json
                {
                  "maximum": 1e12345678901
                }
                ```
                """#,
            remedy: #"Split the text, or shorten the number."#),
        DiagnosticPage(
            code: #"json/too-many-errors"#,
            title: #"Reading stops after many mistakes"#,
            meaning: #"So many mistakes were told that more would not help."#,
            example: #"""
                ```text
                [NaN, NaN, NaN, …]  more than a hundred times
                ```
                """#,
            remedy: #"Mend those that are shown and read again. That many most often mean that the file is in another format, such as JSON5."#),
        DiagnosticPage(
            code: #"json/trailing-comma"#,
            title: #"Nothing follows a comma"#,
            meaning: #"A comma stands between two members or elements, never behind the last one."#,
            example: #"""
                ```json
                {
                  "type": "string",
                }
                ```
                """#,
            remedy: #"Remove the comma."#),
        DiagnosticPage(
            code: #"json/trailing-text"#,
            title: #"The text goes on after its value"#,
            meaning: #"""
                A JSON text is one value, with nothing but space behind it. Several values one after the other are another format, often
                called JSON Lines.
                """#,
            example: #"""
                ```json
                {"type": "string"}
                {"type": "number"}
                ```
                """#,
            remedy: #"Remove what follows, put the values into an array, or split them into files."#),
        DiagnosticPage(
            code: #"json/unquoted-key"#,
            title: #"A key is not in double quotes"#,
            meaning: #"Every key of a JSON object is a string in double quotes."#,
            example: #"""
                ```json
                {
                  type: "string"
                }
                ```
                """#,
            remedy: #"Put the key into double quotes: `"type"`."#),
        DiagnosticPage(
            code: #"json/unterminated-string"#,
            title: #"A string has no end"#,
            meaning: #"The line or the text ends before the closing quote. A string cannot run over lines."#,
            example: #"""
                ```json
                {
                  "title": "Orders
                }
                ```
                """#,
            remedy: #"Close the string. A line break within it is written `\n`."#),
    ]
}
