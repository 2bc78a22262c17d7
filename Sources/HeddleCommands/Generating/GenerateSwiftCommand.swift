import ArgumentParser
import ContractCodegen
import ContractGeneration
import Diagnostics
import Foundation

struct GenerateSwiftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swift", abstract: "Swift types for contracts, with their codecs.",
        discussion: """
            EXAMPLE
              heddle generate swift order-created.avsc payment.proto --output Sources/Orders/Generated
              heddle generate swift --config Sources/Orders/heddle-codegen.yaml
              heddle generate swift --output Generated           # the contracts of the manifests
              heddle generate swift --config heddle-codegen.yaml --check    # for CI, where generated code is committed

            Without files, the contracts are those of --config; without it those of the heddle-codegen.yaml that is here, and
            where there is none, the Contracts of the mesh's manifests. One file a contract, written only where it changes. Files
            of contracts that are gone are removed where their first line says that Heddle made them, unless files were named.
            What refers to each other must be generated together. Flags win over what the configuration says. The generated
            code needs the module HeddleRuntime; docs/guides/codecs.md tells how names, types and errors come about, and how a
            SwiftPM plugin does all this within the build.
            """)

    @Argument(help: ArgumentHelp("Contracts: files, folders or patterns.", valueName: "file")) var files: [String] = []
    @Option(help: ArgumentHelp("A heddle-codegen.yaml.", valueName: "file")) var config: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("Where the files go; 'Generated' beside the configuration, or here.", valueName: "dir"))
    var output: String?
    @Flag(help: "Write nothing; exit with 1 where a file is not what it should be.") var check = false
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup(title: "Where references are found") var places: CodegenPlaces
    @OptionGroup(title: "What the code is like") var flags: CodegenFlags
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let (folder, result) = try generated(console)
        let (isComplete, files, diagnostics) = result
        if format == .text { console.show(diagnostics.filter { !console.isQuiet || $0.severity == .error }) }
        let output = output.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) } ?? folder.appendingPathComponent("Generated")
        let name = shownPath(of: output.standardizedFileURL, from: common.startingFolder)
        let isSound = !diagnostics.contains { $0.severity == .error }
        let written = OutputFolder(output.standardizedFileURL.path)
        let states = isSound ? written.compare(files, isComplete: isComplete) : []
        if !check {
            do throws(OutputFolder.Failure) {
                try written.bring(files, upToDate: states)
            } catch {
                throw CommandFailure(.usage, "'\(error.path)' cannot be written: \(error.reason)")
            }
        }
        let report = GenerateJSON(output: name, states: states, check: check, diagnostics: diagnostics)
        switch format {
        case .json: console.print(try renderJSON(report))
        case .text: if isSound { tell(report, console) }
        }
        if !isSound || (check && states.contains { $0.state != .unchanged }) { throw ExitStatus.no.code }
    }

    private func tell(_ report: GenerateJSON, _ console: Console) {
        for file in report.files where file.state != "unchanged" { console.print("\(file.state) \(report.output)/\(file.name)") }
        let unchanged = report.files.count { $0.state == "unchanged" }
        if unchanged > 0 { console.print("\(unchanged) unchanged") }
    }

    private typealias Result = (isComplete: Bool, files: [GeneratedFile], diagnostics: [Diagnostic])

    /// From files, a configuration or manifests; with the folder beside which the output goes.
    private func generated(_ console: Console) throws -> (folder: URL, Result) {
        let start = common.startingFolder.standardizedFileURL
        let change = try flags.change()
        let chosen = config ?? (files.isEmpty && FileManager.default.fileExists(atPath: start.appendingPathComponent(codegenConfigurationName).path)
            ? codegenConfigurationName : nil)
        guard chosen != nil || !files.isEmpty else {
            guard places.isEmpty else {
                throw CommandFailure(.usage, "--proto-path and --reference are for files", remedy: "a Contract names its references in the manifest")
            }
            let mesh = try MeshFolder.containing(start)
            let loaded = try requireLoadedMesh(in: mesh, options: manifests, console: console)
            let (files, diagnostics) = generateSwift(manifestContracts(loaded.mesh, options: change))
            return (start, (true, files, diagnostics))
        }
        let file = chosen.map { URL(fileURLWithPath: $0, relativeTo: start).standardizedFileURL }
        if let chosen, let file, !FileManager.default.fileExists(atPath: file.path) { throw CommandFailure(.usage, "there is no file '\(chosen)'") }
        let root = files.isEmpty ? file?.deletingLastPathComponent() ?? start : start
        var folder = ContractFolder(root.path)
        var configuration = CodegenConfiguration()
        var mistakes: [Diagnostic] = []
        if let file { (configuration, mistakes) = loadConfiguration(shownPath(of: file, from: root), in: &folder) }
        configuration = configuration.overriding(change)
        if !files.isEmpty {
            configuration.contracts = files.map { .init(path: Located($0), format: schemas.schemaFormat, options: configuration.options) }
        }
        configuration.protoPath += places.protoPath.map { Located($0) }
        configuration.references += places.reference.map { Located($0) }
        let isReadable = !mistakes.contains { $0.severity == .error }
        let (generated, found) = isReadable ? generateContracts(configuration, in: &folder) : ([], [])
        let shown = (mistakes + found).map { $0.relocated { shownPath(of: URL(fileURLWithPath: folder.absolute($0)).standardizedFileURL, from: start) } }
        return (root, (files.isEmpty, generated, shown))
    }
}

/// As seen from a folder where it lies below it, else as it is.
private func shownPath(of file: URL, from folder: URL) -> String {
    let prefix = folder.standardizedFileURL.path + "/"
    return file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path
}

extension Diagnostic {
    /// The same with other paths.
    fileprivate func relocated(_ path: (String) -> String) -> Diagnostic {
        func moved(_ range: SourceRange) -> SourceRange {
            SourceRange(file: SourceFile(path: path(range.file.path), bytes: range.file.bytes), start: range.start, end: range.end)
        }
        var copy = self
        copy.range = range.map(moved)
        copy.secondary = secondary.map { Label($0.text, at: moved($0.range)) }
        return copy
    }
}
