import Diagnostics

/// The configuration of a folder; what holds without one where there is none.
package func loadConfiguration(
    _ name: String = codegenConfigurationName, in folder: inout ContractFolder
) -> (configuration: CodegenConfiguration, diagnostics: [Diagnostic]) {
    do throws(ContractFolder.Failure) {
        guard let file = try folder.read(name) else { return (CodegenConfiguration(), []) }
        return readConfiguration(file)
    } catch {
        return (CodegenConfiguration(), [Diagnostic(code: "codegen/unreadable-file", "'\(name)' cannot be read: \(error.reason)")])
    }
}
