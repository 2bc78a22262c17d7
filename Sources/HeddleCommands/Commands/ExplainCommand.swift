import ArgumentParser
import Diagnostics
import ManifestLoading

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "What a diagnostic means, or a field of a manifest.",
        discussion: """
            EXAMPLE
              heddle explain topic/unknown-contract
              heddle explain Topic.retention.time
            """)

    @Argument(help: ArgumentHelp("A diagnostic's code, or KIND[.FIELD].", valueName: "code|kind[.field]"))
    var subject: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        if let page = DiagnosticCatalogue.page(for: subject) {
            common.console.print(
                """
                \(page.code): \(page.title)

                \(page.meaning)

                Example

                \(page.example)

                How to mend it

                \(page.remedy)
                """)
            return
        }
        if let text = explainField(path: subject) {
            common.console.print(text)
            return
        }
        let known = DiagnosticCatalogue.allCodes
        let nearest = closestMatch(to: subject, among: known)
        throw CommandFailure(
            .usage, "'\(subject)' is neither a diagnostic's code nor a kind or field of the manifests",
            remedy: nearest.map { "did you mean '\($0)'?" } ?? "codes read area/name (topic/unknown-contract), fields Kind.field (Topic.retention)")
    }
}
