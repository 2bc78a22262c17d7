import ContractCodegen
import ContractModel
import Diagnostics
import PathPatterns

/// A file that becomes Swift.
struct SelectedContract {
    var path: String
    var format: ContractFormat
    var options: CodegenOptions
    /// Where the configuration names it.
    var range: SourceRange?
}

/// The files that the lines of `contracts` mean, each once and in the order of their paths. A file that several lines mean takes the
/// settings of the last of them.
///
/// - Parameter available: the files that a build knows of; nil: whatever is on the disk.
func selectContracts(
    _ configuration: CodegenConfiguration, in folder: ContractFolder, available: [String]?, diagnostics: inout [Diagnostic]
) -> [SelectedContract] {
    var selected: [String: SelectedContract] = [:]
    guard let entries = configuration.contracts else {
        let paths = available ?? (try? folder.files(below: "")) ?? []
        return paths.sorted().compactMap { path in
            contractFormat(of: path, isNamed: false).map { SelectedContract(path: path, format: $0, options: configuration.options) }
        }
    }
    for entry in entries {
        for (path, isNamed) in expand(entry.path, in: folder, diagnostics: &diagnostics) {
            guard let format = entry.format ?? contractFormat(of: path, isNamed: isNamed) else {
                // Of a folder or a pattern, what is no contract is passed over.
                if path == resolvePath(entry.path.value, beside: "") {
                    diagnostics.append(
                        Diagnostic(
                            code: "codegen/unknown-format", "the ending of '\(path)' does not tell its format", at: entry.path.range,
                            suggestion: "add its format: { file: \(path), format: avro }; or json-schema, protobuf, xsd"))
                }
                continue
            }
            selected[path] = SelectedContract(path: path, format: format, options: entry.options, range: entry.path.range)
        }
    }
    return selected.values.sorted { $0.path < $1.path }
}

/// The files behind a path or a pattern; an error where there are none.
func expand(_ text: Located<String>, in folder: ContractFolder, diagnostics: inout [Diagnostic]) -> [(path: String, isNamed: Bool)] {
    let names = text.value.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = names.prefix { !$0.contains { "*?[{".contains($0) } }
    let pattern = names.dropFirst(fixed.count).joined(separator: "/")
    let start = resolvePath(fixed.joined(separator: "/"), beside: "")
    do throws(ContractFolder.Failure) {
        if pattern.isEmpty {
            switch folder.kind(of: start) {
            case .file: return [(start, true)]
            case .folder:
                let found = try folder.files(below: start).filter { contractFormat(of: $0, isNamed: false) != nil }
                if !found.isEmpty { return found.map { ($0, false) } }
            case nil: break
            }
        } else if let glob = GlobPattern(pattern) {
            let found = folder.kind(of: start) == .folder ? try folder.files(below: start) : []
            let prefix = start.isEmpty ? "" : start + "/"
            let matches = found.filter { glob.matches(String($0.dropFirst(prefix.count))) }
            if !matches.isEmpty { return matches.map { ($0, pattern.hasSuffix(".json")) } }
        } else {
            diagnostics.append(
                Diagnostic(code: "codegen/missing-file", "the pattern '\(text.value)' \(GlobPattern.problem(of: pattern) ?? "is none")", at: text.range))
            return []
        }
    } catch {
        diagnostics.append(Diagnostic(code: "codegen/unreadable-file", "'\(start)' cannot be read: \(error.reason)", at: text.range))
        return []
    }
    let near = pattern.isEmpty ? closestMatch(to: start, among: (try? folder.files(below: "")) ?? []) : nil
    diagnostics.append(
        Diagnostic(
            code: "codegen/missing-file", pattern.isEmpty ? "there is no contract at '\(text.value)'" : "no file matches '\(text.value)'", at: text.range,
            notes: ["paths are as seen from the folder of \(codegenConfigurationName)"], suggestion: near.map { "did you mean '\($0)'?" }))
    return []
}
