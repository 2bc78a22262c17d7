import LocatedJSON

/// Payloads of random contracts, and what Google's library for Python makes of them.
struct Comparison {
    struct Case {
        var message: Int
        /// In hexadecimal digits.
        var payload: String
        /// As it is written again, maps in the order of their keys; "!" where it is refused.
        var expected: String
    }

    let messages: [(name: String, contract: String)]
    /// Members of a JSON object: path and text.
    let files: String
    private let holdJSON: [Bool]
    private let python = PythonClient(script: "protobuf_values.py")

    init(messages: [(name: String, contract: String)], files: String) {
        self.messages = messages
        self.files = files
        holdJSON = messages.map { message in
            ["Value ", "Struct ", "ListValue "].contains { message.contract.contains("google.protobuf.\($0)") }
        }
    }

    /// The answers to a question for each message.
    func cases(_ question: (Int, String) -> String) throws -> [Case] {
        let answers = try python.ask(["{\"files\":{\(files)}}"] + messages.enumerated().map { question($0, $1.name) })
        return answers.dropFirst().enumerated().flatMap { index, answer in
            (answer["cases"]?.array ?? []).compactMap { pair in
                guard let payload = pair.array?.first?.string, let expected = pair.array?.last?.string else { return nil }
                return Case(message: index, payload: payload, expected: expected)
            }
        }
    }

    /// What is told otherwise than there. The library writes the entries of maps the other way round: what it makes of ours is what counts.
    ///
    /// Passed over, and counted: maps inside of an entry that is kept as unknown, whose order nobody minds; and field numbers of 0 in
    /// unknown groups, which Google's library in C++ refuses as we do, and the one for Python does not.
    func differences(of told: [String], from cases: [Case]) throws -> (found: [String], passed: Int) {
        var found: [String] = []
        var passed = 0
        var written: [Int: [(one: Case, answer: String)]] = [:]
        for (one, answer) in zip(cases, told) {
            let isRefused = one.expected == "!"
            if answer.hasPrefix("!"), !isRefused, answer.contains("expected a tag") {
                passed += 1
            } else if answer.hasPrefix("=") != !isRefused, answer.hasPrefix("=") || answer.hasPrefix("!") || answer.hasPrefix("?") {
                found.append("\(answer) of \(one.payload), there \(one.expected)\n\(messages[one.message].name)\n\(messages[one.message].contract)")
            } else if answer.hasPrefix("="), answer.dropFirst() != one.expected, !isRepaired(one, answer) {
                written[one.message, default: []].append((one, answer))
            }
        }
        let again = try self.cases { index, name in
            let payloads = written[index, default: []].map { "\"\($0.answer.dropFirst())\"" }
            return "{\"message\":\"\(name)\",\"payloads\":[\(payloads.joined(separator: ","))]}"
        }
        let asked = messages.indices.flatMap { written[$0, default: []] }
        for ((one, answer), again) in zip(asked, again) where again.expected != one.expected {
            if hexBytes(again.expected).sorted() == hexBytes(one.expected).sorted() {
                passed += 1
                continue
            }
            found.append("\(messages[one.message].name)\nread    \(one.payload)\nwritten \(answer)\nthere    \(one.expected)\n\(messages[one.message].contract)")
        }
        return (found, passed)
    }

    /// A text that is not UTF-8 where none is asked for, or JSON's null by another number than 0: a `String` and a `ProtobufValue` cannot
    /// hold it, and docs/guides/codecs.md says what becomes of it.
    private func isRepaired(_ one: Case, _ answer: String) -> Bool {
        holdJSON[one.message] || answer.contains("efbfbd")
    }
}

func hexBytes(_ text: String) -> [UInt8] {
    var digits = text.utf8.makeIterator()
    var bytes: [UInt8] = []
    while let high = digits.next(), let low = digits.next() {
        bytes.append(value(high) << 4 | value(low))
    }
    return bytes
    func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
}

func hexText(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
