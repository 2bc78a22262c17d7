// Generated from Specs/diagnostics/yaml by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let yamlPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"yaml/alias-cycle"#,
            title: #"An alias stands inside the value that it repeats"#,
            meaning: #"A value that contains itself has no end, so it cannot be configuration."#,
            example: #"""
                ```yaml
                defaults: &defaults
                  retention: 7d
                  nested: *defaults
                ```
                """#,
            remedy: #"Write out the part that is meant, or move what is shared into a value of its own and anchor that."#),
        DiagnosticPage(
            code: #"yaml/control-character"#,
            title: #"A control character stands in the text"#,
            meaning: #"""
                YAML allows printable characters, tabs and line breaks. Others, such as NUL, ESC or a byte order mark in the middle of a
                file, are nearly always an accident, and can hide what a file says.
                """#,
            example: #"""
                ```text
                description: a bell \x07 rings
                ```

                where `\x07` stands for the one byte 07.
                """#,
            remedy: #"Remove the character. If it belongs to the value, write it as an escape in double quotes: `"\x07"`."#),
        DiagnosticPage(
            code: #"yaml/duplicate-key"#,
            title: #"A mapping gives the same key twice"#,
            meaning: #"""
                A key may stand once in a mapping. Readers of YAML that allow it keep one of the two values without a word, and not all
                the same one. Keys are compared as text: `1` and `"1"` are the same key here.
                """#,
            example: #"""
                ```yaml
                spec:
                  partitions: 6
                  partitions: 12
                ```
                """#,
            remedy: #"Remove one of the two, or rename the one that was meant to be another key. The message shows both places."#),
        DiagnosticPage(
            code: #"yaml/invalid-utf8"#,
            title: #"A file holds bytes that are not UTF-8"#,
            meaning: #"""
                Manifests are read as UTF-8. The bytes shown cannot stand at this place of a UTF-8 text: the file was most likely saved
                in Latin-1 or Windows-1252, or cut in the middle of a character.
                """#,
            example: #"""
                ```text
                description: caf\xE9
                ```

                where `\xE9` stands for the one byte E9.
                """#,
            remedy: #"Save the file as UTF-8. `iconv -f WINDOWS-1252 -t UTF-8 old.yaml > new.yaml` converts one."#),
        DiagnosticPage(
            code: #"yaml/merge-not-a-mapping"#,
            title: #"The key '<<' is given something that is no mapping"#,
            meaning: #"""
                `<<` puts the keys of other mappings into this one, so its value must be a mapping or a list of mappings, most often
                aliases. Keys written in the mapping itself win; of several merged mappings the first wins.
                """#,
            example: #"""
                ```yaml
                base: &base 7d
                retention:
                  <<: *base
                ```
                """#,
            remedy: #"Give it the alias of a mapping, or a list of them: `<<: [*small, *short]`. To mean the text, quote it: `"<<"`."#),
        DiagnosticPage(
            code: #"yaml/syntax"#,
            title: #"The text is not YAML"#,
            meaning: #"""
                The file breaks a rule of YAML's grammar, so the document cannot be read. The message says what was seen and the
                underline where. Reading goes on at the next `---`: errors of later documents are shown in the same run.
                """#,
            example: #"""
                ```yaml
                spec:
                  description: retention: seven days
                ```

                The second `: ` in the line would begin a mapping inside a value.
                """#,
            remedy: #"""
                Follow the help below the message. Most often one of these is meant:

                - put a value that holds `: ` or ` #`, or begins with one of `@ & * ! | > % [ ] { } , ' "`, in quotes;
                - write a space after the `:` of a key;
                - begin all keys of one mapping in the same column;
                - close every `[`, `{` and quote.
                """#),
        DiagnosticPage(
            code: #"yaml/tab-indentation"#,
            title: #"A line is indented with a tab"#,
            meaning: #"""
                YAML counts the spaces at the start of a line to see what belongs to what. A tab has no width of its own there, so it
                is not allowed.
                """#,
            example: #"""
                ```yaml
                metadata:
                	name: orders.created
                ```
                """#,
            remedy: #"""
                Replace the tab by spaces, two a level by habit. Most editors can be told to: with an `.editorconfig` that says
                `[*.yaml]` and `indent_style = space`.
                """#),
        DiagnosticPage(
            code: #"yaml/too-deep"#,
            title: #"Lists and mappings nest too deep"#,
            meaning: #"""
                Lists and mappings may nest 100 deep, what is reached through aliases included. No manifest needs more; a file that
                does was made by a program gone wrong, or to do harm.
                """#,
            example: #"""
                ```text
                [[[[[[[[[[[[[[[[ … 101 of them
                ```
                """#,
            remedy: #"Look for a generator that wraps its output again and again. The rest of that document is not read."#),
        DiagnosticPage(
            code: #"yaml/too-large"#,
            title: #"A file or a value is larger than what is read"#,
            meaning: #"""
                A file may have 16 MiB, 2 000 000 keys and values, 100 000 documents and 1 000 lines beginning with `%`; one value may
                have 4 MiB.
                """#,
            example: #"""
                ```text
                text: "… five million characters …"
                ```
                """#,
            remedy: #"""
                Split the file: a mesh may have any number of them. Keep schemas and other long texts in files of their own and name
                them with `file:`.
                """#),
        DiagnosticPage(
            code: #"yaml/too-many-aliases"#,
            title: #"Written out, the aliases of a file come to too many values"#,
            meaning: #"""
                An alias of a value that itself holds aliases multiplies: nine lines can stand for a billion values. Reading stops at
                200 000 values reached through aliases in one file, so that a small file cannot take all memory.
                """#,
            example: #"""
                ```text
                a: &a [x, x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
                ```

                and so on for some lines more.
                """#,
            remedy: #"Repeat less. Defaults that many resources share belong into `defaults` of the Mesh document."#),
        DiagnosticPage(
            code: #"yaml/too-many-errors"#,
            title: #"Further errors of a file are not shown"#,
            meaning: #"A file's first 100 errors are shown, the others counted. They often follow from one mistake."#,
            example: #"""
                ```text
                a list of 200 mappings, each of which gives a key twice
                ```
                """#,
            remedy: #"Mend the errors shown and run again."#),
        DiagnosticPage(
            code: #"yaml/unknown-anchor"#,
            title: #"An alias names an anchor that is not there"#,
            meaning: #"""
                `*name` repeats the value that `&name` marked earlier in the same document. There is no such mark before this place.
                Anchors do not reach over `---` or into other files.
                """#,
            example: #"""
                ```yaml
                dev: &small { partitions: 1 }
                test: *smal
                ```
                """#,
            remedy: #"Correct the name, put the anchor before its first use, or, if the text merely begins with `*`, quote it: `"*.created"`."#),
        DiagnosticPage(
            code: #"yaml/unsupported-encoding"#,
            title: #"A file is UTF-16 or UTF-32"#,
            meaning: #"""
                Manifests are read as UTF-8. This file begins as one in another encoding does, most likely because a shell on Windows
                wrote it.
                """#,
            example: #"""
                ```text
                bytes FF FE 6B 00 69 00 6E 00 64 00
                ```
                """#,
            remedy: #"Save the file as UTF-8. In PowerShell: `Set-Content -Encoding utf8`."#),
    ]
}
