import ArgumentParser
import AccessAnalysis
import MeshModel

/// For the verbs that ask about access as it is.
struct AccessOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name")) var cluster: String?
    @Flag(help: "The rules that the clusters hold, instead of those that the manifests ask for.") var live = false
    @Option(help: ArgumentHelp("Asked from this address; from wherever one may ask when left out.", valueName: "address")) var host: String?
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    var question: HostQuestion { host.map { .one($0) } ?? .every }

    func validate() throws {
        if host == "*" || host == "" { throw ValidationError("--host wants one address, as 10.0.0.7; leave it out to ask about every host") }
    }
}

extension AccessRule.Operation: ExpressibleByArgument {
    static let argumentNames = allCases.map(\.rawValue)

    package init?(argument: String) { self.init(rawValue: argument.lowercased().replacing("_", with: "-")) }
}

extension AccessResource: ExpressibleByArgument {
    package init?(argument: String) { self.init(parsing: argument) }
}

/// What is wrong with asking for an operation on a type; nil when nothing is.
func problem(of operation: AccessRule.Operation, on resource: AccessResource) -> CommandFailure? {
    let asked = resource.type.askedOperations + [.all]
    guard !asked.contains(operation) else { return nil }
    return CommandFailure(
        .usage, "'\(operation.rawValue)' is never asked of a \(resource.type.rawValue)",
        remedy: "to a \(resource.type.rawValue): \(asked.map(\.rawValue).joined(separator: ", "))")
}

/// `text`, `json`, and what can be opened elsewhere.
enum MatrixFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv, html }
