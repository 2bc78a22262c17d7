// Generated from Specs/diagnostics/expression by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let expressionPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"expression/invalid-literal"#,
            title: #"Text in an expression can never be read"#,
            meaning: #"A pattern, a moment or a duration is written out, and is none. At evaluation it would fail each time."#,
            example: #"""
                ```cel
                topic.name.matches('orders[')
                ```
                """#,
            remedy: #"""
                Mend the text. Patterns have RE2's syntax: no look-ahead, no back-references. Durations are `1h30m` or `168h`, with the units h, m, s, ms,
                us and ns. Timestamps are `2026-11-23T08:00:00Z`.
                """#),
        DiagnosticPage(
            code: #"expression/syntax"#,
            title: #"An expression cannot be read"#,
            meaning: #"""
                The text is no expression of the Common Expression Language. The message shows the first place where it stops being one; what stands
                behind that place has not been read.
                """#,
            example: #"""
                ```cel
                topic.partitions = 3
                ```
                """#,
            remedy: #"""
                Mend the place shown. `==` compares, `&&` and `||` join conditions, strings stand in straight quotes, and calls and lists close what
                they open. docs/reference/expressions.md has the language.
                """#),
        DiagnosticPage(
            code: #"expression/too-complex"#,
            title: #"An expression is too long or nests too deep"#,
            meaning: #"""
                Expressions have bounds, so that nobody can stop Heddle with one: 64 KiB of text, 20,000 parts, 160 levels of nesting. People do not
                write such expressions; programs that put them together do.
                """#,
            example: #"""
                ```cel
                !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!true
                ```
                """#,
            remedy: #"""
                Split the expression into several, or put the data that it repeats into a list: `topic.name in ['a', 'b', 'c']` for a chain of
                `topic.name == 'a' || …`.
                """#),
        DiagnosticPage(
            code: #"expression/type-mismatch"#,
            title: #"The types in an expression do not go together"#,
            meaning: #"""
                An operator or a function is given what it does not take, or the expression does not result in what its place wants. Numbers are of
                three types, and only comparisons of order mix them: `1 == 1.0` is refused, `1 < 2.5` is not.
                """#,
            example: #"""
                ```cel
                topic.partitions == '3'
                ```
                """#,
            remedy: #"""
                Convert one side: `int('3')`, `string(topic.partitions)`, `double(x)`. Where the type is known only at evaluation, `dyn(x)` puts the
                check off until then.
                """#),
        DiagnosticPage(
            code: #"expression/unknown-field"#,
            title: #"An expression reads a field that the thing does not have"#,
            meaning: #"The kind of thing is known before evaluation, and none of its fields has that name."#,
            example: #"""
                ```cel
                topic.partition >= 3
                ```
                """#,
            remedy: #"""
                Write the name as the message suggests it. Keys that people choose stand in maps: `topic.labels['tier']`, or
                `'tier' in topic.labels` to ask whether the key is there.
                """#),
        DiagnosticPage(
            code: #"expression/unknown-function"#,
            title: #"An expression calls a function that there is not"#,
            meaning: #"""
                Neither the language nor the place that the expression stands in has a function of that name, or it has it in another form: as
                `size(x)` where `x.size()` is written, or as a field, without parentheses.
                """#,
            example: #"""
                ```cel
                topic.name.beginsWith('orders.')
                ```
                """#,
            remedy: #"Write the function's name as the message suggests it. docs/reference/expressions.md lists all of them."#),
        DiagnosticPage(
            code: #"expression/unknown-name"#,
            title: #"An expression names a variable that there is not"#,
            meaning: #"Only what the place declares that the expression stands in can be named, and the variables of macros within their brackets."#,
            example: #"""
                ```cel
                topics.partitions >= 3
                ```
                """#,
            remedy: #"Write the name as the message suggests it. Text stands in quotes: `'orders'`, not `orders`."#),
        DiagnosticPage(
            code: #"expression/unsupported"#,
            title: #"An expression makes a message of Protobuf"#,
            meaning: #"""
                CEL can make messages, `Name{field: value}`. Expressions here have no messages but the well-known ones for single values and times,
                as `google.protobuf.Duration{seconds: 60}`.
                """#,
            example: #"""
                ```cel
                Order{id: 17}.id == 17
                ```
                """#,
            remedy: #"Write a map: `{'id': 17}.id == 17`."#),
    ]
}
