import Diagnostics
import XMLText

extension XSDSchema {
    /// Judges a document: empty when it is valid. Codes are `xsd/document-syntax`, `xsd/invalid-document`, and
    /// `xsd/validation-given-up` where libxml2 comes to no verdict. Any number of threads may validate at once.
    ///
    /// - Parameter path: what the document is called in diagnostics.
    package func validate(_ document: [UInt8], path: String = "document.xml") -> [Diagnostic] {
        guard let (verdict, problems) = compiled?.validate(document), verdict != .valid else { return [] }
        let file = SourceFile(path: path, bytes: document)
        let lines = LineTable(document)
        var diagnostics = problems.filter(\.isError).prefix(100).map { problem in
            Diagnostic(
                code: problem.kind == .validity ? "xsd/invalid-document" : "xsd/document-syntax", sentence(problem.message),
                at: lines.range(problem.place, in: file))
        }
        if verdict == .undecided || diagnostics.isEmpty {
            let code = verdict == .undecided ? "xsd/validation-given-up" : "xsd/invalid-document"
            diagnostics.append(
                Diagnostic(code: code, "libxml2 does not take this document, and gives no reason",
                    at: lines.range(XMLPlace(line: 1), in: file)))
        }
        return diagnostics
    }

    /// Whether the document is well-formed and valid.
    package func isValid(_ document: [UInt8]) -> Bool { compiled?.validate(document).verdict == .valid }
}
