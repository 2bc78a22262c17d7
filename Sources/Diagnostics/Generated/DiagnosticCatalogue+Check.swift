// Generated from Specs/diagnostics/check by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let checkPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"check/compatibility-weakened"#,
            title: #"A contract promises less than before"#,
            meaning: #"""
                The contract's compatibility asks for less than that of its last version: a direction is no longer looked at, versions before
                the last one no longer count, or the level of a Protobuf contract is lower. The change is judged by what is promised now, so
                that it may pass where it would not have passed before. Whoever reviews it should see that.
                """#,
            example: #"""
                ```text
                spec:
                  compatibility: backward      # was: full-transitive
                ```
                """#,
            remedy: #"""
                If one change is to pass, leave the promise as it is, and agree upon an exception for that change, with a reason and a last
                day. If the promise was too strong, go on, and tell the readers.
                """#),
        DiagnosticPage(
            code: #"check/contract-removed"#,
            title: #"A contract is no longer there"#,
            meaning: #"""
                The contract is in the earlier version of the mesh and not in this one. Nothing is compared, since there is nothing to compare
                with. A contract that was renamed counts as removed, too, unless a topic has the new one in its place: then the new one is
                held to what the old one promised. Contracts whose compatibility is `none` are taken away in silence.
                """#,
            example: #"""
                ```text
                warning: the contract 'order' of main is no longer there [check/contract-removed]
                ```
                """#,
            remedy: #"""
                Make sure that nobody reads its topics any more. Where it goes on under another name, compare the two by hand:
                `heddle contract compare OLD NEW`.
                """#),
        DiagnosticPage(
            code: #"check/earlier-version-unreadable"#,
            title: #"An earlier version of a contract cannot be read"#,
            meaning: #"""
                The text that the contract is to be compared with is wrong, or the manifests around it are, so that nobody can tell whether
                the change is compatible. For the last version that is an error: what has not been judged is not let through. For versions
                before that, which transitive modes look at, it is a warning: nobody can have read them at the time.
                """#,
            example: #"""
                ```text
                contracts/order.avsc:1:1: error: 'order' as it was in main cannot be read, so nobody can tell whether the
                change is compatible [check/earlier-version-unreadable]
                ```
                """#,
            remedy: #"""
                Where the earlier text was never in use, say so with an exception, which is best dated to the next few days:

                ```text
                exceptions:
                  - rule: check/earlier-version-unreadable
                    reason: the schema in main was broken from the start
                    expires: 2026-12-01
                ```

                Or compare with a version that can be read: `heddle check --against v1.4.0`.
                """#),
        DiagnosticPage(
            code: #"check/exception-expired"#,
            title: #"An exception is past its last day"#,
            meaning: #"""
                Exceptions of the compatibility rules hold up to a day, that day included. This one covers nothing any more: what it let pass is
                an error again if it is still found.
                """#,
            example: #"""
                ```text
                exceptions:
                  - rule: avro/field-added-without-default
                    reason: nobody reads the topic yet
                    expires: 2026-01-31
                ```
                """#,
            remedy: #"""
                If the change has been released, what was breaking is part of the earlier version by now, and the exception can be taken out. If
                not, mend the contract, or agree upon a later day.
                """#),
        DiagnosticPage(
            code: #"check/exception-unused"#,
            title: #"An exception covers nothing"#,
            meaning: #"""
                The contract has been compared with its earlier versions, and nothing was found that the exception speaks of. Either what it
                was for has been released or mended, or its rule or path is not written as the finding has it. A path is compared letter by
                letter, in the words in which the report gives it.
                """#,
            example: #"""
                ```text
                exceptions:
                  - rule: avro/field-added-without-default
                    path: /fields/3          # the finding is at /fields/4
                    reason: nobody reads the topic yet
                    expires: 2026-12-31
                ```
                """#,
            remedy: #"""
                Take the exception out, or copy rule and path from the report. Without a path it covers the rule wherever it finds
                something in the contract.
                """#),
        DiagnosticPage(
            code: #"check/format-changed"#,
            title: #"A contract changes its format"#,
            meaning: #"""
                Readers of one format cannot read another: an Avro reader does not understand JSON, nor the other way round. The change breaks
                every reader of the contract's topics, whichever is upgraded first, unless the contract's compatibility is `none`.
                """#,
            example: #"""
                `contracts/order.avsc` was the schema of the contract `order`, and now it is a Protobuf file:

                ```text
                spec:
                  format: protobuf        # was: avro
                  file: ../contracts/order.proto
                ```
                """#,
            remedy: #"""
                Declare a contract of another name for the new format, and a new topic for it. Move producers and consumers over, with a
                Route that carries records from one to the other for as long as both are read.
                """#),
        DiagnosticPage(
            code: #"check/history-cut"#,
            title: #"A contract has more versions than one run looks at"#,
            meaning: #"""
                Transitive modes compare with every earlier version, which are read out of the repository's history, one after another, and
                each text once. So many as there are here are more than one run reads. The latest ones were compared; those before were not.
                """#,
            example: #"""
                ```text
                warning: 'order' is compared with its last 200 versions, and there are more before those [check/history-cut]
                ```
                """#,
            remedy: #"""
                A contract that changes so often rarely has readers of all its versions: `compatibility: backward` looks at the last one. Where
                all of them count, compare with an old revision by hand: `heddle check --against v1.0.0`.
                """#),
        DiagnosticPage(
            code: #"check/message-changed"#,
            title: #"The event of a Protobuf contract becomes another message"#,
            meaning: #"""
                A .proto file may hold many messages, and the contract is one of them: the one that `message` names, or else the first. With
                each record serializers write which message of the file it is, and consumers read that one. Where it becomes another, by
                another name in `message`, by a new message at the top of the file or by a renaming, their data are read as something else.

                Files of types that no topic uses, and that do not say `message`, have no event.
                """#,
            example: #"""
                Before:

                ```text
                message Order { string id = 1; }
                message Line { int32 count = 1; }
                ```

                After, where `Line` has become the first, and so the event:

                ```text
                message Line { int32 count = 1; }
                message Order { string id = 1; }
                ```
                """#,
            remedy: #"""
                Say which message is meant: `message: shop.Order`. Put new messages below the first. Another event is another contract, on
                another topic.
                """#),
        DiagnosticPage(
            code: #"check/topic-without-contract"#,
            title: #"A topic loses its contract"#,
            meaning: #"""
                The topic's key or value had a contract in the earlier version of the mesh, and has none now. What producers write is no longer
                held to anything, and readers who rely on the contract are not warned of changes.
                """#,
            example: #"""
                ```text
                kind: Topic
                metadata: { name: orders, owner: team-checkout }
                spec:
                  value: { type: bytes }       # was: { contract: order }
                ```
                """#,
            remedy: #"""
                Leave the contract in place. Where the topic is to carry something else from now on, a new topic is safer: the old one's records
                stay readable as what they are.
                """#),
    ]
}
