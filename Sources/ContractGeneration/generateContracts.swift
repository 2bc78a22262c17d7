import ContractCodegen
import Diagnostics

/// The Swift files for the contracts of a configuration; none where a diagnostic is an error.
///
/// Contract files → inputs with what they refer to → Swift. Every contract gets a file, be it empty of types.
///
/// - Parameter available: see `gatherContracts`.
package func generateContracts(
    _ configuration: CodegenConfiguration, in folder: inout ContractFolder, available: [String]? = nil
) -> (files: [GeneratedFile], diagnostics: [Diagnostic]) {
    let (inputs, diagnostics) = gatherContracts(configuration, in: &folder, available: available)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return ([], diagnostics) }
    let (files, found) = generateSwift(inputs)
    guard !found.contains(where: { $0.severity == .error }) else { return ([], inDisplayOrder(diagnostics + found)) }
    let written = Set(files.map(\.name))
    let typeless = inputs.filter { !written.contains($0.outputName + ".swift") }
        .map { emptyFile(forContractAt: $0.file.path, because: "It defines no type that is not generated elsewhere.") }
    let declared = Set(inputs.map(\.file.path))
    let unlisted = (available ?? []).filter { isContractFile($0) && !declared.contains($0) }
        .map { emptyFile(forContractAt: $0, because: "It is not among the contracts of \(codegenConfigurationName).") }
    return ((files + typeless + unlisted).sorted { $0.name < $1.name }, inDisplayOrder(diagnostics + found))
}
