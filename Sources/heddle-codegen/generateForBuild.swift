import ContractGeneration
import Diagnostics

/// Reads the target's contracts, writes their Swift, and says what is wrong as compilers do. Returns the exit code.
func generateForBuild(_ arguments: ToolArguments) -> Int32 {
    var folder = ContractFolder(arguments.target)
    let (configuration, mistakes) = loadConfiguration(codegenConfigurationName, in: &folder)
    let isReadable = !mistakes.contains { $0.severity == .error }
    let (files, found) = isReadable ? generateContracts(configuration, in: &folder, available: arguments.declared) : ([], [])
    for diagnostic in mistakes + found { print(compilerText(diagnostic, absolute: folder.absolute), terminator: "") }
    guard isReadable, !found.contains(where: { $0.severity == .error }) else { return 1 }

    let output = OutputFolder(arguments.output)
    let states = output.compare(files, isComplete: true)
    if arguments.isCheck {
        let others = states.filter { $0.state != .unchanged }
        for (name, state) in others { print("\(arguments.output)/\(name): \(state.rawValue)") }
        return others.isEmpty ? 0 : 1
    }
    do throws(OutputFolder.Failure) {
        try output.bring(files, upToDate: states)
    } catch {
        print("error: '\(error.path)' cannot be written: \(error.reason)")
        return 64
    }
    // A build hears of nothing that went well.
    if arguments.declared == nil {
        for (name, state) in states where state != .unchanged { print(state == .leftOver ? "removed \(name)" : "wrote \(name)") }
    }
    return 0
}
