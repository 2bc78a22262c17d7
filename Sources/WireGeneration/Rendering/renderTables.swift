/// The names of the described APIs, in the order of their keys.
func renderAPIKeys(_ apis: [APIDescription]) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.block("extension APIKey") { text in
        for api in apis {
            text.line("package static let \(api.swiftName) = APIKey(rawValue: \(api.key))")
        }
    }
    return text.text
}

func renderSupportedVersions(_ apis: [APIDescription]) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.block("extension SupportedVersions") { text in
        text.doc("In the order of the keys.")
        text.line("package static let all: [SupportedVersions] = [")
        text.indented { text in
            for api in apis {
                let flexible = api.firstFlexible.map { "\($0)" } ?? ".max"
                text.line("SupportedVersions(")
                text.indented { text in
                    text.line("apiKey: .\(api.swiftName), name: \"\(api.name)\",")
                    text.line(
                        "versions: \(api.versions.swift), advertised: \(api.advertised.swift), "
                            + "firstFlexibleVersion: \(flexible)),")
                }
            }
        }
        text.line("]")
    }
    return text.text
}

func renderErrorCodes(_ errors: [ErrorDescription]) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.block("extension ErrorCode") { text in
        for error in errors {
            text.line("package static let \(error.swiftName) = ErrorCode(rawValue: \(error.code))")
        }
    }
    return text.text
}

func renderErrorMeanings(_ errors: [ErrorDescription]) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.block("extension ErrorCode") { text in
        text.doc("The code of the first element of `meanings`; the others follow without gaps.")
        text.line("static let firstKnown = \(errors.first?.code ?? 0)")
        text.line()
        text.line("static let meanings: [Meaning] = [")
        text.indented { text in
            for error in errors {
                text.line(
                    "Meaning(name: \"\(error.name)\", isRetriable: \(error.isRetriable), "
                        + "message: \(swiftLiteral(error.message))),")
            }
        }
        text.line("]")
    }
    return text.text
}

extension ErrorDescription {
    /// `topicAlreadyExists`
    var swiftName: String {
        let words = name.lowercased().split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension VersionRange {
    fileprivate var swift: String { "\(first)...\(last)" }
}
