import ContractCodegen
import ContractModel
import Diagnostics
import PathPatterns

/// The contracts of a configuration as the generator takes them: their texts, and those of all that they refer to.
///
/// - Parameter available: of a build plugin, the files that it declared as inputs. Contracts that are none of them could not have an
///   output, and edits to other files would go unseen: both are errors.
package func gatherContracts(
    _ configuration: CodegenConfiguration, in folder: inout ContractFolder, available: [String]? = nil
) -> (inputs: [ContractInput], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var selected = selectContracts(configuration, in: folder, available: available, diagnostics: &diagnostics)
    if let available {
        let known = Set(available)
        selected.removeAll { contract in
            guard !known.contains(contract.path) || !isContractFile(contract.path) else { return false }
            diagnostics.append(undeclaredContract(contract, isInTarget: known.contains(contract.path)))
            return true
        }
    }
    if selected.isEmpty, diagnostics.isEmpty, available == nil {
        diagnostics.append(
            Diagnostic(
                code: "codegen/missing-file", "there are no contracts in '\(folder.root)'",
                notes: ["contracts are known by their endings: \(contractEndings.joined(separator: ", "))"], suggestion: "name files or folders under 'contracts'"))
    }
    var library = ReferenceLibrary(selected, furthers: configuration.references, protoPath: configuration.protoPath.map(\.value))
    var inputs: [ContractInput] = []
    var outputs: [String: SelectedContract] = [:]
    for contract in selected {
        let file: SourceFile
        do throws(ContractFolder.Failure) {
            guard let found = try folder.read(contract.path) else {
                diagnostics.append(Diagnostic(code: "codegen/missing-file", "there is no file '\(contract.path)'", at: contract.range))
                continue
            }
            file = found
        } catch {
            diagnostics.append(Diagnostic(code: "codegen/unreadable-file", "'\(contract.path)' cannot be read: \(error.reason)", at: contract.range))
            continue
        }
        let name = outputName(forContractAt: contract.path)
        if let other = outputs.updateValue(contract, forKey: name) {
            diagnostics.append(
                Diagnostic(
                    code: "codegen/output-clash", "'\(contract.path)' and '\(other.path)' would both be written to '\(name).swift'", at: contract.range,
                    secondary: other.range.map { [.init("the other one", at: $0)] } ?? [], suggestion: "move or rename one of them"))
            continue
        }
        let (references, importPath) = library.references(of: file, contract.format, in: &folder, diagnostics: &diagnostics)
        inputs.append(
            ContractInput(
                format: contract.format, file: file, references: references, importPath: importPath, outputName: name, options: contract.options))
    }
    if let available { diagnostics += undeclaredReferences(folder.readPaths, Set(available)) }
    return (inputs, diagnostics)
}

/// Of a generated file, without `.swift`. What leads out of the folder is left away.
package func outputName(forContractAt path: String) -> String {
    let names = path.split(separator: "/").drop { $0 == ".." }
    return String(swiftFileName(forContractAt: names.joined(separator: "/")).dropLast(".swift".count))
}

private func undeclaredContract(_ contract: SelectedContract, isInTarget: Bool) -> Diagnostic {
    isInTarget
        ? Diagnostic(
            code: "codegen/outside-target", "the plugin makes no Swift of '\(contract.path)': it knows contracts by their endings alone", at: contract.range,
            notes: ["the endings are \(contractEndings.joined(separator: ", "))"],
            suggestion: "rename the file, or use the command plugin generate-contracts")
        : Diagnostic(
            code: "codegen/outside-target", "'\(contract.path)' is not in the target, whose files are all that the plugin can declare", at: contract.range,
            suggestion: "link the file or its folder into the target, or use the command plugin generate-contracts")
}

private func undeclaredReferences(_ read: [String], _ available: Set<String>) -> [Diagnostic] {
    read.filter { !available.contains($0) && $0 != codegenConfigurationName }.map { path in
        Diagnostic(
            code: "codegen/undeclared-input", "'\(path)' is referred to and not in the target: the build would not see when it changes",
            suggestion: "link the file or its folder into the target, or use the command plugin generate-contracts")
    }
}
